-- bar: 0.65
-- set: max_parallel_workers_per_gather = 2
-- set: parallel_leader_participation = off
-- set: parallel_setup_cost = 0
-- set: parallel_tuple_cost = 0
SELECT cohort_agg(h, '2025-01-31') FROM sale_history
