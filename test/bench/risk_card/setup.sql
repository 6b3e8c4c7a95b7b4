-- rows: 1000000
-- Card holders: totals since issue, months, longest delay; a fifth never used their card.
DROP TABLE IF EXISTS card_holder;
CREATE UNLOGGED TABLE card_holder AS
SELECT i, CASE WHEN i % 9 < 5 THEN 'M' ELSE 'F' END AS sex, (1 + i * 13 % 60)::integer AS months,
	CASE WHEN i % 5 > 0 THEN i * 7919 % 1000000 / 100.0 ELSE 0 END::numeric(12, 2) AS spend,
	CASE WHEN i % 5 > 0 AND i % 3 = 0 THEN i * 31 % 50000 / 100.0 ELSE 0 END::numeric(12, 2) AS cash,
	(CASE WHEN i * 31 % 97 < 80 THEN 0 ELSE i * 29 % 150 END)::integer AS days
FROM generate_series(1, :rows::bigint) AS i;
VACUUM ANALYZE card_holder;
