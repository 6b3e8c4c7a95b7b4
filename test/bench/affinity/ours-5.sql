-- bar: 0.15
SELECT affinity_agg(items) FROM (SELECT array_agg(item) AS items FROM line_5 GROUP BY basket) AS b;
