-- Lifetime profit: histories of profit, and the normal-normal model, whose amounts may be below 0.
\i test/include/close.sql

-- A purchase is a day with an order, whatever its profit; there are no returns.
CREATE TABLE customer_order (customer integer, at date, profit numeric);
INSERT INTO customer_order VALUES (1, '2024-01-01', -3.5), (1, '2024-01-01', 1), (1, '2024-02-05', -0.25),
	(1, '2024-03-04', 7),
	(2, '2024-02-01', -20), (2, '2024-03-01', -10.5), (3, '2024-01-05', 0), (4, '2024-01-05', NULL), (4, NULL, 1);
CREATE TABLE history AS SELECT customer, profit_history_agg(at, profit) AS h FROM customer_order GROUP BY customer;
SELECT * FROM history ORDER BY customer;
SELECT customer, s.x, s.t_x, s.t, round(s.mean_spend, 4) AS mean_profit, purchases(h), first_purchase(h),
	last_purchase(h),
	purchases_between(h, '2024-01-01', '2024-12-31') AS later, spend_in(h, '-infinity', 'infinity') AS profit,
	spend_between(h, '2024-02-01', '2024-03-01') AS february
FROM history LEFT JOIN LATERAL clv_summary(h, '2024-03-31', 'day') AS s ON true ORDER BY customer;
-- Columns of every type.
SELECT profit_history_agg(at, p) AS float8, profit_history_agg(at, p::real) AS real,
	profit_history_agg(at::timestamp, p::numeric) AS numeric,
	profit_history_agg(at::timestamp AT TIME ZONE 'UTC', (4 * p)::bigint) AS four_times,
	profit_history_agg(at, -7) AS integer
FROM (VALUES ('2024-01-01'::date, -3.25::float8), ('2024-01-01', 0.5), ('1999-12-31', 2)) AS t(at, p);
-- Order and split mean nothing; text and binary form keep what it is.
CREATE TABLE row_of AS SELECT i, i % 7 AS part, '2020-01-01'::date + i * 7919 % 1500 AS at,
	(i * 31 % 1009 - 500) * 0.01 AS p
FROM generate_series(1, 2000) AS i;
SELECT count(DISTINCT h::text) AS histories, count(DISTINCT purchase_history_send(h)) AS bytes,
	count(DISTINCT h) AS equal,
	bool_and(purchases(h) = days) AS days, bool_and(spend_in(h, '-infinity', 'infinity') = total) AS exact
FROM (SELECT profit_history_agg(at, p) AS h FROM row_of
	UNION ALL SELECT profit_history_agg(at, p ORDER BY i DESC) FROM row_of
	UNION ALL SELECT rollup(h) FROM (SELECT profit_history_agg(at, p) AS h FROM row_of GROUP BY part) AS s
	UNION ALL SELECT purchase_history_merge(purchase_history_merge('v1', a), b)
		FROM (SELECT profit_history_agg(at, p) FILTER (WHERE part < 3) AS a,
			profit_history_agg(at, p) FILTER (WHERE part >= 3) AS b
			FROM row_of) AS s
	UNION ALL SELECT profit_history_agg(at, p)::text::purchase_history FROM row_of) AS t,
	(SELECT count(DISTINCT at) AS days, sum(p) AS total FROM row_of) AS o;
SELECT 'v1 profit 2024-01-01:-2.5'::purchase_history = 'v1 2024-01-01:-2.5'::purchase_history AS as_amounts,
	purchase_history_send('v1 profit 2024-01-01:-2.5') AS sent,
	purchase_history_send('v1 2024-01-01:-2.5') AS sent_amounts;
-- It merges with its like; an empty history of amounts is what every rollup starts from.
SELECT rollup(h) FROM unnest('{v1,v1 profit 2024-01-01:-2.5,v1 profit,v1}'::purchase_history[]) AS h;
SELECT rollup(h) FROM unnest('{v1 profit,v1 2024-01-01:2.5}'::purchase_history[]) AS h;
SELECT rollup(h) FROM unnest('{v1 2024-01-01:2.5,v1 profit}'::purchase_history[]) AS h;
SELECT purchase_history_merge('v1 profit 2024-01-01:-2.5', 'v1 2024-01-01:-2.5');
SELECT 'v1 profit r2024-01-01:-1'::purchase_history;
SELECT 'v1 profit2024-01-01:-1'::purchase_history;
SELECT 'v1profit'::purchase_history;
SELECT profit_history_agg('2024-01-01'::date, 'NaN'::float8);
SELECT profit_history_agg('infinity'::date, 1);
SELECT purchase_history_add('v1 profit', '2024-01-01'::date);

