SELECT customer_id, count(DISTINCT day), min(day), max(day), sum(amount) FROM purchase GROUP BY customer_id
