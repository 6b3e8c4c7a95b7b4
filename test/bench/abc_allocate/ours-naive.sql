-- bar: 0.75
SELECT abc_allocate(cost, qty) OVER (PARTITION BY pool) FROM driver;
