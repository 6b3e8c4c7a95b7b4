-- bar: 0.02
SELECT f.* FROM flow_network, abc_flow(network, accounts, amounts) AS f;
