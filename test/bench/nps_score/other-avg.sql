SELECT avg(score) FROM answer;
