-- driver_importance: which regressor explains how much of y.
\i test/include/close.sql

-- Shares of R squared: a small example by hand, adding up, aliased and too many.
CREATE TABLE driver AS SELECT ols_agg(3 * a + 2 * b + c + sin(i * i), ARRAY[a, b, c]) AS s
FROM (SELECT i, sin(i) AS a, sin(i) + cos(i) AS b, cos(3 * i) AS c FROM generate_series(1, 100) AS i) AS t;
SELECT method, string_agg(format('%s %s %s', term, round(importance::numeric, 6), round(share::numeric, 6)), ', '
	ORDER BY term) AS drivers,
	round(sum(importance)::numeric, 10) = round((SELECT ols_r2(s) FROM driver)::numeric, 10) AS adds_up
FROM driver, unnest('{lmg,first,last,betasq,pratt,johnson}'::text[]) AS method, driver_importance(s, method)
GROUP BY method ORDER BY method;
-- LMG by its definition: what each adds, over the six orders.
WITH subset AS (
	SELECT m, coalesce(ols_r2(s), 0) AS r2 FROM generate_series(0, 7) AS m LEFT JOIN LATERAL (
		SELECT ols_agg(3 * a + 2 * b + c + sin(i * i),
				ARRAY[CASE WHEN m & 1 > 0 THEN a ELSE 0 END, CASE WHEN m & 2 > 0 THEN b ELSE 0 END,
					CASE WHEN m & 4 > 0 THEN c ELSE 0 END]) AS s
		FROM (SELECT i, sin(i) AS a, sin(i) + cos(i) AS b, cos(3 * i) AS c
			FROM generate_series(1, 100) AS i) AS t) AS q ON true
)
SELECT bool_and(near(importance, lmg, 1e-12)) AS as_defined FROM (
	SELECT 'x' || j + 1 AS term, sum((w.r2 - o.r2) * CASE bit_count WHEN 1 THEN 1 / 6.0 ELSE 1 / 3.0 END) AS lmg
	FROM generate_series(0, 2) AS j, subset AS o JOIN subset AS w ON true,
		LATERAL (SELECT CASE WHEN (o.m & 1) + (o.m >> 1 & 1) + (o.m >> 2 & 1) = 1 THEN 1 ELSE 0 END AS bit_count) AS c
	WHERE w.m = o.m + (1 << j) AND o.m >> j & 1 = 0
	GROUP BY j) AS d JOIN driver ON true JOIN LATERAL driver_importance(s) AS i USING (term);
SELECT d.*
FROM (SELECT ols_agg(i + sin(i), ARRAY[i, 2 * i, 5]) AS s FROM generate_series(1, 9) AS i) AS t,
	driver_importance(s, 'last', '{a,b,c}') AS d;
SELECT round(sum(importance)::numeric, 12) = round(max(ols_r2(s))::numeric, 12) AS lmg_aliased
FROM (SELECT ols_agg(i + sin(i), ARRAY[i, 2 * i, 5]) AS s FROM generate_series(1, 9) AS i) AS t, driver_importance(s);
SELECT count(importance) AS y_constant
FROM (SELECT ols_agg(5, i) AS s FROM generate_series(1, 4) AS i) AS t, driver_importance(s);
SELECT count(*) AS twenty, round(sum(share)::numeric, 9) AS all
FROM (SELECT ols_agg(sin(i), ARRAY(SELECT sin(i * k) FROM generate_series(2, 21) AS k)) AS s
	FROM generate_series(1, 200) AS i) AS t, driver_importance(s);
SELECT *
FROM (SELECT ols_agg(sin(i), ARRAY(SELECT sin(i * k) FROM generate_series(2, 22) AS k)) AS s
	FROM generate_series(1, 200) AS i) AS t, driver_importance(s);
SELECT * FROM driver, driver_importance(s, 'shapley');
DROP TABLE driver;
