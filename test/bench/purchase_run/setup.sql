-- rows: 1000000
-- The orders of customers who buy and stop as the BG/NBD model with the parameters of CDNOW says, for 183 to 728 days
-- up to the end of 2024.
DROP TABLE IF EXISTS customer_order;
CREATE UNLOGGED TABLE customer_order (customer integer, day date, amount numeric);
\ir ../random_gamma.sql
CREATE FUNCTION pg_temp.orders(n integer) RETURNS SETOF customer_order LANGUAGE plpgsql AS $$
DECLARE
	rate float8;
	stops float8;
	days integer;
	at float8;
BEGIN
	PERFORM setseed(0.5);
	FOR i IN 1 .. n LOOP
		rate := pg_temp.random_gamma(0.243) / (4.414 * 7);
		stops := pg_temp.random_gamma(0.793);
		stops := stops / (stops + pg_temp.random_gamma(2.426));
		days := 183 + floor(546 * random());
		at := 0;
		LOOP
			RETURN NEXT ROW(i, date '2024-12-31' - days + floor(at)::integer, round((5 + 50 * random())::numeric, 2));
			at := at - ln(1 - random()) / greatest(rate, 1e-9);
			EXIT WHEN at >= days OR random() < stops;
		END LOOP;
	END LOOP;
END $$;
INSERT INTO customer_order SELECT * FROM pg_temp.orders(:rows) ORDER BY day;
VACUUM ANALYZE customer_order;
-- The same in partitions by customer, for workers.
DROP TABLE IF EXISTS customer_order_part;
CREATE UNLOGGED TABLE customer_order_part (LIKE customer_order) PARTITION BY HASH (customer);
SELECT format('CREATE UNLOGGED TABLE customer_order_%s PARTITION OF customer_order_part
		FOR VALUES WITH (MODULUS 6, REMAINDER %s)', i, i)
FROM generate_series(0, 5) AS i \gexec
INSERT INTO customer_order_part SELECT * FROM customer_order;
VACUUM ANALYZE customer_order_part;
