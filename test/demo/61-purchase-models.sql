-- Purchase models: which customers are still there, how often will they buy, and for how much?

\echo
\echo 'Who will come back?  BG/NBD and gamma-gamma, fitted to what was known at the end of the first'
\echo 'period; a rate is per week.  NULL, and a warning, where the orders do not tell.'
CREATE TABLE clv_history AS
SELECT customer_no, purchase_history_agg(ordered, amount) AS h FROM orders GROUP BY customer_no;
CREATE TABLE clv_known AS
SELECT customer_no, h, k.* FROM clv_history, span, clv_summary(h, middle, 'week') AS k WHERE k.x IS NOT NULL;
CREATE TABLE clv_fit AS
SELECT bgnbd_fit(x, t_x, t) AS buys, gammagamma_fit(x, mean_spend) AS spends FROM clv_known;
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
	SELECT least(x, 7) AS repeats, expected_purchases(buys, x, t_x, t, (last_day - middle) / 7.0) AS expected,
		purchases_between(h, middle, last_day) AS bought
	FROM clv_known, clv_fit, span
) AS c
GROUP BY ROLLUP (repeats) ORDER BY c.repeats;

\echo 'Fitted to all orders: the ten customers with most revenue to come, at 12 % a year, with a 95 % interval.'
\echo 'alive is the probability that the customer has not left for good.'
CREATE TABLE clv_now AS
SELECT customer_no, k.* FROM clv_history, span, clv_summary(h, last_day, 'week') AS k WHERE k.x IS NOT NULL;
CREATE TABLE clv_by_customer AS
SELECT customer_no, x, p_alive(buys, x, t_x, t) AS alive, expected_purchases(buys, x, t_x, t, 52) AS year,
	clv(buys, spends, x, t_x, t, mean_spend, continuous_discount(0.12, 52)) AS value,
	clv_low(buys, spends, x, t_x, t, mean_spend, continuous_discount(0.12, 52)) AS low,
	clv_high(buys, spends, x, t_x, t, mean_spend, continuous_discount(0.12, 52)) AS high
FROM clv_now, (SELECT bgnbd_fit(x, t_x, t) AS buys, gammagamma_fit(x, mean_spend) AS spends FROM clv_now) AS f;
SELECT c.customer_id AS customer, v.x + 1 AS orders, round(alive::numeric, 2) AS alive,
	round(year::numeric, 1) AS next_year, round(value::numeric) AS clv, round(low::numeric) AS low,
	round(high::numeric) AS high
FROM clv_by_customer AS v JOIN customer AS c USING (customer_no)
ORDER BY value DESC NULLS LAST, c.customer_no LIMIT 10;
