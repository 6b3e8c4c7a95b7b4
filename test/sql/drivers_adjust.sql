-- p_adjust: many tests at once.
SELECT p, p_adjust(p) OVER () AS bh, p_adjust(p, 'holm') OVER () AS holm,
	p_adjust(p, 'bonferroni') OVER () AS bonferroni,
	round((p_adjust(p, 'by') OVER ())::numeric, 12) AS by
FROM unnest('{0.04,0.5,NULL,0.005,0.03,0.01}'::float8[]) AS p ORDER BY p;
-- As R 4's p.adjust of Benjamini and Hochberg's own example (1995, table 1).
SELECT count(*) FILTER (WHERE p_adjusted <= 0.05) AS bh, count(*) FILTER (WHERE bonferroni <= 0.05) AS bonferroni,
	count(*) FILTER (WHERE holm <= 0.05) AS holm
FROM (SELECT p_adjust(p) OVER () AS p_adjusted, p_adjust(p, 'bonferroni') OVER () AS bonferroni,
		p_adjust(p, 'holm') OVER () AS holm
	FROM unnest('{0.0001,0.0004,0.0019,0.0095,0.0201,0.0278,0.0298,0.0344,
		0.0459,0.3240,0.4262,0.5719,0.6528,0.7590,1.0}'::float8[]) AS p) AS t;
-- Each partition has its own tests; ends and ties; a single test is left alone.
SELECT g, p, p_adjust(p) OVER (PARTITION BY g) AS adjusted
FROM (VALUES ('a', 0.03), ('a', 0.03), ('a', 0), ('a', 1), ('b', 0.03), ('c', NULL)) AS v(g, p)
ORDER BY g, p;
-- Equal to the definition by windows.
SELECT count(*) AS tests, count(*) FILTER (WHERE abs(bh - bh_sql) > 1e-14 OR abs(holm - holm_sql) > 1e-14) AS differ
FROM (
	SELECT bh, holm, least(1, min(p * n / rank) OVER (ORDER BY rank DESC)) AS bh_sql,
		least(1, max(p * (n - rank + 1)) OVER (ORDER BY rank)) AS holm_sql
	FROM (SELECT p, p_adjust(p) OVER () AS bh, p_adjust(p, 'holm') OVER () AS holm,
			row_number() OVER (ORDER BY p) AS rank, count(*) OVER () AS n
		FROM (SELECT (i * 7919 % 10007) / 10007.0::float8 AS p FROM generate_series(1, 2000) AS i) AS t) AS r) AS s;
SELECT p_adjust(p::real) OVER () AS of_real, p_adjust(p::numeric) OVER () AS of_numeric,
	p_adjust(p::integer) OVER () AS of_integer
FROM (VALUES (0.5), (0.25)) AS v(p);
SELECT p_adjust(p, NULL) OVER () AS no_method FROM (VALUES (0.5)) AS v(p);

SELECT p_adjust(p) OVER () FROM (VALUES (1.5)) AS v(p);
SELECT p_adjust(p) OVER () FROM (VALUES (-0.1)) AS v(p);
SELECT p_adjust(p) OVER () FROM (VALUES ('NaN'::float8)) AS v(p);
SELECT p_adjust(p, 'hochberg') OVER () FROM (VALUES (0.5)) AS v(p);
SELECT p_adjust(p, m) OVER () FROM (VALUES (0.5, 'bh'), (0.5, 'by')) AS v(p, m);
