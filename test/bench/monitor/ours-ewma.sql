-- bar: 1.2
SELECT sum(y) FROM (SELECT ewma(x, 0.2, 55) OVER (ORDER BY t) AS y FROM reading) AS s;
