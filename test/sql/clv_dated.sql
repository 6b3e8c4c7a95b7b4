-- Histories in, money out: fits and predictions that know dates, units and yearly rates.
\i test/include/close.sql

CREATE TEMP TABLE customer AS
SELECT c, purchase_history_agg(date '2023-01-02' + c % 90 + k * (3 + c * 7 % 40) + k * k * (c % 3),
	(5 + c * 13 % 50 + k % 4)::numeric) AS h
FROM generate_series(1, 400) AS c, generate_series(0, 9) AS k WHERE k <= c * c % 11 GROUP BY c;
CREATE TEMP TABLE known AS
SELECT c, h, s.* FROM customer, clv_summary(h, '2023-12-31') AS s;

-- A history and its columns are one thing, in every unit.
SELECT family, of_history = with_unit(of_columns, 'week') AS same
FROM (SELECT bgnbd_fit(h, '2023-12-31') AS b, bgnbd_fit(x, t_x, t) AS b1, mbgnbd_fit(h, '2023-12-31') AS m,
	mbgnbd_fit(x, t_x, t) AS m1,
		paretonbd_fit(h, '2023-12-31') AS p, paretonbd_fit(x, t_x, t) AS p1, nbd_fit(h, '2023-12-31') AS n,
			nbd_fit(x, t_x, t) AS n1
	FROM known) AS f,
	LATERAL (VALUES ('bg/nbd', b, b1), ('mbg/nbd', m, m1), ('pareto/nbd', p, p1), ('nbd', n, n1)) AS v(family,
		of_history, of_columns);
SELECT unit, (model_summary(m)).unit AS as_interval, m = with_unit(bgnbd_fit(s.x, s.t_x, s.t), unit) AS same
FROM unnest('{day,week,month,year}'::text[]) AS unit,
	LATERAL (SELECT bgnbd_fit(h, '2023-12-31', unit) AS m FROM customer) AS f, customer,
		clv_summary(h, '2023-12-31', unit) AS s
GROUP BY unit, m ORDER BY unit;
SELECT bgnbd_fit(h, '2023-12-31', interval '7 days') = bgnbd_fit(h, '2023-12-31') AS week_as_interval FROM customer;
SELECT gammagamma_fit(h, '2023-12-31') = gammagamma_fit(x, mean_spend::float8) AS same_spend FROM known;

-- Those who first bought later are left out and counted; an earlier day knows less.
SELECT as_of, family, customers, left_out, converged, warning, customers = (SELECT count(*) FROM customer
	WHERE first_purchase(h) <= as_of) AS counted
FROM unnest('{2023-01-31,2023-03-31,2023-12-31}'::date[]) AS as_of,
	LATERAL (SELECT (model_summary(mbgnbd_fit(h, as_of, 'month'))).* FROM customer) AS s ORDER BY as_of;
SELECT bgnbd_fit(h, '2022-12-31') IS NULL AS nobody_yet, bgnbd_fit(NULL::purchase_history,
	'2022-12-31') IS NULL AS no_history FROM customer;

-- Predictions of a history are those of its columns, whatever the unit.
CREATE TEMP TABLE model AS
SELECT unit, days, with_unit(m, unit) AS m, clv_model('gamma-gamma', '{6.25,3.74,15.44}') AS s
FROM (VALUES ('day', 1), ('week', 7), ('month', 30.4375), ('year', 365.25)) AS u(unit, days),
	LATERAL (VALUES (clv_model('bg/nbd', ARRAY[0.243, 4.414 * 7 / days, 0.793, 2.426])),
		(clv_model('mbg/nbd', ARRAY[0.525, 6.183 * 7 / days, 0.891, 1.614])),
		(clv_model('pareto/nbd', ARRAY[0.553, 10.58 * 7 / days, 0.606, 11.67 * 7 / days])),
		(clv_model('nbd', ARRAY[0.385, 12.07 * 7 / days]))) AS f(m);
