-- What is bought together, what to offer next, where the cost of a customer comes from, and what moved the profit.

\echo
\echo 'WHAT GOES WITH WHAT, AND WHY A CUSTOMER COSTS WHAT THEY COST'
\echo

-- What was in the orders: pumps and what belongs to them.  A log has no items, so these are made up.
CREATE TABLE item (item text PRIMARY KEY, margin numeric);
INSERT INTO item VALUES
	('pump', 310.00), ('seal kit', 24.00), ('hose', 19.50), ('coupling', 12.80), ('filter', 31.00), ('oil', 17.20),
	('valve', 64.00), ('actuator', 118.00), ('gauge', 22.40), ('electric drive', 205.00), ('air drive', 188.00),
	('cable', 9.90);

CREATE TABLE order_line AS
SELECT order_no, customer_no, item
FROM orders o, LATERAL (
	-- Twelve numbers from 0 to 99, independent of each other.
	SELECT array_agg((hashint8extended(order_no, n) & 1048575) % 100) AS r FROM generate_series(1, 12) n
) d, LATERAL (
	SELECT r[1] < 22 AS pump, r[2] < 30 AS hose, r[3] < 25 AS filter, r[4] < 30 AS valve, r[5] < 18 AS motor
) m,
	LATERAL (VALUES
		('pump', pump), ('seal kit', r[6] < CASE WHEN pump THEN 70 ELSE 6 END),
		('hose', hose), ('coupling', r[7] < CASE WHEN hose THEN 60 ELSE 8 END),
		('filter', filter), ('oil', r[8] < CASE WHEN filter THEN 45 ELSE 15 END),
		('valve', valve), ('actuator', r[9] < CASE WHEN valve THEN 40 ELSE 3 END),
		('electric drive', motor), ('cable', r[10] < CASE WHEN motor THEN 80 ELSE 5 END),
		('air drive', r[11] < CASE WHEN motor THEN 1 ELSE 16 END), ('gauge', r[12] < 18)
	) line (item, bought)
WHERE amount > 0 AND bought;

CREATE TABLE together AS
SELECT affinity_agg(items) AS summary
FROM (SELECT array_agg(item) AS items FROM order_line GROUP BY order_no) b;

\echo 'Items that are bought together more than by chance, the strongest evidence first.'
SELECT a, b, n_a, n_b, n_ab, round(100 * confidence_ab::numeric, 1) AS percent_of_a,
	round(100 * confidence_ba::numeric, 1) AS percent_of_b, round(lift::numeric, 2) AS lift,
	round(llr::numeric, 1) AS llr
FROM together, affinity_pairs(summary) WHERE lift > 1 LIMIT 5;

\echo 'And much less than by chance: one takes the place of the other.  p: of Fisher''s test, adjusted for all pairs.'
SELECT a, b, n_a, n_b, n_ab, round(lift::numeric, 2) AS lift, to_char(p_adjusted, '9.9EEEE') AS p_adjusted
FROM together, affinity_pairs(summary, avoiding => true) WHERE lift < 0.5 AND p_adjusted < 0.01 LIMIT 3;

CREATE TABLE last_basket AS
SELECT DISTINCT ON (customer_no) customer_no, order_no, array_agg(item ORDER BY item) AS items
FROM order_line GROUP BY customer_no, order_no ORDER BY customer_no, order_no DESC;

\echo 'Next offers to the largest customer, valued by margin.  "because" is the item in their last order that speaks'
\echo 'most for the offer.'
SELECT left(c.customer_id, 20) AS customer, b.items AS last_order, o.item AS offer,
	round(o.score::numeric, 3) AS score, o.because, i.margin, round(o.score::numeric * i.margin, 2) AS value
FROM (SELECT * FROM last_basket JOIN customer_profit p USING (customer_no)
		ORDER BY p.revenue DESC, customer_no LIMIT 1) b
	JOIN customer c USING (customer_no), together, next_offers(summary, b.items, 20) o JOIN item i USING (item)
ORDER BY value DESC, offer LIMIT 4;

-- The cost model goes on to the customer with the lowest profit, and to all others.
CREATE TABLE costly AS
SELECT customer_no, left(customer_id, 20) AS customer, work, profit
FROM customer_profit JOIN customer USING (customer_no) ORDER BY profit, customer_no LIMIT 1;

CREATE TABLE costly_model AS
SELECT rollup(network) AS network
FROM (
	SELECT network FROM cost_model
	UNION ALL
	SELECT abc_network_agg(activity, CASE WHEN o.customer_no = w.customer_no THEN 'the customer' ELSE 'all others' END,
		quantity::numeric)
	FROM order_driver JOIN orders o USING (order_no) JOIN activity USING (activity_no), costly w
) n;

\echo 'The least profitable customer: which costs got there, and by which way?  The rows add up to the cost of their'
\echo 'work, except for the cents by which each order was rounded.'
SELECT CASE WHEN row_number() OVER (ORDER BY source IS NULL, amount DESC) = 1 THEN customer END AS customer,
	coalesce(source, 'all other ways') AS cost_type,
	array_to_string(path[2:cardinality(path) - 1], ' > ') AS by_way_of, e.amount,
	round(100 * share::numeric, 1) AS percent
FROM costs_on_accounts a, costly_model m, costly,
	abc_explain(m.network, a.accounts, a.amounts, 'the customer', 8) e
ORDER BY source IS NULL, amount DESC;

\echo 'Their share of the work beside their share of the revenue.'
SELECT activity, driver, sum(quantity) FILTER (WHERE o.customer_no = w.customer_no) AS theirs,
	sum(quantity) AS of_all,
	round(100.0 * sum(quantity) FILTER (WHERE o.customer_no = w.customer_no) / sum(quantity), 2) AS percent_of_work,
	round(100 * max(p.revenue) / nullif((SELECT sum(amount) FROM orders), 0), 2) AS percent_of_revenue
FROM order_driver JOIN orders o USING (order_no) JOIN activity USING (activity_no), costly w
	JOIN customer_profit p USING (customer_no)
GROUP BY activity_no, activity, driver ORDER BY percent_of_work DESC NULLS LAST, activity_no LIMIT 4;

-- What moved it, from the first period to the second: each line of the waterfall is a segment of the profit.
CREATE TABLE profit_change AS
SELECT contribution_agg(line, CASE WHEN NOT later THEN amount END, CASE WHEN later THEN amount END) AS summary
FROM (
	SELECT line, ordered > middle AS later, part
	FROM order_profit, span, LATERAL (VALUES ('revenue', amount), ('goods', -goods)) v (line, part)
	UNION ALL
	SELECT activity, ordered > middle, -cost
	FROM order_activity_cost JOIN orders USING (order_no) JOIN activity USING (activity_no), span
) l (line, later, amount);

\echo 'What moved the profit from the first period to the second?  Costs are negative; percent is of the whole change.'
SELECT coalesce(segment, 'all others') AS line, old, new, change, round(100 * share::numeric, 1) AS percent
FROM profit_change, key_drivers(summary, 5);
SELECT sum(old) AS first_period, sum(new) AS second_period, sum(change) AS change,
	sum(new) + sum(old) - (SELECT sum(profit) FROM customer_profit) AS difference
FROM profit_change, contribution_table(summary);
