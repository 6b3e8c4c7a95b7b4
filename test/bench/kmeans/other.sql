SELECT count(*) FROM kmeans_fitted, generate_series(1, (model_json(model)->'iterations')::integer) AS round,
	LATERAL (SELECT avg(x1), avg(x2), avg(x3), avg(x4) FROM kmeans_customer WHERE x1 > -round
		GROUP BY cluster) AS centre
