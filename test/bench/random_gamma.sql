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
