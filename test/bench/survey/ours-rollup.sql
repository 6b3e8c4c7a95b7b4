-- bar: 0.02
SELECT nps_score(rollup(summary)) FROM survey_part
