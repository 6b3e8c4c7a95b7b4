-- bar: none
-- set: max_parallel_workers_per_gather = 2
-- set: parallel_tuple_cost = 0
SELECT pool, sum(part) FROM (
	SELECT * FROM allocate_partition('drivers_0') UNION ALL SELECT * FROM allocate_partition('drivers_1')
	UNION ALL SELECT * FROM allocate_partition('drivers_2') UNION ALL SELECT * FROM allocate_partition('drivers_3')
	UNION ALL SELECT * FROM allocate_partition('drivers_4') UNION ALL SELECT * FROM allocate_partition('drivers_5')
) AS parts GROUP BY pool;
