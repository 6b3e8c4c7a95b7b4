-- Least squares on Longley's data (S19), certified by NIST to 15 digits: as they are, merged from single rows, and with
-- 1e9 added to every column (the first one times ten, so that its decimals are not lost to rounding).
\i test/include/close.sql

CREATE TABLE longley (y float8, x1 float8, x2 float8, x3 float8, x4 float8, x5 float8, x6 float8);
\copy longley FROM 'test/data/longley.csv' CSV HEADER
CREATE TABLE certified (term text, value float8, sd float8);
INSERT INTO certified VALUES ('const', -3482258.63459582, 890420.383607373), ('x1', 15.0618722713733, 84.9149257747669),
	('x2', -0.0358191792925910, 0.0334910077722432), ('x3', -2.02022980381683, 0.488399681651699),
	('x4', -1.03322686717359, 0.214274163161675), ('x5', -0.0511041056535807, 0.226073200069370),
	('x6', 1829.15146461355, 455.478499142212);
CREATE TABLE fit AS
SELECT 'as it is' AS how, ols_agg(y, ARRAY[x1, x2, x3, x4, x5, x6]) AS s FROM longley
UNION ALL SELECT 'merged', rollup(s ORDER BY y DESC)
FROM (SELECT y, ols_agg(y, ARRAY[x1, x2, x3, x4, x5, x6]) AS s FROM longley GROUP BY y) AS p;
SELECT how, count(*) AS terms, bool_and(close(estimate, value, 1e-10)) AS estimates,
	bool_and(close(std_error, sd, 1e-10)) AS std_errors
FROM fit, ols_coef(s) JOIN certified USING (term) GROUP BY 1 ORDER BY 1;
SELECT how, close(ols_sigma(s), 304.854073561965, 1e-10) AS sigma, close(ols_r2(s), 0.995479004577296, 1e-10) AS r2,
	close(ols_f(s), 330.285339234588, 1e-10) AS f
FROM fit ORDER BY 1;
SELECT term, close(estimate * unit, value, 1e-10) AS estimate, close(std_error * unit, sd, 1e-10) AS std_error
FROM (SELECT ols_agg(y + 1e9, ARRAY[x1 * 10 + 1e9, x2 + 1e9, x3 + 1e9, x4 + 1e9, x5 + 1e9, x6 + 1e9]) AS s
	FROM longley) AS far,
	ols_coef(s) JOIN certified USING (term), LATERAL (SELECT CASE term WHEN 'x1' THEN 10 ELSE 1 END AS unit) AS u
WHERE term <> 'const';
DROP TABLE longley, certified, fit;
