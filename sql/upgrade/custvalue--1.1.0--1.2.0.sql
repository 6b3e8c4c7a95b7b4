\echo Use "ALTER EXTENSION custvalue UPDATE" to load this file. \quit
COMMENT ON FUNCTION held_rows_in(cstring) IS 'Text input of held_rows.';
COMMENT ON FUNCTION held_rows_out(held_rows) IS 'Text output of held_rows.';
COMMENT ON FUNCTION held_rows_recv(internal) IS 'Binary input of held_rows.';
COMMENT ON FUNCTION held_rows_send(held_rows) IS 'Binary output of held_rows.';
COMMENT ON FUNCTION abc_network_in(cstring) IS 'Text input of abc_network.';
COMMENT ON FUNCTION abc_network_out(abc_network) IS 'Text output of abc_network.';
COMMENT ON FUNCTION abc_network_recv(internal) IS 'Binary input of abc_network.';
COMMENT ON FUNCTION abc_network_send(abc_network) IS 'Binary output of abc_network.';
COMMENT ON FUNCTION concentration_summary_in(cstring) IS 'Text input of concentration_summary.';
COMMENT ON FUNCTION concentration_summary_out(concentration_summary) IS 'Text output of concentration_summary.';
COMMENT ON FUNCTION concentration_summary_recv(internal) IS 'Binary input of concentration_summary.';
COMMENT ON FUNCTION concentration_summary_send(concentration_summary) IS 'Binary output of concentration_summary.';
COMMENT ON FUNCTION purchase_history_in(cstring) IS 'Text input of purchase_history.';
COMMENT ON FUNCTION purchase_history_out(purchase_history) IS 'Text output of purchase_history.';
COMMENT ON FUNCTION purchase_history_recv(internal) IS 'Binary input of purchase_history.';
COMMENT ON FUNCTION purchase_history_send(purchase_history) IS 'Binary output of purchase_history.';
COMMENT ON FUNCTION clv_model_in(cstring) IS 'Text input of clv_model.';
COMMENT ON FUNCTION clv_model_out(clv_model) IS 'Text output of clv_model.';
COMMENT ON FUNCTION clv_model_recv(internal) IS 'Binary input of clv_model.';
COMMENT ON FUNCTION clv_model_send(clv_model) IS 'Binary output of clv_model.';
COMMENT ON FUNCTION survey_summary_in(cstring) IS 'Text input of survey_summary.';
COMMENT ON FUNCTION survey_summary_out(survey_summary) IS 'Text output of survey_summary.';
COMMENT ON FUNCTION survey_summary_recv(internal) IS 'Binary input of survey_summary.';
COMMENT ON FUNCTION survey_summary_send(survey_summary) IS 'Binary output of survey_summary.';
COMMENT ON FUNCTION kmeans_model_in(cstring) IS 'Text input of kmeans_model.';
COMMENT ON FUNCTION kmeans_model_out(kmeans_model) IS 'Text output of kmeans_model.';
COMMENT ON FUNCTION kmeans_model_recv(internal) IS 'Binary input of kmeans_model.';
COMMENT ON FUNCTION kmeans_model_send(kmeans_model) IS 'Binary output of kmeans_model.';
COMMENT ON FUNCTION migration_summary_in(cstring) IS 'Text input of migration_summary.';
COMMENT ON FUNCTION migration_summary_out(migration_summary) IS 'Text output of migration_summary.';
COMMENT ON FUNCTION migration_summary_recv(internal) IS 'Binary input of migration_summary.';
COMMENT ON FUNCTION migration_summary_send(migration_summary) IS 'Binary output of migration_summary.';
COMMENT ON FUNCTION ols_summary_in(cstring) IS 'Text input of ols_summary.';
COMMENT ON FUNCTION ols_summary_out(ols_summary) IS 'Text output of ols_summary.';
COMMENT ON FUNCTION ols_summary_recv(internal) IS 'Binary input of ols_summary.';
COMMENT ON FUNCTION ols_summary_send(ols_summary) IS 'Binary output of ols_summary.';
COMMENT ON FUNCTION logit_model_in(cstring) IS 'Text input of logit_model.';
COMMENT ON FUNCTION logit_model_out(logit_model) IS 'Text output of logit_model.';
COMMENT ON FUNCTION logit_model_recv(internal) IS 'Binary input of logit_model.';
COMMENT ON FUNCTION logit_model_send(logit_model) IS 'Binary output of logit_model.';

