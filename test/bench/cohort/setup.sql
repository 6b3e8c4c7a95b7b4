-- rows: 2600000
-- Orders, 2.6 of each customer, and the history of each.
DROP TABLE IF EXISTS sale;
CREATE UNLOGGED TABLE sale AS
SELECT 1 + (random() * :rows / 2.6)::integer AS customer_id, '2023-01-01'::date + (random() * 730)::integer AS day,
	round((5 + random() * 200)::numeric, 2) AS amount
FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows) AS i;
DROP TABLE IF EXISTS sale_history;
CREATE UNLOGGED TABLE sale_history AS SELECT customer_id, purchase_history_agg(day, amount) AS h FROM sale
	GROUP BY customer_id;
VACUUM ANALYZE sale, sale_history;
