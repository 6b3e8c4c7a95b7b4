-- Models of purchases and spend.
\i test/include/close.sql

-- Customers of CDNOW at the maximum of its likelihood: x, days of t_x and t, 39 weeks ahead.
CREATE TABLE printed (id integer, x integer, t_x_days integer, t_days integer, m_x float8, bg_ll float8,
		bg_alive float8, bg_expected float8, mbg_ll float8, mbg_alive float8, mbg_expected float8, spend float8,
		pareto_ll float8, pareto_alive float8, pareto_expected float8);
INSERT INTO printed VALUES
	(1, 2, 213, 272, 22.345, -9.45955947765, .726620311662, 1.22599445529, -9.48571348277, .706138478985, 1.26275885086,
			24.6539186957, -9.55417355546, .869134263613, 1.4552017016),
	(2, 1, 12, 272, 11.77, -4.47111794673, .212391044397, .20341884753, -4.46116270761, .170951079153, .188944901798,
			18.9100184411, -4.45032821385, .167996057938, .171114336307),
	(3, 0, 0, 272, NULL, -.5537912893, 1, .194793631234, -.539598375833, .389722976583, .153966019001, 35.1703712595,
			-.521193005427, .29511257158, .107070232451),
	(6, 7, 206, 272, 73.741429, -21.8644145801, .64183470951, 3.33757135805, -21.776838466, .622679896283, 3.1671695425,
			71.4647061273, -21.5938466421, .749452909641, 3.71208699824),
	(7, 1, 35, 272, 11.77, -4.86507399389, .314940953416, .301636662533, -4.87862947674, .259522706019, .286839325296,
			18.9100184411, -4.86833008147, .255173162184, .259909588514),
	(1516, 26, 216, 217, 39.97, -37.7283274058, .968854441398, 20.7489029026, -38.3235708088, .965484649158,
			19.4466079958, 39.8902867992, -39.1307603539, .997873404715, 20.114820879),
	(157, 29, 264, 266, 26.261379, -43.8714044093, .969221268622, 20.0552492655, -44.4093704683, .965938082438,
			18.9518720675, 26.3942631960, -45.0553163412, .996186943886, 19.5958492473);
CREATE TABLE polished AS SELECT clv_model('bg/nbd', '{.24259452243,4.41360201901,.792922017226,2.42590677683}') AS bg,
	clv_model('mbg/nbd', '{.524843159106,6.18308527958,.891359390732,1.61400224017}') AS mbg,
	clv_model('pareto/nbd', '{.553277046853,10.5776834633,.606239989128,11.6687352889}') AS pareto,
		clv_model('nbd', '{.385,12.072}') AS nbd,
		clv_model('gamma-gamma', '{6.24957227748,3.74422466774,15.4435209481}') AS gg;
SELECT count(*) AS customers,
	count(*) FILTER (WHERE close(log_likelihood(bg, x, t_x, t), bg_ll) AND close(p_alive(bg, x, t_x, t), bg_alive)
		AND close(expected_purchases(bg, x, t_x, t, 39), bg_expected)) AS bg,
	count(*) FILTER (WHERE close(log_likelihood(mbg, x, t_x, t), mbg_ll) AND close(p_alive(mbg, x, t_x, t), mbg_alive)
			AND close(expected_purchases(mbg, x, t_x, t, 39), mbg_expected)) AS mbg,
	count(*) FILTER (WHERE close(log_likelihood(pareto, x, t_x, t), pareto_ll)
			AND close(p_alive(pareto, x, t_x, t), pareto_alive)
			AND close(expected_purchases(pareto, x, t_x, t, 39), pareto_expected)) AS pareto,
	count(*) FILTER (WHERE close(expected_spend(gg, x, m_x), spend)) AS spend
FROM polished, (SELECT *, t_x_days / 7.0::float8 AS t_x, t_days / 7.0::float8 AS t FROM printed) AS p;
-- New customers, and rounded parameters as in the paper.
SELECT t, close(expected_purchases(bg, t), e_bg) AS bg, close(expected_purchases(mbg, t), e_mbg) AS mbg,
	close(expected_purchases(pareto, t), e_pareto) AS pareto
FROM polished, (VALUES (1, .0531842915032, .0530603234335, .0510063757411),
		(13, .533637236182, .535084215112, .531399189417), (26, .901318941648, .898146273426, .908914096444),
	(39, 1.19501004065, 1.18227975113, 1.21340401808), (52, 1.44401239734, 1.41888487677, 1.47343428825),
		(78, 1.85795839011, 1.80363041746, 1.90986613896)) AS v(t, e_bg, e_mbg, e_pareto);
