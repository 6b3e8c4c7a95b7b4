SELECT paretonbd_fit(x, t_x, t) FROM customer_summary
