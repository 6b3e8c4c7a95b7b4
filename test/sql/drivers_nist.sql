-- Least squares where it is hard: NIST's certified values (Statistical Reference Datasets: Filip, Wampler 1 to 5).
\i test/include/close.sql

CREATE TABLE filip (y float8, x float8);
INSERT INTO filip VALUES
	(0.8116, -6.860120914), (0.9072, -4.324130045), (0.9052, -4.358625055), (0.9039, -4.358426747),
	(0.8053, -6.955852379), (0.8377, -6.661145254), (0.8667, -6.355462942), (0.8809, -6.118102026),
	(0.7975, -7.115148017), (0.8162, -6.815308569), (0.8515, -6.519993057), (0.8766, -6.204119983),
	(0.8885, -5.853871964), (0.8859, -6.109523091), (0.8959, -5.79832982), (0.8913, -5.482672118),
	(0.8959, -5.171791386), (0.8971, -4.851705903), (0.9021, -4.517126416), (0.909, -4.143573228),
	(0.9139, -3.709075441), (0.9199, -3.499489089), (0.8692, -6.300769497), (0.8872, -5.953504836),
	(0.89, -5.642065153), (0.891, -5.031376979), (0.8977, -4.680685696), (0.9035, -4.329846955),
	(0.9078, -3.928486195), (0.7675, -8.56735134), (0.7705, -8.363211311), (0.7713, -8.107682739),
	(0.7736, -7.823908741), (0.7775, -7.522878745), (0.7841, -7.218819279), (0.7971, -6.920818754),
	(0.8329, -6.628932138), (0.8641, -6.323946875), (0.8804, -5.991399828), (0.7668, -8.781464495),
	(0.7633, -8.663140179), (0.7678, -8.473531488), (0.7697, -8.247337057), (0.77, -7.971428747),
	(0.7749, -7.676129393), (0.7796, -7.352812702), (0.7897, -7.072065318), (0.8131, -6.774174009),
	(0.8498, -6.478861916), (0.8741, -6.159517513), (0.8061, -6.835647144), (0.846, -6.53165267),
	(0.8751, -6.224098421), (0.8856, -5.910094889), (0.8919, -5.598599459), (0.8934, -5.290645224),
	(0.894, -4.974284616), (0.8957, -4.64454848), (0.9047, -4.290560426), (0.9129, -3.885055584),
	(0.9209, -3.408378962), (0.9219, -3.13200249), (0.7739, -8.726767166), (0.7681, -8.66695597),
	(0.7665, -8.511026475), (0.7703, -8.165388579), (0.7702, -7.886056648), (0.7761, -7.588043762),
	(0.7809, -7.283412422), (0.7961, -6.995678626), (0.8253, -6.691862621), (0.8602, -6.392544977),
	(0.8809, -6.067374056), (0.8301, -6.684029655), (0.8664, -6.378719832), (0.8834, -6.065855188),
	(0.8898, -5.752272167), (0.8964, -5.132414673), (0.8963, -4.811352704), (0.9074, -4.098269308),
	(0.9119, -3.66174277), (0.9228, -3.2644011);
CREATE TABLE filip_certified (term text, estimate float8, std_error float8);
INSERT INTO filip_certified VALUES
	('const', -1467.48961422980, 298.084530995537), ('x1', -2772.17959193342, 559.779865474950),
	('x2', -2316.37108160893, 466.477572127796), ('x3', -1127.97394098372, 227.204274477751),
	('x4', -354.478233703349, 71.6478660875927), ('x5', -75.1242017393757, 15.2897178747400),
	('x6', -10.8753180355343, 2.23691159816033), ('x7', -1.06221498588947, 0.221624321934227),
	('x8', -0.670191154593408E-01, 0.142363763154724E-01), ('x9', -0.246781078275479E-02, 0.535617408889821E-03),
	('x10', -0.402962525080404E-04, 0.896632837373868E-05);
CREATE VIEW filip_row AS SELECT row_number() OVER (ORDER BY x, y) AS i, y,
	ARRAY[x, x^2, x^3, x^4, x^5, x^6, x^7, x^8, x^9, x^10] AS x FROM filip;
-- The powers are rounded before they come here, which leaves 7 digits to any method.  No column is dropped.
SELECT count(*), bool_and(close(c.estimate, n.estimate, 1e-7) AND close(c.std_error, n.std_error, 1e-7)) AS filip
FROM (SELECT ols_agg(y, x) AS s FROM filip_row) AS t, ols_coef(s) AS c JOIN filip_certified AS n USING (term);
SELECT close(ols_sigma(s), 0.334801051324544E-02, 1e-8) AS sigma, close(ols_r2(s), 0.996727416185620, 1e-10) AS r2
FROM (SELECT ols_agg(y, x) AS s FROM filip_row) AS t;
-- However it is split and merged, it is solved the same way: the condition leaves 9 of the 32 digits.
WITH whole AS (SELECT ols_agg(y, x) AS s FROM filip_row)
SELECT split, bool_and(close(c.estimate, w.estimate, 1e-9) AND close(c.std_error, w.std_error, 1e-9)) AS same
FROM (
	SELECT split, rollup(s ORDER BY part * 7919 % 83) AS s
	FROM (SELECT split, i % split AS part, ols_agg(y, x) AS s
		FROM filip_row, unnest('{1,2,3,5,8,13,21,34,82}'::integer[]) AS split GROUP BY split, i % split) AS p
		GROUP BY split) AS t,
	ols_coef(t.s) AS c, whole, ols_coef(whole.s) AS w
