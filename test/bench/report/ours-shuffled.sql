-- bar: 1.5
SELECT line_points(shuffled, y) FROM reading;
