\echo Use "CREATE EXTENSION custvalue" to load this file. \quit
-- held_rows: the state of aggregates that cannot finish before they have seen all rows.
CREATE TYPE held_rows;

CREATE FUNCTION held_rows_in(cstring)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION held_rows_out(held_rows)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION held_rows_recv(internal)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION held_rows_send(held_rows)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE held_rows (
	INPUT = held_rows_in,
	OUTPUT = held_rows_out,
	RECEIVE = held_rows_recv,
	SEND = held_rows_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION held_rows_merge(a held_rows, b held_rows)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE held_rows IS
'rows of numbers and the parameters of the aggregate that collects them, up to 512 MB; text form "v1 kind width [parameter,...] number,... ..."';
COMMENT ON FUNCTION held_rows_in(cstring) IS 'text input of held_rows';
COMMENT ON FUNCTION held_rows_out(held_rows) IS 'text output of held_rows';
COMMENT ON FUNCTION held_rows_recv(internal) IS 'binary input of held_rows';
COMMENT ON FUNCTION held_rows_send(held_rows) IS 'binary output of held_rows';
COMMENT ON FUNCTION held_rows_merge(held_rows, held_rows) IS 'the rows of both, which must be of one aggregate with the same parameters';
-- costing: cost flows from resources through activities to orders and customers

-- abc_allocate: one cost over the drivers of its pool, exact to the last unit.  The
-- driver is numeric, bigint or float8; the tie key bigint (may be left out) or text.
CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, drivers numeric[], scale integer DEFAULT 2)
RETURNS numeric[] AS 'MODULE_PATHNAME', 'abc_allocate_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION abc_allocate(numeric, numeric, bigint, integer) IS
'window function: this row''s part of the pool''s cost in proportion to driver, by largest remainder; parts have scale decimals and add up to cost exactly; equal remainders: smaller tie key first, then earlier row; NULL driver: no receiver';
COMMENT ON FUNCTION abc_allocate(numeric, numeric, text, integer) IS
'window function: this row''s part of the pool''s cost in proportion to driver, by largest remainder; tie keys compare by bytes';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, bigint, integer) IS
'window function: this row''s part of the pool''s cost in proportion to an integer driver, by largest remainder';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, text, integer) IS
'window function: this row''s part of the pool''s cost in proportion to an integer driver, by largest remainder; tie keys compare by bytes';
COMMENT ON FUNCTION abc_allocate(numeric, float8, bigint, integer) IS
'window function: this row''s part of the pool''s cost in proportion to a float8 driver, read as its shortest decimal, by largest remainder';
COMMENT ON FUNCTION abc_allocate(numeric, float8, text, integer) IS
'window function: this row''s part of the pool''s cost in proportion to a float8 driver, read as its shortest decimal, by largest remainder; tie keys compare by bytes';
COMMENT ON FUNCTION abc_allocate(numeric, numeric[], integer) IS
'parts of cost in proportion to drivers, by largest remainder; parts have scale decimals and add up to cost exactly; equal remainders: earlier element first';

CREATE FUNCTION abc_capacity(cost numeric, practical_capacity numeric, used numeric, scale integer DEFAULT 2,
	OUT rate numeric, OUT used_cost numeric, OUT unused numeric, OUT unused_cost numeric, OUT utilisation numeric)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION abc_capacity(numeric, numeric, numeric, integer) IS
'time-driven costing (Kaplan and Anderson 2004): cost per unit of practical capacity, cost of the used and of the unused capacity (together exactly cost; unused is negative when over-driven), used share of capacity';

-- abc_network: a cost model as one value, the state of its aggregates.
CREATE TYPE abc_network;

CREATE FUNCTION abc_network_in(cstring)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION abc_network_out(abc_network)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION abc_network_recv(internal)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION abc_network_send(abc_network)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE abc_network (
	INPUT = abc_network_in,
	OUTPUT = abc_network_out,
	RECEIVE = abc_network_recv,
	SEND = abc_network_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION abc_network_add(network abc_network, source text, target text, driver numeric)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION abc_network_merge(a abc_network, b abc_network)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE FUNCTION abc_network_pack(network abc_network)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE AGGREGATE abc_network_agg(source text, target text, driver numeric) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);

CREATE AGGREGATE rollup(network abc_network) (
	SFUNC = abc_network_merge, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);

