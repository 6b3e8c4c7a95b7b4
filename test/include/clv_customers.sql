\set ECHO none
-- Customers who buy and stop as the Pareto/NBD model says, with covariates: rates of purchase times exp(0.5 c), and of
-- stopping times exp(-0.8 d + 0.3 e).  u(i, k) is number k of the random numbers of customer i, between 0 and 1.
CREATE FUNCTION u(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT (('x' || substr(md5(i || '.' || k), 1, 8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE TABLE customer AS
WITH RECURSIVE kind AS (
	SELECT i, i % 2 AS c, i / 2 % 3 AS d, u(i, 3) AS e FROM generate_series(1, 3000) AS i
), visit AS (
	SELECT i, c, d, e, 0 AS n, 0::float8 AS at, 100 + i % 80 AS t,
		ln(u(i, 7)) / ln(u(i, 8)) * 60 / exp(-0.8 * d + 0.3 * e) AS stops
	FROM kind
	UNION ALL SELECT i, c, d, e, n + 1, at + ln(u(i, 10 + n)) / ln(u(i, 9)) * 20 / exp(0.5 * c), t, stops
	FROM visit WHERE at < least(t, stops))
SELECT i, c, d, e, count(DISTINCT floor(at)) - 1 AS x, max(floor(at)) AS t_x, t
FROM visit WHERE at < least(t, stops) GROUP BY i, c, d, e, t;
\set ECHO all
