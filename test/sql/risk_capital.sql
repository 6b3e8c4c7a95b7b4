-- What risk costs: expected loss, capital, return on it.

-- K10: Basel II, Annex 5, "Illustrative IRB Risk Weights" (June 2006), in percent: to the last printed digit, which
-- is off by one in seven cells.
CREATE TABLE weight AS SELECT pd, class, lgd, turnover, published
FROM (VALUES (0.0003, ARRAY[14.44, 11.30, 4.15, 2.30, 4.45, 8.41, 0.98, 1.85]::float8[]),
	(0.0005, ARRAY[19.65, 15.39, 6.23, 3.46, 6.63, 12.52, 1.51, 2.86]),
	(0.0010, '{29.65,23.30,10.69,5.94,11.16,21.08,2.71,5.12}'),
	(0.0025, '{49.47,39.01,21.30,11.83,21.15,39.96,5.76,10.88}'),
	(0.0040, '{62.72,49.49,29.94,16.64,28.42,53.69,8.41,15.88}'),
	(0.0050, '{69.61,54.91,35.08,19.49,32.36,61.13,10.04,18.97}'),
	(0.0075, '{82.78,65.14,46.46,25.81,40.10,75.74,13.80,26.06}'),
	(0.0100, '{92.32,72.40,56.40,31.33,45.77,86.46,17.22,32.53}'),
	(0.0130, '{100.95,78.77,67.00,37.22,50.80,95.95,21.02,39.70}'),
	(0.0150, '{105.59,82.11,73.45,40.80,53.37,100.81,23.40,44.19}'),
	(0.0200, '{114.86,88.55,87.94,48.85,57.99,109.53,28.92,54.63}'),
	(0.0250, '{122.16,93.43,100.64,55.91,60.90,115.03,33.98,64.18}')) AS v(pd, weights),
	unnest(weights, '{corporate,corporate,mortgage,mortgage,retail,retail,revolving,revolving}'::text[],
	'{.45,.45,.45,.25,.45,.85,.45,.85}'::float8[],
	'{NULL,5,NULL,NULL,NULL,NULL,NULL,NULL}'::float8[]) AS u(published, class, lgd, turnover);
SELECT count(*) AS cells, count(*) FILTER (WHERE round(weight::numeric, 2) = published::numeric) AS equal,
	max(abs(weight - published)) < 0.01 AS to_one_hundredth
FROM (SELECT *, 1250 * irb_capital(pd, lgd, class, turnover => turnover) AS weight FROM weight) AS w;
-- And in all digits, computed with 30; lists what is off by more than 1e-9.
SELECT pd, class, got, want
FROM (VALUES (0.0003, ARRAY[14.44356729117, 11.29913521176, 4.149188075263, 2.305104486257, 4.451101318143,
	8.407635823158, 0.9799254861916, 1.850970362806]::float8[]),
	(0.0025, ARRAY[49.47164404193, 39.0104850013, 21.29748439323, 11.83193577401, 21.15398413193, 39.95752558254,
	5.758536341856, 10.87723531239]), (0.01,
	ARRAY[92.31680139205, 72.3947273276, 56.39892556204, 31.33273642336, 45.77272459123, 86.45959089454,
	17.2241599649, 32.53452437814]), (0.02,
	ARRAY[114.8542287582, 88.54556997716, 87.93502826974, 48.85279348319, 57.98644297549, 109.5299478426,
	28.92290430704, 54.63215257997])) AS v(pd, weights),
	unnest(weights, '{corporate,corporate,mortgage,mortgage,retail,retail,revolving,revolving}'::text[],
	'{.45,.45,.45,.25,.45,.85,.45,.85}'::float8[], '{NULL,5,NULL,NULL,NULL,NULL,NULL,NULL}'::float8[]) AS u(want,
	class, lgd, turnover), LATERAL (SELECT 1250 * irb_capital(pd, lgd, class, turnover => turnover) AS got) AS g
