-- bar: 0.35
SELECT max(score) FROM (SELECT rfm_score(recency, frequency, monetary) OVER () AS score FROM rfm_customer) AS s
