-- Share of wallet (R16 of the references).
\i test/include/close.sql

CREATE TABLE wallet (customer text, own numeric, category numeric);
INSERT INTO wallet VALUES ('A', 300, 500), ('B', 120, 120), ('C', 0, 400), ('D', 50, 1000), ('E', 80, 90), ('F', 60,
	NULL);
SELECT close(share_of_wallet(own, category), 0.260663507109) AS together, close(avg(share), 0.507777777778) AS mean,
	count(*) FILTER (WHERE share = 1) AS sole_loyal, sum(category - own) AS headroom
FROM (SELECT *, own / nullif(category, 0) AS share FROM wallet WHERE category IS NOT NULL) AS w;
SELECT close(share_of_wallet(own, category), 0.260663507109) AS left_out, share_of_wallet(own,
	category) FILTER (WHERE customer = 'F') AS unknown, share_of_wallet(0, 0) AS nothing, share_of_wallet(1::integer,
	3::bigint) AS third FROM wallet;
-- Exact where float8 is not.
SELECT share_of_wallet(0.1, 0.3) = 1 / 3.0::float8 AS tenths FROM generate_series(1, 1000);
SELECT brands, string_agg(round(wallet_rule(rank, brands)::numeric, 6)::text, ' '
	ORDER BY rank) AS shares, round(sum(wallet_rule(rank, brands))::numeric, 12) AS total
	FROM generate_series(1, 4) AS brands, generate_series(1, brands) AS rank GROUP BY 1 ORDER BY 1;
SELECT wallet_rule(1.5, 3) AS tied, 2 * wallet_rule(1.5, 3) + wallet_rule(3, 3) AS total;
SELECT share_of_wallet(5, 4);
SELECT share_of_wallet(-1, 4);
SELECT share_of_wallet('NaN', 4);
SELECT share_of_wallet(1, 'NaN');
SELECT wallet_rule(4, 3);
SELECT wallet_rule(0.5, 3);
SELECT wallet_rule(1, 0);
SELECT 'v1 2 1'::ratio_summary;
SELECT 'v1 -1 1'::ratio_summary;
SELECT 'v1 1'::ratio_summary;
DROP TABLE wallet;
DROP FUNCTION close;
