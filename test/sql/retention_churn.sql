-- Churn and recurring revenue with a contract (R7 and R8 of the references).
\i test/include/close.sql

CREATE TABLE subscription (id integer, started date, ended date);
INSERT INTO subscription VALUES (1, '2024-11-03', NULL), (2, '2024-12-15', '2025-04-10'), (3, '2025-01-01', NULL), (4,
	'2025-01-20', '2025-04-01'), (5, '2025-02-02', '2025-05-01'), (6, '2025-02-14', NULL),
	(7, '2025-03-01', '2025-04-16'), (8, '2025-03-05', NULL), (9, '2025-03-30', '2025-04-30'), (10, '2025-03-31', NULL),
		(11, '2025-04-01', NULL), (12, '2025-04-06', '2025-04-21'), (13, '2025-04-11', NULL),
	(14, '2025-04-21', '2025-05-11'), (15, '2025-04-30', '2025-04-30'), (16, '2025-05-01', NULL);
CREATE TABLE month AS SELECT m, churn_agg(started, ended, m, (m + interval '1 month')::date) AS s
	FROM subscription, unnest('{2025-04-01,2025-05-01}'::date[]) AS m GROUP BY m;
SELECT m, s, c.* FROM month, churn_counts(s) AS c ORDER BY m;
SELECT method, close(churn_rate(april.s, method), a) AS april, close(churn_rate(may.s, method), b) AS may
	FROM (VALUES ('opening', 0.6, 0.2222222222222), ('cohort', 0.4, 0.2222222222222), ('average', 0.6315789473684,
	0.2352941176471),
	('exposure', 0.5844155844156, 0.2325581395349), ('hazard', 0.4425684616841, 0.2074963277876), ('of_all', 0.4, 0.2),
		('net', 0.1, 0.1111111111111)) AS v(method, a, b), month AS april, month AS may WHERE april.m < may.m;
SELECT churn_rate(s) = churn_rate(s, 'opening') AS first,
	opening + joined - left_of_opening - left_of_joined = closing AS adds_up FROM month, churn_counts(s);
-- Customer-days of each day are those of the window.
SELECT m, sum(d.customer_days) = (SELECT customer_days FROM churn_counts(s)) AS days,
	sum(d.left_of_opening + d.left_of_joined) AS left, sum(d.joined) AS joined
FROM month, generate_series(m, m + interval '1 month' - interval '1 day', interval '1 day') AS day,
	LATERAL (SELECT churn_agg(started, ended, day::date, day::date + 1) AS s2
	FROM subscription) AS x, churn_counts(s2) AS d GROUP BY m, s ORDER BY m;
SELECT count(DISTINCT s) AS same FROM (SELECT s FROM month WHERE m = '2025-04-01' UNION ALL SELECT churn_agg(started,
	coalesce(ended, 'infinity'), '2025-04-01', '2025-05-01' ORDER BY id DESC) FROM subscription
	UNION ALL SELECT rollup(p) FROM (SELECT churn_agg(started, ended, '2025-04-01',
		'2025-05-01')::text::churn_summary AS p FROM subscription GROUP BY id % 5) AS q) AS t;
SELECT churn_agg(NULL, NULL, '2025-04-01', '2025-05-01') AS none, churn_rate('v1') AS rate,
	churn_counts('v1') AS counts, churn_agg('2025-06-01', NULL, '2025-04-01', '2025-05-01') AS later,
	churn_rate(churn_agg('2025-04-03', '2025-04-03', '2025-04-01', '2025-05-01'), 'exposure') AS no_day;
-- What is annual: 2 % a month is 21.5 % a year.
SELECT close(1 - (1 - 0.02) ^ 12, 0.2152832762652) AS year, close(1 - (1 - 0.3) ^ (1 / 12.0),
	0.02928553037678) AS month;

SELECT churn_agg('2025-04-02', '2025-04-01', '2025-04-01', '2025-05-01');
SELECT churn_agg('2025-04-02', NULL, '2025-04-01', '2025-04-01');
SELECT churn_agg('-infinity', NULL, '2025-04-01', '2025-05-01');
SELECT churn_agg('2025-04-02', NULL, '2025-04-01', m) FROM unnest('{2025-05-01,2025-06-01}'::date[]) AS m;
SELECT rollup(s) FROM month;
SELECT churn_rate('v1', 'monthly');
SELECT 'v1 2025-04-01 2025-05-01 1 0 2 0 9'::churn_summary;
SELECT 'v1 2025-05-01 2025-05-01 1 0 1 0 9'::churn_summary;
SELECT 'v1 1 0 1 0 9'::churn_summary;
SELECT 'v1 2025-04-01 2025-05-01 1 0 1 0'::churn_summary;
SELECT 'v1 2025-04-01 2025-05-01 1.5 0 1 0 9'::churn_summary;

