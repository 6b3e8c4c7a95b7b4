-- bar: 0.4
SELECT abc_allocate(cost, qty, order_id) OVER (PARTITION BY pool) FROM driver;
