-- bar: 0.05
SELECT affinity_agg(items) FROM (SELECT array_agg(item) AS items FROM line_20 GROUP BY basket) AS b;
