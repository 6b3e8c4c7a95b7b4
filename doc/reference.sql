-- Writes doc/reference.md from the catalog of a database that has the extension, and from sql/install, which says where
-- a function belongs.  From the top of the tree:
--	psql -X -q -f doc/reference.sql >doc/reference.md
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
SELECT format('SET search_path = %s, pg_temp', extnamespace::regnamespace)
FROM pg_extension WHERE extname = 'custvalue' \gexec
LOAD 'custvalue';

-- The install scripts, loops written out, line by line.
\set scripts `for f in sql/install/*.sql; do echo "-- file $f"; awk -f sql/expand.awk $f; done`
CREATE TEMP TABLE source AS
SELECT count(*) FILTER (WHERE text LIKE '-- file %') OVER (ORDER BY line) AS file, line, text
FROM regexp_split_to_table(:'scripts', E'\n') WITH ORDINALITY AS t(text, line);

-- Rooms: "-- room: what about", the first line of each file.
CREATE TEMP VIEW chapter AS
SELECT s.file, m[1] AS room, m[2] AS title
FROM source f JOIN source s ON s.line = f.line + 1, regexp_matches(s.text, '^-- (\w+): (.*)$') AS m
WHERE f.text LIKE '-- file %';

-- Each function stands where its comment does.
CREATE TEMP TABLE place AS
SELECT to_regprocedure(m[1]) AS oid, file, line
FROM source, regexp_matches(text, '^COMMENT ON (?:FUNCTION|AGGREGATE) (.*\)) IS') AS m;

CREATE FUNCTION pg_temp.type_name(oid) RETURNS text LANGUAGE sql AS $$
	SELECT replace(replace(replace(format_type($1, NULL), 'double precision', 'float8'),
		'timestamp with time zone', 'timestamptz'), 'timestamp without time zone', 'timestamp')
$$;

-- A comment as the cell of a table, which has a column for what is a window function.
CREATE FUNCTION pg_temp.cell(comment text) RETURNS text LANGUAGE sql AS $$
	SELECT replace(replace(replace(CASE WHEN comment ILIKE 'window function: %'
		THEN upper(substr(comment, 18, 1)) || substr(comment, 19) ELSE comment END,
		'<', '&lt;'), '|', '\|'), '*', '\*')
$$;

CREATE TEMP VIEW member AS
SELECT classid, objid FROM pg_depend
WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');

-- Arguments, and the columns that come out.
CREATE TEMP VIEW parameter AS
SELECT p.oid, n, coalesce(mode IN ('o', 't'), false) AS comes_out, name, pg_temp.type_name(type) AS type,
	regexp_replace(pg_get_function_arg_default(p.oid, n::integer), '::[a-z0-9 ]+(\[\])?$', '') AS value
FROM pg_proc p, unnest(coalesce(proallargtypes, proargtypes::oid[]), proargnames, proargmodes)
	WITH ORDINALITY AS u(type, name, mode, n)
WHERE type IS NOT NULL;

CREATE TEMP TABLE entry AS
SELECT p.oid, proname AS name, file, line,
	(SELECT string_agg(concat_ws(' ', nullif(a.name, ''), type, 'DEFAULT ' || value), ', ' ORDER BY n)
		FROM parameter a WHERE a.oid = p.oid AND NOT comes_out) AS arguments,
	coalesce((SELECT '(' || string_agg(a.name || ' ' || type, ', ' ORDER BY n) || ')'
		FROM parameter a WHERE a.oid = p.oid AND comes_out), pg_temp.type_name(prorettype)) AS result,
	CASE WHEN prokind = 'a' THEN 'aggregate' WHEN prokind = 'w' THEN 'window'
		WHEN proretset THEN 'rows' ELSE 'function' END AS kind,
	pg_temp.cell(obj_description(p.oid, 'pg_proc')) AS comment,
	CASE WHEN EXISTS (SELECT FROM pg_type WHERE p.oid IN (typinput, typoutput, typreceive, typsend)) THEN 'type'
		WHEN EXISTS (SELECT FROM pg_amproc WHERE amproc = p.oid) THEN 'type'
		WHEN EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid) THEN 'type'
		WHEN EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggtransfn, aggcombinefn, aggminvtransfn)) THEN 'support'
		WHEN EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggfinalfn, aggmfinalfn))
			AND proname ~ '_(final|pack)$' THEN 'support'
		ELSE 'call' END AS use
FROM member JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid LEFT JOIN place USING (oid);

-- Signatures of one name that say the same stand in one row.
CREATE TEMP TABLE cells AS
SELECT file, use, name, min(line) AS line, kind, '`' || result || '`' AS result, comment,
	string_agg(format('`%s(%s)`', name, arguments), '<br>' ORDER BY line) AS signatures
FROM entry GROUP BY file, use, name, kind, result, comment;
-- Chapters with functions to call, those of a room together.
CREATE TEMP VIEW part AS
SELECT file, room, title, min(file) OVER (PARTITION BY room) AS first FROM chapter
WHERE file IN (SELECT file FROM cells WHERE use = 'call');

