-- rows: 1000000
-- Twenty bins and what happened.
DROP TABLE IF EXISTS binned;
CREATE UNLOGGED TABLE binned AS
SELECT i, 'bin ' || i * 7919 % 20 AS bin, random() < 0.1 + i * 7919 % 20 * 0.02 AS event
FROM generate_series(1, :rows::bigint) AS i;
VACUUM ANALYZE binned;
