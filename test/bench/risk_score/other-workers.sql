SELECT score_agg(coarse, event) FROM scored
