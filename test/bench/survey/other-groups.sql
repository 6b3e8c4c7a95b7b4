SELECT shop, 100.0 * (count(*) FILTER (WHERE score >= 9) - count(*) FILTER (WHERE score <= 6)) / count(score)
FROM survey_answer GROUP BY shop
