-- An order log from a CSV file.  psql gets the header line in :header, the file's name in
-- :file and the file, header included, on its standard input.  Every value is checked before
-- anything is computed: nothing is skipped, guessed or repaired.
\set SHOW_CONTEXT never
SET client_min_messages = warning;

-- The columns of the header: quotes taken off, and "Customer ID", "customer_id" and
-- "CustomerID" made the same.
CREATE TABLE log_column AS
SELECT number::integer, name, lower(regexp_replace(name, '[^[:alnum:]]', '', 'g')) AS plain, NULL::text AS role
FROM (
	SELECT number, btrim(CASE WHEN cell LIKE '"%' THEN replace(substr(cell, 2, length(cell) - 2), '""',
				'"') ELSE cell END) AS name
	FROM (
		-- Each match is a cell and what ends it; the comma added here ends the last one.
		SELECT number, rtrim(found[1]) AS cell
		FROM regexp_matches(:'header' || ',', '(\s*"(?:[^"]|"")*"\s*|[^,]*),', 'g') WITH ORDINALITY m (found, number)
	) c
) n;

-- The names under which each role is known, the best first.
CREATE TABLE known_name AS
SELECT role, column_role, plain, preference, needed
FROM (VALUES
	(1, 'order', '{orderid,orderno,ordernumber,ordernr,order,invoiceid,invoiceno,invoicenumber,invoicenr,invoice,
		transactionid,transactionno,transaction,receiptid,receiptno,receipt,id}'::text[], false),
	(2, 'date', '{orderdate,invoicedate,transactiondate,purchasedate,salesdate,saledate,date,day,orderedat,ordered,
		orderedon,ordertime,ordertimestamp,timestamp,datetime,createdat}', true),
	(3, 'customer', '{customerid,customerno,customernumber,customernr,customer,custid,custno,cust,customercode,
		clientid,clientno,client,accountid,accountno,account,buyerid,buyer,userid,user,memberid,member,
		customername}', true),
	(4, 'amount', '{amount,total,totalamount,ordertotal,orderamount,ordervalue,invoicetotal,invoiceamount,
		totalvalue,totalprice,totalsales,value,revenue,netrevenue,sales,salesamount,turnover,spend,netamount,net,
		subtotal,grossamount,gross}', true)
) r (role, column_role, names, needed), unnest(names) WITH ORDINALITY n (plain, preference);

UPDATE log_column SET role = best.column_role
FROM (
	SELECT DISTINCT ON (k.role) k.column_role, c.number
	FROM known_name k JOIN log_column c USING (plain)
	ORDER BY k.role, k.preference, c.number
) best
WHERE best.number = log_column.number;

-- A DO block cannot see psql's variables, the session can.
SELECT set_config('demo.file', :'file', false), set_config('demo.header', :'header', false) \gset ignored_

DO $$
DECLARE
	file text := current_setting('demo.file');
	header text := current_setting('demo.header');
	problem record;
BEGIN
	IF (length(header) - length(replace(header, '"', ''))) % 2 = 1 THEN
		RAISE EXCEPTION '%, line 1: a quote in the header is not closed: %', file, left(header, 200);
	END IF;
	IF position(',' IN header) = 0 AND header ~ '[;\t|]' THEN
		RAISE EXCEPTION '%, line 1: no comma in the header: %', file, left(header, 200)
			USING HINT = 'Columns must be separated by commas, not by semicolons, tabs or bars.';
	END IF;
	SELECT k.column_role, string_agg(k.plain, ', ' ORDER BY k.preference) AS names INTO problem
	FROM known_name k
	WHERE k.needed AND NOT EXISTS (SELECT FROM log_column c WHERE c.role = k.column_role)
	GROUP BY k.role, k.column_role ORDER BY k.role LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION '%, line 1: no column for the %; the columns are: %', file, problem.column_role,
				(SELECT string_agg(CASE WHEN name = '' THEN '(no name)' ELSE left(name, 60) END, ', ' ORDER BY number)
					FROM log_column)
			USING HINT = format('Known names for the %s (capitals, spaces and underscores do not matter): %s.',
					problem.column_role, problem.names);
	END IF;
END
$$;

-- The file as it is: one text column for each of its columns.
SELECT format('CREATE UNLOGGED TABLE log_line (%s)',
		string_agg(format('%I text', number || ': ' || left(name, 40)), ', ' ORDER BY number))
