-- Exponential smoothing, without and with trend.
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 10)';

-- S23: smoothing, with trend; NULLs are passed over.
CREATE TABLE sales AS SELECT i, x FROM unnest('{112,118,132,129,121,135,148,148}'::float8[]) WITH ORDINALITY AS u(x, i);
SELECT i, x, r(ses(x, 0.3) OVER w) AS ses, r(holt(x, 0.5, 0.2) OVER w) AS level,
	r(holt(x, 0.5, 0.2, 1) OVER w - holt(x, 0.5, 0.2) OVER w) AS trend
FROM sales WINDOW w AS (ORDER BY i);
SELECT r(sum((x - forecast) ^ 2)) AS sse
FROM (SELECT x, lag(f) OVER (ORDER BY i) AS forecast
	FROM (SELECT i, x, holt(x, 0.5, 0.2, 1) OVER (ORDER BY i) AS f FROM sales) AS t) AS u;
SELECT string_agg(r(f)::text, ' ' ORDER BY h) AS next_three
FROM generate_series(1, 3) AS h, LATERAL (SELECT i, holt(x, 0.5, 0.2, h) OVER (ORDER BY i) AS f FROM sales) AS l
WHERE i = 8;
SELECT i, ses(x, 0.5) OVER w AS ses, holt(x, 0.5, 0.5) OVER w AS holt
FROM (VALUES (1, NULL), (2, 10), (3, NULL), (4, 20), (5, 30)) AS t(i, x) WINDOW w AS (ORDER BY i);
SELECT g, i, ses(x, 0.5) OVER (PARTITION BY g ORDER BY i) AS ses
FROM (VALUES ('a', 1, 1), ('a', 2, 3), ('b', 1, 100), ('b', 2, 200)) AS t(g, i, x) ORDER BY g, i;
SELECT ses(x, 1.5) OVER (ORDER BY i) FROM sales;
SELECT ses('NaN', 0.5) OVER ();
SELECT ses(x, x / 1000) OVER (ORDER BY i) FROM sales;
SELECT holt(x, 0.5, 0.5, -1) OVER (ORDER BY i) FROM sales;
SELECT ses(x, NULL) OVER (ORDER BY i) AS no_alpha FROM sales LIMIT 1;
-- Rows without a definite order are refused: no ORDER BY, a constant, ties.  One row has an order.
SELECT ses(x, 0.5) OVER () FROM sales;
SELECT ses(x, 0.5) OVER (ORDER BY 1 + 1) FROM sales;
SELECT holt(x, 0.5, 0.5) OVER (ORDER BY x) FROM sales;
SELECT g, i, holt(x, 0.5, 0.5) OVER (PARTITION BY g ORDER BY i)
FROM (VALUES ('a', 1, 1), ('a', 2, 3), ('b', 1, 100), ('b', 1, 200)) AS t(g, i, x);
SELECT ses(x, 0.5) OVER (PARTITION BY i) AS alone FROM sales WHERE i < 3;
-- Each scan of a subquery that depends on the row begins anew.
SELECT g, (SELECT string_agg(s::text, ' ' ORDER BY i)
	FROM (SELECT i, ses(x * g, 0.5) OVER (ORDER BY i) AS s FROM sales WHERE i < 4) AS t) AS ses
FROM generate_series(1, 2) AS g;
DROP TABLE sales;
DROP FUNCTION r;
