-- How long customers stay: Kaplan-Meier and what is read from it (R9, R11, R12 and S24 of the references).
\i test/include/close.sql

CREATE TABLE veteran (trt integer, celltype text, time integer, status integer, karno float8, diagtime float8,
	age float8, prior float8);
\copy veteran FROM 'test/data/veteran.csv' CSV HEADER
CREATE TABLE stay AS SELECT survival_agg(time, status) AS s FROM veteran;

-- R9: the first rows, and at four times survival, its error and its bands, the cumulated hazard and its error.
SELECT t, at_risk, events FROM stay, km_curve(s) ORDER BY t LIMIT 6;
SELECT count(*) FILTER (WHERE events > 0) AS times, sum(events) AS events, sum(censored) AS censored,
	min(survival) AS last FROM stay, km_curve(s);
SELECT t, at_risk(s, t) AS at_risk, close(km(s, t), e[1]) AS km, close(km_se(s, t), e[2]) AS se,
	close(km_low(s, t), e[3]) AND close(km_high(s, t), e[4]) AS loglog,
	close(km_low(s, t, 0.95, 'log'), e[5]) AND close(km_high(s, t, method => 'log'), e[6]) AS log,
	close(cum_hazard(s, t), e[7]) AS hazard, close(cum_hazard_se(s, t), e[8]) AS hazard_se
FROM stay, (VALUES
	(30, '{0.70043500700435,0.03916199470747,0.6160837773925,0.7697196648621,'
		'0.62773500429632,0.7815546300260,0.3526583679842,0.05537554471418}'::float8[]),
	(90, '{0.46403796344931,0.04279236686218,0.3784852751151,0.5451225521195,'
		'0.38730930677964,0.5559670985255,0.7603198089751,0.09131529209599}'),
	(180, '{0.22241141369915,0.03690820737969,0.1546885811615,0.2979710286335,'
		'0.16065856157932,0.3079004097720,1.483747420672,0.1634977243294}'),
	(365, '{0.09004510676079,0.02647461547341,0.0469571296029,0.1503235734444,'
		'0.05060507389596,0.1602234840766,2.359198882919,0.285773456126}')) AS v(t, e);
SELECT close(km_low(s, 90, 0.95, 'plain'), 0.38016646558622) AS low, close(km_high(s, 90, 0.95, 'plain'),
	0.5479094613124) AS high,
	km(s, 999) AS last, km(s, 1000) AS after, km_low(s, 999) AS no_low, km(s, 89.5) = km(s, 87) AS step FROM stay;
-- Quartiles with the interval of each band.
SELECT p, survival_quantile(s, p) AS quantile, survival_quantile_low(s, p) AS low, survival_quantile_high(s, p) AS high,
	survival_quantile_low(s, p, 0.95, 'log') AS log_low, survival_quantile_high(s, p, 0.95, 'log') AS log_high,
	survival_quantile_low(s, p, 0.95, 'plain') AS plain_low, survival_quantile_high(s, p, 0.95, 'plain') AS plain_high
FROM stay, unnest('{.25,.5,.75}'::float8[]) AS p;
-- Means until a horizon, and their difference between two groups.
SELECT close(rmst(s, 365), 115.6592155523343) AS mean, close(rmst_se(s, 365), 9.8831509994279) AS se,
	close(rmst(s, 999), 132.776790347560) AS all, close(rmst_se(s, 999), 15.307893087805) AS all_se, rmst(s,
		5000) = rmst(s, 999) AS nobody_left FROM stay;
SELECT close(rmst(b, 365), 118.97154157934) AND close(rmst(a, 365), 112.40413319328) AS means,
	close(rmst(b, 365) - rmst(a, 365), 6.567408386066) AS difference, close(sqrt(rmst_se(a, 365) ^ 2 + rmst_se(b,
		365) ^ 2), 19.76838185931) AS se
FROM (SELECT survival_agg(time, status) FILTER (WHERE trt = 1) AS b, survival_agg(time,
	status) FILTER (WHERE trt = 2) AS a FROM veteran) AS g;
SELECT celltype, close(rmst(s, 180), mean) AS mean, close(rmst_se(s, 180), se) AS se
FROM (SELECT celltype, survival_agg(time, status) AS s FROM veteran GROUP BY 1) AS g
	JOIN (VALUES ('squamous', 111.249624060150, 11.9238896726259), ('large', 125.814814814815,
		11.5943126208336)) AS v(celltype, mean, se) USING (celltype) ORDER BY 1;
