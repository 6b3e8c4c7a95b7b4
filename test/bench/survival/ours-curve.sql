-- bar: 0.01
SELECT c.* FROM stay_summary, km_curve(s) AS c
