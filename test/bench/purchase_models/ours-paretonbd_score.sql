SELECT sum(p_alive(pareto, x, t_x, t) + expected_purchases(pareto, x, t_x, t, 39)) FROM customer_summary, customer_model
