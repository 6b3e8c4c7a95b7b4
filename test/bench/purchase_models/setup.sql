-- rows: 1000000
-- Customers who buy and stop as the BG/NBD model with the parameters of CDNOW says, watched for 183 to 728 days.
DROP TABLE IF EXISTS customer_summary, customer_model;
CREATE UNLOGGED TABLE customer_summary (x integer, t_x float8, t float8);
\ir ../random_gamma.sql
CREATE FUNCTION pg_temp.customers(n integer) RETURNS SETOF customer_summary LANGUAGE plpgsql AS $$
DECLARE
	rate float8;
	stops float8;
	days integer;
	at float8;
	last integer;
	x integer;
BEGIN
	PERFORM setseed(0.5);
	FOR i IN 1 .. n LOOP
		rate := pg_temp.random_gamma(0.243) / (4.414 * 7);
		stops := pg_temp.random_gamma(0.793);
		stops := stops / (stops + pg_temp.random_gamma(2.426));
		days := 183 + floor(546 * random());
		at := 0; last := 0; x := 0;
		LOOP
			at := at - ln(1 - random()) / greatest(rate, 1e-9);
			EXIT WHEN at >= days;
			x := x + (floor(at)::integer > last)::integer;
			last := floor(at);
			EXIT WHEN random() < stops;
		END LOOP;
		RETURN NEXT ROW(x, last / 7.0::float8, days / 7.0::float8);
	END LOOP;
END $$;
INSERT INTO customer_summary SELECT * FROM pg_temp.customers(:rows);
VACUUM ANALYZE customer_summary;
CREATE UNLOGGED TABLE customer_model AS SELECT bgnbd_fit(x, t_x, t) AS bg,
	clv_model('pareto/nbd', '{0.553,10.578,0.606,11.669}') AS pareto,
	clv_model('gamma-gamma', '{6.25,3.74,15.44}') AS gg
FROM customer_summary;
