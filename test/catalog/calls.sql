-- Calls of all functions, made from the catalog: what a user may write, and which signature PostgreSQL takes for it.
-- test/sql/catalog_calls.sql includes this.  The calls of a release are kept, from the top of the tree, by
--	psql -X -q -v file=test/data/calls-VERSION.csv -f test/catalog/calls.sql
-- and no later version may take them for something else.
\i test/catalog/samples.sql
\set ECHO none
SET client_min_messages = warning;
SET DateStyle = 'ISO';
SET TimeZone = 'UTC';

-- How a number is written: as a column of a type, as a literal, in quotes, as NULL; and how one that is a rate is.
CREATE TABLE number_form (form text PRIMARY KEY, number text, rate text);
INSERT INTO number_form VALUES
	('smallint', '1::smallint', '0::smallint'), ('integer', '1::integer', '0::integer'),
	('bigint', '1::bigint', '0::bigint'), ('numeric', '1::numeric', '0::numeric'), ('real', '0.5::real', '0.5::real'),
	('float8', '0.5::float8', '0.5::float8'),
	('whole', '1', '0'), ('decimal', '0.5', '0.5'), ('quoted', '''1''', '''0'''), ('null', 'NULL', 'NULL');

-- One value of each type that is no number, and words that some arguments want.
CREATE TABLE other_value AS
SELECT DISTINCT ON (type) type, value FROM (
	VALUES ('text', 'a', 1), ('boolean', 't', 1), ('text[]', '{a,b}', 1), ('numeric[]', '{1,2}', 1),
		('double precision[]', '{1,2}', 1), ('boolean[]', '{t,f}', 1), ('integer[]', '{1,2}', 1),
		('survey_summary', 'v1 1:1 3:2 4:1 5:4', 1), ('date', '2024-02-29', 1), ('interval', '1 day', 1),
		('uuid', '00000000-0000-0000-0000-00000000000a', 1),
		('timestamp with time zone', '2024-02-29 12:00Z', 1), ('timestamp without time zone', '2024-02-29 12:00', 1)
	UNION ALL SELECT type, value, 2 FROM type_sample WHERE value <> 'v1'
) AS s(type, value, rank) ORDER BY type, rank, length(value), value COLLATE "C";
CREATE TABLE word (argument text, value text);
INSERT INTO word VALUES ('method', 'wald'), ('first', 'now'), ('of', 'net'), ('unit', 'week');

-- What users call: not the parts of types and of aggregates.
CREATE TABLE called_function AS
SELECT f.oid, f.proname, f.prokind, f.pronargs::integer AS most, f.pronargs - f.pronargdefaults AS least, f.proargtypes,
	f.proargnames
FROM extension_function AS f
WHERE NOT proargtypes::oid[] && ARRAY['internal'::regtype, 'cstring'::regtype]::oid[]
	AND signature !~ '_(out|send|cmp|eq|ne|lt|le|gt|ge|hash|hash_extended)\('
	AND oid NOT IN (SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn]::oid[])
		FROM extension_aggregate);

-- Every argument of every function in every form.
CREATE TABLE part AS
SELECT oid, i, form, CASE
	WHEN type IN ('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision') THEN
		CASE WHEN name IN ('rate', 'discount', 'capital_return', 'annual') THEN rate ELSE number END
	WHEN form = 'null' THEN 'NULL'
	WHEN form = 'quoted' THEN quote_literal(coalesce(w.value, o.value))
	ELSE format('%L::%s', coalesce(w.value, o.value), type) END AS expression
FROM (SELECT f.oid, i, format_type(t, NULL) AS type, f.proargnames[i] AS name
	FROM called_function AS f, unnest(f.proargtypes) WITH ORDINALITY AS u(t, i)) AS a CROSS JOIN number_form
LEFT JOIN other_value AS o USING (type) LEFT JOIN word AS w ON w.argument = name AND type = 'text';
DELETE FROM part WHERE expression IS NULL;
CREATE INDEX ON part (oid, form);
ANALYZE part;

