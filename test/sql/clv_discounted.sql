-- Numbers of purchases and their discounted sums: probabilities, horizons, values.
\i test/include/close.sql
\i test/include/clv_published.sql

-- Purchases of new customers in 39 weeks; the probabilities add up to 1, and their mean is the expectation.
SELECT bool_and(close(purchase_pmf(bg, k - 1, 39), p)) AS pmf
FROM published, unnest('{.574307168484,.199192524683,.0853229231062,.0457975594301,.0276314139804,.0179384816195,
	.0122499867642,.00868165795704}'::float8[]) WITH ORDINALITY AS v(p, k);
SELECT name, close(sum(purchase_pmf(model, k, 20)), 1, 1e-9) AS all,
	close(sum(k * purchase_pmf(model, k, 20)), min(expected_purchases(model, 20)), 1e-7) AS mean
FROM published, LATERAL (VALUES ('bg', bg), ('mbg', mbg), ('nbd', nbd), ('pareto', pareto)) AS m(name, model),
	generate_series(0, 200) AS k
GROUP BY name ORDER BY 1;
-- The customers of CDNOW in test/REFERENCES.md, at 15 percent a year.
CREATE TABLE printed (id integer, x integer, t_x_days integer, t_days integer, m_x float8, dert float8, clv float8);
INSERT INTO printed VALUES
	(1, 2, 213, 272, 22.345, 6.50035183427, 160.25914562), (2, 1, 12, 272, 11.77, .764363722679, 14.45413209),
	(3, 0, 0, 272, NULL, .478280214448, 16.82129271), (6, 7, 206, 272, 73.741429, 16.5818054648, 1185.01385460),
	(7, 1, 35, 272, 11.77, 1.16101002945, 21.95472107), (1516, 26, 216, 217, 39.97, 86.2576236425, 3440.84134572),
	(157, 29, 264, 266, 26.261379, 87.1703454446, 2300.79704055);
SELECT count(*) AS customers, bool_and(close(discounted_purchases(pareto, x, t_x, t, d), dert, 1e-10)) AS dert,
	bool_and(close(clv(pareto, gg, x, t_x, t, m_x, d), clv, 1e-8)) AS clv
FROM published, printed, LATERAL (SELECT t_x_days / 7.0::float8 AS t_x, t_days / 7.0::float8 AS t) AS weeks,
	continuous_discount(0.15, 52) AS d;
SELECT close(discounted_purchases(m, 7, 77, 77.86, 0.0027), 15.1518512824, 1e-10) AS paper,
	close(discounted_purchases(m, 26, 30.86, 31, 0.0027), 86.0564936012, 1e-10) AS "1516"
FROM clv_model('pareto/nbd', '{.553,10.578,.606,11.669}') AS m;
-- Without a discount it is the expectation, a far horizon is as none, and steps of a quarter add up to the integral.
SELECT name,
	close(discounted_purchases(model, 3, 20, 30, 0, 52), expected_purchases(model, 3, 20, 30, 52), 1e-12)
		AS no_discount,
	close(discounted_purchases(model, 3, 20, 30, 0.05, 2000), discounted_purchases(model, 3, 20, 30, 0.05)) AS far,
	close(discounted_purchases(model, 3, 20, 30, 0.01, 52), (
		SELECT sum((expected_purchases(model, 3, 20, 30, u) - expected_purchases(model, 3, 20, 30, u - 0.25))
			* exp(-0.01 * (u - 0.125)))
		FROM generate_series(0.25::numeric, 52, 0.25) AS u), 1e-5) AS in_steps,
	discounted_purchases(model, 3, 20, 30, 0.01, 0) AS no_horizon
FROM published, LATERAL (VALUES ('bg', bg), ('mbg', mbg), ('nbd', nbd), ('pareto', pareto)) AS m(name, model)
ORDER BY 1;
SELECT close(continuous_discount(0.1), ln(1.1::float8), 1e-14) AS year,
	close(exp(52 * continuous_discount(0.1, 52)), 1.1) AS week, clv(bg, gg, 0, 0, 10, NULL, 0.01) > 0 AS new,
	clv(bg, gg, 2, 5, 10, NULL, 0.01) AS unknown_spend, clv(bg, gg, 2, 5, 10, 30, NULL) AS no_rate,
	close(clv(bg, gg, 2, 5, 10, 30, 0, 26), expected_purchases(bg, 2, 5, 10, 26) * expected_spend(gg, 2, 30), 1e-12)
		AS product
FROM published;
-- Extremes: a discount of next to nothing, customers who stop at once or hardly ever.
SELECT close(discounted_purchases(clv_model('pareto/nbd', '{1,1,1,1e-10}'), 0, 0, 0, 1e-200),
		1e-10 * (ln(1e200::float8) + 10 * ln(10.0::float8) - 0.5772156649), 1e-9) AS hardly_discounted,
	close(discounted_purchases(clv_model('pareto/nbd', '{1,1,2,1e-10}'), 0, 0, 0, 1e-300), 1e-10, 1e-12) AS soon_gone;
SELECT discounted_purchases(clv_model('pareto/nbd', '{1,1,1,1e-10}'), 0, 0, 0, 1e-320);
SELECT close(purchase_pmf(clv_model('pareto/nbd', '{1,1,1,1e-300}'), 0, 1e10), 1, 1e-12) AS stops_at_once,
	purchase_pmf(clv_model('pareto/nbd', '{1,1,1,1e-290}'), 0, 1e10) <= 1 AS at_most_1;
SELECT close(log_likelihood(clv_model('bg/nbd', ARRAY[1, 1, 1, b]), 1, 1, 2), -1.386294361120446) AS likelihood,
	close(p_alive(clv_model('bg/nbd', ARRAY[1, 1, 1, b]), 1, 1, 2), b / (b + 2.25), 1e-12) AS alive
FROM unnest('{1e-12,1e-15,1e-17}'::float8[]) AS b;

SELECT discounted_purchases(bg, 1, 2, 3, 0) FROM published;
SELECT discounted_purchases(bg, 1, 2, 3, -0.1) FROM published;
SELECT purchase_pmf(bg, -1, 3) FROM published;
SELECT continuous_discount(-1);
SELECT continuous_discount(12);
SELECT continuous_discount(0.1, 0);
DROP TABLE published, printed;
