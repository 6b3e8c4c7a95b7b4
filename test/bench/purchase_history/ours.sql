-- bar: 0.8
SELECT customer_id, purchase_history_agg(day, amount) FROM purchase GROUP BY customer_id