-- held_rows: the state of aggregates that need all rows before they can finish.
COMMENT ON TYPE held_rows IS
'Rows of numbers that an aggregate has collected, with its parameters. At most 512 MB. '
'Text form: v1 kind width [parameter,...] number,... ...';
COMMENT ON FUNCTION held_rows_merge(held_rows, held_rows) IS
'The rows of both. They must come from the same aggregate with the same parameters.';
COMMENT ON FUNCTION abc_allocate(numeric, numeric, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';
COMMENT ON FUNCTION abc_allocate(numeric, numeric, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';
COMMENT ON FUNCTION abc_allocate(numeric, float8, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';
COMMENT ON FUNCTION abc_allocate(numeric, float8, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';
COMMENT ON FUNCTION abc_allocate(numeric, numeric[], integer) IS
'The parts of cost, in proportion to drivers. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the earlier element comes first. A NULL driver has a NULL part.';
COMMENT ON FUNCTION abc_capacity(numeric, numeric, numeric, integer) IS
'Time-driven costing (Kaplan and Anderson 2004). rate: cost per unit of practical capacity. '
'used_cost and unused_cost: cost of the used and of the unused capacity, which add up to cost exactly. '
'unused: capacity that was not used, negative when more was used than there is. '
'utilisation: used capacity as a fraction of practical_capacity.';

-- abc_network: a cost model as one value, the state of its aggregates.
COMMENT ON TYPE abc_network IS
'A cost model: which node passes cost on to which, in proportion to which driver. '
'Text form: v1 "source">"target":driver ...';
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, numeric) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';
COMMENT ON FUNCTION abc_network_merge(abc_network, abc_network) IS
'The edges of both networks. Drivers of edges that both have add up.';
COMMENT ON FUNCTION abc_network_pack(abc_network) IS
'The network in the form that is stored: final function of its aggregates.';
COMMENT ON AGGREGATE abc_network_agg(text, text, numeric) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'Drivers of repeated edges add up. Rows with a NULL driver are ignored. '
'NULL names and negative drivers are errors.';
COMMENT ON AGGREGATE rollup(abc_network) IS
'One network with the edges of all. Drivers of edges that several have add up.';
COMMENT ON FUNCTION abc_edges(abc_network) IS
'The edges of a network, sorted by names. share: driver as a fraction of all drivers of the source.';
COMMENT ON FUNCTION abc_flow(abc_network, text[], numeric[], text, text[], integer) IS
'Where the cost on accounts ends: an amount for each node that passes nothing on. '
'The amounts have scale decimals and add up to the given ones exactly. '
'method: direct, step (in step_order) or reciprocal (simultaneous equations).';
COMMENT ON FUNCTION abc_trace(abc_network, text[], numeric[], text, text[], integer) IS
'Where the cost of each account ends. For each source the amounts add up to its cost exactly. '
'share: amount as a fraction of the source''s cost. Methods as in abc_flow.';
COMMENT ON FUNCTION abc_throughput(abc_network, text[], numeric[]) IS
'Reciprocated cost of each node: its own cost, what it receives from others, and what it passes on. '
'level: length of the longest path from a node that receives nothing.';
COMMENT ON FUNCTION abc_check(abc_network, text[], numeric[]) IS
'Everything that abc_flow would refuse (error), and what deserves a look (warning), as rows. Raises no error itself.';
COMMENT ON FUNCTION residual_income(numeric, numeric, numeric) IS
'Profit minus a charge on capital: profit - capital * rate, exact, in the currency of profit. '
'rate is a fraction for the same period as profit.';
COMMENT ON FUNCTION customer_roi(numeric, numeric) IS
'Profit per unit of money spent on the customer: profit / cost, a fraction. '
'With capital in place of cost it is the return on investment. NULL when cost is 0.';
COMMENT ON FUNCTION profit_margin(numeric, numeric) IS
'Profit / revenue, a fraction. '
'It is the gross, contribution or operating margin, according to the profit that is given. NULL when revenue is 0.';
COMMENT ON FUNCTION return_on_customer(numeric, numeric, numeric) IS
'Return on customer (Peppers and Rogers 2005): profit of the period plus the change of lifetime value, '
'divided by the opening lifetime value, a fraction. NULL when opening_value is 0.';
COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, numeric) IS
'Risk-adjusted return on capital, a fraction: (revenue - funding_cost - operating_cost - expected_loss '
'+ capital_return * economic_capital) / economic_capital. '
'capital_return is the rate that the capital itself earns. NULL when economic_capital is 0.';
COMMENT ON FUNCTION cumulative_share(numeric) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';
COMMENT ON FUNCTION pareto_class(numeric, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';
COMMENT ON FUNCTION cumulative_share(bigint) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';
COMMENT ON FUNCTION pareto_class(bigint, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';
COMMENT ON FUNCTION cumulative_share(float8) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';
COMMENT ON FUNCTION pareto_class(float8, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';

-- concentration_summary: the values of all customers, exactly.
COMMENT ON TYPE concentration_summary IS
'Values of customers (profit, revenue), exact and sorted. About 5 bytes each, at most 33554432 of them. '
'Text form: v1 value*times ..., with v1~ for float8 values.';
COMMENT ON FUNCTION concentration_add(concentration_summary, numeric) IS
'The summary with another value.';
COMMENT ON FUNCTION concentration_add(concentration_summary, numeric, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';
COMMENT ON FUNCTION concentration_add(concentration_summary, bigint) IS
'The summary with another value.';
COMMENT ON FUNCTION concentration_add(concentration_summary, bigint, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';
COMMENT ON FUNCTION concentration_add(concentration_summary, float8) IS
'The summary with another value.';
COMMENT ON FUNCTION concentration_add(concentration_summary, float8, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';
COMMENT ON FUNCTION concentration_merge(concentration_summary, concentration_summary) IS
'The values of both summaries.';
COMMENT ON FUNCTION concentration_pack(concentration_summary) IS
'The summary in the form that is stored: final function of concentration_agg.';
COMMENT ON AGGREGATE concentration_agg(numeric) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';
COMMENT ON AGGREGATE concentration_agg(bigint) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';
COMMENT ON AGGREGATE concentration_agg(float8) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';
COMMENT ON AGGREGATE rollup(concentration_summary) IS
'The values of all summaries, as if they had been collected at once.';
COMMENT ON FUNCTION gini(concentration_summary) IS
'Gini coefficient from 0 (all values are equal) to 1. '
'Normalised so that it stays in this range when there are losses (Raffinetti, Siletti and Vernizzi 2015). '
'NULL when all values are 0.';
COMMENT ON FUNCTION hhi(concentration_summary) IS
'Herfindahl-Hirschman index, from 1/customers to 1: the sum of squared shares. '
'A share is the size of a gain or a loss divided by the sum of all sizes. NULL when all values are 0.';
COMMENT ON FUNCTION lorenz(concentration_summary, float8) IS
'Lorenz curve at p: the share of the total that the fraction p of customers with the lowest values has. '
'NULL when the total is 0.';
COMMENT ON FUNCTION top_share(concentration_summary, float8, text) IS
'What the best fraction of customers brings, as a share of the total (net), '
'of the sum of positive values (gains) or of the sum of negative values (losses). NULL when that sum is 0.';
COMMENT ON FUNCTION top_share_final(concentration_summary) IS
'top_share with the fraction that the summary holds: final function of the aggregate.';
COMMENT ON FUNCTION bottom_share(concentration_summary, float8, text) IS
'What the worst fraction of customers brings, as a share of the total (net), '
'of the sum of positive values (gains) or of the sum of negative values (losses). NULL when that sum is 0.';
COMMENT ON FUNCTION bottom_share_final(concentration_summary) IS
'bottom_share with the fraction that the summary holds: final function of the aggregate.';
COMMENT ON FUNCTION whale_peak(concentration_summary) IS
'Highest point of the whale curve. rank: with how many of the best customers the running total is highest. '
'customers_share: rank as a fraction of all customers. cumulative: that total. '
'cumulative_share: that total as a share of the net total. rank is 0 when no value is positive.';
COMMENT ON FUNCTION whale_curve(concentration_summary, integer) IS
'Whale curve (Kaplan and Cooper 1998): running total of values from the best customer to the worst, '
'at this many evenly spaced ranks. cumulative_share is NULL when the total is 0.';
COMMENT ON AGGREGATE gini(numeric) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';
COMMENT ON AGGREGATE gini(bigint) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';
COMMENT ON AGGREGATE gini(float8) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';
COMMENT ON AGGREGATE top_share(numeric, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE top_share(bigint, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE top_share(float8, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE bottom_share(numeric, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE bottom_share(bigint, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE bottom_share(float8, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON FUNCTION clv(float8, float8, float8, integer, text) IS
'Lifetime value with constant margin and retention (Gupta and Lehmann 2003): present value, in the currency of margin. '
'retention: probability that the customer stays another period. discount: rate per period, a fraction. '
'periods: number of margins, NULL for no end. first: the first margin comes one period ahead (next) or at once (now).';
COMMENT ON FUNCTION clv(numeric[], numeric, text) IS
'Present value of expected net cash flows, one per period, in their currency. discount: rate per period, a fraction. '
'first: the first cash flow comes one period ahead (next) or at once (now). NULL when an element is NULL.';
COMMENT ON FUNCTION customer_equity(float8, float8, float8, float8, float8, float8) IS
'Value of a prospect (Blattberg and Deighton 1996): acquisition_rate * V - acquisition_spend. '
'V is the value of a customer: margin + (margin * retention_rate - retention_spend) / (1 + discount - retention_rate). '
'Rates are fractions per period. Money is in one currency, per person and period.';
COMMENT ON FUNCTION optimal_acquisition_spend(float8, float8, float8, float8) IS
'Best spend per prospect, the share won and the equity of a prospect (Blattberg and Deighton 1996). '
'Response curve: share = ceiling * (1 - exp(-k * spend)), fitted through current_spend and current_rate. '
'value: the value of a customer.';
COMMENT ON FUNCTION optimal_retention_spend(float8, float8, float8, float8, float8) IS
'Best spend per customer and period, the share kept and the value of a customer (Blattberg and Deighton 1996). '
'Response curve: share = ceiling * (1 - exp(-k * spend)), fitted through current_spend and current_rate.';

-- purchase_history: on which days a customer bought, and for how much.
COMMENT ON TYPE purchase_history IS
'The days on which a customer bought and what they spent, exact. About 6 bytes a day. '
'Text form: v1 date:amount ..., with r before days that have only returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, numeric) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, bigint) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, float8) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, numeric) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, bigint) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, float8) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, numeric) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, bigint) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, float8) IS
'The history with another purchase, or with a return when amount is below 0.';
COMMENT ON FUNCTION purchase_history_merge(purchase_history, purchase_history) IS
'The purchases of both histories.';
COMMENT ON FUNCTION purchase_history_pack(purchase_history) IS
'The history in the form that is stored, each day once and in order: final function of purchase_history_agg.';
COMMENT ON AGGREGATE purchase_history_agg(date, numeric) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(date, bigint) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(date, float8) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamp, numeric) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamp, bigint) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamp, float8) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, numeric) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, bigint) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, float8) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE rollup(purchase_history) IS
'The purchases of all histories: those of a customer''s months, shops or shards, or of a household.';
COMMENT ON FUNCTION first_purchase(purchase_history) IS
'Day of the first purchase. NULL without a purchase.';
COMMENT ON FUNCTION last_purchase(purchase_history) IS
'Day of the last purchase. NULL without a purchase.';
COMMENT ON FUNCTION purchases(purchase_history) IS
'Number of days with a purchase.';
COMMENT ON FUNCTION purchases_between(purchase_history, date, date) IS
'Number of days with a purchase that are later than after and not later than until. Both may be infinite.';
COMMENT ON FUNCTION spend_between(purchase_history, date, date) IS
'Spend minus returns on the days that are later than after and not later than until, exact, '
'in the currency of the amounts. Both days may be infinite.';
COMMENT ON FUNCTION clv_summary(purchase_history, date, text) IS
'What purchase models need, as known at the end of the day as_of (Fader, Hardie and Lee 2005). '
'x: purchases after the first. t_x: time from the first to the last. t: time from the first to as_of. '
'mean_spend: mean spend of a purchase after the first. '
'unit of time: day, week, month (30.4375 days) or year (365.25 days). NULL before the first purchase.';
COMMENT ON FUNCTION clv_summary(purchase_history, date, interval) IS
'What purchase models need, as known at the end of the day as_of, with an interval as the unit of time. '
'Columns as in clv_summary with a unit by name.';
-- clv: models of purchases and spend

-- clv_model: how often will a customer buy, and for how much?
COMMENT ON TYPE clv_model IS
'Model of purchases (bg/nbd, mbg/nbd, pareto/nbd, nbd, bg/bb), of contracts (sbg, bdw) or of spend (gamma-gamma): '
'estimates and their covariance. Text form: v1 family width '
'[customers,log-likelihood,iterations,status,fitted parameters,covariates of purchases,centre of each covariate] '
'estimate,covariances ...; estimates are those of customers at the centres.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer of this weight.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[]) IS
'The state of bgnbd_fit and paretonbd_fit with another customer and their covariates.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[], float8) IS
'The state of bgnbd_fit and paretonbd_fit with another customer of this weight and their covariates.';
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8) IS
'The state of bgbb_fit with another customer.';
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8, float8) IS
'The state of bgbb_fit with another customer of this weight.';
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean) IS
'The state of sbg_fit with another contract.';
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8) IS
'The state of sbg_fit with another contract of this weight.';
COMMENT ON FUNCTION spend_add(held_rows, float8, float8) IS
'The state of gammagamma_fit with another customer.';
COMMENT ON FUNCTION spend_add(held_rows, float8, float8, float8) IS
'The state of gammagamma_fit with another customer of this weight.';
COMMENT ON FUNCTION bgnbd_final(held_rows) IS
'Maximum likelihood fit: final function of bgnbd_fit.';
COMMENT ON FUNCTION mbgnbd_final(held_rows) IS
'Maximum likelihood fit: final function of mbgnbd_fit.';
COMMENT ON FUNCTION nbd_final(held_rows) IS
'Maximum likelihood fit: final function of nbd_fit.';
COMMENT ON FUNCTION paretonbd_final(held_rows) IS
'Maximum likelihood fit: final function of paretonbd_fit.';
COMMENT ON FUNCTION bgbb_final(held_rows) IS
'Maximum likelihood fit: final function of bgbb_fit.';
COMMENT ON FUNCTION sbg_final(held_rows) IS
'Maximum likelihood fit: final function of sbg_fit.';
COMMENT ON FUNCTION gammagamma_final(held_rows) IS
'Maximum likelihood fit: final function of gammagamma_fit.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005), fitted by maximum likelihood to one row a customer. '
'A customer may stop only right after a repeat purchase. '
'x: repeat purchases. t_x: time from the first to the last purchase. t: time from the first purchase to today.';
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), fitted by maximum likelihood. '
'A customer may stop right after any purchase, also the first. Arguments as in bgnbd_fit.';
COMMENT ON AGGREGATE nbd_fit(float8, float8, float8) IS
'NBD model of purchases, fitted by maximum likelihood. No customer ever stops: a baseline for the other models. '
'Arguments as in bgnbd_fit.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), fitted by maximum likelihood. '
'A customer may stop at any time. Arguments as in bgnbd_fit.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[]) IS
'BG/NBD model of purchases with covariates, fitted by maximum likelihood. '
'With z the weighted sum of a customer''s covariates, alpha becomes alpha exp(-z) for purchase_covariates, '
'and a and b become a exp(z) and b exp(z) for dropout_covariates.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[]) IS
'Pareto/NBD model of purchases with covariates, fitted by maximum likelihood. '
'With z the weighted sum of a customer''s covariates, alpha becomes alpha exp(-z) for purchase_covariates, '
'and beta becomes beta exp(-z) for dropout_covariates.';
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8) IS
'BG/BB model of purchases on occasions (Fader, Hardie and Shang 2010), fitted by maximum likelihood. '
'n: occasions since the first purchase. x: occasions with a purchase. t_x: number of the last of them.';
COMMENT ON AGGREGATE sbg_fit(float8, boolean) IS
'Shifted beta-geometric model of contracts (Fader and Hardie 2007), fitted by maximum likelihood. '
'churned: the contract ended in this period (the first one is 1). Not churned: it was still there after this period.';
COMMENT ON AGGREGATE gammagamma_fit(float8, float8) IS
'Gamma-gamma model of spend (Fader and Hardie 2013), fitted by maximum likelihood. '
'x: repeat purchases. mean_spend: mean spend of a repeat purchase. Customers without one are ignored.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8) IS
'bgnbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8, float8) IS
'mbgnbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE nbd_fit(float8, float8, float8, float8) IS
'nbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8) IS
'paretonbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'bgnbd_fit with covariates and weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'paretonbd_fit with covariates and weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8, float8) IS
'bgbb_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE sbg_fit(float8, boolean, float8) IS
'sbg_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE gammagamma_fit(float8, float8, float8) IS
'gammagamma_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON FUNCTION clv_model(text, float8[]) IS
'A model from known parameters. bg/nbd and mbg/nbd: r, alpha, a, b. pareto/nbd: r, alpha, s, beta. nbd: r, alpha. '
'bg/bb: alpha, beta, gamma, delta. sbg: alpha, beta. gamma-gamma: p, q, gamma.';
COMMENT ON FUNCTION customer_model(clv_model, float8[], float8[]) IS
'The model for customers with these covariates. Use it wherever a model without covariates is needed.';
COMMENT ON FUNCTION coef(clv_model, float8) IS
'The parameters of a model and the coefficients of its covariates, with standard errors and confidence intervals. '
'Intervals of parameters are symmetric on the log scale. NULL where the data do not identify the parameter.';
COMMENT ON FUNCTION log_likelihood(clv_model) IS
'Log-likelihood of a fitted model. NULL for a model from known parameters.';
COMMENT ON FUNCTION aic(clv_model) IS
'Akaike''s information criterion of a fitted model: lower is better. NULL for a model from known parameters.';
COMMENT ON FUNCTION bic(clv_model) IS
'Schwarz''s information criterion of a fitted model: lower is better. NULL for a model from known parameters.';
COMMENT ON FUNCTION likelihood_ratio(clv_model, clv_model) IS
'Likelihood-ratio test (Wilks 1938) of a fit against one of the same customers with more covariates. '
'A small p says that the covariates explain more than chance would.';
COMMENT ON FUNCTION converged(clv_model) IS
'True when a maximum was found and the data identify every parameter. NULL for a model from known parameters.';
COMMENT ON FUNCTION warnings(clv_model) IS
'What is wrong with a fit, in words. NULL when nothing is.';
COMMENT ON FUNCTION model_json(clv_model) IS
'A model as jsonb: family, converged, parameters, standard_errors, weight, iterations, log_likelihood, aic, bic, '
'warnings.';
COMMENT ON FUNCTION p_alive(clv_model, float8, float8, float8, float8) IS
'Probability that the customer is active at t and stays active for a further ahead (default 0). '
'The customer made x repeat purchases, the last of them at t_x.';
COMMENT ON FUNCTION expected_purchases(clv_model, float8, float8, float8, float8) IS
'Expected number of purchases from t to t + horizon, for a customer with x repeat purchases, the last of them at t_x.';
COMMENT ON FUNCTION expected_purchases(clv_model, float8) IS
'Expected number of repeat purchases up to horizon, for a customer who buys for the first time now.';
COMMENT ON FUNCTION expected_purchases_low(clv_model, float8, float8, float8, float8, float8) IS
'Lower end of the confidence interval of expected_purchases. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION expected_purchases_high(clv_model, float8, float8, float8, float8, float8) IS
'Upper end of the confidence interval of expected_purchases. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION purchase_pmf(clv_model, float8, float8) IS
'Probability of exactly k repeat purchases up to horizon, for a customer who buys for the first time now.';
COMMENT ON FUNCTION continuous_discount(float8, float8) IS
'Continuous discount rate per unit of time that is equivalent to an annual rate: ln(1 + annual) / units_per_year.';
COMMENT ON FUNCTION discounted_purchases(clv_model, float8, float8, float8, float8, float8) IS
'Expected number of purchases after t, discounted continuously: a purchase at t + u counts exp(-discount * u). '
'Known as DERT (Fader, Hardie and Lee 2005). With horizon: only purchases up to t + horizon.';
COMMENT ON FUNCTION expected_spend(clv_model, float8, float8) IS
'Expected spend per purchase, in the currency of the model, for a customer who spent mean_spend on average in x repeat '
'purchases. mean_spend may be NULL when x is 0.';
COMMENT ON FUNCTION log_likelihood(clv_model, float8, float8, float8) IS
'Log-likelihood of one customer under a model. '
'Sum it over customers who were not in the fit: the model with the highest sum predicts them best.';
COMMENT ON FUNCTION clv(clv_model, clv_model, float8, float8, float8, float8, float8, float8) IS
'Expected future revenue from a customer, discounted continuously, in the currency of the spend model: '
'discounted_purchases times expected_spend.';
COMMENT ON FUNCTION clv_low(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'Lower end of the confidence interval of clv from two models. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION clv_high(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'Upper end of the confidence interval of clv from two models. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION survival(clv_model, float8) IS
'Share of contracts that are still active after this number of periods, a fraction.';
COMMENT ON FUNCTION retention_rate(clv_model, float8) IS
'Of the contracts that are active after period - 1, the share that is active after period, a fraction.';
COMMENT ON FUNCTION discounted_lifetime(clv_model, float8, float8) IS
'Expected number of future periods of a contract (Fader and Hardie 2010): a period u periods ahead counts '
'(1 + discount)^-u. renewal 0: a new contract, whose first period counts 1. '
'renewal n: a contract just before its n-th renewal. Times the margin per period it is lifetime value.';
-- survey: satisfaction

-- survey_summary: how often each score was given.  It is the state of every survey
-- aggregate, a value to store, and what all metrics are read from.
COMMENT ON TYPE survey_summary IS
'Answers to one survey question: a count for each integer score from 0 to 100, with weights if they were given. '
'Text form: v1 score:count ..., or v1w score:count:sum of weights:sum of squared weights ...';
COMMENT ON FUNCTION survey_add(survey_summary, smallint) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, smallint) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, integer) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, integer) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, bigint) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, bigint) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, numeric) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, numeric) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, float8) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, float8) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_merge(survey_summary, survey_summary) IS 'The answers of both summaries.';
COMMENT ON FUNCTION survey_unmerge(survey_summary, survey_summary) IS 'The answers of a without those of b.';
COMMENT ON AGGREGATE survey_agg(smallint) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(integer) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(bigint) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(numeric) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(float8) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE rollup(survey_summary) IS
'The answers of all summaries, as if they had been counted at once.';
COMMENT ON FUNCTION nps_final(survey_summary) IS
'Net promoter score with the usual bands: final function of the aggregate nps_score.';
COMMENT ON FUNCTION nps_score(survey_summary, integer, integer) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of promoters (from promoter_min up) minus percent of detractors (up to detractor_max). NULL without answers.';
COMMENT ON AGGREGATE nps_score(smallint) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(integer) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(bigint) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(numeric) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(float8) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON FUNCTION survey_add(survey_summary, numeric, float8) IS
'The summary with another answer of this weight.';
COMMENT ON AGGREGATE survey_agg(numeric, float8) IS
'Summary of answers with weights: count, sum of weights and sum of squared weights for each integer score '
'from 0 to 100. NULL answers, NULL weights and weight 0 are ignored.';
COMMENT ON AGGREGATE nps_score(numeric, float8) IS
'Net promoter score of weighted answers from 0 to 10, in points from -100 to 100. NULL without answers.';
COMMENT ON FUNCTION survey_add(survey_summary, float8, float8) IS
'The summary with another answer of this weight.';
COMMENT ON AGGREGATE survey_agg(float8, float8) IS
'Summary of answers with weights: count, sum of weights and sum of squared weights for each integer score '
'from 0 to 100. NULL answers, NULL weights and weight 0 are ignored.';
COMMENT ON AGGREGATE nps_score(float8, float8) IS
'Net promoter score of weighted answers from 0 to 10, in points from -100 to 100. NULL without answers.';
COMMENT ON FUNCTION nps_se(survey_summary, text, integer, integer) IS
'Standard error of the net promoter score, in points. method: wald, t (divides by n - 1), '
'adjusted (Rocks 2016) or linearised (of a weighted mean). '
'With weights, n is Kish''s effective number of answers. NULL without answers.';
COMMENT ON FUNCTION nps_low(survey_summary, float8, text, integer, integer) IS
'Lower end of the confidence interval of the net promoter score, in points. '
'method: adjusted (adjusted Wald, Rocks 2016), wald or t. NULL without answers.';
COMMENT ON FUNCTION nps_high(survey_summary, float8, text, integer, integer) IS
'Upper end of the confidence interval of the net promoter score, in points. '
'method: adjusted (adjusted Wald, Rocks 2016), wald or t. NULL without answers.';
COMMENT ON FUNCTION nps_p(survey_summary) IS
'Two-sided p of the net promoter score against 0, that is, equally many promoters and detractors (z test). '
'NULL without answers, and when all answers fall in one category.';
COMMENT ON FUNCTION nps_diff(survey_summary, survey_summary) IS
'Net promoter score of a minus that of b, in points.';
COMMENT ON FUNCTION nps_diff_p(survey_summary, survey_summary) IS
'Two-sided p of the difference of two net promoter scores against 0 (z test).';
COMMENT ON FUNCTION nps_diff_low(survey_summary, survey_summary, float8) IS
'Lower end of the Wald interval of the difference of two net promoter scores, in points.';
COMMENT ON FUNCTION nps_diff_high(survey_summary, survey_summary, float8) IS
'Upper end of the Wald interval of the difference of two net promoter scores, in points.';
COMMENT ON FUNCTION category_test(survey_summary, survey_summary, integer, integer) IS
'Pearson''s chi-square test: do a and b have the same shares of detractors, passives and promoters?';
COMMENT ON FUNCTION nps_category(numeric) IS
'Category of an answer from 0 to 10: detractor (0 to 6), passive (7, 8) or promoter (9, 10).';
COMMENT ON FUNCTION nps_category(float8) IS
'Category of an answer from 0 to 10: detractor (0 to 6), passive (7, 8) or promoter (9, 10).';
COMMENT ON FUNCTION csat_add(survey_summary, numeric) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, numeric) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, float8) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, float8, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, float8, integer, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, float8) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_final(survey_summary) IS
'csat_score with the parameters that the summary holds: final function of the aggregate.';
COMMENT ON FUNCTION csat_score(survey_summary, integer, integer) IS
'Customer satisfaction score: share of answers that are among the top best of a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON AGGREGATE csat_score(numeric) IS
'Customer satisfaction score: share of answers 4 and 5 on a scale from 1 to 5, a fraction. NULL without answers.';
COMMENT ON AGGREGATE csat_score(numeric, integer) IS
'Customer satisfaction score: share of the two best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON AGGREGATE csat_score(numeric, integer, integer) IS
'Customer satisfaction score: share of the top best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON AGGREGATE csat_score(float8) IS
'Customer satisfaction score: share of answers 4 and 5 on a scale from 1 to 5, a fraction. NULL without answers.';
COMMENT ON AGGREGATE csat_score(float8, integer) IS
'Customer satisfaction score: share of the two best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON AGGREGATE csat_score(float8, integer, integer) IS
'Customer satisfaction score: share of the top best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON FUNCTION csat_mean(survey_summary, integer) IS
'Mean answer on a scale from 1 to scale. NULL without answers.';
COMMENT ON FUNCTION csat_index(survey_summary, integer) IS
'Mean answer, converted from a scale from 1 to scale to one from 0 to 100. NULL without answers.';
COMMENT ON FUNCTION ces_final(survey_summary) IS
'Customer effort score from 1 to 7: final function of the aggregate ces_score.';
COMMENT ON FUNCTION ces_score(survey_summary, integer) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to scale (very easy). NULL without answers.';
COMMENT ON FUNCTION ces_mean(survey_summary, integer) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to scale (very easy). NULL without answers.';
COMMENT ON FUNCTION ces_agree(survey_summary, integer) IS
'Customer effort: share of answers above the middle of the scale (5 to 7 of 7), a fraction. NULL without answers.';
COMMENT ON FUNCTION ces_net(survey_summary, integer) IS
'Customer effort: share of answers above the middle of the scale minus share below it, a fraction from -1 to 1. '
'NULL without answers.';
COMMENT ON AGGREGATE ces_score(numeric) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to 7 (very easy). NULL without answers.';
COMMENT ON AGGREGATE ces_score(float8) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to 7 (very easy). NULL without answers.';
COMMENT ON FUNCTION num_vals(survey_summary) IS
'Number of answers.';
COMMENT ON FUNCTION score_mean(survey_summary) IS
'Mean answer, weighted if there are weights. NULL without answers.';
COMMENT ON FUNCTION score_stddev(survey_summary) IS
'Sample standard deviation of the answers. NULL with fewer than two answers.';
COMMENT ON FUNCTION score_se(survey_summary) IS
'Standard error of the mean answer. With weights, n is Kish''s effective number of answers. '
'NULL with fewer than two answers.';
COMMENT ON FUNCTION score_mean_low(survey_summary, float8) IS
'Lower end of the confidence interval of the mean answer (Student''s t). NULL with fewer than two answers.';
COMMENT ON FUNCTION score_mean_high(survey_summary, float8) IS
'Upper end of the confidence interval of the mean answer (Student''s t). NULL with fewer than two answers.';
COMMENT ON FUNCTION distribution(survey_summary) IS
'One row for each score that was given: number of answers, and their share of all answers by weight, a fraction.';
COMMENT ON FUNCTION proportion_low(bigint, bigint, float8, text) IS
'Lower end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact, jeffreys, agresti or wald. NULL when n is 0.';
COMMENT ON FUNCTION proportion_low(survey_summary, integer, float8, text) IS
'Lower end of the confidence interval of the share of answers from threshold up, a fraction. '
'With weights, n is Kish''s effective number of answers. NULL without answers.';
COMMENT ON FUNCTION proportion_high(bigint, bigint, float8, text) IS
'Upper end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact, jeffreys, agresti or wald. NULL when n is 0.';
COMMENT ON FUNCTION proportion_high(survey_summary, integer, float8, text) IS
'Upper end of the confidence interval of the share of answers from threshold up, a fraction. '
'With weights, n is Kish''s effective number of answers. NULL without answers.';
COMMENT ON FUNCTION proportion_test(bigint, bigint, bigint, bigint, float8) IS
'Do two groups have the same share of successes? difference: share of a minus share of b, with its Wald interval. '
'chi_square and p: Pearson''s test without continuity correction. phi: effect size, with the sign of the difference.';
COMMENT ON FUNCTION odds_ratio(bigint, bigint, bigint, bigint, float8) IS
'Odds of success in a divided by that in b, with its confidence interval. '
'ln_se: standard error of the logarithm of the ratio. A ratio to 0 is NULL.';
COMMENT ON FUNCTION risk_ratio(bigint, bigint, bigint, bigint, float8) IS
'Share of success in a divided by that in b, with its confidence interval. '
'ln_se: standard error of the logarithm of the ratio. A ratio to 0 is NULL.';
COMMENT ON FUNCTION survey_sample_size(float8, float8, float8, bigint) IS
'Answers needed for a confidence interval of plus or minus margin. Margin and variance are on one scale: '
'for NPS as -1 to 1, 0.05 is 5 points and the variance is at most 1. '
'With population: drawn from it without repetition.';
COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'Field of a two by two matrix. labels[1]: x and y are high. labels[2]: only y is. labels[3]: neither is. '
'labels[4]: only x is. A value equal to its cut is high.';
COMMENT ON FUNCTION quadrant_by_rank(float8, float8, float8, text[]) IS
'Window function: quadrant in which the top share of the partition''s rows is high on each axis. '
'Rows with equal values are high together.';
COMMENT ON FUNCTION quantile_score(float8, integer, boolean, text) IS
'Window function: score from 1 to bins by the quantiles of the partition (those of percentile_cont). '
'The highest x scores highest; if descending, the lowest x does. Equal values score the same. '
'rule: quantile, or rfm for that of the R package rfm.';
COMMENT ON FUNCTION rfm_score(float8, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The shortest recency (time since the last purchase), the highest frequency and the highest monetary value '
'score highest.';
COMMENT ON FUNCTION cuts_add(held_rows, float8, integer) IS
'The state of cuts_agg with another value.';
COMMENT ON FUNCTION cuts_final(held_rows) IS
'Quantiles: final function of cuts_agg.';
COMMENT ON AGGREGATE cuts_agg(float8, integer) IS
'The bins - 1 quantiles of x (those of percentile_cont) that separate the bins. '
'Store them, and score later customers with bin_score.';
COMMENT ON FUNCTION bin_score(float8, float8[], boolean, text) IS
'Score of x by stored cuts: 1 plus the number of cuts below x. If descending, the lowest x scores highest. '
'Customers whose values the cuts were made from score as in quantile_score.';
COMMENT ON FUNCTION rfm_segment(integer, integer, integer) IS
'Named segment of RFM scores from 1 to 5, by the rules of the R package rfm, of which the first that fits decides: '
'Champions, Potential Loyalist, Loyal Customers, Promising, New Customers, Can''t Lose Them, At Risk, '
'Need Attention, About To Sleep, Lost, and Others when none fits.';
COMMENT ON FUNCTION rfm_segment(text) IS
'Named segment of an RFM score of three digits from 1 to 5, as rfm_score returns it.';

-- Clusters.
COMMENT ON TYPE kmeans_model IS
'Clusters of customers: centres, sizes and sums of squares, with origin and unit of each column. Text form: '
'v1 kmeans width [iterations,converged,standardised,n,total,origins,units] size,within,centre ...';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[]) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[], boolean) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_final(held_rows) IS
'Clusters of the rows: final function of kmeans_fit.';
COMMENT ON AGGREGATE kmeans_fit(float8[], integer) IS
'k-means clusters of rows of numbers (Lloyd''s algorithm). The first centres are drawn by k-means++ with seed 1. '
'Clusters are numbered in the order of their centres. The order of the rows does not matter.';
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean) IS
'k-means clusters of rows of numbers. standardise: each column is divided by its standard deviation first.';
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer) IS
'k-means clusters of rows of numbers. The first centres are drawn by k-means++ with this seed.';
COMMENT ON AGGREGATE kmeans_fit(float8[], float8[]) IS
'k-means clusters of rows of numbers, starting from these centres: an array with one row a centre.';
COMMENT ON AGGREGATE kmeans_fit(float8[], float8[], boolean) IS
'k-means clusters of rows of numbers, starting from these centres, with standardised columns if wanted.';
COMMENT ON FUNCTION kmeans_assign(kmeans_model, float8[]) IS
'Number of the nearest cluster, from 1. NULL when x contains NULL.';
COMMENT ON FUNCTION kmeans_distance(kmeans_model, float8[]) IS
'Euclidean distance from the nearest centre. For a standardised model it is in standard deviations.';
COMMENT ON FUNCTION simplified_silhouette(kmeans_model, float8[]) IS
'How well x fits its cluster, from 0 to 1: (b - a) / b. a is the distance from the nearest centre, '
'b that from the second nearest. Average it over customers to judge the model. NULL with one cluster.';
COMMENT ON FUNCTION kmeans_centres(kmeans_model) IS
'The clusters of a model. size: customers. within: sum of squared distances from the centre. '
'centre: in the units of the rows.';
COMMENT ON FUNCTION model_json(kmeans_model) IS
'A model as jsonb: clusters, columns, customers, standardised, iterations, converged, '
'sums of squares within, between and in total, centres.';
COMMENT ON FUNCTION silhouette(float8[], integer) IS
'Window function: silhouette (Rousseeuw 1987), from -1 to 1: (b - a) / max(a, b). a is the mean distance from the '
'rows of the same cluster, b that from the rows of the nearest other cluster. 0 for a row alone in its cluster. '
'The time grows with the square of the number of rows.';

