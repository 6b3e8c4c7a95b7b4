-- bar: 1.3
SELECT sum(clv(bg, gg, h, '2024-11-30', 0.15)) FROM known_customer, dated_model
