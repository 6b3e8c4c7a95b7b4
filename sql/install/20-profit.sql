-- profit: customer profit and its concentration

-- Rates may be float8 or real, which are read as their shortest decimals; amounts of money never are.
-- for T C in numeric/residual_income float8/residual_income_float8 real/residual_income_real
CREATE FUNCTION residual_income(profit numeric, capital numeric, rate {T})
RETURNS numeric AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION residual_income(numeric, numeric, {T}) IS
'Profit minus a charge on capital: profit - capital * rate, exact, in the currency of profit. '
'rate is a fraction for the same period as profit, below 1: 0.12 is 12 percent.';

-- end
CREATE FUNCTION customer_roi(profit numeric, cost numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION customer_roi(numeric, numeric) IS
'Profit per unit of money spent on the customer: profit / cost, a fraction. '
'With capital in place of cost it is the return on investment. NULL when cost is 0 or below.';

CREATE FUNCTION profit_margin(profit numeric, revenue numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION profit_margin(numeric, numeric) IS
'Profit / revenue, a fraction. '
'It is the gross, contribution or operating margin, according to the profit that is given. '
'NULL when revenue is 0 or below.';

CREATE FUNCTION return_on_customer(profit numeric, opening_value numeric, closing_value numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION return_on_customer(numeric, numeric, numeric) IS
'Return on customer (Peppers and Rogers 2005): profit of the period plus the change of lifetime value, '
'divided by the opening lifetime value, a fraction. NULL when opening_value is 0 or below.';

CREATE FUNCTION raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss numeric,
	economic_capital numeric, capital_return numeric DEFAULT 0)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, numeric) IS
'Risk-adjusted return on capital, a fraction: (revenue - funding_cost - operating_cost - expected_loss '
'+ capital_return * economic_capital) / economic_capital. '
'capital_return is the rate that the capital itself earns, a fraction below 1. '
'NULL when economic_capital is 0 or below.';

-- for T in float8 real
CREATE FUNCTION raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss numeric,
	economic_capital numeric, capital_return {T})
RETURNS numeric AS 'MODULE_PATHNAME', 'raroc_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, {T}) IS
'The same with a {T} capital_return, which is read as its shortest decimal.';

-- end
-- for T in numeric bigint float8 real
CREATE FUNCTION cumulative_share(value {T})
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_{T}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cumulative_share({T}) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';

