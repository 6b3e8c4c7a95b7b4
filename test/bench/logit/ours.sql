-- bar: 0.5
SELECT logit_agg(y, ARRAY[x1, x2, x3, x4, x5]) FROM visit
