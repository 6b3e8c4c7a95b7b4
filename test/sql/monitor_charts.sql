-- Control charts: limits from history, stored and frozen; constants.
\i test/include/close.sql

-- M1: constants, computed.
SELECT n, close(chart_constant('d2', n), d2, 5e-10) AS d2, close(chart_constant('d3', n), d3, 5e-10) AS d3,
	close(chart_constant('c4', n), c4, 5e-10) AS c4, close(chart_constant('A2', n), a2, 5e-10) AS a2,
	close(chart_constant('A3', n), a3, 5e-10) AS a3, near(chart_constant('B3', n), b3, 1e-10) AS b3,
	close(chart_constant('B4', n), b4, 5e-10) AS b4, near(chart_constant('D3', n), low, 1e-10) AS d3_low,
	close(chart_constant('D4', n), high, 5e-10) AS d4_high
FROM (VALUES
	(2, 1.1283791671, 0.8525024664, 0.7978845608, 1.8799712060, 2.6586807764, 0, 3.2665319193, 0, 3.2665319193),
	(3, 1.6925687506, 0.8883680040, 0.8862269255, 1.0233267079, 1.9544100476, 0, 2.5681696026, 0, 2.5745912898),
	(4, 2.0587507460, 0.8798082028, 0.9213177319, 0.7285971859, 1.6281028228, 0, 2.2660470789, 0, 2.2820515614),
	(5, 2.3259289473, 0.8640819411, 0.9399856030, 0.5768193341, 1.4272992929, 0, 2.0889978686, 0, 2.1144991451),
	(6, 2.5344127212, 0.8480396861, 0.9515328619, 0.4832460243, 1.2871282962,
		0.0303632095, 1.9696367905, 0, 2.0038298171),
	(7, 2.7043567512, 0.8332053356, 0.9593687887, 0.4192839641, 1.1819161019,
		0.1176850315, 1.8823149685, 0.0757077424, 1.9242922576),
	(8, 2.8472006121, 0.8198314898, 0.9650304561, 0.3725273756, 1.0990950234,
		0.1850895978, 1.8149104022, 0.1361709958, 1.8638290042),
	(9, 2.9700263244, 0.8078342746, 0.9693106997, 0.3366973524, 1.0316609528,
		0.2391328018, 1.7608671982, 0.1840130157, 1.8159869843),
	(10, 3.0775054617, 0.7970506735, 0.9726592741, 0.3082637252, 0.9753500771,
		0.2837055564, 1.7162944436, 0.2230226557, 1.7769773443),
	(25, 3.9306292195, 0.7084407659, 0.9896403756, 0.1526473159, 0.6062808418,
		0.5647857095, 1.4352142905, 0.4592920932, 1.5407079068))
	AS t(n, d2, d3, c4, a2, a3, b3, b4, low, high) ORDER BY n;
SELECT close(chart_constant('d4', 2), 0.9538725524089) AS median,
	close(chart_constant('E2', 2), 2.6586807764, 1e-10) AS individuals,
	chart_constant('d2', 1000) > chart_constant('d2', 999) AS large, chart_constant('c4', 1000) < 1 AS below_1;
SELECT chart_constant('D2', 5);
SELECT chart_constant('d2', 1);
SELECT chart_constant('d2', 1001);

-- M2: means with ranges and with standard deviations, 8 subgroups of 5.
CREATE TABLE measure AS SELECT g, i, x
FROM unnest('{74,71,73,75,72,70,73,75,72,71,75,76,73,74,77,72,70,71,74,68,74,73,75,76,72,71,74,72,73,75,78,77,79,76,
	81,73,72,74,71,75}'::float8[]) WITH ORDINALITY AS u(x, i), LATERAL (SELECT (i - 1) / 5 + 1 AS g) AS l;
CREATE TABLE subgroup AS SELECT g, xbar_agg(x) AS s FROM measure GROUP BY g;
CREATE TABLE limits AS SELECT chart_agg(s) AS c FROM subgroup;
SELECT g, subgroup_size(s) AS n, subgroup_mean(s) AS mean, subgroup_range(s) AS range,
	round(subgroup_sd(s)::numeric, 12) AS sd FROM subgroup ORDER BY g;
