-- bar: 1.0
SELECT shop, survey_agg(score) FROM survey_answer GROUP BY shop
