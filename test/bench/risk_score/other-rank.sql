SELECT (sum(r) FILTER (WHERE event) - n1 * (n1 + 1) / 2) / (n1 * n0)
FROM (
	SELECT event, rank() OVER (ORDER BY fine) + (count(*) OVER (PARTITION BY fine) - 1) / 2.0 AS r,
		count(*) FILTER (WHERE event) OVER () AS n1, count(*) FILTER (WHERE NOT event) OVER () AS n0
	FROM scored
) AS t
GROUP BY n1, n0