-- migration_summary: who went from which segment to which, a Markov chain.
COMMENT ON TYPE migration_summary IS
'How many customers, or how much weight, went from which segment to which. Text form: v1 "from">"to":weight ...';
COMMENT ON FUNCTION migration_add(migration_summary, text, text) IS
'The summary with another customer.';
COMMENT ON FUNCTION migration_add(migration_summary, text, text, numeric) IS
'The summary with this weight added.';
COMMENT ON FUNCTION migration_merge(migration_summary, migration_summary) IS
'The customers of both summaries.';
COMMENT ON FUNCTION migration_pack(migration_summary) IS
'The summary in the form that is stored: final function of migration_agg.';
COMMENT ON AGGREGATE migration_agg(text, text) IS
'Summary of how many customers went from which segment to which. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE migration_agg(text, text, numeric) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'Rows with a NULL are ignored.';
COMMENT ON AGGREGATE rollup(migration_summary) IS
'The customers of all summaries, as if they had been counted at once.';
COMMENT ON FUNCTION migration_matrix(migration_summary) IS
'Every pair of segments. n: how many went. p: n as a fraction of all who were in from_segment. '
'A segment that nobody was seen to leave keeps its customers: p of staying is 1.';
COMMENT ON FUNCTION migration_stationary(migration_summary) IS
'Share of each segment in the long run, a fraction. NULL when it depends on where customers start.';
COMMENT ON FUNCTION migration_project(migration_summary, text[], float8[], integer) IS
'Expected number of customers in each segment after 0, 1, ... periods. '
'counts: how many customers are in segments now.';
COMMENT ON FUNCTION migration_absorption(migration_summary) IS
'Expected number of periods until customers of a segment enter one that is never left. NULL when that is not certain.';
COMMENT ON FUNCTION markov_clv(migration_summary, text[], float8[], float8, text) IS
'Lifetime value of a customer who is in the segment now (Pfeifer and Carraway 2000), in the currency of margins. '
'In each period they bring the margin of the segment that they are in. discount: rate per period, a fraction. '
'first: the first margin comes one period ahead (next) or at once (now).';
COMMENT ON FUNCTION mobility(migration_summary) IS
'Shorrocks index (1978): (segments - sum of the shares that stay) / (segments - 1). '
'0 when all customers stay, 1 when the next segment does not depend on the last. NULL with fewer than two segments.';
COMMENT ON FUNCTION minmax_score(float8, boolean) IS
'Window function: x on a scale from 0 (lowest of the partition) to 1 (highest). If descending, from 1 to 0. '
'NULL when all values are equal.';
COMMENT ON FUNCTION zscore(float8) IS
'Window function: distance of x from the mean of the partition, in sample standard deviations. '
'NULL when all values are equal.';
COMMENT ON FUNCTION ahp_weights(float8[]) IS
'Weights of indicators by the analytic hierarchy process (Saaty 1980). They add up to 1. '
'pairwise[i][j]: how many times as important indicator i is as indicator j.';
COMMENT ON FUNCTION ahp_consistency(float8[]) IS
'Consistency ratio of an AHP matrix (Saaty 1980): 0 without contradictions. Up to 0.1 is usually accepted.';
COMMENT ON FUNCTION entropy_add(held_rows, float8[]) IS
'The state of entropy_weights with another row.';
COMMENT ON FUNCTION entropy_merge(held_rows, held_rows) IS
'The rows of both states of entropy_weights.';
COMMENT ON FUNCTION entropy_final(held_rows) IS
'Entropy weights: final function of entropy_weights.';
COMMENT ON AGGREGATE entropy_weights(float8[]) IS
'Weights of indicators by the entropy method (Shannon 1948). They add up to 1. '
'An indicator weighs more the more it differs between customers. '
'x: the indicators of a customer, each 0 or more. NULL when no indicator differs.';
COMMENT ON FUNCTION topsis(float8[], float8[], boolean[]) IS
'Window function: closeness to the ideal, from 0 to 1 (Hwang and Yoon 1981): d / (d + e). '
'd is the distance from the worst value of every weighted indicator, e that from the best. '
'benefit: whether a higher value of the indicator is better. NULL when all rows are equal.';
-- drivers: what moves satisfaction, repurchase and profit

