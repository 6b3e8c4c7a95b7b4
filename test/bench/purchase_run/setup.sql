-- rows: 1000000
-- The orders of customers who buy and stop as the BG/NBD model with the parameters of CDNOW says, for 183 to 728 days up to the end of 2024.
DROP TABLE IF EXISTS customer_order;
CREATE UNLOGGED TABLE customer_order (customer integer, day date, amount numeric);
-- Gamma distributed numbers (G. Marsaglia and W. Tsang, ACM TOMS 26, 2000).
CREATE FUNCTION pg_temp.random_gamma(shape float8) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	d float8 := shape + 2 / 3.0::float8;
	z float8;
	v float8;
BEGIN
	LOOP
		z := sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random());
		v := (1 + z / sqrt(9 * d)) ^ 3;
		EXIT WHEN v > 0 AND ln(1 - random()) < z * z / 2 + d - d * v + d * ln(v);
	END LOOP;
	RETURN d * v * (1 - random()) ^ (1 / shape);
END $$;
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
