-- quadrant: two by two.

-- Example 20, residual income against a potential cut of 60.
SELECT potential, income, quadrant(income, potential, 0, 60)
FROM (VALUES (60, 0), (59.999, 0.01), (80, -0.01), (10, -500), (NULL, 5)) AS t(potential, income);
-- Value and ability (S15): cuts at the medians.
SELECT quadrant(value, ability, 87.5, 5, '{focus,develop,maintain,value only}') AS field,
	array_agg(id ORDER BY id) AS ids
FROM (VALUES (1, 120, 3), (2, 80, 8), (3, 200, 9), (4, 15, 2), (5, 60, 7), (6, 150, 4), (7, 40, 6), (8, 95, 1)) AS t(id,
		value, ability)
GROUP BY 1 ORDER BY 1;
-- Columns of any numeric type, and NULL anywhere.
SELECT quadrant(1::smallint, 1::bigint), quadrant(-1.5, 1::real), quadrant(-1, -1), quadrant(1, -1::float8);
SELECT quadrant(NULL, 1) IS NULL AND quadrant(1, NULL) IS NULL AND quadrant(1, 1, NULL) IS NULL
	AND quadrant(1, 1, 0, 0, NULL) IS NULL AS null_in_null_out;
SELECT quadrant('NaN', 1);
SELECT quadrant(1, 'Infinity');
SELECT quadrant(1, 1, 'NaN');
SELECT quadrant(1, 1, 0, 0, '{a,b,c}');
SELECT quadrant(1, 1, 0, 0, '{a,b,c,NULL}');
