-- bar: 1.15
SELECT nps_score(score) FROM answer;
