-- The answers of each month, as a summary that adds up and as numbers.
SELECT month, num_vals(summary) AS answers, nps_score(summary) AS nps, nps_low(summary) AS nps_low,
    nps_high(summary) AS nps_high, score_mean(summary) AS mean_score, summary
FROM (
    SELECT date_trunc('month', answered_on)::date AS month, survey_agg(score) AS summary
    FROM {{ source('custvalue', 'survey') }} GROUP BY 1
) AS m
