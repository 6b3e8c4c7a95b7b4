-- What drives fertility in Switzerland's provinces of 1888 (S21): shares of R squared by each method.
\i test/include/close.sql

CREATE TABLE swiss (fertility float8, agriculture float8, examination float8, education float8, catholic float8,
	infant_mortality float8);
\copy swiss FROM 'test/data/swiss.csv' CSV HEADER
CREATE TABLE fit AS
SELECT ols_agg(fertility, ARRAY[agriculture, examination, education, catholic, infant_mortality]) AS s FROM swiss;
SELECT method, bool_and(close(importance, expected[n], 1e-9)) AS importance, count(*) AS drivers
FROM fit, (VALUES
	('lmg', '{0.05709122076809,0.1711730289002,0.2601346786244,0.1055701503735,0.1127659229265}'::float8[]),
	('first', '{0.1246649099057,0.4171644705006,0.4406156467239,0.2150035016185,0.1735189273249}'),
	('last', '{0.04286960712549,0.007387418515124,0.1619626930773,0.06237262582742,0.0569452587325}'),
	('betasq', '{0.0979197290414,0.0271518626232,0.449437205967,0.120825779566,0.0630692785915}'),
	('pratt', '{-0.1104859909624,0.1064274043389,0.445004567582,0.1611768149966,0.1046122056375}'),
	('johnson', '{0.0484168958119,0.1547082498062,0.271964104646,0.1146800299476,0.1169657213811}'))
		AS v(method, expected),
	LATERAL (SELECT * FROM driver_importance(s, method) WITH ORDINALITY AS d(term, importance, share, n)) AS d
GROUP BY 1 ORDER BY 1;
SELECT term, close(share, expected, 1e-9) AS share
FROM fit, driver_importance(s) WITH ORDINALITY AS d(term, importance, share, n)
	JOIN unnest('{0.0807816517357,0.242202563216,0.3680795178364,0.1493772773891,0.1595589898228}'::float8[])
		WITH ORDINALITY AS e(expected, n) USING (n);
SELECT term, close(vif, expected, 1e-9) AS vif
FROM fit, ols_coef(s) WITH ORDINALITY AS d(term, estimate, std_error, t, p, low, high, vif, n)
	JOIN unnest('{NULL,2.284129377597,3.675419575544,2.774942781127,1.937160380263,1.107542225557}'::float8[])
		WITH ORDINALITY AS e(expected, n) USING (n);
SELECT close(sum(importance), 0.7067350015927, 1e-12) AS sum, close(max(ols_r2(s)), 0.7067350015927, 1e-12) AS r2
FROM fit, driver_importance(s);
DROP TABLE swiss, fit;
