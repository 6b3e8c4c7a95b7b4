-- forecast_model: Holt-Winters.
\i test/include/close.sql
-- Box and Jenkins, series G: airline passengers by month, 1949 to 1960, in thousands.
CREATE TABLE airline (month date, passengers integer);
\copy airline FROM 'test/data/air_passengers.csv' CSV HEADER
CREATE TABLE passengers AS
SELECT (row_number() OVER (ORDER BY month))::integer AS i, month, passengers AS x FROM airline;

-- M12: with given parameters, from R's start.
CREATE TABLE model AS SELECT kind, holt_winters_agg(month, x, 12, kind, 0.3, 0.05, 0.4) AS m
FROM passengers, unnest('{additive,multiplicative}'::text[]) AS kind GROUP BY kind;
SELECT kind, close((j->>'sse')::float8, sse) AS sse, close((j->>'level')::float8, level) AS level,
	close((j->>'trend')::float8, trend) AS trend, j->'period' AS period, j->'rows' AS rows, j->'last' AS last,
	j->'fitted' AS fitted, j->'warnings' AS warnings, jsonb_array_length(j->'seasons') AS seasons
FROM model, model_json(m) AS j
	JOIN (VALUES ('additive', 53988.88539694, 493.6245798871, 3.49776934674),
	('multiplicative', 22971.00741846, 490.349504688, 3.626379074075)) AS e(k, sse, level, trend) ON j->>'kind' = k
ORDER BY kind;
SELECT kind, bool_and(close(f.forecast, e.x)) AS forecasts, bool_and(f.forecast = forecast(m, f.ahead)) AS one_by_one,
	min(t_date) AS first, max(t_date) AS last, count(t_integer) AS t_integer
FROM model, forecast_table(m, 12) AS f
	JOIN (VALUES ('additive', '{465.8186245786,453.3340808008,502.5026898591,513.6989099975,525.4372624446,
	579.6214202236,635.4364435512,621.1726102093,532.6398124792,485.8857362732,440.3693278712,
		484.3095744887}'::float8[]),
	('multiplicative', '{452.0814342459,432.1030202024,496.8730454774,507.7856506973,521.8371904498,596.7810255268,
		675.3549295712,664.8862791445,555.7802496928,491.0167034311,424.6370397619,473.1469797111}')) AS v(k,
		xs) ON true, unnest(xs) WITH ORDINALITY AS e(x, n) WHERE k = kind AND n = ahead GROUP BY kind ORDER BY kind;
SELECT ahead, close(f.low, e.low) AND close(f.high, e.high) AND f.low = forecast_low(m, ahead)
	AND f.high = forecast_high(m, ahead) AS interval_of_95 FROM model, forecast_table(m, 12) AS f
	JOIN (VALUES (1, 426.0981775468, 505.5390716105), (2, 411.6896024709, 494.9785591307),
	(12, 419.0682112397, 549.5509377378)) AS e(ahead, low, high) USING (ahead) WHERE kind = 'additive' ORDER BY ahead;
SELECT close(forecast_high(m, 1, 0.8) - forecast(m, 1),
	(forecast(m, 1) - forecast_low(m, 1)) * 1.2815515655446004 / 1.9599639845400545) AS of_80,
	forecast_low(multiplicative, 1) AS low, (SELECT count(low) FROM forecast_table(multiplicative, 5)) AS lows
FROM model, (SELECT m AS multiplicative FROM model WHERE kind = 'multiplicative') AS t WHERE kind = 'additive';
SELECT close(forecast(m, 1 + 12 * 100),
	(j->>'level')::float8 + 1201 * (j->>'trend')::float8 + (j->'seasons'->>0)::float8) AS far_ahead
FROM model, model_json(m) AS j WHERE kind = 'additive';

