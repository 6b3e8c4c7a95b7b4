-- Vintages: how accounts of one month age (K13).

CREATE TABLE account AS SELECT opened, CASE WHEN i <= cardinality(events) THEN events[i] END AS event_month
FROM (VALUES (date '2025-01-15', 100, '{4,6,6,9}'::integer[]), ('2025-02-28', 120, '{3,7,7,7}'),
	('2025-03-01', 80, '{5,5}'), ('2025-06-30', 150, '{2}')) AS v(opened, n, events), generate_series(1, n) AS i;
CREATE TABLE summary AS SELECT vintage_agg(opened, event_month, '2025-10-31') AS s FROM account;
SELECT s FROM summary;
SELECT vintage, max(cumulative) FILTER (WHERE month = 3) AS by_3, max(cumulative) FILTER (WHERE month = 6) AS by_6,
	max(cumulative) FILTER (WHERE month = 9) AS by_9, max(month) AS known_to
FROM summary, vintage_table(s) GROUP BY 1 ORDER BY 1;
SELECT month, n, at_risk, events, round(hazard::numeric, 12) AS hazard, round(cumulative::numeric, 12) AS cumulative,
	complete
FROM summary, vintage_table(s) WHERE vintage IS NULL;
SELECT abs(max(cumulative) FILTER (WHERE month = 3) / 0.004444444444444 - 1) < 1e-9 AS by_3,
	abs(max(cumulative) FILTER (WHERE month = 6) / 0.02 - 1) < 1e-9 AS by_6,
	abs(max(cumulative) FILTER (WHERE month = 9) / 0.04 - 1) < 1e-9 AS by_9
FROM summary, vintage_table(s) WHERE vintage IS NULL;
-- As survival curves are: one minus the product of 1 - hazard.
SELECT count(*) AS differ
FROM ( SELECT vintage, cumulative, 1 - exp(sum(ln(1 - hazard)) OVER (PARTITION BY vintage ORDER BY month)) AS product
	FROM summary, vintage_table(s)) AS t
WHERE abs(cumulative - product) > 1e-14;
-- The month of as_of is complete on its last day only.
SELECT vintage, month, complete
FROM vintage_table((SELECT vintage_agg(opened, event_month, '2025-10-30') FROM account)) WHERE NOT complete
ORDER BY 1, 2;
-- An event in the month of the opening; NULL is none yet; rows without opened or as_of are ignored.
SELECT vintage_agg(o, m, a)
FROM (VALUES (date '2024-02-29', 0, date '2024-02-29'), ('2024-02-01', NULL, '2024-02-29'),
	('2024-01-31', 1, '2024-02-29'), (NULL, 1, '2024-02-29'), ('2024-01-31', 1, NULL)) AS v(o, m, a);
SELECT * FROM vintage_table('v1 2024-02-29 2024-01:1:1=1 2024-02:2:0=1');
SELECT vintage_agg(opened, event_month, '2025-10-31') FILTER (WHERE false) AS none,
	(SELECT count(*) FROM vintage_table('v1'))
FROM account;
SELECT hazard, cumulative FROM vintage_table('v1 2024-03-31 2024-01:1:1=1') WHERE vintage IS NULL;
-- In any order and split.
SELECT rollup(v) = (SELECT s FROM summary) AS merged
FROM (SELECT vintage_agg(opened, event_month, '2025-10-31') AS v
	FROM (SELECT *, row_number() OVER (ORDER BY event_month, opened) AS i FROM account) AS a GROUP BY i % 7) AS t;
SELECT vintage_agg(opened, event_month, '2025-10-31' ORDER BY event_month, opened DESC) = (SELECT s
	FROM summary) AS ordered
FROM account;

SELECT vintage_agg('2025-11-01', NULL, '2025-10-31');
SELECT vintage_agg('1900-01-01', NULL, '2025-10-31');
SELECT vintage_agg('infinity', NULL, '2025-10-31');
SELECT vintage_agg('2025-01-31', NULL, '-infinity');
SELECT vintage_agg('2025-08-31', 3, '2025-10-31');
SELECT vintage_agg('2025-08-31', -1, '2025-10-31');
SELECT vintage_agg('2025-08-31', 1, a) FROM (VALUES (date '2025-10-31'), ('2025-10-30')) AS v(a);
SELECT rollup(s) FROM (VALUES ('v1 2025-10-31 2025-01:1'::vintage_summary), ('v1 2025-10-30 2025-01:1')) AS v(s);
SELECT 'v1 2025-02-29 2025-01:1'::vintage_summary;
SELECT 'v1 2025-02-28 2025-03:1'::vintage_summary;
SELECT 'v1 2025-02-28 2025-01:1:1=2'::vintage_summary;
SELECT 'v1 2025-02-28 2025-01:1:2=1'::vintage_summary;
SELECT 'v1 2025-02-28'::vintage_summary;

DROP TABLE account, summary;
