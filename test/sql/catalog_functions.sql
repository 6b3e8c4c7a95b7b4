-- Every function of the extension, found in the catalog, called with NULL and with the
-- ends of every type: it may refuse, but never with an internal error or a crash.
\i test/catalog/samples.sql

CREATE TABLE extreme (type text, literal text);
INSERT INTO extreme
SELECT 'smallint', unnest('{0,1,-1,10,32767,-32768}'::text[])
UNION ALL SELECT 'integer', unnest('{0,1,-1,10,2147483647,-2147483648}'::text[])
UNION ALL SELECT 'bigint', unnest('{0,1,-1,9223372036854775807,-9223372036854775808}'::text[])
UNION ALL SELECT 'numeric', unnest('{0,1,-1,0.01,NaN,1e-300,-1e40,99999999999999999999.99,1e9000}'::text[])
UNION ALL SELECT 'double precision', unnest('{0,1,-1,0.5,NaN,Infinity,-Infinity,1e308,-1e308,5e-324}'::text[])
UNION ALL SELECT 'real', unnest('{0,1,-1,0.1,NaN,Infinity,-Infinity,3e38,1e-45}'::text[])
UNION ALL SELECT 'boolean', unnest('{t,f}'::text[])
UNION ALL SELECT 'text',
	unnest(ARRAY['', 'next', 'net', 'rfm', 'wald', 'wilson', 'week', 'mean', 'lmg', 'x1', '543', 'x',
			'loglog', 'classic', 'basic', 'llr', 'bh', 'linear', 'greater', 'cosine', 'lift', repeat('long', 3000),
			E'\n''"\\'])
UNION ALL SELECT 'cstring', unnest(ARRAY['', 'v1', 'v1 7:1', 'x'])
UNION ALL SELECT 'text[]', unnest('{"{}","{a,b,c,d}","{NULL}","{a,b,c,NULL}","{{a,b},{c,d}}"}'::text[])
UNION ALL SELECT 'numeric[]',
	unnest('{"{}","{1,2}","{NULL}","{0,0}","{NaN}","{{1,2},{3,4}}","[5:6]={1,1e-400}","{1e9000,1}"}'::text[])
UNION ALL SELECT 'double precision[]', unnest('{"{}","{1,2}","{NULL}","{NaN}","{1e308,1e308}","{{1,2},{3,4}}"}'::text[])
UNION ALL SELECT 'boolean[]', unnest('{"{}","{t,f}","{NULL}","{t}"}'::text[])
UNION ALL SELECT 'integer[]', unnest('{"{}","{1,2}","{NULL}","{2147483647}"}'::text[])
UNION ALL SELECT 'bigint[]', unnest('{"{}","{1,2}","{NULL}","{9223372036854775807,-1}","{{1,2},{3,4}}"}'::text[])
UNION ALL SELECT 'date', unnest('{2024-02-29,infinity,-infinity,4713-01-01 BC}'::text[])
UNION ALL SELECT 'timestamp with time zone', unnest('{2024-02-29 12:00Z,infinity,-infinity}'::text[])
UNION ALL SELECT 'timestamp without time zone',
	unnest('{1999-12-31 23:59:59.999999,infinity,-infinity,4713-01-01 BC,294276-12-31}'::text[])
UNION ALL SELECT 'interval', unnest('{0,1 day,-1 mon,178000000 years}'::text[])
UNION ALL SELECT 'uuid', unnest('{00000000-0000-0000-0000-000000000000,ffffffff-ffff-ffff-ffff-ffffffffffff}'::text[])
UNION ALL SELECT 'jsonb', unnest(ARRAY['{}', '[]', '1', 'null', '{"width": 1e300, "y_min": "x", "colors": {}}'])
UNION ALL SELECT type, value FROM type_sample;

-- Types of arguments that have no extremes yet.
SELECT DISTINCT format_type(t, NULL) AS type_without_extremes
FROM extension_function, unnest(proargtypes) AS t
WHERE format_type(t, NULL) NOT IN (SELECT type FROM extreme UNION SELECT 'internal') ORDER BY 1;

-- Each function and each of its arguments, with the literals of the argument's type.
CREATE TABLE argument AS
SELECT signature, proname, prokind, place, type, literals
FROM extension_function
	LEFT JOIN LATERAL unnest(proargtypes) WITH ORDINALITY AS u(t, place) ON true
	LEFT JOIN LATERAL (SELECT format_type(t, NULL) AS type) AS f ON true
	LEFT JOIN (SELECT type, array_agg(format('%L::%s', literal, type)) AS literals FROM extreme GROUP BY type) AS e
		USING (type)
WHERE NOT proargtypes::oid[] && ARRAY['internal'::regtype::oid];
-- Calls with random literals, the first of a function with NULL as its first, second ... argument.  A constant as the
-- tie key of a window is refused, since it is a scale in the wrong place: there a CASE hides it.
CREATE FUNCTION random_calls(wanted text[], times integer, with_null boolean)
RETURNS TABLE (signature text, prokind "char", call text) LANGUAGE sql AS $$
	SELECT signature, prokind, proname || '(' || coalesce(string_agg(
		format(CASE prokind WHEN 'w' THEN 'CASE WHEN g > 0 THEN %s END' ELSE '%s' END,
			CASE WHEN place = n AND with_null THEN 'NULL::' || type
				ELSE coalesce(literals[1 + floor(random() * cardinality(literals))::integer], 'NULL::' || type) END),
		', ' ORDER BY place), '') || ')'
	FROM argument, generate_series(1, times) AS n WHERE signature = ANY (wanted)
	GROUP BY signature, prokind, proname, n
$$;
CREATE FUNCTION outcome(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN '00000';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;

SELECT setseed(0.75);
CREATE TABLE attempt AS
SELECT signature, prokind,
	'SELECT ' || call || CASE WHEN prokind = 'w' THEN ' OVER (ORDER BY g) FROM generate_series(1, 3) AS g'
			WHEN prokind = 'a' THEN ' FROM generate_series(1, 3)' ELSE '' END AS query
FROM random_calls(ARRAY(SELECT signature FROM argument), 250, true);
ALTER TABLE attempt ADD outcome text;
UPDATE attempt SET outcome = outcome(query);
-- Where arguments must go together, as two models and a customer, it takes more of them.
INSERT INTO attempt
SELECT signature, prokind, 'SELECT ' || call, outcome('SELECT ' || call)
FROM random_calls(ARRAY(SELECT signature FROM attempt WHERE prokind = 'f'
	EXCEPT SELECT signature FROM attempt WHERE outcome = '00000'), 5000, false)
WHERE call NOT LIKE '%NULL::%';
-- Refusals are data errors (22), limits (54), or a conversion that cannot be (42, 0A).
SELECT signature, outcome, min(left(query, 200)) AS query FROM attempt
WHERE outcome !~ '^00|^22|^54|^0A' GROUP BY 1, 2 ORDER BY 1, 2;
-- And every function was called with success at least once.
SELECT signature AS never_worked
FROM attempt GROUP BY 1 HAVING count(*) FILTER (WHERE outcome = '00000') = 0 ORDER BY 1;

DROP SCHEMA catalog_test CASCADE;
