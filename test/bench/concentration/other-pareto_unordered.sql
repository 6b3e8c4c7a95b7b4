SELECT max(class) FROM (
	SELECT CASE WHEN before < 0.8 * total THEN 'A' WHEN before < 0.95 * total THEN 'B' ELSE 'C' END AS class
	FROM (SELECT sum(profit) OVER (ORDER BY profit DESC) - profit AS before, sum(profit) OVER () AS total
		FROM customer) AS s) AS t
