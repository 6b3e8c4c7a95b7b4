-- Every aggregate of the extension, found in the catalog: one answer however it is
-- computed.  Each check lists offenders, so all of them should return no row.
\i test/catalog/states.sql

CREATE TABLE numbers AS SELECT i FROM generate_series(1, 8000) AS i;
ANALYZE numbers;

-- The state aggregate's call, like call in extension_aggregate.
CREATE VIEW checked AS
SELECT *, 'state_' || aggfnoid::oid || substr(call, strpos(call, '(')) AS state_call,
	'merge_' || aggfnoid::oid AS merge_name
FROM extension_aggregate;

-- No rows and only NULLs are the same, and two rows are no accident.
SELECT signature AS empty_differs FROM checked
WHERE value_of(format('SELECT %s FROM numbers WHERE false', call))
	IS DISTINCT FROM value_of(format('SELECT %s FROM numbers WHERE i %% 13 = 0', call));
SELECT signature AS two_rows_are_null FROM checked
WHERE value_of(format('SELECT %s FROM numbers WHERE i < 3', call)) IS NULL;

-- NULLs change nothing, nor does the order of rows.
CREATE TABLE serial_result AS
SELECT signature, value_of(format('SELECT %s FROM numbers', call)) AS value FROM checked;
SELECT signature AS nulls_matter FROM checked JOIN serial_result USING (signature)
WHERE NOT same(value, value_of(format('SELECT %s FROM numbers WHERE i %% 13 <> 0', call)));
SELECT signature AS order_matters FROM checked JOIN serial_result USING (signature)
WHERE NOT same(value, value_of(format('SELECT %s FROM (SELECT i FROM numbers ORDER BY i %% 37, -i) AS s', call)));

-- Serial equals parallel, and the plan is partial.
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		plan := plan || line || E'\n';
	END LOOP;
	RETURN plan;
END $$;
SELECT signature AS not_partial FROM checked
WHERE plan_of(format('SELECT %s FROM numbers', call)) !~ 'Partial Aggregate';
-- (value_of is not parallel safe itself, so each query is planned on its own.)
SELECT signature AS parallel_differs FROM checked JOIN serial_result USING (signature)
WHERE NOT same(value, value_of(format('SELECT %s FROM numbers', call)));
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;

-- States of random parts, empty ones among them, merged in random order, and sent as text
-- on the way, give what all rows give.
SELECT setseed(0.25);
SELECT signature AS merged_differs FROM checked JOIN serial_result USING (signature),
	unnest('{9,81,2000}'::integer[]) AS most
WHERE NOT same(value, value_of(format($q$
	WITH parts AS MATERIALIZED (
		SELECT %1$s AS state FROM (SELECT i, floor(random() * %2$s) AS part FROM numbers) AS n GROUP BY part
		UNION ALL SELECT %1$s FROM numbers WHERE false)
	SELECT %3$s(state::text::%4$s) FROM (SELECT state FROM parts ORDER BY random()) AS s$q$,
	state_call, most, merge_name, state_type)));

