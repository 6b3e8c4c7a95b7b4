-- rows: 1000000
-- A million edges between 2,000 activities and 5,000 products.
DROP TABLE IF EXISTS edge;
CREATE UNLOGGED TABLE edge AS
SELECT 'activity ' || i % 2000 AS source, 'product ' || (i::bigint * 7919) % 5000 AS target,
	(1 + i % 97)::numeric(10,2) AS driver
FROM generate_series(1, :rows) AS i;
VACUUM ANALYZE edge;
