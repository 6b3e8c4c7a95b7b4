-- bar: 0.15
SELECT count(h)
FROM (SELECT customer, rollup(h) AS h
	FROM (SELECT customer, h FROM stored_history
			WHERE customer IN (SELECT customer FROM customer_order WHERE day > '2024-11-30')
		UNION ALL
		SELECT customer, purchase_history_agg(day, amount) FROM customer_order WHERE day > '2024-11-30'
		GROUP BY customer) AS old_and_new
	GROUP BY customer) AS merged
