SELECT sum(p_alive(bg, x, t_x, t) + expected_purchases(bg, x, t_x, t, 39)) FROM customer_summary, customer_model
