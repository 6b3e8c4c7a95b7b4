-- concentration_summary: Gini, shares of the best and the worst, whale curve.
\i test/include/close.sql

CREATE TABLE example (name text, value numeric);
INSERT INTO example
SELECT 'water', unnest('{2012,11545,38720,41856,-3346}'::numeric[])
UNION ALL SELECT 'Kanthal', unnest('{150,75,10,6,3,0,-3,-6,-10,-125}'::numeric[])
UNION ALL SELECT '80/20/30', unnest('{50,30,8,6,4,2,0,-10,-12,-18}'::numeric[])
UNION ALL SELECT 'S14', unnest('{5200,300,2600,150,900,60,410,1250,90,40}'::numeric[])
UNION ALL SELECT 'S11',
	unnest('{234.19,163.00,462.13,20.09,1144.52,362.29,1020.78,167.80,1065.07,1438.04,415.64,224.20}'::numeric[]);
CREATE VIEW concentration AS SELECT name, concentration_agg(value) AS c FROM example GROUP BY name;

SELECT name, c FROM concentration ORDER BY name COLLATE "C";
-- Examples 9, 10, 11, S11, S14: normalised Gini; with n - 1 instead of n it is n / (n - 1) times that.
SELECT name, round(gini(value)::numeric, 12) AS gini,
	round((gini(value) * count(*) / (count(*) - 1))::numeric, 10) AS with_n_1,
	gini(value) = gini(concentration_agg(value)) AND gini(value) = gini(value::float8) AS same,
	gini(value * 100) = gini((value * 100)::bigint) AND near(gini(value * 100), gini(value), 1e-15) AS scale
FROM example GROUP BY name ORDER BY name COLLATE "C";
SELECT name, (whale_peak(c)).* FROM concentration ORDER BY name COLLATE "C";
-- Examples 9 and 10: the curve.
SELECT w.* FROM concentration, whale_curve(c) AS w WHERE name = 'water' ORDER BY rank;
SELECT string_agg(cumulative::text, ' ' ORDER BY rank) AS kanthal
FROM concentration, whale_curve(c)
WHERE name = 'Kanthal';
SELECT w.* FROM concentration, whale_curve(c, 4) AS w WHERE name = 'S11' ORDER BY rank;
SELECT w.* FROM concentration, whale_curve(c, 1) AS w WHERE name = 'S11';
-- Examples 10, 11 and S14: state what a share is of.
SELECT name, round(top_share(c, 0.2)::numeric, 12) AS net, round(top_share(c, 0.2, 'gains')::numeric, 12) AS gains,
	round(bottom_share(c, 0.3)::numeric, 12) AS worst_net,
		round(bottom_share(c, 0.3, 'gains')::numeric, 12) AS worst_gains,
	round(bottom_share(c, 0.3, 'losses')::numeric, 12) AS worst_losses
FROM concentration ORDER BY name COLLATE "C";
SELECT name, top_share(value, 0.2) = top_share(concentration_agg(value), 0.2)
	AND bottom_share(value, 0.3) = bottom_share(concentration_agg(value), 0.3)
	AND top_share((value * 100)::bigint, 0.25) = top_share(concentration_agg(value), 0.25)
		AND bottom_share(value::float8, 0.25) = bottom_share(concentration_agg(value), 0.25) AS same
FROM example GROUP BY name ORDER BY name COLLATE "C";
-- S14: Herfindahl index and Lorenz curve.
SELECT round(hhi(c)::numeric, 12) AS hhi FROM concentration WHERE name = 'S14';
SELECT string_agg(round(lorenz(c, p / 10.0)::numeric, 12)::text, ' ' ORDER BY p) AS lorenz
FROM concentration, generate_series(0, 10) AS p
WHERE name = 'S14';
-- Between customers the curve is a straight line; 7 of 100 customers are 0.07 of them.
SELECT lorenz(c, 0.05) AS half_of_first, round(top_share(c, 0.25)::numeric, 12) AS between
FROM concentration
WHERE name = 'S14';
SELECT top_share(concentration_agg(v), 0.07) AS seven_percent FROM generate_series(1, 100) AS v;

-- One customer, all equal, all at a loss, nothing at all, a total of 0 or below.
SELECT name, gini(c), hhi(c), top_share(c, 0.5), top_share(c, 0.5, 'gains') AS of_gains,
	bottom_share(c, 0.5, 'losses') AS of_losses, lorenz(c, 0.5),
	(whale_peak(c)).rank AS peak, (SELECT max(cumulative_share) FROM whale_curve(c)) AS highest
FROM (VALUES ('one', 'v1 5'::concentration_summary), ('equal', 'v1 7*4'), ('losses', 'v1 -30 -10 -5 -5'),
		('zeros', 'v1 0*3'), ('total 0', 'v1 -10 -5 5 10'),
	('total negative', 'v1 -100 20 30'), ('none', 'v1')) AS t(name, c) ORDER BY name;
SELECT gini(v), top_share(v, 0.2), concentration_agg(v), whale_peak(concentration_agg(v)) IS NULL AS no_peak
FROM unnest('{NULL}'::numeric[]) AS v;
SELECT count(*) FROM whale_curve('v1');

-- No cent is lost: values on different scales, beyond 64 bits, and as float8.
SELECT concentration_agg(v), (whale_peak(concentration_agg(v))).cumulative
FROM (VALUES (0.01), (12345678901234567890.12), (100), (-0.0001)) AS t(v);
SELECT concentration_agg(v) FROM unnest('{0.1,0.2,-0,1e20,123456.789}'::float8[]) AS v;
SELECT concentration_agg(v) FROM unnest('{1e-300,1e300,5}'::float8[]) AS v;
SELECT (whale_peak(rollup(c))).cumulative AS exact
FROM (SELECT concentration_agg(i * 0.01) AS c FROM generate_series(1, 100000) AS i GROUP BY i % 7) AS s;
SELECT pg_column_size(concentration_agg(i * 7919 % 1000003 * 0.01)) / 100000 AS bytes_a_customer
FROM generate_series(1, 100000) AS i;
-- Text, and what it refuses.
SELECT 'v1 5.50 -2*2 5.5'::concentration_summary AS canonical,
	'v1~ fraction=0.20 1e2'::concentration_summary AS of_float8;