SELECT close(expected_purchases(clv_model('bg/nbd', '{.243,4.414,.793,2.426}'), 2, 30.43, 38.86, 39),
		1.22602817477) AS paper,
	close(expected_purchases(clv_model('pareto/nbd', '{.553,10.578,.606,11.669}'), 26, 30.86, 31, 52),
		25.4584729514) AS pareto
FROM polished;
-- Where other implementations have no number: a = 1, a + b < 1, thousands of purchases, far horizons.
SELECT close(expected_purchases(clv_model('bg/nbd', '{.11,2.24,.31,.5}'), 0, 0, 1, 30), .564588615532784,
		1e-13) AS small_a_b,
	close(expected_purchases(clv_model('bg/nbd', '{.243,4.414,1,2.426}'), 0, 0, 52, 39), .150716920370779,
		1e-13) AS a_1,
	close(expected_purchases(clv_model('bg/nbd', '{.243,4.414,.793,2.426}'), 5000, 468.1, 520, 39)
		/ 1.11888142298621e-220, 1, 1e-11) AS many;
SELECT count(*) AS calls,
	count(*) FILTER (WHERE e BETWEEN 0 AND (x + r) * h / (alpha + t) * (1 + 1e-12) AND alive BETWEEN 0 AND 1
		AND later <= alive * (1 + 1e-14)) AS in_range
FROM (SELECT *, expected_purchases(m, x, x * 0.9, x, h) AS e, p_alive(m, x, x * 0.9, x) AS alive,
		p_alive(m, x, x * 0.9, x, h) AS later, x AS t
	FROM (SELECT *, clv_model('bg/nbd', ARRAY[r, alpha, a, b]) AS m
		FROM unnest('{0.01,1,50}'::float8[]) AS r, unnest('{0.1,1000}'::float8[]) AS alpha,
			unnest('{0.001,1,300}'::float8[]) AS a, unnest('{0.02,1,4000}'::float8[]) AS b) AS q,
		unnest('{0,1,30,1000}'::integer[]) AS x, unnest('{0.001,40,1e9}'::float8[]) AS h) AS s;
-- Identities: more time in steps is the same; where nobody stops it is the NBD; the chance to be alive ahead is
-- nothing but time.
SELECT close(expected_purchases(clv_model('bg/nbd', '{.5,4,1e-9,5e4}'), 3, 10, 20, 30),
		expected_purchases(clv_model('nbd', '{.5,4}'), 3, 10, 20, 30), 1e-10) AS never_stops,
	p_alive(nbd, 3, 10, 20, 5) AS nbd_alive, close(expected_purchases(nbd, 8), .385 * 8 / 12.072) AS nbd,
	close(p_alive(bg, 0, 0, 10, 0), 1) AS bg_new, expected_purchases(bg, 2, 3, 4, 0) AS no_time FROM polished;
-- Pareto/NBD: s = 1 is no exception, and nobody stops where beta is large.
SELECT close(expected_purchases(clv_model('pareto/nbd', '{.5,10,1,12}'), 3, 20, 30, 40),
		p_alive(clv_model('pareto/nbd', '{.5,10,1,12}'), 3, 20, 30) * 3.5 * 42 / 40 * ln(1 + 40 / 42.0::float8),
		1e-13) AS s_1,
	close(expected_purchases(clv_model('pareto/nbd', '{.5,10,1.0000000001,12}'), 3, 20, 30, 40),
			expected_purchases(clv_model('pareto/nbd', '{.5,10,1,12}'), 3, 20, 30, 40), 1e-9) AS near_1,
	close(p_alive(pareto, 3, 20, 30, 15),
			p_alive(pareto, 3, 20, 30) * ((11.6687352889 + 30) / (11.6687352889 + 45)) ^ .606239989128) AS ahead,
	close(expected_purchases(clv_model('pareto/nbd', '{.5,4,.5,1e14}'), 3, 10, 20, 30),
			expected_purchases(clv_model('nbd', '{.5,4}'), 3, 10, 20, 30), 1e-9) AS never_stops
FROM polished;
-- dE / dh at 0 is the rate of those alive, and its integral is E.
SELECT close(expected_purchases(bg, 2, 30, 39, 1e-6) / 1e-6,
		p_alive(bg, 2, 30, 39) * (2 + .24259452243) / (4.41360201901 + 39), 1e-6) AS slope
FROM polished;

