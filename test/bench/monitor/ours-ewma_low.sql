-- bar: 1.2
SELECT sum(y) FROM (SELECT ewma_low(x, 0.2, 55, 3) OVER (ORDER BY t) AS y FROM reading) AS s;
