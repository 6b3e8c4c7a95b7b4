-- rows: 1000000
-- Customers with a profit in cents, a few large ones and some losses.
DROP TABLE IF EXISTS customer;
CREATE UNLOGGED TABLE customer AS
SELECT i AS customer_id, round((exp(7 + 1.5 * (random() + random() + random() - 1.5) * 2) - 600)::numeric, 2) AS profit
FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows) AS i;
VACUUM ANALYZE customer;