-- Those who are still there after 90 days.
SELECT close(conditional_survival(s, 180, 90), 0.4792957284053) AS share, close(conditional_survival_se(s, 180, 90),
	0.06612529318207) AS se,
	close(conditional_survival_low(s, 180, 90), 0.3456779354112) AS low, close(conditional_survival_high(s, 180, 90),
		0.6009921588716) AS high,
	conditional_survival(s, 90, 90) AS same, conditional_survival(s, 180, 0) = km(s, 180) AS from_start,
		conditional_survival(s, 999, 995) AS last,
	conditional_survival(s, 1200, 1000) AS nobody FROM stay;

-- S24: patients with and without a drug.
CREATE TABLE leukaemia (id integer, time integer, event boolean, grp text);
\copy leukaemia FROM 'test/data/leukaemia_6mp.csv' CSV HEADER
SELECT t, at_risk, close(c.survival, e[1]) AND close(c.se, e[2]) AND close(c.low, e[3]) AND close(c.high, e[4])
	AND close(c.cum_hazard, e[5]) AS known
FROM (SELECT survival_agg(time, event) AS s FROM leukaemia WHERE grp = '6-MP') AS g, km_curve(s) AS c JOIN (VALUES
	(6, '{0.8571428571429,0.07636035483212,0.619717955266,0.951551747647,0.1428571428571}'::float8[]),
	(7, '{0.8067226890756,0.08693528518006,0.5631465646222,0.9228090192029,0.2016806722689}'),
	(10, '{0.7529411764706,0.09634965299432,0.5031995108,0.8893618351693,0.2683473389356}'),
	(13, '{0.6901960784314,0.106814707775,0.4316102224862,0.8490659633495,0.3516806722689}'),
	(16, '{0.6274509803922,0.1140538652568,0.3675108559875,0.8049121894718,0.442589763178}'),
	(22, '{0.5378151260504,0.128233751693,0.2677789367671,0.7467907176354,0.5854469060351}'),
	(23, '{0.4481792717087,0.1345914567558,0.1880520059592,0.6801426284952,0.7521135727018}')) AS v(t, e) USING (t)
		ORDER BY t;
SELECT grp, median_survival(s) AS median, close(rmst(s, 35), mean) AS mean, close(rmst_se(s, 35), se) AS se
FROM (SELECT grp, survival_agg(time, event) AS s FROM leukaemia GROUP BY 1) AS g
	JOIN (VALUES ('6-MP', 23.28739495798, 2.827467623371), ('control', 8.666666666667, 1.377390041265)) AS v(grp, mean,
		se) USING (grp) ORDER BY 1;

-- R11: twelve contracts, some of which came late, with weights.
CREATE TABLE contract (id integer, entered float8, time float8, event integer, weight integer, grp text);
INSERT INTO contract VALUES (1, 0, 3, 1, 2, 'a'), (2, 0, 5, 0, 1, 'a'), (3, 2, 5, 1, 1, 'a'), (4, 0, 5, 1, 3, 'b'), (5,
	4, 7, 1, 1, 'b'), (6, 3, 7, 0, 2, 'a'),
	(7, 0, 8, 1, 1, 'b'), (8, 5, 8, 1, 1, 'a'), (9, 1, 9, 0, 2, 'b'), (10, 6, 10, 1, 1, 'a'), (11, 0, 12, 0, 1, 'b'),
		(12, 8, 12, 1, 1, 'b');
SELECT t, at_risk, c.events, close(survival, e[1]) AND close(se, e[2]) AND close(low, e[3]) AND close(high,
	e[4]) AS known
FROM (SELECT survival_entry_agg(entered, time, event) AS s FROM contract) AS g, km_curve(s) AS c JOIN (VALUES
	(3, '{0.8571428571429,0.1322600142532,0.334053879292222,0.9785610585262}'::float8[]), (5,
		'{0.6428571428571,0.1644963157669,0.252903370086714,0.8676199984012}'),
	(7, '{0.5510204081633,0.1646488390410,0.203475999236847,0.8000474939011}'), (8,
		'{0.3306122448980,0.1559911984739,0.077901160148995,0.6188039127330}'),
	(10, '{0.2204081632653,0.1375187476739,0.033546881007707,0.5098354667164}'), (12,
		'{0.1102040816327,0.1039245942725,0.006104772361231,0.3852169182050}')) AS v(t, e) USING (t) ORDER BY t;
SELECT t, at_risk, c.events, close(survival, e[1]) AND close(se, e[2]) AS known
FROM (SELECT survival_entry_agg(entered, time, event, weight) AS s FROM contract) AS g, km_curve(s) AS c JOIN (VALUES
	(3, '{0.8181818181818,0.11629129983033}'::float8[]), (5, '{0.5454545454545,0.13567318313539}'), (7,
		'{0.4848484848485,0.13345015334865}'),
	(8, '{0.3232323232323,0.12892509660080}'), (10, '{0.2154882154882,0.12299027904475}'), (12,
		'{0.1077441077441,0.09790836819018}')) AS v(t, e) USING (t) ORDER BY t;
