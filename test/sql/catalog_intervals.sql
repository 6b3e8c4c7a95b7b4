-- Every interval contains its estimate at every confidence, and p is NULL only where the estimate is 0 or missing: of
-- small and strange samples, for every function in the catalog that has a confidence, limits or a p.  (Scores and
-- shares of surveys are in survey_intervals.)
CREATE VIEW extension_function AS
SELECT p.oid::regprocedure::text AS signature, proname, proargnames, proargtypes, pronargs, prokind
FROM pg_depend JOIN pg_proc AS p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');

-- Small samples.
CREATE TABLE score AS
SELECT ('v1' || (CASE WHEN a + b > 0 THEN format(' 0.2:%s:%s', a, b) ELSE '' END)
	|| (CASE WHEN c + d > 0 THEN format(' 0.6:%s:%s', c, d) ELSE '' END)
	|| (CASE WHEN e > 0 THEN format(' 0.9:%s:1', e) ELSE '' END))::score_summary AS s
FROM unnest('{0,1,7}'::integer[]) AS a, unnest('{0,1,2}'::integer[]) AS b, unnest('{0,1,5}'::integer[]) AS c,
	unnest('{0,1,30}'::integer[]) AS d, unnest('{0,4}'::integer[]) AS e;
CREATE TABLE pair AS
SELECT auc_pair_agg((i * a % 5) / 5.0, (i * b % 7) / 7.0, i % k = 0) AS s
FROM generate_series(1, 9) AS a, generate_series(1, 4) AS b, unnest('{1,2,3,8}'::integer[]) AS k,
	unnest('{2,3,4,12}'::integer[]) AS n, LATERAL generate_series(1, n) AS i GROUP BY a, b, k, n;
CREATE TABLE stay AS
SELECT ('v1' || (CASE WHEN a + b > 0 THEN format(' 1:%s,%s', a, b) ELSE '' END)
	|| (CASE WHEN c + d > 0 THEN format(' 2.5:%s,%s', c, d) ELSE '' END)
	|| (CASE WHEN e + f > 0 THEN format(' 4:%s,%s', e, f) ELSE '' END))::survival_summary AS s
FROM unnest('{0,1,9}'::integer[]) AS a, unnest('{0,1}'::integer[]) AS b, unnest('{0,1,3}'::integer[]) AS c,
	unnest('{0,2}'::integer[]) AS d, unnest('{0,1,40}'::integer[]) AS e, unnest('{0,5}'::integer[]) AS f;
CREATE TABLE cox AS
SELECT k, cox_agg(1 + i * 7919 % (3 + k % 5), i * k % 4 > 0, ARRAY[i * 31 % (2 + k % 3), i % 2]::float8[]) AS m
FROM unnest('{2,3,4,6,10,40}'::integer[]) AS n, generate_series(1, 12) AS k, LATERAL generate_series(1, n) AS i
GROUP BY n, k;
CREATE TABLE cox_strata AS
SELECT cox_agg(1 + i * 7919 % (3 + k % 5), i * k % 4 > 0, ARRAY[i * 31 % (2 + k % 3)]::float8[], 's' || i % 2) AS m
FROM unnest('{2,3,4,6,10,40}'::integer[]) AS n, generate_series(1, 12) AS k, LATERAL generate_series(1, n) AS i
GROUP BY n, k;
CREATE TABLE follow AS
SELECT format('v1 within=7 as_of=-2000 %s %s %s', n, n, k)::follow_summary AS s
FROM generate_series(1, 20) AS n, generate_series(0, n) AS k
UNION ALL VALUES ('v1 within=7 as_of=-2000 1000000000000 1000000000000 1'::follow_summary), ('v1');
CREATE TABLE funnel AS
SELECT format('v1 3 %s %s %s %s', n, a, b, c)::funnel_counts AS s
FROM unnest('{0,1,5}'::integer[]) AS n, unnest('{0,1,9}'::integer[]) AS a, unnest('{0,1,2}'::integer[]) AS b,
	unnest('{0,1,70}'::integer[]) AS c
