\set ECHO none
-- Do two numbers agree: close(got, expected [, tolerance]) to a fraction of the expected one, near(got, expected,
-- distance) to a distance?  Where they do not, a warning says by how much they differ.  NULL agrees only with NULL.
-- Tests include this file; the functions stay in their database.
CREATE OR REPLACE FUNCTION near(got float8, expected float8, distance float8) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	IF got IS NOT DISTINCT FROM expected OR abs(got - expected) <= distance THEN
		RETURN true;
	END IF;
	RAISE WARNING 'off by % (% of it): got %, expected %',
		got - expected, abs((got - expected) / nullif(expected, 0)), got, expected;
	RETURN false;
END $$;
CREATE OR REPLACE FUNCTION close(got float8, expected float8, tolerance float8 DEFAULT 1e-11) RETURNS boolean
LANGUAGE sql IMMUTABLE AS 'SELECT near(got, expected, tolerance * abs(expected))';
\set ECHO all
