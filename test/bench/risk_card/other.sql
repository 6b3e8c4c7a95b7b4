SELECT sex, count(*) AS n, count(*) FILTER (WHERE spend <> 0 OR cash <> 0) AS active,
	count(*) FILTER (WHERE (spend <> 0 OR cash <> 0) AND days > 0) AS overdue,
	count(*) FILTER (WHERE (spend <> 0 OR cash <> 0) AND days > 90) AS defaults,
	sum(spend / months) AS spend, sum(cash / months) AS cash
FROM card_holder GROUP BY sex
