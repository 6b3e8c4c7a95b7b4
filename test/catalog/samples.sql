-- What the tests that follow the catalog feed to each aggregate and each type.
-- A new aggregate or type needs a row here; the tests say so when it has none.
\set ECHO none
SET client_min_messages = warning;
CREATE SCHEMA catalog_test;
SET search_path = catalog_test, public;

-- Arguments as expressions of the row number i, 1 and up.
CREATE TABLE aggregate_sample (aggregate text PRIMARY KEY, arguments text[] NOT NULL);
INSERT INTO aggregate_sample VALUES
	('survey_agg(smallint)', '{(i*7%11)::smallint}'),
	('survey_agg(integer)', '{i*7%101}'),
	('survey_agg(bigint)', '{(i*7%11)::bigint}'),
	('survey_agg(numeric)', '{(i*7%11)::numeric}'),
	('survey_agg(double precision)', '{(i*7%11)::float8}'),
	('nps_score(smallint)', '{(i*7%11)::smallint}'),
	('nps_score(integer)', '{i*7%11}'),
	('nps_score(bigint)', '{(i*7%11)::bigint}'),
	('nps_score(numeric)', '{(i*7%11)::numeric}'),
	('nps_score(double precision)', '{(i*7%11)::float8}'),
	('abc_network_agg(text,text,numeric)', '{''n'' || i%17,''n'' || i*7%29,(i%5*0.25)}'),
	('rollup(abc_network)', ARRAY['(''v1 "n'' || i%17 || ''">"n'' || i*7%29 || ''":'' || i*0.01)::abc_network']),
	('rollup(survey_summary)', ARRAY['(''v1 '' || i*7%11 || '':'' || i)::survey_summary']);

CREATE TABLE type_sample (type text, value text);
INSERT INTO type_sample VALUES
	('abc_network', 'v1'),
	('abc_network', 'v1 "A">"B":999999 "A">"P":1.5 "B">"A":0'),
	('abc_network', E'v1 "">"":0.0001 "a\\"\\\\b\n">"\u00e4\u6c34":1000000000000000000000000000000'),
	('survey_summary', 'v1'),
	('survey_summary', 'v1 0:1 6:2 9:300 10:36028797018963968'),
	('survey_summary', 'v1 7:3 100:1');

-- Members of the extension, by class.
CREATE VIEW member AS
SELECT classid, objid, pg_describe_object(classid, objid, 0) AS name
FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');

CREATE VIEW extension_function AS
SELECT p.*, p.oid::regprocedure::text AS signature
FROM member JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid;

CREATE VIEW extension_type AS
SELECT t.*, format_type(t.oid, NULL) AS name
FROM member JOIN pg_type t ON classid = 'pg_type'::regclass AND t.oid = objid
WHERE typtype = 'b' AND typelem = 0;

CREATE VIEW extension_aggregate AS
SELECT a.*, f.signature, f.pronargs, f.proname, f.proargtypes,
	format_type(aggtranstype, NULL) AS state_type, arguments,
	-- the call over a table with a column i; the last argument is NULL in every 13th row
	f.proname || '(' || (SELECT string_agg(CASE WHEN n < cardinality(arguments) THEN x
			ELSE format('CASE WHEN i %% 13 <> 0 THEN %s END', x) END, ', ' ORDER BY n)
		FROM unnest(arguments) WITH ORDINALITY AS u(x, n)) || ')' AS call
FROM pg_aggregate a JOIN extension_function f ON f.oid = aggfnoid
LEFT JOIN aggregate_sample s ON s.aggregate = f.signature;

-- Equal as text, or as numbers to 1e-12.
CREATE FUNCTION same(a text, b text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	IF a IS NOT DISTINCT FROM b THEN
		RETURN true;
	END IF;
	RETURN abs(a::float8 - b::float8) <= 1e-12 * greatest(abs(a::float8), abs(b::float8));
EXCEPTION WHEN invalid_text_representation THEN
	RETURN false;
END $$;

CREATE FUNCTION value_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	EXECUTE query INTO result;
	RETURN result;
END $$;
\set ECHO all
