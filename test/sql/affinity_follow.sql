-- follow_agg: ink within 90 days after a printer, as of 2025-12-31 (reference A6).
\i test/include/close.sql

CREATE TABLE sale (customer integer, what text, day date);
INSERT INTO sale VALUES (1, 'printer', '2025-01-10'), (1, 'ink', '2025-02-01'), (1, 'ink', '2025-06-01'),
	(2, 'printer', '2025-02-05'), (2, 'ink', '2025-02-05'), (3, 'ink', '2025-01-01'), (3, 'printer', '2025-03-01'),
		(3, 'ink', '2025-04-15'),
	(4, 'printer', '2025-03-10'), (4, 'ink', '2025-06-08'), (5, 'printer', '2025-03-10'), (5, 'ink', '2025-06-09'),
		(6, 'printer', '2025-05-01'),
	(7, 'printer', '2025-11-20'), (7, 'ink', '2025-12-01'), (8, 'printer', '2025-10-15'), (9, 'ink', '2025-07-07'),
	(10, 'printer', '2025-01-15'), (10, 'printer', '2025-08-01'), (10, 'ink', '2025-08-20'),
		(11, 'paper', '2025-04-04'),
	(12, 'printer', '2025-10-02'), (12, 'ink', '2025-12-30');
-- The first of one thing by customer, and the first of the other one after it.
CREATE VIEW first_printer AS
SELECT customer, started,
	(SELECT min(day) FROM sale AS s WHERE s.customer = p.customer AND what = 'ink' AND day > started) AS followed,
	(SELECT min(day) FROM sale AS s WHERE s.customer = p.customer AND what = 'ink' AND day >= started) AS same_day,
	EXISTS (SELECT FROM sale AS s WHERE s.customer = p.customer AND what = 'ink' AND day < started) AS had_ink
FROM (SELECT customer, min(day) AS started FROM sale WHERE what = 'printer' GROUP BY customer) AS p;

CREATE TABLE summary AS SELECT follow_agg(started, followed, '90 days', '2025-12-31') AS s FROM first_printer;
SELECT s, follow_rate(s), (follow_counts(s)).*, round(follow_rate_low(s)::numeric, 6) AS low,
	round(follow_rate_high(s)::numeric, 6) AS high,
	round(follow_rate_low(s, 0.5)::numeric, 6) AS low_50 FROM summary;
SELECT follow_counts(follow_agg(started, same_day, '90 days', '2025-12-31')) AS same_day_counts,
	follow_counts(follow_agg(started, followed, '90 days',
				'2025-12-31') FILTER (WHERE NOT had_ink)) AS without_ink_before
FROM first_printer;
SELECT follow_counts(follow_agg(day,
			(SELECT min(day) FROM sale AS i WHERE i.customer = p.customer AND what = 'ink' AND i.day > p.day),
			'90 days', '2025-12-31')) AS every_printer
FROM sale AS p WHERE what = 'printer';
SELECT follow_counts(follow_agg(started,
			(SELECT min(day) FROM sale AS p WHERE p.customer = i.customer AND what = 'printer' AND day > started),
			'90 days', '2025-12-31')) AS the_other_way_round
FROM (SELECT customer, min(day) AS started FROM sale WHERE what = 'ink' GROUP BY customer) AS i;
-- Wilson's ends are those of proportion_low and proportion_high.
SELECT close(follow_rate_low(s), proportion_low(4, 8), 1e-14)
	AND close(follow_rate_high(s), proportion_high(4, 8), 1e-14) AS same
FROM summary;

-- Merged in any way; a day is 24 hours; the last day counts.
SELECT rollup(p) = (SELECT s FROM summary) AS same
FROM (SELECT follow_agg(started, followed, '2160 hours', '2025-12-31') AS p FROM first_printer
	GROUP BY customer % 3) AS q;
SELECT within, follow_counts(follow_agg('2025-01-01', '2025-01-03', within, as_of))
FROM (VALUES ('2 days'::interval, date '2025-01-03'),
	('47 hours', '2025-01-03'), ('1 day 24:00', '2025-01-03'), ('2 days', '2025-01-02'), ('49 hours', '2025-01-03'),
		('0', '2025-01-01')) AS v(within, as_of)
GROUP BY within, as_of ORDER BY within, as_of;
-- NULL: not yet; other NULLs are no rows.
SELECT follow_agg(started, followed, within, as_of)
FROM (VALUES (date '2025-01-01', NULL::date, '1 day'::interval, date '2025-02-01'),
	(NULL, '2025-01-02', '1 day', '2025-02-01'), ('2025-01-01', '2025-01-02', NULL, '2025-02-01'),
		('2025-01-01', '2025-01-02', '1 day', NULL)) AS v(started, followed, within, as_of);
SELECT follow_rate(follow_agg(started, followed, '90 days', '2025-01-31')) AS nobody_judged,
	follow_rate_low(follow_agg(started, followed, '90 days', '2025-01-31')) AS low
FROM first_printer;
SELECT follow_agg(started, followed, '90 days', '2025-12-31') AS empty,
	follow_rate(follow_agg(started, followed, '90 days', '2025-12-31'))
FROM first_printer
WHERE false;
-- In a moving window, each frame as if counted alone.
SELECT customer, (follow_counts(follow_agg(started, followed, '90 days', '2025-12-31') OVER w)).* FROM first_printer
WINDOW w AS (ORDER BY customer ROWS 2 PRECEDING) ORDER BY customer;

SELECT follow_agg('2025-01-02', '2025-01-01', '1 day', '2025-02-01');
SELECT follow_agg('2025-01-01', NULL, '1 month', '2025-02-01');
SELECT follow_agg('2025-01-01', NULL, '-1 day', '2025-02-01');
SELECT follow_agg('infinity', NULL, '1 day', '2025-02-01');
SELECT follow_agg('2025-01-01', 'infinity', '1 day', '2025-02-01');
SELECT follow_agg('2025-01-01', NULL, '1 day', '-infinity');
SELECT follow_agg('2025-01-01', NULL, '1 day', d) FROM (VALUES (date '2025-02-01'), ('2025-02-02')) AS v(d);
SELECT follow_agg('2025-01-01', NULL, w, '2025-02-01') FROM (VALUES (interval '1 day'), ('2 days')) AS v(w);
SELECT rollup(s) FROM (VALUES ('v1 within=1 as_of=0 1 1 1'::follow_summary), ('v1 within=2 as_of=0 1 1 1')) AS v(s);
SELECT follow_rate_low('v1 within=1 as_of=0 1 1 1', 95);
SELECT follow_remove('v1 within=86400000000 as_of=9000 1 1 0', '2020-01-01', '2020-01-02', '1 day', '2024-08-22');
SELECT 'v1 within=1'::follow_summary;
SELECT 'v1 within=-1 as_of=0 1 1 1'::follow_summary;
SELECT 'v1 within=1 as_of=0 1 2 1'::follow_summary;
SELECT 'v1 within=1 as_of=0 3 2 -1'::follow_summary;
SELECT 'v1 within=1 as_of=99999999999 3 2 1'::follow_summary;

DROP TABLE sale, summary CASCADE;
DROP FUNCTION close;
