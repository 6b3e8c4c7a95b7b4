-- Do groups leave at different rates? The log-rank family (R10, R11, S24 of the references).
\i test/include/close.sql

CREATE TABLE veteran (trt integer, celltype text, time integer, status integer, karno float8, diagtime float8,
	age float8, prior float8);
\copy veteran FROM 'test/data/veteran.csv' CSV HEADER
CREATE TABLE test AS
SELECT 'celltype' AS name, logrank_agg(time, status, celltype) AS s FROM veteran
UNION ALL SELECT 'celltype, strata trt', logrank_agg(time, status, celltype, trt::text) FROM veteran
UNION ALL SELECT 'trt', logrank_agg(time, status, trt) FROM veteran
UNION ALL SELECT 'trt, strata celltype', logrank_agg(time, status = 1, trt::text, celltype) FROM veteran;
SELECT name, rho, close(logrank_chi2(s, rho), chi2) AS chi2, logrank_df(s) AS df, close(logrank_p(s, rho), p,
	1e-10) AS p FROM test JOIN (VALUES
	('celltype', 0, 25.40370034579, 1.271245939006e-05), ('celltype', 1, 19.70962245806, 0.0001949615885905),
		('celltype, strata trt', 0, 22.78211993534, 4.483369076062e-05),
	('celltype, strata trt', 1, 18.90512849772, 0.0002860293456253), ('trt', 0, 0.008227343202351, 0.9277272333401),
		('trt, strata celltype', 0, 0.7017433468443, 0.4021985237807)) AS v(name, rho, chi2, p) USING (name)
ORDER BY 1, 2;
SELECT grp, customers, observed, close(expected, e) AS expected, close(variance, coalesce(v, variance)) AS variance
	FROM test, logrank_table(s) JOIN (VALUES ('squamous', 47.65467767248, 26.338406366706), ('smallcell',
	30.10207932681, NULL),
	('adeno', 15.69376461436, NULL), ('large', 34.54947838635, NULL)) AS x(grp, e, v) USING (grp)
		WHERE name = 'celltype' ORDER BY grp;

-- Pairs, with p values after Holm.
WITH pair AS (
	SELECT a.celltype || '-' || b.celltype AS pair, logrank_p(logrank(a.s, b.s)) AS p
	FROM (SELECT celltype, survival_agg(time, status) AS s FROM veteran GROUP BY 1) AS a
		JOIN (SELECT celltype, survival_agg(time, status) AS s FROM veteran
			GROUP BY 1) AS b ON a.celltype > b.celltype),
ranked AS (SELECT *, row_number() OVER w AS rank, count(*) OVER () AS n FROM pair WINDOW w AS (ORDER BY p))
SELECT pair, close(holm, e, 1e-10) AS holm
FROM (SELECT pair, max(least(1, (n - rank + 1) * p)) OVER (ORDER BY rank) AS holm FROM ranked) AS h
	JOIN (VALUES ('squamous-smallcell', 0.002675684900166), ('squamous-adeno', 0.00259590074642), ('squamous-large',
		0.7288456749682), ('smallcell-adeno', 0.7556513286871),
		('smallcell-large', 0.006613702556885), ('large-adeno', 0.0001576990127086)) AS v(pair, e) USING (pair)
			ORDER BY 1;

-- S24.
CREATE TABLE leukaemia (id integer, time integer, event boolean, grp text);
\copy leukaemia FROM 'test/data/leukaemia_6mp.csv' CSV HEADER
SELECT close(logrank_chi2(s), 16.79294098922) AS chi2, close(logrank_p(s), 4.168809109335e-05, 1e-10) AS p,
	close(logrank_chi2(s, 1), 14.45715081872) AS peto FROM (SELECT logrank_agg(time, event,
	grp) AS s FROM leukaemia) AS t;
SELECT grp, observed, round(expected::numeric, 11) AS expected, round(variance::numeric, 12) AS variance
	FROM (SELECT logrank_agg(time, event, grp) AS s FROM leukaemia) AS t, logrank_table(s) ORDER BY 1;

-- R11: with weights and late entry, by way of the summaries of the groups.
CREATE TABLE contract (id integer, entered float8, time float8, event integer, weight integer, grp text);
INSERT INTO contract VALUES (1, 0, 3, 1, 2, 'a'), (2, 0, 5, 0, 1, 'a'), (3, 2, 5, 1, 1, 'a'), (4, 0, 5, 1, 3, 'b'), (5,
	4, 7, 1, 1, 'b'), (6, 3, 7, 0, 2, 'a'),
	(7, 0, 8, 1, 1, 'b'), (8, 5, 8, 1, 1, 'a'), (9, 1, 9, 0, 2, 'b'), (10, 6, 10, 1, 1, 'a'), (11, 0, 12, 0, 1, 'b'),
		(12, 8, 12, 1, 1, 'b');
