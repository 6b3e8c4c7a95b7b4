-- Occasions, contracts, covariates, and what models foresee beyond an expectation.
CREATE FUNCTION close(x float8, expected float8, tolerance float8 DEFAULT 1e-9) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs(x - expected) <= tolerance * abs(expected)';

-- Donations of 11,104 supporters in six years (Fader, Hardie and Shang 2010): alive in year 7, gifts of the next five years, DERT at ten percent.
CREATE TABLE donor (x integer, t_x integer, donors integer, alive float8, expected float8, dert float8, actual integer);
INSERT INTO donor VALUES
	(6, 6, 1203, .9304335755, 3.7525442219, 5.909894246, 4252), (5, 6, 728, .9304335755, 3.2316123723, 5.089476961, 2227), (4, 6, 512, .9304335755, 2.7106805228, 4.269059677, 1393), (3, 6, 357, .9304335755, 2.1897486732, 3.448642393, 817),
	(2, 6, 234, .9304335755, 1.6688168237, 2.628225108, 442), (1, 6, 129, .9304335755, 1.1478849741, 1.807807824, 190), (5, 5, 335, .5219754283, 1.8129421556, 2.855208568, 582), (4, 5, 284, .6968001107, 2.0300239997, 3.197091478, 542),
	(3, 5, 225, .7668259956, 1.8047029371, 2.842232595, 373), (2, 5, 173, .8045550021, 1.4430422099, 2.272651926, 244), (1, 5, 119, .8281437278, 1.0216889916, 1.609061356, 136), (4, 4, 240, .2001790343, .5831919909, .918470986, 201),
	(3, 4, 181, .4395938885, 1.0345715798, 1.629350186, 170), (2, 4, 155, .5896571848, 1.0576035260, 1.665623274, 114), (1, 4, 78, .6803838269, .8393961612, 1.321967777, 44), (3, 3, 322, .0950062955, .2235945854, .352139848, 148),
	(2, 3, 255, .2989036550, .5361107566, .844322595, 118), (1, 3, 129, .4813557658, .5938533017, .935261519, 78), (2, 2, 613, .0664147599, .1191208825, .187603870, 244), (1, 2, 277, .2547099291, .3142381230, .494894654, 103),
	(1, 1, 1091, .0694618074, .0856957090, .134962454, 238), (0, 0, 3464, .1081332819, .0728633411, .114752716, 604);
CREATE TABLE donation AS SELECT bgbb_fit(x, t_x, 6, donors) AS m FROM donor;
SELECT term, close(estimate, e) AS estimate, close(std_error, s, 1e-7) AS std_error FROM donation, coef(m) JOIN (VALUES ('alpha', 1.2035223516, .069391362), ('beta', .749716358173, .029447717), ('gamma', .656718208442, .051009859), ('delta', 2.78344223258, .320819)) AS v(term, e, s) USING (term);
SELECT close(log_likelihood(m), -33225.581274347, 1e-12) AS likelihood, converged(m), warnings(m) AS warnings, model_json(m)->'weight' AS donors FROM donation;
SELECT count(*) AS rows, bool_and(close(p_alive(m, x, t_x, 6, 1), alive)) AS alive, bool_and(close(expected_purchases(m, x, t_x, 6, 5), expected)) AS expected, bool_and(close(discounted_purchases(m, x, t_x, 6, continuous_discount(0.1)), dert, 1e-8)) AS dert,
	close(sum(donors * expected_purchases(m, x, t_x, 6, 5)), 12884.15685) AS total, close(sum(donors * log_likelihood(m, x, t_x, 6)), -33225.581274347, 1e-12) AS likelihood, sum(actual) AS actual,
	bool_and(p_alive(m, x, t_x, 6) = 1) FILTER (WHERE t_x = 6) AS just_seen FROM donor, donation;
SELECT close(expected_purchases(m, 6), 2.220169344) AS mean, (SELECT bool_and(close(purchase_pmf(m, k - 1, 6), p)) FROM unnest('{.3111385079,.1700877489,.1214771563,.1002682400,.0916716865,.0925041457,.1128525147}'::float8[]) WITH ORDINALITY AS v(p, k)) AS pmf, purchase_pmf(m, 7, 6) AS more_than_all FROM donation;
SELECT (SELECT bgbb_fit(x, t_x, 6)::text FROM donor, generate_series(1, donors)) = m::text AS rows_or_weights FROM donation;

