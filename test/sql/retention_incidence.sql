-- Several reasons to leave (R15 of the references).
\i test/include/close.sql

-- Cancelled (1), or moved to a competitor (2).
CREATE TABLE leaver (time integer, cause integer);
INSERT INTO leaver VALUES (2, 1), (3, 2), (3, 0), (4, 1), (5, 1), (5, 2), (6, 0), (7, 2), (8, 1), (8, 1), (9, 0), (10,
	2), (11, 1), (12, 0);
CREATE TABLE summary AS SELECT incidence_agg(time, cause) AS s FROM leaver;
SELECT s FROM summary;
SELECT t, close(cumulative_incidence(s, 1, t), e[2]) AND close(cumulative_incidence_se(s, 1, t), e[3]) AS cancelled,
	close(cumulative_incidence(s, 2, t), e[4]) AND close(cumulative_incidence_se(s, 2, t), e[5]) AS moved,
	close(1 - cumulative_incidence(s, 1, t) - cumulative_incidence(s, 2, t), e[1]) AS still_there
FROM summary, (VALUES
	(4, '{0.7792207792208,0.1493506493506,0.09764544976589,0.07142857142857,0.06883029368996}'::float8[]),
	(5, '{0.6233766233766,0.2272727272727,0.1156384602302,0.1493506493506,0.09764544976589}'),
	(8, '{0.3562152133581,0.4053803339518,0.141270899843,0.2384044526902,0.1212100287914}'), (11,
		'{0.1187384044527,0.5241187384045,0.1525887696598,0.3571428571429,0.1467246875569}')) AS v(t, e);
SELECT t, cause, at_risk, events, round(incidence::numeric, 6) AS incidence, round(se::numeric, 6) AS se,
	round(survival::numeric, 6) AS survival FROM summary, incidence_curve(s) WHERE t IN (2, 5, 11) ORDER BY t, cause;
SELECT bool_and(abs(total + survival - 1) < 1e-15) AS adds_up
	FROM (SELECT t, sum(incidence) AS total, min(survival) AS survival FROM summary, incidence_curve(s)
	GROUP BY t) AS x;
-- The trap: one minus Kaplan-Meier for each cause.
SELECT close(1 - km(a, 11), 0.7467532467532) AS cancelled, close(1 - km(b, 11), 0.5252747252747) AS moved
	FROM (SELECT survival_agg(time, cause = 1) AS a, survival_agg(time, cause = 2) AS b FROM leaver) AS x;
-- One cause alone is one minus Kaplan-Meier, with its error.
SELECT bool_and(abs(cumulative_incidence(i, 3, t) - (1 - km(s, t))) < 1e-15
	AND coalesce(close(cumulative_incidence_se(i, 3, t), km_se(s, t), 1e-9), true)) AS same
	FROM (SELECT incidence_agg(time, CASE WHEN cause > 0 THEN 3 ELSE 0 END) AS i, survival_agg(time, cause > 0) AS s
	FROM leaver) AS x, generate_series(0, 12) AS t;
SELECT cumulative_incidence(s, 1, 0), cumulative_incidence(s, 1, 12) = cumulative_incidence(s, 1, 11) AS last,
	cumulative_incidence(s, 1, 13) AS after, cumulative_incidence(s, 7, 5) AS nobody, cumulative_incidence_se(s, 7,
	5) AS nobody_se FROM summary;
SELECT cumulative_incidence('v1', 1, 1), (SELECT count(*)
	FROM incidence_curve('v1')) AS rows, cumulative_incidence(incidence_agg(t, t), 2, 9) AS all_left
	FROM generate_series(1, 3) AS t;
SELECT count(DISTINCT s) AS same FROM (SELECT s FROM summary UNION ALL SELECT incidence_agg(time * interval '1 day',
	cause ORDER BY cause, time DESC) FROM leaver
	UNION ALL SELECT rollup(p) FROM (SELECT incidence_agg(time, cause)::text::incidence_summary AS p FROM leaver
		GROUP BY time % 4) AS q) AS t;
SELECT incidence_agg(1, -1);
SELECT incidence_agg(-1, 1);
SELECT incidence_agg(interval '1 month', 1);
SELECT cumulative_incidence('v1', 0, 1);
SELECT cumulative_incidence('v1', 1, -1);
SELECT 'v1 "0" 1:1,0'::incidence_summary;
SELECT 'v1 "1" 1:0,1'::incidence_summary;
SELECT 'v1 "01" 1:1,0'::incidence_summary;
SELECT 'v1 "a" 1:1,0'::incidence_summary;
SELECT 'v1 "1" 1:1,0,1'::incidence_summary;
DROP TABLE leaver, summary;
DROP FUNCTION close;
