-- The proof at the end: what the customers carry is what the ledger holds, to the cent.
SELECT l.cost AS ledger, a.cost AS activities, o.cost AS orders, c.cost AS customers,
	l.cost = a.cost AND a.cost = o.cost AND o.cost = c.cost AS reconciles,
	format('Ledger %s = activities %s = orders %s = customers %s: difference %s',
		booked(l.cost), booked(a.cost), booked(o.cost), booked(c.cost), booked(c.cost - l.cost)) AS line
FROM (SELECT sum(cost) AS cost FROM ledger) l, (SELECT sum(cost) AS cost FROM activity_cost) a,
	(SELECT sum(work) AS cost FROM order_profit) o, (SELECT sum(work) AS cost FROM customer_profit) c \gset
\if :reconciles
\echo :line
\else
\echo 'Ledger' :ledger', activities' :activities', orders' :orders', customers' :customers
DO $$ BEGIN RAISE EXCEPTION 'the customers'' costs do not add up to the ledger'; END $$;
\endif
