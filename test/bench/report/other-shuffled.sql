SELECT width_bucket(shuffled, 0, 1000004, 640), min(y), max(y) FROM reading GROUP BY 1;