UNION ALL VALUES ('v1'::funnel_counts);
CREATE TABLE feeling AS
SELECT sentiment_agg((i * k % 7 - 3) / 3.0) AS s
FROM generate_series(0, 12) AS n, generate_series(0, 12) AS k, LATERAL generate_series(1, n) AS i GROUP BY n, k
UNION ALL SELECT sentiment_agg(x) FROM unnest('{0,1,-1,0.05}'::float8[]) AS x,
	unnest('{1,2,30}'::integer[]) AS n, LATERAL generate_series(1, n) AS i GROUP BY x, n;
CREATE TABLE series AS
SELECT holt_winters_agg(i, CASE k WHEN 1 THEN 5 WHEN 2 THEN i ELSE 10 + i * 7919 % (k * 3) END, 2, kind) AS m
FROM unnest('{2,4,5,8,24}'::integer[]) AS n, generate_series(1, 8) AS k, unnest('{additive,multiplicative}'::text[])
	AS kind, LATERAL generate_series(1, n) AS i GROUP BY n, k, kind;
CREATE TABLE line AS
SELECT ols_agg(y, ARRAY[i, i * i % 5, i]::float8[]) AS s,
	logit_agg(i * k % 7 % 3 > 0, ARRAY[i, i * i % 5, i]::float8[]) AS m
FROM unnest('{1,2,3,4,5,9,30}'::integer[]) AS n, generate_series(1, 10) AS k, LATERAL generate_series(1, n) AS i,
	LATERAL (SELECT CASE k WHEN 1 THEN 4 WHEN 2 THEN 3 * i + 1 WHEN 3 THEN 0.1 * i / i
		ELSE i * 7919 % (k * 11) END AS y)
		AS l
GROUP BY n, k;
CREATE TABLE customers AS
SELECT i, i * 7 % 5 * (i % 3) AS x, CASE WHEN i * 7 % 5 * (i % 3) > 0 THEN 1 + i * 31 % 38 ELSE 0 END AS t_x
FROM generate_series(1, 90) AS i;
CREATE TABLE model AS
SELECT m FROM (SELECT n, bgnbd_fit(x, t_x, 39) AS a, mbgnbd_fit(x, t_x, 39) AS b, paretonbd_fit(x, t_x, 39) AS c,
	nbd_fit(x, t_x, 39) AS d FROM customers, unnest('{3,10,30,90}'::integer[]) AS n WHERE i <= n GROUP BY n) AS f,
	LATERAL unnest(ARRAY[a, b, c, d]) AS m
UNION ALL SELECT value::clv_model FROM unnest(ARRAY[
	'v1 bg/nbd 5 [2357,-9582.5,7,0,4,0] 0.25,0.5,0,0,0.125 4.5,0,0.25,0,0 0.75,0,0,1,0 2.5,0.125,0,0,0.5',
	'v1 pareto/nbd 5 [2357,-9500,7,0,4,0] 0.5,1,0,0,0 10,0,1,0,0 0.6,0,0,1,0 11,0,0,0,1',
	'v1 nbd 3 [9,-20,6,0,2,0] 1,1e300,0 1,0,1e-300']) AS value;
CREATE TABLE spend AS
SELECT gammagamma_fit(x, 10 + i * 13 % 17) AS g FROM customers, unnest('{5,30,90}'::integer[]) AS n
WHERE i <= n AND x > 0 GROUP BY n;
CREATE TABLE chart AS
SELECT p_chart_agg(i * k % 4, 4 + i % m) AS p, np_chart_agg(i * k % 4, 5) AS np, u_chart_agg(i * k % 4, 1 + i % m) AS u,
	c_chart_agg(i * k % 4) AS c, imr_agg(i, i * k % 7) AS imr, laney_agg(i, i * k % 4, 4 + i % m) AS laney
