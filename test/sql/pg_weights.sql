-- Fractional weights: however the rows are ordered, split and merged, a fit is the same to its last bit.
\i test/include/close.sql

-- Few different rows, so that the weights of many are added up; from a hundredth to a hundred, and tenths.
CREATE TABLE customer AS
SELECT i, CASE WHEN i % 3 = 0 THEN 0.1 * (i % 7 + 1) ELSE exp(4.6 * sin(i)) END AS weight, i * 7919 % 101 % 6 AS x,
	3 + i * 31 % 17 AS t_x,
	25 + i % 9 AS t, i * 7 % 11 > 4 AS event, i % 4 AS a, i * 5 % 3 AS b
FROM generate_series(1, 4000) AS i;
CREATE TABLE fit (aggregate text, arguments text);
INSERT INTO fit VALUES
	('bgnbd_fit(float8,float8,float8,float8)', 'x, CASE WHEN x = 0 THEN 0 ELSE t_x END, t, weight'),
	('mbgnbd_fit(float8,float8,float8,float8)', 'x, CASE WHEN x = 0 THEN 0 ELSE t_x END, t, weight'),
	('paretonbd_fit(float8,float8,float8,float8)', 'x, CASE WHEN x = 0 THEN 0 ELSE t_x END, t, weight'),
	('nbd_fit(float8,float8,float8,float8)', 'x, CASE WHEN x = 0 THEN 0 ELSE t_x END, t, weight'),
	('bgnbd_fit(float8,float8,float8,float8[],float8[],float8)',
		'x, CASE WHEN x = 0 THEN 0 ELSE t_x END, t, ARRAY[a]::float8[], ARRAY[b]::float8[], weight'),
	('paretonbd_fit(float8,float8,float8,float8[],float8[],float8)',
		'x, CASE WHEN x = 0 THEN 0 ELSE t_x END, t, ARRAY[a]::float8[], ARRAY[b]::float8[], weight'),
	('bgbb_fit(float8,float8,float8,float8)',
		'least(x, t_x / 3), CASE WHEN x = 0 THEN 0 ELSE t_x / 3 END, 6 + a, weight'),
	('sbg_fit(float8,boolean,float8)', 'x + 1, event, weight'),
	('bdw_fit(float8,boolean,float8)', 'x + 1, event, weight'),
	('gammagamma_fit(float8,float8,float8)', 'x, 10 + t_x / 4.0 + a, weight'),
	('logit_agg(boolean,float8[],float8)', 'event, ARRAY[a, b]::float8[], weight'),
	('logit_agg(integer,float8[],float8)', 'event::integer, ARRAY[a, b]::float8[], weight'),
	('cox_agg(float8,boolean,float8[],float8)', 't_x, event, ARRAY[a, b]::float8[], weight'),
	('cox_breslow_agg(float8,boolean,float8[],float8)', 't_x, event, ARRAY[a, b]::float8[], weight'),
	('cox_entry_agg(float8,float8,boolean,float8[],float8)', 'a, a + t_x, event, ARRAY[a, b]::float8[], weight'),
	('cox_breslow_entry_agg(float8,float8,boolean,float8[],float8)',
		'a, a + t_x, event, ARRAY[a, b]::float8[], weight'),
	('survival_agg(float8,boolean,float8)', 't_x, event, weight'),
	('score_agg(float8,boolean,float8)', 't_x, event, weight'),
	('migration_agg(bigint,bigint,float8)', 'a, b, weight');

