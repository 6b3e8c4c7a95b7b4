-- rows: 1000000
-- Customers with days since the last order, orders and revenue.
DROP TABLE IF EXISTS rfm_customer;
CREATE UNLOGGED TABLE rfm_customer AS
SELECT i AS customer_id, (random() * 730)::integer AS recency, (1 + 20 * random() ^ 3)::integer AS frequency,
	round((exp(6 * random()) * 10)::numeric, 2) AS monetary
FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows) AS i;
VACUUM ANALYZE rfm_customer;