SELECT close(chart_center(c), 73.675) AS center, close(chart_low(c), 71.07931299662) AS low,
	close(chart_high(c), 76.27068700338) AS high, close(chart_center(c, 'r'), 4.5) AS range,
	chart_low(c, 'r') AS range_low, close(chart_high(c, 'r'), 9.515246153, 1e-10) AS range_high,
	close(chart_sigma(c), 1.934710862626) AS sigma FROM limits;
SELECT chart_center(c, 'xbar_s') = chart_center(c) AS center, close(chart_low(c, 'xbar_s'), 71.17921750897) AS low,
	close(chart_high(c, 'xbar_s'), 76.17078249103) AS high, close(chart_center(c, 's'), 1.748604867532) AS sd,
	chart_low(c, 's') AS sd_low, close(chart_high(c, 's'), 3.652831841351) AS sd_high,
	close(chart_sigma(c, 's'), 1.860246435665) AS sigma,
	close(chart_sigma(c, 'xbar_pooled'), 1.778062628884) AS pooled,
		close((SELECT sqrt(sum((subgroup_size(s) - 1) * subgroup_sd(s) ^ 2) / sum(subgroup_size(s) - 1))
		FROM subgroup), 1.764227876438) AS pooled_with_bias FROM limits;
SELECT g, subgroup_mean(s) AS mean, CASE WHEN subgroup_mean(s) < chart_low(c) THEN 'low' ELSE 'high' END AS out
FROM subgroup, limits WHERE subgroup_mean(s) NOT BETWEEN chart_low(c) AND chart_high(c) ORDER BY g;
-- The same chart by rules, and n by name; sigma of a point is a third of the way to a limit.
SELECT string_agg(g || ': ' || fired, ', ' ORDER BY g) AS fired
FROM (SELECT g, nullif(spc_rules(subgroup_mean(s), chart_center(c), chart_sigma(c, 5)) OVER (ORDER BY g), '') AS fired
	FROM subgroup, limits) AS t;
SELECT bool_and(close(chart_high(c, n => 5, chart => chart) - chart_center(c, n => 5, chart => chart),
	3 * chart_sigma(c, 5, chart))) AS three_sigma,
	bool_and(chart_high(c, 5, chart) = chart_high(c, chart)) AS common_size
FROM limits, unnest('{xbar_r,xbar_s,xbar_pooled,r,s}'::text[]) AS chart;
-- A merged chart is the chart of all; parts of a subgroup are the subgroup; order does not matter.
SELECT (SELECT rollup(p) FROM (SELECT g % 3, chart_agg(s ORDER BY g DESC) AS p FROM subgroup
	GROUP BY 1) AS t) = c AS charts,
	(SELECT close(chart_low(d), chart_low(c), 1e-14) AND close(chart_high(d, 's'), chart_high(c, 's'), 1e-14)
	FROM (SELECT chart_agg(s) AS d
	FROM (SELECT g, rollup(p) AS s FROM (SELECT g, i % 2, xbar_agg(x) AS p FROM measure GROUP BY 1, 2) AS t
	GROUP BY g) AS u) AS v) AS subgroups FROM limits;
-- Subgroups of unequal size: every size has its own limits.
CREATE TABLE unequal AS SELECT chart_agg(s) AS c
FROM (SELECT xbar_agg(x) AS s FROM measure WHERE i % 5 <> 1 OR g > 4 GROUP BY g) AS t;
SELECT chart_low(c, 4) < chart_low(c, 5) AS wider,
	close(chart_center(c), (SELECT avg(x) FROM measure WHERE i % 5 <> 1 OR g > 4)) AS mean_of_rows,
	close(chart_sigma(c), (SELECT avg(subgroup_range(s) / chart_constant('d2', subgroup_size(s)::integer))
	FROM (SELECT xbar_agg(x) AS s FROM measure WHERE i % 5 <> 1 OR g > 4 GROUP BY g) AS t)) AS mean_of_estimates
