-- The same in one process.
-- set: enable_partitionwise_aggregate = on
-- first: DROP TABLE IF EXISTS history, fit
CREATE UNLOGGED TABLE history AS
SELECT customer, purchase_history_agg(day, amount) AS h FROM customer_order_part GROUP BY customer;
CREATE UNLOGGED TABLE fit AS SELECT bgnbd_fit(h, '2024-12-31') AS m FROM history;
SELECT sum(p_alive(m, x, t_x, t)), sum(expected_purchases(m, x, t_x, t, 39))
FROM history, fit, clv_summary(h, '2024-12-31')
