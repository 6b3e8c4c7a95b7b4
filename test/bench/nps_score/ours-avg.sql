-- bar: 1.1
SELECT nps_score(score) FROM answer;
