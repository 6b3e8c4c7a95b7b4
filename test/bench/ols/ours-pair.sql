-- bar: 0.8
SELECT ols_agg(y, x1, x2) FROM sale
