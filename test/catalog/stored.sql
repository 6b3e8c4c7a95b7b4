-- The bytes in which the installed version stores values: type, text, bytes.  They are kept at a release, from the top
-- of the tree:
--	psql -X -q -v file=test/data/stored-VERSION.csv -f test/catalog/stored.sql
-- and test/t/006_update.pl reads them with every later version.
\i test/catalog/samples.sql
\set ECHO none
SET client_min_messages = warning;
\i test/catalog/raw.sql
CREATE TABLE stored (type text, value text, bytes text);
SELECT format('INSERT INTO stored SELECT %L, v::text, v::raw::text FROM (SELECT %s AS v) AS s', type, source)
FROM (SELECT type, format('%L::%s', value, type) FROM type_sample WHERE type IN (SELECT name FROM extension_type)
	UNION ALL
	SELECT t.name, format('(SELECT %s FROM generate_series(1, 9) AS i)', call)
	FROM extension_aggregate a JOIN extension_function f ON f.oid = aggfnoid
	JOIN extension_type t ON t.oid = f.prorettype
	WHERE f.proname <> 'rollup') AS s(type, source)
\gexec
COPY (SELECT DISTINCT type COLLATE "C", value COLLATE "C", bytes FROM stored ORDER BY 1, 2) TO STDOUT CSV HEADER
\g :file
DROP SCHEMA catalog_test CASCADE;
