-- Returns that outweigh repeat purchases: one rule everywhere, and days with both ends.
\i test/include/close.sql

CREATE TEMP TABLE history AS
SELECT purchase_history_agg(day, amount) AS h
FROM (VALUES (date '2024-01-01', 100), ('2024-02-01', 30), ('2024-02-03', -80), ('2024-03-01', 20)) AS v(day, amount);
-- Repeat purchases of 30 and 20, and 80 back.
SELECT s.x, s.mean_spend FROM history, clv_summary(h, '2024-06-30') AS s;

-- Predictions take a mean at or below 0 as that of a customer without repeat purchases.
SELECT mean, expected_spend(m, 2, mean) = expected_spend(m, 0, NULL) AS as_without,
	expected_spend(m, 2, mean) <> expected_spend(m, 2, 1) AS as_with
FROM clv_model('gamma-gamma', '{6.25,3.74,15.44}') AS m, unnest('{-15,0,1e-300,1}'::float8[]) AS mean ORDER BY mean;
SELECT side, mean, close(value, without) AS same, value > 0 AS positive
FROM (SELECT 'v1 nbd 3 [1,-5,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model AS b,
		'v1 gamma-gamma 4 [10,-5,1,0,3,0] 6,1,0,0 4,0,0.3,0 10,0,0,1'::clv_model AS g) AS m,
	unnest('{-15,0}'::float8[]) AS mean,
	LATERAL (VALUES
		('clv', clv(b, g, 2, 30, 39, mean, 0.01, 52), discounted_purchases(b, 2, 30, 39, 0.01, 52)
			* expected_spend(g, 0, NULL)),
		('low', clv_low(b, g, 2, 30, 39, mean, 0.01, 52),
			clv(b, g, 2, 30, 39, mean, 0.01, 52) ^ 2 / clv_high(b, g, 2, 30, 39, mean - 1, 0.01, 52)),
		('high', clv_high(b, g, 2, 30, 39, mean, 0.01, 52), clv_high(b, g, 2, 30, 39, -7, 0.01, 52))) AS v(side, value,
			without)
ORDER BY side, mean;
SELECT expected_spend(clv_model('gamma-gamma', '{6.25,3.74,15.44}'), 2, 'NaN');

-- The fit leaves them out, is the same as without them, and says how many.
CREATE TEMP TABLE customer AS
SELECT 1 + i % 4 AS x, (CASE WHEN i % 20 = 0 THEN -1 WHEN i % 50 = 1 THEN 0 ELSE 1 END)
	* (20 + i * 7 % 90) AS mean_spend
FROM generate_series(1, 400) AS i;
SELECT f.all_of_them::text LIKE 'v1 gamma-gamma 4 [372,%,0,28,0,0,0,0] %' AS stored,
	model_json(f.all_of_them) - 'left_out' - 'warnings'
		= model_json(f.those_above) - 'left_out' - 'warnings' AS same,
	model_json(f.all_of_them) -> 'left_out' AS left_out, model_json(f.those_above) -> 'left_out' AS of_those_above,
	warnings(f.all_of_them), warnings(f.those_above) AS none
FROM (SELECT gammagamma_fit(x, mean_spend) AS all_of_them, gammagamma_fit(x, mean_spend)
	FILTER (WHERE mean_spend > 0) AS those_above
	FROM customer) AS f;
SELECT warnings(gammagamma_fit(x, mean_spend, w)) FROM (SELECT x, mean_spend, 1 AS w FROM customer WHERE mean_spend > 0
	UNION ALL SELECT 3, -2, 1) AS t;
-- The model is read back, with its customers.
SELECT m::text::clv_model = m AS read_back FROM (SELECT gammagamma_fit(x, mean_spend) AS m FROM customer) AS f;
SELECT gammagamma_fit(2, -5) IS NULL AS nobody_left;
SELECT 'v1 gamma-gamma 4 [10,-5,1,0,3,0,0,28,9,0,0,0] 6,1,0,0 4,0,0.3,0 10,0,0,1'::clv_model;

-- From the first day to the last.
SELECT purchases_between(h, '2024-01-01', '2024-03-01') AS after_the_first,
	purchases_in(h, '2024-01-01', '2024-03-01') AS with_the_first,
	purchases_in(h, '2024-03-01', '2024-03-01') AS one_day, purchases_in(h, '-infinity', 'infinity')
		= purchases(h) AS all,
	purchases_in(h, '2024-03-01', '2024-01-01') AS none,
	spend_between(h, '2024-01-01', '2024-03-01') AS spend_after, spend_in(h, '2024-01-01', '2024-03-01') AS spend,
	spend_in(h, '2024-02-03', '2024-02-03') AS returned
FROM history;

-- Days alone, of every type.
SELECT purchase_history_agg(day) AS date, purchase_history_agg(day::timestamp) AS timestamp,
	purchase_history_agg(day::timestamp AT TIME ZONE 'UTC') AS timestamptz
FROM (VALUES (date '2024-01-01'), ('2024-02-01'), ('2024-02-01')) AS v(day);
SELECT s.* FROM clv_summary((SELECT purchase_history_agg(d::date) FROM generate_series(timestamp '2024-01-01',
	'2024-01-29', '7 days') AS d),
	'2024-02-05') AS s;