-- R8: recurring revenue of eight customers in six months.
CREATE TABLE revenue AS SELECT name, month, mrr FROM (VALUES ('Ada', '{100,100,120,120,120,150}'::numeric[]), ('Ben',
	'{200,150,150,0,0,180}'), ('Cleo', '{50,50,50,50,60,60}'), ('Dov', '{0,80,80,80,40,40}'),
	('Eva', '{300,300,0,0,0,0}'), ('Finn', '{0,0,90,90,0,90}'), ('Gia', '{0,0,0,0,250,250}'), ('Hal',
		'{75,75,75,100,100,0}')) AS v(name, mrrs), unnest(mrrs) WITH ORDINALITY AS u(mrr, month);
CREATE TABLE moved AS SELECT a.month, mrr_agg(b.mrr, a.mrr, EXISTS (SELECT FROM revenue AS c
	WHERE c.name = a.name AND c.month < b.month AND c.mrr > 0)) AS s FROM revenue AS a
	JOIN revenue AS b ON b.name = a.name AND b.month = a.month - 1 GROUP BY 1;
SELECT month, string_agg(amount::text,
	' ' ORDER BY array_position('{start,new,reactivated,expansion,contraction,churned,end}', step)) AS waterfall,
	close(nrr(s), n) AS nrr, close(grr(s), g) AS grr, close(quick_ratio(s), q) AS quick_ratio,
	max(customers) FILTER (WHERE step = 'churned') || '/' || max(customers) FILTER (WHERE step = 'start') AS lost
FROM moved JOIN (VALUES (2, 0.9310344827586, 0.9310344827586, 1.6), (3, 0.6291390728477, 0.6026490066225,
	0.3666666666667), (4, 0.7787610619469, 0.7345132743363, 0.1666666666667), (5, 0.7272727272727, 0.7045454545455, 2),
	(6, 0.8771929824561, 0.8245614035088, 3)) AS v(month, n, g, q) USING (month),
	mrr_waterfall(s) GROUP BY month, s, n, g, q ORDER BY 1;
SELECT * FROM moved, mrr_waterfall(s) WHERE month = 6;
SELECT bool_and(e.amount = (SELECT sum(amount) FROM mrr_waterfall(s) WHERE step <> 'end') AND e.ends = (SELECT sum(mrr)
	FROM revenue AS r WHERE r.month = m.month) AND grr(s) <= nrr(s) AND grr(s) BETWEEN 0 AND 1) AS exact
	FROM moved AS m, mrr_waterfall(s) AS e WHERE step = 'end';
-- From the first month to the last, which is not what the months are multiplied.
SELECT close(nrr(s), 0.5379310344828) AS nrr, close(grr(s), 0.4551724137931) AS grr
	FROM (SELECT mrr_agg(b.mrr, a.mrr, false) AS s FROM revenue AS a JOIN revenue AS b USING (name)
	WHERE b.month = 1 AND a.month = 6) AS t;
SELECT close(exp(sum(ln(nrr(s)))), 0.2910107977131) AS nrr, close(exp(sum(ln(grr(s)))), 0.2394208011977) AS grr
	FROM moved;
SELECT nrr('v1'), grr('v1'), quick_ratio('v1'), nrr(mrr_agg(0, 5, false)) AS new_only, mrr_agg(0, 0, true) AS nothing,
	mrr_agg(1, 2, NULL) AS ignored, quick_ratio(mrr_agg(5, 6.005, true)) AS no_losses, mrr_agg(0.1, 0.125,
	true) AS exact;
SELECT count(DISTINCT s) AS same FROM (SELECT mrr_agg(mrr, mrr / 8,
	true) AS s FROM revenue UNION ALL SELECT mrr_agg(mrr, mrr / 8, true ORDER BY mrr DESC) FROM revenue
	UNION ALL SELECT rollup(p) FROM (SELECT mrr_agg(mrr, mrr / 8, true)::text::mrr_summary AS p FROM revenue
	GROUP BY name) AS q) AS t;
SELECT mrr_agg(NULL, 1, true);
SELECT mrr_agg(1, NULL, true);
SELECT mrr_agg(-1, 1, true);
SELECT mrr_agg(1, 'NaN', true);
SELECT mrr_agg(x, 1, true) FROM unnest('{1e30,1e-10}'::numeric[]) AS x;
SELECT 'v1 1 0 0 0 1 1 1 0 0 0 0 1'::mrr_summary;
SELECT 'v1 1 0 0 0 0 0 0.5 0 0 0 0 0'::mrr_summary;
DROP TABLE subscription, month, revenue, moved;
DROP FUNCTION close;
