-- BG/NBD and Pareto/NBD against values of 40 and more digits: short and long histories, many purchases and none, and
-- parameters where the formulas of the papers overflow or cancel (test/REFERENCES.md, "Grids").
\i test/include/close.sql

CREATE TABLE paper (x float8, t_x float8, t float8, b_ll float8, b_pa float8, b_cet float8,
	p_ll float8, p_pa float8, p_cet float8, p_dert float8);
\copy paper FROM 'test/data/clv_grid_paper.csv' CSV HEADER
CREATE TABLE hard (ps integer, x float8, t_x float8, t float8, p_ll float8, p_pa float8, p_cet float8, p_dert float8,
	b_ll float8, b_pa float8, b_cet float8, p_r float8, p_alpha float8, p_s float8, p_beta float8,
	b_r float8, b_alpha float8, b_a float8, b_b float8);
\copy hard FROM 'test/data/clv_grid_hard.csv' CSV HEADER
CREATE VIEW grid AS
SELECT 'paper' AS grid, 'bg/nbd' AS family, clv_model('bg/nbd', '{.243,4.414,.793,2.426}') AS m,
	x, t_x, t, b_ll AS likelihood, b_pa AS alive, b_cet AS expected, NULL::float8 AS discounted
FROM paper
UNION ALL SELECT 'paper', 'pareto/nbd', clv_model('pareto/nbd', '{.553,10.578,.606,11.669}'),
	x, t_x, t, p_ll, p_pa, p_cet, p_dert
FROM paper
UNION ALL SELECT 'hard', 'bg/nbd', clv_model('bg/nbd', ARRAY[b_r, b_alpha, b_a, b_b]),
	x, t_x, t, b_ll, b_pa, b_cet, NULL
FROM hard
UNION ALL SELECT 'hard', 'pareto/nbd', clv_model('pareto/nbd', ARRAY[p_r, p_alpha, p_s, p_beta]),
	x, t_x, t, p_ll, p_pa, p_cet, p_dert
FROM hard;
SELECT grid, family, count(*) AS rows, bool_and(close(log_likelihood(m, x, t_x, t), likelihood)) AS likelihood,
	bool_and(close(p_alive(m, x, t_x, t), alive, 1e-10)) AS alive,
	bool_and(close(expected_purchases(m, x, t_x, t, 39), expected, 1e-10)) AS expected,
	bool_and(close(discounted_purchases(m, x, t_x, t, 0.0027), discounted, 1e-10)) FILTER (WHERE discounted IS NOT NULL)
		AS discounted
FROM grid GROUP BY 1, 2 ORDER BY 1, 2;
DROP VIEW grid;
DROP TABLE paper, hard;
