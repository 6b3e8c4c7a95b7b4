SELECT t, at_risk, events, exp(sum(ln((at_risk - events)::float8 / at_risk)) OVER (ORDER BY t)) AS survival
FROM (SELECT t, sum(n) OVER (ORDER BY t DESC) AS at_risk, events
	FROM (SELECT t, count(*) AS n, count(*) FILTER (WHERE e) AS events FROM stay GROUP BY t) AS d) AS r
WHERE at_risk > events