CREATE TEMP TABLE page (part integer, first bigint, file bigint, line bigint, text text);

INSERT INTO page VALUES
(1, 0, 0, 1, '# Reference

Every function, type and setting of custvalue, written by `doc/reference.sql` from the catalog. The tutorials beside
this page show them at work. In psql, `\dx+ custvalue` lists them, and `\df+ nps_score` says what one does.

How to read the tables:

- `aggregate` and `window` functions are used as `sum` and `rank` are: over rows, or with `OVER (...)`. `rows` returns a
  table and stands in `FROM`. A `function` is called on single values.
- Arguments can be given by name, as in `clv(150, 0.55, 0.10, periods => 5)`, except those of aggregates. An argument
  with `DEFAULT` can be left out.
- Columns of a result stand in brackets. Read them with `(abc_capacity(100, 10, 5)).unused`, or in `FROM`.
- A function returns NULL when an argument is NULL, unless the table says otherwise. An aggregate ignores such rows.
- Shares, rates and confidences are fractions: 0.05 is 5 percent.
');
INSERT INTO page
SELECT 1, 0, 0, 2, string_agg(format('- [%s](#%s): %s', room, room, titles), E'\n' ORDER BY first)
	|| E'\n- [types](#types), [settings](#settings) and [support functions](#support-functions)\n'
FROM (SELECT room, first, string_agg(title, '; ' ORDER BY file) AS titles FROM part GROUP BY room, first) AS r;

-- Chapters, and their tables.
INSERT INTO page
SELECT 2, first, file, 0, concat(CASE WHEN file = first THEN format(E'## %s\n\n', room) END,
	upper(left(title, 1)), substr(title, 2), CASE WHEN title !~ '[.?]$' THEN '.' END,
	E'\n\n| Function | Kind | Returns | Description |\n|---|---|---|---|')
FROM part;
INSERT INTO page
SELECT 2, first, file, line, format('| %s%s | %s | %s | %s |',
	CASE WHEN row_number() OVER (PARTITION BY name ORDER BY first, file, line) = 1
		THEN format('<a id="fn-%s"></a>', name) END,
	signatures, kind, result, comment)
FROM cells JOIN part USING (file) WHERE use = 'call';
INSERT INTO page SELECT 2, first, file, 9223372036854775807, '' FROM part;

-- Types, settings, and what PostgreSQL calls.
INSERT INTO page VALUES
(3, 0, 0, 1, '## types

Values of these types can be stored in tables, dumped, replicated and sent to other servers. They can be compared with
`=`, `<>`, `<`, `<=`, `>` and `>=`, and be columns of B-tree and hash indexes and of hash partitions. Values are equal
when they hold the same. The order has no meaning of its own.

| Type | What it holds |
|---|---|'),
(4, 0, 0, 1, '
## settings

| Setting | Default | Description |
|---|---|---|'),
(5, 0, 0, 1, '
## support functions

PostgreSQL calls these: they are the parts of aggregates.

| Function | Returns | Description |
|---|---|---|'),
(6, 0, 0, 1, '
Every type `T` has `T_in`, `T_out`, `T_recv` and `T_send`, which read and write its text and binary form, and `T_cmp`,
`T_eq`, `T_ne`, `T_lt`, `T_le`, `T_gt`, `T_ge`, `T_hash` and `T_hash_extended`, which are behind its operators and
indexes.');
INSERT INTO page
SELECT 3, 0, 0, row_number() OVER (ORDER BY typname COLLATE "C") + 1,
	format('| `%s` | %s |', typname, pg_temp.cell(obj_description(oid, 'pg_type')))
FROM member JOIN pg_type ON classid = 'pg_type'::regclass AND oid = objid WHERE typtype = 'b' AND typelem = 0;
INSERT INTO page
SELECT 4, 0, 0, row_number() OVER (ORDER BY name COLLATE "C") + 1,
	format('| `%s` | `%s` | %s |', name, boot_val, pg_temp.cell(short_desc))
FROM pg_settings WHERE name LIKE 'custvalue.%';
INSERT INTO page
SELECT 5, 0, file, line, format('| %s | %s | %s |', signatures, result, comment) FROM cells WHERE use = 'support';

-- Functions whose place is not known are an error of sql/install.
INSERT INTO page
SELECT 7, 0, 0, 1, format('ERROR: sql/install has no COMMENT ON for %s(%s).', name, arguments)
FROM entry WHERE file IS NULL
UNION ALL
SELECT 7, 0, 0, 2, format('ERROR: the file with %s does not begin with "-- room: what about".', min(name)) FROM cells
WHERE use = 'call' AND file NOT IN (SELECT file FROM chapter) GROUP BY file;

SELECT text FROM page ORDER BY part, first, file, line, text COLLATE "C";
