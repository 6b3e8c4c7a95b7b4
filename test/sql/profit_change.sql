-- contribution_agg, pvm_agg and key_drivers: what moved the total?
CREATE TABLE quarter (segment text, old numeric, new numeric);
INSERT INTO quarter VALUES ('north', 1200.00, 1350.50), ('north', 100.00, 50.00), ('south', 800.00, 640.25),
	('online', NULL, 310.10),
	('fax', 55.55, NULL), ('claims', -120.00, -260.40), ('stores', 400.00, 400.00);
CREATE TABLE changed AS SELECT contribution_agg(segment, old, new) AS s FROM quarter;
SELECT s FROM changed;
SELECT segment, old, new, change, round(contribution::numeric, 6) AS contribution, round(share::numeric, 6) AS share
FROM changed, contribution_table(s);
SELECT sum(change) = (SELECT sum(coalesce(new, 0) - coalesce(old, 0)) FROM quarter) AS changes,
	abs(sum(share) - 1) < 1e-14 AS shares
FROM changed, contribution_table(s);
SELECT segment, change, round(share::numeric, 4) AS share FROM changed, key_drivers(s, 3);
SELECT sum(change) = (SELECT sum(change) FROM contribution_table(s)) AS adds_up, count(*) AS segments
FROM changed, key_drivers(s) GROUP BY s;
-- A loss before; a total that did not change; nothing.
SELECT segment, change, contribution, share FROM contribution_table('v1 "a":-100,-50 "b":50,30') ORDER BY segment;
SELECT segment, change, contribution, share FROM contribution_table('v1 "a":-100,50 "b":100,-50') ORDER BY segment;
SELECT contribution_agg(segment, old, new) AS empty FROM quarter WHERE false;
SELECT count(*) AS rows FROM contribution_table('v1');
SELECT contribution_agg(segment, old, new) AS ignored
FROM (VALUES (NULL, NULL::numeric, NULL::numeric), ('a', NULL, NULL)) AS v(segment, old, new);
-- An amount without a segment would be missing in the total.
SELECT contribution_agg(segment, old, new) FROM (VALUES (NULL, 1, 2), ('a', 1, 2)) AS v(segment, old, new);
SELECT pvm_agg(NULL::text, 5, 3.00, 0, NULL);
-- Labels are integers, too: own clusters and scores.
SELECT contribution_agg(c, o, n) AS integers, contribution_agg(c, o, n) = contribution_agg(c::text, o, n) AS as_text,
	pvm_agg(c, 2, o, 3, n) = pvm_agg(c::text, 2, o, 3, n) AS items, contribution_agg(NULL, NULL, NULL) AS nothing
FROM (VALUES (1, 10.5, 12), (-2, 4, 0), (1, 1, 1)) AS v(c, o, n);
SELECT contribution_agg(s, o, n) AS columns FROM (VALUES ('a'::varchar, 1::smallint, 2::bigint)) AS v(s, o, n);
SELECT contribution_agg('a', x, x) AS digits
FROM (VALUES (0.00000000000000000001), (1000000000000000), (-1000000000000000)) AS v(x);

-- Price, volume and mix: three items in both periods, one new, one lost.
CREATE TABLE price (item text, old_quantity numeric, old_price numeric, new_quantity numeric, new_price numeric);
INSERT INTO price VALUES ('A', 100, 10.00, 120, 11.00), ('B', 60, 25.00, 45, 26.50), ('C', 40, 7.99, 70, 7.49),
	('D', NULL, NULL, 15, 30.00), ('E', 20, 12.50, NULL, NULL);
CREATE TABLE compared AS SELECT pvm_agg(item, old_quantity, old_price, new_quantity, new_price) AS s FROM price;
SELECT s FROM compared;
SELECT p.* FROM compared, pvm_table(s) AS p
UNION ALL SELECT 'all', sum(old), sum(new), sum(change), sum(price), sum(volume), sum(mix), sum(new_item),
	sum(lost_item)
FROM compared, pvm_table(s) AS p;
-- As the formulas say, before rounding.
SELECT item, abs(p.price - (new_price - old_price) * new_quantity) < 0.01 AS price,
	abs(volume - old_price * old_quantity * (235 / 200.0 - 1)) < 0.01 AS volume,
	abs(mix - old_price * (new_quantity - old_quantity * 235 / 200.0)) < 0.01 AS mix
