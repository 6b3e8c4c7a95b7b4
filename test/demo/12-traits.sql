-- What an order log does not say of its customers is made up here: who is demanding
-- (discounts, small lots, much service), how far away and how content they are.  Those who
-- bought in the second half of the log's time are given more contentment, as in real life.
CREATE TABLE customer AS
SELECT c.customer_no, c.customer_id,
	CASE WHEN c.rank <= 0.15 THEN draw(c.customer_no, 2, 3) = 0 ELSE draw(c.customer_no, 2, 12) = 0 END AS demanding,
	((draw(c.customer_no, 3, 41) + draw(c.customer_no, 4, 41))
		* CASE WHEN draw(c.customer_no, 5,
				5) = 0 THEN 6 ELSE 10 END / 10 + CASE WHEN c.came_back THEN 15 ELSE 0 END)::integer AS contentment,
	(1 + draw(c.customer_no, 6, 5))::integer AS distance,
	0 AS discount
FROM (
	SELECT l.customer_no, l.customer_id,
		percent_rank() OVER (ORDER BY sum(o.amount) DESC) AS rank,
		max(o.ordered) > s.middle AS came_back
	FROM loaded_customer l JOIN orders o USING (customer_no),
		(SELECT min(ordered) + greatest((max(ordered) - min(ordered) + 1) / 2, 1) - 1 AS middle FROM orders) s
	GROUP BY l.customer_no, l.customer_id, s.middle
) c;
UPDATE customer SET discount = 6 + draw(customer_no, 7, 13) WHERE demanding;
DROP TABLE loaded_customer;
