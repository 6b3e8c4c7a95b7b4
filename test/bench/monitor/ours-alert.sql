-- bar: 1.2
SELECT sum(y) FROM (SELECT alert(x > 59, 2, 3) OVER (ORDER BY t) AS y FROM reading) AS s;
