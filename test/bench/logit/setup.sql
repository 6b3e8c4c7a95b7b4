-- rows: 100000
-- Who came back, and five things that may have moved them.
DROP TABLE IF EXISTS visit;
CREATE UNLOGGED TABLE visit AS
SELECT random() < 1 / (1 + exp(1 - 2 * x1 + x2 - x3 / 2)) AS y, s.* FROM (
	SELECT random() AS x1, random() AS x2, random() AS x3, random() AS x4, random() AS x5
	FROM generate_series(1, :rows)) AS s;
VACUUM ANALYZE visit;
