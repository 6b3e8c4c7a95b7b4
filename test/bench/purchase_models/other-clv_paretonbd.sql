SELECT sum(sqrt(x + t_x) + ln(t)) FROM customer_summary
