SELECT round(exact, 3) AS score, count(*) FILTER (WHERE event) AS events,
	count(*) FILTER (WHERE NOT event) AS non_events
FROM scored GROUP BY 1