CREATE FUNCTION pareto_class(value {T}, cuts float8[] DEFAULT '{0.8,0.95}', labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_class_{T}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pareto_class({T}, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';

-- end
-- concentration_summary: the values of all customers, exactly.
COMMENT ON TYPE concentration_summary IS
'Values of customers (profit, revenue), exact and sorted. About 5 bytes each, at most 33554432 of them. '
'Text form: v1 value*times ..., with v1~ for float8 values.';

-- for T in numeric bigint float8 real
CREATE FUNCTION concentration_add(summary concentration_summary, value {T})
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION concentration_add(concentration_summary, {T}) IS
'The summary with another value.';

CREATE FUNCTION concentration_add(summary concentration_summary, value {T}, fraction float8)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION concentration_add(concentration_summary, {T}, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';

-- end
CREATE FUNCTION concentration_merge(a concentration_summary, b concentration_summary)
RETURNS concentration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION concentration_merge(concentration_summary, concentration_summary) IS
'The values of both summaries.';

CREATE FUNCTION concentration_pack(summary concentration_summary)
RETURNS concentration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION concentration_pack(concentration_summary) IS
'The summary in the form that is stored: final function of concentration_agg.';

-- for T in numeric bigint float8 real
CREATE AGGREGATE concentration_agg(value {T}) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE concentration_agg({T}) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';

-- end
CREATE AGGREGATE rollup(summary concentration_summary) (
	SFUNC = concentration_merge, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(concentration_summary) IS
'The values of all summaries, as if they had been collected at once.';

-- Measures of concentration.
CREATE FUNCTION gini(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION gini(concentration_summary) IS
'Gini coefficient from 0 (all values are equal) to 1. '
'Normalised so that it stays in this range when there are losses (Raffinetti, Siletti and Vernizzi 2015). '
'NULL when all values are 0.';

CREATE FUNCTION hhi(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION hhi(concentration_summary) IS
'Herfindahl-Hirschman index, from 1/customers to 1: the sum of squared shares. '
'A share is the size of a gain or a loss divided by the sum of all sizes. NULL when all values are 0.';

CREATE FUNCTION lorenz(summary concentration_summary, p float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION lorenz(concentration_summary, float8) IS
'Lorenz curve at p: the share of the total that the fraction p of customers with the lowest values has. '
'NULL when the total is 0.';

-- for E WHO in top/best bottom/worst
CREATE FUNCTION {E}_share(summary concentration_summary, fraction float8, of text DEFAULT 'net')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION {E}_share(concentration_summary, float8, text) IS
'What the {WHO} fraction of customers brings, as a share of the total (net), '
'of the sum of positive values (gains) or of the sum of negative values (losses). NULL when that sum is 0.';

CREATE FUNCTION {E}_share_final(summary concentration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION {E}_share_final(concentration_summary) IS
'{E}_share with the fraction that the summary holds: final function of the aggregate.';

-- end
CREATE FUNCTION whale_peak(summary concentration_summary,
	OUT rank bigint, OUT customers_share float8, OUT cumulative numeric, OUT cumulative_share float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION whale_peak(concentration_summary) IS
'Highest point of the whale curve. rank: with how many of the best customers the running total is highest. '
'customers_share: rank as a fraction of all customers. cumulative: that total. '
'cumulative_share: that total as a share of the net total. rank is 0 when no value is positive.';

CREATE FUNCTION whale_curve(summary concentration_summary, points integer DEFAULT 100)
RETURNS TABLE (rank bigint, customers_share float8, cumulative numeric, cumulative_share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION whale_curve(concentration_summary, integer) IS
'Whale curve (Kaplan and Cooper 1998): running total of values from the best customer to the worst, '
'at this many evenly spaced ranks. cumulative_share is NULL when the total is 0.';

-- Classes and shares from a stored summary, for workers, shards and later customers.
CREATE FUNCTION pareto_cuts(summary concentration_summary, shares float8[] DEFAULT '{0.8,0.95}')
RETURNS numeric[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION pareto_cuts(concentration_summary, float8[]) IS
'The lowest value of each class of customers, exact: going down from the best customer, the value of the one who '
'brings the running total to each of shares. Store them, and read the class of every customer with pareto_label. '
'NULL when the total is not positive.';

-- for T in numeric bigint float8 real
CREATE FUNCTION pareto_label(value {T}, cuts numeric[], labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_label_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION pareto_label({T}, numeric[], text[]) IS
'A, B or C by stored cuts (pareto_cuts): A from the first cut up, B below it from the second cut up, C below both. '
'Customers whose values the cuts were made from get the class that pareto_class gives them.';

CREATE FUNCTION cumulative_share(summary concentration_summary, value {T})
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_at_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION cumulative_share(concentration_summary, {T}) IS
'What the customers with this value and more bring, as a fraction of the total. It is what the window function gives '
'them with ORDER BY value DESC. NULL when the total is 0. For all customers at once, join cumulative_shares.';

-- end
CREATE FUNCTION cumulative_shares(summary concentration_summary)
RETURNS TABLE (value numeric, customers bigint, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10000;
COMMENT ON FUNCTION cumulative_shares(concentration_summary) IS
'Every value from the highest down, how many customers have it, and what they and all above bring as a fraction of '
'the total. Join it to the customers by value (of a float8 column by value::float8). share is NULL when the total is '
'0.';

-- for T in numeric bigint float8 real
CREATE AGGREGATE gini(value {T}) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = gini,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gini({T}) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';

-- end
-- for E WHO T in top/best/numeric top/best/bigint top/best/float8 top/best/real
--	bottom/worst/numeric bottom/worst/bigint bottom/worst/float8 bottom/worst/real
CREATE AGGREGATE {E}_share(value {T}, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = {E}_share_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {E}_share({T}, float8) IS
'What the {WHO} fraction of customers brings, as a share of the total. NULL when the total is 0.';

-- end
