-- bar: 0.15
SELECT count(rollup(h))
FROM (SELECT customer, h FROM stored_history
	WHERE customer IN (SELECT customer FROM customer_order WHERE day > '2024-11-30')
	UNION ALL
	SELECT customer, purchase_history_agg(day, amount) FROM customer_order WHERE day > '2024-11-30'
	GROUP BY customer) AS both_of_them
GROUP BY customer
