-- bar: 0.8
SELECT gini(profit) FROM customer
