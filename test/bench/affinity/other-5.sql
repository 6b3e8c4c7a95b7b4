SELECT a.item, b.item, count(*)
FROM line_5 AS a JOIN line_5 AS b ON a.basket = b.basket AND a.item < b.item
GROUP BY a.item, b.item HAVING count(*) >= 20;