-- Customers lost in a year, percent (Fader and Hardie 2007), of 1,000.
CREATE TABLE subscriber AS SELECT * FROM unnest('{0,1,2,3,4,5,6,7}'::integer[], '{100,63.1,46.8,38.2,32.6,28.9,26.2,24.1}'::float8[], '{100,86.9,74.3,65.3,59.3,55.1,51.7,49.1}'::float8[]) AS v(year, regular, high_end);
CREATE VIEW contract AS SELECT kind, year AS period, true AS churned, 10 * (before - share) AS n, year AS until FROM (SELECT kind, year, share, lag(share) OVER (PARTITION BY kind ORDER BY year) AS before FROM subscriber, LATERAL (VALUES ('regular', regular), ('high_end', high_end)) AS v(kind, share)) AS s WHERE year > 0
	UNION ALL SELECT kind, year, false, 10 * share, -year FROM subscriber, LATERAL (VALUES ('regular', regular), ('high_end', high_end)) AS v(kind, share) WHERE year IN (4, 7);
CREATE TABLE contract_fit AS SELECT kind, last, sbg_fit(period, churned, n) AS m FROM contract, (VALUES (4), (7)) AS v(last) WHERE until <= last AND (churned OR until = -last) GROUP BY 1, 2;
SELECT kind, last, close(max(estimate) FILTER (WHERE term = 'alpha'), a) AS alpha, close(max(estimate) FILTER (WHERE term = 'beta'), b) AS beta, close(max(std_error) FILTER (WHERE term = 'alpha'), sa, 1e-7) AS std_error_alpha, close(max(std_error) FILTER (WHERE term = 'beta'), sb, 1e-7) AS std_error_beta, close(log_likelihood(min(m::text)::clv_model), l, 1e-12) AS likelihood
FROM contract_fit JOIN (VALUES ('high_end', 7, .668088351106, 3.80609496406, .10373493, .78553169, -1611.158147391), ('regular', 7, .704077298474, 1.18204302621, .065598964, .15247563, -1680.265188463), ('high_end', 4, 1.28097638037, 7.79038409525, .55346797, 3.8087223, -1225.134907042), ('regular', 4, .763665062565, 1.29583027218, .096795248, .21062574, -1401.559423577)) AS v(kind, last, a, b, sa, sb, l) USING (kind, last), coef(m)
GROUP BY kind, last, a, b, sa, sb, l ORDER BY 1, 2;
SELECT kind, bool_and(close(survival(m, t), s)) AS survival, bool_and(close(survival(m, t) / survival(m, t - 1), retention_rate(m, t))) AS rates, count(*) AS years
FROM contract_fit JOIN (VALUES ('high_end', '{.850679262774,.746859409973,.669788983105,.609919135332,.561834281101,.522215569285,.488906419721,.460439671821,.435779590006,.414172397872,.395055343159,.377999071598}'::float8[]), ('regular', '{.626706054084,.473819321773,.387973954114,.332067911009,.292347099201,.262455818463,.239023614030,.220084966534,.204410786615,.191190191019,.179864992425,.170037452811}')) AS v(kind, survivors) USING (kind), unnest(survivors) WITH ORDINALITY AS u(s, t) WHERE last = 7 GROUP BY kind ORDER BY 1;
SELECT kind, close(discounted_lifetime(m, 0.1), d[1]) AS new, bool_and(close(discounted_lifetime(m, 0.1, n), d[n + 1])) AS before_renewals
FROM contract_fit JOIN (VALUES ('high_end', '{5.92225349579,5.41447884536,5.90137759381,6.29389156941,6.61991998792}'::float8[]), ('regular', '{3.69490842751,2.96439927026,4.10313977508,4.86980465252,5.44205846674}')) AS v(kind, d) USING (kind), generate_series(1, 4) AS n WHERE last = 7 GROUP BY kind, m::text, d[1], discounted_lifetime(m, 0.1) ORDER BY 1;
SELECT survival(m, 0) AS all_at_first, close(discounted_lifetime(m, 1e6), 1, 1e-5) AS only_now, discounted_lifetime(m, 0.1, 3) > discounted_lifetime(m, 0.1, 2) AS loyal FROM contract_fit WHERE kind = 'regular' AND last = 7;

-- Purchases of new customers in 39 weeks, and residual ones of the printed customers of CDNOW.
CREATE TABLE polished AS SELECT clv_model('bg/nbd', '{.24259452243,4.41360201901,.792922017226,2.42590677683}') AS bg, clv_model('mbg/nbd', '{.524843159106,6.18308527958,.891359390732,1.61400224017}') AS mbg, clv_model('nbd', '{.385,12.072}') AS nbd,
	clv_model('pareto/nbd', '{.553277046853,10.5776834633,.606239989128,11.6687352889}') AS pareto, clv_model('gamma-gamma', '{6.24957227748,3.74422466774,15.4435209481}') AS gg;