WHERE (abs(got / want - 1) < 1e-9) IS NOT TRUE;
SELECT name, got, want
FROM (VALUES ('R', irb_correlation(.01, 'corporate'), 0.1927836791655),
	('R of 20 millions', irb_correlation(.01, 'corporate', 20), 0.1661170124988),
	('R retail', irb_correlation(.01, 'retail'), 0.1216094516634),
	('R mortgage', irb_correlation(.01, 'mortgage'), 0.15), ('R revolving', irb_correlation(.01, 'revolving'), 0.04),
	('K', irb_capital(.01, .45, 'corporate'), 0.07385344111364),
	('K 1 year', irb_capital(.01, .45, 'corporate', 1), 0.05862270530543),
	('K 5 years', irb_capital(.01, .45, 'corporate', 5), 0.09923800079399),
	('K of 20 millions', irb_capital(.01, .45, 'corporate', 2.5, 20), 0.06312324146687),
	('K of 3 millions', irb_capital(.01, .45, 'corporate', 2.5, 3), 0.05791578186208),
	('K retail', irb_capital(.01, .45, 'retail'), 0.03661817967298),
	('K mortgage', irb_capital(.01, .45, 'mortgage'), 0.04511914044964)) AS v(name, got, want)
WHERE (abs(got / want - 1) < 1e-9) IS NOT TRUE;
SELECT irb_capital(0, .45, 'retail') AS no_risk, irb_capital(0, .45, 'retail',
	pd_floor => .0005) = irb_capital(.0005, .45, 'retail') AS floor, irb_capital(1, .45, 'retail') AS provided,
	irb_capital(1, .45, 'retail', best_estimate => .4) AS not_all,
	irb_capital(1, .45, 'retail', best_estimate => .5) AS more, irb_capital(NULL, .45, 'retail'),
	irb_capital(.01, .45, 'corporate', 2.5, 60) = irb_capital(.01, .45, 'corporate') AS large;

-- S28, expected loss: money in, money out.
SELECT sum(expected_loss(pd, lgd, ead)) AS el
FROM (VALUES (.012, .45, 10000), (.03, .45, 5000), (.09, .6, 2000)) AS v(pd, lgd, ead);
SELECT expected_loss(0.1, 0.1, 0.50), expected_loss(0.1, 0.5, 0.1, 3),
	expected_loss(0.01, 0.45, 12345678901234567890.12), expected_loss(0, 1, 100), expected_loss(1, 1, -12.345),
	expected_loss(.3, 1, 1, 0), expected_loss(0.012::numeric, 0.45::real, 1000), expected_loss(NULL, 1, 1);

-- K11, a card portfolio: capital and the return on it.
CREATE TABLE card AS SELECT *
FROM (VALUES ('A', 12000::numeric, .004), ('B', 5000, .02), ('C', 2000, .09), ('D', 800, 1)) AS v(customer, ead, pd);
CREATE VIEW card_cost AS SELECT *, expected_loss(pd, .85, ead) AS el,
	ead::float8 * irb_capital(pd, .85, 'revolving', best_estimate => .85) AS capital
FROM card;
SELECT customer, el, round(capital::numeric, 10) AS capital, round((12.5 * capital)::numeric, 8) AS rwa FROM card_cost
ORDER BY 1;
SELECT sum(el) AS el, abs(sum(capital) / 609.6416755365 - 1) < 1e-9 AS capital,
	abs(sum(12.5 * capital) / 7620.520944207 - 1) < 1e-9 AS rwa,
	abs(raroc(2600, 400, 900, sum(el), sum(capital)::numeric, .02) / 0.5796730238295 - 1) < 1e-9 AS raroc
FROM card_cost;
-- Over its life: what is left of the exposure, times the chance to default in that year and not before, discounted.
SELECT array_agg(el ORDER BY year) AS by_year,
	abs(sum(el::float8 / 1.05 ^ year) / 172.9015873016 - 1) < 1e-9 AS discounted
FROM (SELECT year, expected_loss(.02 * .98 ^ (year - 1), .4, ead, 4) AS el
	FROM (VALUES (1, 10000), (2, 8000), (3, 6000)) AS v(year, ead)) AS t;

SELECT irb_capital(1.2, .45, 'retail');
SELECT irb_capital(.01, 45, 'retail');
SELECT irb_capital(.01, .45, 'sme');
SELECT irb_capital(.01, .45, 'corporate', 7);
SELECT irb_capital(.01, .45, 'retail', turnover => 10);
SELECT irb_correlation(.01, 'corporate', -1);
SELECT expected_loss(12, .45, 1000);
SELECT expected_loss(.12, .45, 'NaN');
SELECT expected_loss(.12, .45, 1000, 21);

DROP TABLE weight, card CASCADE;