-- Least squares.
COMMENT ON TYPE ols_summary IS
'Means and co-moments of rows of y and up to 100 regressors, from which least squares follows. '
'Text form: v1 ols width [rows,weight] means rests co-moments ...';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[]) IS
'The summary with another row.';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[], float8) IS
'The summary with another row of this weight.';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8) IS
'The summary with another row.';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8, float8) IS
'The summary with another row.';
COMMENT ON FUNCTION ols_merge(ols_summary, ols_summary) IS
'The rows of both summaries.';
COMMENT ON AGGREGATE ols_agg(float8, float8[]) IS
'Summary for least squares of y on an array of regressors. '
'Read it with ols_coef, ols_predict, ols_what_if and driver_importance. Rows with a NULL are ignored. '
'Numerically stable: agrees with NIST''s certified Longley results to 10 digits, '
'also after adding 1e9 to every column.';
COMMENT ON AGGREGATE ols_agg(float8, float8[], float8) IS
'Summary for weighted least squares of y on an array of regressors. Rows with a NULL or weight 0 are ignored.';
COMMENT ON AGGREGATE ols_agg(float8, float8) IS
'Summary for least squares of y on one regressor. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE ols_agg(float8, float8, float8) IS
'Summary for least squares of y on two regressors. The third argument is not a weight: '
'for one regressor with a weight write ols_agg(y, ARRAY[x], weight). Rows with a NULL are ignored.';
COMMENT ON AGGREGATE rollup(ols_summary) IS
'The rows of all summaries, as if they had been collected at once.';
COMMENT ON FUNCTION ols_coef(ols_summary, float8, text[]) IS
'Coefficients of least squares: the constant and each regressor, with standard error, t, two-sided p, '
'confidence interval and variance inflation factor. terms: names for the regressors instead of x1, x2, ... '
'NULL for a regressor that is constant or a linear combination of those before it.';
COMMENT ON FUNCTION ols_r2(ols_summary) IS
'R squared: share of the variance of y that the regressors explain, a fraction. NULL where y does not vary.';
COMMENT ON FUNCTION ols_adj_r2(ols_summary) IS
'Adjusted R squared: R squared, corrected for the number of regressors. NULL where y does not vary.';
COMMENT ON FUNCTION ols_sigma(ols_summary) IS
'Residual standard deviation of least squares, in units of y. NULL without degrees of freedom.';
COMMENT ON FUNCTION ols_f(ols_summary) IS
'F statistic of least squares against a model with the constant only.';
COMMENT ON FUNCTION ols_f_p(ols_summary) IS
'p of the F statistic: the probability of one at least as large when no regressor has an effect.';
COMMENT ON FUNCTION model_json(ols_summary) IS
'Least squares as jsonb: rows, weight, regressors, rank, df, r2, adj_r2, sigma, f, p.';
COMMENT ON FUNCTION ols_predict(ols_summary, float8[]) IS
'Expected y at x.';
COMMENT ON FUNCTION ols_predict_low(ols_summary, float8[], float8, text) IS
'Lower end of the interval at x: of the mean of y (of => mean), or of a new observation (of => new).';
COMMENT ON FUNCTION ols_predict_high(ols_summary, float8[], float8, text) IS
'Upper end of the interval at x: of the mean of y (of => mean), or of a new observation (of => new).';
COMMENT ON FUNCTION ols_what_if(ols_summary, text, float8, float8, text[]) IS
'Change of y when term changes by delta and the other regressors stay as they are, with its confidence interval. '
'term: x1, x2, ..., or one of terms.';
COMMENT ON FUNCTION driver_importance(ols_summary, text, text[]) IS
'Importance of each regressor: its part of R squared, and that part as a share of the sum. '
'method: lmg (Shapley values, up to 20 regressors), first, last, betasq, pratt or johnson.';

