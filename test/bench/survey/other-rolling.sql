SELECT max(nps)
FROM (SELECT nps_score(score) OVER (ORDER BY i ROWS 99 PRECEDING) AS nps FROM survey_answer WHERE i <= 500000) AS s
