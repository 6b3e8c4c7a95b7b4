SELECT survey_agg(score) FROM survey_answer
