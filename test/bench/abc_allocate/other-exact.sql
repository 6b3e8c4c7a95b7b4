-- Largest remainder, exact, written in SQL.
SELECT pool, order_id, (unit + CASE WHEN rank <= left_over THEN 1 ELSE 0 END) / 100 AS part
FROM (
	SELECT pool, order_id, unit, cents - sum(unit) OVER (PARTITION BY pool) AS left_over,
		row_number() OVER (PARTITION BY pool ORDER BY remainder DESC, order_id) AS rank
	FROM (
		SELECT pool, order_id, cents, div(cents * qty, total) AS unit, cents * qty % total AS remainder
		FROM (
			SELECT pool, order_id, cost * 100 AS cents, qty, sum(qty) OVER (PARTITION BY pool) AS total
			FROM driver
		) AS pools
	) AS floors
) AS ranked;
