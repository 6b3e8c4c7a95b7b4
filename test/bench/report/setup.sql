-- rows: 1000000
DROP TABLE IF EXISTS reading, hundred;
CREATE UNLOGGED TABLE reading AS
SELECT i::float8 AS x, (i * 7919 % 100003) / 7.0::float8 AS y, (i::bigint * 7919 % 1000003)::float8 AS shuffled
FROM generate_series(1, :rows::bigint) AS i;
-- 100 charts of 100 points each.
CREATE UNLOGGED TABLE hundred AS
SELECT k, line_points(i, (i * 7919 % 103) / 7.0) AS points FROM generate_series(1, 100) AS k,
	generate_series(1, 100) AS i GROUP BY k;
VACUUM ANALYZE reading, hundred;
