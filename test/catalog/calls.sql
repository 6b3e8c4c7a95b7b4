-- Calls of all functions, made from the catalog: what a user may write, and which signature PostgreSQL takes for it.
--  It
-- is included by test/sql/catalog_calls.sql.  The calls of a release are kept, from the top of the tree, by
--	psql -X -q -v file=test/data/calls-VERSION.csv -f test/catalog/calls.sql
-- and no later version may take them for something else.
\i test/catalog/samples.sql
\set ECHO none
SET client_min_messages = warning;

-- How an argument is written: as a column of a type, as a literal, in quotes, as NULL.  Numbers come in all of these.
CREATE TABLE written (form text, number boolean, expression text);
INSERT INTO written VALUES
	('smallint', true, '1::smallint'), ('integer', true, '1::integer'), ('bigint', true, '1::bigint'), ('numeric',
		true, '1::numeric'),
	('real', true, '0.5::real'), ('float8', true, '0.5::float8'), ('whole', true, '1'), ('decimal', true, '0.5'),
		('quoted', true, '''1'''),
	('null', true, 'NULL'), ('null', false, 'NULL'), ('quoted', false, NULL), ('typed', false, NULL);

-- One value of each type that is no number.
CREATE VIEW other_sample AS
SELECT DISTINCT ON (type) type, value FROM (
	SELECT type, value, 1 FROM (VALUES ('text', 'a'), ('boolean', 't'), ('text[]', '{a,b}'), ('numeric[]', '{1,2}'),
		('double precision[]', '{1,2}'),
		('boolean[]', '{t,f}'), ('integer[]', '{1,2}'), ('date', '2024-02-29'), ('interval', '1 day'),
		('timestamp with time zone', '2024-02-29 12:00Z'), ('timestamp without time zone',
			'2024-02-29 12:00')) AS t(type, value)
	UNION ALL SELECT type, value, 2 FROM type_sample WHERE value <> 'v1') AS s(type, value, rank)
ORDER BY type, rank, length(value), value COLLATE "C";

-- What is called by users: not the parts of types and of aggregates.
CREATE VIEW called_function AS
SELECT f.oid, f.proname, f.prokind, f.pronargs, f.pronargdefaults, f.proargtypes, f.proargnames, signature,
	-- Can another signature of the name take as many arguments?
	EXISTS (SELECT FROM extension_function AS o WHERE o.proname = f.proname AND o.oid <> f.oid
		AND o.pronargs >= f.pronargs - f.pronargdefaults AND f.pronargs >= o.pronargs - o.pronargdefaults) AS overloaded
FROM extension_function AS f
WHERE NOT proargtypes::oid[] && ARRAY['internal'::regtype, 'cstring'::regtype]::oid[]
	AND signature !~ '_(out|send|cmp|eq|ne|lt|le|gt|ge|hash|hash_extended)\('
	AND oid NOT IN (SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn]::oid[])
		FROM pg_aggregate
		WHERE proname IN (SELECT proname FROM extension_function WHERE prokind = 'f') AND aggfnoid IN (SELECT oid
			FROM extension_function));

-- An argument of this type in this form; NULL where it cannot be written so.
CREATE FUNCTION argument(wanted text, wanted_form text, name text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT coalesce(
		(SELECT expression FROM written WHERE form = wanted_form AND number
			AND wanted IN ('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision')),
		(SELECT CASE wanted_form WHEN 'null' THEN 'NULL' WHEN 'quoted' THEN quote_literal(v)
				ELSE format('%L::%s', v, wanted) END
			FROM other_sample, coalesce(CASE wanted WHEN 'text' THEN words ->> name END, value) AS v
			WHERE type = wanted))
	FROM (SELECT '{"method": "wald", "first": "now", "of": "net", "unit": "week"}'::jsonb AS words) AS w
$$;
-- The call with all arguments in one form, but one, if any, in another; without arguments that have defaults.
CREATE FUNCTION written_call(f called_function, n integer, form text, at integer,
	form_there text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT f.proname || '(' || coalesce(string_agg(expression, ', ' ORDER BY i), '') || ')'
	FROM unnest(f.proargtypes) WITH ORDINALITY AS u(t, i),
		argument(format_type(t, NULL), CASE WHEN i = at THEN form_there ELSE form END, f.proargnames[i]) AS expression
	WHERE i <= n HAVING bool_and(expression IS NOT NULL)
$$;
CREATE TABLE call AS
SELECT DISTINCT proname, prokind, call FROM (
	SELECT proname, prokind, written_call(f, n, form, 0, '') AS call
	FROM called_function f, generate_series(pronargs - pronargdefaults, pronargs::integer) AS n, (SELECT DISTINCT form
		FROM written) AS w
	UNION ALL
	SELECT proname, prokind, written_call(f, pronargs, w.form, at, there.form)
	FROM called_function f, generate_series(1, pronargs::integer) AS at, (VALUES ('whole'), ('numeric'),
		('float8')) AS w(form),
		(SELECT DISTINCT form FROM written) AS there
	WHERE w.form <> there.form AND (overloaded OR (w.form = 'whole' AND there.form IN ('bigint', 'numeric', 'quoted',
		'null')))
) AS c WHERE call IS NOT NULL;

-- The signature that PostgreSQL takes, or the state of its error: a view depends on what it calls.
CREATE FUNCTION taken_for(kind "char", call text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('CREATE VIEW taken AS SELECT (%s%s) IS NULL AS x', call,
		CASE kind WHEN 'w' THEN ' OVER ()' ELSE '' END);
	RAISE assert_failure USING message = (SELECT string_agg(DISTINCT refobjid::regprocedure::text, ' and ')
		FROM pg_depend JOIN pg_rewrite r ON classid = 'pg_rewrite'::regclass AND objid = r.oid
		WHERE ev_class = 'taken'::regclass AND refclassid = 'pg_proc'::regclass);
EXCEPTION
	WHEN assert_failure THEN RETURN SQLERRM;
	WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
-- Its value, or the state of its error.
CREATE FUNCTION call_value(kind "char", call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	EXECUTE format('SELECT string_agg(x::text, '' '') FROM (SELECT %s%s AS x) AS t', call,
		CASE kind WHEN 'w' THEN ' OVER ()' ELSE '' END) INTO result;
	RETURN result;
EXCEPTION
	WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
\if :{?file}
COPY (SELECT prokind, call COLLATE "C" AS call, signature,
	CASE WHEN length(value) > 60 THEN md5(value) ELSE value END AS value
	FROM (SELECT prokind, call, taken_for(prokind, call) AS signature, call_value(prokind, call) AS value
		FROM call OFFSET 0) AS c
	WHERE signature LIKE '%(%' ORDER BY 2) TO STDOUT CSV HEADER
\g :file
DROP SCHEMA catalog_test CASCADE;
\endif
