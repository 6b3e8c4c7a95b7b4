-- bar: 0.9
SELECT max(class) FROM (SELECT pareto_class(profit) OVER (ORDER BY profit DESC) AS class FROM customer) AS s
