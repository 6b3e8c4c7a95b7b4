SELECT a.item, b.item, NULL AS c, count(*)
FROM line AS a JOIN line AS b ON a.basket = b.basket AND a.item < b.item
GROUP BY 1, 2 HAVING count(*) >= 10
UNION ALL
SELECT a.item, b.item, c.item, count(*)
FROM line AS a JOIN line AS b ON a.basket = b.basket AND a.item < b.item
	JOIN line AS c ON b.basket = c.basket AND b.item < c.item
GROUP BY 1, 2, 3 HAVING count(*) >= 10;
