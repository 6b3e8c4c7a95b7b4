-- What every part of the demo needs: the extension and a source of made-up numbers.
CREATE EXTENSION custvalue;

-- draw(n, stream, range): a whole number from 0 to range - 1, which looks random but
-- depends on nothing but n and stream, so that every run of the demo is the same.
-- Linear congruential steps with different moduli follow each other; each alone would
-- give neighbouring n neighbouring numbers, together they do not.
CREATE FUNCTION draw(n bigint, stream integer, range integer) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT (((((((n * 2654435761 + stream * 40503077::bigint + 12345) % 2147483647)
		* 1103515245 + 12345) % 2147483648)
		* 48271 + 11) % 2147483647
		* 1103515245 + 12345) % 2147483629
		* 69621 + 7) % 2147483648
		* range >> 31
$$;

-- An amount in a sentence.
CREATE FUNCTION booked(amount numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT to_char(amount, 'FM999,999,999,999,999,999,990.00')
$$;
