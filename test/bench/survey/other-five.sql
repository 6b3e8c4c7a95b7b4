SELECT avg(score) FROM survey_answer
