-- Writes doc/stability.md from the catalog of a database that has the extension, and from the released scripts in
-- sql/upgrade, which say since when.  From the top of the tree:
--	psql -X -q -f doc/stability.sql >doc/stability.md
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
SELECT format('SET search_path = %s, pg_temp', extnamespace::regnamespace)
FROM pg_extension WHERE extname = 'custvalue' \gexec
LOAD 'custvalue';

-- Released scripts, line by line, the oldest first.
\set scripts `for f in sql/upgrade/custvalue--*.sql; do echo "-- file $f"; cat $f; done`
CREATE TEMP TABLE script AS
SELECT line, text, count(*) FILTER (WHERE text LIKE '-- file %') OVER (ORDER BY line) AS file
FROM regexp_split_to_table(:'scripts', E'\n') WITH ORDINALITY AS t(text, line);
CREATE TEMP TABLE released AS
SELECT file, substring(text FROM '^-- file .*--([0-9.]+)\.sql$') AS version
FROM script WHERE text ~ '^-- file [^-]*--[0-9.]+\.sql$';

-- What each of them promised: every object of the extension has a comment.
CREATE TEMP TABLE promise AS
SELECT version, m[1] AS kind, m[2] AS signature
FROM script JOIN released USING (file),
	regexp_matches(text, '^COMMENT ON (FUNCTION|AGGREGATE|TYPE) (.*?) IS\y') AS m;

CREATE FUNCTION pg_temp.oid_of(promise) RETURNS oid LANGUAGE sql AS $$
	SELECT CASE WHEN $1.kind = 'TYPE' THEN to_regtype($1.signature)::oid ELSE to_regprocedure($1.signature)::oid END
$$;
CREATE FUNCTION pg_temp.ordered(version text) RETURNS integer[] LANGUAGE sql AS $$
	SELECT string_to_array(version, '.')::integer[]
$$;
CREATE FUNCTION pg_temp.type_name(oid) RETURNS text LANGUAGE sql AS $$
	SELECT replace(replace(replace(format_type($1, NULL), 'double precision', 'float8'),
		'timestamp with time zone', 'timestamptz'), 'timestamp without time zone', 'timestamp')
$$;

CREATE TEMP VIEW member AS
SELECT classid, objid FROM pg_depend
WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');

-- Since when a member is there: the first release that has it, or the version that is installed.
CREATE TEMP TABLE since AS
SELECT classid, objid, coalesce((SELECT version FROM promise p
		WHERE pg_temp.oid_of(p) = objid AND (p.kind = 'TYPE') = (classid = 'pg_type'::regclass)
		ORDER BY pg_temp.ordered(version) LIMIT 1),
	(SELECT extversion FROM pg_extension WHERE extname = 'custvalue')) AS version
FROM member WHERE classid IN ('pg_proc'::regclass, 'pg_type'::regclass);

-- Arguments, and the columns that come out.
CREATE TEMP VIEW parameter AS
SELECT p.oid, n, coalesce(mode IN ('o', 't'), false) AS comes_out, name, pg_temp.type_name(type) AS type,
	regexp_replace(pg_get_function_arg_default(p.oid, n::integer), '::[a-z0-9 ]+(\[\])?$', '') AS value
FROM pg_proc p, unnest(coalesce(proallargtypes, proargtypes::oid[]), proargnames, proargmodes)
	WITH ORDINALITY AS u(type, name, mode, n)
WHERE type IS NOT NULL;

CREATE TEMP TABLE entry AS
SELECT version, proname AS name, format('`%s(%s)`', proname,
	(SELECT string_agg(concat_ws(' ', nullif(a.name, ''), type, 'DEFAULT ' || value), ', ' ORDER BY n)
		FROM parameter a WHERE a.oid = p.oid AND NOT comes_out)) AS signature,
	format('`%s`', coalesce((SELECT '(' || string_agg(a.name || ' ' || type, ', ' ORDER BY n) || ')'
		FROM parameter a WHERE a.oid = p.oid AND comes_out), pg_temp.type_name(prorettype))) AS result,
	EXISTS (SELECT FROM pg_type WHERE p.oid IN (typinput, typoutput, typreceive, typsend))
		OR EXISTS (SELECT FROM pg_amproc WHERE amproc = p.oid)
		OR EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid)
		OR EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggtransfn, aggcombinefn, aggminvtransfn))
		OR (EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggfinalfn, aggmfinalfn)) AND proname ~ '_(final|pack)$')
		AS is_part
FROM since JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid;

CREATE TEMP TABLE page (version text, part integer, name text, text text);
INSERT INTO page VALUES ('', 0, '', '# Names that do not change

Written by `doc/stability.sql` from the catalog and from the released scripts in `sql/upgrade`. Tests hold the catalog
against this page, and against every released version.

Once released, these stay as they are in all later versions:

- **A function** keeps its name, the types, names and order of its arguments, and the type or columns of its result.
  None is dropped. A default may be added only where every call goes on to mean the same.
- **A call** that worked keeps its meaning: no new function makes it ambiguous, or is taken in its place.
- **A type** keeps its name, reads every text, binary form and stored value that a release has written, and has the
  same operators. The text and binary form may get a new version of their own.
- **Words** that are given as text (`''next''`, `''wilson''`) and columns and keys of JSON that are returned.
- **Settings** keep their names, **errors** their SQLSTATE. The text of an error may become clearer.
- **Numbers**: what a function computes. A mended error is listed in [CHANGELOG.md](../CHANGELOG.md).

Not promised: names in C, the order of values by `<`, plans, times, and functions that only PostgreSQL calls, as far as
no stored view or index can name them. These are listed at the end of each version all the same.');
INSERT INTO page
SELECT DISTINCT version, 1, '', format(E'\n## Since %s\n\n| Name | Returns |\n|---|---|', version) FROM entry
UNION ALL
SELECT version, 2, name || signature, format('| %s | %s |', signature, result) FROM entry WHERE NOT is_part
UNION ALL
SELECT version, 3, '', E'\nTypes: ' || string_agg(format('`%s`', typname), ', ' ORDER BY typname COLLATE "C")
FROM since JOIN pg_type t ON classid = 'pg_type'::regclass AND t.oid = objid WHERE typelem = 0 GROUP BY version
UNION ALL
SELECT version, 4, '', E'\nParts of types and aggregates: ' || string_agg(format('`%s`', name), ', ' ORDER BY name COLLATE "C")
FROM (SELECT DISTINCT version, name FROM entry WHERE is_part) AS p GROUP BY version;

-- Operators of all types came at once, when values could be compared; settings are few.
INSERT INTO page
SELECT '9999', 5, '', E'\n## Operators and settings\n\nEvery type has ' || string_agg(DISTINCT format('`%s`', oprname), ', ')
	|| ', a B-tree and a hash operator class (`TYPE_ops`), since 1.2.0.'
FROM pg_operator WHERE oid IN (SELECT objid FROM member WHERE classid = 'pg_operator'::regclass);
INSERT INTO page
SELECT '9999', 6, '', E'\nSettings: ' || string_agg(format('`%s`', name), ', ' ORDER BY name COLLATE "C") || '.'
FROM pg_settings WHERE name LIKE 'custvalue.%';

-- A promise that is broken is an error.
INSERT INTO page
SELECT DISTINCT '99999', 7, signature, format('ERROR: %s promised %s %s, which is no more.', version, lower(kind), signature)
FROM promise p WHERE pg_temp.oid_of(p) IS NULL;

SELECT text FROM page ORDER BY pg_temp.ordered(nullif(version, '')) NULLS FIRST, part, name COLLATE "C", text COLLATE "C";
