-- Purchase histories: one value for each customer, from which every split into past and future is read.
CREATE TABLE purchase (customer integer, at date, amount numeric);
INSERT INTO purchase VALUES (1, '2024-01-08', 20), (1, '2024-01-01', 10.5), (1, '2024-01-08', 5.25),
	(1, '2024-03-04', 40), (1, '2024-03-10', -15),
	(2, '2024-02-01', 99), (3, '2024-01-05', 0), (3, '2024-02-05', 0), (4, '2024-01-31', -7), (4, '2024-02-10', 3),
		(4, '2024-02-10', -10), (5, '2024-01-01', NULL), (5, NULL, 3);
CREATE TABLE history AS SELECT customer, purchase_history_agg(at, amount) AS h FROM purchase GROUP BY customer;
SELECT * FROM history ORDER BY customer;
-- Returns are no purchases and reduce the one before; the first is in neither x nor the mean.
SELECT customer, s.x, s.t_x, round(s.t::numeric, 6) AS t, round(s.mean_spend, 6) AS mean_spend
FROM history, clv_summary(h, '2024-03-31') AS s ORDER BY customer;
SELECT customer, s.* FROM history, clv_summary(h, '2024-03-09', 'day') AS s ORDER BY customer;
SELECT customer, s.* FROM history, clv_summary(h, '2024-01-07', 'day') AS s ORDER BY customer;
SELECT customer, first_purchase(h) AS first, last_purchase(h) AS last, purchases(h) AS n,
	purchases_between(h, '2024-01-08', '2024-03-04') AS between, spend_between(h, '2024-01-07', 'infinity') AS spend,
	purchases_between(h, '-infinity', 'infinity') = purchases(h) AS all FROM history ORDER BY customer;
-- Units.
SELECT unit, round((s.t_x * days)::numeric, 9) AS days, round(s.t::numeric, 9) AS t
FROM history, (VALUES ('day', 1), ('week', 7), ('month', 30.4375), ('year', 365.25)) AS u(unit, days),
	clv_summary(h, '2024-12-31', unit) AS s
WHERE customer = 1;
SELECT s.t_x AS fortnights, m.t_x = w.t_x AS month
FROM history, clv_summary(h, '2024-12-31', interval '14 days') AS s, clv_summary(h, '2024-12-31', 'month') AS m,
	clv_summary(h, '2024-12-31', interval '1 month') AS w
WHERE customer = 1;
-- Columns of every type; days of timestamps, before 2000 too; timestamptz in UTC whatever the session's zone.
SELECT purchase_history_agg(at, amount)
FROM (VALUES ('2024-01-01'::date, 3.5::float8), ('2024-01-01', 0.1), ('1999-12-31', 2)) AS t(at, amount);
SELECT purchase_history_agg(at, amount) AS bigint, purchase_history_agg(at, 7::integer) AS integer
FROM (VALUES ('1999-12-31 23:59:59.999999'::timestamp, 9007199254740993), ('2000-01-01', 2),
		('1970-01-01 00:00', 1)) AS t(at, amount);
SET TimeZone = 'Asia/Tokyo';
SELECT purchase_history_agg(at, amount) AS utc, purchase_history_agg(at AT TIME ZONE 'Europe/Berlin', amount) AS berlin
FROM (VALUES ('1999-06-30 23:30:00+00'::timestamptz, 1), ('2024-06-30 22:30:00+00', 2)) AS t(at, amount);
RESET TimeZone;
-- A million rows of a customer on few days stay small; the order of rows and any split mean nothing.
SELECT pg_column_size(h) < 2000 AS small, purchases(h) AS days, spend_between(h, '-infinity', 'infinity') AS spend
FROM (SELECT purchase_history_agg('2024-01-01'::date + i % 300, i % 101 * 0.01) AS h
	FROM generate_series(1, 200000) AS i) AS t;
CREATE TABLE row_of AS SELECT i, i % 7 AS part, '2020-01-01'::date + i * 7919 % 1500 AS at,
	(i * 31 % 1009 - 20) * 0.01 AS amount
