SELECT a.item, b.item, count(*)
FROM line_20 AS a JOIN line_20 AS b ON a.basket = b.basket AND a.item < b.item
GROUP BY a.item, b.item HAVING count(*) >= 20;
