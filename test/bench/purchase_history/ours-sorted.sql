-- bar: 0.7
SELECT customer_id, purchase_history_agg(day, amount)
FROM (SELECT customer_id, day, amount FROM purchase ORDER BY customer_id) AS o GROUP BY customer_id
