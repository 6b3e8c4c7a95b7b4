-- bar: 0.02
SELECT t.* FROM flow_network, abc_trace(network, accounts, amounts) AS t;
