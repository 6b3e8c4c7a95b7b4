-- bar: 0.9
SELECT max(class) FROM (SELECT pareto_class(profit) OVER () AS class FROM customer) AS s
