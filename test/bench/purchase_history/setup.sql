-- rows: 2600000
-- Orders, 2.6 of each customer.
DROP TABLE IF EXISTS purchase;
CREATE UNLOGGED TABLE purchase AS
SELECT 1 + (random() * :rows / 2.6)::integer AS customer_id, '2023-01-01'::date + (random() * 730)::integer AS day,
	round((5 + random() * 200)::numeric, 2) AS amount
FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows) AS i;
VACUUM ANALYZE purchase;
