-- Purchase models: which customers are still there, how often will they buy, and for how much?

\echo
\echo 'Who will come back?  BG/NBD and gamma-gamma, fitted to what was known at the end of the first'
\echo 'period; a rate is per week.  NULL, and a warning, where the orders do not tell.'
CREATE TABLE clv_history AS
SELECT customer_no, purchase_history_agg(ordered, amount) AS h FROM orders GROUP BY customer_no;
CREATE TABLE clv_fit AS
SELECT bgnbd_fit(h, middle) AS buys, gammagamma_fit(h, middle) AS spends FROM clv_history, span;
SELECT model, term, round(estimate::numeric, 4) AS estimate, round(std_error::numeric, 4) AS std_error, warning
FROM clv_fit, LATERAL (VALUES (1, 'purchases', buys), (2, 'spend', spends)) AS m(n, model, fit),
	coef(fit) WITH ORDINALITY AS c, LATERAL (SELECT left(warnings(fit), 50) AS warning) AS w
ORDER BY n, ordinality;

\echo 'Did it come true?  Customers by their purchases after the first (7 is 7 and more), and how often they'
\echo 'bought in the second period.'
SELECT coalesce(repeats::text, 'ALL') AS repeats, count(*) AS customers, round(avg(expected)::numeric, 2) AS expected,
	round(avg(bought), 2) AS bought,
	round(avg(abs(expected - bought))::numeric, 2) AS mae, round(sqrt(avg((expected - bought) ^ 2))::numeric, 2) AS rmse
FROM (
	SELECT least(purchases_between(h, '-infinity', middle) - 1, 7) AS repeats,
		expected_purchases(buys, h, middle, make_interval(days => last_day - middle)) AS expected,
		purchases_between(h, middle, last_day) AS bought
	FROM clv_history, clv_fit, span WHERE first_purchase(h) <= middle
) AS c
GROUP BY ROLLUP (repeats) ORDER BY c.repeats;

\echo 'Fitted to all orders: the ten customers with most revenue to come, at 12 % a year, with a 95 % interval.'
\echo 'alive is the probability that the customer has not left for good, within_90_days that they buy again by then.'
CREATE TABLE clv_model_now AS
SELECT bgnbd_fit(h, last_day) AS buys, gammagamma_fit(h, last_day) AS spends FROM clv_history, span;
CREATE TABLE clv_by_customer AS
SELECT customer_no, purchases(h) AS orders, p_alive(buys, h, last_day) AS alive,
	purchase_probability(buys, h, last_day, '90 days') AS within_90_days, clv(buys, spends, h, last_day, 0.12) AS value,
	clv_low(buys, spends, h, last_day, 0.12) AS low, clv_high(buys, spends, h, last_day, 0.12) AS high
FROM clv_history, clv_model_now, span;
SELECT c.customer_id AS customer, orders, round(alive::numeric, 2) AS alive,
	round(within_90_days::numeric, 2) AS within_90_days, round(value::numeric) AS clv, round(low::numeric) AS low,
	round(high::numeric) AS high
FROM clv_by_customer JOIN customer AS c USING (customer_no)
ORDER BY value DESC NULLS LAST, c.customer_no LIMIT 10;

\echo 'Lifetime profit: the same with what each order left after goods and work, also at a loss (normal-normal), at'
\echo '12 % a year with a 95 % interval; a refund is an order at a loss.  The three highest and the three lowest.'
CREATE TABLE profit_history AS
SELECT customer_no, profit_history_agg(ordered, profit) AS h FROM order_profit GROUP BY customer_no;
CREATE TABLE profit_model AS
SELECT bgnbd_fit(h, last_day) AS buys, normal_spend_fit(h, last_day) AS earns FROM profit_history, span;
CREATE TABLE lifetime_profit AS
SELECT customer_no, purchases(h) AS orders, expected_spend(earns, h, last_day) AS an_order,
	clv(buys, earns, h, last_day, 0.12) AS value, clv_low(buys, earns, h, last_day, 0.12) AS low,
	clv_high(buys, earns, h, last_day, 0.12) AS high
FROM profit_history, profit_model, span;
SELECT customer_id AS customer, orders, round(an_order::numeric, 2) AS an_order,
	round(value::numeric) AS lifetime_profit,
	round(low::numeric) AS low, round(high::numeric) AS high
FROM (SELECT *, rank() OVER (ORDER BY value DESC, customer_no) AS best,
	rank() OVER (ORDER BY value, customer_no) AS worst
	FROM lifetime_profit WHERE value IS NOT NULL) AS v JOIN customer USING (customer_no)
WHERE least(best, worst) <= 3
ORDER BY value DESC, customer_no;

\echo 'Who earns money now, and who will: residual income of all years against lifetime profit.'
SELECT quadrant(residual_income::float8, value, x_cut => 0, y_cut => 0) AS field, count(*) AS customers,
	round(sum(residual_income)) AS residual_income, round(sum(value)::numeric) AS lifetime_profit
FROM lifetime_profit JOIN customer_profit USING (customer_no) WHERE value IS NOT NULL
GROUP BY field ORDER BY lifetime_profit DESC;

\echo 'What may it cost to win a customer?  Expected profit of one who buys for the first time now, until so many weeks'
\echo 'later: an acquisition cost below it has paid back by then.'
SELECT weeks, round(1 + expected_purchases(buys, weeks)::numeric, 2) AS orders,
	round((expected_spend(earns, 0, NULL) * (1 + expected_purchases(buys, weeks)))::numeric, 2) AS profit
FROM profit_model, unnest('{13,52,156}'::float8[]) AS weeks ORDER BY weeks;
