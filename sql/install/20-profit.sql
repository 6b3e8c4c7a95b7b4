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
