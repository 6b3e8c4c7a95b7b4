-- sBG: contracts that are renewed, or not, at the end of each period.
\i test/include/close.sql

-- Percent of customers who are still there (Fader and Hardie 2007), of 1,000 in each segment; fits of 4 and of 7 years.
CREATE TABLE subscriber (year integer, regular float8, high_end float8);
\copy subscriber FROM 'test/data/sbg_retention.csv' CSV HEADER
CREATE VIEW share AS
SELECT kind, year, share, lag(share) OVER (PARTITION BY kind ORDER BY year) AS before
FROM subscriber, LATERAL (VALUES ('regular', regular), ('high_end', high_end)) AS v(kind, share);
CREATE VIEW contract AS
SELECT kind, last, year AS period, true AS churned, 10 * (before - share) AS n
FROM share, (VALUES (4), (7)) AS v(last) WHERE year BETWEEN 1 AND last
UNION ALL SELECT kind, last, year, false, 10 * share FROM share, (VALUES (4), (7)) AS v(last) WHERE year = last;
CREATE TABLE contract_fit AS SELECT kind, last, sbg_fit(period, churned, n) AS m FROM contract GROUP BY 1, 2;
CREATE TABLE estimate AS
SELECT * FROM (VALUES ('high_end', 7, .668088351106, 3.80609496406, .10373493, .78553169, -1611.158147391),
	('regular', 7, .704077298474, 1.18204302621, .065598964, .15247563, -1680.265188463),
	('high_end', 4, 1.28097638037, 7.79038409525, .55346797, 3.8087223, -1225.134907042),
	('regular', 4, .763665062565, 1.29583027218, .096795248, .21062574, -1401.559423577))
	AS v(kind, last, a, b, sa, sb, l);
SELECT kind, last, bool_and(close(estimate, CASE term WHEN 'alpha' THEN a ELSE b END)) AS estimates,
	bool_and(close(std_error, CASE term WHEN 'alpha' THEN sa ELSE sb END, 1e-7)) AS std_errors, count(*) AS terms,
	bool_and(close(log_likelihood(m), l, 1e-12)) AS likelihood
FROM contract_fit JOIN estimate USING (kind, last), coef(m) GROUP BY 1, 2 ORDER BY 1, 2;
SELECT kind, bool_and(close(survival(m, t), s)) AS survival,
	bool_and(close(survival(m, t) / survival(m, t - 1), retention_rate(m, t))) AS rates, count(*) AS years
