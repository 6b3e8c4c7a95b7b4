SELECT t.* FROM level_network, abc_trace(network, accounts, amounts) AS t;
