-- bar: 1.0
SELECT kmeans_fit(ARRAY[x1, x2, x3, x4], 5) FROM kmeans_customer
