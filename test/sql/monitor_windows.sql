-- Windows with a state: exponentially weighted means, cumulative sums, run rules, alerts, tracking signals.
\i test/include/close.sql
CREATE FUNCTION agree(a float8[], b float8[], tolerance float8 DEFAULT 1e-11) RETURNS boolean LANGUAGE sql IMMUTABLE AS
'SELECT cardinality(a) = cardinality(b) AND bool_and(close(x, y, tolerance)) FROM unnest(a, b) AS u(x, y)';

CREATE TABLE series AS SELECT name, i, x FROM (VALUES
	('nist ewma', '{52.0,47.0,53.0,49.3,50.1,47.0,51.0,50.1,51.2,50.5,49.6,47.6,49.9,51.3,47.8,51.2,52.6,52.4,53.6,
		52.1}'::float8[]),
	('nist cusum', '{324.925,324.675,324.725,324.350,325.350,325.225,324.125,324.525,325.225,324.600,324.625,325.150,
		328.325,327.250,327.825,328.500,326.675,327.775,326.875,328.350}'),
	('shift', '{10.2,9.6,10.4,9.9,10.1,9.7,10.3,10.0,9.8,10.5,10.6,10.9,10.4,11.2,10.8,11.1,10.7,11.3,11.0,11.4}'),
	('off target', '{10.6,10.9,10.4,11.2,10.8,11.1,10.7,11.3}'),
	('nelson', '{-.5,.3,.6,.1,3.4,-.8,.9,2.3,.4,2.2,.4,-.4,1.2,1.5,-.3,1.4,1.3,-.2,-.2,.1,-.9,-.5,-.1,.3,.7,1.1,.6,.4,
		-.4,.5,.2,.7,.3,1.2,.4,.8,.1,.6,-.5,-.5,.3,1.2,.5,-.4,.6,-1.2,.3,-.7,1.1,-.2,.8,-.5,.4,-.9,.2,-.6,-1.1,
		-.4,-1.1,.2,.5,-.3,-.6,.4,.1,-.2,.7,.3,-.5,-.1,.6,.8,-.4,-.7,1.5,-.2,-1.3,.6,1.3,1.2,-1.4,-1.2,1.5,-1.1,
		1.2,-1.3,.3,.3,-.8}'))
	AS s(name, xs), unnest(xs) WITH ORDINALITY AS u(x, i);

-- S30, NIST e-Handbook 6.3.2.4: target 50, sigma 2.0539, lambda 0.3; the handbook's limits are those of the end.
SELECT agree(array_agg(e ORDER BY i),
	'{50.6,49.52,50.564,50.1848,50.15936,49.211552,49.7480864,49.85366048,50.257562336,50.3302936352,50.11120554464,
	49.35784388125,49.52049071687,50.05434350181,49.37804045127,49.92462831589,50.72723982112,51.22906787478,
		51.94034751235,51.98824325864}') AS ewma,
	agree(array_agg(DISTINCT low), '{47.41156826187}') AS low,
		agree(array_agg(DISTINCT high), '{52.58843173813}') AS high,
	agree((array_agg(widening ORDER BY i))[1:3], '{51.84851,52.25639401212,52.4314055708}') AS widening,
		bool_and(e BETWEEN low AND high) AS no_signal
FROM (SELECT i, ewma(x, 0.3, 50) OVER w AS e, ewma_low(x, 0.3, 50, 2.0539, exact => false) OVER w AS low,
	ewma_high(x, 0.3, 50, 2.0539, 3, false) OVER w AS high,
		ewma_high(x, 0.3, 50, 2.0539) OVER w AS widening FROM series WHERE name = 'nist ewma'
		WINDOW w AS (ORDER BY i)) AS t;
-- M5: limits that widen.
SELECT agree(array_agg(e ORDER BY i)
	FILTER (WHERE i IN (1, 2, 3, 10, 12, 13, 14, 20)),
	'{10.04,9.952,10.0416,10.08417887232,10.32987447828,10.34389958263,10.5151196661,10.95565632975}') AS ewma,
	agree(array_agg(high ORDER BY i)
		FILTER (WHERE i IN (1, 2, 3, 10, 12, 13, 14, 20)),
		'{10.27,10.34576870882,10.38654345163,10.44739840629,10.44893621015,10.44931946464,10.44956457604,
		10.44997009138}') AS high,
	bool_and(near(low + high, 20, 1e-12)) AS symmetric, min(i) FILTER (WHERE e > high) AS first_signal
FROM (SELECT i, ewma(x, 0.2, 10) OVER w AS e, ewma_low(x, 0.2, 10, 0.5, 2.7) OVER w AS low,
	ewma_high(x, 0.2, 10, 0.5, 2.7) OVER w AS high FROM series WHERE name = 'shift' WINDOW w AS (ORDER BY i)) AS t;
-- The first value as the start is what ses does; lambda 1 keeps nothing; a NULL passes and stops the clock.
SELECT bool_and(e = s) AS as_ses
FROM (SELECT ewma(x, 0.2) OVER w AS e, ses(x, 0.2) OVER w AS s FROM series WHERE name = 'shift'
	WINDOW w AS (ORDER BY i)) AS t;
SELECT i, x, ewma(x, 0.5) OVER w AS first_value, ewma(x, 0.5, 10) OVER w AS start, ewma(x, 1) OVER w AS newest,
	ewma_high(x, 0.5, 10, 4) OVER w AS high, ewma_high(x, 0.5, 10, 0) OVER w AS no_sigma,
	cusum_high(x, 10, 1) OVER w AS cusum
FROM (VALUES (1, NULL), (2, 12), (3, NULL), (4, 20)) AS t(i, x) WINDOW w AS (ORDER BY i);

-- S31, NIST e-Handbook 6.3.2.3: target 325, k 0.3175, h 4.1959.
SELECT agree(array_agg(high ORDER BY i),
	'{0,0,0,0,0.0325,0,0,0,0,0,0,0,3.0075,4.94,7.4475,10.63,11.9875,14.445,16.0025,19.035}') AS high,
	agree(array_agg(low ORDER BY i),
	'{0,0.0075,0,0.3325,0,0,0.5575,0.715,0.1725,0.255,0.3125,0,0,0,0,0,0,0,0,0}') AS low,
	min(i) FILTER (WHERE high > 4.1959 OR low > 4.1959) AS first_signal
FROM (SELECT i, cusum_high(x, 325, 0.3175) OVER w AS high, cusum_low(x, 325, 0.3175) OVER w AS low FROM series
	WHERE name = 'nist cusum' WINDOW w AS (ORDER BY i)) AS t;
-- M6: from zero, set back after each signal, with a head start.
CREATE TABLE cusum AS
SELECT i, cusum_high(x, 10, 0.25) OVER w AS high, cusum_low(x, 10, 0.25) OVER w AS low,
	cusum_high(x, 10, 0.25, reset_above => 2.385) OVER w AS again,
	cusum_high(x, 10, 0.25, 2.385 / 2) OVER w AS fast_high,
		cusum_low(x, 10, 0.25, head_start => 2.385 / 2) OVER w AS fast_low
FROM series WHERE name = 'shift' WINDOW w AS (ORDER BY i);
SELECT agree(array_agg(high ORDER BY i),
	'{0,0,.15,0,0,0,.05,0,0,.25,.6,1.25,1.4,2.35,2.9,3.75,4.2,5.25,6,7.15}') AS high,
	agree((array_agg(low ORDER BY i))[1:8], '{0,.15,0,0,0,.05,0,0}') AS low, min(i)
	FILTER (WHERE high > 2.385) AS first_signal,
	array_agg(i ORDER BY i) FILTER (WHERE again > 2.385) AS signals,
		agree((array_agg(fast_high ORDER BY i))[1:6], '{1.1425,.4925,.6425,.2925,.1425,0}') AS fast_high,
		agree((array_agg(fast_low ORDER BY i))[1:5], '{.7425,.8925,.2425,.0925,0}') AS fast_low
FROM cusum;
-- Since when, and where the level is now: the rows since the sum was 0.
SELECT count(*) AS rows_since, round((10 + 0.25 + max(high) / count(*))::numeric, 10) AS level FROM cusum
WHERE i > (SELECT max(i) FROM cusum WHERE high = 0);
SELECT agree((array_agg(slow ORDER BY i))[1:5], '{.35,1,1.15,2.1,2.65}') AS slow,
	agree((array_agg(fast ORDER BY i))[1:4], '{1.5425,2.1925,2.3425,3.2925}') AS fast, min(i)
	FILTER (WHERE slow > 2.385) AS slow_signal, min(i) FILTER (WHERE fast > 2.385) AS fast_signal
FROM (SELECT i, cusum_high(x, 10, 0.25) OVER w AS slow, cusum_high(x, 10, 0.25, 2.385 / 2) OVER w AS fast FROM series
	WHERE name = 'off target' WINDOW w AS (ORDER BY i)) AS t;
-- M6: average run lengths, by shift.
SELECT k, h, agree(array_agg(cusum_arl(h, k, shift) ORDER BY shift), expected, 2e-11) AS cusum
FROM (VALUES (0.5, 4.0, '{167.6837888136,26.63020308887,8.383131870495,3.34277012943}'::float8[]),
	(0.5, 5, '{465.4435060325,37.99614318937,10.37596992159,4.008871061031}'),
	(0.5, 4.77, '{368.5613944702,35.20816916992,9.917042464132,3.855294087279}')) AS t(k, h, expected),
		unnest('{0,0.5,1,2}'::float8[]) AS shift GROUP BY k, h, expected ORDER BY k, h;
SELECT lambda, width, agree(array_agg(ewma_arl(lambda, width, shift) ORDER BY shift), expected, 2e-11) AS ewma
FROM (VALUES (0.2, 2.962, '{499.7351221655,41.76439576247,10.54166579656,3.743439060539}'::float8[]),
	(0.1, 2.814, '{499.5795500822,31.29743519628,10.33066515522,4.362253413742}'),
	(0.2, 2.7, '{237.7047716809,29.30898543105,8.767660331107,3.366100920504}')) AS t(lambda, width, expected),
		unnest('{0,0.5,1,2}'::float8[]) AS shift GROUP BY lambda, width, expected ORDER BY lambda, width;
SELECT agree(ARRAY[ewma_arl(1, 3)], '{370.398347345}') AS shewhart;
SELECT cusum_arl(4, 0.5) = cusum_arl(4, 0.5, 0) AS no_shift,
	cusum_arl(4, 0.5, -1) = cusum_arl(4, 0.5, 1) AS both_sides, round(log(cusum_arl(100, 0.5)::numeric), 6) AS digits,
	cusum_arl(400, 20) AS beyond_all_numbers;

-- M7: each of Nelson's rules at its row, and no other; turned about, on another scale, and with gaps.
SELECT i, plain, turned = plain AS turned, moved = plain AS moved FROM (
	SELECT i, spc_rules(x, 0, 1, '{1,2,3,4,5,6,7,8}') OVER w AS plain,
		spc_rules(-x, 0, 1, '{8,7,6,5,4,3,2,1}') OVER w AS turned,
		spc_rules(1000 + 8 * x, 1000, 8, '{1,2,3,4,5,6,7,8}') OVER w AS moved
	FROM series WHERE name = 'nelson' WINDOW w AS (ORDER BY i)) AS t
	WHERE plain <> '' OR turned <> plain OR moved <> plain ORDER BY i;
SELECT string_agg(i || ': ' || one, ', ' ORDER BY i) AS by_default, string_agg(i || ': ' || four, ', ' ORDER BY i)
	FILTER (WHERE four <> '') AS four, string_agg(none, '') AS none FROM (
	SELECT i, nullif(spc_rules(x, 0, 1) OVER w, '') AS one, spc_rules(x, 0, 1, '{1,2,5,6}') OVER w AS four,
		spc_rules(x, 0, 1, '{}') OVER w AS none FROM series WHERE name = 'nelson' WINDOW w AS (ORDER BY i)) AS t;
SELECT count(*) FILTER (WHERE fired <> '') AS with_gaps
FROM (SELECT spc_rules(x, 0, 1, '{2,3,4,7,8}') OVER (ORDER BY i) AS fired
	FROM (SELECT i, x FROM series WHERE name = 'nelson' UNION ALL SELECT i + 0.5, NULL FROM series
		WHERE name = 'nelson') AS s) AS t;
SELECT i, x, spc_rules(x, 0, 1, '{1,2,5}') OVER w AS fired, spc_rules(x, 0, 0) OVER w AS no_sigma,
	spc_rules(x, NULL, 1) OVER w AS no_center
FROM unnest('{3.5,NULL,3,2.5,2.5,-3.5}'::float8[]) WITH ORDINALITY AS u(x, i) WINDOW w AS (ORDER BY i);
-- Several at once; points on the centre line and equal neighbours; limits that differ by row.
SELECT i, x, spc_rules(x, 0, 1, '{1,2,3,5,6}') OVER w AS fired
FROM unnest('{1.1,1.2,1.3,1.4,1.5,3.5,2.2,2.1,1.1,0,1,1,2,3,4,5,6}'::float8[]) WITH ORDINALITY AS u(x, i)
WINDOW w AS (ORDER BY i);
SELECT n, defects, spc_rules(defects / n, 0.1, sqrt(0.1 * 0.9 / n)) OVER (ORDER BY n) AS fired
FROM (VALUES (30.0, 9), (50, 9), (100, 20), (200, 33)) AS t(n, defects);

-- M11: alerts.
CREATE TABLE signal AS SELECT i, s
FROM unnest('{0,1,0,0,0,1,1,0,1,0,0,0,0,NULL,1,NULL,0,0,0}'::integer[]) WITH ORDINALITY AS u(s, i);
SELECT string_agg(slow::text, ' ' ORDER BY i) AS open_1_close_3,
	string_agg(sure::text, ' ' ORDER BY i) AS open_2_close_2, string_agg(quick::text, ' ' ORDER BY i) AS open_1_close_1
FROM (SELECT i, alert(s, 1, 3) OVER w AS slow, alert(s, open_after => 2, close_after => 2) OVER w AS sure,
	alert(s = 1) OVER w AS quick FROM signal WINDOW w AS (ORDER BY i)) AS t;
SELECT alert, min(i) AS opened, max(i) AS last_row, count(*) FILTER (WHERE s = 1) AS points
FROM (SELECT i, s, alert(s, 1, 3) OVER (ORDER BY i) AS alert FROM signal) AS t WHERE alert > 0 GROUP BY alert
ORDER BY alert;

-- M9 and S34: tracking signals.
SELECT s, agree(array_agg(signal ORDER BY i), expected) AS signals
FROM (SELECT s, i, expected, tracking_signal(u.a, u.f) OVER (PARTITION BY s ORDER BY i) AS signal
	FROM (VALUES ('M9', '{0,10,0,5,-3,20}'::float8[], '{0,12,3,5,-2,15}'::float8[],
		'{NULL,-2,-3,-4,-5,-0.5454545454545}'::float8[]),
		('S34', '{120,135,0,150,160,170}', '{118,140,5,145,170,160}',
			'{1,-0.8571428571429,-2,-0.7058823529412,-2.407407407407,-0.4864864864865}')) AS t(s, a, f, expected),
			unnest(a, f) WITH ORDINALITY AS u(a, f, i)) AS q
GROUP BY s, expected ORDER BY s;
SELECT i, tracking_signal(a, f) OVER (ORDER BY i) AS signal
FROM (VALUES (1, 2, 1), (2, NULL, 3), (3, 5, 3), (4, 5, NULL), (5, 1, 4)) AS t(i, a, f);

-- Every partition, and every scan of a LATERAL one, begins anew.
SELECT g, i, ewma(x, 0.5, 0) OVER w AS ewma, cusum_high(x, 0, 0) OVER w AS cusum,
	spc_rules(x, 0, 1, '{5}') OVER w AS rules, alert(x > 2, 2, 9) OVER w AS alert,
	tracking_signal(x, 0) OVER w AS signal
FROM generate_series(1, 2) AS g, generate_series(1, 3) AS i, LATERAL (SELECT g + i * 0.5 AS x) AS l
WINDOW w AS (PARTITION BY g ORDER BY i) ORDER BY g, i;
SELECT g, l.* FROM generate_series(1, 3) AS g,
	LATERAL (SELECT string_agg(e::text, ' ' ORDER BY i) AS ewma, max(c) AS cusum, max(r) AS rules, max(a) AS alert,
	max(s) AS smooth
	FROM (SELECT i, ewma(i, g / 4.0, g) OVER w AS e, cusum_high(i, g, 0) OVER w AS c,
		spc_rules(i, g, 0.25) OVER w AS r, alert(i > g) OVER w AS a, ses(i, g / 4.0) OVER w AS s
	FROM generate_series(1, 3) AS i WINDOW w AS (ORDER BY i)) AS t) AS l;

-- Rows without a definite order are refused: no ORDER BY, a constant, ties.  One row has an order.
SELECT ewma(x, 0.2) OVER () FROM series;
SELECT ewma_low(x, 0.2, 0, 1) OVER (ORDER BY 1 + 1) FROM series;
SELECT cusum_high(x, 0, 1) OVER (PARTITION BY name) FROM series;
SELECT cusum_low(x, 0, 1) OVER (ORDER BY i) FROM series;
SELECT spc_rules(x, 0, 1) OVER () FROM series;
SELECT alert(s = 1) OVER () FROM signal;
SELECT tracking_signal(i, s) OVER (ORDER BY s) FROM signal;
SELECT i, ewma(i, 0.5) OVER (PARTITION BY i) AS alone FROM generate_series(1, 2) AS i;

-- What is refused, and what is NULL.
SELECT ewma(x, 0) OVER (ORDER BY name, i) FROM series;
SELECT ewma(x, 1.5) OVER (ORDER BY name, i) FROM series;
SELECT ewma(x, i / 100.0) OVER (ORDER BY name, i) FROM series;
SELECT ewma('NaN', 0.5) OVER ();
SELECT ewma(1, 0.5, 'Infinity') OVER ();
SELECT ewma_high(1, 0.5, 0, -1) OVER ();
SELECT ewma_high(1, 0.5, 0, 1, -3) OVER ();
SELECT ewma(1.7e308, 0.5, -1.7e308) OVER () IS NOT NULL AS large, ewma(NULL, 0.5) OVER () AS x,
	ewma(1, NULL) OVER () AS lambda, ewma_high(1, 0.5, 0, NULL) OVER () AS sigma,
	cusum_high(1, NULL, 0) OVER () AS target, spc_rules(1, 0, 1, NULL) OVER () AS rules,
	alert(true, NULL) OVER () AS open_after, alert(NULL::boolean) OVER () AS signal;
SELECT cusum_high(1, 0, -1) OVER ();
SELECT cusum_high(1, 0, 1, head_start => -1) OVER ();
SELECT cusum_low(1.7e308, -1.7e308, 0) OVER () AS nothing_below, cusum_high(1.7e308, -1.7e308, 0) OVER ();
SELECT spc_rules(1, 0, 1, '{0}') OVER ();
SELECT spc_rules(1, 0, 1, '{9}') OVER ();
SELECT spc_rules(1, 0, 1, '{1,NULL}') OVER ();
SELECT spc_rules(1, 0, -1) OVER ();
SELECT alert(2) OVER ();
SELECT alert(true, 0) OVER ();
SELECT cusum_arl(0, 0.5);
SELECT cusum_arl(401, 0.5);
SELECT cusum_arl(4, -1);
SELECT ewma_arl(0, 3);
SELECT ewma_arl(0.2, 0);
SELECT ewma_arl(1e-6, 3);
SELECT ewma_arl(0.2, 'NaN');
-- Columns of every numeric type.
SELECT ewma(s, 0.5) OVER w, ewma(i, 0.5) OVER w, ewma(b, 0.5::real) OVER w, ewma(n, 0.5::numeric) OVER w,
	ewma(r, 0.5) OVER w, spc_rules(s, i, b) OVER w, alert(s) OVER w, alert(s = 1) OVER w,
	tracking_signal(n, s) OVER w, cusum_high(n, s, r) OVER w
FROM (SELECT 1::smallint AS s, 1::integer AS i, 1::bigint AS b, 1::numeric AS n, 1::real AS r) AS t
WINDOW w AS (ORDER BY s);
-- A partition that has spilled to disk.
SET work_mem = '64kB';
SELECT count(*) AS rows, round(max(e)::numeric, 6) AS ewma, max(c) AS cusum, max(a) AS alert, count(*)
	FILTER (WHERE r <> '') AS fired
FROM (SELECT ewma(x, 0.1, 50) OVER w AS e, cusum_high(x, 50, 10) OVER w AS c, alert(x > 95, 1, 50) OVER w AS a,
	spc_rules(x, 50, 15) OVER w AS r
	FROM (SELECT i, i * 7919 % 101 AS x FROM generate_series(1, 100000) AS i) AS t WINDOW w AS (ORDER BY i)) AS s;
RESET work_mem;
DROP TABLE series, cusum, signal;
DROP FUNCTION agree;
