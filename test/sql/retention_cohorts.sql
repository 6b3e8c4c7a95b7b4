-- Cohorts, repeat purchase and gaps, on thirteen customers counted by hand as of 2025-06-20 (R1 to R3, R5 and R6 of
-- the references).
\i test/include/close.sql

CREATE TABLE bought (customer text, at date);
INSERT INTO bought SELECT customer, unnest(days) FROM (VALUES
	('A', '{2025-01-05,2025-02-10,2025-03-08,2025-05-30}'::date[]), ('B', '{2025-01-20,2025-01-28,2025-04-02}'), ('C',
		'{2025-01-31,2025-03-01,2025-06-11}'), ('D', '{2025-01-11}'),
	('E', '{2025-02-01,2025-03-15,2025-04-20,2025-05-03}'), ('F', '{2025-02-14,2025-02-14,2025-06-01}'), ('G',
		'{2025-02-28,2025-03-31,2025-05-31}'), ('H', '{2025-03-03,2025-04-03}'),
	('I', '{2025-03-30,2025-06-15}'), ('J', '{2025-04-10,2025-05-09,2025-06-09}'), ('K', '{2025-04-30}'), ('L',
		'{2025-05-15,2025-06-02}'), ('M', '{2025-06-05}')) AS v(customer, days);
CREATE TABLE history AS SELECT customer, purchase_history_agg(at, 10) AS h FROM bought GROUP BY customer;
CREATE TABLE cohorts AS SELECT cohort_agg(h, '2025-06-20') AS s FROM history;
SELECT s FROM cohorts;

-- R1: three definitions; a star where the period is not over.
CREATE FUNCTION cells(s cohort_summary, kind text, brackets integer[] DEFAULT NULL) RETURNS TABLE (cohort date,
	size bigint, cells text) LANGUAGE sql AS $$
	SELECT cohort, max(customers), string_agg(retained || CASE WHEN complete THEN '' ELSE '*' END, ' ' ORDER BY period)
		FROM cohort_table(s, kind, brackets) GROUP BY 1 $$;
SELECT cohort, size, c.cells AS classic, u.cells AS unbounded, b.cells AS "1, 2 to 3, 4 to 5"
	FROM cohorts, cells(s, 'classic') AS c JOIN cells(s, 'unbounded') AS u USING (cohort, size) LEFT
	JOIN cells(s, 'bracket', '{1,2,4,6}') AS b USING (cohort, size) ORDER BY 1;
SELECT t.* FROM cohorts, cohort_table(s) AS t WHERE cohort < '2025-03-01' ORDER BY cohort, period;
SELECT count(*) AS cells, count(rate) AS known, bool_and((rate IS NULL) <> complete) AS by_period, bool_and(close(rate,
	retained::float8 / customers)) FILTER (WHERE complete) AS rate
	FROM cohorts, unnest('{classic,unbounded}'::text[]) AS kind, cohort_table(s, kind);
-- R2: all cohorts together, and the mean of their rates.
SELECT n, close(retention_rate(s, n), pooled) AS pooled, close((SELECT avg(rate) FROM cohort_table(s)
	WHERE period = n), mean) AS mean, retention_rate(s, n, 'unbounded') >= retention_rate(s, n) AS unbounded
FROM cohorts, (VALUES (1, 0.4545454545455, 0.4791666666667), (2, 0.3333333333333, 0.2777777777778), (3, 0.4285714285714,
	0.4583333333333), (4, 0.25, 0.25)) AS v(n, pooled, mean);
SELECT retention_rate(s, 0) AS first, retention_rate(s, 5) AS not_over, retention_rate(s, 5000) AS far FROM cohorts;
-- R3: periods of 30 days from each customer's first one.
CREATE TABLE elapsed AS SELECT cohort_agg(h, '2025-06-20', interval '30 days') AS s FROM history;
SELECT period, sum(retained) AS retained, sum(customers) AS observed FROM elapsed, cohort_table(s)
	WHERE rate IS NOT NULL GROUP BY 1 ORDER BY 1;
SELECT period, sum(retained) AS unbounded FROM elapsed, cohort_table(s, 'unbounded') WHERE rate IS NOT NULL GROUP BY 1
	ORDER BY 1;
