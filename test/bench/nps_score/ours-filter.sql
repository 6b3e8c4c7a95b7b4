-- bar: 0.85
SELECT nps_score(score) FROM answer;
