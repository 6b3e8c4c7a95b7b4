SELECT count(h) FROM (SELECT customer, purchase_history_agg(day, amount) AS h FROM customer_order
	GROUP BY customer) AS made_anew
