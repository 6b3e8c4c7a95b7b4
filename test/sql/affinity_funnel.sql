-- funnel_agg, window_funnel, funnel_table, sessionize: how far did customers get?
CREATE FUNCTION events(letters text, OUT at timestamp, OUT steps boolean[]) RETURNS SETOF record LANGUAGE sql AS $$
	-- A letter a second; A is step 1, "." is no step; a small letter comes in the same second as the one before.
	SELECT timestamp '2024-01-01' + interval '1 s' * count(*) FILTER (WHERE c !~ '[a-z]') OVER (ORDER BY n),
		ARRAY[upper(c) = 'A', upper(c) = 'B', upper(c) = 'C', upper(c) = 'D']
	FROM regexp_split_to_table(letters, '') WITH ORDINALITY AS t(c, n) WHERE c <> ''
$$;

-- ClickHouse's examples, and what the modes differ in.
SELECT letters, mode, (SELECT window_funnel('1 hour', mode, at, steps) FROM events(letters)) AS depth,
	(SELECT funnel_depth(funnel_agg(at, steps), '1 hour', mode) FROM events(letters)) AS two_steps
FROM (VALUES ('ABCBD', 'basic'), ('ABCBD', 'strict_deduplication'), ('ABDC', 'basic'), ('ABDC', 'strict_order'),
		('AB.C', 'basic'), ('AB.C', 'strict_order'),
	('AAb', 'basic'), ('AAb', 'strict_increase'), ('Ab', 'strict_increase'), ('Ba', 'basic'), ('Ba', 'strict_increase'),
		('Abcd', 'basic'), ('Abcd', 'strict_increase'),
	('ABDCD', 'strict_order'), ('ABDCD', 'allow_reentry'), ('AABC', 'allow_reentry'), ('AB.CD', 'allow_reentry'),
		('.AABBCD', 'strict_order'),
	('BCD', 'basic'), ('ABaBCD', 'strict_deduplication'), ('AABBCD', 'strict_deduplication'),
		('AbBCD', 'strict_increase'),
	('AbC', 'strict_order,strict_increase'), ('AB.C', 'strict_deduplication,strict_increase')) AS v(letters, mode);
-- Time runs from the first step, of the latest start that leads there.
SELECT letters, within, (SELECT funnel_depth(funnel_agg(at, steps), within) FROM events(letters)) AS depth
FROM (VALUES ('A..B', '2 s'::interval), ('A..B', '3 s'), ('A..B', '2.999999 s'), ('A..BAB', '1 s'), ('AB..C', '2 s'),
		('ABA.BC', '3 s'), ('Ab', '0')) AS v(letters, within);
-- One event can be several steps; a NULL condition is false; NULL rows are ignored; timestamptz likewise.
SELECT funnel_depth(funnel_agg(at, steps), '1 h') AS depth, funnel_agg(at, steps)
FROM (VALUES (timestamp '2024-01-01', '{t,t,NULL}'::boolean[]),
	(NULL, '{t,t,t}'), ('2024-01-02', NULL), ('2024-01-01', '{f,f,t}')) AS v(at, steps);
SELECT funnel_agg(at::timestamptz, '{t}') = funnel_agg(at::timestamptz AT TIME ZONE 'UTC', '{t}') AS same_in_utc
FROM (VALUES ('2024-01-01 12:00+05'), ('2024-07-01 00:00+00')) AS v(at);
SELECT funnel_depth(funnel_agg(at, steps), '1 h') AS no_events, window_funnel('1 h', 'basic', at, steps)
FROM events('A')
WHERE false;
SELECT funnel_depth('v1', '1 h') AS empty;

-- Equal to all chains of events found by joins, on random events, whatever the order and the split.
SELECT setseed(0.5);
CREATE TABLE event AS
SELECT u AS customer, timestamp '2024-01-01' + interval '1 min' * floor(random() * 20) AS at,
	ARRAY[random() < .3, random() < .3, random() < .3] AS steps, floor(random() * 3) AS part
FROM generate_series(1, 400) AS u, generate_series(1, 1 + u % 9);
CREATE VIEW by_join AS
SELECT customer, CASE WHEN EXISTS (SELECT FROM event AS a JOIN event AS b USING (customer)
	JOIN event AS c USING (customer)
			WHERE customer = u.customer AND a.steps[1] AND b.steps[2] AND c.steps[3] AND a.at <= b.at AND b.at <= c.at
				AND c.at <= a.at + interval '6 min') THEN 3
		WHEN EXISTS (SELECT FROM event AS a JOIN event AS b USING (customer)
			WHERE customer = u.customer AND a.steps[1] AND b.steps[2] AND a.at <= b.at
				AND b.at <= a.at + interval '6 min') THEN 2
		WHEN bool_or(steps[1]) THEN 1 ELSE 0 END AS basic,
	CASE WHEN EXISTS (SELECT FROM event AS a JOIN event AS b USING (customer) JOIN event AS c USING (customer)
			WHERE customer = u.customer AND a.steps[1] AND b.steps[2] AND c.steps[3] AND a.at < b.at AND b.at < c.at
				AND c.at <= a.at + interval '6 min') THEN 3
		WHEN EXISTS (SELECT FROM event AS a JOIN event AS b USING (customer)
			WHERE customer = u.customer AND a.steps[1] AND b.steps[2] AND a.at < b.at
				AND b.at <= a.at + interval '6 min') THEN 2
		WHEN bool_or(steps[1]) THEN 1 ELSE 0 END AS increase
