SELECT sum(clv(bg, gg, x, t_x, t, mean_spend::float8, 0.0026777)) FROM known_customer, dated_model
