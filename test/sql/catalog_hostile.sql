-- What hostile users and unlucky data brought, held against every aggregate, stored type and window of the catalog.
-- Each check lists offenders, so all should return no row.
\i test/catalog/good_calls.sql
SET statement_timeout = '60s';

-- What an aggregate gives can be dumped as text, and reads back equal: of nobody, of one, of a few, of many.
CREATE TABLE dumped AS
SELECT signature, format_type(p.prorettype, NULL) AS type, rows, s.*
FROM extension_aggregate AS a JOIN pg_proc AS p ON p.oid = aggfnoid,
	(VALUES ('SELECT 1 AS i WHERE false'), ('SELECT 1 AS i'), ('SELECT i FROM generate_series(1, 2) AS i'),
		('SELECT 3 AS i FROM generate_series(1, 4)'), ('SELECT i FROM generate_series(1, 1500) AS i'),
		('SELECT 1700 - i * i AS i FROM generate_series(1, 40) AS i')) AS r(rows),
	LATERAL said_of(format('SELECT v::text FROM (SELECT %s AS v FROM (%s) AS r) AS s', call, rows)) AS s
WHERE format_type(p.prorettype, NULL) IN (SELECT name FROM extension_type);
SELECT signature, rows, message AS not_there FROM dumped
WHERE state <> '00000'
	AND NOT (signature ~ '^(imr|laney|holt_winters)_agg' AND message ~ '^two rows have the same t|missing')
ORDER BY 1, 2;
SELECT signature, rows, s.message AS does_not_read_back FROM dumped AS d, LATERAL said_of(format(
	'SELECT %1$L::%2$s::text = %1$L AND %1$L::%2$s = %1$L::%2$s::text::%2$s', d.message, type)) AS s
WHERE d.state = '00000' AND d.message IS NOT NULL AND s.message IS DISTINCT FROM 'true' ORDER BY 1, 2;