FROM event AS u GROUP BY customer;
SELECT count(*) AS customers, count(DISTINCT basic) AS depths,
	count(*) FILTER (WHERE funnel_depth(s, '6 min') <> basic) AS basic_differs,
		count(*) FILTER (WHERE funnel_depth(s, '6 min', 'strict_increase') <> increase) AS increase_differs,
	count(*) FILTER (WHERE basic <> increase) > 0 AS not_the_same
FROM by_join JOIN (SELECT customer, funnel_agg(at, steps) AS s FROM event GROUP BY customer) AS f USING (customer);
-- The strict modes by walking through the events, of one instant those that are no step first and then step by step.
CREATE FUNCTION walk(customer_ integer, strict_order boolean, deduplicate boolean,
		reentry boolean) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE e record; start timestamp[] := array_fill(NULL::timestamp, '{3}'); reached integer := 0;
BEGIN
	FOR e IN SELECT at, k FROM event, LATERAL (SELECT k FROM generate_series(1, 3) AS k WHERE steps[k]
				UNION ALL SELECT 0 WHERE NOT (steps[1] OR steps[2] OR steps[3])) AS t WHERE customer = customer_
				ORDER BY at, k LOOP
		IF e.k = 0 THEN
			EXIT WHEN strict_order AND reached > 0;
		ELSIF e.k = 1 THEN
			start[1] := e.at; reached := greatest(reached, 1);
		ELSIF deduplicate AND start[e.k] IS NOT NULL THEN
			EXIT;
		ELSIF start[e.k - 1] IS NULL THEN
			EXIT WHEN strict_order AND reached > 0 AND NOT reentry;
		ELSIF e.at <= start[e.k - 1] + interval '6 min' THEN
			start[e.k] := start[e.k - 1]; reached := greatest(reached, e.k);
			EXIT WHEN reached = 3;
		END IF;
	END LOOP;
	RETURN reached;
END $$;
SELECT mode, count(DISTINCT walked) AS depths, count(*) FILTER (WHERE depth <> walked) AS differ
FROM (VALUES ('strict_order', true, false, false), ('strict_deduplication', false, true, false),
		('allow_reentry', true, false, true), ('strict_order,strict_deduplication', true, true, false)) AS m(mode, o, d,
		r),
	(SELECT customer, funnel_agg(at, steps) AS s FROM event GROUP BY customer) AS f, walk(customer, o, d, r) AS walked,
		funnel_depth(s, '6 min', mode) AS depth
GROUP BY mode ORDER BY mode;
SELECT count(*) FILTER (WHERE merged <> s) AS merged_differs,
	count(*) FILTER (WHERE w <> funnel_depth(s, '6 min', 'strict_order')) AS one_step_differs
FROM (SELECT customer, funnel_agg(at, steps) AS s,
		window_funnel('6 min', 'strict_order', at, steps ORDER BY random()) AS w FROM event GROUP BY customer) AS a
	JOIN (SELECT customer, rollup(p) AS merged
		FROM (SELECT customer, funnel_agg(at, steps ORDER BY random()) AS p FROM event GROUP BY customer, part) AS q
		GROUP BY customer) AS b USING (customer);

-- At which step do customers leave?
CREATE TABLE counted AS SELECT funnel_depth_agg(d, 3) AS c FROM unnest('{0,1,1,2,3,3,1,0,NULL}'::integer[]) AS d;
SELECT c FROM counted;
SELECT step, reached, round(of_start::numeric, 4) AS of_start, round(of_start_low::numeric, 4) AS low,
	round(of_start_high::numeric, 4) AS high,
	round(of_previous::numeric, 4) AS of_previous, round(of_previous_low::numeric, 4) AS low,
		round(of_previous_high::numeric, 4) AS high
FROM counted, funnel_table(c);
SELECT bool_and(abs(of_previous_low - proportion_low(reached, before)) < 1e-14
		AND abs(of_previous_high - proportion_high(reached, before)) < 1e-14) AS wilson
FROM (SELECT *, lag(reached) OVER (ORDER BY step) AS before FROM counted, funnel_table(c)) AS t WHERE step > 1;
SELECT rollup(p) = (SELECT c FROM counted) AS merged
FROM (SELECT funnel_depth_agg(d, 3) AS p FROM unnest('{0,1,1,2,3,3,1,0}'::integer[]) AS d GROUP BY d % 2) AS q;
SELECT * FROM funnel_table('v1 2 5 0 0');
SELECT count(*) AS none FROM funnel_table('v1');
SELECT i, funnel_depth_agg(d, 3) OVER (ORDER BY i ROWS 1 PRECEDING)
FROM unnest('{0,1,3,2}'::integer[]) WITH ORDINALITY AS u(d, i);

