-- An order log, as test/demo/orders.awk read it: every value in it is understood already, and it comes on psql's
-- standard input.
CREATE TABLE log_order (
	line bigint, order_id text, ordered date, customer_id text, amount numeric(20, 2), cost numeric(20, 2)
);
\copy log_order FROM pstdin

CREATE TABLE loaded_customer AS
SELECT row_number() OVER (ORDER BY customer_id COLLATE "C")::integer AS customer_no, customer_id
FROM (SELECT DISTINCT customer_id FROM log_order) c;

-- Lines with the same order are one order, of the earliest day.  Lines below zero are refunds: of the order they are
-- in, or orders of their own.
CREATE TABLE orders AS
SELECT row_number() OVER (ORDER BY min(l.line)) AS order_no, l.order_id, c.customer_no, min(l.ordered) AS ordered,
	sum(l.amount) AS amount, sum(l.cost) AS goods
FROM log_order l JOIN loaded_customer c USING (customer_id)
GROUP BY l.order_id, c.customer_no;

-- Nothing was lost on the way.
DO $$
BEGIN
	IF (SELECT sum(amount) FROM orders) <> (SELECT sum(amount) FROM log_order) THEN
		RAISE EXCEPTION 'the orders do not add up to the lines of the log';
	END IF;
END
$$;

SELECT to_char(count(*), 'FM999,999,999') AS orders,
	to_char(count(*) FILTER (WHERE amount <= 0), 'FM999,999,999') AS none,
	to_char(count(DISTINCT customer_no), 'FM999,999,999') AS customers,
	min(ordered) AS first_day, max(ordered) AS last_day,
	booked(sum(amount)) AS revenue, booked(sum(goods)) AS cost, count(goods) > 0 AS has_cost,
	count(*) FILTER (WHERE amount <= 0) > 0 AS has_none
FROM orders \gset
\echo
\echo :customers 'customers,' :orders 'orders from' :first_day 'to' :last_day', revenue' :revenue'.'
\if :has_none
\echo 'Orders of 0 or less, which count as returns:' :none'.'
\endif
\if :has_cost
\echo 'Cost of the goods:' :cost'.'
\echo 'GENERATED, because an order log does not say: ledger, drivers, discounts, surveys.'
\echo 'So read the tables below as an example of the method; only orders, revenue and goods are yours.'
\else
\echo 'GENERATED, because an order log does not say: cost of goods, ledger, drivers, discounts, surveys.'
\echo 'So read the tables below as an example of the method; only orders and revenue are yours.'
\endif

DROP TABLE log_order;
