-- bar: 1.2
SELECT sum(y) FROM (SELECT cusum_high(x, 55, 1.5) OVER (ORDER BY t) AS y FROM reading) AS s;
