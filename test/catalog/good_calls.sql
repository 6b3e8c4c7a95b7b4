-- Calls that work, up to three of every function that users call: the table good_call, found at random from plain
-- values of every type.  test/sql/catalog_promises.sql puts one bad argument at a time into them.
\i test/catalog/samples.sql
\set ECHO none
SET client_min_messages = warning;
SET jit = off;
SET IntervalStyle = 'postgres';

CREATE TABLE plain_value (type text, literal text);
INSERT INTO plain_value
SELECT 'smallint', unnest('{1,2,7}'::text[])
UNION ALL SELECT 'integer', unnest('{0,1,2,5,10}'::text[])
UNION ALL SELECT 'bigint', unnest('{0,1,2,7,100}'::text[])
UNION ALL SELECT 'numeric', unnest('{0,0.1,1,2,100.01}'::text[])
UNION ALL SELECT 'double precision', unnest('{0,0.1,0.5,1,2,10}'::text[])
UNION ALL SELECT 'real', unnest('{0,0.1,0.5,1,2}'::text[])
UNION ALL SELECT 'boolean', unnest('{t,f}'::text[])
UNION ALL SELECT 'text', unnest('{a,b,x1,543,s1,en}'::text[])
UNION ALL SELECT 'text[]', unnest('{"{a,b,c,d}","{a,b}","{x1}","{A}"}'::text[])
UNION ALL SELECT 'numeric[]', unnest('{"{1,2}","{3}"}'::text[])
UNION ALL SELECT 'double precision[]', unnest('{"{1,2}","{1}","{0.5,1,3}","{{1,2},{0.5,1}}"}'::text[])
UNION ALL SELECT 'boolean[]', unnest('{"{t,f}","{t}"}'::text[])
UNION ALL SELECT 'integer[]', unnest('{"{1,2}","{1,2,3}","{1}"}'::text[])
UNION ALL SELECT 'bigint[]', unnest('{"{1,2}","{1,2,3}"}'::text[])
UNION ALL SELECT 'date', unnest('{2024-02-29,2024-03-31,2024-03-01}'::text[])
UNION ALL SELECT 'timestamp with time zone', unnest('{2024-02-29 12:00Z,2024-03-31Z}'::text[])
UNION ALL SELECT 'timestamp without time zone', unnest('{2024-02-29 12:00,2024-03-31}'::text[])
UNION ALL SELECT 'interval', unnest('{1 day,30 days}'::text[])
UNION ALL SELECT 'uuid',
	unnest('{00000000-0000-0000-0000-000000000000,ffffffff-ffff-ffff-ffff-ffffffffffff}'::text[])
UNION ALL SELECT type, value FROM type_sample WHERE value <> 'v1'
UNION ALL VALUES ('migration_summary', 'v1 "a">"b":1 "b">"a":1'), ('double precision[]', '{}'),
	('migration_summary', 'v1 "a">"b":1 "a">"c":3'),
	('abc_network', 'v1 "A">"P":2 "A">"B":1'), ('distribution_summary', 'v1 "a":2 "b":0.5'),
	('purchase_history', 'v1 2023-12-31:10.00 2024-02-29:5.00');

-- What an argument wants, by its name: words, and values that go together.
CREATE TABLE wanted (argument text, type text, literals text[]);
INSERT INTO wanted
SELECT argument, 'text', words FROM (VALUES
	('by', '{width,quantile,f1}'::text[]), ('chart', '{main,p,c,i}'), ('class', '{mortgage,corporate}'),
	('family', '{nbd,bg/nbd}'), ('first', '{next}'), ('of', '{net,mean}'), ('unit', '{month,week,nats}'),
	('kind', '{classic,bracket}'), ('direction', '{auto}'), ('zero_rule', '{half,floor}'), ('name', '{A2}'),
	('model', '{linear,first_touch}'), ('measure', '{lift,cosine}'), ('order_by', '{lift}'), ('tail', '{greater}'),
	('mode', '{basic}'), ('lang', '{en}'), ('rule', '{quantile,high,linear}'), ('target', '{P}'),
	('score', '{543,confidence}'), ('start', '{a}'), ('conversion', '{b}'), ('lost', '{c}'),
	('method', '{wald,wilson,loglog,log,lmg,bh,direct,step,classic,opening}'), ('term', '{x1}'),
	('stratum', '{a,s0,s1}')) AS w(argument, words)