SELECT n, retention_rate(s, n) FROM elapsed, generate_series(0, 5) AS n;
SELECT cohort, period, customers, retained, rate, complete FROM elapsed, cohort_table(s)
	WHERE (cohort, period) IN (('2025-01-01', 3), ('2025-01-01', 4), ('2025-02-01', 3), ('2025-06-01', 0))
	ORDER BY 1, 2;
SELECT cohort, period, customers, retained, complete FROM elapsed, cohort_table(s, 'bracket', '{0,1,3}')
	WHERE cohort < '2025-03-01' ORDER BY 1, 2;
-- A day, a week from Monday, a quarter, a year; the last day of a month closes it.
SELECT unit, c.cells FROM unnest('{day,week,quarter,year}'::text[]) AS unit,
	LATERAL (SELECT cohort_agg(h, '2025-06-20', unit) AS s FROM history WHERE customer IN ('B', 'L')) AS x,
	LATERAL (SELECT string_agg(cohort || ':' || period || ':' || retained, ' ' ORDER BY cohort, period) AS cells
	FROM cohort_table(s) WHERE retained > 0) AS c;
SELECT d, period, complete FROM unnest('{2025-02-27,2025-02-28,2025-03-01}'::date[]) AS d,
	LATERAL (SELECT cohort_agg(h, d) AS s FROM history WHERE customer = 'A') AS x, cohort_table(s) ORDER BY 1, 2;
SELECT cohort_agg(h, '2024-12-31') AS nobody, cohort_agg(h, '2025-01-05') AS one, cohort_agg('v1',
	'2025-01-05') AS empty, cohort_agg(NULL, '2025-01-05') AS none FROM history;
SELECT retention_rate('v1'::cohort_summary, 1), (SELECT count(*) FROM cohort_table('v1')) AS rows, (SELECT count(*)
	FROM cohort_payback('v1', 1)) AS payback;
-- Laws, on random histories: unbounded never rises with the period and is no less than classic; a bracket lies
-- between the largest of its classic cells and the smaller of their
-- sum and unbounded at its first; money adds up to the cent.
SELECT setseed(0.5);
CREATE TABLE random_history AS SELECT c, purchase_history_agg('2023-01-01'::date + floor(random() ^ 2 * 700)::integer,
	(random() * 100 - 5)::numeric(8, 2)) AS h FROM generate_series(1, 300) AS c, generate_series(1, 6) GROUP BY c;
CREATE TABLE law AS SELECT unit, s FROM (SELECT 'month' AS unit, cohort_agg(h,
	'2024-10-10') AS s FROM random_history UNION ALL SELECT 'week', cohort_agg(h, '2024-10-10', 'week')
	FROM random_history UNION ALL SELECT 'elapsed', cohort_agg(h, '2024-10-10', interval '20 days 6 hours')
	FROM random_history) AS t;
SELECT unit, bool_and(u.retained >= c.retained AND u.retained <= u.customers) AS bounded,
	bool_and(u.rate <= before OR before IS NULL OR unit = 'elapsed') AS falls
FROM law, cohort_table(s) AS c JOIN (SELECT unit AS unit2, x.*, lag(rate) OVER (PARTITION BY unit,
	cohort ORDER BY period) AS before FROM law, cohort_table(s, 'unbounded') AS x) AS u USING (cohort, period)
	WHERE unit2 = unit GROUP BY 1 ORDER BY 1;
SELECT unit, bool_and(b.retained BETWEEN largest AND least(total, u.retained)) AS between
	FROM law, cohort_table(s, 'bracket', '{2,5}') AS b JOIN cohort_table(s, 'unbounded') AS u USING (cohort, period),
	LATERAL (SELECT max(retained) AS largest, sum(retained) AS total FROM cohort_table(s) AS c
		WHERE c.cohort = b.cohort AND c.period BETWEEN 2 AND 4) AS c WHERE unit <> 'elapsed' AND b.complete GROUP BY 1
		ORDER BY 1;
