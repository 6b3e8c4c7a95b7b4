-- bar: 1.0
SELECT mae(error_agg(a, f)) FROM forecasted;
