SELECT t.* FROM flow_network, abc_trace(network, accounts, amounts) AS t;
