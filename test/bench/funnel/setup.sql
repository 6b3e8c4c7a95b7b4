-- rows: 10000000
-- Ten events a user within some hours, as a log has them: all users mixed.  Pages 1 to 4 are the funnel.
DROP TABLE IF EXISTS event;
CREATE UNLOGGED TABLE event AS
SELECT i * 7919 % (:rows / 10) AS user_id,
	timestamp '2024-01-01' + interval '1 s' * (i / (:rows / 10) * 900 + (hashint8(i) & 1023)) AS at,
	CASE WHEN r < 30 THEN 1 WHEN r < 50 THEN 2 WHEN r < 62 THEN 3 WHEN r < 68 THEN 4 ELSE 5 END AS page
FROM generate_series(0::bigint, :rows - 1) AS i, LATERAL (SELECT (hashint8(-i) & 65535) % 100 AS r) AS h;
VACUUM ANALYZE event;
