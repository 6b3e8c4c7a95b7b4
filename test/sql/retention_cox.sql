-- What makes customers leave sooner: proportional hazards (R11 to R14 of the references).
\i test/include/close.sql

CREATE TABLE veteran (trt integer, celltype text, time integer, status integer, karno float8, diagtime float8,
	age float8, prior float8);
\copy veteran FROM 'test/data/veteran.csv' CSV HEADER
CREATE TABLE fit AS SELECT cox_agg(time, status, ARRAY[trt, karno, age, prior]) AS efron, cox_breslow_agg(time, status,
	ARRAY[trt, karno, age, prior]) AS breslow FROM veteran;

-- R13: coefficients, tests, proportionality.
SELECT m.ties, c.term, close(c.estimate, b) AS estimate, close(c.std_error, se) AS std_error, close(c.ph_chi2,
	ph) AS proportionality
FROM fit, LATERAL (VALUES ('efron', efron), ('breslow', breslow)) AS m(ties, model), cox_coef(model,
	terms => '{trt,karno,age,prior}') AS c, (VALUES
	('efron', 'trt', 0.19379344477691, 0.1863087461746, 0.2619949037588), ('efron', 'karno', -0.034266017150012,
		0.0052530254889742, 12.1876670227),
	('efron', 'age', -0.0040331646093803, 0.0092019907715483, 2.152230643915), ('efron', 'prior', -0.006085692577264,
		0.020270498223518, 2.081712679577),
	('breslow', 'trt', 0.18969927828204, 0.18622800709504, 0.2682314293601), ('breslow', 'karno', -0.034054573101764,
		0.005247670820719, 11.9760335414548),
	('breslow', 'age', -0.0039311176944199, 0.0092076232790241, 2.1532088000832), ('breslow', 'prior',
		-0.0061395316887342, 0.020261431796865, 2.0475936185842)) AS v(ties, term, b, se, ph)
WHERE v.ties = m.ties AND v.term = c.term ORDER BY 1, 2;
SELECT ties, close((j->>'null_log_likelihood')::float8, e[1]) AS null_loglik, close((j->>'log_likelihood')::float8,
	e[2]) AS loglik, close((j->>'lr')::float8, e[3]) AS lr, close((j->>'wald')::float8, e[4]) AS wald,
	close((j->>'score')::float8, e[5]) AS score, close((j->>'proportionality')::float8, e[6]) AS proportionality
FROM fit, LATERAL (VALUES (efron,
	'{-505.44905491806,-483.8325397344,43.233030367318,44.807015682897,47.282178210733,23.09902330335}'::float8[]),
	(breslow, '{-505.88395628312,-484.49290127635,42.782110013532,44.31813328653,46.749066324838,22.7605422684670}'))
	AS m(model, e), model_json(model) AS j, jsonb_extract_path_text(j, 'ties') AS ties;
SELECT close(cox_concordance(efron), 0.7138232621536) AS concordance, close(cox_concordance_se(efron),
	0.0223551396415) AS se, converged(efron), warnings(efron) FROM fit;
-- The baseline (of x = 0), survival of a customer, its error and interval.
SELECT t, close(-ln(cox_survival(efron, '{0,0,0,0}', t)), e) AS efron, close(-ln(cox_survival(breslow, '{0,0,0,0}', t)),
	b) AS breslow FROM fit, (VALUES (1, 0.08217340762926, 0.08081028030053), (30, 2.306049794698, 2.260058957707),
	(90, 5.869475993471, 5.761326436108), (180, 12.67941863819, 12.46422107914), (365, 20.99279212511, 20.66937969625),
		(999, 61.63165300883, 60.73488887627)) AS v(t, e, b);
SELECT t, close(cox_survival(efron, x, t), e[1]) AND close(cox_survival_se(efron, x, t), e[2]) AS efron,
	close(cox_survival(breslow, x, t), e[3]) AND close(cox_survival_se(breslow, x, t), e[4]) AS breslow,
	close(cox_survival_low(efron, x, t), e[5]) AND close(cox_survival_high(efron, x, t), e[6]) AS interval
