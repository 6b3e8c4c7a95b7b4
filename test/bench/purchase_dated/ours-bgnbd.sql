SELECT bgnbd_fit(h, '2024-11-30') FROM known_customer
