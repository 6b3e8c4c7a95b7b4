-- rows: 2000
-- Activities that serve each other, 50 edges each; a tenth of the nodes are products.
DROP TABLE IF EXISTS flow_edge, flow_cost, flow_network;
CREATE UNLOGGED TABLE flow_edge AS
SELECT 'n' || source AS source, 'n' || target AS target, sum(driver) AS driver
FROM (
	SELECT i / 50 AS source, (i::bigint * 7919 + i / 50 * 104729) % :rows AS target, 1 + i % 13 AS driver
	FROM generate_series(0, :rows * 45 - 1) AS i) AS e
WHERE source <> target AND source < :rows * 9 / 10
GROUP BY 1, 2;
CREATE TABLE flow_cost AS SELECT 'n' || i AS account, 1000000.00 + i AS amount FROM generate_series(0, 99) AS i;
CREATE TABLE flow_network AS
SELECT abc_network_agg(source, target, driver) AS network,
	(SELECT array_agg(account) FROM flow_cost) AS accounts, (SELECT array_agg(amount) FROM flow_cost) AS amounts
FROM flow_edge;
ANALYZE flow_edge;
-- What one would write: pass cost on along a join until hardly any is left.
CREATE OR REPLACE FUNCTION flow_by_iteration() RETURNS TABLE (node text, amount numeric) LANGUAGE plpgsql AS $$
DECLARE round integer := 0;
BEGIN
	CREATE TEMP TABLE share AS SELECT source, target, driver / sum(driver) OVER (PARTITION BY source) AS share FROM flow_edge;
	CREATE TEMP TABLE held AS SELECT account AS node, flow_cost.amount FROM flow_cost;
	CREATE TEMP TABLE ended (node text, amount numeric);
	LOOP
		CREATE TEMP TABLE next AS
		SELECT target AS node, sum(held.amount * share)::numeric(40,12) AS amount FROM held JOIN share ON source = held.node GROUP BY target;
		INSERT INTO ended SELECT next.node, next.amount FROM next WHERE next.node NOT IN (SELECT source FROM flow_edge);
		DELETE FROM next WHERE next.node NOT IN (SELECT source FROM flow_edge);
		DROP TABLE held;
		ALTER TABLE next RENAME TO held;
		EXIT WHEN (SELECT coalesce(sum(held.amount), 0) FROM held) < 0.00001;
	END LOOP;
	RETURN QUERY SELECT ended.node, round(sum(ended.amount), 2) FROM ended GROUP BY ended.node;
	DROP TABLE share, held, ended;
END $$;
