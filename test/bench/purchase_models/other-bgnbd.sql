SELECT x, t_x, t, count(*) FROM customer_summary GROUP BY x, t_x, t
