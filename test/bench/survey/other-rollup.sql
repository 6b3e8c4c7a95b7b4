SELECT nps_score(score) FROM survey_answer