SELECT close(rmst(s, 12), 7.653061224490) AS mean, close(rmst_se(s, 12), 1.065237422804) AS se
	FROM (SELECT survival_entry_agg(entered, time, event) AS s FROM contract) AS g;
SELECT string_agg(round(survival::numeric, 13)::text, ' ' ORDER BY t) AS too_high
	FROM (SELECT survival_agg(time, event) AS s FROM contract) AS g, km_curve(s) WHERE events > 0;
-- A weight is so many rows, to the byte; half of it is the same survival with an error larger by the root of two.
SELECT survival_entry_agg(entered, time, event, weight) = (SELECT survival_entry_agg(entered, time, event)
	FROM contract, generate_series(1, weight)) AS repeated FROM contract;
SELECT bool_and(close(km(h, t), km(s, t)) AND close(km_se(h, t), km_se(s, t) * sqrt(2))) AS half FROM (
	SELECT survival_agg(time, event, weight) AS s, survival_agg(time, event, weight / 2.0) AS h
		FROM contract) AS g, generate_series(0, 12) AS t;
SELECT survival_agg(x, y, w) AS exact FROM (VALUES (1, true, 0.1), (1, true, 0.2), (2.5, false, 1e-7), (3, true,
	0)) AS v(x, y, w);

-- R12: degenerate cases.
CREATE FUNCTION stays(times float8[],
	events boolean[]) RETURNS survival_summary LANGUAGE sql AS $$ SELECT survival_agg(t, e)
	FROM unnest(times, events) AS u(t, e) $$;
SELECT s, km(s, 1), km_se(s, 1), median_survival(s), rmst(s, 1), at_risk(s, 1), cum_hazard(s, 0), (SELECT count(*)
	FROM km_curve(s)) AS rows FROM (SELECT stays('{}', '{}') AS s) AS x;
SELECT km(s, 8), km_se(s, 8), km_low(s, 8), km_high(s, 8), median_survival(s), rmst(s, 8), rmst_se(s, 8), km(s,
	9) AS after, rmst(s, 9) AS too_far
FROM (SELECT stays('{3,5,8}', '{f,f,f}') AS s) AS x;
SELECT km(s, 0), median_survival(s), rmst(s, 0), rmst(s, 5) AS later, rmst_se(s, 5)
	FROM (SELECT stays('{0,0,0}', '{t,t,t}') AS s) AS x;
SELECT km(s, 0), km(s, 2), median_survival(s), rmst(s, 3), close(rmst_se(s, 3), 0.6027281725621) AS se
	FROM (SELECT stays('{0,0,2,3}', '{t,f,t,f}') AS s) AS x;
SELECT km(s, 5), km_se(s, 5), km_low(s, 5), km_high(s, 5), median_survival(s), rmst(s, 5), rmst_se(s, 5)
	FROM (SELECT stays('{5}', '{t}') AS s) AS x;
SELECT array_agg(survival ORDER BY t) AS s, median_survival(s), rmst(s, 4), close(rmst_se(s, 4), 0.5590169943749) AS se
	FROM (SELECT stays('{1,2,3,4}', '{t,t,t,t}') AS s) AS x, km_curve(s) GROUP BY s;
SELECT median_survival(s), km(s, 3) AS half FROM (SELECT stays('{1,2,3,4,5,6}', '{t,t,t,f,f,t}') AS s) AS x;
SELECT array_agg(survival_quantile(s, p / 10.0) ORDER BY p) AS tenths
	FROM (SELECT stays('{1,2,3,4,5,6,7,8,9,10}', array_fill(true, '{10}')) AS s) AS x, generate_series(1, 9) AS p;
SELECT t, at_risk, survival FROM (SELECT survival_entry_agg(e, t, true) AS s
	FROM (VALUES (0, 2), (3, 5), (3, 6)) AS v(e, t)) AS x, km_curve(s) ORDER BY t;
SELECT stays('{0.3}', '{t}') AS one, survival_agg(t, true) AS two
	FROM unnest(ARRAY[0.1::float8 + 0.2::float8, 0.3]) AS t;
-- Columns of every type; an interval counts in days of 24 hours.
SELECT count(DISTINCT s) AS same FROM (
	SELECT survival_agg(time::smallint, status::smallint) AS s FROM veteran
		UNION ALL SELECT survival_agg(time::bigint, status::bigint) FROM veteran
	UNION ALL SELECT survival_agg(time::numeric, status = 1) FROM veteran
		UNION ALL SELECT survival_agg(time::real, status) FROM veteran
	UNION ALL SELECT survival_agg(time * interval '24 hours', status) FROM veteran
		UNION ALL SELECT survival_agg(date '2025-01-01' + time - date '2025-01-01', status = 1) FROM veteran
	UNION ALL SELECT survival_agg(make_interval(days => time), status = 1, 1) FROM veteran
		UNION ALL SELECT survival_agg(time, status, weight::numeric) FROM veteran, (VALUES (1)) AS w(weight)) AS t;
