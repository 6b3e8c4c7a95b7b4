-- BG/BB: purchases on occasions that can be counted.
\i test/include/close.sql

-- Donations of 11,104 supporters in six years (Fader, Hardie and Shang 2010): alive in year 7, gifts of the next five
-- years, discounted gifts at ten percent; the gifts that were made then.
CREATE TABLE donor (x integer, t_x integer, n integer, donors integer);
\copy donor FROM 'test/data/bgbb_donations.csv' CSV HEADER
CREATE TABLE expectation (x integer, t_x integer, alive float8, expected float8, dert float8, actual integer);
INSERT INTO expectation VALUES
	(6, 6, .9304335755, 3.7525442219, 5.909894246, 4252), (5, 6, .9304335755, 3.2316123723, 5.089476961, 2227),
	(4, 6, .9304335755, 2.7106805228, 4.269059677, 1393), (3, 6, .9304335755, 2.1897486732, 3.448642393, 817),
	(2, 6, .9304335755, 1.6688168237, 2.628225108, 442), (1, 6, .9304335755, 1.1478849741, 1.807807824, 190),
	(5, 5, .5219754283, 1.8129421556, 2.855208568, 582), (4, 5, .6968001107, 2.0300239997, 3.197091478, 542),
	(3, 5, .7668259956, 1.8047029371, 2.842232595, 373), (2, 5, .8045550021, 1.4430422099, 2.272651926, 244),
	(1, 5, .8281437278, 1.0216889916, 1.609061356, 136), (4, 4, .2001790343, .5831919909, .918470986, 201),
	(3, 4, .4395938885, 1.0345715798, 1.629350186, 170), (2, 4, .5896571848, 1.0576035260, 1.665623274, 114),
	(1, 4, .6803838269, .8393961612, 1.321967777, 44), (3, 3, .0950062955, .2235945854, .352139848, 148),
	(2, 3, .2989036550, .5361107566, .844322595, 118), (1, 3, .4813557658, .5938533017, .935261519, 78),
	(2, 2, .0664147599, .1191208825, .187603870, 244), (1, 2, .2547099291, .3142381230, .494894654, 103),
	(1, 1, .0694618074, .0856957090, .134962454, 238), (0, 0, .1081332819, .0728633411, .114752716, 604);
CREATE TABLE donation AS SELECT bgbb_fit(x, t_x, n, donors) AS m FROM donor;
SELECT term, close(estimate, e) AS estimate, close(std_error, s, 1e-7) AS std_error
FROM donation, coef(m) JOIN (VALUES ('alpha', 1.2035223516, .069391362), ('beta', .749716358173, .029447717),
	('gamma', .656718208442, .051009859), ('delta', 2.78344223258, .320819)) AS v(term, e, s) USING (term);
SELECT close(log_likelihood(m), -33225.581274347, 1e-12) AS likelihood, converged(m), warnings(m) AS warnings,
	model_json(m)->'weight' AS donors
FROM donation;
SELECT count(*) AS rows, bool_and(close(p_alive(m, x, t_x, 6, 1), alive, 1e-9)) AS alive,
	bool_and(close(expected_purchases(m, x, t_x, 6, 5), expected, 1e-9)) AS expected,
	bool_and(close(discounted_purchases(m, x, t_x, 6, continuous_discount(0.1)), dert, 1e-8)) AS dert,
	close(sum(donors * expected_purchases(m, x, t_x, 6, 5)), 12884.15685, 1e-9) AS total,
	close(sum(donors * log_likelihood(m, x, t_x, 6)), -33225.581274347, 1e-12) AS likelihood, sum(actual) AS actual,
	bool_and(p_alive(m, x, t_x, 6) = 1) FILTER (WHERE t_x = 6) AS just_seen
FROM donor JOIN expectation USING (x, t_x), donation;
SELECT close(expected_purchases(m, 6), 2.220169344, 1e-9) AS mean,
	(SELECT bool_and(close(purchase_pmf(m, k - 1, 6), p, 1e-9))
		FROM unnest('{.3111385079,.1700877489,.1214771563,.1002682400,.0916716865,.0925041457,.1128525147}'::float8[])
			WITH ORDINALITY AS v(p, k)) AS pmf,
	purchase_pmf(m, 7, 6) AS more_than_all
FROM donation;
SELECT (SELECT bgbb_fit(x, t_x, 6)::text FROM donor, generate_series(1, donors)) = m::text AS rows_or_weights
FROM donation;
-- Thousands of occasions.
SELECT round(purchase_pmf(clv_model('bg/bb', '{100,9900,0.001,1000}'), 250, 25000)::numeric, 5) AS many,
	round(purchase_pmf(clv_model('bg/bb', '{1000,9000,0.001,1000}'), 365, 3650)::numeric, 5) AS years,
	round(sum(purchase_pmf(clv_model('bg/bb', '{500,500,1,100}'), k, 1000))::numeric, 9) AS all
FROM generate_series(0, 1000) AS k;

SELECT bgbb_fit(3, 2, 6);
SELECT bgbb_fit(1.5, 2, 6);
SELECT bgbb_fit(1, 2, 6.5);
SELECT bgbb_fit(3, 7, 6);
SELECT warnings(bgbb_fit(0, 0, 5)) FROM generate_series(1, 9);
SELECT expected_purchases(m, 1, 1, 6, 2.5) FROM donation;
SELECT p_alive(m, 2, 1, 6) FROM donation;
SELECT bgbb_final('v1 occasions 4 [] 3,2,6,1');
DROP TABLE donor, expectation, donation;
