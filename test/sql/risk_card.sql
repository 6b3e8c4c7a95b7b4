-- Card holders by group, and how accounts roll from bucket to bucket.

CREATE TABLE holder AS SELECT *
FROM (VALUES (1, 'M', 5, 12000::numeric, 3000::numeric, 0), (2, 'M', 8, 0, 0, 0), (3, 'M', 6, 4200, 4200, 35),
	(4, 'M', 4, 800, 7200, 120), (5, 'M', 7, 21000, 0, 10), (6, 'F', 5, 9000, 500, 0), (7, 'F', 8, 0, 0, 0),
	(8, 'F', 6, 3600, 0, 0), (9, 'F', 3, 4500, 1500, 15), (10, 'F', 8, 16000, 0, 0), (11, 'F', 7, 0, 2100, 95),
	(12, 'M', 2, 0, 0, 0), (13, 'F', 0, 700, 0, 0), (14, 'M', 5, -600, 0, 0), (15, 'F', 6, NULL, 900, 40),
	(16, 'F', 4, 1200, 400, NULL), (17, 'M', 0, 0, 0, 0), (18, 'M', 3, -900, 300, 95)) AS v(id, sex, months, spend,
	cash, days);
-- S29 and K14: first the twelve plain ones, then all with refunds, NULL and 0 months.  It lists what is off by more
-- than 1e-9.
CREATE VIEW wanted AS SELECT *
FROM (VALUES (12, 'M', 6, 4, 0.6666666666667, 0.75, 0.25, 4, 1575, 775, 2350, 0.3297872340426),
	(12, 'F', 6, 5, 0.8333333333333, 0.4, 0.2, 5, 1180, 180, 1360, 0.1323529411765),
	(12, NULL, 12, 9, 0.75, 0.5555555555556, 0.2222222222222, 9, 1355.555555556, 444.4444444444, 1800,
	0.2469135802469), (18, 'M', 9, 6, 0.6666666666667, 0.6666666666667, 0.3333333333333, 6, 980, 533.3333333333,
	1513.333333333, 0.352422907489), (18, 'F', 7, 6, 0.8571428571429, 0.3333333333333, 0.1666666666667, 5, 1180, 180,
	1360, 0.1323529411765), (18, NULL, 16, 12, 0.75, 0.5, 0.25, 11, 1070.909090909, 372.7272727273, 1443.636363636,
	0.2581863979849)) AS v(last, sex, n, active, active_rate, overdue_rate, default_rate, timed, spend, cash,
	turnover, ratio);
SELECT w.last, w.sex, name, got, want
FROM (SELECT last, sex, card_agg(spend, cash, months, days) AS s FROM holder
	JOIN (VALUES (12), (18)) AS l(last) ON id <= last GROUP BY last, ROLLUP (sex)) AS g