-- Calls with all arguments in one form.
CREATE TABLE call AS
SELECT DISTINCT proname, prokind, proname || '(' || arguments || ')' AS call FROM (
	SELECT f.oid, proname, prokind, string_agg(expression, ', ' ORDER BY i) AS arguments
	FROM called_function AS f CROSS JOIN generate_series(least, most) AS n JOIN part AS p ON p.oid = f.oid AND i <= n
	GROUP BY f.oid, proname, prokind, n, form HAVING count(*) = n) AS c;
-- The signatures that PostgreSQL takes, or the state of its error: they stand in the tree of a view.
CREATE FUNCTION taken_for(kind "char", calls text[]) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
	result text[];
	half integer := cardinality(calls) / 2;
BEGIN
	EXECUTE 'CREATE VIEW taken_view AS SELECT ' || (SELECT string_agg(format('(%s%s) IS NULL AS c%s', c,
			CASE kind WHEN 'w' THEN ' OVER ()' END, i), ', ' ORDER BY i) FROM unnest(calls) WITH ORDINALITY AS u(c, i));
	result := ARRAY(SELECT replace(m[1]::oid::regprocedure::text, 'double precision', 'float8')
		FROM pg_rewrite, regexp_matches(ev_action::text,
			'\{TARGETENTRY :expr \{NULLTEST :arg \{[A-Z]+ :[a-z]+ ([0-9]+)', 'g') AS m
		WHERE ev_class = 'taken_view'::regclass);
	DROP VIEW taken_view;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN CASE half WHEN 0 THEN ARRAY[SQLSTATE]
		ELSE taken_for(kind, calls[:half]) || taken_for(kind, calls[half + 1:]) END;
END $$;
CREATE FUNCTION all_taken_for(kind "char", calls text[]) RETURNS TABLE (call text, taken text) LANGUAGE sql AS $$
	SELECT unnest(batch), unnest(taken_for(kind, batch))
	FROM (SELECT calls[i:i + 63] AS batch FROM generate_series(1, cardinality(calls), 64) AS i OFFSET 0) AS b
$$;
-- The value of a call, shortened, or the state of its error.
CREATE FUNCTION call_value(kind "char", call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE format('SELECT string_agg(x::text, '' '') FROM (SELECT %s%s AS x) AS t', call,
		CASE kind WHEN 'w' THEN ' OVER ()' END) INTO result;
	RETURN CASE WHEN length(result) > 60 THEN md5(result) ELSE result END;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
\if :{?file}
-- To keep, also those in which one argument has another form than the rest: in more forms where another signature takes
-- as many arguments.
INSERT INTO call
SELECT DISTINCT proname, prokind, proname || '(' || arguments || ')' FROM (
	SELECT f.oid, proname, prokind, string_agg(expression, ', ' ORDER BY i) AS arguments
	FROM called_function AS f CROSS JOIN generate_series(1, most) AS at
	CROSS JOIN unnest('{whole,numeric,float8}'::text[]) AS base
	CROSS JOIN (SELECT form AS form_there FROM number_form) AS there
	JOIN part AS p ON p.oid = f.oid AND p.form = CASE WHEN i = at THEN form_there ELSE base END
	WHERE base <> form_there AND ((base = 'whole' AND form_there IN ('bigint', 'numeric', 'quoted', 'null'))
		OR EXISTS (SELECT FROM called_function AS o WHERE o.proname = f.proname AND o.oid <> f.oid
			AND o.most >= f.least AND f.most >= o.least))
	GROUP BY f.oid, proname, prokind, most, at, base, form_there HAVING count(*) = most) AS c
EXCEPT TABLE call;
CREATE TABLE kept AS SELECT prokind, t.*
FROM (SELECT prokind, array_agg(call) AS calls FROM call GROUP BY prokind) AS c, all_taken_for(prokind, calls) AS t;
COPY (SELECT prokind, replace(call, 'double precision', 'float8') COLLATE "C" AS call, taken AS signature,
	call_value(prokind, call) AS value
	FROM kept WHERE taken LIKE '%(%' ORDER BY 2) TO STDOUT CSV HEADER
\g :file
DROP SCHEMA catalog_test CASCADE;
\endif
