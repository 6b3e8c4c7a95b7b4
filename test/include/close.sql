\set ECHO none
-- close(got, expected [, tolerance]): do the two agree, to a fraction of the expected one?  Where they do not, a
-- warning says by how much they differ.  NULL agrees only with NULL.  Tests include this file, and drop the function
-- at their end.
CREATE FUNCTION close(got float8, expected float8, tolerance float8 DEFAULT 1e-11) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	IF got IS NOT DISTINCT FROM expected OR abs(got - expected) <= tolerance * abs(expected) THEN
		RETURN true;
	END IF;
	RAISE WARNING 'off by % (% of it): got %, expected %',
		got - expected, abs((got - expected) / nullif(expected, 0)), got, expected;
	RETURN false;
END $$;
\set ECHO all