FROM unequal;
SELECT chart_low(c) FROM unequal;
SELECT chart_center(c, 'r') FROM unequal;
-- A single row in a subgroup counts for the centre only; nothing but such has no limits.
SELECT chart_center(c) AS center, round(chart_sigma(c)::numeric, 6) AS sigma, alone, chart_low(alone) AS low,
	chart_center(alone) AS center_alone
FROM (SELECT chart_agg(s) AS c, chart_agg(s) FILTER (WHERE subgroup_size(s) = 1) AS alone
	FROM (SELECT g, xbar_agg(x) AS s FROM (VALUES (1, 10), (1, 14), (2, 15)) AS v(g, x) GROUP BY g) AS t) AS u;

-- S32: shares of samples that differ in size.
CREATE TABLE complaint AS SELECT t, d, n
FROM unnest('{12,9,15,8,22,11,10}'::integer[], '{120,100,140,90,110,130,95}'::integer[]) WITH ORDINALITY AS u(d, n, t);
CREATE TABLE p AS SELECT p_chart_agg(d, n) AS c FROM complaint;
SELECT close(chart_center(c), 0.1108280254777) AS center, bool_and(close(chart_high(c, n), high)) AS high,
	bool_and(close(chart_low(c, n), low)) AS low, count(*)
	FILTER (WHERE d::float8 / n > chart_high(c, n) OR d::float8 / n < chart_low(c, n)) AS outside
FROM p, complaint JOIN unnest('{0.1967982998083,0.2050037425293,0.190421033436,0.2100979475319,0.2006210485018,
	0.1934255933418,0.2074502724647}'::float8[],
	'{0.02485775114709,0.01665230842613,0.03123501751946,0.01155810342353,0.02103500245365,0.02823045761364,
		0.0142057784907}'::float8[]) WITH ORDINALITY AS e(high, low, t) USING (t) GROUP BY c;
SELECT chart_low(c) FROM p;
SELECT chart_low(c, 5) AS clipped, chart_high(p_chart_agg(9, 10), 1) AS not_above_1, chart_low(c, 0) AS no_units,
	chart_low(c, NULL::float8) AS null_units, chart_center(c, NULL) IS NULL AS null_chart,
	round(chart_sigma(c)::numeric, 10) AS sigma_of_one, round(chart_sigma(c, 100)::numeric, 10) AS sigma_of_100 FROM p
GROUP BY c;
-- The exact limits of 100: what a binomial number exceeds as rarely as a normal one three sigma.
SELECT chart_low(c, 100, 'exact') AS low, chart_high(c, 100, 'exact') AS high FROM p;

-- M3: counts.
SELECT chart_center(c) AS center, chart_low(c) AS clipped, close(chart_high(c), 12.69929573972) AS high,
	close(chart_center(c) - 3 * chart_sigma(c), -1.49929573972) AS unclipped, chart_low(c, 'exact') AS exact_low,
	chart_high(c, 'exact') AS exact_high
FROM (SELECT c_chart_agg(x) AS c FROM unnest('{4,6,3,8,5,12,4,2,7,5}'::integer[]) AS x) AS t;
CREATE TABLE defect AS SELECT *
FROM unnest('{4,6,3,8,5,12,4,2,7,5}'::integer[], '{10,12,8,15,9,11,10,7,14,13}'::float8[]) WITH ORDINALITY AS t(d,
	units, t);
SELECT close(chart_center(c), 0.5137614678899) AS center, bool_and(close(chart_high(c, units), high)) AS high,
	max(chart_low(c, units)) AS low, bool_or(d / units > chart_high(c, units)) AS out
FROM (SELECT u_chart_agg(d, units) AS c
	FROM (SELECT d, units FROM defect UNION ALL SELECT 3, 0 UNION ALL SELECT 4, NULL) AS t) AS u, defect
	JOIN unnest('{1.193750674496,1.134503846754,1.274012512859,1.068970330152,1.230533026959,1.16210573748,
	1.193750674496,1.326504021664,1.088457239023,1.110151454586}'::float8[])
	WITH ORDINALITY AS e(high, t) USING (t) GROUP BY c;
