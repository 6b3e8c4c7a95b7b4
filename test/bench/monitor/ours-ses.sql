-- bar: 1.2
SELECT sum(y) FROM (SELECT ses(x, 0.2) OVER (ORDER BY t) AS y FROM reading) AS s;