FROM contract_fit JOIN (VALUES
	('high_end', '{.850679262774,.746859409973,.669788983105,.609919135332,.561834281101,.522215569285,.488906419721,
		.460439671821,.435779590006,.414172397872,.395055343159,.377999071598}'::float8[]),
	('regular', '{.626706054084,.473819321773,.387973954114,.332067911009,.292347099201,.262455818463,.239023614030,
		.220084966534,.204410786615,.191190191019,.179864992425,.170037452811}')) AS v(kind, ss) USING (kind),
	unnest(ss) WITH ORDINALITY AS w(s, t)
WHERE last = 7 GROUP BY kind ORDER BY 1;
SELECT kind, bool_and(close(discounted_lifetime(m, 0.1), d[1])) AS new,
	bool_and(close(discounted_lifetime(m, 0.1, n), d[n + 1])) AS before_renewals
FROM contract_fit JOIN (VALUES
	('high_end', '{5.92225349579,5.41447884536,5.90137759381,6.29389156941,6.61991998792}'::float8[]),
	('regular', '{3.69490842751,2.96439927026,4.10313977508,4.86980465252,5.44205846674}')) AS v(kind, d) USING (kind),
	generate_series(1, 4) AS n
WHERE last = 7 GROUP BY kind ORDER BY 1;
SELECT survival(m, 0) AS all_at_first, discounted_lifetime(m, 0.999999) BETWEEN 1 AND 2 AS soon_over,
	discounted_lifetime(m, 0.1, 3) > discounted_lifetime(m, 0.1, 2) AS loyal
FROM contract_fit WHERE kind = 'regular' AND last = 7;

SELECT sbg_fit(0, true);
SELECT sbg_fit(-1, false);
SELECT warnings(sbg_fit(5, false)) FROM generate_series(1, 9);
SELECT discounted_lifetime(m, 0) FROM contract_fit;
SELECT discounted_lifetime(m, 12) FROM contract_fit;
SELECT survival(m, 2.5) FROM contract_fit;
SELECT retention_rate(m, 0) FROM contract_fit;
SELECT survival(clv_model('bg/nbd', '{1,1,1,1}'), 1);
SELECT p_alive(m, 1, 2, 3) FROM contract_fit;
SELECT sbg_final('v1 contracts 3 [] 1,2,1');
DROP TABLE contract_fit, estimate;
DROP VIEW contract, share;
DROP TABLE subscriber;

-- Beta-discrete-Weibull: 1,000 customers of each segment over years 1 to 7 (Fader, Hardie, Liu, Davin and Steenburgh
-- 2018).
CREATE TABLE retention (year integer, segment text, there float8);
INSERT INTO retention SELECT (row_number() OVER () - 1) % 13, segment, there FROM (VALUES
	('regular', '{100,63.1,46.8,38.2,32.6,28.9,26.2,24.1,22.3,20.7,19.4,18.3,17.3}'::float8[]),
	('high end', '{100,86.9,74.3,65.3,59.3,55.1,51.7,49.1,46.8,44.5,42.7,40.9,39.4}')) AS v(segment, share),
		unnest(share) AS there;
CREATE TABLE contract AS
SELECT segment, last, year, churned, n FROM unnest('{4,7}'::integer[]) AS last, (
	SELECT segment, year, true AS churned, 10 * (lag(there) OVER (PARTITION BY segment ORDER BY year) - there) AS n
		FROM retention
	UNION ALL SELECT segment, year, false, 10 * there FROM retention) AS r
WHERE year > 0 AND CASE WHEN churned THEN year <= last ELSE year = last END;
CREATE TABLE contract_fit AS SELECT segment, last, sbg_fit(year, churned, n) AS sbg, bdw_fit(year, churned, n) AS bdw
	FROM contract GROUP BY segment, last;
SELECT segment, string_agg(format('%s %s', term, estimate::numeric(8,4)), ', ') AS coef,
	log_likelihood(bdw)::numeric(10,3) AS bdw, log_likelihood(sbg)::numeric(10,3) AS sbg
FROM contract_fit, coef(bdw) WHERE last = 7 GROUP BY segment, bdw, sbg ORDER BY segment;
-- Fitted on four years, how far off are years 5 to 12, in points?
SELECT segment, avg(abs(100 * survival(bdw, year) - there))::numeric(6,2) AS bdw,
	avg(abs(100 * survival(sbg, year) - there))::numeric(6,2) AS sbg
FROM contract_fit JOIN retention USING (segment) WHERE last = 4 AND year BETWEEN 5 AND 12 GROUP BY segment
	ORDER BY segment;
-- Read as the others are: with c = 1 it is the sBG.
SELECT bool_and(close(survival(b, n), survival(s, n), 1e-12) AND (n = 0 OR close(retention_rate(b, greatest(n, 1)),
	retention_rate(s, greatest(n, 1)), 1e-11))
	AND close(discounted_lifetime(b, 0.1, n), discounted_lifetime(s, 0.1, n), 1e-10)) AS same
FROM (SELECT clv_model('bdw', ARRAY[0.668, 3.806, 1]) AS b, clv_model('sbg', ARRAY[0.668, 3.806]) AS s) AS m,
	generate_series(0, 40) AS n;
SELECT close(discounted_lifetime(m, 0.1), sum(survival(m, n) / 1.1 ^ n), 1e-12) AS new,
	close(discounted_lifetime(m, 0.1, 2), sum(survival(m, n + 2) / 1.1 ^ n) / survival(m, 1), 1e-12) AS renewal
FROM (SELECT clv_model('bdw', '{0.2143,1.4266,1.7236}') AS m) AS m, generate_series(0, 500) AS n GROUP BY m;
SELECT bool_and(retention_rate(m, n) BETWEEN 0 AND 1) AS rates, retention_rate(m, 1)::numeric(6,4) AS first,
	min(retention_rate(m, n))::numeric(6,4) AS lowest, survival(m, 1000000)::numeric(6,4) AS far
FROM (SELECT clv_model('bdw', '{0.2143,1.4266,1.7236}') AS m) AS m, generate_series(1, 60) AS n GROUP BY m;
-- Rows, weights and any order; likelihood against the sBG, which is within it.
SELECT bdw_fit(i % 5 + 1, i % 3 = 0) = bdw_fit(i % 5 + 1, i % 3 = 0 ORDER BY -i) AS any_order,
	bdw_fit(i % 5 + 1, i % 3 = 0, 2) = (SELECT bdw_fit(i % 5 + 1, i % 3 = 0) FROM generate_series(1, 200) AS i,
	generate_series(1, 2)) AS weights
FROM generate_series(1, 200) AS i;
SELECT bool_and(log_likelihood(bdw) >= log_likelihood(sbg)) AS no_worse FROM contract_fit;
SELECT p_alive(clv_model('bdw', '{1,1,1}'), 1, 2, 3);
SELECT clv_model('bdw', '{1,1}');
DROP TABLE retention, contract, contract_fit;
