-- bar: 1.2
SELECT max(nps)
FROM (SELECT nps_score(score) OVER (ORDER BY i ROWS 9999 PRECEDING) AS nps FROM survey_answer WHERE i <= 500000) AS s