SELECT unit, count(*), bool_and(close(p_alive(m, h, '2023-12-31'), p_alive(m, k.x, k.t_x, k.t))) AS alive,
	bool_and(close(p_alive(m, h, '2023-12-31', '26 weeks'), p_alive(m, k.x, k.t_x, k.t, 182 / days))) AS ahead,
	bool_and(close(expected_purchases(m, h, '2023-12-31', '39 weeks'), expected_purchases(m, k.x, k.t_x, k.t,
		273 / days))) AS expected,
	bool_and(close(expected_spend(s, h, '2023-12-31'), expected_spend(s, k.x, k.mean_spend::float8))) AS spend,
	bool_and(close(clv(m, s, h, '2023-12-31', 0.15), clv(m, s, k.x, k.t_x, k.t, k.mean_spend::float8,
		continuous_discount(0.15, 365.25 / days)))
		OR m::text LIKE 'v1 nbd%') AS clv,
	bool_and(close(clv(m, s, h, '2023-12-31', 0.15, '1 year'), clv(m, s, k.x, k.t_x, k.t, k.mean_spend::float8,
		continuous_discount(0.15, 365.25 / days), 365.25 / days))) AS clv_1,
	bool_and(close(purchase_probability(m, h, '2023-12-31', '90 days', 2), purchase_probability(m, k.x, k.t_x, k.t,
		90 / days, 2))) AS probability
FROM model, (SELECT c, h FROM customer WHERE c % 40 = 1) AS c, clv_summary(h, '2023-12-31', unit) AS k GROUP BY unit
	ORDER BY unit;
-- And the same value in every unit.
SELECT kind, count(*), bool_and(close(low, high, 1e-9)) AS alike
FROM (SELECT split_part(m::text, ' ', 2) AS kind, c, min(clv(m, s, h, '2023-12-31', 0.1, '2 years')) AS low,
	max(clv(m, s, h, '2023-12-31', 0.1, '2 years')) AS high
	FROM model, customer WHERE c % 50 = 7 GROUP BY 1, 2) AS v GROUP BY kind ORDER BY kind;
-- Intervals likewise.
SELECT close(expected_purchases_low(m, h, '2023-12-31', '1 year'), expected_purchases_low(m, s.x, s.t_x, s.t,
	365.25 / 7)) AS low,
	close(expected_purchases_high(m, h, '2023-12-31', '1 year', 0.8), expected_purchases_high(m, s.x, s.t_x, s.t,
		365.25 / 7, 0.8)) AS high,
	close(clv_low(m, g, h, '2023-12-31', 0.1), clv_low(m, g, s.x, s.t_x, s.t, s.mean_spend::float8,
		continuous_discount(0.1, 365.25 / 7))) AS clv_low,
	close(clv_high(m, g, h, '2023-12-31', 0.1, '1 year', 0.8), clv_high(m, g, s.x, s.t_x, s.t, s.mean_spend::float8,
		continuous_discount(0.1, 365.25 / 7), 365.25 / 7, 0.8)) AS clv_high,
	clv_low(m, g, h, '2023-12-31', 0.1) < clv(m, g, h, '2023-12-31', 0.1) AND clv(m, g, h, '2023-12-31', 0.1)
		< clv_high(m, g, h, '2023-12-31', 0.1) AS around
FROM (SELECT with_unit('v1 bg/nbd 5 [2357,-9582.5,7,0,4,0] 0.25,0.0005,0,0,0 4.5,0,0.1,0,0 0.75,0,0,0.04,0 '
		'2.5,0,0,0,0.3'::clv_model, 'week') AS m,
		'v1 gamma-gamma 4 [946,-4055.9,30,0,3,0] 6,1,0,0 4,0,0.3,0 15,0,0,10'::clv_model AS g) AS f, customer,
			clv_summary(h, '2023-12-31') AS s
WHERE c = 18;
-- Before the first purchase there is no customer.
SELECT p_alive(m, h, '2022-12-31') IS NULL AS alive, expected_purchases(m, h, '2022-12-31',
	'1 year') IS NULL AS expected, clv(m, s, h, '2022-12-31', 0.1) IS NULL AS clv,
	expected_spend(s, h, '2022-12-31') IS NULL AS spend, purchase_probability(m, h, '2022-12-31',
		'1 year') IS NULL AS probability
