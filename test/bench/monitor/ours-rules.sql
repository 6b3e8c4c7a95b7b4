-- bar: 1.2
SELECT count(y) FROM (SELECT spc_rules(x, 55, 3, '{1,2,5,6}') OVER (ORDER BY t) AS y FROM reading) AS s;
