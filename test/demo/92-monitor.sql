-- Monitoring: limits from the first period, frozen, and the months after it against them.

\echo
\echo 'IS SATISFACTION STILL WHAT IT WAS?'
\echo

-- Detractors (scores of 0 to 6) among the answers of each month.
CREATE TABLE detractor_month AS
SELECT date_trunc('month', answered)::date AS month, count(*) FILTER (WHERE score <= 6) AS detractors,
	count(*) AS answers
FROM survey GROUP BY 1;

CREATE TABLE detractor_limits AS
SELECT p_chart_agg(detractors, answers) AS chart FROM detractor_month, span WHERE month <= middle;

-- Each month has limits of its own, as months differ in their answers.  An alert opens at a signal and closes after two
-- months without one: a point beyond three standard deviations, nine in a row on one side, two of three beyond two.
CREATE TABLE detractor_chart AS
SELECT *, alert(fired <> '', close_after => 2) OVER (ORDER BY month) AS alert
FROM (
	SELECT month, answers, detractors::float8 / answers AS share, chart_center(chart) AS center,
		chart_low(chart, answers) AS low, chart_high(chart, answers) AS high,
		spc_rules(detractors::float8 / answers, chart_center(chart), chart_sigma(chart, answers), '{1,2,5}')
			OVER (ORDER BY month) AS fired
	FROM detractor_month, detractor_limits
) c;

\echo 'Share of detractors by month (the last 18): ( ) limits, | centre line, o a month, X one that signals.'
SELECT month, answers, round(100 * share::numeric, 1) AS percent,
	overlay(overlay(overlay(overlay(repeat(' ', 51)
		PLACING '(' FROM greatest(1, 1 + (scale * low)::integer))
		PLACING ')' FROM least(51, 1 + (scale * high)::integer))
		PLACING '|' FROM 1 + (scale * center)::integer)
		PLACING CASE WHEN fired = '' THEN 'o' ELSE 'X' END FROM least(51, 1 + (scale * share)::integer)) AS chart,
	fired AS rules, nullif(alert, 0) AS alert
FROM (SELECT *, coalesce(45 / nullif((SELECT max(greatest(share, high)) FROM detractor_chart), 0), 0) AS scale
	FROM detractor_chart ORDER BY month DESC LIMIT 18) c
ORDER BY month;

\echo 'Signals and alerts of all months, those of the first period included.'
SELECT count(*) AS months, count(*) FILTER (WHERE fired <> '') AS signals,
	count(DISTINCT alert) FILTER (WHERE alert > 0) AS alerts, min(month) FILTER (WHERE alert > 0) AS first_alert,
	max(month) FILTER (WHERE alert > 0) AS last_month_in_alert
FROM detractor_chart;
