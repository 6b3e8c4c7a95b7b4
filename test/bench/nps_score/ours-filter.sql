-- bar: 0.8
SELECT nps_score(score) FROM answer;