SELECT 'v2 5'::concentration_summary;
SELECT 'v1  5'::concentration_summary;
SELECT 'v1 5*0'::concentration_summary;
SELECT 'v1 5*99999999999999999999'::concentration_summary;
SELECT 'v1 NaN'::concentration_summary;
SELECT 'v1 5 x'::concentration_summary;
SELECT 'v1 fraction=1.5 5'::concentration_summary;
-- Called directly.
SELECT concentration_add('v1 5', 3.5), concentration_add('v1 5', 3::bigint, 0.2), concentration_merge('v1 1 9', 'v1 5'),
	concentration_pack('v1 2 1'), top_share_final('v1 1 2');

-- What must not pass silently.
SELECT gini('NaN'::numeric);
SELECT gini('Infinity'::float8);
SELECT concentration_agg(v) FROM (VALUES (1e30), (1e-10)) AS t(v);
SELECT top_share(1.0, 1.5);
SELECT top_share(v, v / 10.0) FROM generate_series(1, 3) AS v;
SELECT rollup(c) FROM (VALUES ('v1 fraction=0.1 5'::concentration_summary), ('v1 fraction=0.2 6')) AS t(c);
SELECT top_share('v1 5'::concentration_summary, 0.2, 'gross');
SELECT lorenz('v1 5', -0.1);
SELECT lorenz('v1 5', 'NaN');
SELECT count(*) FROM whale_curve('v1 5', 0);

-- Properties, on random values with ties, gains and losses: the definition of Gini over all pairs,
-- 0 to 1, any order, any split, shares on the curve, both ends together the whole.
SELECT setseed(0.125);
CREATE TABLE random_profit AS
SELECT g, (random() * 10 ^ (g % 5) - 0.4 * (g % 3) * 10 ^ (g % 5))::numeric(20, 2) AS v
FROM generate_series(1, 60) AS g, generate_series(1, 1 + g) AS i;
SELECT count(*) AS wrong FROM (
	SELECT a.g, sum(abs(a.v - b.v)) / nullif(2 * sqrt(count(*)::numeric) * (SELECT sum(abs(v)) FROM random_profit AS c
			WHERE c.g = a.g), 0) AS expected
	FROM random_profit AS a JOIN random_profit AS b USING (g) GROUP BY a.g) AS d
JOIN (SELECT g, gini(v) AS gini, gini(v ORDER BY v) AS up, gini(v ORDER BY v DESC) AS down FROM random_profit
	GROUP BY g) AS e USING (g)
WHERE NOT near(gini, expected::float8, 1e-12)
	OR gini NOT BETWEEN 0 AND 1 OR up <> gini OR down <> gini OR (gini IS NULL) <> (expected IS NULL);
SELECT count(*) AS wrong FROM (
	SELECT g, concentration_agg(v) AS whole FROM random_profit GROUP BY g) AS w
JOIN (SELECT g, rollup(part ORDER BY p DESC) AS merged
	FROM (SELECT g, (v * 100)::bigint % 3 AS p, concentration_agg(v) AS part FROM random_profit GROUP BY 1, 2) AS p
	GROUP BY g) AS m USING (g)
WHERE whole::text <> merged::text OR concentration_summary_send(whole) <> concentration_summary_send(merged);
SELECT count(*) AS wrong
FROM (SELECT g, concentration_agg(v) AS c, count(*) AS n FROM random_profit GROUP BY g) AS s, whale_curve(c, 7) AS w
WHERE NOT near(cumulative_share, top_share(c, customers_share), 1e-12)
	OR abs(1 - top_share(c, customers_share) - lorenz(c, 1 - customers_share)) > 1e-9 * greatest(1,
		abs(cumulative_share));
SELECT count(*) AS wrong FROM (
	SELECT g, concentration_agg(v) AS c FROM random_profit GROUP BY g) AS s
JOIN (SELECT g, max(total) AS top, count(*) FILTER (WHERE v > 0) AS gainers
	FROM (SELECT g, v, sum(v) OVER (PARTITION BY g ORDER BY v DESC ROWS UNBOUNDED PRECEDING) AS total
		FROM random_profit) AS r GROUP BY g) AS t USING (g)
WHERE (whale_peak(c)).cumulative <> greatest(top, 0) OR (whale_peak(c)).rank <> gainers;
-- A column that is spread over ten thousand stored summaries.
SELECT gini(rollup(c)) = (SELECT gini(i * 7919 % 1009 - 100) FROM generate_series(1, 100000) AS i) AS same
FROM (SELECT concentration_agg((i * 7919 % 1009 - 100)::numeric) AS c FROM generate_series(1, 100000) AS i
	GROUP BY i % 10000) AS s;
-- Whole numbers are exact in any type; what is at the end of numeric's range is refused or reads back.
SELECT concentration_agg(i) AS integers, concentration_agg(i::float8) AS whole,
	concentration_agg(i + 0.5::float8) AS fractions
FROM generate_series(1, 3) AS i;
SELECT 'v1 1e-16380'::concentration_summary::text::concentration_summary AS small,
	'v1 1e30 1e5'::concentration_summary AS large;
SELECT 'v1 1e-16383'::concentration_summary;
DROP TABLE example, random_profit CASCADE;
