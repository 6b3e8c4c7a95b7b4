-- rows: 1000000
-- How many days customers stayed, and whether they left; and the summary of that.
DROP TABLE IF EXISTS stay;
CREATE UNLOGGED TABLE stay AS
SELECT least(t, c)::integer AS t, t <= c AS e
FROM (SELECT 1500 * (-ln(random())) ^ 1.3 AS t, 200 + random() * 1800 AS c
	FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows)) AS s;
DROP TABLE IF EXISTS stay_summary;
CREATE UNLOGGED TABLE stay_summary AS SELECT survival_agg(t, e) AS s FROM stay;
VACUUM ANALYZE stay, stay_summary;
