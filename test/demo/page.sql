-- The analysis as one page: pictures, each with what it says, and the numbers beside them.  Run after all the other
-- files; prints the page and nothing else.
\pset format unaligned
\pset tuples_only on
\pset numericlocale off
SET client_min_messages = error;
SELECT set_config('demo.title', :'title', false) \gset ignored_

-- A whole number in a sentence; a share as percent.
CREATE FUNCTION pg_temp.whole(x numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT to_char(round(x), 'FM999,999,999,999,999,990') $$;
CREATE FUNCTION pg_temp.percent(x float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT to_char(round((100 * x)::numeric, CASE WHEN abs(x) < 0.1 THEN 1 ELSE 0 END), 'FM999,999,990.9') $$;
CREATE FUNCTION pg_temp.percent_sign(x float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT rtrim(pg_temp.percent(x), '.') || U&'\00A0%' $$;

CREATE TEMP TABLE page (place serial, part text);

-- Charts show money in thousands or millions where it is much.
SELECT unit, CASE unit WHEN 1 THEN 2 ELSE 0 END AS scale,
	CASE unit WHEN 1000 THEN ', in thousands' WHEN 1000000 THEN ', in millions' ELSE '' END AS unit_name
FROM (SELECT CASE WHEN sum(amount) < 1000000 THEN 1 WHEN sum(amount) < 1000000000 THEN 1000 ELSE 1000000 END AS unit
	FROM orders) u \gset

-- What it is about.
INSERT INTO page (part)
SELECT format('%s customers, %s orders from %s to %s.', pg_temp.whole(c.customers), pg_temp.whole(o.orders),
		s.first_day, s.last_day)
	|| CASE WHEN current_setting('demo.title') = 'a generated company' THEN ' All of it is made up; the method is not.'
		WHEN o.has_goods THEN ' Orders, revenue and the cost of goods are from the log. The ledger, the work of each'
			' order, discounts and survey answers are generated: read what follows from them as an example of the'
			' method.'
		ELSE ' Orders and revenue are from the log. The cost of goods, the ledger, the work of each order, discounts'
			' and survey answers are generated: read what follows from them as an example of the method.' END
FROM span s, (SELECT count(*) AS orders, count(goods) > 0 AS has_goods FROM orders) o,
	(SELECT count(*) AS customers FROM customer) c;

INSERT INTO page (part)
SELECT json_agg(t)::text
FROM (
	SELECT figure, value
	FROM (SELECT sum(revenue) AS revenue, sum(goods) AS goods, sum(work) AS work, sum(profit) AS profit,
			sum(residual_income) AS residual, count(*) FILTER (WHERE profit < 0) AS losing FROM customer_profit) c,
		LATERAL (VALUES (1, 'Revenue', booked(revenue)), (2, 'Goods', booked(-goods)),
			(3, 'Work: the ledger, allocated to orders', booked(-work)), (4, 'Profit', booked(profit)),
			(5, 'Profit minus 12 % a year on capital tied up', booked(residual)),
			(6, 'Customers with a loss', pg_temp.whole(losing))) v (n, figure, value)
	ORDER BY n
) t;

-- 1. The whale curve.
INSERT INTO page (part) VALUES ('# Who earns the profit, and who costs it');
INSERT INTO page (part)
SELECT format('The best %s of customers bring %s of the profit. The other %s customers take %s of it away again.',
	pg_temp.percent_sign(peak.customers_share), pg_temp.percent_sign(peak.cumulative_share),
	pg_temp.whole(n - peak.rank), pg_temp.percent_sign(peak.cumulative_share - 1))
FROM concentration, whale_peak(profit) peak, (SELECT count(*) AS n FROM customer_profit) c
WHERE peak.cumulative_share > 1.005;
INSERT INTO page (part)
SELECT chart_svg(line_points(x, y), '{"title": "Cumulative profit",
	"x_label": "customers, the best first", "y_label": "share of profit", "percent": true, "mark": "max",
	"limits": [1]}')
FROM (
	SELECT 0::float8 AS x, 0::float8 AS y
	UNION SELECT rank, cumulative_share FROM concentration, whale_curve(profit, 200)
	WHERE cumulative_share IS NOT NULL
	UNION SELECT rank, cumulative_share FROM concentration, whale_peak(profit) WHERE cumulative_share IS NOT NULL
) w;

INSERT INTO page (part)
SELECT json_agg(t)::text
FROM (
	SELECT pg_temp.whole(rank) AS "best customers", booked(cumulative) AS "their profit",
		pg_temp.percent_sign(cumulative_share) AS "share of profit"
	FROM concentration, whale_curve(profit, 10) ORDER BY rank
) t;

-- 2. The waterfall: the five activities that cost most, and the others together.
INSERT INTO page (part) VALUES ('# From list price to profit');
CREATE TEMP TABLE page_activity AS
SELECT activity_no, activity, cost, rank() OVER (ORDER BY cost DESC, activity_no) AS rank
FROM (SELECT activity_no, sum(cost) AS cost FROM order_activity_cost GROUP BY activity_no) c
	JOIN activity USING (activity_no);
CREATE TEMP TABLE page_step AS
WITH list AS (
	SELECT sum(round(o.amount * 100 / (100 - c.discount), 2)) AS list, sum(o.amount) AS revenue
	FROM orders o JOIN customer c USING (customer_no)
)
SELECT 0 AS place, 'list price' AS label, list AS amount, 'total' AS kind FROM list
UNION ALL SELECT 1, 'discounts', revenue - list, 'delta' FROM list
UNION ALL SELECT 2, 'goods', -sum(goods), 'delta' FROM customer_profit
UNION ALL SELECT 2 + rank, activity, -cost, 'delta' FROM page_activity WHERE rank <= 5
UNION ALL SELECT 8, 'other work', -sum(cost), 'delta' FROM page_activity WHERE rank > 5
UNION ALL SELECT 9, 'profit', sum(profit), 'total' FROM customer_profit;
INSERT INTO page (part)
SELECT format('Of %s at list price, %s is left as profit: %s.', pg_temp.whole(list.amount),
	pg_temp.whole(profit.amount), pg_temp.percent_sign((profit.amount / nullif(list.amount, 0))::float8))
FROM page_step list, page_step profit WHERE list.place = 0 AND profit.place = 9;
-- Rounded running totals: so the steps add up as they are printed, and the last one is the profit.
INSERT INTO page (part)
SELECT chart_svg(waterfall_points(place, label,
		(rounded - CASE WHEN kind = 'delta' THEN before ELSE 0 END)::float8, kind),
	jsonb_build_object('title', 'List price to profit' || :'unit_name'))
FROM (
	SELECT place, label, kind, rounded, lag(rounded) OVER (ORDER BY place) AS before
	FROM (
		SELECT place, label, kind,
			round(sum(CASE WHEN place < 9 THEN amount ELSE 0 END) OVER (ORDER BY place) / :unit, :scale) AS rounded
		FROM page_step
	) r
) s;
INSERT INTO page (part)
SELECT json_agg(t)::text
FROM (
	SELECT label AS step, booked(amount) AS amount,
		pg_temp.percent_sign((amount / nullif(max(amount) FILTER (WHERE place = 0) OVER (), 0))::float8)
			AS "of list price"
	FROM page_step ORDER BY place
) t;

-- 3. The ledger's way: cost types, activities, quadrants; equal on both sides of each column, to the cent.
INSERT INTO page (part) VALUES ('# Where the money of the ledger goes');
CREATE TEMP TABLE page_flow AS
WITH kind AS (
	SELECT cost_no, CASE resource WHEN 'people' THEN 'people' WHEN 'm2' THEN 'premises' WHEN 'kwh' THEN 'energy'
		WHEN 'screens' THEN 'IT, phones' WHEN 'machines' THEN 'machines' ELSE 'vehicles' END AS kind FROM ledger
), name AS (
	SELECT activity_no, CASE WHEN rank <= 5 THEN activity ELSE 'all others' END AS activity FROM page_activity
), flow AS (
	SELECT activity, kind AS source, activity AS target, sum(cost) AS amount
	FROM resource_cost JOIN kind USING (cost_no) JOIN name USING (activity_no) GROUP BY 1, 2
	UNION ALL
	SELECT activity, activity, quadrant, sum(cost)
	FROM order_activity_cost JOIN name USING (activity_no) JOIN orders USING (order_no)
		JOIN customer_segment USING (customer_no)
	GROUP BY 1, 3
), rounded AS (
	-- Whole thousands that add up as the amounts do.
	SELECT activity, abc_allocate(round(total / :unit, :scale), cost, activity, scale => :scale) OVER () AS amount
	FROM (SELECT n.activity, sum(a.cost) AS cost, (SELECT sum(cost) FROM ledger) AS total
		FROM page_activity a JOIN name n USING (activity_no) GROUP BY n.activity) a
)
SELECT source, target, abc_allocate(r.amount, f.amount, source || '>' || target, scale => :scale)
	OVER (PARTITION BY activity, source = activity) AS amount
FROM flow f JOIN rounded r USING (activity);
INSERT INTO page (part)
SELECT format('Cost types on the left, groups of customers on the right. '
	'Every column adds up to the ledger: %s, to the cent.', booked(sum(cost))) FROM ledger;
INSERT INTO page (part)
SELECT chart_svg(flow_points(source, target, amount::float8),
	jsonb_build_object('title', 'Costs to customers' || :'unit_name'))
FROM page_flow WHERE amount > 0;

-- 4. Quadrants.
INSERT INTO page (part) VALUES ('# Whom to keep, whom to develop');
INSERT INTO page (part) VALUES ('Each point is a customer, placed by rank. To the right: more is left of them after '
	'goods, work and capital. Up: their largest order is larger, which shows what they can spend. '
	'The cuts are the medians.');
CREATE TEMP TABLE page_rank AS
SELECT quadrant, 100.0 * (rank() OVER (ORDER BY residual_income) - 1) / count(*) OVER () AS x,
	100.0 * (rank() OVER (ORDER BY potential) - 1) / count(*) OVER () AS y,
	row_number() OVER (ORDER BY abs(residual_income) DESC, customer_no) AS size
FROM customer_segment;
INSERT INTO page (part)
SELECT chart_svg(scatter_points(x::float8, y::float8, NULL::text),
	jsonb_build_object('title', 'Residual income and potential',
		'x_label', 'percent of customers with less residual income',
		'y_label', 'percent with a smaller largest order', 'x_cut', min(x_cut), 'y_cut', min(y_cut),
		'quadrants', '["focus", "develop", "maintain", "harvest"]'::jsonb))
FROM page_rank, (SELECT 100.0 * count(*) FILTER (WHERE quadrant IN ('develop', 'maintain')) / count(*) AS x_cut,
		100.0 * count(*) FILTER (WHERE quadrant IN ('harvest', 'maintain')) / count(*) AS y_cut FROM page_rank) c
WHERE size <= 5000;
INSERT INTO page (part)
SELECT json_agg(t)::text
FROM (
	SELECT quadrant, pg_temp.whole(count(*)) AS customers, booked(sum(profit)) AS profit,
		booked(sum(residual_income)) AS "residual income"
	FROM customer_segment GROUP BY quadrant ORDER BY array_position('{focus,develop,maintain,harvest}', quadrant)
) t;

-- 5. Cohorts.
INSERT INTO page (part) VALUES ('# Do new customers come back?');
INSERT INTO page (part) VALUES ('Customers by the quarter of their first order (how many), and which share of them '
	'ordered again one, two ... quarters later. The quarter that is not over is hatched.');
INSERT INTO page (part)
SELECT chart_svg(heat_points(format('%s (%s)', to_char(cohort, 'YYYY "Q"Q'), pg_temp.whole(customers)),
		period::bigint, round(retained::numeric / customers, 2), complete),
	'{"title": "Share that ordered again", "x_label": "quarters after the first order", "percent": true}')
FROM (SELECT cohort_agg(h, last_day, 'quarter') AS s, max(last_day) AS last_day FROM clv_history, span) c,
	cohort_table(s)
WHERE period BETWEEN 1 AND 11 AND cohort > last_day - interval '36 months';

-- 6. NPS.
INSERT INTO page (part) VALUES ('# Would they recommend us?');
CREATE TEMP TABLE page_nps AS
SELECT month, nps_score(answers) AS nps, nps_low(answers) AS low, nps_high(answers) AS high, answers, n
FROM (SELECT date_trunc('month', answered)::date AS month, survey_agg(score) AS answers, count(*) AS n
	FROM survey GROUP BY 1) m;
INSERT INTO page (part)
SELECT format('Net promoter score of all answers: %s, between %s and %s with 95 %% confidence.',
	round(nps_score(s)::numeric), round(nps_low(s)::numeric), round(nps_high(s)::numeric))
FROM (SELECT rollup(answers) AS s FROM page_nps) a WHERE nps_score(s) IS NOT NULL;
INSERT INTO page (part)
SELECT chart_svg(band_points(month, nps, low, high), '{"title": "NPS by month, with its 95 % interval",
	"y_label": "NPS", "y_min": -100, "y_max": 100}')
FROM page_nps;

INSERT INTO page (part)
SELECT json_agg(t)::text
FROM (
	SELECT to_char(month, 'YYYY-MM') AS month, pg_temp.whole(n) AS answers, round(nps::numeric, 1) AS nps,
		round(low::numeric, 1) AS low, round(high::numeric, 1) AS high
	FROM page_nps ORDER BY page_nps.month
) t;

INSERT INTO page (part) VALUES ('The share of detractors, with limits for months with as many answers, from the first '
	'half of the time. A diamond is a month that chance hardly explains.');
INSERT INTO page (part)
SELECT chart_svg(control_points(month, share, center, low, high, fired <> ''),
	'{"title": "Detractors by month", "percent": true, "y_min": 0}')
FROM detractor_chart;

-- 7. Survival.
INSERT INTO page (part) VALUES ('# Do the satisfied come back sooner?');
INSERT INTO page (part)
SELECT 'Half of ' || string_agg(format(CASE place WHEN 1 THEN 'the %s are back after %s days'
		ELSE 'half of the %s after %s' END, answer, round(median::numeric)), ', ' ORDER BY place) || '.'
	|| CASE WHEN min(p) < 0.0001 THEN ' That is hardly chance (log-rank test, p below 0.0001).'
		WHEN min(p) < 0.05 THEN format(' That is hardly chance (log-rank test, p = %s).', round(min(p)::numeric, 4))
		WHEN min(p) <= 1 THEN format(' That may be chance (log-rank test, p = %s).', round(min(p)::numeric, 2))
		ELSE '' END
FROM (SELECT answer, median, row_number() OVER (ORDER BY median, answer) AS place
		FROM (SELECT answer, median_survival(survival_agg(days, came_back)) AS median FROM next_order
			WHERE answer <> 'no answer' GROUP BY answer) g
		WHERE median IS NOT NULL) m,
	(SELECT logrank_p(logrank_agg(days, came_back, answer)) AS p FROM next_order WHERE answer <> 'no answer') l;
INSERT INTO page (part)
SELECT chart_svg(survival_points(t, survival, low, high, at_risk, censored, answer),
	'{"title": "Not yet back, by what they answered", "x_label": "days", "percent": true,
	"order": ["promoters", "passives", "detractors"]}')
FROM (SELECT answer, survival_agg(days, came_back) AS s FROM next_order
	WHERE answer <> 'no answer' GROUP BY answer) g, km_curve(s);

-- 8. RFM.
INSERT INTO page (part) VALUES ('# How recently, how often');
INSERT INTO page (part) VALUES ('Number of customers of the second period, by fifths: 5 bought last, and most often.');
INSERT INTO page (part)
SELECT chart_svg(heat_points('recency ' || r, 'frequency ' || f, nullif(customers, 0)::float8),
	'{"title": "Customers by recency and frequency",
	"order": ["recency 5", "recency 4", "recency 3", "recency 2", "recency 1",
		"frequency 1", "frequency 2", "frequency 3", "frequency 4", "frequency 5"]}')
FROM (
	SELECT r, f, count(score) AS customers
	FROM generate_series(1, 5) r CROSS JOIN generate_series(1, 5) f
		LEFT JOIN (SELECT rfm_score(recency, orders, revenue) OVER () AS score FROM period_rfm WHERE period = 2) s
			ON left(score, 1) = r::text AND substr(score, 2, 1) = f::text
	GROUP BY r, f
) g;

-- 9. Lifetime value.
INSERT INTO page (part) VALUES ('# Who will be worth most');
INSERT INTO page (part)
SELECT format('Revenue to come, discounted at 12 %% a year (BG/NBD and gamma-gamma): %s from all customers, of which '
	'the first twenty bring %s.', pg_temp.whole(sum(value)::numeric),
	pg_temp.percent_sign(sum(value) FILTER (WHERE rank <= 20) / sum(value)))
FROM (SELECT value, row_number() OVER (ORDER BY value DESC, customer_no) AS rank
	FROM clv_by_customer WHERE value IS NOT NULL) v
HAVING sum(value) > 0;
CREATE TEMP TABLE page_clv AS
SELECT left(c.customer_id, 30) AS customer, v.* FROM clv_by_customer v JOIN customer c USING (customer_no)
WHERE value IS NOT NULL ORDER BY value DESC, customer_no LIMIT 20;
INSERT INTO page (part)
SELECT chart_svg(bar_points(customer, round((value / :unit)::numeric, :scale)::float8),
	jsonb_build_object('title', 'Lifetime value' || :'unit_name'))
FROM page_clv;
INSERT INTO page (part)
SELECT json_agg(t)::text
FROM (
	SELECT customer, orders AS "days with orders", round(alive::numeric, 2) AS "probability that they are still there",
		round(within_90_days::numeric, 2) AS "that they buy within 90 days",
		pg_temp.whole(value::numeric) AS "lifetime value",
		pg_temp.whole(low::numeric) AS low, pg_temp.whole(high::numeric) AS high
	FROM page_clv ORDER BY value DESC, customer_no LIMIT 10
) t;

SELECT report_html('Customer value: ' || current_setting('demo.title'), array_agg(part ORDER BY place)) FROM page;
