-- clv: lifetime value

CREATE FUNCTION clv(margin float8, retention float8, discount float8,
	periods integer DEFAULT NULL, first text DEFAULT 'next')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION clv(float8, float8, float8, integer, text) IS
'Lifetime value with constant margin and retention (Gupta and Lehmann 2003): present value, in the currency of margin. '
'retention: probability that the customer stays another period. discount: rate per period, a fraction. '
'periods: number of margins, NULL for no end. first: the first margin comes one period ahead (next) or at once (now).';

-- for T C in numeric/clv_cash_flows float8/clv_cash_flows_float8 real/clv_cash_flows_real
CREATE FUNCTION clv(cash_flows numeric[], discount {T}, first text DEFAULT 'next')
RETURNS numeric AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION clv(numeric[], {T}, text) IS
'Present value of expected net cash flows, one per period, in their currency. '
'discount: rate per period, a fraction below 1; a float8 or real is read as its shortest decimal. '
'first: the first cash flow comes one period ahead (next) or at once (now). NULL when an element is NULL.';

-- end

-- Customer equity (Blattberg and Deighton 1996).
CREATE FUNCTION customer_equity(margin float8, discount float8, acquisition_spend float8, acquisition_rate float8,
	retention_spend float8, retention_rate float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION customer_equity(float8, float8, float8, float8, float8, float8) IS
'Value of a prospect (Blattberg and Deighton 1996): acquisition_rate * V - acquisition_spend. '
'V is the value of a customer: margin + (margin * retention_rate - retention_spend) / (1 + discount - retention_rate). '
'Rates are fractions per period. Money is in one currency, per person and period.';

CREATE FUNCTION optimal_acquisition_spend(value float8, current_spend float8, current_rate float8, ceiling float8,
	OUT spend float8, OUT rate float8, OUT equity float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION optimal_acquisition_spend(float8, float8, float8, float8) IS
'Best spend per prospect, the share won and the equity of a prospect (Blattberg and Deighton 1996). '
'Response curve: share = ceiling * (1 - exp(-k * spend)), fitted through current_spend and current_rate. '
'value: the value of a customer.';

CREATE FUNCTION optimal_retention_spend(margin float8, discount float8, current_spend float8, current_rate float8,
	ceiling float8, OUT spend float8, OUT rate float8, OUT value float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION optimal_retention_spend(float8, float8, float8, float8, float8) IS
'Best spend per customer and period, the share kept and the value of a customer (Blattberg and Deighton 1996). '
'Response curve: share = ceiling * (1 - exp(-k * spend)), fitted through current_spend and current_rate.';

-- purchase_history: on which days a customer bought, and for how much.
COMMENT ON TYPE purchase_history IS
'The days on which a customer bought and what they spent, exact; or the profit of these days, which may be negative. '
'About 6 bytes a day. Text form: v1 date:amount ..., with r before days that have only returns, '
'or v1 profit date:amount ....';

-- for D T C in date/numeric/date_numeric date/bigint/date_bigint date/float8/date_float8
--	date/real/date_real
--	timestamp/numeric/timestamp_numeric timestamp/bigint/timestamp_bigint timestamp/float8/timestamp_float8
--	timestamp/real/timestamp_real
--	timestamptz/numeric/timestamp_numeric timestamptz/bigint/timestamp_bigint timestamptz/float8/timestamp_float8
--	timestamptz/real/timestamp_real
CREATE FUNCTION purchase_history_add(history purchase_history, at {D}, amount {T})
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, {D}, {T}) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';

-- end
-- for D C in date/date timestamp/timestamp timestamptz/timestamp
CREATE FUNCTION purchase_history_add(history purchase_history, at {D})
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, {D}) IS
'The history with another purchase, without an amount.';

-- end
CREATE FUNCTION purchase_history_merge(a purchase_history, b purchase_history)
RETURNS purchase_history AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchase_history_merge(purchase_history, purchase_history) IS
'The purchases of both histories, which must both be of amounts, or both of profit.';

CREATE FUNCTION purchase_history_pack(history purchase_history)
RETURNS purchase_history AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchase_history_pack(purchase_history) IS
'The history in the form that is stored, each day once and in order: final function of purchase_history_agg.';

-- for D T in date/numeric date/bigint date/float8 date/real
--	timestamp/numeric timestamp/bigint timestamp/float8 timestamp/real
--	timestamptz/numeric timestamptz/bigint timestamptz/float8 timestamptz/real
CREATE AGGREGATE purchase_history_agg(at {D}, amount {T}) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg({D}, {T}) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';

-- end
-- for D in date timestamp timestamptz
CREATE AGGREGATE purchase_history_agg(at {D}) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg({D}) IS
'Days on which a customer bought, where amounts are not known: spend is 0, and models of spend leave the customer out.';

-- end
-- profit_history_agg: the same of profit.
-- for D T in date/numeric date/bigint date/float8 date/real
--	timestamp/numeric timestamp/bigint timestamp/float8 timestamp/real
--	timestamptz/numeric timestamptz/bigint timestamptz/float8 timestamptz/real
CREATE AGGREGATE profit_history_agg(at {D}, profit {T}) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg({D}, {T}) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

-- end
CREATE AGGREGATE rollup(history purchase_history) (
	SFUNC = purchase_history_merge, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(purchase_history) IS
'The purchases of all histories: those of a customer''s months, shops or shards, or of a household. '
'Histories of profit and of amounts cannot be merged with each other.';

-- for E in first last
CREATE FUNCTION {E}_purchase(history purchase_history)
RETURNS date AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {E}_purchase(purchase_history) IS
'Day of the {E} purchase. NULL without a purchase.';

-- end
CREATE FUNCTION purchases(history purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases(purchase_history) IS
'Number of days with a purchase.';

CREATE FUNCTION purchases_between(history purchase_history, after date, until date)
RETURNS integer AS 'MODULE_PATHNAME', 'purchases'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_between(purchase_history, date, date) IS
'Number of days with a purchase that are later than after and not later than until. Unlike SQL''s BETWEEN it excludes '
'the first day; purchases_in includes it. Both may be infinite.';

CREATE FUNCTION purchases_in(history purchase_history, first_day date, last_day date)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_in(purchase_history, date, date) IS
'Number of days with a purchase from first_day to last_day, both included. Both may be infinite.';

CREATE FUNCTION spend_between(history purchase_history, after date, until date)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION spend_between(purchase_history, date, date) IS
'Spend minus returns, or profit, on the days that are later than after and not later than until, exact, '
'in the currency of the amounts. The first day is excluded; spend_in includes it. Both days may be infinite.';

CREATE FUNCTION spend_in(history purchase_history, first_day date, last_day date)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION spend_in(purchase_history, date, date) IS
'Spend minus returns, or profit, from first_day to last_day, both included, exact, in the currency of the amounts. '
'Both may be infinite.';

CREATE FUNCTION clv_summary(history purchase_history, as_of date, unit text DEFAULT 'week',
	OUT x integer, OUT t_x float8, OUT t float8, OUT mean_spend numeric)
RETURNS record AS 'MODULE_PATHNAME', 'clv_summary_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_summary(purchase_history, date, text) IS
'What purchase models need, as known at the end of the day as_of (Fader, Hardie and Lee 2005). '
'x: purchases after the first. t_x: time from the first to the last. t: time from the first to as_of. '
'mean_spend: mean spend of a purchase after the first; returns can bring it to 0 or below, where models of spend take '
'the customer as one without repeat purchases. '
'unit of time: day, week, month (30.4375 days) or year (365.25 days). NULL before the first purchase.';

CREATE FUNCTION clv_summary(history purchase_history, as_of date, unit interval,
	OUT x integer, OUT t_x float8, OUT t float8, OUT mean_spend numeric)
RETURNS record AS 'MODULE_PATHNAME', 'clv_summary_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_summary(purchase_history, date, interval) IS
'What purchase models need, as known at the end of the day as_of, with an interval as the unit of time. '
'Columns as in clv_summary with a unit by name.';
