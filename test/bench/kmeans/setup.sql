-- rows: 1000000
-- Customers with four measurements; their clusters; how many rounds it took to find them.
DROP TABLE IF EXISTS kmeans_customer;
CREATE UNLOGGED TABLE kmeans_customer AS
SELECT i AS customer_id, i % 5 AS kind, (i % 5) * 2 + random() * 5 AS x1, (i % 3) + random() * 4 AS x2,
	random() * 3 + (i % 5) AS x3, random() * 6 AS x4
FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows) AS i;
DROP TABLE IF EXISTS kmeans_fitted;
CREATE TABLE kmeans_fitted AS SELECT kmeans_fit(ARRAY[x1, x2, x3, x4], 5) AS model FROM kmeans_customer;
ALTER TABLE kmeans_customer ADD cluster integer;
UPDATE kmeans_customer SET cluster = kmeans_assign(model, ARRAY[x1, x2, x3, x4]) FROM kmeans_fitted;
VACUUM FULL ANALYZE kmeans_customer;
