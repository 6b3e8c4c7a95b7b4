-- Intervals contain their estimate at every confidence, and p is NULL only where the estimate is 0 or missing: of all
-- small samples, for every function of the room that has an interval or a p.

-- What the functions are, from the catalog: they have a summary or successes, and are an end, or have columns low
-- and high.
CREATE VIEW room AS
SELECT p.oid::regprocedure::text AS signature, proname, proargnames
FROM pg_depend JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND refobjid = (SELECT oid FROM pg_extension
	WHERE extname = 'custvalue')
	AND (proargtypes[0] = 'survey_summary'::regtype OR proargnames && '{successes,successes_a}') AND prokind = 'f';
-- How each is called: over summaries s, pairs of them a and b, counts x and n, or two samples; c is the confidence,
-- m a method.
CREATE TABLE called (signature text, over text, methods text, low text, high text, estimate text);
INSERT INTO called SELECT replace(signature, 'END', e), over, methods, low, replace(low, '_low', '_high'), estimate
	FROM (VALUES
	('nps_END(survey_summary,double precision,text,integer,integer)', 'summary', '{wald,adjusted,t}',
		'nps_low(s, c, m)', 'nps_score(s)'),
	('nps_END(survey_summary,double precision,text,integer,integer)', 'summary', '{wald,adjusted,t}',
		'nps_low(s, c, m, 8, 9)', 'nps_score(s, 8, 9)'),
	('nps_diff_END(survey_summary,survey_summary,double precision)', 'pair', '{-}', 'nps_diff_low(a, b, c)',
		'nps_diff(a, b)'),
	('nps_diff_END(survey_summary,survey_summary,text,double precision,integer,integer)', 'pair', '{wald,adjusted,t}',
		'nps_diff_low(a, b, m, c)', 'nps_diff(a, b)'),
	('nps_diff_END(survey_summary,survey_summary,text,double precision,integer,integer)', 'pair', '{wald,adjusted,t}',
		'nps_diff_low(a, b, m, c, 8)', 'nps_diff(a, b, 8)'),
	('score_mean_END(survey_summary,double precision)', 'summary', '{-}', 'score_mean_low(s, c)', 'score_mean(s)'),
	('proportion_END(survey_summary,integer,double precision,text)', 'summary',
		'{wilson,wilson_cc,exact,jeffreys,agresti,wald}', 'proportion_low(s, 9, c, m)',
		'csat_score(s, 10, 2)'),
	('proportion_END(bigint,bigint,double precision,text)', 'counts',
		'{wilson,wilson_cc,exact,jeffreys,agresti,wald}', 'proportion_low(x::bigint, n::bigint, c, m)',
		'x::float8 / nullif(n, 0)'),
	('proportion_END(double precision,double precision,double precision,text)', 'counts',
		'{wilson,wilson_cc,exact,jeffreys,agresti,wald}', 'proportion_low(x::numeric, n::numeric, c, m)',
		'x::float8 / nullif(n, 0)')
) AS t(signature, over, methods, low, estimate), unnest('{low,high}'::text[]) AS e;
INSERT INTO called
SELECT signature, 'samples', methods, format(call, type, CASE WHEN methods <> '{-}' THEN 'm,' END) || '.low',
	format(call, type, CASE WHEN methods <> '{-}' THEN 'm,' END) || '.high',
	format(call, type, '') || '.' || column_name
FROM (VALUES ('proportion_test', 'difference', '{newcombe,wald}'), ('odds_ratio', 'odds_ratio', '{adjusted,wald}'),
	('risk_ratio', 'risk_ratio', '{koopman,wald}')) AS f(name, column_name, all_methods),
	(VALUES ('bigint', 'bigint'), ('double precision', 'numeric')) AS t(argument, type), unnest(ARRAY['{-}',
		all_methods]) AS methods,
	LATERAL (SELECT format('%s(%2$s,%2$s,%2$s,%2$s,%3$sdouble precision)', name, argument,
		CASE WHEN methods <> '{-}' THEN 'text,' ELSE '' END) AS signature,
		format('(%s(x::%%1$s, n::%%1$s, y::%%1$s, k::%%1$s, %%2$s c))', name) AS call) AS l;
