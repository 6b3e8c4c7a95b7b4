-- A line but for one point that is moved a little: sigma keeps its digits (e * sqrt(0.8 / 3), worked out exactly), and
-- an exact line has p 0.
\i test/include/close.sql
SELECT e, close(ols_sigma(s), e * sqrt(0.8 / 3), 1e-7) AS sigma
FROM (SELECT e, ols_agg(2 * x + 1 + CASE WHEN x = 3 THEN e ELSE 0 END, x) AS s
	FROM generate_series(1, 5) AS x, unnest('{1e-8,1e-7,1e-6,0.001}'::float8[]) AS e GROUP BY e) AS q ORDER BY e;
SELECT term, estimate, t, p FROM (SELECT ols_agg(2 * x + 1, x) AS s FROM generate_series(1, 5) AS x) AS q, ols_coef(s);
SELECT ols_sigma(s), ols_f_p(s) AS p FROM (SELECT ols_agg(2 * x + 1, x) AS s FROM generate_series(1, 5) AS x) AS q;
