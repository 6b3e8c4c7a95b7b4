-- rows: 1000000
-- Scores, all different or with three decimals, and what happened.
DROP TABLE IF EXISTS scored;
CREATE UNLOGGED TABLE scored AS
SELECT i, fine, fine::numeric(12, 10) AS exact, round(fine::numeric, 3) AS coarse, random() < fine AS event
FROM (SELECT i, random() AS fine FROM generate_series(1, :rows::bigint) AS i) AS t;
VACUUM ANALYZE scored;
