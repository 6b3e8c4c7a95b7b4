-- Every object of the extension, found in the catalog, keeps the house rules.  Each query
-- lists offenders, so all of them should return no row.
\i test/catalog/samples.sql

-- There is something to look at.
SELECT count(*) > 20 AS members FROM member;

-- Every object has a comment.
SELECT name AS uncommented
FROM member LEFT JOIN pg_description d ON d.classoid = member.classid AND d.objoid = member.objid AND d.objsubid = 0
WHERE (description IS NULL OR description !~ '\w+ \w+')
	-- PostgreSQL 17 counts the array types that come with types
	AND NOT (member.classid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type WHERE oid = objid AND typelem <> 0))
ORDER BY name;

-- Every function is labelled: never volatile, parallel safe, not a security definer,
-- without settings of its own.
SELECT signature AS badly_labelled
FROM extension_function
WHERE provolatile = 'v' OR proparallel <> 's' OR prosecdef OR proconfig IS NOT NULL
ORDER BY 1;

-- Every argument has a name, except where the type system calls.
SELECT signature AS unnamed_arguments
FROM extension_function f
WHERE pronargs > 0 AND cardinality(coalesce(proargnames, '{}')) < pronargs
	AND NOT EXISTS (SELECT FROM extension_type t WHERE f.oid IN (typinput, typoutput, typreceive, typsend))
	AND NOT EXISTS (SELECT FROM unnest(proargnames) AS n WHERE n = '')
ORDER BY 1;

-- Aggregates: a state of a real type, a combine function, an honest size, a neutral start.
SELECT signature AS not_distributable
FROM extension_aggregate JOIN pg_type t ON t.oid = aggtranstype
WHERE typtype = 'p' OR aggcombinefn = 0 OR aggtransspace = 0
	OR aggserialfn <> 0 OR (aggmtransfn <> 0 AND aggmtranstype <> aggtranstype)
	OR aggminitval IS DISTINCT FROM CASE WHEN aggmtransfn <> 0 THEN agginitval END
ORDER BY 1;

-- No aggregate takes a polymorphic argument.
SELECT signature AS polymorphic
FROM extension_aggregate a
WHERE EXISTS (SELECT FROM unnest(proargtypes) AS t JOIN pg_type ON pg_type.oid = t WHERE typtype = 'p')
ORDER BY 1;

-- What Citus asks besides, before it lets shards aggregate: a plain aggregate with arguments, a strict combine
-- function, and
-- final functions that need no more than the state.
SELECT signature AS not_for_citus
FROM extension_aggregate a JOIN pg_proc c ON c.oid = aggcombinefn
WHERE aggkind <> 'n' OR a.pronargs = 0 OR NOT c.proisstrict OR aggfinalextra OR aggmfinalextra
ORDER BY 1;

-- Types have all four ways in and out.
SELECT name AS incomplete_type FROM extension_type
WHERE typreceive = 0 OR typsend = 0 OR typinput = 0 OR typoutput = 0;

-- Types can be compared, hashed and sorted.
SELECT name AS incomparable_type FROM extension_type AS t
WHERE (SELECT count(*) FROM pg_operator WHERE oprleft = t.oid AND oprright = t.oid
		AND oprname IN ('=', '<>', '<', '<=', '>', '>=')) <> 6
	OR NOT EXISTS (SELECT FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
		WHERE opcintype = t.oid AND opcdefault AND amname = 'btree')
	OR NOT EXISTS (SELECT FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod JOIN pg_amproc ON amprocfamily = opcfamily
		WHERE opcintype = t.oid AND opcdefault AND amname = 'hash' AND amprocnum = 2)
ORDER BY name;

-- Everything has its sample.
SELECT signature AS aggregate_without_sample FROM extension_aggregate WHERE arguments IS NULL ORDER BY 1;
SELECT aggregate AS sample_without_aggregate FROM aggregate_sample
WHERE aggregate NOT IN (SELECT signature FROM extension_aggregate) ORDER BY 1;
SELECT name AS type_without_sample FROM extension_type
WHERE name NOT IN (SELECT type FROM type_sample) ORDER BY 1;

-- No name hides one of PostgreSQL's own, with which it shares argument types.
SELECT signature AS shadows
FROM extension_function f
WHERE EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
	AND p.proname = f.proname AND p.proargtypes = f.proargtypes)
ORDER BY 1;

DROP SCHEMA catalog_test CASCADE;
