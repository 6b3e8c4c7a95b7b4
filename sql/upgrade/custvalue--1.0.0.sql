\echo Use "CREATE EXTENSION custvalue" to load this file. \quit
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
-- profit: customer profit and its concentration

CREATE FUNCTION residual_income(profit numeric, capital numeric, rate numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION residual_income(numeric, numeric, numeric) IS
'profit less a charge of rate (a fraction for the same period) on capital, exact';

CREATE FUNCTION cumulative_share(value numeric)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_numeric'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION cumulative_share(value float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_float8'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION cumulative_share(numeric) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
COMMENT ON FUNCTION cumulative_share(float8) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
-- clv: lifetime value

CREATE FUNCTION clv(margin float8, retention float8, discount float8,
	periods integer DEFAULT NULL, first text DEFAULT 'next')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION clv(float8, float8, float8, integer, text) IS
'present value of a constant margin per period from a customer who stays with probability retention, discounted per period; over periods margins, NULL for no end; first margin one period ahead (next) or at once (now)';
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
'answers to one survey question: a count for each integer score from 0 to 100; text form "v1 score:count ..."';
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
-- segment: who is like whom

CREATE FUNCTION quadrant(x float8, y float8, x_cut float8 DEFAULT 0, y_cut float8 DEFAULT 0,
	labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'field of a two by two matrix: labels[1] when x and y are high, [2] when only y is, [3] when neither is, [4] when only x is; a value at its cut is high';
