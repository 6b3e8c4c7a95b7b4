-- The same in one process.
SELECT pool, sum(part) FROM (
	SELECT pool, abc_allocate(cost, qty, order_id) OVER (PARTITION BY pool) AS part FROM drivers
) AS parts GROUP BY pool;