SELECT unit, sum(revenue) = (SELECT sum(spend_between(h, '-infinity', '2024-10-10')) FROM random_history
	WHERE first_purchase(h) <= '2024-10-10') AS exact FROM law, cohort_table(s) WHERE unit <> 'elapsed' GROUP BY 1
	ORDER BY 1;
SELECT bool_and(cumulative_revenue = (SELECT sum(revenue) FROM cohort_table(s) AS e
	WHERE e.cohort = c.cohort AND e.period <= c.period) AND close(revenue_per_customer::float8,
	cumulative_revenue::float8 / customers)) AS cumulative FROM law, cohort_table(s) AS c WHERE unit = 'month';
-- As SQL over the rows has it.
CREATE VIEW months AS SELECT c, date_trunc('month', first_purchase(h))::date AS cohort, m::date AS month,
	spend_between(h, m::date - 1, (m + interval '1 month')::date - 1) AS spend, purchases_between(h, m::date - 1,
	(m + interval '1 month')::date - 1) > 0 AS bought
FROM random_history, generate_series('2023-01-01', '2024-09-01', interval '1 month') AS m
	WHERE m >= date_trunc('month', first_purchase(h));
SELECT count(*) > 100 AS cells, bool_and(n = retained
	AND spend = revenue + CASE WHEN period = 0 THEN early ELSE 0 END) AS same
FROM (SELECT cohort, (extract(year FROM age(month, cohort)) * 12 + extract(month
	FROM age(month, cohort)))::integer AS period, count(*) FILTER (WHERE bought) AS n, sum(spend) AS spend FROM months
	GROUP BY 1, 2) AS q
	JOIN (SELECT t.* FROM law, cohort_table(s) AS t WHERE unit = 'month') AS t USING (cohort, period)
	JOIN (SELECT date_trunc('month', first_purchase(h))::date AS cohort, -sum(spend_between(h, '-infinity',
		date_trunc('month', first_purchase(h))::date - 1)) AS early FROM random_history GROUP BY 1) AS e USING (cohort)
		WHERE complete;
SELECT count(DISTINCT s) AS same, count(DISTINCT s::text) AS texts
	FROM (SELECT s FROM law WHERE unit = 'month' UNION ALL SELECT cohort_agg(h, '2024-10-10' ORDER BY random())
	FROM random_history
	UNION ALL SELECT rollup(p ORDER BY random()) FROM (SELECT cohort_agg(h, '2024-10-10',
		'month')::text::cohort_summary AS p FROM random_history GROUP BY c % 17) AS q) AS t;

-- When did a cohort pay for itself?
SELECT cost, cohort, period, reached FROM cohorts, unnest('{10,17.5,20,1000}'::numeric[]) AS cost, cohort_payback(s,
	cost) WHERE cohort < '2025-04-01' ORDER BY 1, 2;
-- Where a customer stands.
SELECT customer, string_agg(coalesce(left(lifecycle(h, m::date), 3), '-'), ' ' ORDER BY m) AS "Dec to Oct"
	FROM history, generate_series('2024-12-01', '2025-10-01', interval '1 month') AS m
	WHERE customer IN ('A', 'C', 'D', 'F', 'M') GROUP BY 1 ORDER BY 1;
SELECT unit, lifecycle(h, start, unit) FROM history, (VALUES ('day', date '2025-03-09'), ('week', '2025-03-03'),
	('quarter', '2025-04-01'), ('year', '2026-01-01')) AS v(unit, start) WHERE customer = 'A' ORDER BY 1;
SELECT from_segment, to_segment, n FROM (SELECT migration_agg(lifecycle(h, '2025-04-01'), lifecycle(h,
	'2025-05-01')) AS s FROM history) AS x, migration_matrix(s) WHERE n > 0 ORDER BY 1, 2;

-- R5: repeat purchase.
SELECT close(repeat_rate(purchases(h)), 10 / 13.0) AS repeat_rate,
	round(sum(purchases(h) - 1) / sum(purchases(h))::numeric, 9) AS repeat_orders FROM history;
SELECT w, close(repurchase_rate(h, '2025-06-20', make_interval(days => w)), rate) AS repurchase_rate
	FROM history, (VALUES (30, 4 / 12.0), (60, 7 / 10.0), (90, 6 / 8.0)) AS v(w, rate) GROUP BY w, rate ORDER BY 1;
