SELECT survival_agg(t, e) FROM stay
