-- rows: 1000000
DROP TABLE IF EXISTS reading;
CREATE UNLOGGED TABLE reading AS
SELECT i AS t, 50 + (i * 7919) % 101 / 10.0::float8 + sin(i) AS x FROM generate_series(1, :rows::bigint) AS i;
VACUUM ANALYZE reading;
