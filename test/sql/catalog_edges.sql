-- States of one row or a few, made of numbers, times and words at the edge of what there is: each of them can be
-- written as text, and is the same when it is read back.  That is how states travel under Citus and in dumps.  Each
-- check lists offenders, so all should return no row.
\i test/catalog/states.sql
SET jit = off;	-- of twenty thousand queries of three rows

CREATE TABLE edge AS SELECT type, unnest(value) AS value FROM (VALUES
	('double precision', '{0,1,-0.0,1e-200,1e150,0.5,3,7}'::text[]),
	('real', '{0,1,-0.0,0.5,1e-30,3}'),
	('numeric', '{0,1,0.00,-5.5,1e20,0.0001,3}'),
	('bigint', '{0,1,-1,9223372036854775807,3}'),
	('integer', '{0,1,2,-1,7,10,12}'),
	('smallint', '{0,1,2,10}'),
	('boolean', '{t,f}'),
	('date', '{2024-01-01,0001-01-01,2024-02-29,9999-12-31}'),
	('timestamp with time zone', '{2024-01-01 00:00+00,1900-01-01 00:00+00}'),
	('timestamp without time zone', '{2024-01-01,2024-01-01 12:00}'),
	('interval', '{0,1 day,1 hour,30 days,7 days}'),
	('text', ARRAY['', 'a', 'A"b\', '中', 'month', 'week', 'day', 'en', 'basic', 'strict_order', 'additive',
		'mean', 'word', '2']),
	('text[]', '{"{}","{a}","{a,b,\"\"}","{NULL}"}'),
	('boolean[]', '{"{}","{f}","{f,f}","{t,f}"}'),
	('double precision[]', '{"{}","{0}","{1,2}","{0,0,0}","{-0.0,1}","{1,1,1,1,1,1,1,1,1,1,1,1}"}'),
	('numeric[]', '{"{}","{0}","{1,2}"}'),
	('bigint[]', '{"{}","{0}","{1,2}"}'),
	('integer[]', '{"{}","{0}","{1,2}"}')) AS t(type, value);

-- Rows of arguments taken at random; of a type that is not above, its value without rows.
CREATE FUNCTION edge_rows(types text[], rows integer) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(arguments, ', ') FROM (
		SELECT '(' || string_agg(format('%L::%s', coalesce(
				(SELECT value FROM edge WHERE edge.type = t.type AND row + n > 0 ORDER BY random() LIMIT 1), 'v1'),
			t.type), ', ' ORDER BY n) || ')' AS arguments
		FROM generate_series(1, rows) AS row, unnest(types) WITH ORDINALITY AS t(type, n) GROUP BY row) AS r $$;

CREATE TABLE tried (signature text, rows text, state text, verdict text);
SELECT setseed(0.1);
DO $$
DECLARE
	a record; types text[]; names text; rows text; state text; verdict text;
BEGIN
	FOR a IN SELECT * FROM extension_aggregate ORDER BY signature LOOP
		types := ARRAY(SELECT format_type(t, NULL) FROM unnest(a.proargtypes) AS t);
		names := (SELECT string_agg('c' || i, ', ') FROM generate_series(1, cardinality(types)) AS i);
		FOR round IN 1 .. 40 LOOP
			rows := edge_rows(types, CASE WHEN round % 3 = 0 THEN 3 ELSE 1 END);
			BEGIN
				EXECUTE format('SELECT state_%s(%s)::text FROM (VALUES %s) AS v(%s)',
					a.aggfnoid::oid, names, rows, names) INTO state;
			EXCEPTION WHEN OTHERS THEN
				CONTINUE;	-- refused, as most of such rows should be
			END;
			BEGIN
				EXECUTE format('SELECT %1$L::%2$s::text = %1$L AND state_%3$s(%4$s) = %1$L::%2$s
					FROM (VALUES %5$s) AS v(%4$s)', state, a.state_type, a.aggfnoid::oid, names, rows) INTO verdict;
			EXCEPTION WHEN OTHERS THEN
				verdict := SQLERRM;
			END;
			INSERT INTO tried VALUES (a.signature, rows, state, verdict);
		END LOOP;
	END LOOP;
END $$;
SELECT DISTINCT ON (signature) * FROM tried WHERE state IS NOT NULL AND verdict IS DISTINCT FROM 'true'
ORDER BY signature, rows;
-- In binary they go out and come in as they are.  The file is the server's.
CREATE FUNCTION copied_differ(type text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/custvalue_catalog_edges.bin';
	result bigint;
BEGIN
	EXECUTE format('CREATE TEMP TABLE sent AS SELECT DISTINCT state::%1$s AS v FROM tried
		JOIN extension_aggregate USING (signature) WHERE state_type = %1$L AND state IS NOT NULL', type);
	CREATE TEMP TABLE received (LIKE sent);
	EXECUTE format('COPY sent TO %L (FORMAT binary)', file);
	EXECUTE format('COPY received FROM %L (FORMAT binary)', file);
	SELECT count(*) INTO result FROM (SELECT v::text FROM sent EXCEPT SELECT v::text FROM received) AS lost;
	DROP TABLE sent, received;
	RETURN result;
END $$;
SELECT type FROM (SELECT DISTINCT state_type AS type FROM extension_aggregate) AS t WHERE copied_differ(type) <> 0;

SELECT count(*) > 5000 AS many_were_tried,
	count(DISTINCT signature) > 0.9 * (SELECT count(*) FROM extension_aggregate) AS of_most_aggregates FROM tried;

DROP SCHEMA catalog_test CASCADE;
