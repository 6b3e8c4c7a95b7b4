-- migration_summary: segments as a Markov chain.
\i test/include/close.sql

-- S17.
CREATE TABLE move AS
SELECT f, t, n
FROM (VALUES ('high', 'high', 80), ('high', 'mid', 15), ('high', 'low', 5), ('mid', 'high', 20), ('mid', 'mid', 60),
		('mid', 'low', 20),
	('low', 'high', 5), ('low', 'mid', 10), ('low', 'low', 85)) AS v(f, t, n);
CREATE TABLE summary AS SELECT migration_agg(f, t, n) AS s FROM move;
SELECT s FROM summary;
SELECT migration_agg(f, t)::text = (SELECT s::text FROM summary) AS counted FROM move, generate_series(1, n);
SELECT m.* FROM summary, migration_matrix(s) AS m;
SELECT segment, round(share::numeric, 12) AS share FROM summary, migration_stationary(s);
SELECT period, segment, round(n::numeric, 10) AS n
FROM summary, migration_project(s, '{high,mid,low}', '{1000,500,300}', 3)
WHERE period IN (0, 3);
-- P^2 and P^4, from one customer in each segment.
SELECT start, period,
	string_agg(round(n::numeric, 8)::text, ' ' ORDER BY array_position('{high,mid,low}', segment)) AS row
FROM summary, unnest('{high,mid,low}'::text[]) AS start, migration_project(s, ARRAY[start], '{1}', 4)
WHERE period = 2 OR (period = 4 AND start = 'high') GROUP BY 1, 2 ORDER BY 2, 1;
SELECT round(mobility(s)::numeric, 12) AS mobility FROM summary;
-- The absorbing chain.
CREATE TABLE churn AS
SELECT 'v1 "a">"a":70 "a">"b":20 "a">"gone":10 "b">"a":10 "b">"b":60 "b">"gone":30'::migration_summary AS s;
SELECT a.segment, round(periods::numeric, 12) AS periods, share
FROM churn, migration_absorption(s) AS a JOIN LATERAL migration_stationary(s) AS t USING (segment);
SELECT * FROM churn, migration_matrix(s) WHERE from_segment = 'gone';

-- Lifetime value: with one segment to be in, it is clv.
SELECT segment, round(m.clv::numeric, 10) AS next, round(clv(150, 0.55, 0.1)::numeric, 10) AS same,
	(SELECT round(n.clv::numeric, 10) FROM markov_clv(s, '{in,out}', '{150,0}', 0.1, 'now') AS n
		WHERE n.segment = m.segment) AS now, round(clv(150, 0.55, 0.1, first => 'now')::numeric, 10) AS same_now
FROM (SELECT 'v1 "in">"in":55 "in">"out":45'::migration_summary AS s) AS t,
	markov_clv(s, '{in,out}', '{150,0}', 0.1) AS m;
-- Pfeifer and Carraway's example: recency 1 to 4 and lost; purchase 40, remarketing 4, discount 20 %; first margin now.
SELECT segment, round(clv::numeric, 4) AS clv FROM markov_clv(
	'v1 "r1">"r1":0.3 "r1">"r2":0.7 "r2">"r1":0.2 "r2">"r3":0.8 '
	'"r3">"r1":0.15 "r3">"r4":0.85 "r4">"r1":0.05 "r4">"r5":0.95 "r5">"r5":1',
	'{r1,r2,r3,r4,r5}', '{36,-4,-4,-4,0}', 0.2, 'now');
-- The value of the next period's segment, plus its margin, discounted.
SELECT count(*) AS wrong FROM summary, LATERAL (SELECT * FROM markov_clv(s, '{high,mid,low}', '{100,20,-5}', 0.08)) AS v
WHERE abs(clv - (SELECT sum(p * ('{"high":100,"mid":20,"low":-5}'::jsonb->>to_segment)::float8 + p * w.clv) / 1.08
	FROM migration_matrix(s) JOIN markov_clv(s, '{high,mid,low}', '{100,20,-5}', 0.08) AS w ON w.segment = to_segment
	WHERE from_segment = v.segment)) > 1e-9;

-- Merged by region, in any order, is counted at once; weights are exact.
SELECT rollup(s)::text = (SELECT s::text FROM summary) AS same
FROM (SELECT migration_agg(f, t, n) AS s FROM move GROUP BY n % 4) AS r;
SELECT migration_agg('a', 'b', w) AS exact FROM (VALUES (0.1), (0.2), (12345678901234567890.7)) AS t(w);
SELECT migration_agg(f, t) AS nulls FROM (VALUES ('a', 'b'), (NULL, 'b'), ('a', NULL)) AS v(f, t);
SELECT migration_agg(f, t) AS none, mobility(migration_agg(f, t)) FROM move WHERE false;
SELECT (SELECT count(*) FROM migration_matrix('v1')) + (SELECT count(*)
	FROM migration_stationary('v1')) + (SELECT count(*) FROM migration_absorption('v1')) AS nothing;

