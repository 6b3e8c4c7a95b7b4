-- The type raw: bytes that can be cast to and from every stored type as they are, without a look at them.
CREATE TYPE raw;
CREATE FUNCTION raw_in(cstring) RETURNS raw LANGUAGE internal IMMUTABLE STRICT AS 'byteain';
CREATE FUNCTION raw_out(raw) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'byteaout';
CREATE TYPE raw (INPUT = raw_in, OUTPUT = raw_out, INTERNALLENGTH = VARIABLE, ALIGNMENT = double, STORAGE = extended);
SELECT format('CREATE CAST (%s AS raw) WITHOUT FUNCTION', name) FROM extension_type
UNION ALL SELECT format('CREATE CAST (raw AS %s) WITHOUT FUNCTION', name) FROM extension_type
\gexec
