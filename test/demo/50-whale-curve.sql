-- The whale curve: profit added up from the best customer to the worst.

\echo
\echo '3. THE WHALE CURVE AND PARETO CLASSES'
\echo

-- One value holds the profit of every customer, and all measures are read from it.
CREATE TABLE concentration AS SELECT concentration_agg(profit) AS profit FROM customer_profit;

\echo 'Customers from the most to the least profitable, in tenths.  The share is of the total profit'
\echo 'and adds up; where it passes 100 %, those who come after destroy what is above it.'
SELECT round(100 * customers_share) AS percent_of_customers, rank AS customers, cumulative AS profit,
	round(100 * cumulative_share::numeric, 1) AS percent_of_profit,
	repeat('#', least(45, greatest(0, round(cumulative_share * 20)))::integer) AS curve
FROM concentration, whale_curve(profit, 10) ORDER BY rank;

\echo 'The 80/20/30 rule says: the best 20 % of customers bring 80 % of the profit or more, and the'
\echo 'worst 30 % destroy half of it.  Gains are the profits of those customers who bring any.'
SELECT figure, round(100 * share::numeric, 1) AS percent, of_what
FROM concentration, LATERAL (VALUES
	(1, 'the best 20 % bring', top_share(profit, 0.2, 'gains'), 'of all gains'),
	(2, 'the best 20 % bring', top_share(profit, 0.2), 'of the total profit'),
	(3, 'the worst 30 % bring', bottom_share(profit, 0.3, 'gains'), 'of all gains'),
	(4, 'the worst 30 % bring', bottom_share(profit, 0.3), 'of the total profit'),
	(5, 'the curve peaks at', (whale_peak(profit)).cumulative_share, 'of the total profit'),
	(6, 'it peaks with', (whale_peak(profit)).customers_share, 'of all customers'),
	(7, 'Gini coefficient', gini(profit), '(0: all equal, 100: one has all)')
) f (n, figure, share, of_what)
ORDER BY n;

\echo 'Pareto classes by revenue: A are the customers who bring the first 80 %, B the next 15 %.  What'
\echo 'is left of it differs from class to class.'
SELECT coalesce(class, 'ALL') AS class, count(*) AS customers, sum(revenue) AS revenue, sum(work) AS work,
	round(100 * sum(work) / nullif(sum(revenue), 0), 1) AS work_percent, sum(profit) AS profit,
	round(100 * profit_margin(sum(profit), sum(revenue)), 1) AS margin_percent, round(gini(profit)::numeric, 3) AS gini
FROM (SELECT *, pareto_class(revenue) OVER () AS class FROM customer_profit) c
GROUP BY ROLLUP (class) ORDER BY c.class;
