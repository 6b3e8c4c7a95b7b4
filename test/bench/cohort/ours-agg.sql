-- bar: 0.25
SELECT cohort_agg(h, '2025-01-31') FROM sale_history