-- Labels that collide in a hash without a seed are counted as fast as others.
CREATE TABLE collision AS
SELECT to_hex(i) AS label, row_number() OVER () AS i FROM generate_series(1, 3000000) AS i
WHERE hashtext(to_hex(i)) & 65535 < 16;
CREATE FUNCTION seconds(query text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	least float8 := 'Infinity';
	start timestamptz;
BEGIN
	FOR k IN 1..3 LOOP
		start := clock_timestamp();
		EXECUTE query;
		least := least(least, extract(epoch FROM clock_timestamp() - start));
	END LOOP;
	RETURN least;
END $$;
SELECT call AS slow FROM (VALUES ('abc_network_agg(''x'', l, 1)'), ('migration_agg(l, ''x'')'), ('bin_agg(l, true)'),
	('distribution_agg(l)'), ('affinity_agg(ARRAY[l, ''x''])'), ('itemsets_agg(ARRAY[l], 1)'),
	('contribution_agg(l, 1, 2)'), ('pvm_agg(l, 1, 1, 1, 1)'), ('logrank_agg(1, true, l)'),
	('lexicon_agg(''en'', l, ''word'', 1)'),
	('rollup((''v1 "'' || l || ''":1:0'')::bin_summary)')) AS v(call),
	LATERAL (SELECT 'SELECT ' || call || ' FROM (SELECT %s AS l FROM collision, generate_series(1, 20)) AS s')
	AS q(query)
WHERE seconds(format(query, 'label')) > 0.05 + 4 * seconds(format(query, '''n'' || i'));

-- A column that is constant but for the rounding of float8 (0.1 * i / i) gives what a constant gives, where the answer
-- is not one of ranks.
CREATE FUNCTION close_text(a text, b text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	RETURN a IS NOT DISTINCT FROM b OR abs(a::float8 - b::float8) < 1e-9;
EXCEPTION WHEN invalid_text_representation THEN
	RETURN a = b;
END $$;
CREATE TABLE constant_and_noise AS
SELECT g.signature, c.name, q.const, x.message AS a, y.message AS b, y.state
FROM good_call AS g JOIN called AS c USING (oid, signature),
	LATERAL (SELECT query_of(g.proname, 'w', array_agg(CASE n WHEN place THEN '0.1::float8' ELSE a END ORDER BY n)),
		query_of(g.proname, 'w', array_agg(CASE n WHEN place THEN '0.1::float8 * i / i' ELSE a END ORDER BY n))
		FROM unnest(g.arguments) WITH ORDINALITY AS u(a, n)) AS q(const, noise),
	LATERAL said_of(q.const) AS x, LATERAL said_of(q.noise) AS y
WHERE g.prokind = 'w' AND c.type = 'double precision';
SELECT signature, name, min(const) AS noise_counts FROM constant_and_noise
WHERE NOT close_text(a, b) AND NOT (state = '22023' AND b ~ 'must be the same in all rows')
	AND signature !~ '^(quantile_score|rfm_score|quadrant_by_rank|bin_score|p_adjust|cumulative_share|pareto_class)\('
GROUP BY 1, 2 ORDER BY 1, 2;
CREATE TABLE constant AS
SELECT i, 0.1::float8 AS c, 0.1::float8 * i / i AS x, i * 7919 % 40 AS y FROM generate_series(1, 30) AS i;
SELECT bool_and(zscore IS NULL AND minmax IS NULL) AS no_scale, max(abs(silhouette)) AS silhouette,
	bool_and(signal IS NULL) AS no_signal
FROM (SELECT zscore(x) OVER (), minmax_score(x) OVER () AS minmax, silhouette(ARRAY[x, 1], i % 2) OVER (),
	tracking_signal(x, c) OVER (ORDER BY i) AS signal FROM constant) AS s;
SELECT 'cox' AS model, term, estimate
FROM (SELECT cox_agg(1 + y, i % 5 > 0, ARRAY[x, 1]) AS m FROM constant) AS s, cox_coef(m)
UNION ALL SELECT 'ols', term, estimate FROM (SELECT ols_agg(i % 2, ARRAY[x]) AS m FROM constant) AS s, ols_coef(m)
WHERE term <> 'const'
UNION ALL SELECT 'logit', term, estimate FROM (SELECT logit_agg(i % 2, x) AS m FROM constant) AS s, logit_coef(m)
WHERE term <> 'const'
UNION ALL SELECT 'calibration', 'slope', slope FROM (SELECT score_agg(x, i % 2 = 0) AS s FROM constant) AS t,
	calibration_fit(s);

-- Models and other stored values with a number replaced by the ends of float8: refused, or all that reads them answers.
CREATE TABLE replaced AS
SELECT type, value, n, by, regexp_replace(value,
	'^(v1(?: [^ ]*[^0-9 .][^ ]*)*(?:[ ,\[]+[-0-9.e]+){' || n || '}[ ,\[]+)[-0-9.e]+', '\1' || by) AS changed
FROM type_sample, generate_series(0, 24) AS n,
	unnest('{1.7976931348623157e308,-1.7976931348623157e308,1e300,5e-324,2.2250738585072014e-308}'::text[]) AS by
WHERE type ~ 'model$|^(ols_summary|subgroup_summary|chart_summary|error_summary|survival_summary|score_summary)$';
CREATE TABLE extreme_value AS
SELECT DISTINCT ON (type, changed) type, changed AS value FROM replaced, said_of(format('SELECT %L::%s', changed, type))
WHERE changed <> value AND state = '00000';
SELECT type, count(*) > 0 AS some FROM extreme_value GROUP BY type ORDER BY type;
CREATE TABLE extreme_reading AS
SELECT g.signature, v.value, s.* FROM (SELECT DISTINCT ON (signature) * FROM good_call WHERE prokind = 'f') AS g
JOIN called AS c ON c.oid = g.oid AND c.place = 1 JOIN extreme_value AS v ON v.type = c.type,
	LATERAL said_of(query_of(g.proname, 'f', ARRAY[format('%L::%s', v.value, v.type)] || g.arguments[2:])) AS s;
SELECT count(*) > 1000 AS readings FROM extreme_reading;
SELECT signature, state, min(value), min(message) FROM extreme_reading
WHERE state !~ '^00|^22|^54' GROUP BY 1, 2 ORDER BY 1, 2;
SELECT signature, min(value) AS value, min(message) AS not_finite FROM extreme_reading
WHERE state = '00000' AND message ~* 'nan|inf' AND signature !~ '^roc_curve\(' GROUP BY 1 ORDER BY 1;

DROP SCHEMA catalog_test CASCADE;