SELECT close(logrank_chi2(logrank(a1, b1)), 0.9801125824917) AS plain, close(logrank_chi2(logrank(a2, b2)),
	0.6581068525709) AS weighted, close(logrank_chi2(logrank(a2, b2), 1), 0.4859718022271) AS weighted_peto,
	close(logrank_chi2(logrank(a3, b3)), 1.076398478339) AS late, close(logrank_chi2(logrank(a4, b4)),
		1.183923204981) AS late_weighted
FROM (SELECT survival_agg(time, event) FILTER (WHERE grp = 'a') AS a1, survival_agg(time,
	event) FILTER (WHERE grp = 'b') AS b1,
		survival_agg(time, event, weight) FILTER (WHERE grp = 'a') AS a2, survival_agg(time, event,
			weight) FILTER (WHERE grp = 'b') AS b2,
		survival_entry_agg(entered, time, event) FILTER (WHERE grp = 'a') AS a3, survival_entry_agg(entered, time,
			event) FILTER (WHERE grp = 'b') AS b3,
		survival_entry_agg(entered, time, event, weight) FILTER (WHERE grp = 'a') AS a4, survival_entry_agg(entered,
			time, event, weight) FILTER (WHERE grp = 'b') AS b4 FROM contract) AS t;
SELECT logrank_agg(time, event, grp) = logrank(survival_agg(time, event) FILTER (WHERE grp = 'a'), survival_agg(time,
	event) FILTER (WHERE grp = 'b')) AS same,
	close(logrank_chi2(logrank_agg(time, event, grp)), 0.9801125824917) AS known FROM contract;
SELECT close(logrank_chi2(logrank_agg(t, true, g)), 5.051660516605) AS separated
	FROM (VALUES (1, 1), (2, 1), (3, 1), (4, 0), (5, 0), (6, 0)) AS v(t, g);

-- Groups that cannot be compared: one group, one without rows, nobody leaves, never there together.
SELECT logrank_chi2(s), logrank_df(s), logrank_p(s), (SELECT count(*) FROM logrank_table(s)) AS groups FROM (
	SELECT logrank_agg(1, true, 'a') AS s UNION ALL SELECT logrank('v1 1:1,0', 'v1')
		UNION ALL SELECT logrank_agg(t, false, t::text) FROM generate_series(1, 3) AS t
	UNION ALL SELECT 'v1' UNION ALL SELECT logrank('v1 0:0,0,1 1:1,0', 'v1 2:0,0,1 3:1,0')
		UNION ALL SELECT logrank_agg(t, true, t::text, t::text) FROM generate_series(1, 3) AS t) AS t;
-- A group more without events changes nothing; labels of any bytes; the same in any order, split and merged.
SELECT logrank_chi2(a) = logrank_chi2(b) AS same, logrank_df(a) AS df
	FROM (SELECT logrank_agg(time, event, grp) AS a FROM contract) AS x, (SELECT rollup(s) AS b
	FROM (SELECT logrank_agg(time, event, grp) AS s FROM contract UNION ALL SELECT logrank_agg(0, 0, 'c')) AS u) AS y;
SELECT logrank_agg(i, i % 2, E'"g\\' || i % 2, CASE i % 3 WHEN 0 THEN '' ELSE E'\u00e4/"' END) AS labels
	FROM generate_series(1, 6) AS i;
SELECT count(DISTINCT s) AS same, count(DISTINCT s::text) AS texts FROM (
	SELECT logrank_agg(i * 31 % 17, i % 3 > 0, i % 5, i % 2) AS s FROM generate_series(1, 200) AS i
	UNION ALL SELECT logrank_agg(i * 31 % 17 * interval '1 day', (i % 3 > 0)::integer, i % 5, i % 2 ORDER BY i DESC)
		FROM generate_series(1, 200) AS i
	UNION ALL SELECT rollup(p::text::logrank_summary) FROM (SELECT logrank_agg(i * 31 % 17, i % 3 > 0, (i % 5)::text,
		(i % 2)::text) AS p FROM generate_series(1, 200) AS i GROUP BY i % 11) AS q) AS t;

SELECT logrank_agg(1, 2, 'a');
SELECT logrank_chi2('v1', -1);
SELECT logrank_p('v1', 'NaN');
SELECT logrank_df(logrank_agg(i, true, i::text)) FROM generate_series(1, 1001) AS i;
SELECT 'v1 1:1,0'::logrank_summary;
SELECT 'v1 "a" "b" 1:1,0'::logrank_summary;
SELECT 'v1 "a 1:1,0'::logrank_summary;
SELECT 'v1 "a"/ 1:1,0'::logrank_summary;
DROP TABLE veteran, test, leukaemia, contract;
DROP FUNCTION close;