WHERE c.term = w.term GROUP BY split ORDER BY split;
DROP VIEW filip_row;
DROP TABLE filip, filip_certified;

-- Wampler: polynomials of degree 5 over 0 to 20, all coefficients 1, or powers of 0.1; in 3 to 5 with residuals.
CREATE TABLE wampler AS
SELECT n, i::float8 AS x, CASE WHEN n = 2 THEN 1 + 0.1 * i + 0.01 * i^2 + 0.001 * i^3 + 0.0001 * i^4 + 0.00001 * i^5
	ELSE 1 + i + i^2 + i^3 + i^4 + i^5 + CASE n WHEN 3 THEN 1 WHEN 4 THEN 100 WHEN 5 THEN 10000 ELSE 0 END
		* ('{759,-2048,2048,-2048,2523,-2048,2048,-2048,1838,-2048,2048,-2048,1838,-2048,2048,-2048,2523,-2048,2048,
				-2048,759}'::float8[])[i + 1] END AS y
FROM generate_series(1, 5) AS n, generate_series(0, 20) AS i;
SELECT n, bool_and(close(c.estimate, CASE WHEN n = 2 THEN 10.0 ^ (1 - c.place) ELSE 1 END, 1e-9)) AS estimates,
	bool_and(abs(c.std_error - scale * (ARRAY[2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350,
		5.64566512170752, 0.112324854679312])[c.place]) <= 1e-11 * c.std_error) AS standard_errors
FROM (SELECT n, CASE n WHEN 3 THEN 1 WHEN 4 THEN 100 WHEN 5 THEN 10000 ELSE 0 END AS scale,
	ols_agg(y, ARRAY[x, x^2, x^3, x^4, x^5]) AS s FROM wampler GROUP BY n) AS t,
	ols_coef(s) WITH ORDINALITY AS c(term, estimate, std_error, t, p, low, high, vif, place)
GROUP BY n ORDER BY n;
SELECT n, ols_sigma(s)::numeric(12,4) AS sigma, ols_f(s)::numeric(20,4) AS f, ols_f_p(s) < 1e-100 AS certain,
	ols_r2(s)::numeric(14,12) AS r2
FROM (SELECT n, ols_agg(y, ARRAY[x, x^2, x^3, x^4, x^5]) AS s FROM wampler GROUP BY n) AS t ORDER BY n;
DROP TABLE wampler;

-- Near a perfect fit: y = 2 x + 1, and the point at x = 3 moved.
SELECT moved, ols_sigma(ols_agg(2 * i + 1 + CASE WHEN i = 3 THEN moved ELSE 0 END, i)) AS sigma
FROM generate_series(1, 5) AS i, unnest('{1e-8,1e-7,1e-6,1e-3}'::float8[]) AS moved GROUP BY moved ORDER BY moved;
-- A perfect one: nothing is left, so p is 0; what does not exist is NULL.
SELECT c.term, c.estimate, c.std_error, c.t, c.p, c.low, c.high, ols_f(s) AS f, ols_f_p(s) AS f_p
FROM (SELECT ols_agg(2 * i + 1, i) AS s FROM generate_series(1, 5) AS i) AS t, ols_coef(s) AS c;
SELECT c.term, c.estimate, c.std_error, c.p, ols_f_p(s) AS f_p
FROM (SELECT ols_agg(7, i) AS s FROM generate_series(1, 5) AS i) AS t, ols_coef(s) AS c;

-- A column that varies by rounding only is constant; one that is another but for rounding is aliased; one that
-- differs is not.
SELECT k, c.term, c.estimate IS NULL AS aliased FROM (
	SELECT k, ols_agg(i + sin(i), ARRAY[i, CASE k WHEN 1 THEN 0.1 * i / i WHEN 2 THEN i * 0.1 * 10 WHEN 3 THEN i / 3.0
		ELSE i + 1e-9 * (n % 3) END]) AS s
	FROM generate_series(1, 30) AS g(n), unnest('{1,2,3,4}'::integer[]) AS k, LATERAL (SELECT n::float8) AS r(i)
	GROUP BY k) AS t,
	ols_coef(s) AS c WHERE c.term <> 'const' ORDER BY k, c.term;

-- What is lost without one regressor, where another can take its part, is nothing.
SELECT f.* FROM (
	SELECT ols_agg(y, ARRAY[x, x, z]) AS s
	FROM (SELECT i::float8 AS x, (i * i % 7)::float8 AS z, (2 * i + (i * i % 7) + (i * 31 % 5))::float8 AS y
		FROM generate_series(1, 40) AS i) AS d) AS q, driver_importance(s, 'last') AS f;

-- A summary stored by version 1.1.0 is read, equals the same value read again, and goes on.
CREATE TABLE old_summary AS
SELECT ('v1 ols 2 [9,9] 5,10.219327567443148 0,-8.881784197001252e-16 '
	'60,125.6718637117085 0,270.94480387024236')::ols_summary AS s;
SELECT c.term, c.estimate::numeric(12,9), c.std_error::numeric(12,9) FROM old_summary, ols_coef(s) AS c;
SELECT s = s::text::ols_summary AS same, s AS today FROM old_summary;
SELECT ols_r2(s) BETWEEN 0.97 AND 0.98 AS r2, (model_json(rollup) ->> 'rows') AS rows
FROM old_summary, LATERAL (SELECT rollup(x) FROM (VALUES (s), (s)) AS v(x)) AS r;
DROP TABLE old_summary;
