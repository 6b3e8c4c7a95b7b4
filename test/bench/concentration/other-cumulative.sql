SELECT max(share) FROM (SELECT sum(profit) OVER (ORDER BY profit) / sum(profit) OVER () AS share FROM customer) AS s