SELECT survival_agg(interval '36 hours', true), survival_entry_agg(interval '12 hours', interval '1 day 12 hours', 0);

-- Properties on random rows: without censoring one minus the empirical distribution; bands hold their estimate; rows
-- in any order, split
-- and merged at random, give the same value.
SELECT setseed(0.5);
CREATE TABLE random_stay AS SELECT i, floor(random() * 50) / 2 AS time, random() < 0.6 AS event,
	floor(random() * 4) AS weight, i % 7 AS part FROM generate_series(1, 500) AS i;
SELECT bool_and(close(km(s, t), (SELECT 1 - avg((time <= t)::integer) FROM random_stay)) OR t >= 24.5) AS ecdf
	FROM (SELECT survival_agg(time, true) AS s FROM random_stay) AS x, generate_series(0, 25) AS t;
SELECT bool_and(low <= survival AND survival <= high AND high <= 1 AND low >= 0
	AND at_risk >= events + censored) AS ordered
FROM (SELECT survival_agg(time, event, weight) AS s FROM random_stay) AS x,
	unnest('{.5,.8,.9,.95,.99,.999}'::float8[]) AS confidence, unnest('{loglog,log,plain}'::text[]) AS method,
	km_curve(s, confidence, method) AS c WHERE survival > 0;
SELECT bool_and(coalesce(survival_quantile_low(s, p) <= survival_quantile(s, p), true) AND coalesce(survival_quantile(s,
	p) <= survival_quantile_high(s, p), true)) AS ordered
FROM (SELECT survival_agg(time, event) AS s FROM random_stay) AS x, (SELECT k / 20.0 AS p
	FROM generate_series(1, 19) AS k) AS g;
SELECT count(DISTINCT s) AS same, count(DISTINCT s::text) AS texts, count(DISTINCT survival_summary_send(s)) AS bytes
	FROM (
	SELECT survival_entry_agg(time, time + 0.5 + i % 3, event, weight / 8) AS s FROM random_stay
	UNION ALL SELECT survival_entry_agg(time, time + 0.5 + i % 3, event, weight / 8 ORDER BY random()) FROM random_stay
	UNION ALL SELECT rollup(p ORDER BY random()) FROM (SELECT survival_entry_agg(time, time + 0.5 + i % 3, event,
		weight / 8) AS p FROM random_stay GROUP BY part) AS q
	UNION ALL SELECT rollup(p::text::survival_summary) FROM (SELECT survival_entry_agg(time, time + 0.5 + i % 3, event,
		weight / 8) AS p FROM random_stay GROUP BY i % 23) AS q) AS t;

-- Gaps between purchases (R6).
SELECT gap_agg('v1 2025-01-05:1 2025-02-10:1 2025-03-08:1 2025-05-30:1', '2025-06-20') AS gaps,
	gap_agg('v1 r2025-01-01:-1', '2025-06-20') AS none, gap_agg('v1 2025-06-20:1 2025-07-01:2', '2025-06-20') AS today;

SELECT survival_agg(-1, true);
SELECT survival_agg('NaN'::float8, true);
SELECT survival_agg('Infinity'::float8, true);
SELECT survival_agg(1, 2);
SELECT survival_agg(1, true, -1);
SELECT survival_agg(1, true, w) FROM unnest('{1e30,1e-20}'::float8[]) AS w;
SELECT survival_agg(interval '1 month', true);
SELECT survival_agg(interval '-1 day', true);
SELECT survival_entry_agg(5, 5, true);
SELECT survival_entry_agg(-1, 5, true);
SELECT km('v1 1:1,0', -1);
SELECT km('v1 1:1,0', 'NaN');
SELECT km_low('v1 1:1,0', 1, 95);
SELECT km_low('v1 1:1,0', 1, 0.95, 'wald');
SELECT survival_quantile('v1 1:1,0', 1);
SELECT rmst('v1 1:1,0', 'Infinity');
SELECT conditional_survival('v1 1:1,0', 1, 2);
SELECT gap_agg('v1', 'infinity');
SELECT 'v2'::survival_summary;
SELECT 'v1 1:0,0'::survival_summary;
SELECT 'v1 1:1,0 -1:1,0'::survival_summary;
SELECT 'v1 1:1,-1'::survival_summary;
SELECT 'v1 1:1,0,5'::survival_summary;
SELECT 'v1 1:1'::survival_summary;
SELECT 'v1 "a" 1:1,0'::survival_summary;
DROP TABLE veteran, stay, leukaemia, contract, random_stay;
DROP FUNCTION stays, close;