SELECT center, low, close(high, 14.58205117366) AS high,
	(SELECT array_agg(i) FROM unnest('{6,9,4,8,5,7,15,6,3,7}'::integer[]) WITH ORDINALITY AS u(x, i)
	WHERE x > high) AS out, chart_center(c, 160) AS of_160, chart_high(c, 'exact') AS exact_high
FROM (SELECT np_chart_agg(x, 80) AS c FROM unnest('{6,9,4,8,5,7,15,6,3,7}'::integer[]) AS x) AS t,
	LATERAL (SELECT chart_center(c) AS center, chart_low(c) AS low, chart_high(c) AS high) AS l;

-- M4: Laney's p' chart, where a p chart signals everything.
CREATE TABLE large AS SELECT t, d, n
FROM unnest('{1350,1432,1290,1510,1378,1465,1210,1588,1402,1333}'::integer[],
	'{20150,20480,19900,20900,20220,20610,19600,21100,20330,20010}'::integer[]) WITH ORDINALITY AS u(d, n, t);
CREATE TABLE laney AS SELECT laney_agg(t, d, n) AS c FROM large;
SELECT close(chart_center(c), 0.06865715691097) AS p,
	close(chart_sigma(c) / chart_sigma(c, 'p'), 2.999686675002) AS sigma_z,
	close(chart_high(c, 20150, 'p'), 0.07400134122453) AS p_high, close(chart_low(c, 20150), 0.05262627843683) AS low,
	close(chart_high(c, 20150), 0.08468803538511) AS high,
	array_agg(t ORDER BY t) FILTER (WHERE d::float8 / n NOT BETWEEN chart_low(c, n, 'p')
		AND chart_high(c, n, 'p')) AS p_chart_out, count(*)
		FILTER (WHERE d::float8 / n NOT BETWEEN chart_low(c, n) AND chart_high(c, n)) AS laney_out
FROM laney, large GROUP BY c;
SELECT bool_and(close(z, expected)) AS z, close(avg(abs(z - before)), 3.384783951886) AS mean_moving_range
FROM (SELECT z, expected, lag(z) OVER (ORDER BY t) AS before
	FROM (SELECT t, (d::float8 / n - chart_center(c)) / chart_sigma(c, n, 'p') AS z, expected
	FROM laney, large JOIN unnest('{-0.931651045232,0.7157494252039,-2.138315444758,2.053378831856,-0.2849959371495,
		1.376653883984,-3.832577824914,3.793308333895,0.1719591547506,-1.141445158223}'::float8[])
		WITH ORDINALITY AS e(expected, t) USING (t)) AS q) AS r;
SELECT laney_agg('2024-01-01'::date + t::integer, d, n
	ORDER BY d)::text = laney_agg('2024-01-01'::timestamp + t * interval '1 hour', d, n)::text AS any_t,
	laney_agg(t, d, n) = laney_agg('2024-01-01'::timestamptz + t * interval '1 s', d, n) AS any_order FROM large;
SELECT chart_low(laney_agg(i, 3, 100) FILTER (WHERE i = 1)) AS one_point,
	chart_low(laney_agg(i, 0, 100)) AS no_defects, chart_center(laney_agg(i, 0, 100)) AS center, laney_agg(i, 1, 0)
	FILTER (WHERE i > 9) IS NULL AS empty, chart_low(laney_agg(i, i, 100), 50) AS clipped
FROM generate_series(1, 3) AS i;
SELECT laney_agg(1, 0, 0) AS no_units;

-- S33 and M8: individual values.
CREATE TABLE value AS SELECT t, x FROM unnest('{42,45,41,44,47,43,40,52,44,43}'::integer[]) WITH ORDINALITY AS u(x, t);
SELECT c, chart_center(c) AS mean, close(chart_center(c, 'mr'), 4.555555555556) AS range,
	close(chart_low(c), 31.98823201881) AS low, close(chart_high(c), 56.21176798119) AS high,
	chart_low(c, 'mr') AS range_low, close(chart_high(c, 'mr'), 14.88086763231) AS range_high,
	close(chart_sigma(c, 'i_median'), 3 / 0.9538725524089) AS median_sigma,
		close(chart_high(c, 'i_median'), 44.1 + 9 / 0.9538725524089) AS median_high,
		close(44.1 - 2.66 * 4.555555555556, 31.98222222222) AS with_2_66
