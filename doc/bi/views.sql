-- Views over the demo's tables for BI tools: plain columns of text, numbers and dates, no type of the extension.  Run
-- after the demo (`sh test/demo.sh --keep`).  For your own tables, change what stands in FROM.
--
-- A tool reads a view each time that somebody looks.  Where that takes long, make it a materialized view and refresh it
-- each night.
CREATE SCHEMA bi;

-- One row: what stands at the top of a dashboard.
CREATE VIEW bi.kpi AS
SELECT p.customers, p.orders, p.revenue, p.profit, p.residual_income,
	p.customers_with_loss, p.loss,
	round(gini(c.profit)::numeric, 3) AS gini,
	round(top_share(c.profit, 0.2)::numeric, 3) AS top_fifth_of_profit,
	n.answers, n.nps, n.nps_low, n.nps_high
FROM (
	SELECT count(*) AS customers, sum(orders) AS orders, sum(revenue) AS revenue, sum(profit) AS profit,
		sum(residual_income) AS residual_income, count(*) FILTER (WHERE profit < 0) AS customers_with_loss,
		coalesce(sum(profit) FILTER (WHERE profit < 0), 0) AS loss
	FROM customer_profit
) AS p, concentration AS c, (
	SELECT num_vals(s) AS answers, round(nps_score(s)::numeric, 1) AS nps, round(nps_low(s)::numeric, 1) AS nps_low,
		round(nps_high(s)::numeric, 1) AS nps_high
	FROM (SELECT survey_agg(score) AS s FROM survey) AS a
) AS n;

-- One row a month.  revenue = goods + work + profit, to the cent.
CREATE VIEW bi.month AS
SELECT date_trunc('month', ordered)::date AS month, count(*) AS orders, count(DISTINCT customer_no) AS customers,
	sum(amount) AS revenue, sum(goods) AS goods, sum(work) AS work, sum(profit) AS profit
FROM order_profit GROUP BY 1;

-- One row an activity: what it costs, and what one unit of its driver costs.
CREATE VIEW bi.activity AS
SELECT a.activity_no, a.activity, a.driver, p.cost, sum(c.quantity) AS quantity,
	round(p.cost / sum(c.quantity), 4) AS rate
FROM activity AS a JOIN activity_cost AS p USING (activity_no) JOIN order_activity_cost AS c USING (activity_no)
GROUP BY a.activity_no, a.activity, a.driver, p.cost;

-- One row a line, from list price to profit.  Draw floating bars from starts to ends.
CREATE VIEW bi.waterfall AS
SELECT step, line, amount, sum(amount) OVER w - amount AS starts, sum(amount) OVER w AS ends
FROM (
	SELECT 1 AS step, 'list revenue' AS line, sum(round(o.amount * 100 / (100 - c.discount), 2)) AS amount
	FROM orders AS o JOIN customer AS c USING (customer_no)
	UNION ALL
	SELECT 2, 'discounts', sum(o.amount) - sum(round(o.amount * 100 / (100 - c.discount), 2))
	FROM orders AS o JOIN customer AS c USING (customer_no)
	UNION ALL
	SELECT 3, 'goods', -sum(goods) FROM customer_profit
	UNION ALL
	SELECT 3 + activity_no, activity, -cost FROM activity_cost JOIN activity USING (activity_no)
) AS l
WINDOW w AS (ORDER BY step);

-- A hundred points of the whale curve.
CREATE VIEW bi.whale_curve AS
SELECT w.rank, w.customers_share, w.cumulative, w.cumulative_share
FROM concentration AS c, whale_curve(c.profit, 100) AS w;

-- The models of purchases and spend, fitted to all orders.  Refresh it with the data.
CREATE MATERIALIZED VIEW bi.fit AS
SELECT bgnbd_fit(h, last_day) AS buys, gammagamma_fit(h, last_day) AS spends, max(last_day) AS as_of
FROM clv_history, span;

-- One row a customer: profit, classes, value to come, satisfaction.  Dashboards read this most, so it is computed once:
-- refresh it after bi.fit.
CREATE MATERIALIZED VIEW bi.customer AS
SELECT c.customer_no, c.customer_id, p.orders, p.revenue, p.goods, p.work, p.profit, p.capital, p.residual_income,
	pareto_class(greatest(p.revenue, 0)) OVER () AS class, s.quadrant, r.segment,
	round(p_alive(f.buys, k.h, f.as_of)::numeric, 4) AS alive,
	round(purchase_probability(f.buys, k.h, f.as_of, interval '90 days')::numeric, 4) AS buys_in_90_days,
	round(expected_purchases(f.buys, k.h, f.as_of, interval '90 days')::numeric, 3) AS purchases_in_90_days,
	round(clv(f.buys, f.spends, k.h, f.as_of, 0.12)::numeric, 2) AS clv,
	a.nps