CREATE FUNCTION abc_edges(network abc_network)
RETURNS TABLE (source text, target text, driver numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;

CREATE FUNCTION abc_flow(network abc_network, accounts text[], amounts numeric[],
	method text DEFAULT 'reciprocal', step_order text[] DEFAULT NULL, scale integer DEFAULT 2)
RETURNS TABLE (target text, amount numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 100;

CREATE FUNCTION abc_trace(network abc_network, accounts text[], amounts numeric[],
	method text DEFAULT 'reciprocal', step_order text[] DEFAULT NULL, scale integer DEFAULT 2)
RETURNS TABLE (source text, target text, amount numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000;

CREATE FUNCTION abc_throughput(network abc_network, accounts text[], amounts numeric[])
RETURNS TABLE (node text, own numeric, received numeric, passed numeric, level integer) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;

CREATE FUNCTION abc_check(network abc_network, accounts text[], amounts numeric[])
RETURNS TABLE (severity text, code text, node text, detail text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;

COMMENT ON TYPE abc_network IS
'a cost model: who passes cost on to whom, in proportion to which driver; text form v1 "source">"target":driver ...';
COMMENT ON FUNCTION abc_network_in(cstring) IS 'text input of abc_network';
COMMENT ON FUNCTION abc_network_out(abc_network) IS 'text output of abc_network';
COMMENT ON FUNCTION abc_network_recv(internal) IS 'binary input of abc_network';
COMMENT ON FUNCTION abc_network_send(abc_network) IS 'binary output of abc_network';
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, numeric) IS 'the network with one more edge; a second edge between the same nodes adds its driver';
COMMENT ON FUNCTION abc_network_merge(abc_network, abc_network) IS 'the edges of both networks; drivers of common edges add up';
COMMENT ON FUNCTION abc_network_pack(abc_network) IS 'the network in the form that is stored: final function of its aggregates';
COMMENT ON AGGREGATE abc_network_agg(text, text, numeric) IS
'cost model from its edges: source passes cost on to target in proportion to driver; repeated edges add up; NULL drivers are ignored, NULL names and negative drivers are errors';
COMMENT ON AGGREGATE rollup(abc_network) IS 'one network with the edges of all; drivers of common edges add up';
COMMENT ON FUNCTION abc_edges(abc_network) IS
'the edges of a network in order of names; share is the fraction of the source''s drivers';
COMMENT ON FUNCTION abc_flow(abc_network, text[], numeric[], text, text[], integer) IS
'where the cost on accounts ends: an amount for each node that passes nothing on, adding up to the given amounts exactly; method direct, step (with step_order) or reciprocal (simultaneous equations)';
COMMENT ON FUNCTION abc_trace(abc_network, text[], numeric[], text, text[], integer) IS
'which account''s cost ends where: amounts for each source add up to its cost exactly; share is the fraction of it';
COMMENT ON FUNCTION abc_throughput(abc_network, text[], numeric[]) IS
'reciprocated cost of each node: its own, received from others, passed on; level is the longest way from a node that receives nothing';
COMMENT ON FUNCTION abc_check(abc_network, text[], numeric[]) IS
'what abc_flow would refuse (error) and what deserves a look (warning), all at once and without raising';
-- profit: customer profit and its concentration

CREATE FUNCTION residual_income(profit numeric, capital numeric, rate numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION residual_income(numeric, numeric, numeric) IS
'profit less a charge of rate (a fraction for the same period) on capital, exact';

CREATE FUNCTION customer_roi(profit numeric, cost numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION customer_roi(numeric, numeric) IS
'profit over cost, a fraction: what a unit of money spent on the customer earned (over capital: return on investment); NULL when cost is 0';

CREATE FUNCTION profit_margin(profit numeric, revenue numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION profit_margin(numeric, numeric) IS
'profit over revenue, a fraction: gross, contribution or operating margin as the profit is; NULL when revenue is 0';

CREATE FUNCTION return_on_customer(profit numeric, opening_value numeric, closing_value numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION return_on_customer(numeric, numeric, numeric) IS
'profit of the period and change of the lifetime value over the opening lifetime value, a fraction (Peppers and Rogers 2005); NULL when opening_value is 0';

CREATE FUNCTION raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss numeric, economic_capital numeric, capital_return numeric DEFAULT 0)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, numeric) IS
'risk-adjusted return on capital, a fraction: revenue less funding cost, operating cost and expected loss, plus capital_return (a rate) on economic_capital, over economic_capital; NULL when that is 0';

CREATE FUNCTION cumulative_share(value numeric)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_numeric'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION cumulative_share(value bigint)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_bigint'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION cumulative_share(value float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_float8'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION cumulative_share(numeric) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
COMMENT ON FUNCTION cumulative_share(bigint) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
COMMENT ON FUNCTION cumulative_share(float8) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';

CREATE FUNCTION pareto_class(value numeric, cuts float8[] DEFAULT '{0.8,0.95}', labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_class_numeric'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION pareto_class(numeric, float8[], text[]) IS
'window function: labels[1] for the best customers until their sum reaches the first of cuts (shares of the partition''s total, the customer that reaches it among them), then labels[2], ...; peers from the highest value down, equal values together; NULL when the total is not positive';

CREATE FUNCTION pareto_class(value bigint, cuts float8[] DEFAULT '{0.8,0.95}', labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_class_bigint'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION pareto_class(bigint, float8[], text[]) IS
'window function: labels[1] for the best customers until their sum reaches the first of cuts (shares of the partition''s total, the customer that reaches it among them), then labels[2], ...; peers from the highest value down, equal values together; NULL when the total is not positive';

CREATE FUNCTION pareto_class(value float8, cuts float8[] DEFAULT '{0.8,0.95}', labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_class_float8'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION pareto_class(float8, float8[], text[]) IS
'window function: labels[1] for the best customers until their sum reaches the first of cuts (shares of the partition''s total, the customer that reaches it among them), then labels[2], ...; peers from the highest value down, equal values together; NULL when the total is not positive';

-- concentration_summary: the values of all customers, exactly.
CREATE TYPE concentration_summary;

CREATE FUNCTION concentration_summary_in(cstring)
RETURNS concentration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION concentration_summary_out(concentration_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION concentration_summary_recv(internal)
RETURNS concentration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION concentration_summary_send(concentration_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE concentration_summary (
	INPUT = concentration_summary_in,
	OUTPUT = concentration_summary_out,
	RECEIVE = concentration_summary_recv,
	SEND = concentration_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE concentration_summary IS
'values of customers (profit, revenue), exact and in order, about 5 bytes each, at most 33554432; text form "v1 value*times ...", with v1~ for float8 values';
COMMENT ON FUNCTION concentration_summary_in(cstring) IS 'text input of concentration_summary';
COMMENT ON FUNCTION concentration_summary_out(concentration_summary) IS 'text output of concentration_summary';
COMMENT ON FUNCTION concentration_summary_recv(internal) IS 'binary input of concentration_summary';
COMMENT ON FUNCTION concentration_summary_send(concentration_summary) IS 'binary output of concentration_summary';

CREATE FUNCTION concentration_add(summary concentration_summary, value numeric)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_add(concentration_summary, numeric) IS
'the summary with one more value';

CREATE FUNCTION concentration_add(summary concentration_summary, value numeric, fraction float8)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_add(concentration_summary, numeric, float8) IS
'the summary with one more value, for the share of a fraction of the customers';

CREATE FUNCTION concentration_add(summary concentration_summary, value bigint)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_add(concentration_summary, bigint) IS
'the summary with one more value';

CREATE FUNCTION concentration_add(summary concentration_summary, value bigint, fraction float8)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_add(concentration_summary, bigint, float8) IS
'the summary with one more value, for the share of a fraction of the customers';

CREATE FUNCTION concentration_add(summary concentration_summary, value float8)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_add(concentration_summary, float8) IS
'the summary with one more value';

CREATE FUNCTION concentration_add(summary concentration_summary, value float8, fraction float8)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_add(concentration_summary, float8, float8) IS
'the summary with one more value, for the share of a fraction of the customers';

CREATE FUNCTION concentration_merge(a concentration_summary, b concentration_summary)
RETURNS concentration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_merge(concentration_summary, concentration_summary) IS
'the values of both summaries';

CREATE FUNCTION concentration_pack(summary concentration_summary)
RETURNS concentration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION concentration_pack(concentration_summary) IS
'the summary in the form in which it is stored';

CREATE AGGREGATE concentration_agg(value numeric) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE concentration_agg(numeric) IS
'summary of values, from which gini, top_share, whale_curve and the other measures of concentration are read; NULL values are ignored';

CREATE AGGREGATE concentration_agg(value bigint) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE concentration_agg(bigint) IS
'summary of values, from which gini, top_share, whale_curve and the other measures of concentration are read; NULL values are ignored';

CREATE AGGREGATE concentration_agg(value float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE concentration_agg(float8) IS
'summary of values, from which gini, top_share, whale_curve and the other measures of concentration are read; NULL values are ignored';

CREATE AGGREGATE rollup(summary concentration_summary) (
	SFUNC = concentration_merge, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(concentration_summary) IS
'the values of all summaries, as if collected at once';

-- Measures of concentration.
CREATE FUNCTION gini(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION gini(concentration_summary) IS
'Gini coefficient, 0 (all equal) to 1, normalised so that it stays there with losses (Raffinetti, Siletti and Vernizzi 2015); NULL when all values are 0';

CREATE FUNCTION hhi(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION hhi(concentration_summary) IS
'Herfindahl-Hirschman index, 1/customers to 1: sum of squared shares of gains and losses together; NULL when all values are 0';

CREATE FUNCTION lorenz(summary concentration_summary, p float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION lorenz(concentration_summary, float8) IS
'Lorenz curve: share of the total that the fraction p of customers with the lowest values has; NULL when the total is 0';

CREATE FUNCTION top_share(summary concentration_summary, fraction float8, of text DEFAULT 'net')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION top_share(concentration_summary, float8, text) IS
'what the best fraction of the customers bring as a share of the total (net), of the sum of positive values (gains) or of negative ones (losses); NULL when that is 0';

CREATE FUNCTION top_share_final(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION top_share_final(concentration_summary) IS
'top_share with the fraction that the summary has: final function of the aggregate';

CREATE FUNCTION bottom_share(summary concentration_summary, fraction float8, of text DEFAULT 'net')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION bottom_share(concentration_summary, float8, text) IS
'what the worst fraction of the customers bring as a share of the total (net), of the sum of positive values (gains) or of negative ones (losses); NULL when that is 0';

CREATE FUNCTION bottom_share_final(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION bottom_share_final(concentration_summary) IS
'bottom_share with the fraction that the summary has: final function of the aggregate';

CREATE FUNCTION whale_peak(summary concentration_summary, OUT rank bigint, OUT customers_share float8, OUT cumulative numeric, OUT cumulative_share float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION whale_peak(concentration_summary) IS
'highest point of the whale curve: with how many of the best customers, which share of all, the sum of values is highest, and that sum; rank 0 when no value is positive';

CREATE FUNCTION whale_curve(summary concentration_summary, points integer DEFAULT 100)
RETURNS TABLE (rank bigint, customers_share float8, cumulative numeric, cumulative_share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;

COMMENT ON FUNCTION whale_curve(concentration_summary, integer) IS
'running sum of values from the best customer to the worst, at this many ranks evenly apart; cumulative_share is NULL when the total is 0';

CREATE AGGREGATE gini(value numeric) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = gini,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gini(numeric) IS
'Gini coefficient of values, 0 (all equal) to 1, also with losses; NULL when all values are 0';

CREATE AGGREGATE gini(value bigint) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = gini,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gini(bigint) IS
'Gini coefficient of values, 0 (all equal) to 1, also with losses; NULL when all values are 0';

CREATE AGGREGATE gini(value float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = gini,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gini(float8) IS
'Gini coefficient of values, 0 (all equal) to 1, also with losses; NULL when all values are 0';

CREATE AGGREGATE top_share(value numeric, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = top_share_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE top_share(numeric, float8) IS
'what the best fraction of the customers bring as a share of the total; NULL when that is 0';

CREATE AGGREGATE top_share(value bigint, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = top_share_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE top_share(bigint, float8) IS
'what the best fraction of the customers bring as a share of the total; NULL when that is 0';

CREATE AGGREGATE top_share(value float8, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = top_share_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE top_share(float8, float8) IS
'what the best fraction of the customers bring as a share of the total; NULL when that is 0';

CREATE AGGREGATE bottom_share(value numeric, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = bottom_share_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bottom_share(numeric, float8) IS
'what the worst fraction of the customers bring as a share of the total; NULL when that is 0';

CREATE AGGREGATE bottom_share(value bigint, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = bottom_share_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bottom_share(bigint, float8) IS
'what the worst fraction of the customers bring as a share of the total; NULL when that is 0';

CREATE AGGREGATE bottom_share(value float8, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = bottom_share_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bottom_share(float8, float8) IS
'what the worst fraction of the customers bring as a share of the total; NULL when that is 0';
-- clv: lifetime value

CREATE FUNCTION clv(margin float8, retention float8, discount float8,
	periods integer DEFAULT NULL, first text DEFAULT 'next')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION clv(float8, float8, float8, integer, text) IS
'present value of a constant margin per period from a customer who stays with probability retention, discounted per period; over periods margins, NULL for no end; first margin one period ahead (next) or at once (now)';

CREATE FUNCTION clv(cash_flows numeric[], discount numeric, first text DEFAULT 'next')
RETURNS numeric AS 'MODULE_PATHNAME', 'clv_cash_flows'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION clv(numeric[], numeric, text) IS
'present value of expected net cash flows, one per period; first one period ahead (next) or at once (now); NULL when one of them is';

-- Customer equity (Blattberg and Deighton 1996).
CREATE FUNCTION customer_equity(margin float8, discount float8, acquisition_spend float8, acquisition_rate float8,
	retention_spend float8, retention_rate float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION customer_equity(float8, float8, float8, float8, float8, float8) IS
'value of a prospect: of a customer (margin at once and every period, less retention_spend, as long as kept with retention_rate), won with acquisition_rate, less acquisition_spend';

CREATE FUNCTION optimal_acquisition_spend(value float8, current_spend float8, current_rate float8, ceiling float8,
	OUT spend float8, OUT rate float8, OUT equity float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION optimal_acquisition_spend(float8, float8, float8, float8) IS
'spending for each prospect that makes customer equity greatest, the share that it wins and the equity then; the answer to spending is ceiling * (1 - exp(-k * spend)) with k from current_spend and current_rate; value is that of a customer';

CREATE FUNCTION optimal_retention_spend(margin float8, discount float8, current_spend float8, current_rate float8, ceiling float8,
	OUT spend float8, OUT rate float8, OUT value float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION optimal_retention_spend(float8, float8, float8, float8, float8) IS
'spending for each customer and period that makes the value of a customer greatest, the share that it keeps and the value then; the answer to spending is ceiling * (1 - exp(-k * spend)) with k from current_spend and current_rate';

-- purchase_history: on which days a customer bought, and for how much.
CREATE TYPE purchase_history;

CREATE FUNCTION purchase_history_in(cstring)
RETURNS purchase_history AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION purchase_history_out(purchase_history)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION purchase_history_recv(internal)
RETURNS purchase_history AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION purchase_history_send(purchase_history)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE purchase_history (
	INPUT = purchase_history_in,
	OUTPUT = purchase_history_out,
	RECEIVE = purchase_history_recv,
	SEND = purchase_history_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE purchase_history IS
'days on which a customer bought and what was spent on them, exact, about 6 bytes each; text form "v1 date:amount ...", with r before days with returns only';
COMMENT ON FUNCTION purchase_history_in(cstring) IS 'text input of purchase_history';
COMMENT ON FUNCTION purchase_history_out(purchase_history) IS 'text output of purchase_history';
COMMENT ON FUNCTION purchase_history_recv(internal) IS 'binary input of purchase_history';
COMMENT ON FUNCTION purchase_history_send(purchase_history) IS 'binary output of purchase_history';

CREATE FUNCTION purchase_history_add(state purchase_history, at date, amount numeric)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_date_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, date, numeric) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at date, amount bigint)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_date_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, date, bigint) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at date, amount float8)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_date_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, date, float8) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at timestamp, amount numeric)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, numeric) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at timestamp, amount bigint)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, bigint) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at timestamp, amount float8)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, float8) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at timestamptz, amount numeric)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, numeric) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at timestamptz, amount bigint)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, bigint) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_add(state purchase_history, at timestamptz, amount float8)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, float8) IS
'the history with one more purchase, or return where amount is below 0, for purchase_history_agg';

CREATE FUNCTION purchase_history_merge(a purchase_history, b purchase_history)
RETURNS purchase_history AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchase_history_merge(purchase_history, purchase_history) IS
'the purchases of both';

CREATE FUNCTION purchase_history_pack(state purchase_history)
RETURNS purchase_history AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchase_history_pack(purchase_history) IS
'the form that is stored: days in order, each once';

CREATE AGGREGATE purchase_history_agg(at date, amount numeric) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(date, numeric) IS
'purchases of a customer by day, those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at date, amount bigint) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(date, bigint) IS
'purchases of a customer by day, those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at date, amount float8) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(date, float8) IS
'purchases of a customer by day, those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at timestamp, amount numeric) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(timestamp, numeric) IS
'purchases of a customer by day, those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at timestamp, amount bigint) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(timestamp, bigint) IS
'purchases of a customer by day, those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at timestamp, amount float8) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(timestamp, float8) IS
'purchases of a customer by day, those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at timestamptz, amount numeric) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(timestamptz, numeric) IS
'purchases of a customer by day (days in UTC; for others give at AT TIME ZONE zone), those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at timestamptz, amount bigint) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(timestamptz, bigint) IS
'purchases of a customer by day (days in UTC; for others give at AT TIME ZONE zone), those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE purchase_history_agg(at timestamptz, amount float8) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE purchase_history_agg(timestamptz, float8) IS
'purchases of a customer by day (days in UTC; for others give at AT TIME ZONE zone), those of one day as one; an amount below 0 is a return; rows with a NULL are ignored';

CREATE AGGREGATE rollup(history purchase_history) (
	SFUNC = purchase_history_merge, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(purchase_history) IS
'all purchases of all histories: of a customer''s months, shops or shards, or of a household';

CREATE FUNCTION first_purchase(history purchase_history)
RETURNS date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION first_purchase(purchase_history) IS
'day of the first purchase; NULL without';

CREATE FUNCTION last_purchase(history purchase_history)
RETURNS date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION last_purchase(purchase_history) IS
'day of the last purchase; NULL without';

CREATE FUNCTION purchases(history purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases(purchase_history) IS
'number of days with a purchase';

CREATE FUNCTION purchases_between(history purchase_history, after date, until date)
RETURNS integer AS 'MODULE_PATHNAME', 'purchases'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_between(purchase_history, date, date) IS
'number of days with a purchase after one day, up to and with another; either may be infinite';

CREATE FUNCTION spend_between(history purchase_history, after date, until date)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spend_between(purchase_history, date, date) IS
'what was spent less what was returned after one day, up to and with another; either may be infinite';

CREATE FUNCTION clv_summary(history purchase_history, as_of date, unit text DEFAULT 'week',
	OUT x integer, OUT t_x float8, OUT t float8, OUT mean_spend numeric)
RETURNS record AS 'MODULE_PATHNAME', 'clv_summary_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION clv_summary(purchase_history, date, text) IS
'what purchase models need, as known at the end of a day: purchases after the first, time from the first to the last, time from the first to as_of (in units of day, week, month of 30.4375 days, year, or an interval), mean spend of a purchase after the first; NULL before the first';

CREATE FUNCTION clv_summary(history purchase_history, as_of date, unit interval,
	OUT x integer, OUT t_x float8, OUT t float8, OUT mean_spend numeric)
RETURNS record AS 'MODULE_PATHNAME', 'clv_summary_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION clv_summary(purchase_history, date, interval) IS
'what purchase models need, as known at the end of a day: purchases after the first, time from the first to the last, time from the first to as_of (in units of day, week, month of 30.4375 days, year, or an interval), mean spend of a purchase after the first; NULL before the first';
-- clv: models of purchases and spend

-- clv_model: how often will a customer buy, and for how much?
CREATE TYPE clv_model;

CREATE FUNCTION clv_model_in(cstring)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION clv_model_out(clv_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION clv_model_recv(internal)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION clv_model_send(clv_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE clv_model (
	INPUT = clv_model_in,
	OUTPUT = clv_model_out,
	RECEIVE = clv_model_recv,
	SEND = clv_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE clv_model IS
'model of purchases (bg/nbd, mbg/nbd, pareto/nbd, nbd, bg/bb), of contracts (sbg) or of spend (gamma-gamma): estimates and their covariance; text form "v1 family width [customers,log-likelihood,iterations,status,fitted parameters,covariates of purchases] estimate,covariances ..."';
COMMENT ON FUNCTION clv_model_in(cstring) IS 'text input of clv_model';
COMMENT ON FUNCTION clv_model_out(clv_model) IS 'text output of clv_model';
COMMENT ON FUNCTION clv_model_recv(internal) IS 'binary input of clv_model';
COMMENT ON FUNCTION clv_model_send(clv_model) IS 'binary output of clv_model';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8) IS
'the state of bgnbd_fit and its like with one more customer';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8) IS
'the state of bgnbd_fit and its like with one more customer of this weight';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[]) IS
'the state of bgnbd_fit and its like with one more customer and his covariates';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[], float8) IS
'the state of bgnbd_fit and its like with one more customer and his covariates, of this weight';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8) IS
'the state of bgbb_fit with one more customer';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8, float8) IS
'the state of bgbb_fit with one more customer of this weight';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean) IS
'the state of sbg_fit with one more contract';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8) IS
'the state of sbg_fit with one more contract of this weight';

CREATE FUNCTION spend_add(state held_rows, x float8, mean_spend float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spend_add(held_rows, float8, float8) IS
'the state of gammagamma_fit with one more customer';

CREATE FUNCTION spend_add(state held_rows, x float8, mean_spend float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spend_add(held_rows, float8, float8, float8) IS
'the state of gammagamma_fit with one more customer of this weight';

CREATE FUNCTION bgnbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION bgnbd_final(held_rows) IS
'maximum likelihood: final function of bgnbd_fit';

CREATE FUNCTION mbgnbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION mbgnbd_final(held_rows) IS
'maximum likelihood: final function of mbgnbd_fit';

CREATE FUNCTION nbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION nbd_final(held_rows) IS
'maximum likelihood: final function of nbd_fit';

CREATE FUNCTION paretonbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION paretonbd_final(held_rows) IS
'maximum likelihood: final function of paretonbd_fit';

CREATE FUNCTION bgbb_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION bgbb_final(held_rows) IS
'maximum likelihood: final function of bgbb_fit';

CREATE FUNCTION sbg_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION sbg_final(held_rows) IS
'maximum likelihood: final function of sbg_fit';

CREATE FUNCTION gammagamma_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION gammagamma_final(held_rows) IS
'maximum likelihood: final function of gammagamma_fit';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005) by maximum likelihood from repeat purchases, time of the last and time observed';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005) by maximum likelihood from repeat purchases, time of the last and time observed; a row of weight 3 as three rows';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), in which a customer may stop right after the first, by maximum likelihood';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), in which a customer may stop right after the first, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE nbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nbd_fit(float8, float8, float8) IS
'NBD model of purchases, in which nobody stops, by maximum likelihood; to compare others with';

CREATE AGGREGATE nbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nbd_fit(float8, float8, float8, float8) IS
'NBD model of purchases, in which nobody stops, by maximum likelihood; to compare others with; a row of weight 3 as three rows';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), in which a customer may stop at any time, by maximum likelihood';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), in which a customer may stop at any time, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[]) IS
'BG/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, a exp(z) and b exp(z) with those of stopping, by maximum likelihood';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'BG/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, a exp(z) and b exp(z) with those of stopping, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[]) IS
'Pareto/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, beta exp(-z) with those of stopping, by maximum likelihood';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'Pareto/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, beta exp(-z) with those of stopping, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8) IS
'BG/BB model of purchases on n occasions, of which x were taken, t_x the last (Fader, Hardie and Shang 2010), by maximum likelihood';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8, weight float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8, float8) IS
'BG/BB model of purchases on n occasions, of which x were taken, t_x the last (Fader, Hardie and Shang 2010), by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE sbg_fit(period float8, churned boolean) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE sbg_fit(float8, boolean) IS
'sBG model of contracts, which ended in a period (1 the first) or were still there after it (Fader and Hardie 2007), by maximum likelihood';

CREATE AGGREGATE sbg_fit(period float8, churned boolean, weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE sbg_fit(float8, boolean, float8) IS
'sBG model of contracts, which ended in a period (1 the first) or were still there after it (Fader and Hardie 2007), by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE gammagamma_fit(x float8, mean_spend float8) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gammagamma_fit(float8, float8) IS
'gamma-gamma model of spend (Fader and Hardie 2013) by maximum likelihood from repeat purchases and their mean; customers without are ignored';

CREATE AGGREGATE gammagamma_fit(x float8, mean_spend float8, weight float8) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gammagamma_fit(float8, float8, float8) IS
'gamma-gamma model of spend (Fader and Hardie 2013) by maximum likelihood from repeat purchases and their mean; customers without are ignored; a row of weight 3 as three rows';

CREATE FUNCTION clv_model(family text, parameters float8[])
RETURNS clv_model AS 'MODULE_PATHNAME', 'clv_model_make'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION clv_model(text, float8[]) IS
'a model from known parameters: bg/nbd and mbg/nbd r, alpha, a, b; pareto/nbd r, alpha, s, beta; nbd r, alpha; bg/bb alpha, beta, gamma, delta; sbg alpha, beta; gamma-gamma p, q, gamma';

CREATE FUNCTION customer_model(model clv_model, purchase_covariates float8[], dropout_covariates float8[])
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION customer_model(clv_model, float8[], float8[]) IS
'the model of customers with these covariates, which all else can be asked of';

CREATE FUNCTION coef(model clv_model, confidence float8 DEFAULT 0.95)
RETURNS TABLE (term text, estimate float8, std_error float8, low float8, high float8) AS 'MODULE_PATHNAME', 'clv_model_coef'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 4;

COMMENT ON FUNCTION coef(clv_model, float8) IS
'parameters of a model with standard errors and intervals (symmetric in logarithms), and coefficients of covariates; NULL where the data do not tell';

CREATE FUNCTION log_likelihood(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION log_likelihood(clv_model) IS
'log-likelihood of a fitted model';

CREATE FUNCTION aic(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION aic(clv_model) IS
'Akaike''s criterion of a fitted model: the less, the better';

CREATE FUNCTION bic(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION bic(clv_model) IS
'Schwarz''s criterion of a fitted model: the less, the better';

CREATE FUNCTION likelihood_ratio(restricted clv_model, full_model clv_model, OUT chi2 float8, OUT df integer, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION likelihood_ratio(clv_model, clv_model) IS
'likelihood-ratio test of a fit against one of the same customers with more parameters: p is small where these say more than chance';

CREATE FUNCTION converged(model clv_model)
RETURNS boolean AS 'MODULE_PATHNAME', 'clv_model_converged'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION converged(clv_model) IS
'whether a maximum was found and the data tell every parameter; NULL for a model from known parameters';

CREATE FUNCTION warnings(model clv_model)
RETURNS text AS 'MODULE_PATHNAME', 'clv_model_warnings'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION warnings(clv_model) IS
'what is wrong with a fit; NULL when nothing is';

CREATE FUNCTION model_json(model clv_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'clv_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(clv_model) IS
'a model in one value: family, converged, parameters, standard_errors, weight, iterations, log_likelihood, aic, bic, warnings';

CREATE FUNCTION p_alive(model clv_model, x float8, t_x float8, t float8, ahead float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION p_alive(clv_model, float8, float8, float8, float8) IS
'probability that a customer with x repeat purchases, the last at t_x, has not stopped at t, nor will until ahead later';

CREATE FUNCTION expected_purchases(model clv_model, x float8, t_x float8, t float8, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION expected_purchases(clv_model, float8, float8, float8, float8) IS
'how often a customer with x repeat purchases, the last at t_x, will buy from t to horizon later';

CREATE FUNCTION expected_purchases(model clv_model, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_new'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION expected_purchases(clv_model, float8) IS
'how often a customer who buys for the first time now will buy again until horizon later';

CREATE FUNCTION expected_purchases_low(model clv_model, x float8, t_x float8, t float8, horizon float8, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION expected_purchases_low(clv_model, float8, float8, float8, float8, float8) IS
'lower end of the interval of expected_purchases, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION expected_purchases_high(model clv_model, x float8, t_x float8, t float8, horizon float8, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION expected_purchases_high(clv_model, float8, float8, float8, float8, float8) IS
'upper end of the interval of expected_purchases, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION purchase_pmf(model clv_model, k float8, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION purchase_pmf(clv_model, float8, float8) IS
'probability that a customer who buys for the first time now will buy k times more until horizon later';

CREATE FUNCTION continuous_discount(annual float8, units_per_year float8 DEFAULT 1)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION continuous_discount(float8, float8) IS
'continuous discount per unit of time that makes this rate a year: ln(1 + annual) / units_per_year';

CREATE FUNCTION discounted_purchases(model clv_model, x float8, t_x float8, t float8, discount float8, horizon float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

COMMENT ON FUNCTION discounted_purchases(clv_model, float8, float8, float8, float8, float8) IS
'expected purchases from t on, or until horizon later, one u later counting exp(-discount u): DERT';

CREATE FUNCTION expected_spend(model clv_model, x float8, mean_spend float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION expected_spend(clv_model, float8, float8) IS
'what a customer with this mean spend on x repeat purchases will spend on one; mean_spend may be NULL where x is 0';

CREATE FUNCTION log_likelihood(model clv_model, x float8, t_x float8, t float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'log_likelihood_of'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION log_likelihood(clv_model, float8, float8, float8) IS
'log-likelihood of one customer: summed over customers who were not in the fit it says which model foresees them best';

CREATE FUNCTION clv(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8, discount float8, horizon float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

COMMENT ON FUNCTION clv(clv_model, clv_model, float8, float8, float8, float8, float8, float8) IS
'revenue to come from a customer, discounted continuously: discounted_purchases times expected_spend';

CREATE FUNCTION clv_low(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8, discount float8, horizon float8 DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_low'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;

COMMENT ON FUNCTION clv_low(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'lower end of the interval of clv, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION clv_high(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8, discount float8, horizon float8 DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_high'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;

COMMENT ON FUNCTION clv_high(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'upper end of the interval of clv, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION survival(model clv_model, period float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION survival(clv_model, float8) IS
'share of contracts that are still there after so many periods';

CREATE FUNCTION retention_rate(model clv_model, period float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION retention_rate(clv_model, float8) IS
'share of the contracts there after period - 1 that is there after period';

CREATE FUNCTION discounted_lifetime(model clv_model, discount float8, renewal float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION discounted_lifetime(clv_model, float8, float8) IS
'expected periods to come of a contract, one u later counting (1 + discount)^-u: of a new one, or just before its renewal of this number';
-- survey: satisfaction

-- survey_summary: how often each score was given.  It is the state of every survey
-- aggregate, a value to store, and what all metrics are read from.
CREATE TYPE survey_summary;

CREATE FUNCTION survey_summary_in(cstring)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_summary_out(survey_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_summary_recv(internal)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_summary_send(survey_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE survey_summary (
	INPUT = survey_summary_in,
	OUTPUT = survey_summary_out,
	RECEIVE = survey_summary_recv,
	SEND = survey_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = plain
);

COMMENT ON TYPE survey_summary IS
'answers to one survey question: a count, or counts and weights, for each integer score from 0 to 100; text form "v1 score:count ...", or "v1w score:count:sum of weights:sum of squares ..."';
COMMENT ON FUNCTION survey_summary_in(cstring) IS 'text input of survey_summary';
COMMENT ON FUNCTION survey_summary_out(survey_summary) IS 'text output of survey_summary';
COMMENT ON FUNCTION survey_summary_recv(internal) IS 'binary input of survey_summary';
COMMENT ON FUNCTION survey_summary_send(survey_summary) IS 'binary output of survey_summary';

-- Transitions: add an answer, take one out of a moving window, add and take out a summary.
CREATE FUNCTION survey_add(summary survey_summary, score smallint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_smallint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score smallint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_smallint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score bigint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score bigint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_merge(a survey_summary, b survey_summary)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_unmerge(a survey_summary, b survey_summary)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION survey_add(survey_summary, smallint) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, integer) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, bigint) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, numeric) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, float8) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_remove(survey_summary, smallint) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, integer) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, bigint) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, numeric) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, float8) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_merge(survey_summary, survey_summary) IS 'the answers of both summaries';
COMMENT ON FUNCTION survey_unmerge(survey_summary, survey_summary) IS 'the answers of a without those of b';

-- The summary itself.
CREATE AGGREGATE survey_agg(score smallint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score integer) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score bigint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score numeric) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE rollup(summary survey_summary) (
	SFUNC = survey_merge, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_merge, MINVFUNC = survey_unmerge, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE survey_agg(smallint) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(integer) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(bigint) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(numeric) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(float8) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE rollup(survey_summary) IS 'the answers of all summaries, as if counted at once';

-- Net promoter score.
CREATE FUNCTION nps_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION nps_score(summary survey_summary, detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION nps_final(survey_summary) IS 'net promoter score with the usual bands: final function of the aggregate nps_score';
COMMENT ON FUNCTION nps_score(survey_summary, integer, integer) IS
'net promoter score of a summary of answers from 0 to 10, in points from -100 to 100: percent of promoters (from promoter_min) less percent of detractors (up to detractor_max); NULL without answers';

CREATE AGGREGATE nps_score(score smallint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score integer) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score bigint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score numeric) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nps_score(smallint) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(integer) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(bigint) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(numeric) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(float8) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';

-- Answers with weights; weight 0 is ignored.
CREATE FUNCTION survey_add(summary survey_summary, score numeric, weight float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_weighted_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION survey_add(survey_summary, numeric, float8) IS
'the summary with one more answer of this weight';

CREATE FUNCTION survey_add(summary survey_summary, score float8, weight float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_weighted_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION survey_add(survey_summary, float8, float8) IS
'the summary with one more answer of this weight';

CREATE AGGREGATE survey_agg(score numeric, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE survey_agg(numeric, float8) IS
'summary of answers with weights: count, sum of weights and of squared weights per integer score from 0 to 100; NULL answers and weights are ignored';

CREATE AGGREGATE survey_agg(score float8, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE survey_agg(float8, float8) IS
'summary of answers with weights: count, sum of weights and of squared weights per integer score from 0 to 100; NULL answers and weights are ignored';

CREATE AGGREGATE nps_score(score numeric, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nps_score(numeric, float8) IS
'net promoter score of answers with weights, in points from -100 to 100; NULL without answers';

CREATE AGGREGATE nps_score(score float8, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nps_score(float8, float8) IS
'net promoter score of answers with weights, in points from -100 to 100; NULL without answers';

-- Net promoter score: uncertainty and comparison.
CREATE FUNCTION nps_se(summary survey_summary, method text DEFAULT 'wald', detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_se(survey_summary, text, integer, integer) IS
'standard error of the net promoter score in points: wald (with weights by Kish''s effective number), t (n - 1), adjusted, or linearised (of a weighted mean); NULL without answers';

CREATE FUNCTION nps_low(summary survey_summary, confidence float8 DEFAULT 0.95, method text DEFAULT 'adjusted', detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_low(survey_summary, float8, text, integer, integer) IS
'lower end of the confidence interval of the net promoter score, in points: adjusted Wald (Rocks 2016), wald, or t; NULL without answers';

CREATE FUNCTION nps_high(summary survey_summary, confidence float8 DEFAULT 0.95, method text DEFAULT 'adjusted', detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_high(survey_summary, float8, text, integer, integer) IS
'upper end of the confidence interval of the net promoter score, in points: adjusted Wald (Rocks 2016), wald, or t; NULL without answers';

CREATE FUNCTION nps_p(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_p(survey_summary) IS
'two-sided probability of a net promoter score as far from 0 when promoters and detractors are equally many; NULL without answers and when all agree';

CREATE FUNCTION nps_diff(a survey_summary, b survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff(survey_summary, survey_summary) IS
'net promoter score of a less that of b, in points';

CREATE FUNCTION nps_diff_p(a survey_summary, b survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff_p(survey_summary, survey_summary) IS
'two-sided probability of such a difference of net promoter scores when there is none (z test)';

CREATE FUNCTION nps_diff_low(a survey_summary, b survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff_low(survey_summary, survey_summary, float8) IS
'lower end of the Wald interval of the difference of net promoter scores, in points';

CREATE FUNCTION nps_diff_high(a survey_summary, b survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff_high(survey_summary, survey_summary, float8) IS
'upper end of the Wald interval of the difference of net promoter scores, in points';

CREATE FUNCTION category_test(a survey_summary, b survey_summary, detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9, OUT chi_square float8, OUT df integer, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION category_test(survey_summary, survey_summary, integer, integer) IS
'do a and b differ in their shares of detractors, passives and promoters? Pearson''s chi-square';

CREATE FUNCTION nps_category(score numeric)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_category(numeric) IS
'detractor (0 to 6), passive (7, 8) or promoter (9, 10)';

CREATE FUNCTION nps_category(score float8)
RETURNS text AS 'MODULE_PATHNAME', 'nps_category_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_category(float8) IS
'detractor (0 to 6), passive (7, 8) or promoter (9, 10)';

-- Satisfaction: share of the best answers, mean, index.
CREATE FUNCTION csat_add(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, numeric) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score numeric, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score numeric, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, float8) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score float8, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, float8, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score float8, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, float8, integer, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_remove(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, numeric) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score numeric, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score numeric, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, float8) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score float8, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score float8, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_final(survey_summary) IS
'csat_score with the parameters that the summary has: final function of the aggregate';

CREATE FUNCTION csat_score(summary survey_summary, scale integer DEFAULT 5, top integer DEFAULT 2)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_score(survey_summary, integer, integer) IS
'customer satisfaction: share of answers that are one of the top best of a scale from 1, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score numeric) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(numeric) IS
'customer satisfaction: share of answers that are one of the two best of 1 to 5, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score numeric, scale integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(numeric, integer) IS
'customer satisfaction: share of answers that are one of the two best of 1 to scale, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score numeric, scale integer, top integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(numeric, integer, integer) IS
'customer satisfaction: share of answers that are one of the top best of 1 to scale, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score float8) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(float8) IS
'customer satisfaction: share of answers that are one of the two best of 1 to 5, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score float8, scale integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(float8, integer) IS
'customer satisfaction: share of answers that are one of the two best of 1 to scale, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score float8, scale integer, top integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(float8, integer, integer) IS
'customer satisfaction: share of answers that are one of the top best of 1 to scale, a fraction; NULL without answers';

CREATE FUNCTION csat_mean(summary survey_summary, scale integer DEFAULT 5)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_mean(survey_summary, integer) IS
'customer satisfaction: mean answer on a scale from 1';

CREATE FUNCTION csat_index(summary survey_summary, scale integer DEFAULT 5)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_index(survey_summary, integer) IS
'customer satisfaction: mean answer brought from a scale from 1 to one from 0 to 100';

-- Customer effort: mean, share that agrees, net.
CREATE FUNCTION ces_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_final(survey_summary) IS
'customer effort score from 1 to 7: final function of ces_score';

CREATE FUNCTION ces_score(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME', 'csat_mean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_score(survey_summary, integer) IS
'customer effort score: mean answer from 1 to 7 (very easy), as ces_mean';

CREATE FUNCTION ces_mean(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME', 'csat_mean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_mean(survey_summary, integer) IS
'customer effort: mean answer from 1 to 7 (very easy)';

CREATE FUNCTION ces_agree(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_agree(survey_summary, integer) IS
'customer effort: share of answers above the middle of the scale (5 to 7), a fraction';

CREATE FUNCTION ces_net(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_net(survey_summary, integer) IS
'customer effort: share above the middle of the scale less share below it, a fraction from -1 to 1';

CREATE AGGREGATE ces_score(score numeric) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = ces_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = ces_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ces_score(numeric) IS
'customer effort score: mean answer from 1 to 7 (very easy); NULL without answers';

CREATE AGGREGATE ces_score(score float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = ces_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = ces_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ces_score(float8) IS
'customer effort score: mean answer from 1 to 7 (very easy); NULL without answers';

-- Any scale.
CREATE FUNCTION num_vals(summary survey_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION num_vals(survey_summary) IS
'number of answers';

CREATE FUNCTION score_mean(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_mean(survey_summary) IS
'mean answer (by weight); NULL without answers';

CREATE FUNCTION score_stddev(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_stddev(survey_summary) IS
'standard deviation of answers in the sample; NULL below two';

CREATE FUNCTION score_se(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_se(survey_summary) IS
'standard error of the mean answer; NULL below two';

CREATE FUNCTION score_mean_low(summary survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_mean_low(survey_summary, float8) IS
'lower end of the confidence interval of the mean answer by Student''s t; NULL below two answers';

CREATE FUNCTION score_mean_high(summary survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_mean_high(survey_summary, float8) IS
'upper end of the confidence interval of the mean answer by Student''s t; NULL below two answers';

CREATE FUNCTION distribution(summary survey_summary)
RETURNS TABLE (score integer, n bigint, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 10;

COMMENT ON FUNCTION distribution(survey_summary) IS
'each score that was given, how often, and its share (by weight)';

-- Shares: intervals and tests.
CREATE FUNCTION proportion_low(successes bigint, n bigint, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_low(bigint, bigint, float8, text) IS
'lower end of the confidence interval of a share of successes: wilson, wilson_cc, exact, jeffreys, agresti or wald; NULL when n is 0';

CREATE FUNCTION proportion_low(summary survey_summary, threshold integer, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'summary_proportion_low'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_low(survey_summary, integer, float8, text) IS
'lower end of the confidence interval of the share of answers from threshold up; NULL without answers';

CREATE FUNCTION proportion_high(successes bigint, n bigint, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_high(bigint, bigint, float8, text) IS
'upper end of the confidence interval of a share of successes: wilson, wilson_cc, exact, jeffreys, agresti or wald; NULL when n is 0';

CREATE FUNCTION proportion_high(summary survey_summary, threshold integer, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'summary_proportion_high'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_high(survey_summary, integer, float8, text) IS
'upper end of the confidence interval of the share of answers from threshold up; NULL without answers';

CREATE FUNCTION proportion_test(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8, OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_test(bigint, bigint, bigint, bigint, float8) IS
'share of a less share of b with its Wald interval, Pearson''s chi-square without correction, its probability when the shares are equal, and phi';

CREATE FUNCTION odds_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION odds_ratio(bigint, bigint, bigint, bigint, float8) IS
'odds of success in a over those in b, standard error of the logarithm, and interval; NULL over 0';

CREATE FUNCTION risk_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION risk_ratio(bigint, bigint, bigint, bigint, float8) IS
'share of success in a over that in b, standard error of the logarithm, and interval; NULL over 0';

CREATE FUNCTION survey_sample_size(margin float8, confidence float8 DEFAULT 0.95, variance float8 DEFAULT 1, population bigint DEFAULT NULL)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION survey_sample_size(float8, float8, float8, bigint) IS
'answers needed for a mean within margin, in units whose square variance is in (0.05 is 5 points of NPS, whose variance is at most 1), from a population if given';
-- segment: who is like whom

CREATE FUNCTION quadrant(x float8, y float8, x_cut float8 DEFAULT 0, y_cut float8 DEFAULT 0,
	labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'field of a two by two matrix: labels[1] when x and y are high, [2] when only y is, [3] when neither is, [4] when only x is; a value at its cut is high';

CREATE FUNCTION quadrant_by_rank(x float8, y float8, share float8 DEFAULT 0.5, labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION quadrant_by_rank(float8, float8, float8, text[]) IS
'window function: quadrant with the top share of the partition''s rows high on each axis, equal values together';

-- Scores by quantiles; equal values score the same.
CREATE FUNCTION quantile_score(x float8, bins integer DEFAULT 5, descending boolean DEFAULT false, rule text DEFAULT 'quantile')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION quantile_score(float8, integer, boolean, text) IS
'window function: 1 to bins by the quantiles of the partition (as percentile_cont), the highest for the highest x or, descending, for the lowest; rule rfm is that of the R package rfm';

CREATE FUNCTION rfm_score(recency float8, frequency float8, monetary float8, bins integer DEFAULT 5, rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION rfm_score(float8, float8, float8, integer, text) IS
'window function: three digits from 1 to bins by the quantiles of the partition, highest for the shortest recency (time since the last purchase), the highest frequency and the highest monetary value';

CREATE FUNCTION cuts_add(state held_rows, x float8, bins integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION cuts_add(held_rows, float8, integer) IS
'the state of cuts_agg with one more value';

CREATE FUNCTION cuts_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION cuts_final(held_rows) IS
'quantile cuts: final function of cuts_agg';

CREATE AGGREGATE cuts_agg(x float8, bins integer) (
	SFUNC = cuts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cuts_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE cuts_agg(float8, integer) IS
'the bins - 1 quantiles (as percentile_cont) that cut x into bins, to score later customers with bin_score; 8 bytes a value';

CREATE FUNCTION bin_score(x float8, cuts float8[], descending boolean DEFAULT false, rule text DEFAULT 'quantile')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION bin_score(float8, float8[], boolean, text) IS
'score of x against frozen cuts: 1 and the number of cuts below x, or, descending, the other way round; as quantile_score for the values that the cuts are of';

CREATE FUNCTION rfm_segment(r integer, f integer, m integer)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION rfm_segment(integer, integer, integer) IS
'named segment of RFM scores from 1 to 5 (Champions, Potential Loyalist, Loyal Customers, Promising, New Customers, Can''t Lose Them, At Risk, Need Attention, About To Sleep, Lost; else Others): the first rule that fits, as in the R package rfm';

CREATE FUNCTION rfm_segment(score text)
RETURNS text AS 'MODULE_PATHNAME', 'rfm_segment_of_score'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION rfm_segment(text) IS
'named segment of an RFM score of three digits from 1 to 5, as rfm_score gives it';

-- Clusters.
CREATE TYPE kmeans_model;

CREATE FUNCTION kmeans_model_in(cstring)
RETURNS kmeans_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION kmeans_model_out(kmeans_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION kmeans_model_recv(internal)
RETURNS kmeans_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION kmeans_model_send(kmeans_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE kmeans_model (
	INPUT = kmeans_model_in,
	OUTPUT = kmeans_model_out,
	RECEIVE = kmeans_model_recv,
	SEND = kmeans_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE kmeans_model IS
'clusters of customers: centres, sizes and sums of squares, with the scale of the columns; text form "v1 kmeans width [iterations,converged,standardised,n,total,origins,units] size,within,centre ..."';
COMMENT ON FUNCTION kmeans_model_in(cstring) IS 'text input of kmeans_model';
COMMENT ON FUNCTION kmeans_model_out(kmeans_model) IS 'text output of kmeans_model';
COMMENT ON FUNCTION kmeans_model_recv(internal) IS 'binary input of kmeans_model';
COMMENT ON FUNCTION kmeans_model_send(kmeans_model) IS 'binary output of kmeans_model';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean, seed integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], centres float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'kmeans_add_centres'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[]) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], centres float8[], standardise boolean)
RETURNS held_rows AS 'MODULE_PATHNAME', 'kmeans_add_centres'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[], boolean) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_final(state held_rows)
RETURNS kmeans_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION kmeans_final(held_rows) IS
'clusters of the rows: final function of kmeans_fit';

CREATE AGGREGATE kmeans_fit(x float8[], k integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], integer) IS
'k-means clusters of rows of numbers (Lloyd); first centres drawn by k-means++ with seed 1, clusters in the order of their centres';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean) IS
'k-means clusters of rows of numbers (Lloyd); each column in its standard deviations when standardise; first centres drawn by k-means++ with seed 1';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean, seed integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer) IS
'k-means clusters of rows of numbers (Lloyd); first centres drawn by k-means++ with this seed';

CREATE AGGREGATE kmeans_fit(x float8[], centres float8[]) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], float8[]) IS
'k-means clusters of rows of numbers (Lloyd); from these first centres, an array of rows';

CREATE AGGREGATE kmeans_fit(x float8[], centres float8[], standardise boolean) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], float8[], boolean) IS
'k-means clusters of rows of numbers (Lloyd); from these first centres, each column in its standard deviations when standardise';

CREATE FUNCTION kmeans_assign(model kmeans_model, x float8[])
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_assign(kmeans_model, float8[]) IS
'number of the nearest cluster, from 1';

CREATE FUNCTION kmeans_distance(model kmeans_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_distance(kmeans_model, float8[]) IS
'distance from the nearest centre, in standard deviations for a standardised model';

CREATE FUNCTION simplified_silhouette(model kmeans_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION simplified_silhouette(kmeans_model, float8[]) IS
'how well x fits its cluster: (b - a) / b with the distances a from the nearest centre and b from the next one; average it over customers; NULL with one cluster';

CREATE FUNCTION kmeans_centres(model kmeans_model)
RETURNS TABLE (cluster integer, size bigint, within float8, centre float8[]) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 5;

COMMENT ON FUNCTION kmeans_centres(kmeans_model) IS
'clusters of a model: customers, sum of squared distances from the centre, and the centre';

CREATE FUNCTION model_json(model kmeans_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'kmeans_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION model_json(kmeans_model) IS
'clusters, columns, customers, standardised, iterations, converged, sums of squares within, between and in total, and centres';

CREATE FUNCTION silhouette(x float8[], cluster integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION silhouette(float8[], integer) IS
'window function: (b - a) / max(a, b) with the mean distances a from the own cluster and b from the nearest other (Rousseeuw 1987), 0 for one alone; takes time with the square of the rows';

-- migration_summary: who went from which segment to which, a Markov chain.
CREATE TYPE migration_summary;

CREATE FUNCTION migration_summary_in(cstring)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION migration_summary_out(migration_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION migration_summary_recv(internal)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION migration_summary_send(migration_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE migration_summary (
	INPUT = migration_summary_in,
	OUTPUT = migration_summary_out,
	RECEIVE = migration_summary_recv,
	SEND = migration_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE migration_summary IS
'how many customers (or how much weight) went from which segment to which; text form ''v1 "from">"to":weight ...''';
COMMENT ON FUNCTION migration_summary_in(cstring) IS 'text input of migration_summary';
COMMENT ON FUNCTION migration_summary_out(migration_summary) IS 'text output of migration_summary';
COMMENT ON FUNCTION migration_summary_recv(internal) IS 'binary input of migration_summary';
COMMENT ON FUNCTION migration_summary_send(migration_summary) IS 'binary output of migration_summary';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_add(migration_summary, text, text) IS
'the summary with one more customer';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text, weight numeric)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_add(migration_summary, text, text, numeric) IS
'the summary with this weight more';

CREATE FUNCTION migration_merge(a migration_summary, b migration_summary)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_merge(migration_summary, migration_summary) IS
'the customers of both summaries';

CREATE FUNCTION migration_pack(summary migration_summary)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_pack(migration_summary) IS
'the summary in the form in which it is stored';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE migration_agg(text, text) IS
'how many customers went from which segment to which; rows with a NULL are ignored';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text, weight numeric) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE migration_agg(text, text, numeric) IS
'how much weight (customers, revenue) went from which segment to which, exact; rows with a NULL are ignored';

CREATE AGGREGATE rollup(summary migration_summary) (
	SFUNC = migration_merge, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(migration_summary) IS
'the customers of all summaries, as if counted at once';

CREATE FUNCTION migration_matrix(summary migration_summary)
RETURNS TABLE (from_segment text, to_segment text, n numeric, p float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 25;

COMMENT ON FUNCTION migration_matrix(migration_summary) IS
'every pair of segments: how many went, and the share of those who were in from_segment; p is 1 for staying where nobody was seen to leave';

CREATE FUNCTION migration_stationary(summary migration_summary)
RETURNS TABLE (segment text, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION migration_stationary(migration_summary) IS
'shares of the segments in the long run; NULL when they depend on the start';

CREATE FUNCTION migration_project(summary migration_summary, segments text[], counts float8[], periods integer)
RETURNS TABLE (period integer, segment text, n float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 100;

COMMENT ON FUNCTION migration_project(migration_summary, text[], float8[], integer) IS
'expected customers of each segment after 0 to periods periods, from counts customers in segments now';

CREATE FUNCTION migration_absorption(summary migration_summary)
RETURNS TABLE (segment text, periods float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION migration_absorption(migration_summary) IS
'expected periods until customers of a segment are in one that is never left; NULL when that is not certain';

CREATE FUNCTION markov_clv(summary migration_summary, segments text[], margins float8[], discount float8, first text DEFAULT 'next')
RETURNS TABLE (segment text, clv float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION markov_clv(migration_summary, text[], float8[], float8, text) IS
'present value without end of a customer who is in the segment now and earns each period the margin of the segment that he is in (Pfeifer and Carraway 2000); first margin one period ahead (next) or at once (now)';

CREATE FUNCTION mobility(summary migration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION mobility(migration_summary) IS
'Shorrocks index: segments less the sum of shares that stay, over segments less 1; 0 when all stay; NULL below two segments';

-- One score from several indicators.
CREATE FUNCTION minmax_score(x float8, descending boolean DEFAULT false)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION minmax_score(float8, boolean) IS
'window function: 0 for the lowest x of the partition, 1 for the highest, or, descending, the other way round; NULL when all are equal';

CREATE FUNCTION zscore(x float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION zscore(float8) IS
'window function: distance of x from the mean of the partition in standard deviations of the sample; NULL when all are equal';

CREATE FUNCTION ahp_weights(pairwise float8[])
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ahp_weights(float8[]) IS
'analytic hierarchy process (Saaty 1980): weights from a square matrix that says how many times as important one indicator is as another; they add up to 1';

CREATE FUNCTION ahp_consistency(pairwise float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ahp_consistency(float8[]) IS
'consistency ratio of an AHP matrix: 0 without contradiction, up to 0.1 is usually accepted';

CREATE FUNCTION entropy_add(state held_rows, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION entropy_add(held_rows, float8[]) IS
'the state of entropy_weights with one more row';

CREATE FUNCTION entropy_merge(a held_rows, b held_rows)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION entropy_merge(held_rows, held_rows) IS
'the rows of both states of entropy_weights';

CREATE FUNCTION entropy_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION entropy_final(held_rows) IS
'entropy weights: final function of entropy_weights';

CREATE AGGREGATE entropy_weights(x float8[]) (
	SFUNC = entropy_add, STYPE = held_rows, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = entropy_merge,
	FINALFUNC = entropy_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE entropy_weights(float8[]) IS
'weights of indicators (arrays of numbers from 0 up) by how much they differ between customers: divergence of a column from equal shares over that of all columns; NULL when no column differs';

CREATE FUNCTION topsis(x float8[], weights float8[], benefit boolean[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;

COMMENT ON FUNCTION topsis(float8[], float8[], boolean[]) IS
'window function: closeness to the ideal, 0 to 1 (Hwang and Yoon 1981): distance from the worst value of every weighed indicator over the sum of that and the distance from the best; benefit says where more is better; NULL when all rows are equal';
-- drivers: what moves satisfaction, repurchase and profit

CREATE TYPE ols_summary;

CREATE FUNCTION ols_summary_in(cstring)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ols_summary_out(ols_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ols_summary_recv(internal)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ols_summary_send(ols_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE ols_summary (
	INPUT = ols_summary_in,
	OUTPUT = ols_summary_out,
	RECEIVE = ols_summary_recv,
	SEND = ols_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE ols_summary IS
'means and co-moments of rows (y and up to 100 regressors), from which least squares follows; text form "v1 ols width [rows,weight] means rests co-moments ..."';
COMMENT ON FUNCTION ols_summary_in(cstring) IS 'text input of ols_summary';
COMMENT ON FUNCTION ols_summary_out(ols_summary) IS 'text output of ols_summary';
COMMENT ON FUNCTION ols_summary_recv(internal) IS 'binary input of ols_summary';
COMMENT ON FUNCTION ols_summary_send(ols_summary) IS 'binary output of ols_summary';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8[])
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[]) IS
'the summary with one more row';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8[], weight float8)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[], float8) IS
'the summary with one more row';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_numbers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8) IS
'the summary with one more row';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x1 float8, x2 float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_numbers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8, float8) IS
'the summary with one more row';

CREATE FUNCTION ols_merge(a ols_summary, b ols_summary)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_merge(ols_summary, ols_summary) IS
'the rows of both summaries';

CREATE AGGREGATE ols_agg(y float8, x float8[]) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8[]) IS
'summary of y and regressors in an array for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE ols_agg(y float8, x float8[], weight float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8[], float8) IS
'summary of y and regressors in an array, with weights for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE ols_agg(y float8, x float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8) IS
'summary of y and one regressor for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE ols_agg(y float8, x1 float8, x2 float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8, float8) IS
'summary of y and two regressors (a weight goes behind an array: ols_agg(y, ARRAY[x], weight)) for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE rollup(summary ols_summary) (
	SFUNC = ols_merge, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(ols_summary) IS
'the rows of all summaries, as if collected at once';

CREATE FUNCTION ols_coef(summary ols_summary, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, t float8, p float8, low float8, high float8, vif float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION ols_coef(ols_summary, float8, text[]) IS
'least squares: the constant and each regressor with standard error, t, p, interval and variance inflation; NULL for a regressor that is a sum of others';

CREATE FUNCTION ols_r2(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_r2(ols_summary) IS
'least squares: share of the variance of y that is explained';

CREATE FUNCTION ols_adj_r2(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_adj_r2(ols_summary) IS
'least squares: share of the variance of y that is explained, adjusted for the number of regressors';

CREATE FUNCTION ols_sigma(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_sigma(ols_summary) IS
'least squares: standard deviation of the residuals, in units of y';

CREATE FUNCTION ols_f(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_f(ols_summary) IS
'least squares: F statistic against the constant alone';

CREATE FUNCTION ols_f_p(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_f_p(ols_summary) IS
'least squares: probability of such an F statistic when no regressor matters';

CREATE FUNCTION model_json(summary ols_summary)
RETURNS jsonb AS 'MODULE_PATHNAME', 'ols_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(ols_summary) IS
'least squares in one value: rows, weight, regressors, rank, df, r2, adj_r2, sigma, f, p';

CREATE FUNCTION ols_predict(summary ols_summary, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_predict(ols_summary, float8[]) IS
'the y that is expected at x';

CREATE FUNCTION ols_predict_low(summary ols_summary, x float8[], confidence float8 DEFAULT 0.95, of text DEFAULT 'mean')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_predict_low(ols_summary, float8[], float8, text) IS
'lower end of the interval at x of the mean of y (mean) or of a new observation (new)';

CREATE FUNCTION ols_predict_high(summary ols_summary, x float8[], confidence float8 DEFAULT 0.95, of text DEFAULT 'mean')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_predict_high(ols_summary, float8[], float8, text) IS
'upper end of the interval at x of the mean of y (mean) or of a new observation (new)';

CREATE FUNCTION ols_what_if(summary ols_summary, term text, delta float8, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL, OUT change float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_what_if(ols_summary, text, float8, float8, text[]) IS
'by how much y changes when term (x1, x2, ..., or one of terms) changes by delta and nothing else does, with its interval';

CREATE FUNCTION driver_importance(summary ols_summary, method text DEFAULT 'lmg', terms text[] DEFAULT NULL)
RETURNS TABLE (term text, importance float8, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 5;

COMMENT ON FUNCTION driver_importance(ols_summary, text, text[]) IS
'shares of R squared: lmg (Shapley, up to 20 regressors), first, last, betasq, pratt or johnson';

-- Logistic regression.
CREATE TYPE logit_model;

CREATE FUNCTION logit_model_in(cstring)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION logit_model_out(logit_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION logit_model_recv(internal)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION logit_model_send(logit_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE logit_model (
	INPUT = logit_model_in,
	OUTPUT = logit_model_out,
	RECEIVE = logit_model_recv,
	SEND = logit_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE logit_model IS
'logistic regression: estimates and their covariance; text form "v1 logit width [weight,iterations,converged,separated,log-likelihood,of the constant alone,rank] estimate,aliased,covariances ..."';
COMMENT ON FUNCTION logit_model_in(cstring) IS 'text input of logit_model';
COMMENT ON FUNCTION logit_model_out(logit_model) IS 'text output of logit_model';
COMMENT ON FUNCTION logit_model_recv(internal) IS 'binary input of logit_model';
COMMENT ON FUNCTION logit_model_send(logit_model) IS 'binary output of logit_model';

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[]) IS
'the state of logit_agg with one more row';

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[], float8) IS
'the state of logit_agg with one more row of this weight';

CREATE FUNCTION logit_final(state held_rows)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION logit_final(held_rows) IS
'maximum likelihood: final function of logit_agg';

CREATE AGGREGATE logit_agg(y boolean, x float8[]) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE logit_agg(boolean, float8[]) IS
'logistic regression of y on x by maximum likelihood; rows with a NULL are ignored; says in itself when there is no finite estimate';

CREATE AGGREGATE logit_agg(y boolean, x float8[], weight float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE logit_agg(boolean, float8[], float8) IS
'logistic regression of y on x by maximum likelihood, a row of weight 3 as three rows; says in itself when there is no finite estimate';

CREATE FUNCTION logit_coef(model logit_model, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, z float8, p float8, low float8, high float8, odds_ratio float8, odds_low float8, odds_high float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION logit_coef(logit_model, float8, text[]) IS
'the constant and each regressor of a logistic regression, and as odds ratios; NULL without a finite estimate';

CREATE FUNCTION logit_predict(model logit_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_predict(logit_model, float8[]) IS
'probability of y at x; NULL without a finite estimate';

CREATE FUNCTION logit_loglik(model logit_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_loglik(logit_model) IS
'log-likelihood of a logistic regression; NULL without a finite estimate';

CREATE FUNCTION logit_what_if(model logit_model, x float8[], term text, delta float8, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL, OUT change float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;

COMMENT ON FUNCTION logit_what_if(logit_model, float8[], text, float8, float8, text[]) IS
'by how much the probability at x changes when term changes by delta, with its interval by the delta method';

CREATE FUNCTION model_json(model logit_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'logit_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(logit_model) IS
'logistic regression in one value: weight, regressors, rank, iterations, converged, separated, log_likelihood, null_deviance, deviance, aic, mcfadden_r2, coefficients, standard_errors, warnings';

-- Rank correlation and smoothing.
CREATE FUNCTION spearman_add(state held_rows, x float8, y float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spearman_add(held_rows, float8, float8) IS
'the state of spearman with one more row';

CREATE FUNCTION spearman_final(state held_rows)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION spearman_final(held_rows) IS
'rank correlation: final function of spearman';

CREATE AGGREGATE spearman(x float8, y float8) (
	SFUNC = spearman_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = spearman_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE spearman(float8, float8) IS
'Spearman''s rank correlation, -1 to 1; NULL where x or y is constant';

CREATE FUNCTION ses(x float8, alpha float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION ses(float8, float8) IS
'window function: simple exponential smoothing, alpha * x + (1 - alpha) * the value before; also the forecast';

CREATE FUNCTION holt(x float8, alpha float8, beta float8, ahead integer DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION holt(float8, float8, float8, integer) IS
'window function: Holt''s linear trend, level + ahead * trend after this row; begins with level x2 and trend x2 - x1';