FROM model, customer WHERE c = 1 AND unit = 'week' AND m::text LIKE 'v1 bg%';

-- Will this customer buy?  Published: no purchase in 39 weeks (Fader, Hardie and Lee 2005, their first customer).
SELECT close(1 - purchase_probability(clv_model('bg/nbd', '{0.243,4.414,0.793,2.426}'), 2, 30.43, 38.86, 39),
	0.445372862082996, 1e-14) AS none;
-- Against integrals over rates and times to the n-th purchase, worked out to 20 digits.
SELECT kind, n, close(purchase_probability(clv_model(kind, parameter), x, t_x, 38.86, 39, n), expected, 1e-13) AS right
FROM (VALUES ('bg/nbd', '{0.243,4.414,0.793,2.426}'::float8[], 2, 30.43, 1, 0.55462713791700443231),
	('bg/nbd', '{0.243,4.414,0.793,2.426}', 2, 30.43, 4, 0.090274922621636663276),
	('mbg/nbd', '{0.525,6.183,0.891,1.614}', 2, 30.43, 1, 0.55999409082229314027),
	('mbg/nbd', '{0.525,6.183,0.891,1.614}', 7, 29.43, 3, 0.47089994441310012434),
	('pareto/nbd', '{0.553,10.58,0.606,11.67}', 2, 30.43, 1, 0.59193231461010354657),
	('pareto/nbd', '{0.553,10.58,0.606,11.67}', 7, 29.43, 5, 0.37734798859092880996)
) AS v(kind, parameter, x, t_x, n, expected);
-- Far out nothing is a difference from 1, and no number of purchases takes long.
SELECT n, close(purchase_probability(clv_model('pareto/nbd', '{.553,10.578,.606,11.669}'), 2, 30, 38, 39, n), expected,
	1e-11) AS right
FROM (VALUES (30, 1.14316815753e-09), (50, 2.26706596843e-16), (100, 1.74067931877e-33)) AS v(n, expected);
SELECT n, close(purchase_probability(clv_model('bg/bb', '{1,2,3,4}'), 3, 4, 6, 100, n), expected, 1e-12) AS right
FROM (VALUES (90, 2.98467139409243e-07), (100, 1.21230944718866e-10)) AS v(n, expected);
SELECT purchase_probability(clv_model('bg/bb', '{1,2,3,4}'), 3, 4, 6, 100, 101) AS more_than_occasions,
	purchase_probability(clv_model('pareto/nbd', '{.553,10.578,.606,11.669}'), 2, 30, 38, 39, 1e6) AS a_million;
-- The sum of the chances to buy once, twice, ... is the number that is expected.
SELECT kind, at, close(sum(purchase_probability(m, x, t_x, t, 20, n)), expected_purchases(m, x, t_x, t, 20),
	1e-9) AS adds_up,
	bool_and(purchase_probability(m, x, t_x, t, 20, n) <= purchase_probability(m, x, t_x, t, 20, n - 1)) AS falls,
	purchase_probability(m, x, t_x, t, 20, 0) AS none_or_more, purchase_probability(m, x, t_x, t, 0) AS no_time
FROM (VALUES ('bg/nbd', '{0.243,4.414,0.793,2.426}'::float8[]), ('mbg/nbd', '{0.525,6.183,0.891,1.614}'),
	('pareto/nbd', '{0.553,10.58,0.606,11.67}'),
	('nbd', '{0.385,12.07}'), ('bg/bb', '{1.2,0.75,0.65,2.78}')) AS f(kind, parameter),
	clv_model(kind, parameter) AS m, (VALUES (1, 0, 0, 10), (2, 3, 9, 10), (3, 8, 8, 10)) AS c(at, x, t_x, t),
		generate_series(1, 150) AS n
