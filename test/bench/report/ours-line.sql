-- bar: 1.5
SELECT line_points(x, y) FROM reading;