-- M13: fitted parameters, at least as good as the least sum of squares that is known; gamma at its border is said.
CREATE TABLE fit AS SELECT kind, holt_winters_agg(month, x, 12, kind) AS m
FROM passengers, unnest('{additive,multiplicative}'::text[]) AS kind GROUP BY kind;
SELECT kind, (j->>'sse')::float8 <= sse AS least, near((j->>'alpha')::float8, alpha, 1e-6) AS alpha,
	near((j->>'beta')::float8, beta, 1e-6) AS beta, near((j->>'gamma')::float8, gamma, 1e-6) AS gamma,
	j->'fitted' AS fitted, j->'converged' AS converged, j->'warnings' AS warnings
FROM fit, model_json(m) AS j JOIN (VALUES ('additive', 21860.184512 * (1 + 1e-9), 0.2479617772, 0.0345187070, 1),
	('multiplicative', 16570.777751, 0.2756035003, 0.0326774175, 0.8707616216)) AS e(k, sse, alpha, beta,
	gamma) ON j->>'kind' = k ORDER BY kind;
SELECT kind, near(forecast(m, 1), a, 1e-3) AND near(forecast(m, 2), b, 1e-3)
	AND near(forecast(m, 3), c, 1e-3) AS forecasts FROM fit
	JOIN (VALUES ('additive', 453.4969, 429.3897, 467.0352),
	('multiplicative', 447.0550, 419.7113, 464.8654)) AS e(kind, a, b, c) USING (kind) ORDER BY kind;
SELECT (SELECT holt_winters_agg(month, x, 12) FROM passengers) = m AS additive_by_default FROM fit
WHERE kind = 'additive';
-- Some parameters given, the others fitted: no better than all fitted, no worse than any given.
SELECT j->'alpha' AS alpha, j->'fitted' AS fitted,
	(j->>'sse')::float8 BETWEEN (SELECT (model_json(m)->>'sse')::float8 FROM fit WHERE kind = 'additive')
	AND (SELECT (model_json(m)->>'sse')::float8 FROM model WHERE kind = 'additive') AS between
FROM (SELECT holt_winters_agg(month, x, 12, 'additive', 0.3, NULL, NULL) AS m FROM passengers) AS t, model_json(m) AS j;

-- Judged on two years, trained on those before (M13).
CREATE TABLE judged AS SELECT kind, error_agg(x, forecast(m, i - 120)) AS s
FROM passengers, (SELECT kind, holt_winters_agg(i, x, 12, kind, 0.3, 0.05, 0.4) AS m
	FROM passengers, unnest('{additive,multiplicative}'::text[]) AS kind WHERE i <= 120 GROUP BY kind) AS t
WHERE i > 120 GROUP BY kind;
SELECT kind, close(mae(s), a, 1e-11) AS mae, close(rmse(s), r, 1e-11) AS rmse, close(mape(s), p / 100, 1e-11) AS mape,
	close(mase(s, (SELECT avg(abs(x - before))
	FROM (SELECT i, x, lag(x, 12) OVER (ORDER BY i) AS before FROM passengers WHERE i <= 120) AS t)), e, 1e-11) AS mase
FROM judged JOIN (VALUES ('additive', 35.70589812713, 44.99061236844, 7.311695132209, 1.249590731604),
	('multiplicative', 31.43718565216, 37.2224018793, 6.671794910534, 1.10019962749)) AS v(kind, a, r, p,
	e) USING (kind) ORDER BY kind;
SELECT mae(error_agg(x, before)) AS seasonal_naive
FROM (SELECT i, x, last AS before FROM passengers
	JOIN (SELECT i AS j, x AS last FROM passengers WHERE i BETWEEN 109 AND 120) AS l ON (i - j) % 12 = 0
WHERE i > 120) AS t;
-- The simple start, in plain SQL: it decides the third digit.
SELECT close(sse, 54335.33763855) AS sse, close(level + trend + season[1], 465.8864066122) AS first,
	close(level + 2 * trend + season[2], 453.3405616839) AS second,
	close(level + 12 * trend + season[12], 484.338557108) AS twelfth FROM (
	WITH RECURSIVE step AS (
		SELECT 12 AS i, avg(x)
			FILTER (WHERE i <= 12)::float8 AS level,
			((avg(x) FILTER (WHERE i BETWEEN 13 AND 24) - avg(x) FILTER (WHERE i <= 12)) / 12)::float8 AS trend,
			array_agg((x - (SELECT avg(x) FROM passengers WHERE i <= 12))::float8 ORDER BY i)
				FILTER (WHERE i <= 12) AS season, 0::float8 AS sse FROM passengers
		UNION ALL
		SELECT p.i, n.level, 0.05 * (n.level - s.level) + 0.95 * s.trend,
			season[2:12] || (0.4 * (x - n.level) + 0.6 * season[1]), sse + (x - s.level - s.trend - season[1]) ^ 2
		FROM step AS s JOIN passengers AS p ON p.i = s.i + 1,
			LATERAL (SELECT 0.3 * (x - season[1]) + 0.7 * (s.level + s.trend) AS level) AS n)
	SELECT * FROM step WHERE i = 144) AS t;

