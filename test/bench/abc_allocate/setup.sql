-- rows: 10000000
-- Driver quantities of orders in 12 pools, in the order in which they were booked.
DROP TABLE IF EXISTS driver;
CREATE UNLOGGED TABLE driver AS
SELECT (i % 12)::integer AS pool, i::bigint AS order_id,
	(1 + (i::bigint * 7919) % 9973 / 100.0)::numeric(10,2) AS qty, 1234567.89::numeric(12,2) AS cost
FROM generate_series(1, :rows) AS i;
VACUUM ANALYZE driver;