-- Logistic regression.
COMMENT ON TYPE logit_model IS
'Logistic regression: estimates and their covariance. Text form: v1 logit width '
'[weight,iterations,converged,separated,log-likelihood,log-likelihood of the constant alone,rank] '
'estimate,aliased,covariances ...';
COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[]) IS
'The state of logit_agg with another row.';
COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[], float8) IS
'The state of logit_agg with another row of this weight.';
COMMENT ON FUNCTION logit_final(held_rows) IS
'Maximum likelihood fit: final function of logit_agg.';
COMMENT ON AGGREGATE logit_agg(boolean, float8[]) IS
'Logistic regression of y on an array of regressors, by maximum likelihood. Rows with a NULL are ignored. '
'A model without a finite estimate (separated data) says so in model_json and has no coefficients.';
COMMENT ON AGGREGATE logit_agg(boolean, float8[], float8) IS
'logit_agg with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON FUNCTION logit_coef(logit_model, float8, text[]) IS
'Coefficients of a logistic regression: the constant and each regressor, in log odds, with standard error, z, '
'two-sided p and confidence interval, and as odds ratios. terms: names for the regressors instead of x1, x2, ... '
'NULL without a finite estimate.';
COMMENT ON FUNCTION logit_predict(logit_model, float8[]) IS
'Probability of y at x. NULL without a finite estimate.';
COMMENT ON FUNCTION logit_loglik(logit_model) IS
'Log-likelihood of a logistic regression. NULL without a finite estimate.';
COMMENT ON FUNCTION logit_what_if(logit_model, float8[], text, float8, float8, text[]) IS
'Change of the probability of y at x when term changes by delta, with its confidence interval (delta method). '
'term: x1, x2, ..., or one of terms.';
COMMENT ON FUNCTION model_json(logit_model) IS
'Logistic regression as jsonb: weight, regressors, rank, iterations, converged, separated, log_likelihood, '
'null_deviance, deviance, aic, mcfadden_r2, coefficients, standard_errors, warnings.';
COMMENT ON FUNCTION spearman_add(held_rows, float8, float8) IS
'The state of spearman with another row.';
COMMENT ON FUNCTION spearman_final(held_rows) IS
'Rank correlation: final function of spearman.';
COMMENT ON AGGREGATE spearman(float8, float8) IS
'Spearman''s rank correlation (1904), from -1 to 1. Equal values share the mean of their ranks. '
'NULL where x or y is constant.';
COMMENT ON FUNCTION ses(float8, float8) IS
'Window function: simple exponential smoothing (Brown 1959), alpha * x + (1 - alpha) * previous result. '
'It begins with the first x. The result is also the forecast for all later rows.';
COMMENT ON FUNCTION holt(float8, float8, float8, integer) IS
'Window function: Holt''s linear trend (1957), level + ahead * trend after this row. '
'ahead 0 is the level, ahead 1 the forecast of the next row. It begins with level x2 and trend x2 - x1.';
-- compare: order and equality of stored types

