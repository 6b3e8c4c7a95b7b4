-- A company that does not exist: 3,000 customers and their orders of two years.

-- What makes a customer.  In one case of twelve he is demanding: he has a discount,
-- wants small lots and much service.  Among the 400 largest it is one of three.
CREATE TABLE customer AS
SELECT n::integer AS customer_no,
	'C' || lpad(n::text, 4, '0') AS customer_id,
	CASE WHEN rank < 1300 THEN draw(n, 2, 3) = 0 ELSE draw(n, 2, 12) = 0 END AS demanding,
	rank
FROM (SELECT n, draw(n, 1, 10000) AS rank FROM generate_series(1, 3000) n) c;

-- How content he is, from 0 to 100, and how far away, from 1 to 5.
ALTER TABLE customer ADD contentment integer, ADD distance integer, ADD discount integer;
UPDATE customer SET
	contentment = (draw(customer_no, 3, 51) + draw(customer_no, 4, 51)) * CASE WHEN draw(customer_no, 5, 5) = 0 THEN 6 ELSE 10 END / 10,
	distance = 1 + draw(customer_no, 6, 5),
	discount = CASE WHEN demanding THEN 8 + draw(customer_no, 7, 13) ELSE 0 END;

-- Orders: a few customers buy for much money (rank 0 for about 18,000 at a time, rank
-- 10,000 for 500).  Some come later than the first day, and the less content leave earlier.
CREATE TABLE orders AS
WITH stay AS (
	SELECT *,
		CASE WHEN draw(customer_no, 11, 100) < 70 THEN draw(customer_no, 12, 20) ELSE draw(customer_no, 12, 700) END AS came,
		CASE WHEN draw(customer_no, 13, 100) < 78 - contentment THEN 60 + draw(customer_no, 14, 420) ELSE 731 END AS stays
	FROM customer
), span AS (
	SELECT *, least(stays, 731 - came) AS days,
		7 + draw(customer_no, 15, 8) + 4000 / (rank + 200) + CASE WHEN demanding THEN draw(customer_no, 16, 9) ELSE 0 END AS per_two_years
	FROM stay
), single AS (
	SELECT s.*, k, s.customer_no * 1000::bigint + k AS n,
		1 + s.per_two_years * s.days / 731 AS orders
	FROM span s, generate_series(0, s.per_two_years * s.days / 731) k
), priced AS (
	SELECT customer_no, n,
		date '2023-01-01' + (came + CASE WHEN k = 0 THEN 0 ELSE (k * days + draw(n, 21, days::integer)) / orders END)::integer AS ordered,
		(24000 + 270000000 / (rank + 150)) * (60 + draw(n, 22, 61) + CASE WHEN draw(n, 23, 12) = 0 THEN 150 ELSE 0 END) / 100
			* (100 - discount) / 100 AS cents
	FROM single
)
SELECT row_number() OVER (ORDER BY ordered, n) AS order_no,
	'A' || lpad((row_number() OVER (ORDER BY ordered, n))::text, 6, '0') AS order_id,
	customer_no, ordered, round(cents / 100.0, 2) AS amount
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
