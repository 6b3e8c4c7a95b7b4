-- bar: 2
SELECT e.* FROM level_network, abc_explain(network, accounts, amounts, 'n1999') AS e;
