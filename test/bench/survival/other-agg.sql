SELECT t, count(*), count(*) FILTER (WHERE e) FROM stay GROUP BY t