-- Fits, of customers who buy and stop as the BG/NBD says, with r 1, alpha 20 days, a 1 and b 2.5; and gamma-gamma
-- spend with p 1, q 3 and gamma 40.
CREATE FUNCTION u(i integer,
		k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$SELECT (('x' || substr(md5(i || '.' || k), 1,
				8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE TABLE customer (i integer, x integer, t_x float8, t float8, spend float8);
DO $$
DECLARE
	at float8;
	days integer;
	last integer;
	n integer;
	k integer;
BEGIN
	FOR i IN 1 .. 2000 LOOP
		at := 0; last := 0; n := 0; k := 10; days := 100 + i % 80;
		LOOP
			at := at - ln(u(i, k)) * 20 / -ln(u(i, 1));
			EXIT WHEN at >= days;
			n := n + (floor(at) > last)::integer;
			last := floor(at);
			EXIT WHEN u(i, k + 1) < 1 - u(i, 2) ^ (1 / 2.5);
			k := k + 2;
		END LOOP;
		INSERT INTO customer SELECT i, n, last, days, avg(-ln(u(i, 5000 + j)) * 40 / -ln(u(i, 3) * u(i, 4) * u(i, 5)))
		FROM generate_series(1, n) AS j;
	END LOOP;
END $$;
-- And customers who may stop at any time, as the Pareto/NBD says, with r 1, alpha 20, s 1, beta 60.
CREATE TABLE pareto_customer AS
WITH RECURSIVE visit AS (
	SELECT i, 0 AS n, 0::float8 AS at, 100 + i % 80 AS days, ln(u(i, 7)) / ln(u(i, 8)) * 60 AS stops
	FROM generate_series(1, 2000) AS i
	UNION ALL SELECT i, n + 1, at + ln(u(i, 10 + n)) / ln(u(i, 9)) * 20, days, stops
	FROM visit
	WHERE at < least(days, stops))
SELECT i, count(DISTINCT floor(at)) - 1 AS x, max(floor(at)) AS t_x, days AS t
FROM visit
WHERE at < least(days, stops) GROUP BY i, days;
CREATE TABLE fit AS SELECT bgnbd_fit(x, t_x, t) AS bg, mbgnbd_fit(x, t_x, t) AS mbg, nbd_fit(x, t_x, t) AS nbd,
	(SELECT paretonbd_fit(x, t_x, t) FROM pareto_customer) AS pareto, gammagamma_fit(x, spend) AS gg
FROM customer;
SELECT family, converged(m), warnings(m) AS warnings, (SELECT count(std_error) FROM coef(m)) AS std_errors,
	close(aic(m), 2 * n - 2 * log_likelihood(m)) AS aic, close(bic(m), ln(weight) * n - 2 * log_likelihood(m)) AS bic,
	(SELECT string_agg(term, ' ') FROM coef(m)) AS terms, weight
FROM (SELECT bg AS m FROM fit UNION ALL SELECT mbg FROM fit UNION ALL SELECT nbd FROM fit UNION ALL SELECT pareto
	FROM fit UNION ALL SELECT gg FROM fit) AS f,
	LATERAL (SELECT model_json(m)->>'family' AS family, (model_json(m)->>'weight')::float8 AS weight,
		(SELECT count(*) FROM coef(m)) AS n) AS j;
SELECT term, round(estimate::numeric, 2) AS estimate, round(std_error::numeric, 2) AS std_error,
	abs(estimate - truth) < 3 * std_error AS recovered
FROM fit, coef(bg) JOIN unnest('{r,alpha,a,b}'::text[], '{1,20,1,2.5}'::float8[]) AS v(term, truth) USING (term)
ORDER BY term;
SELECT term, round(estimate::numeric, 2) AS estimate, round(std_error::numeric, 2) AS std_error,
	abs(estimate - truth) < 3 * std_error AS recovered
FROM fit, coef(pareto) JOIN unnest('{r,alpha,s,beta}'::text[], '{1,20,1,60}'::float8[]) AS v(term, truth) USING (term)
ORDER BY term;
-- It is a maximum: the sum over the customers, and less to every side.  The curvature gives the standard errors.
CREATE FUNCTION total(m clv_model) RETURNS float8 LANGUAGE sql AS
$$SELECT sum(log_likelihood(m, x, t_x, t))
FROM (SELECT x, t_x, t, false AS pareto FROM customer
	UNION ALL SELECT x, t_x, t, true FROM pareto_customer) AS c
WHERE pareto = (m::text LIKE 'v1 pareto%')$$;
SELECT family, bool_and(close(total(m), log_likelihood(m), 1e-12)) AS sum,
	bool_and(total(moved) < log_likelihood(m)) AS maximum, count(*) AS moves
FROM (SELECT bg AS m FROM fit UNION ALL SELECT mbg FROM fit UNION ALL SELECT nbd FROM fit UNION ALL SELECT pareto
	FROM fit) AS f, LATERAL (SELECT model_json(m)->>'family' AS family,
		(SELECT array_agg(estimate) FROM coef(m)) AS p) AS j,
	LATERAL generate_series(1, cardinality(p)) AS k, unnest('{0.999,1.001}'::float8[]) AS factor,
		LATERAL (SELECT clv_model(family, p[:k - 1] || p[k] * factor || p[k + 1:]) AS moved) AS q
GROUP BY family ORDER BY family;
SELECT bool_and(close(sqrt(1 / -((total(clv_model('nbd',
				ARRAY[r, alpha * 1.001])) - 2 * log_likelihood(nbd) + total(clv_model('nbd',
				ARRAY[r, alpha / 1.001]))) / ln(1.001) ^ 2)) * alpha, conditional, 1e-3)) AS curvature
FROM (SELECT nbd, c[1] AS r, c[2] AS alpha, sqrt(v[2] - v[3] ^ 2 / v[1]) AS conditional
	FROM (SELECT nbd, (SELECT array_agg(estimate) FROM coef(nbd)) AS c,
			string_to_array(replace(split_part(nbd::text, '] ', 2), ' ', ','), ',')::float8[] AS t FROM fit) AS s,
		LATERAL (SELECT ARRAY[t[2], t[6], t[3]] AS v) AS q) AS u;
-- No matter the order, the split, the unit of time and of money, and rows against weights.
CREATE FUNCTION same(a clv_model, b clv_model, unit float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$SELECT bool_and(close(b.estimate, a.estimate * scale, 1e-9) AND close(b.std_error, a.std_error * scale, 1e-7))
FROM coef(a) AS a JOIN coef(b) AS b USING (term),
	LATERAL (SELECT CASE WHEN term IN ('alpha', 'beta', 'gamma') THEN unit ELSE 1 END AS scale) AS s$$;
SELECT same(bg, (SELECT bgnbd_fit(x, t_x, t ORDER BY i DESC) FROM customer), 1) AS any_order,
	same(bg, (SELECT bgnbd_fit(x, t_x * 7, t * 7) FROM customer), 7) AS days,
	same(bg, (SELECT bgnbd_fit(x, t_x / 1e6, t / 1e6) FROM customer), 1e-6) AS ages,
	same(mbg, (SELECT mbgnbd_fit(x, t_x * 7, t * 7) FROM customer), 7) AS mbg,
		same(nbd, (SELECT nbd_fit(x, t_x * 7, t * 7) FROM customer), 7) AS nbd,
		same(pareto, (SELECT paretonbd_fit(x, t_x * 7, t * 7 ORDER BY i DESC) FROM pareto_customer), 7) AS pareto,
		same(gg, (SELECT gammagamma_fit(x, spend * 100) FROM customer), 100) AS cents
FROM fit;
SELECT (SELECT bgnbd_fit(x, t_x, t, 3)::text FROM customer) = (SELECT bgnbd_fit(x, t_x, t)::text
	FROM customer, generate_series(1, 3)) AS bg,
	(SELECT gammagamma_fit(x, spend, 2)::text FROM customer) = (SELECT gammagamma_fit(x, spend)::text
	FROM customer, generate_series(1, 2)) AS gg,
	(SELECT bgnbd_fit(x, t_x, t)::text FROM customer) = (SELECT bgnbd_fit(x, t_x, t, n)::text
		FROM (SELECT x, t_x, t, count(*) AS n FROM customer GROUP BY 1, 2, 3) AS g) AS grouped;
SELECT clv_model_send(bg::text::clv_model) = clv_model_send(bg) AS lossless,
	p_alive(bg::text::clv_model, 2, 3, 4) = p_alive(bg, 2, 3, 4) AS as_good
FROM fit;
-- Histories, summaries, model, ranking.
SELECT count(*) AS customers, bool_and(p BETWEEN 0 AND 1 AND e > 0) AS scored
FROM (SELECT i, s.*, p_alive(bg, s.x, s.t_x, s.t) AS p, expected_purchases(bg, s.x, s.t_x, s.t, 52) AS e
	FROM fit, (SELECT i, purchase_history_agg('2023-01-01'::date + 20 * k + i % 13, 10) AS h
		FROM generate_series(1, 50) AS i, generate_series(0, i % 7) AS k GROUP BY i) AS q,
		clv_summary(h, '2024-01-01') AS s) AS t;
-- Likelihoods with two maxima: the higher one, by whatever order of rows, also where starts are tried on a sample.
CREATE TABLE stops_at_once (x integer, t_x integer, t integer, n integer);
INSERT INTO stops_at_once VALUES (0,0,40,902),(1,5,40,36),(1,10,40,5),(1,15,40,3),(1,20,40,6),
	(1,30,40,2),(1,35,40,1),(2,5,40,8),(2,10,40,6),(2,15,40,4),(2,20,40,1),(2,30,40,2),(3,5,40,2),
	(3,10,40,5),(3,15,40,4),(3,20,40,1),(3,25,40,1),
	(4,10,40,1),(4,15,40,1),(4,20,40,1),(5,15,40,2),(5,20,40,1),(6,15,40,1),(7,5,40,1),(7,25,40,1),
	(10,35,40,1),(11,25,40,1);
CREATE TABLE stops_at_once_fit AS SELECT mbgnbd_fit(x, t_x, t, n) AS m FROM stops_at_once;
SELECT converged(m), round(log_likelihood(m)::numeric, 4) AS log_likelihood,
	(SELECT string_agg(term || ' ' || round(estimate::numeric, 4), ', ') FROM coef(m)) AS coef,
	round((SELECT sum(n * p_alive(m, x, t_x, t)) FROM stops_at_once)::numeric, 1) AS alive,
	m::text = (SELECT mbgnbd_fit(x, t_x, t, n ORDER BY n, x)::text FROM stops_at_once) AS any_order,
	m::text = (SELECT mbgnbd_fit(x, t_x, t ORDER BY t_x)::text
		FROM stops_at_once, generate_series(1, n)) AS rows_or_weights
FROM stops_at_once_fit;
SELECT converged(many), close(log_likelihood(many) / 60, log_likelihood(m), 1e-3) AS log_likelihood,
	bool_and(close(c.estimate, o.estimate, 1e-2)) AS as_few, count(*) AS parameters
FROM stops_at_once_fit,
	(SELECT mbgnbd_fit(x, t_x * (1 + i / 1e5), t * (1 + i / 1e5), n) AS many
		FROM stops_at_once, generate_series(1, 60) AS i) AS f,
	coef(many) AS c JOIN coef((SELECT m FROM stops_at_once_fit)) AS o USING (term)
GROUP BY many::text, m::text, converged(many),
	log_likelihood(many), log_likelihood(m);
SELECT converged(m), round(log_likelihood(m)::numeric, 4) AS log_likelihood,
	(SELECT string_agg(round(estimate::numeric, 4)::text, ' ') FROM coef(m)) AS coef
FROM (SELECT bgbb_fit(x, t_x, 6, n) AS m FROM (VALUES (0,0,66),(1,1,4),(1,2,1),(1,3,4),(1,4,1),(2,2,2),
	(2,3,3),(2,4,1),(2,5,3),(2,6,5),(3,3,1),(3,4,2),(3,5,1),(3,6,1),(4,6,2),(5,6,2),(6,6,1)) AS v(x, t_x, n)) AS f;
-- What the data do not tell is said: nobody came back, one customer, everybody alike.
SELECT name, converged(m), warnings(m) AS warnings, (SELECT count(estimate) FROM coef(m)) AS estimates,
	(SELECT count(std_error) FROM coef(m)) AS std_errors, log_likelihood(m) IS NULL AS no_likelihood
FROM (SELECT 'nobody' AS name, bgnbd_fit(0, 0, 10 + i) AS m FROM generate_series(1, 9) AS i
	UNION ALL SELECT 'one', bgnbd_fit(3, 5, 10) UNION ALL SELECT 'alike', nbd_fit(2, 5, 10) FROM generate_series(1, 100)
	UNION ALL SELECT 'one mean', gammagamma_fit(3, 20) FROM generate_series(1, 50)) AS t ORDER BY name;
SELECT p_alive(m, 1, 2, 3) AS alive, expected_purchases(m, 1, 2, 3, 4) AS expected, expected_purchases(m, 4) AS new,
	log_likelihood(m, 1, 2, 3) AS likelihood, aic(m) AS aic
FROM (SELECT bgnbd_fit(0, 0, 10) AS m) AS t;
SELECT bgnbd_fit(x, t_x, t) AS nobody, gammagamma_fit(x, 0) AS no_spend FROM customer WHERE false;
SELECT model_json(gammagamma_fit(x, s)) - 'left_out' - 'warnings'
		= model_json(gammagamma_fit(x, s) FILTER (WHERE x > 0 AND s > 0)) - 'left_out' - 'warnings' AS ignored
FROM (SELECT i % 4 AS x, i % 11 - 1 AS s FROM generate_series(1, 500) AS i) AS t;
SELECT converged(gg) AS given, log_likelihood(gg) AS likelihood, warnings(gg) AS warnings, c.*
FROM polished, coef(gg) AS c;
SELECT expected_spend(clv_model('gamma-gamma', '{6,0.9,15}'), 0, NULL) AS not_finite,
	expected_spend(clv_model('gamma-gamma', '{6,0.9,15}'), 1, 0.01) > 0 AS small, expected_spend(gg, 1, NULL) AS unknown
FROM polished;

SELECT bgnbd_fit(1, 11, 10);
SELECT bgnbd_fit(-1, 0, 10);
SELECT bgnbd_fit(0, 1, 10);
SELECT bgnbd_fit(1.5, 1, 10);
SELECT bgnbd_fit(1, 'NaN', 10);
SELECT bgnbd_fit(1, 0, 0);
-- x above 0 with t_x 0 is no history: all purchases were counted, the first too.
SELECT paretonbd_fit(x + 1, t_x, t) FROM customer;
SELECT bgnbd_fit(2, 0, 10, '{1}', '{}');
SELECT p_alive(bg, 2, 0, 10) FROM polished;
SELECT log_likelihood(nbd, 2, 0, 10) FROM polished;
SELECT nbd_final('v1 purchases 4 [] 3,0,5,1');
SELECT count(*) AS histories, count(*) FILTER (WHERE x > 0 AND t_x = 0) AS refused,
	count(*) FILTER (WHERE x = 0) AS on_one_day
FROM (SELECT purchase_history_agg(timestamp '2023-01-01 00:01' + i * k * interval '7 hours', 10) AS h
	FROM generate_series(0, 20) AS i, generate_series(0, 3) AS k GROUP BY i) AS q,
	unnest('{day,week,year}'::text[]) AS unit, clv_summary(h, '2024-01-01', unit);
SELECT bgnbd_fit(1, 1, 10, -1);
SELECT bgnbd_fit(1000001, 1, 10);
SELECT gammagamma_fit(1, 'Infinity');
SELECT p_alive(gg, 1, 2, 3) FROM polished;
SELECT p_alive(bg, 1, 3, 2) FROM polished;
SELECT expected_purchases(bg, -1) FROM polished;
SELECT expected_spend(bg, 1, 2) FROM polished;
SELECT expected_spend(gg, 1, 'Infinity') FROM polished;
SELECT converged(m), warnings(m) FROM (SELECT bgnbd_fit(x, t_x * 1e200, t * 1e200) AS m FROM customer) AS t;
SELECT clv_model('pareto', '{1,2}');
SELECT clv_model('bg/nbd', '{1,2,3}');
SELECT clv_model('nbd', '{1,0}');
SELECT coef(bg, 2) FROM polished;
SELECT expected_purchases(clv_model('pareto/nbd', '{1,1,1,1e-300}'), 0, 0, 1e300, 1e308) >= 0 AS extreme;
SELECT round(expected_purchases(clv_model('bg/nbd', '{2,1,1e300,1e300}'), 3)::numeric, 12) AS certain;
SELECT expected_purchases(clv_model('bg/nbd', '{1,1e-5,1e-300,1}'), 1e308);
SELECT bgnbd_final('v1 purchases 4 [] 0,1,2,1');
SELECT 'v1 bg/nbd 5 [10,-5,3,0,4,0] 1,1,0,0,0 1,0,1,0,0 1,0,0,1,0'::clv_model;
SELECT 'v1 nbd 3 [10,-5,3,0,2,0] 1,1,0.5 1,0.4,1'::clv_model;
SELECT 'v1 nbd 3 [10,-5,3,0,2,0] 0,1,0 1,0,1'::clv_model;
SELECT 'v1 nbd 3 [10,-5,3,7,2,0] 1,1,0 1,0,1'::clv_model;
SELECT 'v1'::clv_model;
DROP TABLE printed, polished, fit, stops_at_once, stops_at_once_fit;
DROP FUNCTION total, same, u;
DROP TABLE customer, pareto_customer;
