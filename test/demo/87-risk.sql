-- Risk: does a score of repurchase hold for customers that it has not seen?

\echo
\echo 'HOW GOOD IS THE SCORE'
\echo

-- One row for each customer of the first period: what they did in it, and whether they bought again in the second.
-- Every second customer is held out.
CREATE TABLE score_case AS
SELECT t.customer_no, t.second_period AS came_back, draw(t.customer_no, 87, 2) = 1 AS held_out,
	ARRAY[o.orders, o.recency, ln(1 + o.revenue)]::float8[] AS x
FROM customer_period t JOIN (
	SELECT customer_no, count(*) FILTER (WHERE amount > 0) AS orders,
		max(middle) - max(ordered) FILTER (WHERE amount > 0) AS recency, greatest(sum(amount), 0) AS revenue
	FROM orders, span WHERE ordered <= middle GROUP BY customer_no) o USING (customer_no)
WHERE t.first_period;

-- Logistic regression on the one half, the probabilities of the other.
CREATE TABLE score_quality AS
SELECT score_agg(logit_predict(m, x), came_back) AS s
FROM score_case, (SELECT logit_agg(came_back, x) AS m FROM score_case WHERE NOT held_out) AS f
WHERE held_out;

\echo 'Repurchase, scored for the customers held out: the probability that one who came back has the higher score (AUC,'
\echo 'with its 95 % interval), and how many times as many come back in the best tenth as on average (lift).'
SELECT num_cases(s) AS customers, num_events(s) AS came_back, round(auc(s)::numeric, 3) AS auc,
	round(auc_low(s)::numeric, 3) AS low, round(auc_high(s)::numeric, 3) AS high,
	round(lift(s, 0.1)::numeric, 2) AS lift_of_best_tenth, round(gain(s, 0.1)::numeric, 3) AS share_of_all
FROM score_quality;
\echo 'Do as many come back as it says?  By fifths of the score, with the 95 % interval of the share.'
SELECT n AS customers, round(mean_score::numeric, 3) AS predicted, round(rate::numeric, 3) AS came_back,
	round(low_ci::numeric, 3) AS low, round(high_ci::numeric, 3) AS high
FROM score_quality, calibration(s, 5, 'quantile') WHERE n > 0;