SELECT bool_and(close(purchase_pmf(bg, k - 1, 39), p)) AS pmf FROM polished, unnest('{.574307168484,.199192524683,.0853229231062,.0457975594301,.0276314139804,.0179384816195,.0122499867642,.00868165795704}'::float8[]) WITH ORDINALITY AS v(p, k);
SELECT m.name, close(sum(purchase_pmf(model, k, 20)), 1, 1e-9) AS all, close(sum(k * purchase_pmf(model, k, 20)), expected_purchases(model, 20), 1e-7) AS mean FROM polished, LATERAL (VALUES ('bg', bg), ('mbg', mbg), ('nbd', nbd), ('pareto', pareto)) AS m(name, model), generate_series(0, 200) AS k GROUP BY m.name, model::text, expected_purchases(model, 20) ORDER BY 1;
CREATE TABLE printed (id integer, x integer, t_x_days integer, t_days integer, m_x float8, dert float8, clv float8);
INSERT INTO printed VALUES (1, 2, 213, 272, 22.345, 6.50035183427, 160.25914562), (2, 1, 12, 272, 11.77, .764363722679, 14.45413209), (3, 0, 0, 272, NULL, .478280214448, 16.82129271), (6, 7, 206, 272, 73.741429, 16.5818054648, 1185.01385460),
	(7, 1, 35, 272, 11.77, 1.16101002945, 21.95472107), (1516, 26, 216, 217, 39.97, 86.2576236425, 3440.84134572), (157, 29, 264, 266, 26.261379, 87.1703454446, 2300.79704055);
SELECT count(*) AS customers, bool_and(close(discounted_purchases(pareto, x, t_x, t, d), dert, 1e-10)) AS dert, bool_and(close(clv(pareto, gg, x, t_x, t, m_x, d), clv, 1e-8)) AS clv
FROM polished, (SELECT *, t_x_days / 7.0::float8 AS t_x, t_days / 7.0::float8 AS t, continuous_discount(0.15, 52) AS d FROM printed) AS p;
SELECT close(discounted_purchases(m, 7, 77, 77.86, 0.0027), 15.1518512824, 1e-10) AS paper, close(discounted_purchases(m, 26, 30.86, 31, 0.0027), 86.0564936012, 1e-10) AS "1516" FROM (SELECT clv_model('pareto/nbd', '{.553,10.578,.606,11.669}') AS m) AS t;
-- The discount and the horizon: none is the expectation, a far one is none, and the integral over an ever finer horizon.
SELECT m.name, close(discounted_purchases(model, 3, 20, 30, 0, 52), expected_purchases(model, 3, 20, 30, 52), 1e-12) AS no_discount, close(discounted_purchases(model, 3, 20, 30, 0.05, 2000), discounted_purchases(model, 3, 20, 30, 0.05), 1e-11) AS far,
	close(discounted_purchases(model, 3, 20, 30, 0.01, 52), (SELECT sum((expected_purchases(model, 3, 20, 30, u) - expected_purchases(model, 3, 20, 30, u - 0.25)) * exp(-0.01 * (u - 0.125))) FROM generate_series(0.25::numeric, 52, 0.25) AS u), 1e-5) AS in_steps,
	discounted_purchases(model, 3, 20, 30, 0.01, 0) AS no_horizon FROM polished, LATERAL (VALUES ('bg', bg), ('mbg', mbg), ('nbd', nbd), ('pareto', pareto)) AS m(name, model) ORDER BY 1;
SELECT close(continuous_discount(0.1), ln(1.1::float8), 1e-14) AS year, close(exp(52 * continuous_discount(0.1, 52)), 1.1) AS week, clv(bg, gg, 0, 0, 10, NULL, 0.01) > 0 AS new, clv(bg, gg, 2, 5, 10, NULL, 0.01) AS unknown_spend, clv(bg, gg, 2, 5, 10, 30, NULL) AS no_rate,
	close(clv(bg, gg, 2, 5, 10, 30, 0, 26), expected_purchases(bg, 2, 5, 10, 26) * expected_spend(gg, 2, 30), 1e-12) AS product FROM polished;

