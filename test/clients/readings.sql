-- What clients read: every function of the extension that reads one of its values and needs no other argument, and
-- calls with more, each
-- as a query with the text of a value as its parameter, and what psql says.  Tab-separated: query, parameter, columns.
\i test/catalog/samples.sql
SET search_path = public, catalog_test;
CREATE TEMP TABLE reading (query text, parameter text);
INSERT INTO reading
SELECT DISTINCT CASE WHEN proretset
	OR format_type(prorettype,
		NULL) = 'record' THEN format('SELECT r.* FROM (SELECT $1::text::%s AS v) AS p, %s(v) AS r',
		format_type(proargtypes[0], NULL), proname)
		ELSE format('SELECT %s($1::text::%s) AS r', proname, format_type(proargtypes[0], NULL)) END, value
FROM catalog_test.extension_function f JOIN catalog_test.type_sample s ON s.type = format_type(proargtypes[0], NULL)
WHERE prokind = 'f' AND pronargs - pronargdefaults = 1 AND prorettype NOT IN ('cstring'::regtype, 'bytea'::regtype)
	AND s.type NOT IN ('held_rows');
INSERT INTO reading VALUES
	('SELECT p_alive($1::text::clv_model, 2, 3, 4) AS alive,
		expected_purchases($1::text::clv_model, 2, 3, 4, 5) AS expected',
		'v1 bg/nbd 5 [0,0,0,1,4,0] 0.25,0,0,0,0 4.5,0,0,0,0 0.75,0,0,0,0 2.5,0,0,0,0'),
	('SELECT x, t_x, t, mean_spend, first_purchase($1::text::purchase_history) AS first,
		purchases_between($1::text::purchase_history, ''2020-01-01'', ''2024-12-31'') AS n
		FROM clv_summary($1::text::purchase_history, ''2024-12-31'')',
		'v1 2023-12-31:10.00 2024-01-02:12.50 2024-02-29:0.00'),
	('SELECT nps_score($1::text::survey_summary) AS nps, csat_score($1::text::survey_summary) AS csat, whale_curve
		FROM whale_curve(''v1 5 -2 0.01''::concentration_summary)', 'v1 1:5 3:2 5:10'),
	('SELECT abc_allocate(100, $1::text::numeric[]) AS parts,
		ahp_weights(''{{1,3},{0.333333333333,1}}''::float8[]) AS weights', '{1,2,3}'),
	('SELECT quadrant(1, $1::text::float8) AS q, clv(150, 0.5, 0.1) AS clv, residual_income(10, 20, 0.05) AS income,
		$1::text::float8 > 1 AS yes', '2');
-- Only what can be read: a metric of a scale may refuse another one's answers.
CREATE FUNCTION pg_temp.works(query text, parameter text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE 'SELECT string_agg(q::text, '''') FROM (' || query || ') AS q' USING parameter;
	RETURN true;
EXCEPTION WHEN data_exception OR invalid_parameter_value THEN
	RETURN false;
END $$;
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
SELECT query, parameter
FROM reading
WHERE parameter !~ '[\n\t]' AND pg_temp.works(query, parameter) ORDER BY 1, 2 \g readings.tsv
-- A generic plan of each can be explained.
SET plan_cache_mode = force_generic_plan;
DO $$
DECLARE
	r record;
	line text;
BEGIN
	FOR r IN SELECT DISTINCT query FROM reading LOOP
		EXECUTE 'PREPARE one(text) AS ' || r.query;
		EXECUTE 'EXPLAIN (VERBOSE) EXECUTE one(''v1'')' INTO line;
		DEALLOCATE one;
	END LOOP;
END $$;
