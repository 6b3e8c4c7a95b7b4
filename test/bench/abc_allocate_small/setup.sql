-- rows: 10000000
-- Freight of deliveries to their ten lines.
DROP TABLE IF EXISTS line;
CREATE UNLOGGED TABLE line AS
SELECT i / 10 AS delivery, i AS line, (1 + (i::bigint * 7919) % 997)::numeric(10,2) AS weight,
	(20 + i / 10 % 80 + 0.99)::numeric(10,2) AS freight
FROM generate_series(0, :rows - 1) AS i;
VACUUM ANALYZE line;
