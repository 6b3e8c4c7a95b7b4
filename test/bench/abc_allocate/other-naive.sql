-- Loses cents.
SELECT round(cost * qty / sum(qty) OVER (PARTITION BY pool), 2) FROM driver;