FROM (SELECT imr_agg(t, x ORDER BY x) AS c FROM value) AS s;
SELECT string_agg(DISTINCT c::text, ' ') AS one_chart
FROM (SELECT imr_agg('2024-01-01'::date + t::integer, x) AS c FROM value
	UNION ALL SELECT imr_agg('2024-01-01'::timestamp + t * interval '1 us', x) FROM value
UNION ALL SELECT imr_agg('2024-01-01'::timestamptz + t * interval '1 day', x) FROM value
UNION ALL SELECT imr_agg(t::integer, x) FROM value) AS s;
SELECT imr_agg(1, 5) AS one, chart_center(imr_agg(1, 5)) AS center, chart_low(imr_agg(1, 5)) AS low,
	chart_high(imr_agg(1, 5), 'mr') AS range, chart_sigma(imr_agg(1, 5), 'i_median') AS median,
	imr_agg(1, NULL) AS none;
SELECT chart_low(c, 1) = chart_low(c) AS n_1, chart_sigma(c, 1) = chart_sigma(c) AS sigma_1
FROM (SELECT imr_agg(t, x) AS c FROM value) AS s;
SELECT chart_low(c, 2) FROM (SELECT imr_agg(t, x) AS c FROM value) AS s;
-- A robust score by the median and the median distance from it (in plain SQL), which one jump does not move.
SELECT close((30 - median) / scale, 13.48979500392) AS z_30, close((12 - median) / scale, 1.348979500392) AS z_12,
	median, close(scale, 1.482602218506) AS scale
FROM (SELECT median, percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(x - median)) * 1.4826022185056018 AS scale
	FROM unnest('{10,11,9,10,12,10,11,30,10,9}'::float8[]) AS x,
		(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY y) AS median
		FROM unnest('{10,11,9,10,12,10,11,30,10,9}'::float8[]) AS y) AS m GROUP BY median) AS t;

-- Empty, large, extreme.
SELECT xbar_agg(NULL) AS subgroup, subgroup_size('v1') AS n, subgroup_mean('v1') AS mean,
	subgroup_sd(xbar_agg(3)) AS sd, subgroup_range(xbar_agg(3)) AS range, chart_agg(NULL) AS chart,
	chart_agg('v1') AS of_empty, chart_center('v1'::chart_summary) AS center,
	chart_low('v1'::chart_summary, 5) AS low, chart_sigma('v1'::chart_summary, 'no matter') AS sigma;
SELECT subgroup_mean(s) = 1e9 + 0.5 AS mean,
	close(subgroup_sd(s), sqrt((1000000 ^ 2 - 1) / 12e12 * 1000000 / 999999)) AS sd
FROM (SELECT xbar_agg(1e9 + (i - 0.5) / 1e6) AS s FROM generate_series(1, 1000000) AS i) AS t;
SELECT xbar_agg(x) FROM unnest('{1e200,-1e200}'::float8[]) AS x;
SELECT xbar_agg('NaN');
SELECT chart_low(chart_agg(s)) FROM (SELECT xbar_agg(i) AS s FROM generate_series(1, 1001) AS i) AS t;
SELECT chart_low(chart_agg(s), 'xbar_s') > 0 AS large
FROM (SELECT xbar_agg(i) AS s FROM generate_series(1, 1001) AS i) AS t;
SELECT count(*) AS sizes FROM (SELECT chart_agg(('v1 subgroup 1 [' || i || ',1,0,0,1,1]')::subgroup_summary) AS c
	FROM generate_series(1, 10000) AS i) AS t WHERE chart_center(c) = 1;