SELECT signature AS not_tested FROM room WHERE (proname ~ '_(low|high)$' OR 'low' = ANY (proargnames))
	AND signature NOT IN (SELECT signature FROM called);
SELECT signature AS not_there FROM called EXCEPT SELECT signature FROM room;

-- Small samples.
CREATE TABLE summary AS
SELECT ('v1' || d || p || m)::survey_summary AS s
FROM unnest('{""," 3:1"," 3:2"," 3:5"," 3:17"}'::text[]) AS d(d), unnest('{""," 8:1"," 8:4"}'::text[]) AS p(p),
	unnest('{""," 9:1"," 9:2"," 9:4"," 9:19"}'::text[]) AS m(m)
UNION ALL SELECT survey_agg(score, w) FROM (SELECT k, unnest('{3,8,9,10}'::integer[]) AS score,
	unnest(ARRAY[k % 3 / 7.0, k % 4 * 0.1, k % 5 / 3.0, 1e-3 * (k % 2)]) AS w FROM generate_series(1, 60) AS k) AS t
	GROUP BY k;
CREATE TABLE pair AS
SELECT s.s AS a, t.s AS b FROM summary AS s, summary AS t WHERE num_vals(s.s) < 4 AND num_vals(t.s) < 4
	OR hashtext(s.s::text || t.s::text) % 60 = 0;
CREATE TABLE counts AS SELECT x, n FROM generate_series(0, 14) AS n, generate_series(0, n) AS x UNION ALL SELECT x,
	1000000 FROM unnest('{0,1,2,777,999999,1000000}'::integer[]) AS x;
CREATE TABLE samples AS SELECT x, n, y, k FROM generate_series(0, 6) AS n, generate_series(0, n) AS x,
	unnest('{0,1,2,5,30}'::integer[]) AS k, generate_series(0, k, 1 + k / 6) AS y;
SELECT (SELECT count(*) FROM summary) AS summaries, (SELECT count(*) > 500 FROM pair) AS pairs, (SELECT count(*)
	FROM counts) AS counts, (SELECT count(*) FROM samples) AS samples;

