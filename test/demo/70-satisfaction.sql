-- Satisfaction: answers are counted once, the counts are stored and merged ever after.

\echo
\echo '5. SATISFACTION'
\echo

-- One stored survey_summary per customer and quarter: how often each score was given.
CREATE TABLE survey_by_quarter AS
SELECT customer_no, date_trunc('quarter', answered)::date AS quarter, survey_agg(score) AS answers
FROM survey GROUP BY 1, 2;

\echo 'Net promoter score, -100 to 100: percent of answers of 9 and 10 minus percent of 0 to 6.'
\echo 'From the raw answers, and from stored summaries (one per customer and quarter) merged with rollup:'
SELECT (SELECT count(*) FROM survey) AS answers,
	(SELECT nps_score(score)::numeric(6,2) FROM survey) AS nps_from_answers,
	count(*) AS summaries, nps_score(rollup(answers))::numeric(6,2) AS nps_from_summaries
FROM survey_by_quarter;

\echo 'By quarter, and over a moving window of four quarters, from the same summaries (the last eight):'
SELECT * FROM (
	SELECT quarter, nps_score(answers)::numeric(6,1) AS nps,
		nps_score(rollup(answers) OVER (ORDER BY quarter ROWS 3 PRECEDING))::numeric(6,1) AS nps_of_4_quarters
	FROM (SELECT quarter, rollup(answers) AS answers FROM survey_by_quarter GROUP BY quarter) q
	ORDER BY quarter DESC LIMIT 8
) l ORDER BY quarter;
