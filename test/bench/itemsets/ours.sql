-- bar: 0.3
-- All sizes, not only two and three.
SELECT f.* FROM (SELECT itemsets_agg(items, 10) AS m FROM basket) AS t, frequent_itemsets(m) AS f;
