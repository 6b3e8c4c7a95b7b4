-- rows: 1000000
-- Lines of baskets of about 5 and of about 20 of 1,000 items, some of which sell a hundred times as often as others.
SELECT setseed(0.42);
DROP TABLE IF EXISTS line_5, line_20;
CREATE UNLOGGED TABLE line_5 AS
SELECT DISTINCT i / 5 AS basket, (1000 * power(random(), 2))::bigint AS item
FROM generate_series(1, :rows::bigint) AS i
ORDER BY basket, item;
CREATE UNLOGGED TABLE line_20 AS
SELECT DISTINCT i / 20 AS basket, (1000 * power(random(), 2))::bigint AS item
FROM generate_series(1, :rows::bigint) AS i
ORDER BY basket, item;
VACUUM ANALYZE line_5, line_20;