-- Laws of the combine function on states: neutral, commutative, associative.
CREATE FUNCTION law(state_call text, combine text, neutral text, state_type text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE result boolean;
BEGIN
	EXECUTE format($q$
		WITH s AS MATERIALIZED (
			SELECT (SELECT %1$s FROM numbers WHERE i %% 3 = 0) AS a, (SELECT %1$s FROM numbers WHERE i %% 3 = 1) AS b,
				(SELECT %1$s FROM numbers WHERE i %% 3 = 2) AS c, %3$L::%4$s AS e)
		SELECT %2$s(a, e)::text = a::text AND %2$s(e, a)::text = a::text
			AND same(%2$s(a, b)::text, %2$s(b, a)::text)
			AND same(%2$s(%2$s(a, b), c)::text, %2$s(a, %2$s(b, c))::text) FROM s$q$,
		state_call, combine, neutral, state_type) INTO result;
	RETURN result;
END $$;
SELECT signature AS breaks_law FROM checked
WHERE law(state_call, aggcombinefn::regproc::text, agginitval, state_type) IS NOT TRUE;

-- Called from SQL, transition, combine and final functions leave their arguments alone.
CREATE FUNCTION untouched(a checked) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE result boolean; arg text := array_to_string(a.arguments, ', ');
BEGIN
	EXECUTE format('CREATE TEMP TABLE stored AS SELECT %s AS state, %s AS other FROM numbers WHERE i < 50',
		a.state_call, a.state_call);
	EXECUTE format($q$
		SELECT s1 = s2 AND s2 = s3 FROM (
			SELECT state::text AS s1,
				(SELECT count(x) FROM (SELECT %s(state, %s) AS x FROM numbers WHERE i < 50 OFFSET 0) AS a),
				(SELECT count(x) FROM (SELECT %s(state, other) AS x FROM numbers WHERE i < 3 OFFSET 0) AS c),
				state::text AS s2, %s, state::text AS s3
			FROM stored OFFSET 0) AS t$q$,
		a.aggtransfn, arg, a.aggcombinefn,
		CASE WHEN a.aggfinalfn <> 0 THEN a.aggfinalfn || '(state)' ELSE '1' END) INTO result;
	DROP TABLE stored;
	RETURN result;
END $$;
SELECT signature AS modifies_argument FROM checked WHERE untouched(checked) IS NOT TRUE;

-- Moving windows equal recomputation, row by row.  Without an inverse transition the server starts afresh where the
-- frame's first row moves; with one, what is left over would add up, so such aggregates see more rows.
CREATE TABLE few AS SELECT i FROM generate_series(1, 300) AS i;
ANALYZE few;
CREATE FUNCTION frame_differences(call text, rows integer, frame text, lead integer, lag integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE result bigint;
BEGIN
	EXECUTE format($q$
		WITH few AS MATERIALIZED (SELECT i FROM few WHERE i <= %5$s)
		SELECT count(*) FROM (
			SELECT i AS row, (%1$s OVER (ORDER BY i %2$s))::text AS moving FROM few) AS w
		WHERE moving IS DISTINCT FROM (SELECT (%1$s)::text FROM few WHERE i BETWEEN row - %3$s AND row + %4$s)
			AND NOT same(moving, (SELECT (%1$s)::text FROM few WHERE i BETWEEN row - %3$s AND row + %4$s))$q$,
		call, frame, lag, lead, rows) INTO result;
	RETURN result;
END $$;
SELECT signature AS frame_differs FROM checked,
	(VALUES ('ROWS BETWEEN 7 PRECEDING AND 3 FOLLOWING', 3, 7), ('ROWS BETWEEN 2 PRECEDING AND CURRENT ROW', 0, 2),
		('ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING', 1000, 0), ('ROWS UNBOUNDED PRECEDING', 0, 1000),
		('ROWS BETWEEN 5 PRECEDING AND 2 PRECEDING', -2, 5)) AS f(frame, lead, lag)
WHERE frame_differences(call, CASE WHEN aggmtransfn <> 0 THEN 300 ELSE 12 END, frame, lead, lag) <> 0;

-- A hash aggregate that spills to disk equals one in memory: the states of all groups, and what is made of some.
CREATE TABLE grouped AS SELECT i, i % 1000 AS g FROM generate_series(1, 3000) AS i;
ANALYZE grouped;
CREATE FUNCTION spill(state_call text, call text, OUT batches integer, OUT differences bigint) LANGUAGE plpgsql AS $$
DECLARE plan json; query text := format(
	'SELECT g, (%s)::text AS state, (%s FILTER (WHERE g %% 83 = 0))::text AS value FROM grouped GROUP BY g',
	state_call, call);
BEGIN
	SET LOCAL enable_sort = off;
	SET LOCAL max_parallel_workers_per_gather = 0;
	SET LOCAL work_mem = '200MB';
	EXECUTE 'CREATE TEMP TABLE in_memory AS ' || query;
	SET LOCAL work_mem = '64kB';
	SET LOCAL hash_mem_multiplier = 1;
	EXECUTE 'EXPLAIN (ANALYZE, FORMAT JSON) CREATE TEMP TABLE spilled AS ' || query INTO plan;
	batches := plan->0->'Plan'->>'HashAgg Batches';
	SELECT count(*) INTO differences FROM in_memory FULL JOIN spilled USING (g)
	WHERE NOT same(in_memory.state, spilled.state) OR NOT same(in_memory.value, spilled.value);
	DROP TABLE in_memory, spilled;
END $$;
SELECT signature AS spill_differs, batches, differences FROM checked, spill(state_call, call)
WHERE batches IS NULL OR batches < 2 OR differences <> 0;

DROP SCHEMA catalog_test CASCADE;