UNION ALL SELECT p || 'accounts', 'text[]', '{"{A}"}' FROM unnest('{"",old_,new_}'::text[]) AS p
UNION ALL SELECT p || 'amounts', 'numeric[]', '{"{10}"}' FROM unnest('{"",old_,new_}'::text[]) AS p
UNION ALL SELECT 'successes' || p, 'double precision', '{0,1,2}' FROM unnest('{"",_a,_b}'::text[]) AS p
UNION ALL SELECT 'n' || p, 'double precision', '{2,10}' FROM unnest('{_a,_b}'::text[]) AS p
UNION ALL VALUES ('confidence', 'double precision', '{0.5,0.9}'), ('step_order', 'text[]', '{"{A}"}'),
	('detractor_max', 'integer', '{6}'), ('promoter_min', 'integer', '{9}'),
	('counts', 'double precision[]', '{"{1,2}"}'),
	('segments', 'text[]', '{"{a,b}"}'::text[]), ('margins', 'double precision[]', '{"{1,2}"}'),
	('cuts', 'double precision[]', '{"{0}","{1,2}","{10}","{0.5}"}'),
	('purchase_covariates', 'double precision[]', '{"{1}"}');

-- What users call: not the parts of types and of aggregates.  One row for each argument.
CREATE TABLE called AS
SELECT f.oid, f.proname, f.prokind, f.signature, f.proretset, place, u.type, proargnames[place] AS name,
	(
		SELECT array_agg(format('%L::%s', x, u.type))
		FROM unnest(coalesce(w.literals, l.literals)) AS x) AS literals
FROM extension_function AS f
CROSS JOIN LATERAL (SELECT place, format_type(t, NULL) AS type
	FROM unnest(proargtypes) WITH ORDINALITY AS a(t, place)) AS u
LEFT JOIN (SELECT type, array_agg(literal) AS literals FROM plain_value GROUP BY type) AS l ON l.type = u.type
LEFT JOIN wanted AS w ON w.type = u.type AND w.argument = proargnames[place]
WHERE NOT proargtypes::oid[] && ARRAY['internal'::regtype, 'cstring'::regtype]::oid[]
	AND signature !~ '_(out|send|cmp|eq|ne|lt|le|gt|ge|hash|hash_extended)\('
	AND f.oid NOT IN (SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn]::oid[])
		FROM pg_aggregate)
	-- These draw rows in an order, and have no sample.
	AND f.proname NOT IN ('sparkline', 'bar_chart');

-- The result of a query, or its error.
CREATE FUNCTION said_of(query text, OUT state text, OUT message text) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query INTO message;
	state := '00000';
EXCEPTION WHEN OTHERS THEN
	state := SQLSTATE;
	message := SQLERRM;
END $$;
-- A function with these arguments: a window and an aggregate over rows with a column i.
CREATE FUNCTION query_of(proname name, kind "char", arguments text[]) RETURNS text LANGUAGE sql AS $$
	SELECT 'SELECT ' || proname || '(' || array_to_string(arguments, ', ') || ')' || CASE kind
		WHEN 'w' THEN ' OVER (ORDER BY i) FROM generate_series(1, 9) AS i OFFSET 8'
		WHEN 'a' THEN ' FROM generate_series(1, 12) AS i' ELSE '' END
$$;

CREATE TABLE good_call (oid oid, proname name, prokind "char", signature text, arguments text[]);
CREATE FUNCTION find_good_calls(times integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	f record;
	found_calls integer;
	tried text[];
BEGIN
	FOR f IN SELECT DISTINCT oid, proname, prokind, signature FROM called WHERE prokind <> 'a' ORDER BY signature LOOP
		found_calls := 0;
		FOR n IN 1..times LOOP
			EXIT WHEN found_calls = 3;
			SELECT array_agg(CASE f.prokind WHEN 'w' THEN format('CASE WHEN i > 0 THEN %s END', x) ELSE x END
				ORDER BY place)
			INTO tried FROM (SELECT place, literals[1 + floor(random() * cardinality(literals))::integer] AS x
				FROM called AS c WHERE c.oid = f.oid) AS a;
			IF (said_of(query_of(f.proname, f.prokind, tried))).state = '00000' THEN
				INSERT INTO good_call VALUES (f.oid, f.proname, f.prokind, f.signature, tried);
				found_calls := found_calls + 1;
			END IF;
		END LOOP;
	END LOOP;
END $$;
SELECT setseed(0.375);
SELECT find_good_calls(1000);
INSERT INTO good_call
SELECT f.oid, f.proname, f.prokind, f.signature, s.arguments
FROM extension_function AS f JOIN aggregate_sample AS s ON s.aggregate = f.signature;
ANALYZE good_call;
\set ECHO all
