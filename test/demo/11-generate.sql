-- A company that does not exist: 3,000 customers and their orders of two years.

-- What makes a customer.  One in twelve is demanding: they have a discount,
-- wants small lots and much service.  Among the 400 largest it is one of three.
CREATE TABLE customer AS
SELECT n::integer AS customer_no,
	'C' || lpad(n::text, 4, '0') AS customer_id,
	CASE WHEN rank < 1300 THEN draw(n, 2, 3) = 0 ELSE draw(n, 2, 12) = 0 END AS demanding,
	rank
FROM (SELECT n, draw(n, 1, 10000) AS rank FROM generate_series(1, 3000) n) c;

-- How content they are, from 0 to 100, and how far away, from 1 to 5.
ALTER TABLE customer ADD contentment integer, ADD distance integer, ADD discount integer;
UPDATE customer SET
	contentment = (draw(customer_no, 3, 51) + draw(customer_no, 4, 51)) * CASE WHEN draw(customer_no, 5,
			5) = 0 THEN 6 ELSE 10 END / 10,
	distance = 1 + draw(customer_no, 6, 5),
	discount = CASE WHEN demanding THEN 8 + draw(customer_no, 7, 13) ELSE 0 END;

-- Orders: a few customers buy for much money (rank 0 for about 18,000 at a time, rank
-- 10,000 for 500).  Some come later than the first day; some buy often and some hardly ever, each at
-- random; and after any order one may leave for good, the less content the sooner.
CREATE TABLE orders AS
WITH buyer AS (
	SELECT *, CASE WHEN draw(customer_no, 11, 100) < 70 THEN draw(customer_no, 12, 20) ELSE draw(customer_no, 12,
			700) END AS came,
		1 + (8 + draw(customer_no, 15, 8) + 4000 / (rank + 200) + CASE WHEN demanding THEN draw(customer_no, 16,
					9) ELSE 0 END)
			* draw(customer_no, 17, 100) * draw(customer_no, 17, 100) / 2500 AS per_two_years,
		(105 - contentment) * (105 - contentment) * draw(customer_no, 18, 100) / 2000 AS leaves	-- of 1,000
	FROM customer
), visit AS (
	SELECT b.*, k, b.customer_no * 1000::bigint + k AS n,
		came + CASE WHEN k = 0 THEN 0 ELSE draw(b.customer_no * 1000::bigint + k, 21, 731 - came::integer) END AS day
	FROM buyer b, generate_series(0, per_two_years * (731 - came) / 731) k
), stayed AS (
	SELECT *, coalesce(max((draw(n, 26, 1000) < leaves)::integer) OVER (
		PARTITION BY customer_no
		ORDER BY day, n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) = 0 AS still_there
	FROM visit
), priced AS (
	SELECT customer_no, n, date '2023-01-01' + day::integer AS ordered,
		(24000 + 270000000 / (rank + 150)) * (60 + draw(n, 22, 61) + CASE WHEN draw(n, 23,
					12) = 0 THEN 150 ELSE 0 END) / 100
			* (100 - discount) / 100 AS cents
	FROM stayed WHERE still_there
)
SELECT row_number() OVER (ORDER BY ordered, n) AS order_no,
	'A' || lpad((row_number() OVER (ORDER BY ordered, n))::text, 6, '0') AS order_id,
	customer_no, ordered, round(cents / 100.0, 2) AS amount, NULL::numeric AS goods
FROM priced;

-- Goods come back now and then, more often from demanding customers: an order below zero.
INSERT INTO orders
SELECT 1000000 + o.order_no, 'R' || substr(o.order_id, 2), o.customer_no,
	least(o.ordered + 9, date '2024-12-31'), -round(o.amount * (20 + draw(o.order_no, 24, 60)) / 100, 2)
FROM orders o JOIN customer USING (customer_no)
WHERE draw(o.order_no, 25, 100) < CASE WHEN demanding THEN 9 ELSE 2 END;

ALTER TABLE customer DROP rank;

SELECT to_char(count(*), 'FM999,999') AS orders, to_char(count(DISTINCT customer_no), 'FM999,999') AS customers,
	booked(sum(amount)) AS revenue,
	min(ordered) AS first_day, max(ordered) AS last_day FROM orders \gset
\echo
\echo 'A generated company, the same in every run:'
\echo :customers 'customers,' :orders 'orders from' :first_day 'to' :last_day', revenue' :revenue'.'
\echo 'Use --orders FILE.csv to see your own orders.'
