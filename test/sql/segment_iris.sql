-- k-means on Fisher's iris (S16), from the centres of rows 1, 51 and 101.
\i test/include/close.sql

CREATE TABLE iris (i integer, a float8, b float8, c float8, d float8, species text);
\copy iris FROM 'test/data/iris.csv' CSV HEADER
CREATE TABLE model AS
SELECT kmeans_fit(ARRAY[a, b, c, d], (
	SELECT array_agg(ARRAY[a, b, c, d] ORDER BY i) FROM iris WHERE i IN (1, 51, 101))) AS m
FROM iris;
SELECT cluster, size, close(within, w) AS within,
	(SELECT bool_and(close(x, e, 1e-13)) FROM unnest(centre, es) AS u(x, e)) AS centre
FROM model, kmeans_centres(m) JOIN (VALUES (1, 15.151, '{5.006,3.428,1.462,0.246}'::float8[]),
	(2, 39.8209677419, '{5.90161290322581,2.74838709677419,4.39354838709678,1.43387096774194}'),
	(3, 23.8794736842, '{6.85,3.07368421052632,5.74210526315789,2.07105263157895}')) AS v(cluster, w,
		es) USING (cluster)
ORDER BY 1;
SELECT close((j->>'within')::float8, 78.8514414261) AS within, close((j->>'between')::float8, 602.519158574) AS between
FROM model, model_json(m) AS j;
SELECT close(avg(s), 0.552819012356) AS silhouette
FROM (SELECT silhouette(ARRAY[a, b, c, d], kmeans_assign(m, ARRAY[a, b, c, d])) OVER () AS s FROM iris, model) AS q;
SELECT kmeans_assign(m, ARRAY[a, b, c, d]) AS cluster, species, count(*) AS flowers
FROM iris, model GROUP BY 1, 2 ORDER BY 1, 2;
-- k-means++ finds the same clusters.
SELECT close((model_json(kmeans_fit(ARRAY[a, b, c, d], 3))->>'within')::float8, 78.8514414261) AS same FROM iris;
DROP TABLE iris, model;