FROM fit, (SELECT '{1,60,60,0}'::float8[] AS x) AS customer, (VALUES (30,
	'{0.75486297942631,0.04458630784950,0.7560133843280,0.04441741636263,0.65413006337616,0.8300064018445}'::float8[]),
	(90, '{0.48881407676026,0.05892685152336,0.4901716773002,0.05888863186343,0.36945932208715,0.5977778589092}'), (180,
		'{0.21304869425534,0.05071395375382,0.2138406788705,0.05078321328987,0.12358620162349,0.3187027264939}'),
	(365, '{0.07730188529301,0.03229725666605,0.0774623795545,0.03236226816340,0.02945034138348,0.1557964863954}'))
	AS v(t, e);
SELECT x, min(t) AS median FROM fit, (VALUES ('{1,60,60,0}'::float8[]), ('{2,90,45,10}')) AS v(x), generate_series(0,
	999) AS t WHERE cox_survival(efron, x, t) <= 0.5 GROUP BY x ORDER BY 1;
SELECT cox_survival(efron, '{1,60,60,0}', 0) AS start, cox_survival_low(efron, '{1,60,60,0}', 0.5) AS low,
	cox_survival_se(efron, '{1,60,60,0}', 0.5) AS se, cox_survival(efron, '{1,60,60,0}', 1000) AS after,
	cox_survival(efron, ARRAY[1, 60, NULL, 0], 5) AS unknown FROM fit;
SELECT close(cox_risk(efron, (SELECT ARRAY[avg(trt), avg(karno), avg(age), avg(prior)]
	FROM veteran)), 1) AS mean, close(cox_risk(efron, '{2,60,60,0}') / cox_risk(efron, '{1,60,60,0}'),
	exp(0.19379344477691)) AS ratio FROM fit;
-- Expected events add up to those that happened (Breslow).
SELECT close(sum(-ln(cox_survival(breslow, ARRAY[trt, karno, age, prior], time))), 128) AS martingale FROM fit, veteran;

-- R14: dummies, and strata.
SELECT term, close(estimate, b) AS estimate, close(std_error, se) AS std_error
FROM (SELECT cox_agg(time, status, ARRAY[trt, (celltype = 'smallcell')::integer, (celltype = 'adeno')::integer,
	(celltype = 'large')::integer, karno, diagtime, age, prior / 10]) AS m FROM veteran) AS t, cox_coef(m) JOIN (VALUES
	('x1', 0.29460282149804, 0.20754960360318), ('x2', 0.86156046275339, 0.275284474023), ('x3', 1.1960663741793,
		0.30091699449215), ('x4', 0.40129165432742, 0.28268863828055),
	('x5', -0.032815326194166, 0.0055077568864363), ('x6', 8.1320508707481e-5, 0.0091360622486636), ('x7',
		-0.0087064749454988, 0.0093002991203125), ('x8', 0.071593601917939, 0.2323053840684)) AS v(term, b,
		se) USING (term) ORDER BY 1;
SELECT close((j->>'log_likelihood')::float8, -474.39711171472) AS loglik, close((j->>'lr')::float8,
	62.10388640667) AS lr, close((j->>'wald')::float8, 62.367268580679) AS wald, close((j->>'score')::float8,
	66.737471142116) AS score,
	close((j->>'concordance')::float8, 0.736029077692) AS concordance, close((j->>'concordance_se')::float8,
		0.0211701176841) AS se
FROM (SELECT model_json(cox_agg(time, status, ARRAY[trt, (celltype = 'smallcell')::integer,
	(celltype = 'adeno')::integer, (celltype = 'large')::integer, karno, diagtime, age, prior / 10])) AS j
	FROM veteran) AS t;
CREATE TABLE stratified AS SELECT cox_agg(time, status, ARRAY[trt, karno, age], celltype) AS m FROM veteran;
SELECT term, close(estimate, b) AS estimate, close(std_error, se) AS std_error FROM stratified, cox_coef(m)
	JOIN (VALUES ('x1', 0.29143861255566, 0.20737416850152), ('x2', -0.037497693889826, 0.0057429428950041),
	('x3', -0.011831952545424, 0.0097448279685627)) AS v(term, b, se) USING (term) ORDER BY 1;
SELECT close((j->>'null_log_likelihood')::float8, -338.73620722618) AS null_loglik,
	close((j->>'log_likelihood')::float8, -316.85825965826) AS loglik, close((j->>'score')::float8,
	46.881016285118) AS score, j->'strata' AS strata FROM stratified, model_json(m) AS j;
