-- The whale curve: profit added up from the best customer to the worst.

\echo
\echo '3. THE WHALE CURVE'
\echo

CREATE TABLE whale AS
SELECT customer_no, profit,
	ntile(10) OVER w AS tenth,
	row_number() OVER w AS place, count(*) OVER () AS customers,
	cumulative_share(profit) OVER w AS share
FROM customer_profit
WINDOW w AS (ORDER BY profit DESC, customer_no);

\echo 'Customers from the most to the least profitable, in tenths.  The share is of the total profit'
\echo 'and adds up; where it passes 100 %, those who come after destroy what is above it.'
SELECT tenth, count(*) AS customers, sum(profit) AS profit,
	round(100 * last_share::numeric, 1) AS cumulative_percent,
	repeat('#', least(45, greatest(0, round(last_share * 20)))::integer) AS curve
FROM (SELECT *, last_value(share) OVER (PARTITION BY tenth ORDER BY place
		ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_share FROM whale) w
GROUP BY tenth, last_share ORDER BY tenth;

\echo 'The 80/20/30 rule says: the best 20 % of customers bring 80 % of the profit or more, and the'
\echo 'worst 30 % destroy half of it.  Gains are the profits of those customers who bring any.'
WITH sums AS (
	SELECT sum(profit) AS total, sum(profit) FILTER (WHERE profit > 0) AS gains,
		sum(profit) FILTER (WHERE place <= 0.2 * customers) AS best,
		-sum(profit) FILTER (WHERE place > 0.7 * customers) AS worst,
		100.0 * count(*) FILTER (WHERE profit < 0) / count(*) AS losers,
		100 * max(share)::numeric AS peak
	FROM whale
)
SELECT figure, round(percent, 1) AS percent, of_what
FROM sums, LATERAL (VALUES
	(1, 'the best 20 % bring', 100 * best / nullif(gains, 0), 'of all gains'),
	(2, 'the best 20 % bring', 100 * best / nullif(total, 0), 'of the total profit'),
	(3, 'the worst 30 % destroy', 100 * worst / nullif(gains, 0), 'of all gains'),
	(4, 'the worst 30 % destroy', 100 * worst / nullif(total, 0), 'of the total profit'),
	(5, 'the curve peaks at', peak, 'of the total profit'),
	(6, 'customers who bring a loss', losers, 'of all customers')
) f (n, figure, percent, of_what)
ORDER BY n;
