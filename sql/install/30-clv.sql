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
COMMENT ON TYPE purchase_history IS
'days on which a customer bought and what was spent on them, exact, about 6 bytes each; text form "v1 date:amount ...", with r before days with returns only';

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