GROUP BY kind, parameter, m, at, x, t_x, t ORDER BY kind, at;

-- What is not seen.
SELECT converged, warning, advice
FROM (SELECT (model_summary(bgnbd_fit(x, 39.0 * x / (x + 1), 39, purchase_pmf(clv_model('nbd', '{2,20}'), x, 39)))).*
	FROM generate_series(0, 40) AS x) AS s;
SELECT converged, log_likelihood > -1e9 AS likely, warning IS NULL AS fine
FROM (SELECT (model_summary(nbd_fit(x, 39.0 * x / (x + 1), 39, purchase_pmf(clv_model('nbd', '{2,20}'), x, 39)))).*
	FROM generate_series(0, 40) AS x) AS s;
-- No maximum: what to look at depends on what the model is about.
SELECT family, advice
FROM (SELECT nbd_fit(0, 0, x) AS a, normal_spend_fit(x, 5) AS b, sbg_fit(x, false) AS c FROM generate_series(1, 9) AS x)
	AS f, LATERAL unnest(ARRAY[a, b, c]) AS m, model_summary(m);
SELECT family, unit, customers, left_out, converged, log_likelihood, warning, advice
FROM (VALUES ('v1 nbd 3 [9,0,0,3,2,0] 0,0,0 0,0,0'::clv_model), (clv_model('sbg', '{1,2}')),
	(with_unit(clv_model('nbd', '{1,2}'), interval '36 hours')),
	('v1 gamma-gamma 4 [0,0,0,4,3,0] 0,0,0,0 0,0,0,0 0,0,0,0')) AS v(m), model_summary(m);

-- Mistakes.
SELECT p_alive(clv_model('bg/nbd', '{1,2,3,4}'), h, '2023-12-31') FROM customer LIMIT 1;
SELECT p_alive(clv_model('bg/bb', '{1,2,3,4}'), h, '2023-12-31') FROM customer LIMIT 1;
SELECT p_alive(clv_model('gamma-gamma', '{1,2,3}'), h, '2023-12-31') FROM customer LIMIT 1;
SELECT with_unit(clv_model('sbg', '{1,2}'), 'week');
SELECT with_unit(with_unit(clv_model('nbd', '{1,2}'), 'week'), 'month');
SELECT with_unit(clv_model('nbd', '{1,2}'), 'fortnight');
SELECT with_unit(clv_model('nbd', '{1,2}'), interval '0');
SELECT bgnbd_fit(h, '2023-12-31', CASE WHEN c % 2 = 0 THEN 'week' ELSE 'month' END) FROM customer;
SELECT bgnbd_fit(h, 'infinity') FROM customer;
SELECT bgnbd_fit(x + 1, t_x, t) FROM known;
SELECT clv(m, s, h, '2023-12-31', 10) FROM model, customer WHERE unit = 'week' LIMIT 1;
SELECT clv(m, s, h, '2023-12-31', -0.1) FROM model, customer WHERE unit = 'week' LIMIT 1;
SELECT clv(m, s, h, '2023-12-31', 0) FROM model, customer WHERE unit = 'week' LIMIT 1;
SELECT clv(m, s, h, '2023-12-31', 0, '1 year') IS NOT NULL AS undiscounted FROM model, customer WHERE unit = 'week'
	LIMIT 1;
SELECT expected_purchases(m, h, '2023-12-31', '-1 day') FROM model, customer WHERE unit = 'week' LIMIT 1;
SELECT purchase_probability(m, h, '2023-12-31', '90') FROM model, customer WHERE unit = 'week' LIMIT 1;
SELECT purchase_probability(m, h, '2023-12-31', '90 days', 1.5) FROM model, customer WHERE unit = 'week' LIMIT 1;
SELECT bgnbd_final('v1 dated_purchases 4 [7] 2,3,4,1') IS NOT NULL AS a_state,
	mbgnbd_final('v1 dated_purchases 4 [7] 0,0,-1,5') IS NULL AS all_left_out;
SELECT sbg_final('v1 dated_purchases 4 [7] 2,3,4,1');
