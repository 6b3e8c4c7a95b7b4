SELECT sum(clv(pareto, gg, x, t_x, t, 30, 0.0027)) FROM customer_summary, customer_model
