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
