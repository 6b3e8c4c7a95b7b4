SELECT sum((2 * i - n - 1) * profit) / (max(n) * sum(abs(profit)))
FROM (SELECT profit, row_number() OVER (ORDER BY profit) AS i, count(*) OVER () AS n FROM customer) AS s
