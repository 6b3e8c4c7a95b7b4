-- bar: 2
SELECT abc_network_agg(source, target, driver) FROM edge;
