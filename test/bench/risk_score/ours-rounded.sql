-- bar: 0.8
SELECT score_agg(coarse, event) FROM scored
