-- rows: 5000000
DROP TABLE IF EXISTS forecasted;
CREATE UNLOGGED TABLE forecasted AS
SELECT (i * 7919) % 1009 / 10.0::float8 AS a, (i * 7907) % 1013 / 10.0::float8 AS f
FROM generate_series(1, :rows::bigint) AS i;
VACUUM ANALYZE forecasted;