FROM generate_series(1, 2000) AS i;
SELECT count(DISTINCT h::text) AS histories, count(DISTINCT purchase_history_send(h)) AS bytes FROM (
	SELECT purchase_history_agg(at, amount) AS h FROM row_of
	UNION ALL SELECT purchase_history_agg(at, amount ORDER BY i DESC) FROM row_of
	UNION ALL SELECT purchase_history_agg(at, amount ORDER BY at) FROM row_of
	UNION ALL SELECT rollup(p) FROM (SELECT purchase_history_agg(at, amount) AS p FROM row_of GROUP BY part) AS s
	UNION ALL SELECT purchase_history_merge(purchase_history_merge('v1', a), b)
	FROM (SELECT purchase_history_agg(at, amount) FILTER (WHERE part < 3) AS a,
			purchase_history_agg(at, amount) FILTER (WHERE part >= 3) AS b FROM row_of) AS s
	UNION ALL SELECT purchase_history_agg(at, amount)::text::purchase_history FROM row_of) AS t;
-- As SQL over the rows has it, for many dates.
SELECT count(*) AS dates,
	count(*) FILTER (WHERE s.x <> q.n - 1 OR s.t_x <> (q.last - q.first) OR s.t <> d - q.first
		OR purchases_between(h, '-infinity', d) <> q.n OR spend_between(h, q.first - 1, d) <> q.spend
	OR purchases_between(h, '-infinity', d) + purchases_between(h, d, 'infinity') <> purchases(h)) AS wrong
FROM (SELECT purchase_history_agg(at, amount) AS h FROM row_of) AS t,
	(SELECT '2020-02-01'::date + 97 * k AS d FROM generate_series(0, 14) AS k) AS g, clv_summary(h, d, 'day') AS s,
	LATERAL (SELECT count(DISTINCT at) FILTER (WHERE amount >= 0) AS n, min(at) FILTER (WHERE amount >= 0) AS first,
			max(at) FILTER (WHERE amount >= 0) AS last,
			sum(amount) FILTER (WHERE at >= (SELECT min(at) FROM row_of WHERE amount >= 0)) AS spend FROM row_of
		WHERE at <= d) AS q;

SELECT 'v1 2024-02-01:1.50 2024-01-01:2 2024-02-01:1'::purchase_history AS tidied,
	'v1 r2024-02-01:-1 2024-02-01:0'::purchase_history AS purchase, 'v1 2024-02-01:-1'::purchase_history AS net;
SELECT purchase_history_agg('infinity'::date, 1);
SELECT purchase_history_agg('-infinity'::timestamptz, 1);
SELECT purchase_history_agg('0001-01-01 BC'::date, 1);
SELECT purchase_history_agg('2024-01-01'::date, 'NaN'::float8);
SELECT purchase_history_agg('2024-01-01'::date, x) FROM unnest('{1e20,1e-20}'::numeric[]) AS x;
SELECT clv_summary('v1', '2024-01-01', 'quarter');
SELECT clv_summary('v1', '2024-01-01', interval '-1 day');
SELECT clv_summary('v1', 'infinity');
SELECT 'v1 2023-02-29:1'::purchase_history;
SELECT 'v1 2024-1-1:1'::purchase_history;
SELECT 'v1 0000-01-01:1'::purchase_history;
SELECT 'v1 r2024-01-01:0'::purchase_history;
SELECT 'v1 2024-01-01:x'::purchase_history;
SELECT 'v1 2024-01-01:1,2024-01-02:1'::purchase_history;
SELECT 'v2'::purchase_history;
-- Whether amounts need too many digits together does not depend on their order, though some cancel within a day.
CREATE FUNCTION pg_temp.history_of(days integer[], amounts numeric[], seed integer) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN (SELECT purchase_history_agg(date '2024-01-01' + d, a ORDER BY md5((k * seed)::text))
		FROM unnest(days, amounts) WITH ORDINALITY AS u(d, a, k));
EXCEPTION WHEN program_limit_exceeded THEN
	RETURN 'refused';
END $$;
SELECT amounts, string_agg(DISTINCT pg_temp.history_of(days, amounts, seed), ' or ') AS outcome
FROM (VALUES ('{0,0,1,2,0,1}'::integer[], '{1e33,-1e33,0.01,5,7,-3}'::numeric[]),
		('{0,0,1,1,2,2}', '{0.00001,0.99999,3e31,1,1,3e32}'), ('{0,0,0,1,2,2}', '{4e35,-4e35,1e35,1,1,1}')) AS t(days,
		amounts),
	generate_series(1, 300) AS seed GROUP BY amounts ORDER BY amounts;
DROP TABLE purchase, history, row_of;
