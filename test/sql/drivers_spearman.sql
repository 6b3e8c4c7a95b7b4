-- Rank correlation.
\i test/include/close.sql
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 10)';

-- Ties share ranks; any rising function is 1.
SELECT r(spearman(x, y)) AS ties, spearman(x, exp(x)) AS rising, spearman(x, -x) AS falling, spearman(x, 1) AS constant,
	spearman(x, y) FILTER (WHERE x = 1 AND y = 2) AS one
FROM (VALUES (1, 2), (2, 2), (3, 5), (3, 4), (5, 9), (6, 1)) AS t(x, y);
SELECT near(spearman(x, y), corr(rx, ry), 1e-12) AS as_defined FROM (
	SELECT x, y, rank() OVER (ORDER BY x) + (count(*) OVER (PARTITION BY x) - 1) / 2.0 AS rx,
		rank() OVER (ORDER BY y) + (count(*) OVER (PARTITION BY y) - 1) / 2.0 AS ry
	FROM (SELECT i * 7919 % 37 AS x, i * i % 53 AS y FROM generate_series(1, 500) AS i) AS t) AS u;
SELECT spearman(i % 7, i % 7) AS itself FROM generate_series(1, 1000) AS i;
SELECT spearman('NaN', 1);
DROP FUNCTION r;
