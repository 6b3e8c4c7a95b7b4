WITH summary AS MATERIALIZED (
	SELECT s.x, s.t_x, s.t
	FROM (SELECT purchase_history_agg(day, amount) AS h FROM (SELECT * FROM customer_order ORDER BY customer) AS o
		GROUP BY customer) AS c,
		clv_summary(h, '2024-12-31') AS s
), fit AS MATERIALIZED (
	SELECT paretonbd_fit(x, t_x, t) AS m FROM summary
)
SELECT sum(p_alive(m, x, t_x, t)), sum(expected_purchases(m, x, t_x, t, 39)) FROM summary, fit
