-- rows: 1000000
-- Customers with their segment in two years.
DROP TABLE IF EXISTS migration;
CREATE UNLOGGED TABLE migration AS
SELECT i AS customer_id, 'segment ' || a AS before,
	'segment ' || least(10, greatest(1, a + (random() * 4 - 2)::integer)) AS after
FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows) AS i,
	LATERAL (SELECT 1 + (i * 7919::bigint % 10)::integer AS a) AS t;
VACUUM ANALYZE migration;
