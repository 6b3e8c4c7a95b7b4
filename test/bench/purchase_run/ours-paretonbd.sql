WITH history AS MATERIALIZED (
	SELECT purchase_history_agg(day, amount) AS h FROM (SELECT * FROM customer_order ORDER BY customer) AS o
	GROUP BY customer
), fit AS MATERIALIZED (
	SELECT paretonbd_fit(h, '2024-12-31') AS m FROM history
)
SELECT sum(p_alive(m, h, '2024-12-31')), sum(expected_purchases(m, h, '2024-12-31', interval '39 weeks'))
FROM history, fit
