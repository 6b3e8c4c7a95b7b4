SELECT bin, count(*) FILTER (WHERE event) AS events, count(*) FILTER (WHERE NOT event) AS non_events
FROM binned GROUP BY bin
