-- rows: 2000000
-- Sales and ten things that may move them.
DROP TABLE IF EXISTS sale;
CREATE UNLOGGED TABLE sale AS
SELECT 3 * x1 - 2 * x2 + random() AS y, s.* FROM (
	SELECT random() AS x1, random() AS x2, random() AS x3, random() AS x4, random() AS x5, random() AS x6,
		random() AS x7, random() AS x8, random() AS x9, random() AS x10
	FROM generate_series(1, :rows)) AS s;
VACUUM ANALYZE sale;
