SELECT ols_agg(y, ARRAY[x1, x2]) FROM sale
