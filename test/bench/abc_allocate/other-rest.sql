-- Exact in sum only: the last row takes what rounding lost.
SELECT CASE WHEN row_number() OVER w = count(*) OVER p
	THEN cost - coalesce(sum(part) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) ELSE part END
FROM (SELECT pool, order_id, cost, round(cost * qty / sum(qty) OVER (PARTITION BY pool), 2) AS part
	FROM driver) AS parts
WINDOW w AS (PARTITION BY pool ORDER BY order_id), p AS (PARTITION BY pool);
