-- bar: 1.0
SELECT max(share) FROM (SELECT cumulative_share(profit) OVER (ORDER BY profit) AS share FROM customer) AS s