SELECT m::date AS month, count(*) FILTER (WHERE lifecycle(h, m::date) IN ('new', 'returning', 'reactivated')) AS buyers,
	count(*) FILTER (WHERE lifecycle(h, m::date) IN ('returning', 'reactivated')) AS bought_before,
	count(*) FILTER (WHERE lifecycle(h, m::date) = 'reactivated') AS reactivated
FROM history, generate_series('2025-01-01', '2025-06-01', interval '1 month') AS m GROUP BY 1 ORDER BY 1;
SELECT repeat_rate(n) AS ignored, repeat_rate(n) FILTER (WHERE n = 0) AS nobody, repurchase_rate('v1 2025-01-01:1',
	'2025-01-10', interval '10 days') AS too_soon FROM unnest('{0,0,1,2}'::integer[]) AS n;
-- R6: when is a customer gone? Gaps that have ended are too short an answer.
SELECT sum(events) AS ended, sum(censored) AS open FROM (SELECT gap_agg(h, '2025-06-20') AS s FROM history) AS x,
	km_curve(s);
SELECT string_agg(round(km(s, t)::numeric, 13)::text, ' '
	ORDER BY t) AS s, median_survival(s) AS median, survival_quantile(s, .8) AS "80 %", survival_quantile(s,
	.9) AS "90 %" FROM (SELECT gap_agg(h, '2025-06-20') AS s
	FROM history) AS x, unnest('{8,29,31,42,83,107}'::float8[]) AS t GROUP BY s;

SELECT cohort_agg(h, 'infinity') FROM history;
SELECT cohort_agg(h, '2025-06-20', 'hour') FROM history;
SELECT cohort_agg(h, '2025-06-20', interval '1 month') FROM history;
SELECT cohort_agg(h, '2025-06-20', interval '0') FROM history;
SELECT cohort_agg(h, '2025-06-20'::date + length(customer) + ascii(customer)) FROM history;
SELECT rollup(s) FROM (SELECT s FROM cohorts UNION ALL SELECT s FROM elapsed) AS t;
SELECT cohort_agg('v1 2000-01-01:1', '2025-06-20', 'day');
SELECT cohort_table(s, 'n-day') FROM cohorts;
SELECT cohort_table(s, 'bracket') FROM cohorts;
SELECT cohort_table(s, 'classic', '{1,2}') FROM cohorts;
SELECT cohort_table(s, 'bracket', '{1}') FROM cohorts;
SELECT cohort_table(s, 'bracket', '{2,1}') FROM cohorts;
SELECT retention_rate(s, -1) FROM cohorts;
SELECT retention_rate(s, 1, 'bracket') FROM cohorts;
SELECT cohort_payback(s, -1) FROM cohorts;
SELECT cohort_payback(s, 'NaN') FROM cohorts;
SELECT lifecycle('v1', '2025-01-02');
SELECT lifecycle('v1', '2025-01-01', 'decade');
SELECT repeat_rate(-1);
SELECT repurchase_rate('v1', '2025-01-01', '90');
SELECT repurchase_rate('v1', '2025-01-01', interval '1 month');
SELECT 'v1 2025-06-20 month'::cohort_summary;
SELECT 'v1 2025-06-20 decade 2025-01-01/5+ 0:-:1:1'::cohort_summary;
SELECT 'v1 2025-06-20 month 2025-01-02/5+ 0:-:1:1'::cohort_summary;
SELECT 'v1 2025-06-20 month 2025-01-01/4+ 0:-:1:1'::cohort_summary;
SELECT 'v1 2025-06-20 month 2025-01-01/5+ 0:-:1:1 2:0:2:1'::cohort_summary;
SELECT 'v1 2025-06-20 month 2025-01-01/5+ 0:-:1.5:1'::cohort_summary;
SELECT 'v1 2025-06-20 month 2025-01-01/5+ 0:-:1:1 6:0:1:1'::cohort_summary;
DROP VIEW months;
DROP TABLE bought, history, cohorts, elapsed, random_history, law;
DROP FUNCTION cells, close;