FROM customer_profit AS p JOIN customer AS c USING (customer_no)
	LEFT JOIN customer_segment AS s USING (customer_no)
	LEFT JOIN period_segment AS r ON r.customer_no = c.customer_no AND r.period = 2
	LEFT JOIN clv_history AS k ON k.customer_no = c.customer_no
	LEFT JOIN (
		SELECT customer_no, round(nps_score(rollup(answers))::numeric, 1) AS nps
		FROM survey_by_quarter GROUP BY customer_no
	) AS a ON a.customer_no = c.customer_no
	CROSS JOIN bi.fit AS f;

-- One row a quadrant of residual income and potential.
CREATE VIEW bi.quadrant AS
SELECT s.quadrant, count(*) AS customers, sum(s.profit) AS profit, sum(s.residual_income) AS residual_income,
	round(nps_score(rollup(a.answers))::numeric, 1) AS nps, round(nps_low(rollup(a.answers))::numeric, 1) AS nps_low,
	round(nps_high(rollup(a.answers))::numeric, 1) AS nps_high
FROM customer_segment AS s LEFT JOIN (
	SELECT customer_no, rollup(answers) AS answers FROM survey_by_quarter GROUP BY customer_no
) AS a USING (customer_no)
GROUP BY s.quadrant;

-- One row a month: NPS with its interval, and over the last three months.
CREATE VIEW bi.nps AS
SELECT month, num_vals(s) AS answers, round(nps_score(s)::numeric, 1) AS nps, round(nps_low(s)::numeric, 1) AS nps_low,
	round(nps_high(s)::numeric, 1) AS nps_high,
	round(nps_score(rollup(s) OVER (ORDER BY month ROWS 2 PRECEDING))::numeric, 1) AS nps_of_3_months
FROM (SELECT date_trunc('month', answered)::date AS month, survey_agg(score) AS s FROM survey GROUP BY 1) AS m;

-- One row a month: the share of detractors between its limits, the rules that fired, the alert.
CREATE VIEW bi.detractors AS
SELECT month, answers, round(share::numeric, 4) AS share, round(center::numeric, 4) AS center,
	round(low::numeric, 4) AS low, round(high::numeric, 4) AS high, fired AS rules, nullif(alert, 0) AS alert
FROM detractor_chart;

-- One row a cohort and quarter.  rate is NULL where the quarter is not over.
CREATE VIEW bi.cohort AS
SELECT t.cohort, t.period, t.customers, t.retained, round(t.rate::numeric, 4) AS rate,
	round(t.revenue_per_customer, 2) AS revenue_per_customer, t.complete
FROM (SELECT cohort_agg(h, last_day, 'quarter') AS s FROM clv_history, span) AS c, cohort_table(s) AS t;

-- Ten points: who is called first, by the score of repurchase.
CREATE VIEW bi.gain AS
SELECT g.depth, round(g.gain::numeric, 4) AS gain, round(g.lift::numeric, 3) AS lift
FROM score_quality, gain_curve(s, 10) AS g;

-- One row a pair of items that are bought together more than by chance.
CREATE VIEW bi.together AS
SELECT a, b, n_ab, round(confidence_ab::numeric, 4) AS confidence_ab, round(confidence_ba::numeric, 4) AS confidence_ba,
	round(lift::numeric, 3) AS lift, p_adjusted
FROM together, affinity_pairs(summary) WHERE lift > 1;

-- One row an aspect of the comments: words of praise and of complaint.
CREATE VIEW bi.comment AS
SELECT coalesce(aspect, 'other') AS aspect, count(*) FILTER (WHERE value > 0) AS praise,
	count(*) FILTER (WHERE value < 0) AS complaints, round(sum(value)::numeric, 1) AS score
FROM feedback, (SELECT sentiment_demo_lexicon() AS lexicon OFFSET 0) AS l, sentiment_hits(comment, lexicon)
GROUP BY 1;

-- Why does the least profitable customer cost what they cost?  One row a path.  The rows add up to their work,
-- except for the cents by which each order was rounded.
CREATE VIEW bi.costly AS
SELECT c.customer_no, e.source AS cost_type, array_to_string(e.path[2:cardinality(e.path) - 1], ' > ') AS by_way_of,
	e.amount, round(e.share::numeric, 4) AS share
FROM costs_on_accounts AS a, costly_model AS m, costly AS c,
	abc_explain(m.network, a.accounts, a.amounts, 'the customer', 8) AS e;
