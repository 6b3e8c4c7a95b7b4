-- bar: 1.2
SELECT survival_agg(t, e) FROM stay
