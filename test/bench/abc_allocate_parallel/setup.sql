-- rows: 6000000
-- Driver rows in one partition per pair of pools, and a function that allocates one partition.
DROP TABLE IF EXISTS drivers;
CREATE UNLOGGED TABLE drivers (pool integer, order_id bigint, qty numeric(10,2),
		cost numeric(12,2)) PARTITION BY LIST (pool);
SELECT format('CREATE UNLOGGED TABLE drivers_%s PARTITION OF drivers FOR VALUES IN (%s, %s)', i, 2 * i, 2 * i + 1)
FROM generate_series(0, 5) AS i \gexec
INSERT INTO drivers SELECT i % 12, i, 1 + (i::bigint * 7919) % 9973 / 100.0, 1234567.89
FROM generate_series(1, :rows) AS i;
VACUUM ANALYZE drivers;
CREATE OR REPLACE FUNCTION allocate_partition(partition regclass) RETURNS TABLE (pool integer, order_id bigint,
		part numeric)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000000 AS $$
BEGIN
	RETURN QUERY EXECUTE format('SELECT pool, order_id, abc_allocate(cost, qty, order_id) OVER (PARTITION BY pool)
		FROM %s', partition);
END $$;
