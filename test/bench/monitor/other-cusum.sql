SELECT sum(y) FROM (SELECT sum(x) OVER (ORDER BY t) AS y FROM reading) AS s;