-- The same with seasons as ratios.
SELECT close(sse, 22656.84737922) AS sse, close((level + trend) * season[1], 452.3251342991) AS first,
	close((level + 2 * trend) * season[2], 432.0642210479) AS second,
	close((level + 12 * trend) * season[12], 473.2707265309) AS twelfth
FROM (WITH RECURSIVE step AS (
	SELECT 12 AS i, avg(x) FILTER (WHERE i <= 12)::float8 AS level,
		((avg(x) FILTER (WHERE i BETWEEN 13 AND 24) - avg(x) FILTER (WHERE i <= 12)) / 12)::float8 AS trend,
		array_agg((x / (SELECT avg(x) FROM passengers WHERE i <= 12))::float8 ORDER BY i) FILTER (WHERE i <= 12)
			AS season, 0::float8 AS sse
	FROM passengers
	UNION ALL
	SELECT p.i, n.level, 0.05 * (n.level - s.level) + 0.95 * s.trend,
		season[2:12] || (0.4 * x / n.level + 0.6 * season[1]), sse + (x - (s.level + s.trend) * season[1]) ^ 2
	FROM step AS s JOIN passengers AS p ON p.i = s.i + 1,
		LATERAL (SELECT 0.3 * x / season[1] + 0.7 * (s.level + s.trend) AS level) AS n)
	SELECT * FROM step WHERE i = 144) AS t;

-- Any order, in parts, with t of either type: the same model, but for t.
SELECT (SELECT holt_winters_agg(month, x, 12, kind ORDER BY x, i) FROM passengers) = m AS any_order,
	(SELECT model_json(holt_winters_agg(i, x, 12, kind)) - 'last'
	FROM passengers) = model_json(m) - 'last' AS by_number, (SELECT holt_winters_final(held_rows_merge(a, b)) FROM (
	SELECT (SELECT holt_winters_add(holt_winters_add('v1', 1, 5, 2, 'additive'), 3, 7, 2, 'additive')) AS a,
		(SELECT holt_winters_add(holt_winters_add('v1', 2, 8, 2, 'additive'), 4, 9, 2,
		'additive')) AS b) AS t)::text = (SELECT holt_winters_agg(i, x, 2, 'additive')::text
	FROM unnest('{5,8,7,9}'::integer[]) WITH ORDINALITY AS u(x, n), LATERAL (SELECT n::integer AS i) AS l) AS merged
FROM fit ORDER BY kind;
-- Scale does not matter: powers of two exactly, and beyond where squares are numbers.
SELECT close((j->>'sse')::float8, (k->>'sse')::float8 * 2::float8 ^ 200) AS sse,
	(j->>'level')::float8 = (k->>'level')::float8 * 2::float8 ^ 100 AS level, j->'alpha' = k->'alpha' AS alpha
FROM (SELECT model_json(holt_winters_agg(i, x * 2::float8 ^ 100, 12)) AS j,
	model_json(holt_winters_agg(i, x, 12)) AS k FROM passengers) AS t;
SELECT holt_winters_agg(i, x * 1e200, 12) FROM passengers;
SELECT forecast(holt_winters_agg(i, x * 1e-300, 12, 'multiplicative'), 1) > 0 AS small FROM passengers;

