-- What the README promises of every function, held against the catalog.  Each query lists offenders, so all of them
-- should return no row.
\i test/catalog/good_calls.sql
-- (A picture as an address needs a picture, names need covariates; and the Pareto/NBD says why it has no season.)
SELECT DISTINCT signature AS never_worked FROM called
WHERE oid NOT IN (SELECT oid FROM good_call) AND proname NOT IN ('svg_data_uri', 'name_covariates')
	AND NOT (proname = 'paretonbd_fit' AND prokind = 'f') ORDER BY 1;

-- "NaN, infinity and values outside their scale are errors that name the argument and the value": one bad argument in
-- each call that works, in one row of windows and aggregates.
CREATE TABLE bad_value (type text, value text, finite boolean);
INSERT INTO bad_value
SELECT type, value, false FROM (
	VALUES ('double precision', '{NaN,Infinity,-Infinity}'::text[]), ('real', '{NaN,Infinity,-Infinity}'),
		('numeric', '{NaN}'), ('double precision[]', '{NaN,Infinity,-Infinity}'), ('numeric[]', '{NaN}'),
		('date', '{infinity,-infinity}'), ('timestamp with time zone', '{infinity,-infinity}'),
		('timestamp without time zone', '{infinity,-infinity}')) AS v(type, many), unnest(many) AS value
UNION ALL SELECT type, value, true FROM (
	VALUES ('double precision', '{-7.25}'::text[]), ('real', '{-7.25}'), ('numeric', '{-7.25}'),
		('smallint', '{-17,30001}'), ('integer', '{-17,30001}'), ('bigint', '{-17,30001}'),
		('double precision[]', '{-7.25}'), ('numeric[]', '{-7.25}'), ('text', '{no such}'), ('interval', '{-7 days}')
	) AS v(type, many), unnest(many) AS value;
-- The argument with the bad value in it: the first element of an array, row 7 of 12.
CREATE FUNCTION spoilt(argument text, type text, value text, prokind "char") RETURNS text LANGUAGE sql AS $$
	SELECT CASE WHEN type LIKE '%[]' THEN format(
		'(SELECT array_agg(CASE WHEN k = 1 THEN %L ELSE x END) FROM unnest(%s) WITH ORDINALITY AS u(x, k))',
		value, argument)
		WHEN prokind <> 'f' AND argument ~ '\mi\M' THEN
			format('CASE WHEN i = 7 THEN %L::%s ELSE %s END', value, type, argument)
		ELSE format('%L::%s', value, type) END
$$;
CREATE TABLE spoilt_call AS
SELECT g.signature, g.prokind, c.name, b.*, q.query, s.*
FROM good_call AS g JOIN called AS c USING (oid) JOIN bad_value AS b USING (type),
	LATERAL (SELECT array_agg(CASE n WHEN c.place THEN spoilt(a, b.type, b.value, g.prokind) ELSE a END ORDER BY n)
			AS arguments
		FROM unnest(g.arguments) WITH ORDINALITY AS u(a, n)) AS a,
	LATERAL query_of(g.proname, g.prokind, a.arguments) AS q(query), LATERAL said_of(q.query) AS s
