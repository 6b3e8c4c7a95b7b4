-- bar: none
SELECT abc_allocate(cost, qty, order_id) OVER (PARTITION BY pool) FROM driver;
