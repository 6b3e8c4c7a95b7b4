-- bar: 2 s
-- The other is one flow, not a hundred of them.
SELECT t.* FROM flow_network, abc_trace(network, accounts, amounts) AS t;
