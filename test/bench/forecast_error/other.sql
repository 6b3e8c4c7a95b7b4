SELECT avg(abs(a - f)) FROM forecasted;
