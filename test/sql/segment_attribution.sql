-- markov_attribution: which channels bring the conversions?
-- Three journeys: C1 C2 C3 converts, C1 and C2 C3 do not.
CREATE TABLE journeys AS
SELECT migration_agg(f, t) AS m
FROM (VALUES ('start', 'C1'), ('C1', 'C2'), ('C2', 'C3'), ('C3', 'bought'), ('start', 'C1'), ('C1', 'left'),
	('start', 'C2'), ('C2', 'C3'), ('C3', 'left')) AS v(f, t);
SELECT a.* FROM journeys, markov_attribution(m, 'start', 'bought', 'left') AS a;
-- From a table of touches to exact revenue by channel.
CREATE TABLE touch AS
SELECT customer, n, (ARRAY['display', 'mail', 'search', 'shop'])[1 + (customer * 7 + n * n * 3) % 11 % 4] AS channel
FROM generate_series(1, 300) AS customer, generate_series(1, 1 + customer % 5) AS n;
CREATE TABLE bought AS SELECT customer, customer * 1.01 AS revenue FROM generate_series(3, 300, 3) AS customer;
CREATE TABLE attributed AS
SELECT channel, removal_effect, share,
	abc_allocate((SELECT sum(revenue) FROM bought), share, channel) OVER () AS revenue
FROM (SELECT migration_agg(f, t) AS m FROM (
	SELECT coalesce(lag(channel) OVER w, '(start)') AS f, channel AS t
	FROM touch WINDOW w AS (PARTITION BY customer ORDER BY n)
	UNION ALL
	SELECT channel, CASE WHEN customer IN (SELECT customer FROM bought) THEN '(bought)' ELSE '(lost)' END
	FROM (SELECT DISTINCT ON (customer) customer, channel FROM touch ORDER BY customer, n DESC) AS last) AS moves) AS j,
	markov_attribution(m, '(start)', '(bought)', '(lost)');
SELECT channel, round(removal_effect::numeric, 6) AS removal_effect, round(share::numeric, 6) AS share, revenue
FROM attributed ORDER BY channel;
SELECT sum(revenue) = (SELECT sum(revenue) FROM bought) AS exact, abs(sum(share) - 1) < 1e-14 AS all_shares
FROM attributed;
-- By hand: 7 of 16 convert; without a it is 1 of 24, without b 1 of 4.
SELECT a.*
FROM markov_attribution('v1 "s">"a":3 "s">"b":1 "a">"a":1 "a">"b":2 "a">"won":1 "b">"a":1 "b">"lost":4 "b">"won":1',
		's', 'won', 'lost') AS a;
-- A channel after which nothing was seen, one that nobody comes from the start to, a cycle, and moves out of the ends.
SELECT a.*
FROM markov_attribution('v1 "s">"a":1 "s">"dead":1 "s">"r1":1 "r1">"r2":1 "r2">"r1":1 "x">"won":1 '
	'"a">"won":1 "won">"a":5 "lost">"s":2 "s">"lost":1', 's', 'won', 'lost') AS a;
-- Nobody converts; weights of 0.
SELECT a.* FROM markov_attribution('v1 "s">"a":1 "a">"lost":1 "b">"won":1', 's', 'won', 'lost') AS a;
SELECT a.* FROM markov_attribution('v1 "s">"a":1 "a">"lost":1 "a">"won":0', 's', 'won', 'lost') AS a;

SELECT * FROM journeys, markov_attribution(m, 'begin', 'bought', 'left');
-- Ends that nobody of a small group came to, and a group of nobody: a report goes on.
SELECT a.* FROM journeys, markov_attribution(m, 'start', 'sold', 'left') AS a;
SELECT a.* FROM markov_attribution('v1 "s">"a":1 "s">"b":3 "a">"b":1 "b">"won":1', 's', 'won', 'lost') AS a;
SELECT a.* FROM markov_attribution('v1', 's', 'won', 'lost') AS a;
SELECT * FROM journeys, markov_attribution(m, 'start', 'bought', 'bought');
SELECT count(*)
FROM (SELECT migration_agg('c' || i, 'c' || i + 1) AS m FROM generate_series(1, 1001) AS i) AS t,
	markov_attribution(m, 'c1', 'c2', 'c3');

DROP TABLE journeys, touch, bought, attributed;