-- For each an aggregate that returns its state, and one that finishes merged ones.
DO $$
DECLARE a record;
BEGIN
	FOR a IN SELECT f.aggregate, g.*, pg_get_function_identity_arguments(g.aggfnoid) AS types,
		format_type(g.aggtranstype, NULL) AS state
		FROM fit AS f JOIN pg_aggregate AS g ON g.aggfnoid = f.aggregate::regprocedure LOOP
		EXECUTE format('CREATE AGGREGATE state_%s(%s) (SFUNC = %s, STYPE = %s, INITCOND = v1)',
			a.aggfnoid::oid, a.types, a.aggtransfn, a.state);
		EXECUTE format('CREATE AGGREGATE merge_%s(%s) (SFUNC = %s, STYPE = %s, INITCOND = v1%s)',
			a.aggfnoid::oid, a.state,
			a.aggcombinefn, a.state, CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC = ' || a.aggfinalfn ELSE '' END);
	END LOOP;
END $$;

-- The results of one order of rows, three others, and of four merges of random parts, half of them through text.
CREATE FUNCTION results(aggregate text, arguments text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
	id oid := aggregate::regprocedure;
	name text := split_part(aggregate, '(', 1);
	state text := (SELECT format_type(aggtranstype, NULL) FROM pg_aggregate WHERE aggfnoid = id);
	route text;
	result text;
BEGIN
	EXECUTE format('SELECT %s(%s)::text FROM customer', name, arguments) INTO result;
	RETURN NEXT result;
	FOR n IN 1..3 LOOP
		EXECUTE format('SELECT %s(%s)::text FROM (SELECT * FROM customer ORDER BY random()) AS c', name,
			arguments) INTO result;
		RETURN NEXT result;
	END LOOP;
	FOREACH route IN ARRAY '{state,state::text::STATE}'::text[] LOOP
		FOR n IN 1..2 LOOP
			EXECUTE format('SELECT merge_%1$s(%2$s)::text FROM (SELECT state FROM (SELECT state_%1$s(%3$s) AS state
					FROM (SELECT * FROM customer ORDER BY random()) AS c GROUP BY floor(random() * %4$s)) AS p
				ORDER BY random()) AS q',
				id, replace(route, 'STATE', state), arguments, n * 20) INTO result;
			RETURN NEXT result;
		END LOOP;
	END LOOP;
END $$;
SELECT setseed(0.2);
SELECT aggregate, count(*) AS ways, count(DISTINCT result) AS results
FROM fit, results(aggregate, arguments) AS result GROUP BY aggregate ORDER BY aggregate;
-- Summaries of means and squares: the same to 1e-12.
SELECT name, count(*) FILTER (WHERE NOT near(a, b, 1e-12 * abs(a))) AS off
FROM (SELECT 'ols_agg' AS name, c.estimate AS a, d.estimate AS b
	FROM ols_coef((SELECT ols_agg(t_x, ARRAY[a, b]::float8[], weight) FROM customer)) AS c
	JOIN ols_coef((SELECT ols_agg(t_x, ARRAY[a, b]::float8[], weight)
		FROM (SELECT * FROM customer ORDER BY i * 7919 % 4001) AS s)) AS d USING (term)
	UNION ALL
	SELECT 'nps_score', (SELECT nps_score((t_x % 11)::float8, weight) FROM customer),
		(SELECT nps_score((t_x % 11)::float8, weight) FROM (SELECT * FROM customer ORDER BY i * 7919 % 4001) AS s)
	UNION ALL
	SELECT 'error_agg', (SELECT wape(error_agg(t_x, x, weight)) FROM customer),
		(SELECT wape(error_agg(t_x, x, weight)) FROM (SELECT * FROM customer ORDER BY i * 7919 % 4001) AS s)) AS t
	GROUP BY name ORDER BY name;

-- What a double does not hold of a sum is a row of its own; whole weights are one row, as ever.
SELECT logit_add('v1 logit 3 [] 0,1,0.1 0,1,0.2', false, ARRAY[1]::float8[], 0.3) AS tenths,
	logit_add('v1 logit 3 [] 0,1,1 0,1,2', false, ARRAY[1]::float8[], 3) AS whole,
	held_rows_merge('v1 logit 3 [] 0,1,2.7755575615628914e-17 0,1,0.6', 'v1 logit 3 [] 0,1,1e100') AS far_apart;
SELECT a = b AS equal, a = c AS again
FROM (SELECT 'v1 logit 3 [] 0,1,0.1 0,1,0.2 0,1,0.3'::held_rows AS a,
	'v1 logit 3 [] 0,1,0.3 0,1,0.1 0,1,0.2'::held_rows AS b,
	'v1 logit 3 [] 0,1,0.1 0,1,0.2 0,1,0.3'::held_rows::text::held_rows AS c) AS t;
-- Many equal rows stay few, whatever their weights are.
SELECT length(('v1 logit 3 [] ' || string_agg('0,1,' || 0.1 * (i % 10 + 1), ' '))::held_rows::text) < 80 AS small
FROM generate_series(1, 10000) AS i;
DROP TABLE customer, fit;
