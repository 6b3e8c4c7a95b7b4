SELECT sum(p_alive(m, x, t_x, t) + expected_purchases(m, x, t_x, t, 39)) FROM customer_summary, customer_model