-- Every stored type can be compared: values are equal when they hold the same, whichever way and version they came by.
-- The order is that of the bytes that are sent: total, and without a meaning of its own.  So DISTINCT, GROUP BY, UNION,
-- MERGE, IS DISTINCT FROM, indexes, hash partitions and REPLICA IDENTITY FULL work.

CREATE FUNCTION held_rows_cmp(a held_rows, b held_rows)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_cmp(held_rows, held_rows) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION held_rows_eq(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_eq(held_rows, held_rows) IS 'Function of the operator =.';

CREATE FUNCTION held_rows_ne(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_ne(held_rows, held_rows) IS 'Function of the operator <>.';

CREATE FUNCTION held_rows_lt(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_lt(held_rows, held_rows) IS 'Function of the operator <.';

CREATE FUNCTION held_rows_le(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_le(held_rows, held_rows) IS 'Function of the operator <=.';

CREATE FUNCTION held_rows_gt(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_gt(held_rows, held_rows) IS 'Function of the operator >.';

CREATE FUNCTION held_rows_ge(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_ge(held_rows, held_rows) IS 'Function of the operator >=.';

CREATE FUNCTION held_rows_hash(a held_rows)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_hash(held_rows) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION held_rows_hash_extended(a held_rows, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_hash_extended(held_rows, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (held_rows, held_rows) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (held_rows, held_rows) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (held_rows, held_rows) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (held_rows, held_rows) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (held_rows, held_rows) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (held_rows, held_rows) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS held_rows_ops DEFAULT FOR TYPE held_rows USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 held_rows_cmp(held_rows, held_rows);
COMMENT ON OPERATOR CLASS held_rows_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY held_rows_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS held_rows_ops DEFAULT FOR TYPE held_rows USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 held_rows_hash(held_rows),
	FUNCTION 2 held_rows_hash_extended(held_rows, bigint);
COMMENT ON OPERATOR CLASS held_rows_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY held_rows_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION abc_network_cmp(a abc_network, b abc_network)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_cmp(abc_network, abc_network) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION abc_network_eq(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_eq(abc_network, abc_network) IS 'Function of the operator =.';

CREATE FUNCTION abc_network_ne(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_ne(abc_network, abc_network) IS 'Function of the operator <>.';

CREATE FUNCTION abc_network_lt(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_lt(abc_network, abc_network) IS 'Function of the operator <.';

CREATE FUNCTION abc_network_le(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_le(abc_network, abc_network) IS 'Function of the operator <=.';

CREATE FUNCTION abc_network_gt(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_gt(abc_network, abc_network) IS 'Function of the operator >.';

CREATE FUNCTION abc_network_ge(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_ge(abc_network, abc_network) IS 'Function of the operator >=.';

CREATE FUNCTION abc_network_hash(a abc_network)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_hash(abc_network) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION abc_network_hash_extended(a abc_network, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_hash_extended(abc_network, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (abc_network, abc_network) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (abc_network, abc_network) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (abc_network, abc_network) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (abc_network, abc_network) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (abc_network, abc_network) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (abc_network, abc_network) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS abc_network_ops DEFAULT FOR TYPE abc_network USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 abc_network_cmp(abc_network, abc_network);
COMMENT ON OPERATOR CLASS abc_network_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY abc_network_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS abc_network_ops DEFAULT FOR TYPE abc_network USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 abc_network_hash(abc_network),
	FUNCTION 2 abc_network_hash_extended(abc_network, bigint);
COMMENT ON OPERATOR CLASS abc_network_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY abc_network_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION concentration_summary_cmp(a concentration_summary, b concentration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_cmp(concentration_summary, concentration_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION concentration_summary_eq(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_eq(concentration_summary, concentration_summary) IS 'Function of the operator =.';

CREATE FUNCTION concentration_summary_ne(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_ne(concentration_summary, concentration_summary) IS 'Function of the operator <>.';

CREATE FUNCTION concentration_summary_lt(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_lt(concentration_summary, concentration_summary) IS 'Function of the operator <.';

CREATE FUNCTION concentration_summary_le(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_le(concentration_summary, concentration_summary) IS 'Function of the operator <=.';

CREATE FUNCTION concentration_summary_gt(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_gt(concentration_summary, concentration_summary) IS 'Function of the operator >.';

CREATE FUNCTION concentration_summary_ge(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_ge(concentration_summary, concentration_summary) IS 'Function of the operator >=.';

CREATE FUNCTION concentration_summary_hash(a concentration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_hash(concentration_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION concentration_summary_hash_extended(a concentration_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_hash_extended(concentration_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (concentration_summary, concentration_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (concentration_summary, concentration_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (concentration_summary, concentration_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (concentration_summary, concentration_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (concentration_summary, concentration_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (concentration_summary, concentration_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS concentration_summary_ops DEFAULT FOR TYPE concentration_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 concentration_summary_cmp(concentration_summary, concentration_summary);
COMMENT ON OPERATOR CLASS concentration_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY concentration_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS concentration_summary_ops DEFAULT FOR TYPE concentration_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 concentration_summary_hash(concentration_summary),
	FUNCTION 2 concentration_summary_hash_extended(concentration_summary, bigint);
COMMENT ON OPERATOR CLASS concentration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY concentration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION purchase_history_cmp(a purchase_history, b purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_cmp(purchase_history, purchase_history) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION purchase_history_eq(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_eq(purchase_history, purchase_history) IS 'Function of the operator =.';

CREATE FUNCTION purchase_history_ne(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_ne(purchase_history, purchase_history) IS 'Function of the operator <>.';

CREATE FUNCTION purchase_history_lt(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_lt(purchase_history, purchase_history) IS 'Function of the operator <.';

CREATE FUNCTION purchase_history_le(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_le(purchase_history, purchase_history) IS 'Function of the operator <=.';

CREATE FUNCTION purchase_history_gt(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_gt(purchase_history, purchase_history) IS 'Function of the operator >.';

CREATE FUNCTION purchase_history_ge(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_ge(purchase_history, purchase_history) IS 'Function of the operator >=.';

CREATE FUNCTION purchase_history_hash(a purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_hash(purchase_history) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION purchase_history_hash_extended(a purchase_history, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_hash_extended(purchase_history, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (purchase_history, purchase_history) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (purchase_history, purchase_history) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (purchase_history, purchase_history) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (purchase_history, purchase_history) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (purchase_history, purchase_history) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (purchase_history, purchase_history) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS purchase_history_ops DEFAULT FOR TYPE purchase_history USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 purchase_history_cmp(purchase_history, purchase_history);
COMMENT ON OPERATOR CLASS purchase_history_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY purchase_history_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS purchase_history_ops DEFAULT FOR TYPE purchase_history USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 purchase_history_hash(purchase_history),
	FUNCTION 2 purchase_history_hash_extended(purchase_history, bigint);
COMMENT ON OPERATOR CLASS purchase_history_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY purchase_history_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION clv_model_cmp(a clv_model, b clv_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_cmp(clv_model, clv_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION clv_model_eq(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_eq(clv_model, clv_model) IS 'Function of the operator =.';

CREATE FUNCTION clv_model_ne(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_ne(clv_model, clv_model) IS 'Function of the operator <>.';

CREATE FUNCTION clv_model_lt(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_lt(clv_model, clv_model) IS 'Function of the operator <.';

CREATE FUNCTION clv_model_le(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_le(clv_model, clv_model) IS 'Function of the operator <=.';

CREATE FUNCTION clv_model_gt(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_gt(clv_model, clv_model) IS 'Function of the operator >.';

CREATE FUNCTION clv_model_ge(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_ge(clv_model, clv_model) IS 'Function of the operator >=.';

CREATE FUNCTION clv_model_hash(a clv_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_hash(clv_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION clv_model_hash_extended(a clv_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_hash_extended(clv_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (clv_model, clv_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (clv_model, clv_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (clv_model, clv_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (clv_model, clv_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (clv_model, clv_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (clv_model, clv_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS clv_model_ops DEFAULT FOR TYPE clv_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 clv_model_cmp(clv_model, clv_model);
COMMENT ON OPERATOR CLASS clv_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY clv_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS clv_model_ops DEFAULT FOR TYPE clv_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 clv_model_hash(clv_model),
	FUNCTION 2 clv_model_hash_extended(clv_model, bigint);
COMMENT ON OPERATOR CLASS clv_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY clv_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION survey_summary_cmp(a survey_summary, b survey_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_cmp(survey_summary, survey_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION survey_summary_eq(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_eq(survey_summary, survey_summary) IS 'Function of the operator =.';

CREATE FUNCTION survey_summary_ne(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_ne(survey_summary, survey_summary) IS 'Function of the operator <>.';

CREATE FUNCTION survey_summary_lt(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_lt(survey_summary, survey_summary) IS 'Function of the operator <.';

CREATE FUNCTION survey_summary_le(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_le(survey_summary, survey_summary) IS 'Function of the operator <=.';

CREATE FUNCTION survey_summary_gt(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_gt(survey_summary, survey_summary) IS 'Function of the operator >.';

CREATE FUNCTION survey_summary_ge(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_ge(survey_summary, survey_summary) IS 'Function of the operator >=.';

CREATE FUNCTION survey_summary_hash(a survey_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_hash(survey_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION survey_summary_hash_extended(a survey_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_hash_extended(survey_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (survey_summary, survey_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (survey_summary, survey_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (survey_summary, survey_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (survey_summary, survey_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (survey_summary, survey_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (survey_summary, survey_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS survey_summary_ops DEFAULT FOR TYPE survey_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 survey_summary_cmp(survey_summary, survey_summary);
COMMENT ON OPERATOR CLASS survey_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY survey_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS survey_summary_ops DEFAULT FOR TYPE survey_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 survey_summary_hash(survey_summary),
	FUNCTION 2 survey_summary_hash_extended(survey_summary, bigint);
COMMENT ON OPERATOR CLASS survey_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY survey_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION kmeans_model_cmp(a kmeans_model, b kmeans_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_cmp(kmeans_model, kmeans_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION kmeans_model_eq(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_eq(kmeans_model, kmeans_model) IS 'Function of the operator =.';

CREATE FUNCTION kmeans_model_ne(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_ne(kmeans_model, kmeans_model) IS 'Function of the operator <>.';

CREATE FUNCTION kmeans_model_lt(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_lt(kmeans_model, kmeans_model) IS 'Function of the operator <.';

CREATE FUNCTION kmeans_model_le(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_le(kmeans_model, kmeans_model) IS 'Function of the operator <=.';

CREATE FUNCTION kmeans_model_gt(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_gt(kmeans_model, kmeans_model) IS 'Function of the operator >.';

CREATE FUNCTION kmeans_model_ge(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_ge(kmeans_model, kmeans_model) IS 'Function of the operator >=.';

CREATE FUNCTION kmeans_model_hash(a kmeans_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_hash(kmeans_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION kmeans_model_hash_extended(a kmeans_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_hash_extended(kmeans_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (kmeans_model, kmeans_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (kmeans_model, kmeans_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (kmeans_model, kmeans_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (kmeans_model, kmeans_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (kmeans_model, kmeans_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (kmeans_model, kmeans_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS kmeans_model_ops DEFAULT FOR TYPE kmeans_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 kmeans_model_cmp(kmeans_model, kmeans_model);
COMMENT ON OPERATOR CLASS kmeans_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY kmeans_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS kmeans_model_ops DEFAULT FOR TYPE kmeans_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 kmeans_model_hash(kmeans_model),
	FUNCTION 2 kmeans_model_hash_extended(kmeans_model, bigint);
COMMENT ON OPERATOR CLASS kmeans_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY kmeans_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION migration_summary_cmp(a migration_summary, b migration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_cmp(migration_summary, migration_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION migration_summary_eq(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_eq(migration_summary, migration_summary) IS 'Function of the operator =.';

CREATE FUNCTION migration_summary_ne(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_ne(migration_summary, migration_summary) IS 'Function of the operator <>.';

CREATE FUNCTION migration_summary_lt(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_lt(migration_summary, migration_summary) IS 'Function of the operator <.';

CREATE FUNCTION migration_summary_le(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_le(migration_summary, migration_summary) IS 'Function of the operator <=.';

CREATE FUNCTION migration_summary_gt(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_gt(migration_summary, migration_summary) IS 'Function of the operator >.';

CREATE FUNCTION migration_summary_ge(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_ge(migration_summary, migration_summary) IS 'Function of the operator >=.';

CREATE FUNCTION migration_summary_hash(a migration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_hash(migration_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION migration_summary_hash_extended(a migration_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_hash_extended(migration_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (migration_summary, migration_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (migration_summary, migration_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (migration_summary, migration_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (migration_summary, migration_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (migration_summary, migration_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (migration_summary, migration_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS migration_summary_ops DEFAULT FOR TYPE migration_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 migration_summary_cmp(migration_summary, migration_summary);
COMMENT ON OPERATOR CLASS migration_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY migration_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS migration_summary_ops DEFAULT FOR TYPE migration_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 migration_summary_hash(migration_summary),
	FUNCTION 2 migration_summary_hash_extended(migration_summary, bigint);
COMMENT ON OPERATOR CLASS migration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY migration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION ols_summary_cmp(a ols_summary, b ols_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_cmp(ols_summary, ols_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION ols_summary_eq(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_eq(ols_summary, ols_summary) IS 'Function of the operator =.';

CREATE FUNCTION ols_summary_ne(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_ne(ols_summary, ols_summary) IS 'Function of the operator <>.';

CREATE FUNCTION ols_summary_lt(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_lt(ols_summary, ols_summary) IS 'Function of the operator <.';

CREATE FUNCTION ols_summary_le(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_le(ols_summary, ols_summary) IS 'Function of the operator <=.';

CREATE FUNCTION ols_summary_gt(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_gt(ols_summary, ols_summary) IS 'Function of the operator >.';

CREATE FUNCTION ols_summary_ge(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_ge(ols_summary, ols_summary) IS 'Function of the operator >=.';

CREATE FUNCTION ols_summary_hash(a ols_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_hash(ols_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION ols_summary_hash_extended(a ols_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_hash_extended(ols_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (ols_summary, ols_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (ols_summary, ols_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (ols_summary, ols_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (ols_summary, ols_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (ols_summary, ols_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (ols_summary, ols_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS ols_summary_ops DEFAULT FOR TYPE ols_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 ols_summary_cmp(ols_summary, ols_summary);
COMMENT ON OPERATOR CLASS ols_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY ols_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS ols_summary_ops DEFAULT FOR TYPE ols_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 ols_summary_hash(ols_summary),
	FUNCTION 2 ols_summary_hash_extended(ols_summary, bigint);
COMMENT ON OPERATOR CLASS ols_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY ols_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION logit_model_cmp(a logit_model, b logit_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_cmp(logit_model, logit_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION logit_model_eq(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_eq(logit_model, logit_model) IS 'Function of the operator =.';

CREATE FUNCTION logit_model_ne(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_ne(logit_model, logit_model) IS 'Function of the operator <>.';

CREATE FUNCTION logit_model_lt(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_lt(logit_model, logit_model) IS 'Function of the operator <.';

CREATE FUNCTION logit_model_le(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_le(logit_model, logit_model) IS 'Function of the operator <=.';

CREATE FUNCTION logit_model_gt(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_gt(logit_model, logit_model) IS 'Function of the operator >.';

CREATE FUNCTION logit_model_ge(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_ge(logit_model, logit_model) IS 'Function of the operator >=.';

CREATE FUNCTION logit_model_hash(a logit_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_hash(logit_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION logit_model_hash_extended(a logit_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_hash_extended(logit_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (logit_model, logit_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (logit_model, logit_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (logit_model, logit_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (logit_model, logit_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (logit_model, logit_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (logit_model, logit_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS logit_model_ops DEFAULT FOR TYPE logit_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 logit_model_cmp(logit_model, logit_model);
COMMENT ON OPERATOR CLASS logit_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY logit_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS logit_model_ops DEFAULT FOR TYPE logit_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 logit_model_hash(logit_model),
	FUNCTION 2 logit_model_hash_extended(logit_model, bigint);
COMMENT ON OPERATOR CLASS logit_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY logit_model_ops USING hash IS 'Hash of the bytes of the binary form.';

-- Arguments of existing functions that have other names now.
UPDATE pg_catalog.pg_proc SET proargnames = renamed.names::pg_catalog.text[]
FROM (VALUES
	('purchase_history_add(purchase_history, date, numeric)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, date, bigint)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, date, float8)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamp, numeric)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamp, bigint)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamp, float8)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamptz, numeric)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamptz, bigint)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamptz, float8)', '{history,at,amount}'),
	('purchase_history_pack(purchase_history)', '{history}')
) AS renamed(signature, names)
WHERE oid OPERATOR(pg_catalog.=) pg_catalog.to_regprocedure(renamed.signature)::pg_catalog.oid;
