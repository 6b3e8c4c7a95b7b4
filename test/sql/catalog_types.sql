-- Every base type of the extension, found in the catalog: lossless under all settings, and
-- nothing that comes in can harm.  Each check lists offenders, so all should return no row.
\i test/catalog/samples.sql

-- Text out and in again, with and without settings that change how numbers and dates look.
CREATE TABLE plain_text AS
SELECT type, value, value_of(format('SELECT %L::%s::text', value, type)) AS printed FROM type_sample;
SELECT type, value AS not_canonical FROM plain_text WHERE value <> printed;
SET extra_float_digits = -15;
SET DateStyle = 'SQL, DMY';
SET IntervalStyle = 'sql_standard';
SET bytea_output = 'escape';
SET TimeZone = 'Asia/Kathmandu';
SELECT type, value AS setting_matters FROM plain_text
WHERE printed <> value_of(format('SELECT %L::%s::text', value, type));
RESET extra_float_digits;
RESET DateStyle;
RESET IntervalStyle;
RESET bytea_output;
RESET TimeZone;

-- Binary: a value written by COPY and read back.  The file is the server's.
CREATE FUNCTION copy_file() RETURNS text LANGUAGE sql AS
	$$ SELECT current_setting('data_directory') || '/custvalue_catalog_types.bin' $$;
