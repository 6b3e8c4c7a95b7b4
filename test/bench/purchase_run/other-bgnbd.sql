SELECT sum(sqrt(x) + ln(t))
FROM (SELECT customer, count(DISTINCT day) AS x, min(day), date '2024-12-31' - max(day) + 1 AS t, sum(amount)
	FROM customer_order GROUP BY customer) AS c
