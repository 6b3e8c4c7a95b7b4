SELECT f.cohort, (extract(year FROM age(date_trunc('month', s.day), f.cohort)) * 12 + extract(month
	FROM age(date_trunc('month', s.day), f.cohort)))::integer AS period,
	count(DISTINCT s.customer_id), sum(s.amount)
FROM sale AS s JOIN (SELECT customer_id, date_trunc('month', min(day)) AS cohort FROM sale
	GROUP BY customer_id) AS f USING (customer_id)
GROUP BY 1, 2
