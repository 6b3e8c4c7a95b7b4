-- bar: 0.6
-- set: max_parallel_workers_per_gather = 2
-- set: parallel_leader_participation = off
-- set: parallel_setup_cost = 0
-- set: parallel_tuple_cost = 0
-- set: enable_partitionwise_aggregate = on
-- set: enable_hashagg = off
-- first: DROP TABLE IF EXISTS history, fit
CREATE UNLOGGED TABLE history AS
SELECT customer, purchase_history_agg(day, amount) AS h FROM customer_order_part GROUP BY customer;
CREATE UNLOGGED TABLE fit AS SELECT bgnbd_fit(h, '2024-12-31') AS m FROM history;
SELECT sum(p_alive(m, h, '2024-12-31')), sum(expected_purchases(m, h, '2024-12-31', interval '39 weeks'))
FROM (SELECT h, (SELECT m FROM fit) AS m FROM history) AS known
