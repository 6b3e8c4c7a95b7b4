-- bar: 0.5
SELECT cox_agg(day, e, ARRAY[x1, x2, x3, x4, x5]) FROM leaving