-- Visits: a pause longer than the gap begins another one.
SELECT customer, at, sessionize(at, '30 min') OVER (PARTITION BY customer ORDER BY at) AS visit
FROM (VALUES (1, timestamptz '2024-01-01 10:00Z'), (1, '2024-01-01 10:30Z'),
	(1, '2024-01-01 11:00:00.000001Z'), (1, NULL), (1, '2024-01-01 10:30Z'), (2, '2024-01-01 10:00Z')) AS v(customer,
		at) ORDER BY 1, 2;
SELECT sessionize(at, '1 day') OVER (ORDER BY at) AS visit
FROM (VALUES (timestamp '2024-01-01'), ('2024-01-02'), ('2024-01-04')) AS v(at);
SELECT sessionize(at, NULL) OVER (ORDER BY at) AS no_gap FROM (VALUES (timestamp '2024-01-01')) AS v(at);
SELECT bool_and(visit = by_lag) AS same FROM (
	SELECT customer, sessionize(at, '3 min') OVER w AS visit,
		sum(CASE WHEN at - before <= interval '3 min' THEN 0 ELSE 1 END) OVER w AS by_lag
	FROM (SELECT customer, at, lag(at) OVER (PARTITION BY customer ORDER BY at) AS before FROM event) AS e
	WINDOW w AS (PARTITION BY customer ORDER BY at)) AS t;

-- What is refused.
SELECT funnel_depth(funnel_agg(at, steps), '1 mon') FROM events('AB');
SELECT funnel_depth(funnel_agg(at, steps), '-1 s') FROM events('AB');
SELECT funnel_depth(funnel_agg(at, steps), '1 h', 'strict') FROM events('AB');
SELECT funnel_depth(funnel_agg(at, steps), '1 h', 'strict_order,') FROM events('AB');
SELECT window_funnel(w, 'basic', at, steps) FROM events('AB'), (VALUES ('1 h'::interval), ('2 h')) AS v(w);
SELECT window_funnel('1 h', m, at, steps) FROM events('AB'), (VALUES ('basic'), ('strict_order')) AS v(m);
SELECT funnel_agg(timestamp '2024-01-01', s) FROM (VALUES ('{t}'::boolean[]), ('{t,f}')) AS v(s);
SELECT funnel_agg(timestamp '2024-01-01', '{}');
SELECT funnel_agg(timestamp '2024-01-01', array_fill(true, '{65}'));
SELECT funnel_agg(timestamp 'infinity', '{t}');
SELECT rollup(s) FROM (VALUES ('v1 1 0:1'::funnel_summary), ('v1 2 0:10')) AS v(s);
SELECT funnel_depth_agg(4, 3);
SELECT funnel_depth_agg(0, 0);
SELECT funnel_depth_agg(1, n) FROM generate_series(2, 3) AS n;
SELECT funnel_counts_remove('v1 2 0 0 1', 0, 2);
SELECT * FROM funnel_table('v1 2 0 0 1', 95);
SELECT sessionize(at, '1 h') OVER () FROM (VALUES (timestamp '2024-01-01'), ('2024-01-02')) AS v(at);
SELECT sessionize(at, '1 h') OVER (ORDER BY at DESC) FROM (VALUES (timestamp '2024-01-01'), ('2024-01-02')) AS v(at);
SELECT sessionize(at, '1 mon') OVER (ORDER BY at) FROM (VALUES (timestamp '2024-01-01')) AS v(at);
SELECT sessionize(at, '1 h') OVER (ORDER BY at) FROM (VALUES (timestamp '-infinity')) AS v(at);
SELECT sessionize(at, g) OVER (ORDER BY at)
FROM (VALUES (timestamp '2024-01-01', interval '1 h'), ('2024-01-02', '2 h')) AS v(at, g);
-- Events that are no step are not kept where nothing depends on them; what is left can be stored all the same.
SELECT funnel_ask('v1', '1 s', 'basic', timestamp '2024-01-01', '{f,f}')::text::funnel_summary AS asked,
	window_funnel_final('v1 2 within=1000000 mode=basic') AS depth;
SELECT 'v1 2 within=1 mode=strict_order'::funnel_summary;
SELECT 'v1 0'::funnel_summary;
SELECT 'v1 65 0:1'::funnel_summary;
SELECT 'v1 1'::funnel_summary;
SELECT 'v1 2 0:1'::funnel_summary;
SELECT 'v1 1 0:1 x'::funnel_summary;
SELECT 'v1 1 within=1 0:1'::funnel_summary;
SELECT 'v1 1 within=1 mode=strict 0:1'::funnel_summary;
SELECT 'v1 1 9223372036854775807:1'::funnel_summary;
SELECT 'v1 2 1 2'::funnel_counts;
SELECT 'v1 2 1 2 -3'::funnel_counts;
SELECT 'v1 65 1'::funnel_counts;

DROP VIEW by_join;
DROP TABLE event, counted;
DROP FUNCTION events, walk;