SELECT chart_agg(('v1 subgroup 1 [' || i || ',1,0,0,1,1]')::subgroup_summary) FROM generate_series(1, 10001) AS i;
-- What is refused.
SELECT p_chart_agg(3, 2);
SELECT p_chart_agg(1.5, 2);
SELECT p_chart_agg(-1, 2);
SELECT np_chart_agg(1, n) FROM unnest('{80,90}'::integer[]) AS n;
SELECT u_chart_agg(1, -1);
SELECT u_chart_agg(1, 1e-200);
SELECT c_chart_agg(0.5);
SELECT c_chart_agg('Infinity');
SELECT chart_low(c_chart_agg(3), 'xbar_r');
SELECT chart_low(p_chart_agg(1, 3), 'P');
SELECT chart_low(c_chart_agg(3), 2);
SELECT chart_low(p_chart_agg(1, 3), -1);
SELECT chart_low(p_chart_agg(1, 3), 2.5);
SELECT rollup(c) FROM (SELECT p_chart_agg(1, 3) AS c UNION ALL SELECT c_chart_agg(3)) AS t;
SELECT rollup(c) FROM (SELECT imr_agg(1, 3) AS c) AS t;
SELECT p_chart_add('v1 c 1 [2,10,0,2,0,1,1]', 1, 2);
SELECT imr_agg(t, 1) FROM unnest('{3,3}'::integer[]) AS t;
SELECT imr_agg(t, 1) FROM unnest('{2024-02-29,2024-02-29}'::date[]) AS t;
SELECT imr_agg('infinity'::date, 1);
SELECT imr_agg(9007199254740993, 1);
SELECT imr_agg('3000-01-01'::timestamp, 1);
SELECT laney_agg(1, 3, 2);
SELECT laney_agg(1, 1.5, 2);
SELECT imr_final('v1 points 2 [7] 1,2');
SELECT imr_final('v1 points 2 [1] 1e300,2 1e300,3');
SELECT imr_agg(i, CASE i WHEN 1 THEN 1.7e308 ELSE -1.7e308 END) FROM generate_series(1, 2) AS i;
-- Outside an aggregate, arguments stay as they are.
SELECT xbar_add(s, 9) AS more, s, chart_add('v1', s) AS chart, subgroup_merge(s, s) AS twice
FROM (SELECT 'v1 subgroup 1 [1,3,0,0,3,3]'::subgroup_summary AS s) AS t;
SELECT chart_merge(a, b) AS merged, chart_merge(b, a) = chart_merge(a, b) AS either_way, a
FROM (SELECT 'v1 subgroups 10 [] 2,1,1,0,1,0,0.7,0,0.5,0 4,1,1,0,1,0,0.7,0,0.5,0'::chart_summary AS a,
	'v1 subgroups 10 [] 1,1,1,0,0,0,0,0,0,0 3,1,1,0,1,0,0.7,0,0.5,0 4,1,2,0,1,0,0.7,0,0.5,0'::chart_summary AS b) AS t;
-- Text that is no value.
SELECT 'v1 subgroup 1 [0,1,0,0,1,1]'::subgroup_summary;
SELECT 'v1 subgroup 1 [2,1,0.5,0,1,1]'::subgroup_summary;
SELECT 'v1 subgroup 1 [2,3,0,0,1,1]'::subgroup_summary;
SELECT 'v1 subgroup 1 [2,1,0,-1,1,1]'::subgroup_summary;
SELECT 'v1 subgroup 1 [2,1,0,0,1,1] 5'::subgroup_summary;
SELECT 'v1 subgroups 10 []'::chart_summary;
SELECT 'v1 subgroups 10 [] 2,0,1,0,1,0,1,0,1,0'::chart_summary;
SELECT 'v1 subgroups 10 [] 2,1,1,0,1,0,1,0,1,0 2,1,1,0,1,0,1,0,1,0'::chart_summary;
SELECT 'v1 subgroups 10 [] 2,1,1,0,-1,0,1,0,1,0'::chart_summary;
SELECT 'v1 p 1 [2,300,0,220,0,100,120]'::chart_summary;
SELECT 'v1 p 1 [0,1,0,220,0,100,120]'::chart_summary;
SELECT 'v1 imr 1 [2,1,-1,-1]'::chart_summary;
SELECT 'v1 imr 1 [1,1,2,2]'::chart_summary;
SELECT 'v1 laney 1 [3,51,0,320,0,100,120,-0.5]'::chart_summary;
DROP TABLE measure, subgroup, limits, unequal, complaint, p, defect, large, laney, value;
