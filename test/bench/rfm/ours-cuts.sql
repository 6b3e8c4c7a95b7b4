-- bar: 0.4
SELECT max(bin_score(recency, r, true)), max(bin_score(frequency, f)), max(bin_score(monetary, m))
FROM rfm_customer, (SELECT cuts_agg(recency, 5) AS r, cuts_agg(frequency, 5) AS f, cuts_agg(monetary, 5) AS m
	FROM rfm_customer) AS c
