SELECT width_bucket(x, 0, 1000001, 640), min(y), max(y) FROM reading GROUP BY 1;
