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
	EXECUTE format('SELECT %s(%L::%s)', (SELECT typsend FROM pg_type WHERE oid = type::regtype), value, type) INTO result;
	RETURN result;
END $$;
SELECT type, value AS binary_differs FROM type_sample
WHERE read_binary(type, binary_of(type, value)) IS DISTINCT FROM value;

-- Text that somebody broke: refused as such (class 22), or a value that prints and
-- reads back the same.
CREATE FUNCTION broken_text(value text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE at integer := 1 + floor(random() * (length(value) + 1)); c text := substr('v1 :0123456789-+.eE,xNaInf{}"/\>', 1 + floor(random() * 32)::integer, 1);
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
	RETURN CASE WHEN value_of(format('SELECT %L::%s::text', printed, type)) = printed THEN 'ok' ELSE 'does not read back: ' || printed END;
EXCEPTION WHEN OTHERS THEN
	RETURN CASE WHEN SQLSTATE ~ '^22|^54000' THEN 'ok' ELSE SQLSTATE END;
END $$;
SELECT setseed(0.5);
CREATE TABLE broken AS
SELECT type, broken_text(CASE WHEN random() < 0.3 THEN broken_text(value) ELSE value END) AS value
FROM type_sample, generate_series(1, 3000);
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
	RETURN CASE WHEN value_of(format('SELECT %L::%s::text', printed, type)) = printed THEN 'ok' ELSE 'does not read back: ' || printed END;
EXCEPTION WHEN OTHERS THEN
	RETURN CASE WHEN SQLSTATE ~ '^22|^54000|^08P01' THEN 'ok' ELSE SQLSTATE END;
END $$;
CREATE TABLE broken_bytes AS
SELECT type, broken_binary(binary_of(type, value)) AS value FROM type_sample, generate_series(1, 700);
SELECT type, value, outcome FROM broken_bytes, binary_outcome(type, value) AS outcome WHERE outcome <> 'ok';

DROP SCHEMA catalog_test CASCADE;
