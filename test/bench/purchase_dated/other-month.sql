SELECT count(purchase_history_agg(day, amount)) FROM customer_order GROUP BY customer