WHERE g.arguments[c.place] NOT LIKE '''{}''%';
SELECT count(*) > 5000 AS calls, count(*) FILTER (WHERE state <> '00000') > 4000 AS refused FROM spoilt_call;
-- The value and the name.  Names that differ: the regressor x is the term x1, parameters have names of their own, t of
-- a model of occasions is their number n, an amount is that on an account; counts of baskets go together, and so do
-- the times of a series, which may miss a period then.
SELECT signature, name, value, min(message) AS does_not_name FROM spoilt_call
WHERE state <> '00000' AND NOT (message ~ ('\m' || name || '\M') AND strpos(message, value) > 0)
	AND NOT (signature ~ '^ols_agg\(' AND message ~ '^x1 must') AND NOT message ~ '^there cannot be .* baskets'
	AND NOT (name = 't' AND message ~ 'is missing, after|^two rows have the same t')
	AND NOT (name ~ 'amounts$' AND message ~ ('^amount on "A" .*' || value))
	AND NOT (signature ~ '^clv_model\(' AND message ~ '^(r|alpha) must be above 0, not -7.25')
	AND NOT (name = 't' AND message ~ ('^n must .*' || value))
	AND NOT (name = 'rates' AND message ~ ('^rate must .*' || value))
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
-- All that is not finite is refused, except: a time after all others, in what is read from survival; the ends of a
-- curve of thresholds; days from and to which purchases are counted, tie keys, which are only compared; a subscription
-- that goes on; what a check reports; the mean spend of customers who bought once, which is not looked at.
SELECT signature, name, value, min(query) AS takes FROM spoilt_call
WHERE state = '00000' AND NOT finite
	AND NOT (name = 't' AND value = 'Infinity' AND signature ~ '^(at_risk|conditional_|cox_|cum|km)')
	AND NOT (name = 'threshold' AND value ~ 'Inf') AND NOT (name = 'tie' AND value ~ 'inf')
	AND NOT (signature ~ '^(purchases|spend)_(in|between)\(' AND value ~ 'inf')
	AND NOT (signature ~ '^churn_agg\(' AND name = 'ended' AND value = 'infinity')
	AND signature !~ '^abc_check\(' AND NOT (signature ~ '^(clv|expected_spend)' AND name = 'mean_spend')
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- "A statistic that does not exist is NULL, so that one empty group does not abort a report": groups as reports have
-- them, and readers with arguments that are right for the usual one.
CREATE TABLE small_group (name text, rows integer[]);
INSERT INTO small_group VALUES
	('empty', '{}'), ('one', '{1}'), ('another', '{12}'), ('two', '{1,2}'), ('equal', '{3,3,3}'), ('far', '{2,40000}'),
	('three', '{5,6,7}'), ('null', '{13}'), ('usual', ARRAY(SELECT generate_series(1, 30)));
CREATE TABLE maker AS
SELECT aggfnoid::oid AS maker, signature, call, format_type(f.prorettype, NULL) AS type, row_number() OVER (
	PARTITION BY f.proname, f.pronargs, f.prorettype ORDER BY signature) AS rank
FROM extension_aggregate AS a JOIN pg_proc AS f ON f.oid = a.aggfnoid WHERE f.proname <> 'rollup'
UNION ALL SELECT row_number() OVER (), call, call, type, 1 FROM (VALUES
	('survey_agg(1 + i % 5)', 'survey_summary'), ('migration_agg(CASE WHEN i % 3 > 0 THEN ''a'' ELSE ''b'' END, '
		'CASE i % 3 WHEN 0 THEN ''c'' WHEN 1 THEN ''b'' ELSE ''a'' END)', 'migration_summary'),
	('fine_agg(i % 7 / 2.0, i % 3 = 0, ''{0.5,1,2}'')', 'bin_summary'),
	('abc_network_agg(''A'', CASE WHEN i % 2 > 0 THEN ''B'' ELSE ''P'' END, i % 3 + 1)', 'abc_network'),
	('migration_agg(CASE WHEN i % 3 > 0 THEN ''a'' ELSE ''b'' END, CASE WHEN i % 2 > 0 THEN ''a'' ELSE ''b'' END)',
		'migration_summary'), ('affinity_agg(CASE WHEN i % 3 > 0 THEN ''{a,b}''::text[] ELSE ''{b}'' END)',
		'affinity_summary'),
	('cox_agg(1 + i * 7919 % 40, i % 5 > 0, ARRAY[i * 31 % 7]::float8[])', 'cox_model'),
	('cox_agg(1 + i * 7919 % 40, i % 5 > 0, ARRAY[i * 31 % 7]::float8[], '
		'CASE WHEN i % 2 > 0 THEN ''a'' ELSE ''b'' END)', 'cox_model'),
	('ols_agg(i * 7919 % 40, i)', 'ols_summary'), ('logit_agg(i * 7 % 5 > 2, i)', 'logit_model')) AS v(call, type);
CREATE TABLE group_value AS
SELECT maker, signature, type, name, state, message AS value
FROM maker, small_group, said_of(format('SELECT %s FROM unnest(%L::integer[]) AS i', call, rows));
SELECT DISTINCT signature AS one_group_ends_all, value FROM group_value
WHERE state <> '00000' AND value !~ '^two rows have the same t' ORDER BY 1;
-- Readers: functions whose first argument is a stored value.
CREATE FUNCTION readings(f oid, made_by oid, times integer)
RETURNS TABLE (name text, query text, state text, message text) LANGUAGE plpgsql AS $$
DECLARE
	function record;
	tried text;
	usual record;
	found_calls integer := 0;
BEGIN
	SELECT c.proname, c.prokind INTO function FROM called AS c WHERE oid = f LIMIT 1;
	SELECT format('%L::%s', value, type) AS value INTO usual FROM group_value AS v
	WHERE v.maker = made_by AND v.name = 'usual' AND v.state = '00000' AND value IS NOT NULL;
	FOR n IN 1..CASE WHEN usual.value IS NULL THEN 0 ELSE times END LOOP
		tried := coalesce((SELECT string_agg(', ' || literals[1 + floor(random() * cardinality(literals))::integer], ''
					ORDER BY place) FROM called WHERE oid = f AND place > 1), '');
		CONTINUE WHEN
			(said_of(query_of(function.proname, function.prokind, ARRAY[usual.value || tried]))).state <> '00000';
		found_calls := found_calls + 1;
		RETURN QUERY SELECT g.name, q.query, s.state, s.message
		FROM group_value AS g, LATERAL query_of(function.proname, function.prokind,
				ARRAY[format('%L::%s', g.value, g.type) || tried]) AS q(query), LATERAL said_of(q.query) AS s
		WHERE g.maker = made_by AND g.state = '00000' AND g.value IS NOT NULL;
		EXIT WHEN found_calls = 2 OR tried = '';
	END LOOP;
END $$;
SELECT setseed(0.625);
CREATE TABLE reading (oid oid, signature text, maker text, name text, query text, state text, message text);
-- Where a function has been read once, few tries say whether another aggregate makes what it reads.
DO $$
DECLARE
	f record;
BEGIN
	FOR f IN SELECT c.oid, c.signature, m.maker, m.signature AS made_by FROM called AS c JOIN maker AS m USING (type)
		WHERE rank = 1 AND c.place = 1 AND c.prokind = 'f' AND c.type IN (SELECT name FROM extension_type)
		ORDER BY c.signature, m.signature LOOP
		INSERT INTO reading SELECT f.oid, f.signature, f.made_by, r.* FROM readings(f.oid, f.maker,
				CASE WHEN EXISTS (SELECT FROM reading AS r WHERE r.oid = f.oid) THEN 6 ELSE 80 END) AS r;
	END LOOP;
END $$;
SELECT count(*) > 8000 AS readings FROM reading;
SELECT DISTINCT signature AS never_read FROM called AS c
WHERE place = 1 AND prokind = 'f' AND type IN (SELECT name FROM extension_type) AND oid NOT IN (SELECT oid FROM reading)
	AND proname NOT IN ('paretonbd_fit', 'name_covariates')
ORDER BY 1;
-- Except that a name is asked for which the group does not have, and that cost must go somewhere.
SELECT signature, maker, name, min(message) AS aborts FROM reading WHERE state <> '00000'
	AND message !~ '^target "P" is not in the network|^orphan cost: account "A"|^the model has no stratum'
	AND NOT (name <> 'empty' AND message ~ '^(start|segment) "[ab]" is not in the migration_summary')
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- Windows over partitions of one row, and of rows that are equal.
SELECT signature AS window_aborts, min(message) FROM good_call AS g,
	LATERAL (VALUES ('OVER (ORDER BY i)', 'OVER (PARTITION BY i)')) AS v(usual, alone),
	LATERAL said_of(replace(query_of(proname, prokind, arguments), usual, alone))
WHERE prokind = 'w' AND state <> '00000' GROUP BY 1 ORDER BY 1;

-- Which argument takes which types, as doc/development.md says: of each function all of them, and no others.
CREATE TABLE typed (arguments text[], types text);
INSERT INTO typed VALUES
	('{cost,profit,capital,revenue,funding_cost,operating_cost,expected_loss,economic_capital,opening_value,'
		'closing_value,old,new,old_price,new_price,old_quantity,new_quantity,own,category,spend,cash,before,ead,'
		'cost_per_customer,used,practical_capacity}', 'numeric'),
	('{rate,capital_return}', 'double precision,numeric,real'), ('{driver}', 'bigint,double precision,numeric,real'),
	('{amount}', 'bigint,double precision,numeric,real'),
	('{cash_flows,drivers,amounts,old_amounts,new_amounts}', 'numeric[]'),
	('{margin,retention,confidence,mean_spend,horizon,t_x,lgd,pd,alpha,beta,gamma,lambda,sigma,actual,forecast,'
		'compound,defects,units,fraction,share,depth}', 'double precision'),
	('{successes_a,n_a,successes_b,n_b}', 'bigint,double precision'),
	('{source,from_segment,to_segment,segment,item,grp,label}', 'bigint,text'),
	('{items,basket,levels}', 'bigint[],text[]'),
	('{outcome,event}', 'bigint,boolean'), ('{churned,had_before}', 'boolean'),
	('{tie}', 'bigint,date,text,timestamp with time zone,timestamp without time zone,uuid'),
	('{duration,entry}', 'double precision,interval'), ('{as_of,started,followed,opened,first_day,last_day}', 'date'),
	('{gap,within}', 'interval'), ('{top,bins,detractor_max,promoter_min,groups,ahead,paths}', 'integer'),
	('{method,first,of,kind,zero_rule,tail,mode,chart,by,rule,lang,word}', 'text'),
	('{terms,accounts,step_order}', 'text[]');
SELECT proname, name, found, types AS documented FROM (
	SELECT proname, name, string_agg(DISTINCT type, ',' ORDER BY type) AS found
	FROM called WHERE type <> 'distribution_summary' GROUP BY 1, 2) AS c
JOIN typed ON name = ANY (arguments)
-- The same word means another thing: a depth of steps, times of a model, a label or an amount that is drawn; and a
-- model that knows its unit of time takes intervals beside numbers.
WHERE found <> types AND (proname, name) NOT IN (('funnel_depth_agg', 'depth'), ('holt', 'ahead'), ('p_alive', 'ahead'))
	AND proname !~ '^(display_width|svg_escape|flow_points|waterfall_points|profit_history_agg)$'
	AND NOT (name IN ('horizon', 'within') AND found = 'double precision,interval') ORDER BY 1, 2;

DROP SCHEMA catalog_test CASCADE;