-- What depends on the start, or is not certain to come, is NULL; a cycle is visited in turn.
SELECT * FROM migration_stationary('v1 "a">"a":1 "b">"b":1 "c">"a":1 "c">"b":1');
SELECT * FROM migration_stationary('v1 "a">"b":1 "b">"a":1 "c">"a":5');
SELECT * FROM migration_absorption('v1 "a">"b":1 "a">"end":1 "b">"b2":1 "b2">"b":1 "c">"end":1 "c">"c":3');
SELECT mobility('v1 "a">"a":1') AS one_segment, mobility('v1 "a">"b":1 "b">"a":1') AS all_change,
	mobility('v1 "a">"a":1 "b">"b":1') AS none_does;
-- Hardly any leave: still all digits.
SELECT segment, round(periods::numeric) AS periods
FROM migration_absorption('v1 "a">"a":999999999999 "a">"b":1 "b">"b":999999999999 "b">"end":1');

SELECT migration_agg('a', 'b', -1);
SELECT migration_agg('a', 'b', 'NaN');
SELECT * FROM migration_project((SELECT s FROM summary), '{high,top}', '{1,2}', 1);
SELECT * FROM migration_project((SELECT s FROM summary), '{high,high}', '{1,2}', 1);
-- One list of segments serves all groups, also those in which nobody was in one of them.
SELECT * FROM migration_project('v1 "high">"mid":1', '{high,top}', '{1,0}', 1);
SELECT * FROM markov_clv('v1 "high">"mid":1', '{high,mid,top}', '{10,5,1}', 0.25);
SELECT (SELECT count(*) FROM migration_project('v1', '{high}', '{1}', 1)),
	(SELECT count(*) FROM markov_clv('v1', '{high}', '{1}', 0.25));
SELECT * FROM migration_project((SELECT s FROM summary), '{high}', '{1,2}', 1);
SELECT * FROM migration_project((SELECT s FROM summary), '{high,NULL}', '{1,2}', 1);
SELECT * FROM migration_project((SELECT s FROM summary), '{high}', '{NaN}', 1);
SELECT * FROM migration_project((SELECT s FROM summary), '{high}', '{1}', -1);
SELECT * FROM markov_clv((SELECT s FROM summary), '{high,mid}', '{1,2}', 0.1);
SELECT * FROM markov_clv((SELECT s FROM summary), '{high,mid,low}', '{1,2,3}', 0);
SELECT * FROM markov_clv((SELECT s FROM summary), '{high,mid,low}', '{1,2,3}', 12);
SELECT * FROM markov_clv((SELECT s FROM summary), '{high,mid,low}', '{1,2,3}', 0.1, 'later');
SELECT count(*)
FROM migration_matrix((SELECT migration_agg('s' || i, 's' || i + 1) FROM generate_series(1, 1000) AS i));
SELECT 'v1 "a">"b":-1'::migration_summary;
SELECT 'v1 "a"'::migration_summary;
SELECT migration_add('v1', 'a', 'b'), migration_add('v1', 'a', 'b', 2.5),
	migration_merge('v1 "a">"b":1', 'v1 "a">"b":2');
-- The long run is a fixed point, and a hundred segments are no matter.
SELECT count(*) AS segments, count(*) FILTER (WHERE NOT near(next, share, 1e-12)) AS wrong,
	round(sum(share)::numeric, 12) AS all
FROM (SELECT migration_agg('s' || i % 100, 's' || (i * i % 97 + i / 100) % 100) AS s
	FROM generate_series(1, 20000) AS i) AS m,
	LATERAL (SELECT st.segment, st.share,
			(SELECT sum(p * f.share) FROM migration_matrix(s)
			JOIN migration_stationary(s) AS f ON f.segment = from_segment WHERE to_segment = st.segment) AS next
		FROM migration_stationary(s) AS st WHERE st.segment < 's13') AS l;
-- Weights that add up beyond 128 bits; a chain that drifts; results out of range.
SELECT round(sum(p)::numeric, 10) AS all
FROM migration_matrix((SELECT migration_agg('a', 's' || i, 999999999999999999999999999999999999)
		FROM generate_series(1, 400) AS i))
WHERE from_segment = 'a';
SELECT segment, share
FROM migration_stationary((SELECT migration_agg('s' || lpad(i::text, 4, '0'), 's' || lpad((i + d)::text, 4, '0'),
				CASE d WHEN 1 THEN 999999 ELSE 1 END)
	FROM generate_series(1, 54) AS i, (VALUES (1), (-1)) AS v(d) WHERE i + d BETWEEN 1 AND 54)) WHERE segment > 's0052';
SELECT migration_project('v1 "a">"b":1 "c">"b":1', '{a,c}', '{1e308,1e308}', 1);
SELECT count(*)
FROM migration_absorption((SELECT migration_agg('s' || lpad(i::text, 4, '0'), 's' || lpad((i + d)::text, 4, '0'),
				CASE d WHEN 1 THEN 9 ELSE 1 END)
	FROM generate_series(2, 400) AS i, (VALUES (1), (-1)) AS v(d) WHERE i + d BETWEEN 1 AND 400));
DROP TABLE move, summary, churn;