FROM log_column \gexec
\set SHOW_CONTEXT errors
\copy log_line FROM pstdin WITH (FORMAT csv, HEADER)
\set SHOW_CONTEXT never
ALTER TABLE log_line ADD record_no bigserial;

-- The four columns of use.  An empty cell is NULL.
SELECT max(quote_ident(number || ': ' || left(name, 40))) FILTER (WHERE role = 'order') AS order_cell,
	max(quote_ident(number || ': ' || left(name, 40))) FILTER (WHERE role = 'date') AS date_cell,
	max(quote_ident(number || ': ' || left(name, 40))) FILTER (WHERE role = 'customer') AS customer_cell,
	max(quote_ident(number || ': ' || left(name, 40))) FILTER (WHERE role = 'amount') AS amount_cell,
	coalesce(max(number) FILTER (WHERE role = 'order'), 0) > 0 AS has_order
FROM log_column \gset
\if :has_order
\else
\set order_cell record_no::text
\endif

CREATE UNLOGGED TABLE log_order AS
SELECT record_no, btrim(:order_cell) AS order_id, btrim(:date_cell) AS ordered,
	btrim(:customer_cell) AS customer_id, btrim(:amount_cell) AS amount
FROM log_line;

-- What is wrong with a date or an amount, NULL if nothing is.
CREATE FUNCTION pg_temp.date_problem(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE
	WHEN value IS NULL OR value = '' THEN 'is empty'
	WHEN value ~ ('^\d{4}-\d\d-\d\d([T ]+([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?'
		'( ?(Z|UTC|[+-]\d\d(:?\d\d)?))?)?$') THEN
		CASE
			WHEN substr(value, 1, 4) < '0001'
				OR substr(value, 6, 2) NOT BETWEEN '01' AND '12' OR substr(value, 9,
					2) < '01' THEN 'is no day of the calendar'
			WHEN substr(value, 9, 2)::integer > extract(day
				FROM make_date(substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, 1)
				+ interval '1 month' - interval '1 day') THEN 'is no day of the calendar'
		END
	ELSE 'is no date of the form YYYY-MM-DD'
END
$$;

CREATE FUNCTION pg_temp.amount_problem(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE
	WHEN value IS NULL OR value = '' THEN 'is empty'
	WHEN value ~ '^[+-]?0*\d{1,15}(\.\d{0,2}0*)?$' OR value ~ '^[+-]?\.\d{1,2}0*$' THEN NULL
	WHEN value ~ '^[+-]?(\d+\.?\d*|\.\d+)$' THEN
		CASE WHEN value ~ '\.\d{2}0*[1-9]' THEN 'has more than two decimals'
			ELSE 'has more than 15 digits before the point' END
	WHEN value ~ '^[+-]?\d+,\d+$'
		OR value ~ '^[+-]?\d{1,3}([,.'' ]\d{3})+([.,]\d*)?$' THEN 'has a comma or a thousands separator'
	WHEN value ~ '^[^\d]*[+-]?[\d.,]+[^\d]*$' AND value !~ '^\d*[.,]?\d*[eE]' THEN 'is no plain number'
	ELSE 'is no number'
END
$$;

CREATE TABLE log_problem AS
SELECT record_no, column_role, value, problem
FROM log_order, LATERAL (VALUES
	(1, 'order', order_id, CASE WHEN coalesce(order_id, '') = '' THEN 'is empty' END),
	(2, 'date', ordered, pg_temp.date_problem(ordered)),
	(3, 'customer', customer_id, CASE WHEN coalesce(customer_id, '') = '' THEN 'is empty' END),
	(4, 'amount', amount, pg_temp.amount_problem(amount))
) v (role, column_role, value, problem)
WHERE problem IS NOT NULL;

-- The same order number for two customers is an error too.
INSERT INTO log_problem
SELECT record_no, 'order', order_id,
	format('belongs to customer "%s" here and to "%s" before', left(customer_id, 60), left(first_customer, 60))
FROM (
	SELECT *, first_value(customer_id) OVER (PARTITION BY order_id ORDER BY record_no) AS first_customer FROM log_order
) o
WHERE customer_id <> first_customer;

DO $$
DECLARE
	file text := current_setting('demo.file');
	problems bigint := (SELECT count(*) FROM log_problem);
	list text;
	hints text;
	total numeric;
BEGIN
	IF problems > 0 THEN
		-- A quoted cell may hold line ends, so the line is counted, not just the record.
		SELECT string_agg(format('%s, line %s, column "%s": "%s" %s', file,
				p.record_no + 1 + (SELECT coalesce(sum(length(l::text) - length(replace(l::text, E'\n', ''))), 0)
					FROM log_line l WHERE l.record_no < p.record_no),
				coalesce((SELECT left(name, 60) FROM log_column c WHERE c.role = p.column_role), p.column_role),
					left(p.value, 80), p.problem),
			E'\n' ORDER BY p.record_no, p.column_role)
		INTO list
		FROM (SELECT * FROM log_problem ORDER BY record_no, column_role LIMIT 5) p;
		SELECT string_agg(hint, ' ') INTO hints
		FROM (
			SELECT DISTINCT CASE
				WHEN column_role = 'date' AND problem LIKE '%form%' THEN
					'Write dates as 2024-02-29, optionally with a time: 03/04/24 means two different days.'
				WHEN problem LIKE '%decimals%' THEN 'Money is booked at two decimals; round the amounts first.'
				WHEN column_role = 'amount' AND problem LIKE ANY ('{%comma%,%plain%,is no number}') THEN
					'Write amounts as 1234.50 or -1234.50, without currency, thousands separator or exponent.'
				WHEN column_role = 'customer' THEN
					'Leave out orders of unknown customers, or give these a name of their own.'
				WHEN problem LIKE 'belongs%' THEN
					'Lines with the same order are added up, so they must be of one customer.'
			END AS hint FROM (SELECT * FROM log_problem ORDER BY record_no, column_role LIMIT 5) p
		) h;
		IF problems > 5 THEN
			list := list || format(E'\nand %s more', problems - 5);
		END IF;
		IF hints IS NULL THEN
			RAISE EXCEPTION '%', list;
		END IF;
		RAISE EXCEPTION '%', list USING HINT = hints;
	END IF;
	total := (SELECT sum(amount::numeric) FROM log_order);
	IF total <= 0 OR total IS NULL THEN
		RAISE EXCEPTION '%: the amounts add up to %, so there is no revenue to analyse', file, coalesce(total, 0);
	END IF;
END
$$;

-- Lines with the same order are one order, of the earliest day.
CREATE TABLE loaded_customer AS
SELECT row_number() OVER (ORDER BY customer_id COLLATE "C")::integer AS customer_no, customer_id
FROM (SELECT DISTINCT customer_id FROM log_order) c;

CREATE TABLE orders AS
SELECT row_number() OVER (ORDER BY min(l.record_no)) AS order_no, l.order_id, c.customer_no,
	min(substr(l.ordered, 1, 10)::date) AS ordered, round(sum(l.amount::numeric), 2) AS amount
FROM log_order l JOIN loaded_customer c USING (customer_id)
GROUP BY l.order_id, c.customer_no;

\echo
SELECT to_char((SELECT count(*) FROM log_order), 'FM999,999,999') AS lines,
	to_char((SELECT count(*) FROM orders), 'FM999,999,999') AS orders,
	to_char((SELECT count(*) FROM loaded_customer), 'FM999,999,999') AS customers,
	(SELECT min(ordered) FROM orders) AS first_day, (SELECT max(ordered) FROM orders) AS last_day,
	(SELECT booked(sum(amount)) FROM orders) AS revenue,
	(SELECT count(*) FROM orders) < (SELECT count(*) FROM log_order) AS merged \gset
\echo :file':' :lines 'lines.'
\echo :customers 'customers,' :orders 'orders from' :first_day 'to' :last_day', revenue' :revenue'.'
\echo 'This is how its columns were read:'
\pset format wrapped
SELECT needed, name AS "column of the file"
FROM (
	SELECT k.role, k.column_role AS needed,
		coalesce(c.name, 'none; every line is an order and the lines are numbered') AS name
	FROM (SELECT DISTINCT role, column_role FROM known_name) k LEFT JOIN log_column c ON c.role = k.column_role
	UNION ALL
	SELECT 5, 'ignored', string_agg(CASE WHEN name = '' THEN '(no name)' ELSE name END, ', ' ORDER BY number)
	FROM log_column WHERE role IS NULL HAVING count(*) > 0
) m
ORDER BY role;
\pset format aligned
\if :merged
\echo 'Lines with the same order were added up to one order.'
\echo
\endif
\echo 'GENERATED, because an order log does not say: cost of goods, ledger, drivers, discounts, surveys.'
\echo 'So read the tables below as an example of the method; only orders and revenue are yours.'

DROP TABLE log_line, log_order, log_problem, log_column, known_name;