FROM unnest('{1,2,3,25}'::integer[]) AS n, generate_series(0, 5) AS k, unnest('{1,3}'::integer[]) AS m,
	LATERAL generate_series(1, n) AS i GROUP BY n, k, m;
CREATE TABLE subgroups AS
SELECT chart_agg(x) AS xbar FROM (
	SELECT n, k, xbar_agg(i * k % 7) AS x FROM unnest('{2,3,9}'::integer[]) AS n, generate_series(0, 5) AS k,
		generate_series(1, 8) AS g, LATERAL generate_series(g, g + n - 1) AS i GROUP BY n, k, g) AS s GROUP BY n, k;
CREATE TABLE confidence AS SELECT unnest('{0.001,0.5,0.6,0.7,0.8,0.9,0.95,0.99,0.999}'::float8[]) AS c;

-- What is asked: functions by name, and a query of low, estimate and high.
CREATE TABLE interval_query (functions text, query text);
INSERT INTO interval_query VALUES
	('auc', 'SELECT auc_low(s, c) AS low, auc(s) AS estimate, auc_high(s, c) AS high FROM score, confidence'),
	('auc_diff', 'SELECT auc_diff_low(s, c) AS low, auc_diff(s) AS estimate, auc_diff_high(s, c) AS high FROM pair,
		confidence'),
	('calibration', 'SELECT low_ci AS low, rate AS estimate, high_ci AS high FROM score, confidence,
		unnest(''{width,quantile}''::text[]) AS by, calibration(s, 3, by, c)'),
	('clv', 'SELECT clv_low(m, g, x, t_x, 40, 20, 0.01, 52, c) AS low, clv(m, g, x, t_x, 40, 20, 0.01, 52) AS estimate,
		clv_high(m, g, x, t_x, 40, 20, 0.01, 52, c) AS high FROM model, spend, confidence,
		(VALUES (0, 0), (1, 30), (40, 39)) AS v(x, t_x)'),
	('coef', 'SELECT low, estimate, high FROM model, confidence, coef(m, c)'),
	('conditional_survival', 'SELECT conditional_survival_low(s, t, 1, c, m) AS low, conditional_survival(s, t, 1) AS
		estimate, conditional_survival_high(s, t, 1, c, m) AS high FROM stay, confidence,
		unnest(''{1,2.5,4,9}''::float8[]) AS t, unnest(''{plain,log,loglog}''::text[]) AS m'),
	('cox_coef', 'SELECT low, hazard_ratio AS estimate, high FROM cox, confidence, cox_coef(m, c)'),
	('cox_survival', 'SELECT cox_survival_low(m, x, t, c) AS low, cox_survival(m, x, t) AS estimate,
		cox_survival_high(m, x, t, c) AS high FROM cox, confidence, unnest(''{0,1,3,7}''::float8[]) AS t,
		(VALUES (''{0,0}''::float8[]), (''{1,2}''), (''{-3,50}'')) AS v(x)'),
	('cox_survival', 'SELECT cox_survival_low(m, ARRAY[x], t, ''s1'', c) AS low, cox_survival(m, ARRAY[x], t, ''s1'') AS
		estimate, cox_survival_high(m, ARRAY[x], t, ''s1'', c) AS high FROM cox_strata, confidence,
		unnest(''{0,1,3,7}''::float8[]) AS t, unnest(''{0,1,-30}''::float8[]) AS x'),
	('expected_purchases', 'SELECT expected_purchases_low(m, x, t_x, 40, h, c) AS low,
		expected_purchases(m, x, t_x, 40, h) AS estimate, expected_purchases_high(m, x, t_x, 40, h, c) AS high
		FROM model, confidence,
		(VALUES (0, 0), (1, 30), (40, 39)) AS v(x, t_x), unnest(''{0,1,1000}''::float8[]) AS h'),
	('follow_rate', 'SELECT follow_rate_low(s, c) AS low, follow_rate(s) AS estimate, follow_rate_high(s, c) AS high
		FROM follow, confidence'),
	('forecast', 'SELECT forecast_low(m, a, c) AS low, forecast(m, a) AS estimate, forecast_high(m, a, c) AS high
		FROM series, confidence, unnest(''{1,2,9}''::integer[]) AS a'),
	('forecast_table', 'SELECT low, forecast AS estimate, high FROM series, confidence, forecast_table(m, 3, c)'),
	('funnel_table', 'SELECT of_start_low AS low, of_start AS estimate, of_start_high AS high FROM funnel, confidence,
		funnel_table(s, c)'),
	('funnel_table', 'SELECT of_previous_low AS low, of_previous AS estimate, of_previous_high AS high FROM funnel,
		confidence, funnel_table(s, c)'),
	('km_curve', 'SELECT low, survival AS estimate, high FROM stay, confidence, unnest(''{plain,log,loglog}''::text[])
		AS m, km_curve(s, c, m)'),
	('km', 'SELECT km_low(s, t, c, m) AS low, km(s, t) AS estimate, km_high(s, t, c, m) AS high FROM stay, confidence,
		unnest(''{plain,log,loglog}''::text[]) AS m, unnest(''{0,1,2,4,9}''::float8[]) AS t'),
	('logit_coef', 'SELECT low, estimate, high FROM line, confidence, logit_coef(m, c)'),
	('logit_coef', 'SELECT odds_low AS low, odds_ratio AS estimate, odds_high AS high FROM line, confidence,
		logit_coef(m, c)'),
	('logit_what_if', 'SELECT low, change AS estimate, high FROM line, confidence, unnest(''{1,-5,1000}''::float8[]) AS
		delta, unnest(''{x1,x2,x3}''::text[]) AS term, logit_what_if(m, ''{3,1,3}'', term, delta, c)'),
	('net_sentiment', 'SELECT net_sentiment_low(s, c) AS low, net_sentiment(s) AS estimate, net_sentiment_high(s, c) AS
		high FROM feeling, confidence'),
	('ols_coef', 'SELECT low, estimate, high FROM line, confidence, ols_coef(s, c)'),
	('ols_predict', 'SELECT ols_predict_low(s, x, c, of) AS low, ols_predict(s, x) AS estimate,
		ols_predict_high(s, x, c, of) AS high FROM line, confidence, unnest(''{mean,new}''::text[]) AS of,
		(VALUES (''{0,0,0}''::float8[]), (''{1,2,1}''), (''{-3,1e9,5}'')) AS v(x)'),
	('ols_what_if', 'SELECT low, change AS estimate, high FROM line, confidence,
		unnest(''{1,-5,0}''::float8[]) AS delta, unnest(''{x1,x2,x3}''::text[]) AS term,
		ols_what_if(s, term, delta, c)'),
	('sentiment_mean', 'SELECT sentiment_mean_low(s, c) AS low, sentiment_mean(s) AS estimate, sentiment_mean_high(s, c)
		AS high FROM feeling, confidence'),
	('survival_quantile', 'SELECT survival_quantile_low(s, p, c, m) AS low, survival_quantile(s, p) AS estimate,
		survival_quantile_high(s, p, c, m) AS high FROM stay, confidence, unnest(''{plain,log,loglog}''::text[]) AS m,
		unnest(''{0.1,0.25,0.5,0.9}''::float8[]) AS p'),
	('chart', 'SELECT chart_low(s, n, k) AS low, chart_center(s, n, k) AS estimate, chart_high(s, n, k) AS high
		FROM chart, LATERAL (VALUES (p, 4, ''main''), (p, 9, ''exact''), (np, 5, ''main''), (np, 5, ''exact''),
			(u, 2, ''main''), (u, 2, ''exact''), (c, 1, ''main''), (c, 1, ''exact''), (imr, 1, ''i''),
			(imr, 1, ''i_median''), (imr, 1, ''mr''), (laney, 4, ''main''), (laney, 4, ''p'')) AS v(s, n, k)'),
	('chart', 'SELECT chart_low(xbar, k) AS low, chart_center(xbar, k) AS estimate, chart_high(xbar, k) AS high
		FROM subgroups, unnest(''{main,xbar_r,xbar_s,xbar_pooled,r,s}''::text[]) AS k');
-- All are asked.  Of these names, cusum has sums, ewma limits of a target, bins their edges, rules a least confidence;
-- charts draw what they are given.
SELECT signature AS not_tested FROM extension_function
WHERE (proname ~ '_(low|high)$' OR 'confidence' = ANY (proargnames) OR proargnames && '{low,high}')
	AND regexp_replace(proname, '_(low|high)$', '') NOT IN (SELECT functions FROM interval_query)
	AND signature !~ '^(cusum|ewma|band|control|survival_points)_'
	AND signature !~ '^(survival_points|axis_ticks|bin_table|psi_table|psi_limit|master_scale|association_rules)\('
	AND proname <> 'survey_sample_size'
	AND NOT (proargtypes[0] = 'survey_summary'::regtype OR proargnames && '{successes,successes_a}')
	AND signature NOT IN ('proportion_low(bigint,bigint,double precision,text)') ORDER BY 1;
CREATE FUNCTION wrong(query text, OUT cases bigint, OUT outside bigint, OUT no_end bigint, OUT no_estimate bigint)
LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT count(*), count(*) FILTER (WHERE low > estimate OR high < estimate OR low > high),
		count(*) FILTER (WHERE estimate IS NOT NULL AND (low IS NULL OR high IS NULL)),
		count(*) FILTER (WHERE estimate IS NULL AND (low IS NOT NULL OR high IS NOT NULL))
		FROM (%s OFFSET 0) AS t', query)
	INTO cases, outside, no_end, no_estimate;
END $$;
CREATE TABLE result AS SELECT functions, w.*, query FROM interval_query, wrong(query) AS w;
SELECT functions, outside FROM result WHERE outside > 0;
SELECT count(*) AS queries, bool_and(cases > 100) AS enough FROM result;
-- An end is missing where the variance is (one answer, one of a class, a model without standard errors, nobody left),
-- or where it is infinite; an end without an estimate is that of a quantile which is not reached.
SELECT DISTINCT functions COLLATE "C" AS no_end FROM result WHERE no_end > 0 ORDER BY 1;
SELECT DISTINCT functions COLLATE "C" AS no_estimate FROM result WHERE no_estimate > 0 ORDER BY 1;

-- Every p, and what it is about.
CREATE TABLE p_query (functions text, query text);
INSERT INTO p_query VALUES
	('affinity_pairs', 'SELECT p, llr AS estimate FROM (SELECT affinity_agg(CASE WHEN i % k = 0 THEN ''{a,b}''::text[]
		WHEN i % 3 = 0 THEN ''{b}'' ELSE ''{a,c}'' END) AS s FROM generate_series(1, 9) AS k,
			unnest(''{1,2,3,40}''::integer[]) AS n, generate_series(1, n) AS i GROUP BY k, n) AS b, affinity_pairs(s)'),
	('auc_diff_p', 'SELECT auc_diff_p(s) AS p,
		CASE WHEN auc_diff_low(s, 0.5) IS NOT NULL THEN auc_diff(s) END AS estimate FROM pair'),
	('calibration_fit', 'SELECT p, chi_square AS estimate FROM score, calibration_fit(s)'),
	('cox_coef', 'SELECT p, CASE WHEN std_error > 0 THEN estimate END AS estimate FROM cox, cox_coef(m)'),
	('cox_coef', 'SELECT ph_p AS p, ph_chi2 AS estimate FROM cox, cox_coef(m)'),
	('fisher_p', 'SELECT fisher_p(n, a, b, ab, tail) AS p, 1 AS estimate FROM generate_series(1, 6) AS n,
		generate_series(0, n) AS a, generate_series(0, n) AS b,
		generate_series(greatest(0, a + b - n), least(a, b)) AS ab,
		unnest(''{two-sided,greater,less}''::text[]) AS tail'),
	('hosmer_lemeshow', 'SELECT p, CASE WHEN df > 0 THEN chi_square END AS estimate FROM score,
		hosmer_lemeshow(s, 4, false)'),
	('ks_test', 'SELECT p, d AS estimate FROM score, ks_test(s)'),
	('likelihood_ratio', 'SELECT p, chi2 AS estimate FROM (SELECT bgnbd_fit(x, t_x, 39) AS m,
		bgnbd_fit(x, t_x, 39, ARRAY[i % 2]::float8[], ''{}'') AS w
		FROM customers, unnest(''{20,40,60,90}''::integer[]) AS n, generate_series(0, 2) AS part
		WHERE i <= n AND i % 3 <> part GROUP BY n, part) AS f, likelihood_ratio(m, w)'),
	('logit_coef', 'SELECT p, CASE WHEN std_error > 0 THEN estimate END AS estimate FROM line, logit_coef(m)'),
	('logrank_p', 'SELECT logrank_p(s, rho) AS p, logrank_chi2(s, rho) AS estimate FROM (SELECT logrank_agg(i * k % 7,
		i % 3 > 0, i % 2) AS s FROM generate_series(1, 9) AS k, unnest(''{1,2,3,40}''::integer[]) AS n,
		generate_series(1, n) AS i GROUP BY k, n) AS b, unnest(''{0,1}''::float8[]) AS rho'),
	('ols_coef', 'SELECT p, CASE WHEN std_error IS NOT NULL THEN estimate END AS estimate FROM line, ols_coef(s)'),
	('ols_f_p', 'SELECT ols_f_p(s) AS p, CASE WHEN ols_sigma(s) IS NOT NULL THEN ols_r2(s) END AS estimate FROM line'),
	('ols_test', 'SELECT p, f AS estimate FROM line, ols_test(s, ''{0,0,0,0}'')'),
	('psi_p', 'SELECT psi_p(s, t, ''half'') AS p, psi(s, t, ''half'') AS estimate FROM (SELECT
		format(''v1 "a":%s "b":%s'', a, b)::distribution_summary AS s, format(''v1 "a":%s "b":%s'', b, c)::
			distribution_summary AS t FROM generate_series(1, 4) AS a, generate_series(1, 4) AS b,
			unnest(''{1,50}''::integer[]) AS c) AS d');
SELECT signature AS not_tested FROM extension_function
WHERE (proname ~ '_p$' OR proargnames[pronargs + 1:] && '{p,ph_p}')
	AND proname NOT IN (SELECT functions FROM p_query)
	AND signature !~ '^(proportion_test|category_test|migration_matrix|nps_)'
ORDER BY 1;
CREATE FUNCTION wrong_p(query text, OUT cases bigint, OUT outside bigint, OUT missing bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT count(*), count(*) FILTER (WHERE NOT p BETWEEN 0 AND 1),
		count(*) FILTER (WHERE estimate <> 0 AND p IS NULL) FROM (%s OFFSET 0) AS t', query)
	INTO cases, outside, missing;
END $$;
SELECT functions, w.* FROM p_query, wrong_p(query) AS w WHERE cases < 10 OR outside > 0 OR missing > 0;

DROP VIEW extension_function;
DROP TABLE score, pair, stay, cox, cox_strata, follow, funnel, feeling, series, line, customers, model, spend, chart,
	subgroups, confidence, interval_query, result, p_query;
DROP FUNCTION wrong, wrong_p;