-- Steps: months, last days of months, quarters, weeks, years, numbers; and those of the forecasts.
SELECT step, string_agg(f.t_date::text, ' ' ORDER BY ahead) AS next
FROM (VALUES ('months', '2023-01-15', '1 month'), ('last days', '2023-01-31', '1 month'),
	('on the 30th', '2023-01-30', '1 month'), ('quarters', '2023-03-31', '3 months'),
	('weeks', '2023-01-02', '7 days'), ('days', '2023-02-25', '1 day'), ('years', '2000-02-29', '1 year')) AS v(step,
	first, gap),
	LATERAL (SELECT holt_winters_agg((first::date + i * gap::interval)::date, i % 2 + i, 2, 'additive', 0.5, 0.5,
		0.5) AS m FROM generate_series(0, 5) AS i) AS t, forecast_table(m, 3) AS f GROUP BY step ORDER BY step;
SELECT ahead, t_date, t_integer, round(forecast::numeric, 6) AS forecast, round(low::numeric, 6) AS low
FROM (SELECT holt_winters_agg(2000 + 5 * i, i % 2 + i, 2, 'additive', 0.5, 0.5, 0.5) AS m
	FROM generate_series(1, 6) AS i) AS t, forecast_table(m, 2);
-- A missing period is named, and so is one that is there twice.
SELECT holt_winters_agg(month, x, 12) FROM passengers WHERE month <> '1950-03-01';
SELECT holt_winters_agg(month, CASE WHEN i <> 50 THEN x END, 12) FROM passengers;
SELECT holt_winters_agg(i, x, 12) FROM passengers WHERE i NOT BETWEEN 20 AND 22;
SELECT holt_winters_agg(month + 14, x, 12) FROM passengers WHERE i <> 99;
SELECT holt_winters_agg('2024-01-01'::date + 7 * i, i, 4) FROM generate_series(1, 20) AS i WHERE i <> 9;
SELECT holt_winters_agg(i % 30, x, 12) FROM passengers;
SELECT holt_winters_agg(month, x, 12) FROM (SELECT month, x FROM passengers UNION ALL SELECT '1955-05-01', 270) AS t;
SELECT holt_winters_agg(202300 + i, i, 2) FROM unnest('{11,12,101,102}'::integer[]) AS i;

-- Too short, exactly long enough, without noise, constant, diverging.
SELECT n, forecast(m, 1) IS NULL AS none, (SELECT count(*) FROM forecast_table(m, 3)) AS rows, j->'alpha' AS alpha,
	j->'sse' AS sse, j->'warnings' AS warnings FROM unnest('{1,7,8}'::integer[]) AS n,
	LATERAL (SELECT holt_winters_agg(i, i * i % 7 + i, 4) AS m FROM generate_series(1, n) AS i) AS t,
	model_json(m) AS j;
SELECT round(forecast(m, 1)::numeric, 8) AS clean, round(forecast_high(m, 7)::numeric, 8) AS high
FROM (SELECT holt_winters_agg(i, 10 + i * 0.5 + i % 3, 3, 'additive', 0.5, 0.5, 0.5) AS m
	FROM generate_series(1, 12) AS i) AS t;
SELECT forecast(m, 5) AS additive, forecast(p, 5) AS multiplicative, j->'sse' AS sse, j->'sigma' AS sigma
FROM (SELECT holt_winters_agg(i, 4, 2) AS m, holt_winters_agg(i, 4, 2, 'multiplicative') AS p
	FROM generate_series(1, 9) AS i) AS t, model_json(m) AS j;
SELECT forecast(holt_winters_agg(i, 0, 2), 3) AS zeros FROM generate_series(1, 9) AS i;
SELECT warnings(holt_winters_agg(i, i % 5, 12)) FROM generate_series(1, 13) AS i;
SELECT warnings(holt_winters_agg(i, i % 5, 2, 'additive', 0.3, 0.2, 0.1)) IS NULL AS nothing
FROM generate_series(1, 13) AS i;
SELECT forecast(m, 1) AS none, (SELECT count(*) FROM forecast_table(m, 3)) AS rows, j->'warnings' AS warnings,
	j->'alpha' AS alpha, j->'level' AS level