-- Bytes are written as a bytea, read as the type, and noted on the way: no row is stored.
CREATE FUNCTION read_binary(type text, body bytea) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('COPY (SELECT %L::bytea) TO %L (FORMAT binary)', body, copy_file());
	EXECUTE format('COPY received (%1$I) FROM %2$L (FORMAT binary)
		WHERE set_config(''catalog_test.received'', %1$I::text, false) IS NULL', type, copy_file());
	RETURN current_setting('catalog_test.received');
END $$;
CREATE TEMP TABLE received ();
DO $$
DECLARE t text;
BEGIN
	FOR t IN SELECT name FROM extension_type LOOP
		EXECUTE format('ALTER TABLE received ADD %I %s', t, t);
	END LOOP;
END $$;
CREATE FUNCTION binary_of(type text, value text) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE result bytea;
BEGIN
	EXECUTE format('SELECT %s(%L::%s)', (SELECT typsend FROM pg_type WHERE oid = type::regtype), value,
			type) INTO result;
	RETURN result;
END $$;
SELECT type, value AS binary_differs FROM type_sample
WHERE read_binary(type, binary_of(type, value)) IS DISTINCT FROM value;

-- Text that somebody broke: refused as such (class 22), or a value that prints and
-- reads back the same.
CREATE FUNCTION broken_text(value text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE at integer := 1 + floor(random() * (length(value) + 1)); c text := substr('v1 :0123456789-+.eE,xNaInf{}"/\>',
		1 + floor(random() * 32)::integer, 1);
BEGIN
	RETURN CASE floor(random() * 6)
		WHEN 0 THEN left(value, at - 1)
		WHEN 1 THEN overlay(value PLACING c FROM at FOR 1)
		WHEN 2 THEN overlay(value PLACING c FROM at FOR 0)
		WHEN 3 THEN overlay(value PLACING '' FROM at FOR 1 + floor(random() * 3)::integer)
		WHEN 4 THEN value || substr(value, at)
		ELSE overlay(value PLACING repeat('9', (random() * 25)::integer) FROM at FOR 1) END;
END $$;
CREATE FUNCTION text_outcome(type text, broken text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE printed text;
BEGIN
	EXECUTE format('SELECT %L::%s::text', broken, type) INTO printed;
	RETURN CASE WHEN value_of(format('SELECT %L::%s::text', printed,
				type)) = printed THEN 'ok' ELSE 'does not read back: ' || printed END;
EXCEPTION WHEN OTHERS THEN
	RETURN CASE WHEN SQLSTATE ~ '^22|^54000' THEN 'ok' ELSE SQLSTATE END;
END $$;
SELECT setseed(0.5);
CREATE TABLE broken AS
SELECT type, broken_text(CASE WHEN random() < 0.3 THEN broken_text(value) ELSE value END) AS value
FROM type_sample AS s, generate_series(1, 6000 / (SELECT count(*) FROM type_sample AS t WHERE t.type = s.type));
SELECT type, value, outcome FROM broken, text_outcome(type, value) AS outcome WHERE outcome <> 'ok';

-- The same with binary: flipped, cut, lengthened.
CREATE FUNCTION broken_binary(value bytea) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE at integer := floor(random() * length(value));
BEGIN
	RETURN CASE floor(random() * 5)
		WHEN 0 THEN substr(value, 1, at)
		WHEN 1 THEN set_byte(value, at, floor(random() * 256)::integer)
		WHEN 2 THEN set_bit(value, at * 8 + 7, 1 - get_bit(value, at * 8 + 7))
		WHEN 3 THEN value || substr(value, at)
		ELSE set_byte(set_byte(value, at, 255), floor(random() * length(value))::integer, 127) END;
END $$;
CREATE FUNCTION binary_outcome(type text, body bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE printed text;
BEGIN
	printed := read_binary(type, body);
	RETURN CASE WHEN value_of(format('SELECT %L::%s::text', printed,
				type)) = printed THEN 'ok' ELSE 'does not read back: ' || printed END;
EXCEPTION WHEN OTHERS THEN
	RETURN CASE WHEN SQLSTATE ~ '^22|^54000|^08P01' THEN 'ok' ELSE SQLSTATE END;
END $$;
CREATE TABLE broken_bytes AS
SELECT type, broken_binary(binary_of(type, value)) AS value
FROM type_sample AS s, generate_series(1, 800 / (SELECT count(*) FROM type_sample AS t WHERE t.type = s.type));
SELECT type, value, outcome FROM broken_bytes, binary_outcome(type, value) AS outcome WHERE outcome <> 'ok';

-- Equal to itself however it came, in one total order, and with the hash of what it is equal to.
CREATE FUNCTION comparisons(type text) RETURNS TABLE (law text, holds boolean) LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format($q$
		WITH v AS MATERIALIZED (SELECT value::%1$s AS x, row_number() OVER () AS i FROM type_sample WHERE type = %2$L),
			p AS MATERIALIZED (SELECT a.x AS a, b.x AS b, a.i AS i, b.i AS j FROM v AS a, v AS b)
		SELECT 'equal as text, equal', bool_and((a = b) = (a::text = b::text)) FROM p
		UNION ALL SELECT 'one of three', bool_and((a < b)::int + (a = b)::int + (a > b)::int = 1) FROM p
		UNION ALL SELECT 'operators agree',
			bool_and((a <= b) = (a < b OR a = b) AND (a >= b) = (a > b OR a = b) AND (a <> b) = NOT (a = b)
			AND sign(%3$s(a, b)) = (a > b)::int - (a < b)::int) FROM p
		UNION ALL SELECT 'transitive', bool_and(NOT (p.a < p.b AND p.b < v.x) OR p.a < v.x) FROM p, v
		UNION ALL SELECT 'equal hashes',
			bool_and(a <> b OR (%4$s(a) = %4$s(b) AND %5$s(a, 7) = %5$s(b, 7)
					AND %5$s(a, 0)::bit(32) = %4$s(a)::bit(32)))
		FROM p
		UNION ALL SELECT 'distinct by hash and by sort',
			count(*) = (SELECT count(DISTINCT value) FROM type_sample WHERE type = %2$L)
			FROM (SELECT x FROM v UNION SELECT x FROM v) AS u
		UNION ALL SELECT 'nothing is left', count(*) = 0 FROM (SELECT x FROM v EXCEPT SELECT x FROM v) AS e$q$,
		type, type, type || '_cmp', type || '_hash', type || '_hash_extended');
END $$;
SELECT name, law AS broken FROM extension_type, comparisons(name) WHERE holds IS NOT TRUE;

DROP SCHEMA catalog_test CASCADE;
