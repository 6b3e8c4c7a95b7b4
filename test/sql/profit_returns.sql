-- customer_roi, profit_margin, return_on_customer, raroc; the customer's profit and loss.

-- Example 13: return on investment.
SELECT income, capital, round(100 * customer_roi(income, capital), 6) AS roi
FROM (VALUES (70000::numeric, 385000::numeric), (220000, 2005000), (257000, 2455000), (25600, 160000),
		(20000, 100000)) AS t(income, capital);
-- Example 18: profit over cost, over capital.
SELECT round(customer_roi(299166.34, 520833.66), 10) AS over_cost,
	round(customer_roi(299166.34, 150000), 10) AS over_capital;
-- Example 1: return on sales.
SELECT round(100 * profit_margin(profit, revenue), 10) AS percent
FROM (VALUES (16208.10, 75000), (13602.03, 60000), (-6138.08, 13950), (-3302.05, 1650)) AS t(profit, revenue);
-- Example 14: return on customer.
SELECT return_on_customer(250000, 2000000, 2500000) = 0.375 AS is_37_5_percent;
-- Example 16: RAROC; a return given in all is one over the capital.
SELECT round(100 * raroc(revenue, funding, operating, loss, capital, rate), 10) AS percent
FROM (VALUES (120, 45, 30, 30, 240, 0.03), (5.0, 3.0, 1.0, 0.25, 6.0, 0.175 / 6), (9, 5, 1, 1, 8, 0.03),
		(2.5, 0, 0.7, 1.0, 4.0, 0), (2.5, 0, 0.7, 1.0, 4.0, 0.02))
	AS t(revenue, funding, operating, loss, capital, rate);
SELECT raroc(2, 0, 0, 0, 8) = 0.25 AS no_return_given;
-- A ratio to nothing does not exist; NULL in, NULL out.
SELECT customer_roi(5, 0) IS NULL AND profit_margin(5, 0.00) IS NULL AND return_on_customer(1, 0, 5) IS NULL
	AND raroc(1, 1, 1, 1, 0) IS NULL AS nothing,
	customer_roi(NULL, 1) IS NULL AND profit_margin(1, NULL) IS NULL AND return_on_customer(1, 1, NULL) IS NULL
		AND raroc(1, 1, 1, NULL, 1) IS NULL AS nulls;
SELECT customer_roi(-5, 4) AS loss, profit_margin(5, -4) IS NULL AS nothing_of_negative_revenue;
SELECT customer_roi('NaN', 1);
SELECT customer_roi(1, 'NaN');
SELECT profit_margin(1, 'NaN');
SELECT return_on_customer(1, 'NaN', 1);
SELECT raroc(1, 1, 1, 1, 1, 'NaN');
SELECT raroc(1, 1, 'NaN', 1, 1);

-- Example 9: the bottled-water distributor's customers, from cases to operating income.
CREATE TABLE water (customer text, cases integer, price numeric, orders integer, visits integer, deliveries integer,
		miles integer, expedited integer);
INSERT INTO water VALUES ('P', 2080, 14.40, 15, 2, 10, 14, 0), ('Q', 8750, 14.16, 25, 3, 30, 4, 0),
	('R', 60800, 13.20, 30, 6, 60, 3, 0),
	('S', 31800, 13.92, 25, 2, 40, 8, 0), ('T', 3900, 12.96, 30, 3, 20, 40, 1);
CREATE VIEW waterfall AS
SELECT customer, step, line, amount,
	sum(amount) FILTER (WHERE NOT subtotal) OVER (PARTITION BY customer ORDER BY step) AS running
FROM water, LATERAL (VALUES
	(1, 'list revenue', cases * 14.40, false), (2, 'discount', -cases * (14.40 - price), false),
		(3, 'net revenue', cases * price, true),
	(4, 'cost of goods', -cases * 12.00, false), (5, 'gross margin', cases * (price - 12.00), true),
	(6, 'order taking', -100.00 * orders, false), (7, 'visits', -80.00 * visits, false),
		(8, 'delivery', -2.00 * deliveries * miles, false),
	(9, 'handling', -0.50 * cases, false), (10, 'expedited delivery', -300.00 * expedited, false),
	(11, 'operating income',
			cases * (price - 12.50) - 100 * orders - 80 * visits - 2 * deliveries * miles - 300 * expedited,
			true)) AS l(step, line, amount, subtotal);
SELECT line, sum(amount) FILTER (WHERE customer = 'P') AS p, sum(amount) FILTER (WHERE customer = 'Q') AS q,
	sum(amount) FILTER (WHERE customer = 'R') AS r,
	sum(amount) FILTER (WHERE customer = 'S') AS s, sum(amount) FILTER (WHERE customer = 'T') AS t
FROM waterfall GROUP BY step, line ORDER BY step;
-- Each subtotal is what the lines before it add up to.
SELECT count(*) AS wrong FROM waterfall WHERE step IN (3, 5, 11) AND amount <> running;
-- Example 12: customer margin from activity rates (the customer is charged once).
SELECT customer, sales, material, labour, support, orders, design, service,
	sales - material - labour - support - orders - design - service AS margin
FROM (
	SELECT customer, standard * standard_price + custom * custom_price AS sales,
		standard * standard_material + custom * custom_material AS material,
		hours * wage AS labour, hours * hour_rate AS support, orders * order_rate AS orders,
			designs * design_rate AS design, service
	FROM (VALUES
		('A', 14, 2, 14 * 29.5 + 2 * 33, 18, 1650, 2400, 442, 584, 4, 2, 20, 196, 269, 436),
		('B', 13, 3, 13 * 29.5 + 3 * 32, 18, 1725, 2350, 478, 576, 5, 3, 18, 184, 255, 426),
		('C', 12, 3, 12 * 30.5 + 3 * 33, 20, 1600, 2380, 454, 566, 5, 3, 20, 190, 269, 422))
		AS t(customer, standard, custom, hours, wage, standard_price, custom_price, standard_material, custom_material,
				orders, designs, hour_rate, order_rate, design_rate, service)
) AS c ORDER BY customer;
DROP TABLE water CASCADE;