FROM (SELECT holt_winters_agg(i, i % 5, 12, 'additive', 0.3, 1, 1) AS m FROM generate_series(1, 20000) AS i) AS t,
	model_json(m) AS j;
-- What is NULL.
SELECT holt_winters_agg(NULL::date, 1, 12) IS NULL AS t, holt_winters_agg(1, NULL, 12) IS NULL AS x,
	holt_winters_agg(1, 1, NULL) IS NULL AS period, holt_winters_agg(1, 1, 12, NULL) IS NULL AS kind,
	holt_winters_add(NULL, 1, 1, 12, 'additive', 0.1, 0.1, 0.1) IS NULL AS state, forecast(NULL, 1) IS NULL AS model,
	(SELECT count(*) FROM forecast_table(NULL, 1)) AS table_rows;
-- What is refused.
SELECT holt_winters_agg(i, x - 118, 12, 'multiplicative') FROM passengers;
SELECT holt_winters_agg(month, x - 118, 12, 'multiplicative') FROM passengers WHERE i > 1;
SELECT holt_winters_agg(i, x, 1) FROM passengers;
SELECT holt_winters_agg(i, x, 10001) FROM passengers;
SELECT holt_winters_agg(i, x, i) FROM passengers WHERE i > 1;
SELECT holt_winters_agg(i, x, 12, 'mixed') FROM passengers;
SELECT holt_winters_agg(i, x, 12, 'additive', 1.5, 0, 0) FROM passengers;
SELECT holt_winters_agg(i, x, 12, 'additive', NULL, NULL, -0.5) FROM passengers;
SELECT holt_winters_agg(i, x, 12, 'additive', i / 1000.0, NULL, NULL) FROM passengers;
SELECT holt_winters_agg(1, 'NaN', 12);
SELECT holt_winters_agg('infinity'::date, 1, 12);
SELECT forecast(m, 0) FROM fit;
SELECT forecast_low(m, 1, 95) FROM fit;
SELECT forecast_table(m, -1) FROM fit;
SELECT count(*) FROM (SELECT holt_winters_agg('5874897-01-01'::date + i, i, 2) AS m
	FROM generate_series(1, 6) AS i) AS t, forecast_table(m, 400);
SELECT holt_winters_final('v1 series 2 [1,2,0,-1,-1,-1] 1e300,1 2,1 3,1 4,1');
SELECT holt_winters_final('v1 series 2 [0,2,1,-1,-1,-1] 1,1 2,-1 3,1 4,1');
SELECT holt_winters_final('v1 series 2 [0,2,0,-1,-1,7] 1,1 2,-1 3,1 4,1');
SELECT holt_winters_final('v1 series 2 [0,1e9,0,-1,-1,-1] 1,1 2,-1 3,1 4,1');
-- Text that is no value.
SELECT 'v1'::forecast_model;
SELECT 'v1 holt-winters 1 [0,1,0,3,9,0.25,0.125,1,4,6.5,0.5,3.125,0.25,82,1,8704,1,31] 1 1.25'::forecast_model;
SELECT 'v1 holt-winters 1 [3,1,0,3,9,0.25,0.125,1,4,6.5,0.5,3.125,0.25,82,1,8704,1,31]'::forecast_model;
SELECT 'v1 holt-winters 1 [0,1,0,3,9,-1,0.125,1,4,6.5,0.5,3.125,0.25,82,1,8704,1,31] 1 1.25 -2.25'::forecast_model;
SELECT 'v1 holt-winters 1 [0,1,0,3,9,0.25,0.125,1,9,6.5,0.5,3.125,0.25,82,1,8704,1,31] 1 1.25 -2.25'::forecast_model;
SELECT 'v1 holt-winters 1 [0,1,0,3,9,0.25,0.125,1,4,6.5,0.5,3.125,0.25,82,1,8704.5,1,31] 1 1.25 -2.25'::forecast_model;
DROP TABLE airline, passengers, model, fit, judged;
