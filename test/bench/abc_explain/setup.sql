-- rows: 2000
\set serving 1400
\ir ../abc_flow/network.psql
-- The same size in 20 levels, each node with 50 edges to the next two.
DROP TABLE IF EXISTS level_network;
CREATE TABLE level_network AS
SELECT abc_network_agg('n' || source, 'n' || target, driver) AS network,
	(SELECT array_agg(account) FROM flow_cost) AS accounts, (SELECT array_agg(amount) FROM flow_cost) AS amounts
FROM (
	SELECT source, (source / width + 1) * width + (source * 7919 + i * 104729) % (2 * width) AS target,
		1 + i * source % 13 AS driver
	FROM (SELECT :rows::bigint / 20 AS width) AS w, generate_series(0, :rows::bigint - 1) AS source,
		generate_series(1, 50) AS i
	WHERE source / width < 18
) AS e;
