-- rows: 9835
-- Baskets of 1 to 30, 4.4 on average, of 169 items, as in a month of a grocery shop.
SELECT setseed(0.42);
DROP TABLE IF EXISTS line, basket;
CREATE UNLOGGED TABLE line AS
SELECT DISTINCT basket, (169 * power(random(), 2.6))::bigint AS item
FROM (
	SELECT basket, least(30, ceil(-4.6 * ln(1 - random())))::integer AS size FROM generate_series(1, :rows) AS basket
) AS b, generate_series(1, size);
CREATE UNLOGGED TABLE basket AS SELECT array_agg(item) AS items FROM line GROUP BY basket;
VACUUM ANALYZE line, basket;