JOIN wanted AS w ON w.last = g.last AND coalesce(w.sex, 'all') = coalesce(g.sex, 'all'),
	LATERAL (VALUES ('n', num_holders(s)::float8, n), ('active', num_active(s), active),
	('active rate', active_rate(s), w.active_rate), ('overdue rate', overdue_rate(s), w.overdue_rate),
	('default rate', default_rate(s), w.default_rate), ('timed', num_active(s) - untimed(s), timed),
	('spend', monthly_spend(s), spend), ('cash', monthly_cash(s), cash), ('turnover', monthly_turnover(s), turnover),
	('ratio', cash_ratio(s), ratio)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
SELECT card_agg(spend, cash, months, days) FROM holder;
-- Any number of days, and what intervals and tests of two groups need.
SELECT days, default_rate(s, days), num_overdue(s, days)
FROM (SELECT card_agg(spend, cash, months, days) AS s FROM holder) AS t,
	unnest('{0,10,90,95,119,120,36500}'::integer[]) AS days;
SELECT round(difference::numeric, 10) AS difference, round(low::numeric, 10) AS low,
	round(high::numeric, 10) AS high, round(p::numeric, 10) AS p
FROM (SELECT card_agg(spend, cash, months, days) FILTER (WHERE sex = 'M') AS m,
	card_agg(spend, cash, months, days) FILTER (WHERE sex = 'F') AS f FROM holder) AS t,
	proportion_test(num_overdue(m), num_active(m), num_overdue(f), num_active(f));
-- Another measure: the mean of each one's ratio.
SELECT sex, round(avg(cash / (spend + cash)), 10) AS mean_ratio FROM holder WHERE spend + cash > 0 AND id <= 12
GROUP BY sex;

-- Exact sums, in any order and split; any number of decimals.
SELECT rollup(s) = (SELECT card_agg(spend, cash, months, days) FROM holder) AS merged
FROM (SELECT card_agg(spend, cash, months, days) AS s FROM holder GROUP BY id % 4) AS t;
SELECT card_agg(x, 0, 1, 0) FROM (VALUES (0.1), (0.00001), (123456789012345678901234.5), (-0.1)) AS v(x);
SELECT card_agg(x, y, 1, 0), monthly_spend(card_agg(x, y, 1, 0)), monthly_cash(card_agg(x, y, 1, 0))
FROM (VALUES (1, 0.12345678), (0.5, 1)) AS v(x, y);
SELECT monthly_turnover(s) = 100.0 / 3 AS third, monthly_spend(s) * 3 = 100 AS three
FROM (SELECT card_agg(100, 0, 3, 0) AS s) AS t;
SELECT card_agg(i::smallint, i::bigint, i, i), card_agg(i, 1.5, i, 0) FROM generate_series(1, 2) AS i;
-- Nobody, nobody active, none with months, refunds only.
SELECT num_holders(s), num_active(s), active_rate(s), overdue_rate(s), default_rate(s), monthly_spend(s), cash_ratio(s),
	untimed(s)
FROM (VALUES ('v1'::card_summary), ('v1 3 /'), ('v1 1 0:1:5:5 / 0:1'), ('v1 1 2:1:-5:1 / 0:1')) AS v(s);

SELECT card_agg('NaN', 0, 1, 0);
SELECT card_agg(0, 'NaN', 1, 0);
SELECT card_agg(1, 0, -1, 0);
SELECT card_agg(1, 0, 1201, 0);
SELECT card_agg(1, 0, 1, -1);
SELECT card_agg(1e36, 0, 1, 0);
SELECT card_agg(1e-21, 0, 1, 0);
SELECT card_agg(x, 0, 1, 0) FROM (VALUES (9e15), (1e-20), (9e15)) AS v(x);
SELECT default_rate('v1', -1);
SELECT 'v1 1 1:2:5:5 / 0:2'::card_summary;
SELECT 'v1 2 1:1:5:5 / 0:2'::card_summary;
SELECT 'v1 2 1:1:5 / 0:1'::card_summary;

-- K12: roll rates, twelve accounts at three month ends: three measures.
CREATE TABLE month_end AS SELECT account, month, split_part(x, ':', 1)::integer AS days,
	split_part(x, ':', 2)::numeric AS balance
FROM (VALUES (1, '0:1000 0:1000 0:900'), (2, '0:800 10:800 40:820'), (3, '0:1500 25:1500 0:1200'),
	(4, '15:600 45:610 75:620'), (5, '20:700 0:650 12:660'), (6, '35:400 65:410 95:420'),
	(7, '50:900 80:920 110:940'), (8, '70:300 100:310 9999:0'), (9, '0:1200 0:1300 5:1300'),
	(10, '95:500 9999:0 9999:0'), (11, '0:400 0:380 0:0'), (12, '40:250 40:255 20:240')) AS v(account, ends),
	unnest(string_to_array(ends, ' ')) WITH ORDINALITY AS m(x, month);
CREATE TABLE bucket AS SELECT *
FROM (VALUES (0, 'current', 0, 0), (1, '1-30', 1, 30), (2, '31-60', 31, 60), (3, '61-90', 61, 90),
	(4, '90+', 91, 9998), (5, 'charged off', 9999, 9999)) AS v(rank, bucket, least_days, most_days);
CREATE VIEW roll AS SELECT a.month, b.rank AS from_rank, b.bucket AS from_bucket, c.rank AS to_rank,
	c.bucket AS to_bucket, a.balance
FROM month_end AS a JOIN month_end AS e ON e.account = a.account AND e.month = a.month + 1
JOIN bucket AS b ON a.days BETWEEN b.least_days AND b.most_days
JOIN bucket AS c ON e.days BETWEEN c.least_days AND c.most_days;
-- Of accounts, and of their balance: the share that is in a worse bucket a month later.
CREATE VIEW forward AS SELECT measure, f.rank, f.bucket, sum(m.n) AS n,
	sum(m.p) FILTER (WHERE t.rank > f.rank) AS rate
FROM (SELECT 'accounts' AS measure, migration_agg(from_bucket, to_bucket) AS s FROM roll WHERE month = 1
	UNION ALL SELECT 'opening balance', migration_agg(from_bucket, to_bucket, balance) FROM roll
	WHERE month = 1) AS x, migration_matrix(s) AS m
JOIN bucket AS f ON f.bucket = from_segment JOIN bucket AS t ON t.bucket = to_segment GROUP BY 1, 2, 3;
SELECT a.bucket, a.n AS accounts, round(a.rate::numeric, 12) AS by_accounts, round(b.rate::numeric, 12) AS by_balance
FROM forward AS a JOIN forward AS b USING (rank)
WHERE a.measure = 'accounts' AND b.measure = 'opening balance' AND a.rank < 5 ORDER BY rank;
SELECT from_segment, string_agg(to_segment || ' ' || n, ', ' ORDER BY to_segment COLLATE "C" DESC) AS moved
FROM (SELECT migration_agg(from_bucket, to_bucket) AS s FROM roll WHERE month = 1) AS t, migration_matrix(s)
WHERE n > 0 GROUP BY from_segment ORDER BY from_segment COLLATE "C";
-- Net flow: the balance of a bucket over that of the bucket before, a month before; it can pass 1.
CREATE VIEW balance AS SELECT month, rank, sum(balance) AS balance FROM month_end
JOIN bucket ON days BETWEEN least_days AND most_days GROUP BY 1, 2;
SELECT month, string_agg(balance::text, ' ' ORDER BY rank) AS balances FROM balance WHERE rank < 5 GROUP BY 1
ORDER BY 1;
SELECT b.month, string_agg(round(b.balance / a.balance, 12)::text, ' ' ORDER BY b.rank) AS net_flow FROM balance AS a
JOIN balance AS b ON b.month = a.month + 1 AND b.rank = a.rank + 1 WHERE b.rank < 5 GROUP BY 1 ORDER BY 1;

DROP TABLE holder, month_end, bucket CASCADE;