FROM compared, pvm_table(s) AS p JOIN price AS q USING (item) WHERE item <= 'C';
SELECT item, p.price, volume, mix FROM compared, pvm_table(s, 4) AS p WHERE item = 'C';
SELECT item, change FROM compared, key_drivers(s, 2);
-- Rows of one item are one, at its mean price; parts merged in any way.
SELECT pvm_agg(item, old_quantity / 4, old_price, new_quantity / 4, new_price) = (SELECT s FROM compared) AS same
FROM price, generate_series(1, 4);
SELECT rollup(s) = (SELECT s FROM compared) AS merged
FROM (SELECT pvm_agg(item, old_quantity, old_price, new_quantity, new_price) AS s FROM price GROUP BY item) AS parts;
SELECT p.*
FROM pvm_table((SELECT pvm_agg('a', q0, p0, q1, p1)
		FROM (VALUES (1, 5.00, 3, 5.00), (1, 7.00, 0, NULL)) AS v(q0, p0, q1, p1))) AS p;
-- Adds up exactly on random items, with losses, new and lost ones, in thirds of cents; the same merged from parts.
CREATE TABLE random_price AS
SELECT 'i' || i % 97 AS item, i % 5 AS part, nullif(i * 7919 % 11, 3) * 0.3 AS q0, (i * 31 % 1009 - 90) * 0.01 AS p0,
	nullif(i * 104729 % 13, 5) * 0.7 AS q1, (i * 37 % 997 - 80) * 0.01 AS p1
FROM generate_series(1, 400) AS i;
CREATE TABLE random_compared AS SELECT pvm_agg(item, q0, p0, q1, p1) AS s FROM random_price;
SELECT count(*) AS items,
	count(*) FILTER (WHERE change <> price + volume + mix + new_item + lost_item OR change <> new - old) AS wrong,
	sum(change) = (SELECT sum(coalesce(q1 * p1, 0) - coalesce(q0 * p0, 0)) FROM random_price) AS total
FROM random_compared, pvm_table(s);
SELECT rollup(p)::text = (SELECT s::text FROM random_compared) AS merged
FROM (SELECT pvm_agg(item, q0, p0, q1, p1) AS p FROM random_price GROUP BY part) AS q;
SELECT abs(sum(volume) + sum(mix) + sum(price) - sum(change)) AS difference, count(*) AS items
FROM random_compared, pvm_table(s, 0)
WHERE new_item = 0 AND lost_item = 0;
SELECT contribution_agg(item, q0 * p0, q1 * p1) IS NOT NULL AS takes_it,
	(SELECT sum(change)
		FROM contribution_table(contribution_agg(item, q0 * p0, q1 * p1))) = sum(coalesce(q1 * p1,
				0) - coalesce(q0 * p0, 0)) AS exact
FROM random_price;
SELECT p.* FROM pvm_table('v1 "a":1,1,2000000,3 "b":3,7,1,1', 0) AS p;
SELECT count(*) AS none FROM pvm_table('v1');

SELECT contribution_agg('a', 'NaN', 1);
SELECT contribution_agg('a', 1, 'NaN');
SELECT contribution_agg('a', 1e36, 1.5);
SELECT contribution_agg('a', 1e-40, 1);
SELECT * FROM key_drivers('v1 "a":1,2'::contribution_summary, 0);
SELECT pvm_agg('a', -1, 5, 1, 5);
SELECT pvm_agg('a', 1, NULL, 1, 5);
SELECT pvm_agg('a', 1, 5, 1, 'NaN');
SELECT * FROM pvm_table('v1 "a":1,2,3,4', 21);
SELECT * FROM pvm_table('v1 "a":0.00000000000000000000000000000001,1000,100000000000000000000000000000000,4');
SELECT 'v1 "a":1'::contribution_summary;
SELECT 'v1 "a":1,2,3'::contribution_summary;
SELECT 'v1 "a":1,2 "a":1,2'::contribution_summary;
SELECT 'v1 a:1,2'::contribution_summary;
SELECT 'v1 "a":1,NaN'::contribution_summary;
SELECT 'v1 "a":0,5,1,1'::pvm_summary;
SELECT 'v1 "a":-1,5,1,1'::pvm_summary;

DROP TABLE quarter, changed, price, compared, random_price, random_compared;
