-- bar: 0.75
SELECT abc_allocate(freight, weight, line) OVER (PARTITION BY delivery) FROM line;
