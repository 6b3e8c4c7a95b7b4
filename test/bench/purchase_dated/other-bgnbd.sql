SELECT bgnbd_fit(s.x, s.t_x, s.t) FROM known_customer, clv_summary(h, '2024-11-30') AS s
