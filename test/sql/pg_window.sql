-- Window functions called without a window, which CREATE OPERATOR allows: an error, not the end of the server.
\set ECHO all
\pset format unaligned

CREATE FUNCTION pg_temp.call_as_operator(function regprocedure) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	types oidvector := proargtypes FROM pg_proc WHERE oid = function;
	arguments text;
BEGIN
	SELECT string_agg(format('NULL::%s', format_type(t, NULL)), ' <<~>> ') INTO arguments FROM unnest(types) AS t;
	IF cardinality(types) = 1 THEN
		EXECUTE format('CREATE OPERATOR <<~>> (FUNCTION = %s, RIGHTARG = %s)', function::regproc,
				format_type(types[0], NULL));
		arguments := '<<~>> ' || arguments;
	ELSE
		EXECUTE format('CREATE OPERATOR <<~>> (FUNCTION = %s, LEFTARG = %s, RIGHTARG = %s)', function::regproc,
				format_type(types[0], NULL), format_type(types[1], NULL));
	END IF;
	EXECUTE 'SELECT ' || arguments;
	RETURN 'no error';
EXCEPTION WHEN windowing_error THEN
	RETURN SQLERRM;
END $$;
SELECT count(*) > 5 AS some,
	bool_and(pg_temp.call_as_operator(oid) = proname || ' is a window function and needs a window') AS refused
FROM pg_proc AS p
WHERE prokind = 'w' AND pronargs < 3
	AND EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND classid = 'pg_proc'::regclass AND deptype = 'e');

-- Messages show the beginning of a long text, and no part of a character.
SELECT (repeat('x', 99) || repeat('é', 100000))::abc_network;
SELECT (repeat('x', 98) || repeat('é', 100000))::survey_summary;