-- How often an end is on the wrong side, or is missing where there is an estimate: of one answer ('t'), where it is
-- infinite (ratios to few successes), and of 'wald' where a cell is 0.
CREATE FUNCTION wrong(c called, method text, OUT cases bigint, OUT outside bigint,
	OUT missing bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format($q$SELECT count(*), count(*) FILTER (WHERE low > estimate OR high < estimate OR low > high),
			count(*) FILTER (WHERE estimate IS NOT NULL AND (low IS NULL OR high IS NULL))
		FROM (SELECT %s AS low, %s AS high, %s AS estimate FROM %I,
			unnest('{0.001,0.5,0.6,0.7,0.8,0.9,0.95,0.99,0.999}'::float8[]) AS c,
			unnest(ARRAY[%L]) AS m OFFSET 0) AS t$q$,
		c.low, c.high, c.estimate, c.over, method) INTO cases, outside, missing;
END $$;
CREATE TABLE result AS
SELECT c.low, method, w.* FROM called AS c, unnest(c.methods::text[]) AS method, wrong(c, method) AS w
	WHERE signature !~ '_high\(';
SELECT low, method, outside FROM result WHERE outside > 0;
SELECT count(*) AS intervals, bool_and(cases > 1000) AS enough FROM result;
SELECT DISTINCT low COLLATE "C" AS missing, method FROM result WHERE missing > 0 ORDER BY 1, 2;
SELECT count(*) AS summaries, count(*) FILTER (WHERE nps_low(s, c) IS NULL OR nps_diff_low(s, s, c) IS NULL
	OR proportion_low(s, 9, c) IS NULL) AS missing
FROM summary, unnest('{0.5,0.95}'::float8[]) AS c WHERE num_vals(s) > 0;

-- Every p.
CREATE TABLE probability (signature text, over text, p text, estimate text);
INSERT INTO probability VALUES
	('nps_p(survey_summary)', 'summary', 'nps_p(s)', 'nps_score(s)'),
	('nps_p(survey_summary,integer,integer)', 'summary', 'nps_p(s, 8)', 'nps_score(s, 8)'),
	('nps_diff_p(survey_summary,survey_summary)', 'pair', 'nps_diff_p(a, b)', 'nps_diff(a, b)'),
	('nps_diff_p(survey_summary,survey_summary,integer,integer)', 'pair', 'nps_diff_p(a, b, 8)', 'nps_diff(a, b, 8)'),
	('category_test(survey_summary,survey_summary,integer,integer)', 'pair', '(category_test(a, b)).p',
		'(category_test(a, b)).chi_square');
INSERT INTO probability
SELECT format('proportion_test(%1$s,%1$s,%1$s,%1$s,%2$sdouble precision)', argument,
	CASE WHEN method <> '' THEN 'text,' ELSE '' END), 'samples',
	format('(proportion_test(x::%1$s, n::%1$s, y::%1$s, k::%1$s %2$s)).p', type, method),
		format('(proportion_test(x::%1$s, n::%1$s, y::%1$s, k::%1$s %2$s)).difference', type, method)
FROM (VALUES ('bigint', 'bigint'), ('double precision', 'numeric')) AS t(argument, type), unnest(ARRAY['',
	', ''wald''']) AS method;
SELECT signature AS not_tested FROM room WHERE (proname ~ '_p$' OR 'p' = ANY (proargnames))
	AND signature NOT IN (SELECT signature FROM probability);
CREATE FUNCTION wrong_p(p probability, OUT cases bigint, OUT missing bigint, OUT needless bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT count(*), count(*) FILTER (WHERE p IS NULL AND estimate <> 0),
			count(*) FILTER (WHERE p IS NOT NULL AND (estimate IS NULL OR NOT p BETWEEN 0 AND 1))
		FROM (SELECT %s AS p, %s AS estimate
			FROM %I OFFSET 0) AS t', p.p, p.estimate, p.over) INTO cases, missing, needless;
END $$;
SELECT signature, w.* FROM probability, wrong_p(probability) AS w WHERE missing > 0 OR needless > 0 OR cases < 50;

-- A clear difference without variance: 0; nothing to compare: NULL.
SELECT nps_diff_p('v1 10:1000', 'v1 0:1000') AS diff, nps_p('v1 10:1000') AS all_promoters,
	nps_p('v1 0:3') AS all_detractors, nps_p('v1 8:3') AS all_passive, nps_p('v1') AS nobody,
	nps_diff_p('v1 10:9', 'v1 9:3') AS same, nps_p('v1 0:2 10:2') AS balance, nps_diff_p('v1 7:3', 'v1 8:3', 7,
		8) AS other_bands;

-- How often a 95 % interval of a difference contains it, where 10 %, 20 % and 70 % are detractors, passives and
-- promoters on
-- both sides: exactly, over all samples of n on each side.
CREATE FUNCTION choose(n integer, d integer, p integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
	$$ SELECT (factorial(n) / (factorial(d) * factorial(p) * factorial(n - d - p)))::float8
		* 0.1 ^ d * 0.2 ^ p * 0.7 ^ (n - d - p) $$;
CREATE TABLE sample AS
SELECT n, ('v1' || CASE WHEN d > 0 THEN ' 0:' || d ELSE '' END || CASE WHEN p > 0 THEN ' 8:' || p ELSE '' END
	|| CASE WHEN n > d + p THEN ' 10:' || n - d - p ELSE '' END)::survey_summary AS s,
	choose(n, d, p) AS probability
FROM unnest('{3,5,10}'::integer[]) AS n, generate_series(0, n) AS d, generate_series(0, n - d) AS p;
SELECT a.n, m, sum(a.probability * b.probability)::numeric(6,4) AS total,
	sum(a.probability * b.probability) FILTER (WHERE nps_diff_low(a.s, b.s, m) <= 0 AND nps_diff_high(a.s, b.s,
		m) >= 0)::numeric(6,4) AS covered
FROM sample AS a JOIN sample AS b USING (n), unnest('{adjusted,wald,t}'::text[]) AS m GROUP BY 1, 2 ORDER BY 1, 2;
DROP TABLE called, summary, pair, counts, samples, result, probability, sample CASCADE;
DROP VIEW room;
DROP FUNCTION choose;