-- A stratum alone has the baseline that it has among the others.
SELECT celltype, close(cox_survival(m, '{1,60,60}', 20, celltype), exp(-h)) AS baseline, cox_survival(m, '{1,60,60}',
	last, celltype) IS NOT NULL AND cox_survival(m, '{1,60,60}', last + 1, celltype) IS NULL AS range
FROM stratified, LATERAL (SELECT celltype, max(time) AS last, sum(CASE WHEN time <= 20
	AND status = 1 THEN 1 / (risk - tied_before * tied / d) END) * cox_risk(m, '{1,60,60}') AS h
	FROM (SELECT *, sum(cox_risk(m, ARRAY[trt, karno, age])) OVER (PARTITION BY celltype ORDER BY time DESC) AS risk,
			sum(cox_risk(m, ARRAY[trt, karno, age]) * status) OVER t AS tied, sum(status) OVER t AS d,
				(row_number() OVER (PARTITION BY celltype, time
				ORDER BY status DESC, trt, karno, age, prior) - 1) AS tied_before
		FROM veteran WINDOW t AS (PARTITION BY celltype, time)) AS r GROUP BY celltype) AS s ORDER BY 1;

-- R11: late entry and weights.
CREATE TABLE contract (id integer, entered float8, time float8, event integer, weight integer, grp text);
INSERT INTO contract VALUES (1, 0, 3, 1, 2, 'a'), (2, 0, 5, 0, 1, 'a'), (3, 2, 5, 1, 1, 'a'), (4, 0, 5, 1, 3, 'b'), (5,
	4, 7, 1, 1, 'b'), (6, 3, 7, 0, 2, 'a'),
	(7, 0, 8, 1, 1, 'b'), (8, 5, 8, 1, 1, 'a'), (9, 1, 9, 0, 2, 'b'), (10, 6, 10, 1, 1, 'a'), (11, 0, 12, 0, 1, 'b'),
		(12, 8, 12, 1, 1, 'b');
SELECT name, close(estimate, b) AS estimate, close(std_error, coalesce(se, std_error)) AS std_error,
	close((model_json(m)->>'log_likelihood')::float8, coalesce(loglik,
	(model_json(m)->>'log_likelihood')::float8)) AS loglik FROM (
	SELECT 'efron' AS name, cox_entry_agg(entered, time, event, ARRAY[(grp = 'b')::integer]) AS m, -0.758134598629 AS b,
		0.7655989515762 AS se, -12.20825518416 AS loglik FROM contract
	UNION ALL SELECT 'breslow', cox_breslow_entry_agg(entered, time, event, ARRAY[(grp = 'b')::integer]),
		-0.7318491668963, 0.765414423436, -12.59835325458 FROM contract
	UNION ALL SELECT 'breslow, weighted', cox_breslow_entry_agg(entered, time, event, ARRAY[(grp = 'b')::integer],
		weight), -0.6199338447777, 0.6340279807505, NULL FROM contract
	UNION ALL SELECT 'breslow, repeated', cox_breslow_entry_agg(entered, time, event, ARRAY[(grp = 'b')::integer]),
		-0.6199338447777, 0.6340279807505, NULL FROM contract, generate_series(1, weight)
	UNION ALL SELECT 'efron, weighted', cox_entry_agg(entered, time, event, ARRAY[(grp = 'b')::integer], weight),
		-0.6204426504698, NULL, NULL FROM contract
	UNION ALL SELECT 'efron, repeated', cox_entry_agg(entered, time, event, ARRAY[(grp = 'b')::integer]),
		-0.6410185061507, NULL, NULL FROM contract, generate_series(1, weight)) AS t, cox_coef(m) ORDER BY 1;

-- R12: no finite estimate, a column that tells nothing.
SELECT converged(m), warnings(m), round((j->>'log_likelihood')::numeric, 9) AS tends_to, j->'monotone' AS monotone, c.*
	FROM (SELECT cox_agg(t, true, ARRAY[(t <= 3)::integer]) AS m
	FROM generate_series(1, 6) AS t) AS x, model_json(m) AS j, cox_coef(m) AS c;
SELECT converged(m), warnings(m), estimate, cox_survival(m, '{1}', 1), cox_risk(m, '{1}'), cox_concordance(m)
	FROM (SELECT cox_agg(t, false, ARRAY[t]) AS m FROM generate_series(1, 3) AS t) AS x, cox_coef(m);
