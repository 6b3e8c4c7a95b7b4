-- rows: 5000000
DROP TABLE IF EXISTS answer;
CREATE UNLOGGED TABLE answer AS
SELECT (CASE WHEN i % 10 < 5 THEN 8 + (i * 7919) % 3 ELSE (i * 7919) % 11 END)::smallint AS score
FROM generate_series(1, :rows::bigint) AS i;
VACUUM ANALYZE answer;