-- Customers whose means are normal around -3 with 12, and whose purchases are normal around these with 25.  u(i, k) is
-- number k of the random numbers of customer i, between 0 and 1.
CREATE FUNCTION u(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT (('x' || substr(md5(i || '.' || k), 1, 8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE FUNCTION normal(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT sqrt(-2 * ln(u(i, k))) * cos(2 * pi() * u(i, k + 1))$$;
CREATE TABLE customer AS
SELECT i, x, -3 + 12 * normal(i, 1) + 25 * normal(i, 3) / sqrt(x) AS mean
FROM (SELECT i, (1 + floor(8 * u(i, 9) ^ 2))::integer AS x FROM generate_series(1, 3000) AS i) AS c;
CREATE TABLE fit AS SELECT normal_spend_fit(x, mean) AS m FROM customer;
SELECT term, truth, abs(estimate - truth) < 3 * std_error AS recovered, low < estimate AND estimate < high AS inside,
	std_error BETWEEN 0.2 AND 1 AS std_error
FROM fit, coef(m) JOIN (VALUES ('mu', -3::float8), ('sd_between', 12), ('sd_within', 25))
	AS v(term, truth) USING (term);
-- The likelihood is that of the means, and no other parameters have more.
CREATE FUNCTION total(mu float8, between_ float8, within_ float8) RETURNS float8 LANGUAGE sql AS
$$SELECT sum(-ln(2 * pi() * v) / 2 - (mean - mu) ^ 2 / (2 * v)) FROM customer,
	LATERAL (SELECT between_ ^ 2 + within_ ^ 2 / x AS v) AS w$$;
SELECT close(total(e[1], e[2], e[3]), log_likelihood(m), 1e-13) AS likelihood,
	close(aic(m), 6 - 2 * log_likelihood(m)) AS aic,
	(SELECT bool_and(total(e[1] + a, e[2] + b, e[3] + c) < log_likelihood(m))
		FROM unnest('{-0.01,0,0.01}'::float8[]) AS a, unnest('{-0.01,0,0.01}'::float8[]) AS b,
			unnest('{-0.01,0,0.01}'::float8[]) AS c
		WHERE abs(a) + abs(b) + abs(c) > 0) AS maximum
FROM fit, (SELECT array_agg(estimate) AS e FROM fit, coef(m)) AS e;
-- Another unit or origin of money moves the amounts and nothing else; weights are repetitions.
SELECT close(f.estimate, CASE f.term WHEN 'mu' THEN 1e5 ELSE 0 END + 1e3 * o.estimate, 1e-8) AS estimate,
	close(f.std_error, 1e3 * o.std_error, 1e-6) AS std_error
FROM (SELECT normal_spend_fit(x, mean * 1e3 + 1e5) AS m FROM customer) AS moved, coef(m) AS f
	JOIN coef((SELECT m FROM fit)) AS o USING (term);
SELECT (SELECT normal_spend_fit(x, mean, 2)::text FROM customer)
		= (SELECT normal_spend_fit(x, mean)::text FROM customer, generate_series(1, 2)) AS weights,
	(SELECT normal_spend_fit(x, mean ORDER BY i DESC)::text FROM customer) = m::text AS any_order,
	(SELECT normal_spend_fit(k, CASE WHEN k > 0 THEN mean ELSE 999 END)::text
		FROM customer, LATERAL (SELECT x AS k UNION ALL SELECT 0) AS v) = m::text AS without_repeats,
	m::text::clv_model = m AS read_back FROM fit;
SELECT model_json(m) - '{parameters,standard_errors,log_likelihood,aic,bic}'::text[] AS json, warnings(m) FROM fit;
-- A customer's mean is drawn towards mu: by 9 / (9 + 36 / x).
SELECT x, mean, expected_spend(clv_model('normal-normal', '{10,3,6}'), x, mean) AS spend
FROM (VALUES (0, NULL::float8), (0, -99), (1, -20), (4, -20), (4, 0), (4, 30), (1000000, -20), (1, NULL)) AS v(x, mean);
SELECT expected_spend(clv_model('normal-normal', '{-10,3,6}'), 0, NULL) AS loss,
	expected_spend(clv_model('normal-normal', '{0,3,6}'), 0, 1) AS zero;

-- Lifetime profit: its interval is that of the delta method by hand, also around a loss and around 0.
CREATE TABLE model AS
SELECT 'v1 nbd 3 [900,-5,1,0,2,0] 1,0.01,0.05 12,0.05,2'::clv_model AS b,
	'v1 normal-normal 4 [900,-5,1,0,3,0] 10,0.5,0.01,0.02 3,0.01,0.1,-0.05 6,0.02,-0.05,0.2'::clv_model AS g;
SELECT mean, close(clv(b, g, x, 30, t, mean, 0, 52), n * s) AS value, sign(n * s) AS sign,
	close(clv_high(b, g, x, 30, t, mean, 0, 52), n * s + 1.959963984540054 * sqrt(v), 1e-6) AS high,
	close(clv_low(b, g, x, 30, t, mean, 0, 52, 0.9), n * s - 1.6448536269514722 * sqrt(v), 1e-6) AS low
FROM model, (SELECT 4 AS x, 39 AS t) AS c, unnest('{-20,-10,0,30}'::float8[]) AS mean,
	LATERAL (SELECT (1 + x) * 52 / (12.0 + t) AS n, 52 / (12.0 + t) AS n_r, -(1 + x) * 52 / (12.0 + t) ^ 2 AS n_alpha,
		0.5 AS w, 10 + 0.5 * (mean - 10) AS s, 1 - 0.5 AS s_mu, (mean - 10) * 2 * 3 * 9 / 18.0 ^ 2 AS s_between,
		-(mean - 10) * 2 * 6 / 4.0 * 9 / 18.0 ^ 2 AS s_within) AS d,
	LATERAL (SELECT s ^ 2 * (n_r ^ 2 * 0.01 + 2 * n_r * n_alpha * 0.05 + n_alpha ^ 2 * 2)
		+ n ^ 2 * (s_mu ^ 2 * 0.5 + s_between ^ 2 * 0.1 + s_within ^ 2 * 0.2
			+ 2 * (s_mu * s_between * 0.01 + s_mu * s_within * 0.02 - s_between * s_within * 0.05)) AS v) AS e;
SELECT clv(b, g, 0, 0, 39, NULL, 0.01) > 0 AS without_repeats, clv(b, g, 2, 30, 39, NULL, 0.01) IS NULL AS unknown,
	clv_low(b, g, 0, 0, 39, NULL, 0, 0) AS no_time FROM model;
-- Not identified: the same number of purchases for all; or nothing differs.
SELECT converged(m), warnings(m), (SELECT count(std_error) FROM coef(m)) AS std_errors,
	clv_low(b, m, 2, 30, 39, -5, 0.01) AS low,
	round(expected_spend(m, 0, NULL)::numeric, 3) = (SELECT round(avg(mean)::numeric, 3) FROM customer) AS mu
FROM model, (SELECT normal_spend_fit(3, mean) AS m FROM customer) AS f;
SELECT converged(m), warnings(m), expected_spend(m, 1, 2) AS spend
FROM (SELECT normal_spend_fit(x, -5) AS m FROM customer) AS f;
SELECT normal_spend_fit(0, 5) IS NULL AS nobody, normal_spend_fit(NULL, 5) IS NULL AS unknown;
-- From histories: the mean of the purchases after the first, of profit and of amounts, as their columns have it.
SELECT (model_json(normal_spend_fit(h, '2024-03-31'))->>'weight') AS repeaters,
	normal_spend_fit(h, '2023-12-31') IS NULL AS too_early
FROM history;
SELECT kind, count(*) AS customers,
	normal_spend_fit(h, '2022-06-30')::text = normal_spend_fit(s.x, s.mean_spend::float8)::text AS as_columns
FROM (SELECT 'profit' AS kind, i % 300 AS c, profit_history_agg(at, p) AS h FROM row_of GROUP BY i % 300
	UNION ALL SELECT 'amounts', i % 300 AS c, purchase_history_agg(at, p) FROM row_of GROUP BY i % 300) AS t,
	clv_summary(h, '2022-06-30') AS s GROUP BY kind ORDER BY kind;
SELECT gammagamma_fit(h, '2024-03-31') FROM history;
SELECT customer, round(expected_spend(m, h, '2024-03-31')::numeric, 4) AS spend,
	clv(with_unit(b, 'week'), m, h, '2024-03-31', 0.1) < 0 AS loss
FROM history, (SELECT clv_model('normal-normal', '{-2,3,6}') AS m, clv_model('nbd', '{1,12}') AS b) AS f
ORDER BY customer;
SELECT expected_spend(clv_model('gamma-gamma', '{6,4,15}'), h, '2024-03-31') FROM history;
SELECT clv(with_unit(clv_model('nbd', '{1,12}'), 'week'), clv_model('gamma-gamma', '{6,4,15}'), h, '2024-03-31', 0.1)
FROM history;

SELECT clv_model('normal-normal', '{-3,0,1}');
SELECT clv_model('normal-normal', '{-3,1}');
SELECT clv_model('normal-normal', '{NaN,1,1}');
SELECT normal_spend_fit(1, 'infinity');
SELECT normal_spend_fit(1.5, 1);
SELECT normal_spend_fit(-1, 1);
SELECT normal_spend_fit(1, 1, -1);
SELECT p_alive(g, 1, 2, 3) FROM model;
SELECT normal_spend_final('v1 means 3 [] 0,5,1');
SELECT normal_spend_final('v1 spend 3 [] 1,5,1');
SELECT gammagamma_final('v1 means 3 [] 1,-5,1');
SELECT 'v1 normal-normal 4 [900,-5,1,0,3,0] 10,0.5,0,0 -3,0,0.1,0 6,0,0,0.2'::clv_model;
SELECT 'v1 normal-normal 4 [900,-5,1,0,3,0,7] -10,0.5,0,0 3,0,0.1,0 6,0,0,0.2'::clv_model;
SELECT customer_model('v1 normal-normal 4 [900,-5,1,0,3,0] -10,0.5,0,0 3,0,0.1,0 6,0,0,0.2', '{}', '{}');
DROP TABLE customer_order, history, row_of, customer, fit, model;
DROP FUNCTION u, normal, total;
