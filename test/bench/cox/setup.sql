-- rows: 100000
-- How long customers stayed, exactly and in whole days, and five things that may have moved them.
DROP TABLE IF EXISTS leaving;
CREATE UNLOGGED TABLE leaving AS
SELECT least(t, c) AS t, ceil(least(t, c))::integer AS day, t <= c AS e, x1, x2, x3, x4, x5
FROM (SELECT -ln(random()) * 400 * exp(x1 / 2 - x2 + x3 / 4) AS t, random() * 730 AS c, s.*
	FROM (SELECT random() AS x1, random() AS x2, random() AS x3, random() AS x4, random() AS x5
		FROM (SELECT setseed(0.5)) AS s, generate_series(1, :rows)) AS s) AS s;
VACUUM ANALYZE leaving;
