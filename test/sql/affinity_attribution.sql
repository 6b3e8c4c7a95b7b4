-- attribution_weight: who deserves the credit for an order?
CREATE TABLE touch (order_id integer, channel text, day integer);
INSERT INTO touch VALUES (1, 'search', 0), (1, 'mail', 5), (1, 'display', 12), (1, 'mail', 30), (1, 'search', 38);
SELECT day, abc_allocate(12000.00, attribution_weight(38 - day, 7)) OVER () AS time_decay,
	abc_allocate(12000.00, attribution_weight(touch, touches, 'position_based'), touch) OVER () AS position_based,
	abc_allocate(12000.00, attribution_weight(touch, touches, 'linear'), touch) OVER () AS linear,
	abc_allocate(12000.00, attribution_weight(touch, touches, 'first'), touch) OVER () AS first,
	abc_allocate(12000.00, attribution_weight(touch, touches, 'last'), touch) OVER () AS last
FROM (SELECT day, row_number() OVER (ORDER BY day) AS touch, count(*) OVER () AS touches FROM touch) AS t ORDER BY day;
-- Weights of an order add up to 1; one touch has all, two have half each.
SELECT model, touches, sum(attribution_weight(touch, touches, model)) AS sum,
	min(attribution_weight(touch, touches, model)) AS least
FROM unnest('{first,last,linear,position_based}'::text[]) AS model, unnest('{1,2,3,7}'::bigint[]) AS touches,
	generate_series(1, touches) AS touch
GROUP BY model, touches ORDER BY model, touches;
SELECT attribution_weight(0, 7) AS today, attribution_weight(7, 7) AS half, attribution_weight(10.5, 7.0) AS numbers,
	attribution_weight(1e6, 1) AS long_ago, attribution_weight(NULL, 7) AS no_days;
-- Parts add up to the cent, whatever the order and the model.
SELECT count(*) AS orders, count(*) FILTER (WHERE decay <> revenue OR placed <> revenue) AS wrong FROM (
	SELECT order_id, revenue, sum(decay) AS decay, sum(placed) AS placed FROM (
		SELECT order_id, revenue, abc_allocate(revenue, attribution_weight(days, 3.3)) OVER w AS decay,
			abc_allocate(revenue, attribution_weight(touch, touches, 'position_based'), touch) OVER w AS placed
		FROM (SELECT o AS order_id, o * 1.37 AS revenue, t AS touch, (o % 11 + 1)::bigint AS touches,
				(o * t) % 60 AS days FROM generate_series(1, 500) AS o, generate_series(1, o % 11 + 1) AS t) AS t
		WINDOW w AS (PARTITION BY order_id)) AS parts
	GROUP BY order_id, revenue) AS orders;

SELECT attribution_weight(0, 3, 'linear');
SELECT attribution_weight(4, 3, 'linear');
SELECT attribution_weight(1, 0, 'linear');
SELECT attribution_weight(1, 3, 'u-shaped');
SELECT attribution_weight(-1, 7);
SELECT attribution_weight(1, 0);
SELECT attribution_weight('NaN', 7);

DROP TABLE touch;