-- Customers who buy and stop as the Pareto/NBD says, with covariates: rates of purchase and of stopping times exp(0.5 c) and exp(-0.8 d + 0.3 e).
CREATE FUNCTION u(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$SELECT (('x' || substr(md5(i || '.' || k), 1, 8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE TABLE customer AS
WITH RECURSIVE kind AS (
	SELECT i, i % 2 AS c, i / 2 % 3 AS d, u(i, 3) AS e FROM generate_series(1, 3000) AS i
), visit AS (
	SELECT i, c, d, e, 0 AS n, 0::float8 AS at, 100 + i % 80 AS t, ln(u(i, 7)) / ln(u(i, 8)) * 60 / exp(-0.8 * d + 0.3 * e) AS stops FROM kind
	UNION ALL SELECT i, c, d, e, n + 1, at + ln(u(i, 10 + n)) / ln(u(i, 9)) * 20 / exp(0.5 * c), t, stops FROM visit WHERE at < least(t, stops))
SELECT i, c, d, e, count(DISTINCT floor(at)) - 1 AS x, max(floor(at)) AS t_x, t FROM visit WHERE at < least(t, stops) GROUP BY i, c, d, e, t;
CREATE TABLE fit AS SELECT paretonbd_fit(x, t_x, t) AS plain, paretonbd_fit(x, t_x, t, ARRAY[c], ARRAY[d, e]) AS pareto, bgnbd_fit(x, t_x, t) AS bg_plain, bgnbd_fit(x, t_x, t, ARRAY[c], '{}') AS bg, paretonbd_fit(x, t_x, t, '{}', '{}') AS none FROM customer;
SELECT converged(pareto), warnings(pareto) AS warnings, converged(bg) AS bg, none::text = plain::text AS without FROM fit;
SELECT term, round(truth, 2) AS truth, round(estimate::numeric, 2) AS estimate, round(std_error::numeric, 2) AS std_error, abs(estimate - truth::float8) < 3 * std_error AS recovered FROM fit, coef(pareto) JOIN (VALUES ('r', 1.0), ('alpha', 20), ('s', 1), ('beta', 60), ('purchase.1', 0.5), ('dropout.1', -0.8), ('dropout.2', 0.3)) AS v(term, truth) USING (term);
SELECT model_json(bg)->'parameters' ? 'purchase.1' AS in_json, (SELECT string_agg(term, ' ') FROM coef(bg)) AS terms, close(aic(bg), 2 * 5 - 2 * log_likelihood(bg)) AS aic, model_json(pareto)->>'aic' = aic(pareto)::text AS same_aic FROM fit;
SELECT round(chi2::numeric, 1) AS chi2, df, p < 1e-10 AS says_more FROM fit, likelihood_ratio(plain, pareto);
-- The sum over customers of their own models is the likelihood, and no other coefficient has more.
CREATE FUNCTION total(m clv_model) RETURNS float8 LANGUAGE sql AS 'SELECT sum(log_likelihood(customer_model(m, ARRAY[c], ARRAY[d, e]), x, t_x, t)) FROM customer';
CREATE FUNCTION moved(m clv_model, k integer, by float8) RETURNS clv_model LANGUAGE sql IMMUTABLE AS
$$SELECT (split_part(m::text, '] ', 1) || '] ' || (SELECT string_agg(CASE WHEN n = k THEN (split_part(r, ',', 1)::float8 + by) || substr(r, strpos(r, ',')) ELSE r END, ' ' ORDER BY n) FROM unnest(string_to_array(split_part(m::text, '] ', 2), ' ')) WITH ORDINALITY AS u(r, n)))::clv_model$$;
SELECT close(total(pareto), log_likelihood(pareto), 1e-11) AS sum, bool_and(total(moved(pareto, k, by)) < log_likelihood(pareto)) AS maximum, count(*) AS moves
FROM fit, generate_series(1, 7) AS k, unnest('{0.01,-0.01}'::float8[]) AS by GROUP BY pareto::text, total(pareto), log_likelihood(pareto);
-- Another scale or origin of a covariate changes its coefficient and the others' origin, and nothing that is foreseen.
CREATE TABLE other AS SELECT paretonbd_fit(x, t_x, t, ARRAY[c * 1000 + 1e5], ARRAY[d - 7, e * 1e-3]) AS m FROM customer;
SELECT close(log_likelihood(m), log_likelihood(pareto), 1e-12) AS likelihood, close(max(o.estimate) FILTER (WHERE term = 'purchase.1') * 1000, max(c.estimate) FILTER (WHERE term = 'purchase.1'), 1e-7) AS coefficient, close(max(o.std_error) FILTER (WHERE term = 'dropout.2') / 1000, max(c.std_error) FILTER (WHERE term = 'dropout.2'), 1e-6) AS std_error,
	close(expected_purchases(customer_model(m, '{100000}', '{-5,0.0005}'), 4, 60, 90, 52), expected_purchases(customer_model(pareto, '{0}', '{2,0.5}'), 4, 60, 90, 52), 1e-6) AS foreseen,
	close(expected_purchases_high(customer_model(m, '{100000}', '{-5,0.0005}'), 4, 60, 90, 52), expected_purchases_high(customer_model(pareto, '{0}', '{2,0.5}'), 4, 60, 90, 52), 1e-5) AS interval
FROM fit, other, coef(m) AS o JOIN coef((SELECT pareto FROM fit)) AS c USING (term) GROUP BY m::text, pareto::text, log_likelihood(m), log_likelihood(pareto), 4, 5;
SELECT close(c0.estimate, c1.estimate, 1e-12) AS base, log_likelihood(customer_model(pareto, '{0}', '{0,0}')) = log_likelihood(pareto) AS same_fit, aic(customer_model(pareto, '{1}', '{1,1}')) = aic(pareto) AS same_aic
FROM fit, coef(customer_model(pareto, '{0}', '{0,0}')) AS c0 JOIN coef((SELECT pareto FROM fit)) AS c1 USING (term) WHERE term = 'alpha';
-- Proportional: half a unit more of c is exp(0.5 b) more purchases of one who never stops; more in the covariates of BG/NBD too.
SELECT close(b.estimate / a.estimate, exp(-0.5 * p.estimate), 1e-12) AS alpha FROM fit, coef(customer_model(bg, '{1}', '{}')) AS a, coef(customer_model(bg, '{1.5}', '{}')) AS b, coef(bg) AS p WHERE a.term = 'alpha' AND b.term = 'alpha' AND p.term = 'purchase.1';
SELECT term, close(estimate, e, 1e-12) AS moved FROM coef(customer_model('v1 bg/nbd 6 [9,-20,6,0,5,0] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0', '{}', '{2}')) JOIN (VALUES ('r', 1.0::float8), ('alpha', 2), ('a', 3 * exp(1::float8)), ('b', 4 * exp(1::float8))) AS v(term, e) USING (term);
-- A constant covariate tells nothing, nor does one twice.
SELECT converged(m), warnings(m), (SELECT count(std_error) FROM coef(m)) AS std_errors FROM (SELECT bgnbd_fit(x, t_x, t, ARRAY[5], '{}') AS m FROM customer UNION ALL SELECT bgnbd_fit(x, t_x, t, ARRAY[c, 2 * c + 1], '{}') FROM customer) AS t;
SELECT (SELECT bgnbd_fit(x, t_x, t, ARRAY[c], '{}', 2)::text FROM customer) = (SELECT bgnbd_fit(x, t_x, t, ARRAY[c], '{}')::text FROM customer, generate_series(1, 2)) AS weights,
	(SELECT bgnbd_fit(x, t_x, t, ARRAY[CASE WHEN i % 5 > 0 THEN c END], '{}')::text FROM customer) = (SELECT bgnbd_fit(x, t_x, t, ARRAY[c], '{}')::text FROM customer WHERE i % 5 > 0) AS null_is_ignored;

-- Intervals: symmetric in logarithms; as the delta method by another way says for the NBD; they hold the truth about as often as they say.
SELECT bool_and(close(low * high, e ^ 2, 1e-9)) AS symmetric, bool_and(low < e AND e < high) AS around, bool_and(low80 > low AND high80 < high) AS narrower
FROM (SELECT expected_purchases(m, 3, 40, 60, 52) AS e, expected_purchases_low(m, 3, 40, 60, 52) AS low, expected_purchases_high(m, 3, 40, 60, 52) AS high, expected_purchases_low(m, 3, 40, 60, 52, 0.8) AS low80, expected_purchases_high(m, 3, 40, 60, 52, 0.8) AS high80
	FROM fit, LATERAL (VALUES (plain), (bg_plain)) AS v(m)) AS t;
CREATE TABLE nbd AS SELECT nbd_fit(x, t_x, t) AS m FROM customer;
SELECT close(ln(expected_purchases_high(m, 3, 40, 60, 52) / expected_purchases(m, 3, 40, 60, 52)) / 1.959963984540054, sqrt(vr / (r + 3) ^ 2 - 2 * c / ((r + 3) * (alpha + 60)) + va / (alpha + 60) ^ 2), 1e-6) AS delta
FROM (SELECT m, t[1] AS r, t[4] AS alpha, t[2] AS vr, t[3] AS c, t[6] AS va FROM (SELECT m, string_to_array(replace(split_part(m::text, '] ', 2), ' ', ','), ',')::float8[] AS t FROM nbd) AS s) AS q;
SELECT count(*) FILTER (WHERE truth BETWEEN low AND high) BETWEEN 20 AND 30 AS covers_80_percent_of_30
FROM (SELECT part, 9 * (1 + 2)::float8 / (20 + 150) AS truth, expected_purchases_low(m, 2, 100, 150, 9, 0.8) AS low, expected_purchases_high(m, 2, 100, 150, 9, 0.8) AS high
	FROM (SELECT part, nbd_fit(n, least(n, 1), 150) AS m FROM (SELECT i % 30 AS part, (SELECT count(*) FROM (SELECT sum(ln(u(i, 100 + k)) / ln(u(i, 99)) * 20) OVER (ORDER BY k) AS at FROM generate_series(1, 150) AS k) AS p WHERE at < 150) AS n FROM generate_series(1, 4500) AS i OFFSET 0) AS c GROUP BY part) AS f) AS t;
SELECT close(ln(clv_high(plain, g, 3, 40, 60, 25, 0.01) / clv(plain, g, 3, 40, 60, 25, 0.01)) ^ 2, ln(clv_high(plain, gg, 3, 40, 60, 25, 0.01) / clv(plain, gg, 3, 40, 60, 25, 0.01)) ^ 2 + ln(clv_high(bigger, g, 3, 40, 60, 25, 0.01) / clv(bigger, g, 3, 40, 60, 25, 0.01)) ^ 2, 1e-6) AS variances_add_up,
	clv_low(plain, g, 3, 40, 60, 25, 0.01) < clv(plain, g, 3, 40, 60, 25, 0.01) AS low, clv_low(plain, g, 3, 40, 60, 25, 0.01, NULL, 0.5) > clv_low(plain, g, 3, 40, 60, 25, 0.01) AS narrower, clv_high(plain, g, 0, 0, 60, NULL, 0.01) > 0 AS no_repeat
FROM fit, (SELECT gammagamma_fit(x, 10 + 40 * u(i, 5)) AS g FROM customer) AS s, LATERAL (SELECT (regexp_replace(split_part(g::text, '] ', 1), '$', '] ') || (SELECT string_agg(split_part(r, ',', 1) || ',0,0,0', ' ' ORDER BY n) FROM unnest(string_to_array(split_part(g::text, '] ', 2), ' ')) WITH ORDINALITY AS w(r, n)))::clv_model AS gg) AS e,
	LATERAL (SELECT (split_part(plain::text, '] ', 1) || '] ' || (SELECT string_agg(split_part(r, ',', 1) || ',0,0,0,0', ' ' ORDER BY n) FROM unnest(string_to_array(split_part(plain::text, '] ', 2), ' ')) WITH ORDINALITY AS w(r, n)))::clv_model AS bigger) AS f;
SELECT expected_purchases_low(pareto, 1, 2, 3, 4) AS no_errors, clv_high(pareto, gg, 1, 2, 3, 4, 0.1) AS none, expected_purchases_high(pareto, 1, 2, 3, 0) AS no_time FROM polished;
-- Extremes: a discount of next to nothing, thousands of occasions, customers who stop at once or hardly ever.
SELECT close(discounted_purchases(clv_model('pareto/nbd', '{1,1,1,1e-10}'), 0, 0, 0, 1e-200), 1e-10 * (ln(1e200::float8) + 10 * ln(10.0::float8) - 0.5772156649), 1e-9) AS hardly_discounted, close(discounted_purchases(clv_model('pareto/nbd', '{1,1,2,1e-10}'), 0, 0, 0, 1e-300), 1e-10, 1e-12) AS soon_gone;
SELECT discounted_purchases(clv_model('pareto/nbd', '{1,1,1,1e-10}'), 0, 0, 0, 1e-320);
SELECT round(purchase_pmf(clv_model('bg/bb', '{100,9900,0.001,1000}'), 250, 25000)::numeric, 5) AS many, round(purchase_pmf(clv_model('bg/bb', '{1000,9000,0.001,1000}'), 365, 3650)::numeric, 5) AS years, round(sum(purchase_pmf(clv_model('bg/bb', '{500,500,1,100}'), k, 1000))::numeric, 9) AS all,
	close(purchase_pmf(clv_model('pareto/nbd', '{1,1,1,1e-300}'), 0, 1e10), 1, 1e-12) AS stops_at_once, purchase_pmf(clv_model('pareto/nbd', '{1,1,1,1e-290}'), 0, 1e10) <= 1 AS at_most_1 FROM generate_series(0, 1000) AS k;
SELECT close(log_likelihood(clv_model('bg/nbd', ARRAY[1, 1, 1, b]), 1, 1, 2), -1.386294361120446, 1e-11) AS likelihood, close(p_alive(clv_model('bg/nbd', ARRAY[1, 1, 1, b]), 1, 1, 2), b / (b + 2.25), 1e-12) AS alive FROM unnest('{1e-12,1e-15,1e-17}'::float8[]) AS b;
-- Where the mean spend has no derivative, or an interval no end, there is none; and nothing infinite is made of what was stored.
SELECT clv_high(m, g, 0, 0, 10, NULL, 0.1) AS at_a_pole, clv_high(m, wide, 0, 0, 10, NULL, 0.1) AS without_end, clv_low(m, g, 3, 2, 10, 20, 0.1) > 0 AS far_from_it FROM (SELECT 'v1 nbd 3 [1,-5,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model AS m, 'v1 gamma-gamma 4 [10,-5,1,0,3,0] 6,1e-9,0,0 1.0001,0,0.3,0 10,0,0,1e-9'::clv_model AS g, 'v1 gamma-gamma 4 [10,-5,1,0,3,0] 6,1,0,0 1.001,0,0.3,0 10,0,0,1'::clv_model AS wide) AS t;
SELECT term, low, high FROM coef('v1 nbd 3 [1,-5,1,0,2,0] 1,1e6,0 1,0,0.1') ORDER BY term;
SELECT expected_purchases_low(clv_model('nbd', '{1,1}'), 1, 1, 1, 0) AS no_errors_no_interval;
-- A covariate far from 0: all that is asked of customers is as with it near 0; what is beyond float8 is what belongs to covariates of 0.
SELECT name, converged(m), warnings(m) AS warnings, (SELECT count(estimate) FROM coef(m)) AS estimates, (SELECT round(estimate::numeric, 2) FROM coef(m) WHERE term = 'purchase.1') AS coefficient, log_likelihood(m) IS NULL AS no_likelihood, m::text::clv_model::text = m::text AS lossless
FROM (SELECT 'year' AS name, paretonbd_fit(x, t_x, t, ARRAY[2022 + c], '{}') AS m FROM customer UNION ALL SELECT 'year - 2022', paretonbd_fit(x, t_x, t, ARRAY[c], '{}') FROM customer) AS f ORDER BY 1;
SELECT warnings(customer_model(pareto, '{10000}', '{0,0}')) AS warnings FROM fit;
CREATE TABLE cohort AS WITH RECURSIVE visit AS (SELECT i, 0 AS n, 0::float8 AS at FROM generate_series(1, 800) AS i
	UNION ALL SELECT i, n + 1, at - ln(u(i, 10 + n)) * 30 * exp(0.25 * (i % 5 - 2)) / (0.1 - ln(u(i, 1))) FROM visit WHERE at < 300 AND u(i, 5000 + n) < u(i, 2) ^ 0.4)
SELECT i, count(*) - 1 AS x, max(at) AS t_x, 300::float8 AS t, 2020 + i % 5 AS year FROM visit WHERE at < 300 GROUP BY i;
CREATE TABLE cohort_fit AS SELECT bgnbd_fit(x, t_x, t, ARRAY[year], '{}') AS far, bgnbd_fit(x, t_x, t, ARRAY[year - 2022], '{}') AS near, bgnbd_fit(x, t_x, t, '{}', ARRAY[year * 365.25]) AS far_stops, bgnbd_fit(x, t_x, t, '{}', ARRAY[year - 2022]) AS near_stops FROM cohort;
SELECT converged(far), warnings(far), round(p_alive(customer_model(far, '{2022}', '{}'), 1, 5, 40)::numeric, 6) AS alive, round(expected_purchases(customer_model(far, '{2022}', '{}'), 52)::numeric, 6) AS expected, close(log_likelihood(far), log_likelihood(near), 1e-12) AS likelihood FROM cohort_fit;
SELECT bool_and(close(p_alive(customer_model(far, ARRAY[year], '{}'), x, t_x, t), p_alive(customer_model(near, ARRAY[year - 2022], '{}'), x, t_x, t), 1e-9)) AS alive, bool_and(close(expected_purchases_high(customer_model(far, ARRAY[year], '{}'), x, t_x, t, 52), expected_purchases_high(customer_model(near, ARRAY[year - 2022], '{}'), x, t_x, t, 52), 1e-7)) AS interval,
	bool_and(close(expected_purchases_high(customer_model(far_stops, '{}', ARRAY[year * 365.25]), x, t_x, t, 52), expected_purchases_high(customer_model(near_stops, '{}', ARRAY[year - 2022]), x, t_x, t, 52), 1e-7)) AS stopping FROM cohort, cohort_fit;
SELECT f.term, close(ln(f.estimate), ln(n.estimate) + 2022 * b.estimate * (f.term = 'alpha')::integer, 1e-9) AS estimate, CASE f.term WHEN 'alpha' THEN close(f.std_error / f.estimate, 2022 * b.std_error, 0.01) ELSE close(f.std_error, n.std_error, 1e-6) END AS std_error
FROM cohort_fit, coef(far) AS f JOIN coef((SELECT near FROM cohort_fit)) AS n USING (term), coef((SELECT far FROM cohort_fit)) AS b WHERE b.term = 'purchase.1' AND f.term <> 'purchase.1';
-- Models of 1.1.0, which have no centres, are read and written as they were.
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,0] 1,0.1,0,0,0,0 2,0,0.1,0,0,0 3,0,0,0.1,0,0 4,0,0,0,0.1,0 0.5,0,0,0,0,0.1'::clv_model AS model;
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,0,2] 1,0.1,0,0,0,0 2,0,0.1,0,0,0 3,0,0,0.1,0,0 4,0,0,0,0.1,0 0.5,0,0,0,0,0.1'::clv_model AS model;
SELECT old.term, close(old.estimate, new.estimate, 1e-12) AS estimate, close(old.std_error, new.std_error, 1e-12) AS std_error FROM coef(customer_model('v1 bg/nbd 6 [9,-20,6,0,5,0] 1,0.1,0,0,0,0 2,0,0.1,0,0,0 3,0,0,0.1,0,0 4,0,0,0,0.1,0 0.5,0,0,0,0,0.1', '{}', '{3}')) AS old
	JOIN coef(customer_model('v1 bg/nbd 6 [9,-20,6,0,5,0,-1] 1,0.1,0,0,0,0 2,0,0.1,0,0,0 3,0,0,0.1,0,0 4,0,0,0,0.1,0 0.5,0,0,0,0,0.1', '{}', '{2}')) AS new USING (term);
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,0,2,3] 1,0.1,0,0,0,0 2,0,0.1,0,0,0 3,0,0,0.1,0,0 4,0,0,0,0.1,0 0.5,0,0,0,0,0.1'::clv_model AS model;
SELECT 'v1 nbd 3 [9,-20,6,0,2,0,1] 1,0.1,0 2,0,0.1'::clv_model AS model;
-- A variance that would be nothing is not told as certainty.
SELECT warnings(nbd_fit(x, t_x * 1e-160, t * 1e-160)) FROM customer;

SELECT bgbb_fit(3, 2, 6);
SELECT bgbb_fit(1.5, 2, 6);
SELECT bgbb_fit(1, 2, 6.5);
SELECT bgbb_fit(3, 7, 6);
SELECT sbg_fit(0, true);
SELECT sbg_fit(-1, false);
SELECT warnings(sbg_fit(5, false)), warnings(bgbb_fit(0, 0, 5)) FROM generate_series(1, 9);
SELECT expected_purchases(m, 1, 1, 6, 2.5) FROM donation;
SELECT p_alive(m, 2, 1, 6) FROM donation;
SELECT discounted_purchases(bg, 1, 2, 3, 0) FROM polished;
SELECT discounted_purchases(bg, 1, 2, 3, -0.1) FROM polished;
SELECT discounted_lifetime(m, 0) FROM contract_fit;
SELECT survival(m, 2.5) FROM contract_fit;
SELECT retention_rate(m, 0) FROM contract_fit;
SELECT survival(bg, 1) FROM polished;
SELECT p_alive(m, 1, 2, 3) FROM contract_fit;
SELECT purchase_pmf(bg, -1, 3) FROM polished;
SELECT continuous_discount(-1);
SELECT continuous_discount(0.1, 0);
SELECT p_alive(pareto, 1, 2, 3) FROM fit;
SELECT customer_model(pareto, '{1,2}', '{1,2}') FROM fit;
SELECT customer_model(pareto, '{1}', '{1,NULL}') FROM fit;
SELECT likelihood_ratio(pareto, plain) FROM fit;
SELECT likelihood_ratio(bg_plain, pareto) FROM fit;
SELECT likelihood_ratio(pareto, pareto) AS given FROM polished;
SELECT likelihood_ratio(a, b) FROM (SELECT bgnbd_fit(x, t_x, t, ARRAY[c, e], '{}') AS a, bgnbd_fit(x, t_x, t, '{}', ARRAY[c, d, e]) AS b FROM customer) AS f;
SELECT bgnbd_fit(1, 2, 3, array_fill(1.0, ARRAY[i]), '{}') FROM generate_series(1, 2) AS i;
SELECT bgnbd_fit(1, 2, 3, CASE WHEN i = 1 THEN '{1}' ELSE '{}' END::float8[], CASE WHEN i = 1 THEN '{}' ELSE '{1}' END::float8[]) FROM generate_series(1, 2) AS i;
SELECT bgnbd_fit(1, 2, 3, array_fill(1.0, ARRAY[11]), array_fill(1.0, ARRAY[10]));
SELECT bgnbd_fit(1, 2, 3, '{NaN}', '{}');
SELECT mbgnbd_final('v1 covariates 5 [1] 1,2,3,4,1');
SELECT bgnbd_final('v1 covariates 5 [2] 1,2,3,4,1');
SELECT sbg_final('v1 contracts 3 [] 1,2,1');
SELECT bgbb_final('v1 occasions 4 [] 3,2,6,1');
SELECT 'v1 mbg/nbd 6 [9,-20,6,0,5,1] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0'::clv_model;
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,2] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0'::clv_model;
SELECT 'v1 nbd 3 [0,-5,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model;
SELECT 'v1 nbd 3 [1,-1e308,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model;
SELECT 'v1 nbd 3 [1,-5,1,0,0,0] 1,0.1,0 1,0,0.1'::clv_model;
DROP TABLE donor, donation, contract_fit, polished, printed, customer, fit, other, nbd, cohort, cohort_fit CASCADE;
DROP VIEW contract;
DROP TABLE subscriber;
DROP FUNCTION close, u, moved, total;
