-- Time that runs by a season: when in the year customers buy, and models that know it.
\i test/include/close.sql

-- Customers who buy 1.6 times as often in November and December, .88 times else, and stop after purchases as the BG/NBD
-- says (r 2, alpha 60 days, a 1, b 9).  u(i, k) is number k of the random numbers of customer i, between 0 and 1.
CREATE FUNCTION u(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT (('x' || substr(md5(i || '.' || k), 1, 8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE FUNCTION random_gamma(i integer, k integer, shape integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT sum(-ln(u(i, k + j))) FROM generate_series(1, shape) AS j$$;
-- Time of the season until a day, and the day on which that much is over.
CREATE TABLE calendar AS
SELECT d::date AS day, s, sum(s) OVER (ORDER BY d) AS until, sum(s) OVER (ORDER BY d) - s AS since
FROM (SELECT d, CASE WHEN extract(month FROM d) IN (11, 12) THEN 1.6 ELSE 0.88 END::float8 AS s
	FROM generate_series(timestamp '2020-01-01', '2022-12-31', '1 day') AS d) AS c;
CREATE TABLE history AS
WITH RECURSIVE visit AS (
	SELECT i, 0 AS n, until AS at, random_gamma(i, 100, 2) / 60 AS rate, a / (a + random_gamma(i, 300, 9)) AS stop
	FROM (SELECT i, date '2020-01-01' + floor(365 * u(i, 0))::integer AS first, random_gamma(i, 200, 1) AS a
		FROM generate_series(1, 700) AS i) AS c
		JOIN calendar ON day = first
	UNION ALL SELECT i, n + 1, at - ln(u(i, 1000 + n)) / rate, rate, stop
	FROM visit WHERE at < 1200 AND (n = 0 OR u(i, 5000 + n) > stop))
SELECT i, purchase_history_agg(day, 1) AS h FROM visit JOIN calendar ON at > since AND at <= until GROUP BY i;
CREATE TABLE bought AS SELECT i, day, extract(month FROM day)::integer AS m, day > first_purchase(h) AS later,
	day > first_purchase(h) AND day < last_purchase(h) AS inside
FROM history JOIN calendar ON purchases_in(h, day, day) > 0;
CREATE TABLE season AS SELECT season_agg(h, '2022-12-31', 'month') AS months,
	season_agg(h, '2022-12-31', 'week') AS weeks FROM history;
-- Each month within three standard errors of a count; the mean over the days of a year is 1.
SELECT count(*) AS months, bool_and(abs(s - CASE WHEN v.m > 10 THEN 1.6 ELSE 0.88 END) < 3 * s / sqrt(n)) AS recovered,
	near(sum(s * days) / 365.25, 1, 1e-12) AS mean
FROM season, unnest(months) WITH ORDINALITY AS v(s, m),
	unnest('{31,28.25,31,30,31,30,31,31,30,31,30,31}'::float8[]) WITH ORDINALITY AS w(days, m2),
	LATERAL (SELECT count(*) AS n FROM bought AS b WHERE inside AND b.m = v.m) AS c
WHERE v.m = m2;
SELECT array_length(weeks, 1) AS weeks, round((SELECT avg(s) FROM unnest(weeks[45:52]) AS s)::numeric, 1) AS late,
	round((SELECT avg(s) FROM unnest(weeks[1:43]) AS s)::numeric, 1) AS early FROM season;
-- The most likely season: others have less, given the first and last purchase of each customer.
CREATE FUNCTION given_ends(season float8[]) RETURNS float8 LANGUAGE sql AS $$
	SELECT sum(ln(s)) - (SELECT sum(n * ln(time))
		FROM (SELECT purchases(h) - 2 AS n, (SELECT sum(season[extract(month FROM day)]) FROM calendar
			WHERE day > first_purchase(h) AND day < last_purchase(h)) AS time FROM history WHERE purchases(h) > 2
				AND i < 50) AS t)
	FROM (SELECT season[m] AS s FROM bought WHERE inside AND i < 50) AS p $$;
SELECT bool_and(given_ends(s[1:k - 1] || s[k] * f || s[k + 1:12]) < given_ends(s)) AS maximum
FROM (SELECT season_agg(h, '2022-12-31', 'month') AS s FROM history WHERE i < 50) AS t, generate_series(1, 12, 5) AS k,
	unnest('{0.99,1.01}'::float8[]) AS f;
-- Order and split mean nothing, and as_of hides what comes later.
SELECT (SELECT season_agg(h, '2022-12-31', 'month' ORDER BY i DESC) FROM history) = months AS any_order,
	(SELECT season_final(held_rows_merge(a, b))
		FROM (SELECT (SELECT season_add('v1', h, '2022-12-31', 'month') FROM history WHERE i = 7) AS a,
			(SELECT season_add('v1', h, '2022-12-31', 'month') FROM history WHERE i = 8) AS b) AS s)
		= (SELECT season_agg(h, '2022-12-31', 'month') FROM history WHERE i IN (7, 8)) AS merged
FROM season;
SELECT (SELECT season_agg(h, '2021-06-30', 'month') FROM history)
	= (SELECT season_agg(cut, '2022-12-31', 'month') FROM (SELECT purchase_history_agg(day, 1) AS cut FROM bought
		WHERE day <= '2021-06-30' GROUP BY i) AS c) AS as_of;
SELECT season_agg('v1 2024-01-01:1 2024-01-09:1 2024-03-01:1', '2024-06-30', 'month') AS seen,
	season_agg('v1 2024-01-01:1 2024-03-01:1', '2024-06-30', 'month') IS NULL AS two_say_nothing;

-- Fits: a constant season is the plain fit; the right one is far more likely, and recovers what was.
CREATE TABLE fit AS
SELECT bgnbd_fit(h, '2022-12-31', 'week') AS plain, bgnbd_fit(h, '2022-12-31', 'week', months) AS m,
	bgnbd_fit(h, '2022-12-31', 'week', array_fill(1::float8, ARRAY[12])) AS one,
	bgnbd_fit(h, '2022-12-31', interval '7 days', array_fill(1::float8, ARRAY[53])) AS one_week,
	bgnbd_fit(h, '2022-12-31', 'week', array_fill(2::float8, ARRAY[12])) AS two,
	mbgnbd_fit(h, '2022-12-31', 'day', months) AS mbg, mbgnbd_fit(h, '2022-12-31', 'day') AS mbg_plain,
	mbgnbd_fit(h, '2022-12-31', 'day', array_fill(1::float8, ARRAY[12])) AS mbg_one
FROM history, season GROUP BY months;
SELECT name, bool_and(close(a.estimate, b.estimate, 1e-9)) AS estimates,
	bool_and(close(a.std_error, b.std_error, 1e-8)) AS std_errors,
	bool_and(close(log_likelihood(p), log_likelihood(c), 1e-12)) AS likelihood,
	bool_and(close(aic(p), aic(c), 1e-12)) AS aic
FROM fit, LATERAL (VALUES ('month', plain, one), ('week', plain, one_week), ('mbg/nbd', mbg_plain, mbg_one))
	AS v(name, p, c),
	coef(p) AS a JOIN LATERAL coef(c) AS b USING (term) GROUP BY name ORDER BY name;
-- Twice the intensity is another unit: alpha is twice as large, the likelihood the same.
SELECT close(log_likelihood(two), log_likelihood(plain), 1e-12) AS likelihood,
	bool_and(close(b.estimate, a.estimate * CASE term WHEN 'alpha' THEN 2 ELSE 1 END, 1e-9)) AS estimates
FROM fit, coef(plain) AS a JOIN LATERAL coef(two) AS b USING (term) GROUP BY two, plain;
SELECT log_likelihood(m) - log_likelihood(plain) > 100 AS more_likely,
	log_likelihood(mbg) - log_likelihood(mbg_plain) > 100 AS mbg FROM fit;
SELECT term, abs(estimate - truth) < 3 * std_error AS recovered
FROM fit, coef(m) JOIN (VALUES ('r', 2::float8), ('alpha', 60 / 7.0), ('a', 1), ('b', 9))
	AS v(term, truth) USING (term);
-- The likelihood by hand: that of the plain model in the season's time, times the intensity of each purchase.
SELECT close(log_likelihood(m), sum(l), 1e-10) AS by_hand
FROM fit, season, LATERAL (SELECT log_likelihood(clv_model('bg/nbd', (SELECT array_agg(estimate) FROM coef(m))),
			purchases(h) - 1,
			(SELECT coalesce(sum(months[extract(month FROM day)]), 0) FROM calendar WHERE day > first_purchase(h)
				AND day <= last_purchase(h)) / 7,
			(SELECT sum(months[extract(month FROM day)]) FROM calendar WHERE day > first_purchase(h)) / 7)
		+ (SELECT coalesce(sum(ln(months[b.m])), 0) FROM bought AS b WHERE b.i = h.i AND later) AS l
	FROM history AS h) AS c GROUP BY m;
-- The model keeps its season, and horizons follow the calendar: November and December against May and June.
SELECT m::text::clv_model = m AS read_back FROM fit;
SELECT round((avg(expected_purchases(m, h, '2022-10-31', interval '61 days'))
	/ avg(expected_purchases(m, h, '2022-04-30', interval '61 days')))::numeric, 2)
		> 1.2 AS more_in_winter,
	abs(sum(expected_purchases(m, h, '2022-10-31', interval '61 days'))
		/ sum(purchases_between(h, '2022-10-31', '2022-12-31')) - 1) < 0.1 AS as_bought,
	sum(expected_purchases(plain, h, '2022-10-31', interval '61 days'))
	/ sum(purchases_between(h, '2022-10-31', '2022-12-31')) < 0.75 AS plain_too_few
FROM fit, history WHERE first_purchase(h) <= '2022-04-30';
SELECT bool_and(close(expected_purchases(m, h, d, interval '40 days'),
		expected_purchases(b, s.x, s.t_x, s.t, s.later), 1e-10)) AS expected,
	bool_and(close(p_alive(m, h, d), p_alive(b, s.x, s.t_x, s.t), 1e-10)) AS alive,
	bool_and(close(p_alive(m, h, d, interval '40 days'), p_alive(b, s.x, s.t_x, s.t, s.later), 1e-10)) AS alive_later,
	bool_and(close(purchase_probability(m, h, d, interval '40 days'), purchase_probability(b, s.x, s.t_x, s.t, s.later),
		1e-10)) AS probability,
	bool_and(expected_purchases_low(m, h, d, interval '40 days') < expected_purchases(m, h, d,
		interval '40 days')) AS low
FROM fit, season, history, LATERAL (SELECT date '2022-10-10' AS d,
	clv_model('bg/nbd', (SELECT array_agg(estimate) FROM coef(m))) AS b) AS a,
	LATERAL (SELECT purchases_in(h, '-infinity', d) - 1 AS x,
		coalesce(sum(months[extract(month FROM day)])
			FILTER (WHERE day <= (SELECT max(b.day) FROM bought AS b WHERE b.i = history.i AND b.day <= d)),
			0) / 7 AS t_x,
		sum(months[extract(month FROM day)]) FILTER (WHERE day <= d) / 7 AS t,
		sum(months[extract(month FROM day)]) FILTER (WHERE day > d AND day <= d + 40) / 7 AS later
		FROM calendar WHERE day > first_purchase(h)) AS s WHERE i <= 10;
-- Discounted by the calendar: near steps of a day, and as the plain model where the season is constant.
SELECT bool_and(close(v, by_day, 2e-4)) AS as_by_day, bool_and(v < undiscounted) AS less,
	bool_and(close(clv(one, g, h, '2022-10-31', 0.1), clv(plain, g, h, '2022-10-31', 0.1), 1e-9)) AS constant,
	bool_and(close(clv(two, g, h, '2022-10-31', 0.1, interval '1 year'),
		clv(plain, g, h, '2022-10-31', 0.1, interval '1 year'), 1e-8)) AS twice,
	bool_and(clv_low(m, g, h, '2022-10-31', 0.1) IS NULL) AS given
FROM fit, history, LATERAL (SELECT clv_model('gamma-gamma', '{6,4,15}') AS g) AS a,
	LATERAL (SELECT clv(m, g, h, '2022-10-31', 0.1, interval '100 days') AS v,
		clv(m, g, h, '2022-10-31', 0, interval '100 days') AS undiscounted,
		(SELECT sum((expected_purchases(m, h, '2022-10-31', k * interval '1 day') - expected_purchases(m, h,
			'2022-10-31', (k - 1) * interval '1 day'))
			* 1.1 ^ (-(k - 0.5) / 365.25))
		FROM generate_series(1, 100) AS k) * expected_spend(g, h, '2022-10-31') AS by_day) AS b
WHERE i <= 3;
SELECT bool_and(clv(m, g, h, '2022-10-31', 0.1, interval '10 years') < clv(m, g, h, '2022-10-31', 0.1)) AS grows,
	bool_and(close(clv(m, g, h, '2022-10-31', 0.1, interval '3000 years'), clv(m, g, h, '2022-10-31', 0.1),
		1e-9)) AS ends
FROM fit, history, LATERAL (SELECT clv_model('gamma-gamma', '{6,4,15}') AS g) AS a WHERE i <= 20;

-- Years ahead it still matters when in the year they buy: near steps of a day again, of a season that is strong.
SELECT as_of, close(clv(m, g, h, as_of, 0.3, interval '2922 days'),
	(SELECT sum((expected_purchases(m, h, as_of, k * interval '1 day')
		- expected_purchases(m, h, as_of, (k - 1) * interval '1 day')) * 1.3 ^ (-(k - 0.5) / 365.25))
		FROM generate_series(1, 2922) AS k), 5e-4) AS as_by_day
FROM (SELECT 'v1 2022-09-01:1'::purchase_history AS h, clv_model('normal-normal', '{1,1,1}') AS g,
	('v1 bg/nbd 5 [0,0,0,1,4,0,7,0,0,0,12,0,.5,.5,.5,.5,.5,.5,.5,.5,.5,.5,3.5,3.5] 2,0,0,0,0 4,0,0,0,0 0.1,0,0,0,0 '
		'9,0,0,0,0')::clv_model AS m) AS f, unnest('{2022-10-31,2022-12-31,2023-04-30}'::date[]) AS as_of;
-- Beyond the last date that there is.
SELECT p_alive(m, 'v1 2024-01-01:1 2024-03-01:1', '5874897-01-01', interval '7000 years 10 hours')
	< p_alive(m, 'v1 2024-01-01:1 2024-03-01:1', '5874897-01-01') AS later
FROM (SELECT ('v1 bg/nbd 5 [0,0,0,1,4,0,7,0,0,0,53,0' || repeat(',1', 52) || ',2] 1,0,0,0,0 1,0,0,0,0 1,0,0,0,0 '
	'1,0,0,0,0')::clv_model AS m) AS f;

SELECT p_alive(m, 1, 2, 3) FROM fit;
SELECT expected_purchases(m, 52) FROM fit;
SELECT purchase_pmf(m, 1, 52) FROM fit;
SELECT paretonbd_fit(h, '2022-12-31', 'week', months) FROM history, season;
SELECT bgnbd_fit(h, '2022-12-31', 'week', '{1,2,3}') FROM history;
SELECT bgnbd_fit(h, '2022-12-31', 'week', array_fill(0::float8, ARRAY[12])) FROM history;
SELECT bgnbd_fit(h, '2022-12-31', 'week', '{1,1,1,1,1,1,1,1,1,1,1,NULL}') FROM history;
SELECT bgnbd_fit(h, '2022-12-31', 'week', CASE WHEN i % 2 = 0 THEN months ELSE weeks END) FROM history, season;
SELECT season_agg(h, '2022-12-31', 'quarter') FROM history;
SELECT season_agg(h, 'infinity', 'month') FROM history;
SELECT season_final('v1 season 4 [12] 1,12,0,3');
SELECT season_final('v1 season 4 [13] 1,2,0,3');
SELECT season_final('v1 season 4 [12] 0,5,5,3');
SELECT bgnbd_final('v1 season_purchases 4 [7,1,1] 2,3.5,7,1');
SELECT bgnbd_final('v1 season_purchases 4 [7,1,1,1,1,1,1,1,1,1,1,1,1] -1,12,0,1 2,3.5,7,1');
SELECT 'v1 nbd 3 [9,-20,6,0,2,0,7,0,0,0,2,0,1,1] 1,1,0 1,0,1'::clv_model;
DROP TABLE calendar, bought, history, season, fit;
DROP FUNCTION u, random_gamma, given_ends;
