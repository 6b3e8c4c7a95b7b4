-- bar: 0.8
SELECT score_agg(round(exact, 3), event) FROM scored