SELECT cox_agg(t, true, ARRAY[t]) IS NULL AS no_rows, cox_agg(t, true, NULL) IS NULL AS all_null
	FROM generate_series(1, 0) AS t;
SELECT c.term, close(c.estimate, d.estimate) AS same, close(c.std_error, d.std_error) AS std_error, warnings(m)
FROM (SELECT cox_agg(time, status, ARRAY[karno, 7, age, karno - 2 * age]) AS m, cox_agg(time, status, ARRAY[karno,
	age]) AS two FROM veteran) AS x, cox_coef(m) AS c LEFT
	JOIN (SELECT CASE term WHEN 'x2' THEN 'x3' ELSE term END AS term, estimate, std_error
	FROM (SELECT cox_agg(time, status, ARRAY[karno, age]) AS two FROM veteran) AS y, cox_coef(two)) AS d USING (term)
		ORDER BY 1;
-- Invariant: 1e6 added to a column; rows with NULL left out; any order, split and merge; columns in other units.
SELECT bool_and(close(a.estimate, b.estimate, 1e-7) AND close(a.std_error, b.std_error, 1e-7)) AS shifted,
	bool_and(close(a.estimate * 1000, c.estimate)) AS scaled
FROM (SELECT cox_agg(time, status, ARRAY[karno, age]) AS m, cox_agg(time, status, ARRAY[karno + 1e6, age - 1e6]) AS far,
	cox_agg(time, status, ARRAY[karno / 1000, age / 1000]) AS small FROM veteran) AS x,
	cox_coef(m) AS a, cox_coef(far) AS b, cox_coef(small) AS c WHERE a.term = b.term AND a.term = c.term;
SELECT count(DISTINCT m) AS same FROM (SELECT cox_agg(time, status, ARRAY[karno,
	age]) AS m FROM veteran UNION ALL SELECT cox_agg(time, status = 1, ARRAY[karno, age] ORDER BY age, karno DESC)
	FROM veteran
	UNION ALL SELECT cox_agg(time * interval '1 day', status, CASE WHEN k = 1 THEN ARRAY[karno, age] ELSE ARRAY[karno,
		NULL] END) FROM veteran, generate_series(1, 2) AS k
	UNION ALL SELECT cox_agg(time, status, ARRAY[karno, age], w) FROM veteran, (VALUES (0), (1)) AS v(w)
	UNION ALL SELECT cox_agg(time::numeric, status::smallint, ARRAY[karno, age], 1::bigint) FROM veteran) AS t;
SELECT m = m::text::cox_model AS text FROM stratified;

SELECT cox_agg(1, true, '{}');
SELECT cox_agg(1, true, '{NaN}');
SELECT cox_agg(t, true, CASE t WHEN 1 THEN '{1}'::float8[] ELSE '{1,2}' END) FROM generate_series(1, 2) AS t;
SELECT cox_agg(1, true, '{1}', -1);
SELECT cox_agg(1, true, '{1}', repeat('s', 49));
SELECT cox_agg(-1, true, '{1}');
SELECT cox_entry_agg(1, 1, true, '{1}');
SELECT cox_final(cox_add(cox_add('v1', 1, true, '{1}'), 1, true, '{1}', 's'));
SELECT cox_final('v1 cox 6 [0] 1,-1,2,0,1,1');
SELECT cox_final('v1 cox 6 [0] 1,1,1,0,1,1');
SELECT cox_final('v1 cox 6 [3] 1,-1,1,0,1,1');
SELECT cox_risk(efron, '{1}') FROM fit;
SELECT cox_survival(efron, '{1,2,3,4}', -1) FROM fit;
SELECT cox_survival(efron, '{1,2,3,4}', 1, 'a') FROM fit;
SELECT cox_survival(m, '{1,2,3}', 1) FROM stratified;
SELECT cox_survival(m, '{1,2,3}', 1, 'unknown') FROM stratified;
SELECT * FROM fit, cox_coef(efron, terms => '{a,b}');
SELECT 'v1 cox 5 [0,1] 0.5,0,3,0.5,0.25'::cox_model;
DROP TABLE veteran, fit, stratified, contract;
DROP FUNCTION close;
