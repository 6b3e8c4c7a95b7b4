-- bar: 1.25
SELECT nps_score(s), nps_low(s), nps_high(s), num_vals(s), score_mean(s)
FROM (SELECT survey_agg(score) AS s FROM survey_answer) AS t
