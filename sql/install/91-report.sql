-- report: pictures

-- Charts as text: for psql, for cells of tables, for mails.
CREATE FUNCTION display_width(label text)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION display_width(text) IS
'The number of cells that a text takes in a terminal. Combining marks and format characters take 0, '
'Chinese, Japanese and Korean characters and most emoji 2, others 1 (Unicode, UAX #11). psql aligns by the same rule.';

CREATE FUNCTION bar(x float8, min float8, max float8, width integer DEFAULT 80)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION bar(float8, float8, float8, integer) IS
'A bar of block characters, in eighths of a cell. It has width cells where x is max or more, none where x is min or '
'less.';

CREATE FUNCTION heat_text(rates float8[])
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_text(float8[]) IS
'One character for each rate, from blank (below 0.2) to a full block (from 0.8 up), and a dot for NULL. Rates are from '
'0 to 1.';

CREATE FUNCTION axis_ticks(low float8, high float8, most integer DEFAULT 5)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION axis_ticks(float8, float8, integer) IS
'Round numbers that cover low to high in at most so many steps. The step is 1, 2 or 5 times a power of ten.';

CREATE FUNCTION axis_ticks(low date, high date, most integer DEFAULT 6)
RETURNS date[] AS 'MODULE_PATHNAME', 'axis_ticks_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION axis_ticks(date, date, integer) IS
'Round days within low to high, at most so many: each day, Mondays, every second Monday, first days of 1, 3 or 6 '
'months, or of 1, 2, 5, 10 ... years.';

CREATE FUNCTION svg_escape(label text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION svg_escape(text) IS
'The text for a text node or a quoted attribute of SVG, XML or HTML. '
'Line breaks become blanks, characters that XML forbids U+FFFD.';

CREATE FUNCTION svg_data_uri(svg text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION svg_data_uri(text) IS
'A chart as data:image/svg+xml;base64,... for image cells of BI tools and for <img>. '
'A chart without a background is given one, with colours for light and dark.';

-- chart_points: the marks of one chart.
COMMENT ON TYPE chart_points IS
'The marks of one chart, at most 5,000. A line with more keeps the lowest and the highest point of each column. '
'Text form: v1 kind axis level "name" ... / mark ...';

CREATE FUNCTION chart_points_merge(a chart_points, b chart_points)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION chart_points_merge(chart_points, chart_points) IS
'The marks of both. They must be of one kind of chart.';

CREATE FUNCTION chart_points_pack(state chart_points)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION chart_points_pack(chart_points) IS 'The form that is stored. Final function of its aggregates.';

CREATE AGGREGATE rollup(summary chart_points) (
	SFUNC = chart_points_merge, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(chart_points) IS 'One chart with the marks of all.';

-- for T S in float8/float8 date/date timestamp/timestamp timestamptz/timestamp
CREATE FUNCTION line_add(state chart_points, x {T}, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_{S}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, {T}, float8) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x {T}, y float8) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points({T}, float8) IS
'Points of a line, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

-- end
-- for T S L in float8/float8/text float8/float8/bigint date/date/text date/date/bigint timestamp/timestamp/text
--	timestamp/timestamp/bigint timestamptz/timestamp/text timestamptz/timestamp/bigint
CREATE FUNCTION line_add(state chart_points, x {T}, y float8, series {L})
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_{S}_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, {T}, float8, {L}) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x {T}, y float8, series {L}) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points({T}, float8, {L}) IS
'The same with several series in one chart. A row without x or series is left out.';

-- end
-- for T S in float8/float8 date/date timestamp/timestamp timestamptz/timestamp
CREATE FUNCTION step_add(state chart_points, x {T}, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_{S}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, {T}, float8) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x {T}, y float8) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points({T}, float8) IS
'Points of a line in steps, which holds its value until the next point, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

-- end
-- for T S L in float8/float8/text float8/float8/bigint date/date/text date/date/bigint timestamp/timestamp/text
--	timestamp/timestamp/bigint timestamptz/timestamp/text timestamptz/timestamp/bigint
CREATE FUNCTION step_add(state chart_points, x {T}, y float8, series {L})
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_{S}_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, {T}, float8, {L}) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x {T}, y float8, series {L}) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points({T}, float8, {L}) IS
'The same with several series in one chart. A row without x or series is left out.';

-- end
-- for T S in float8/float8 date/date timestamp/timestamp timestamptz/timestamp
CREATE FUNCTION band_add(state chart_points, x {T}, y float8, low float8, high float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_{S}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, {T}, float8, float8, float8) IS 'The state of band_points with another row.';

CREATE AGGREGATE band_points(x {T}, y float8, low float8, high float8) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points({T}, float8, float8, float8) IS
'Points of a line with an interval around it, for chart_svg. '
'Where y, low or high is NULL there is a gap; a row without x is left out. '
'timestamptz is read in UTC.';

-- end
-- for T S L in float8/float8/text float8/float8/bigint date/date/text date/date/bigint timestamp/timestamp/text
--	timestamp/timestamp/bigint timestamptz/timestamp/text timestamptz/timestamp/bigint
CREATE FUNCTION band_add(state chart_points, x {T}, y float8, low float8, high float8, series {L})
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_{S}_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, {T}, float8, float8, float8, {L}) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x {T}, y float8, low float8, high float8, series {L}) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points({T}, float8, float8, float8, {L}) IS
'The same with several series in one chart. A row without x or series is left out.';

-- end
CREATE FUNCTION survival_points_add(state chart_points, t float8, survival float8, low float8, high float8,
	at_risk float8, censored float8)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_points_add(chart_points, float8, float8, float8, float8, float8, float8) IS
'The state of survival_points with another row.';

CREATE AGGREGATE survival_points(t float8, survival float8, low float8, high float8, at_risk float8, censored float8) (
	SFUNC = survival_points_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_points(float8, float8, float8, float8, float8, float8) IS
'Points of a survival curve, such as the rows of km_curve, for chart_svg: steps from 1 at time 0, with the interval, a '
'tick where censored is above 0, and below the axis how many were at risk. '
'Where survival is NULL there is a gap, where low or high is NULL no interval; a row without t is left out.';

-- for L in text bigint
CREATE FUNCTION survival_points_add(state chart_points, t float8, survival float8, low float8, high float8,
	at_risk float8, censored float8, series {L})
RETURNS chart_points AS 'MODULE_PATHNAME', 'survival_points_add_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_points_add(chart_points, float8, float8, float8, float8, float8, float8, {L}) IS
'The state of survival_points with another row.';

CREATE AGGREGATE survival_points(t float8, survival float8, low float8, high float8, at_risk float8, censored float8,
	series {L}) (
	SFUNC = survival_points_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_points(float8, float8, float8, float8, float8, float8, {L}) IS
'The same with several series in one chart. A row without t or series is left out.';

-- end
-- for T S in float8/float8 date/date timestamp/timestamp timestamptz/timestamp
CREATE FUNCTION control_add(state chart_points, x {T}, y float8, center float8, low float8, high float8,
	signal boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'control_add_{S}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION control_add(chart_points, {T}, float8, float8, float8, float8, boolean) IS
'The state of control_points with another row.';

CREATE AGGREGATE control_points(x {T}, y float8, center float8, low float8, high float8, signal boolean) (
	SFUNC = control_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE control_points({T}, float8, float8, float8, float8, boolean) IS
'Points of a control chart, for chart_svg: the line of y, the centre and the limits in steps, and a diamond where '
'signal is true. Where y is NULL there is a gap, where center, low or high is NULL no line. A row without x is left '
'out. '
'timestamptz is read in UTC.';

-- end
-- for T S L in float8/float8/text float8/float8/bigint date/date/text date/date/bigint timestamp/timestamp/text
--	timestamp/timestamp/bigint timestamptz/timestamp/text timestamptz/timestamp/bigint
CREATE FUNCTION scatter_add(state chart_points, x {T}, y float8, label {L})
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_{S}_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, {T}, float8, {L}) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x {T}, y float8, label {L}) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points({T}, float8, {L}) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

-- end
-- for L in text bigint
CREATE FUNCTION bar_add(state chart_points, label {L}, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_add_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_add(chart_points, {L}, float8) IS 'The state of bar_points with another row.';

CREATE AGGREGATE bar_points(label {L}, value float8) (
	SFUNC = bar_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_points({L}, float8) IS
'Bars with labels, for chart_svg: the largest first, or in the order that its options say. NULL is left out.';

CREATE FUNCTION waterfall_add(state chart_points, place float8, label {L}, amount float8, kind text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'waterfall_add_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION waterfall_add(chart_points, float8, {L}, float8, text) IS
'The state of waterfall_points with another row.';

CREATE AGGREGATE waterfall_points(place float8, label {L}, amount float8, kind text) (
	SFUNC = waterfall_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE waterfall_points(float8, {L}, float8, text) IS
'Steps from one total to another, for chart_svg. place: their order. kind: delta or total. '
'A total without amount is the sum so far; one with another amount is an error. '
'A row without place, label or kind is left out, and a delta without amount.';

CREATE FUNCTION flow_add(state chart_points, source {L}, target {L}, amount float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'flow_add_{L}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION flow_add(chart_points, {L}, {L}, float8) IS 'The state of flow_points with another row.';

CREATE AGGREGATE flow_points(source {L}, target {L}, amount float8) (
	SFUNC = flow_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE flow_points({L}, {L}, float8) IS
'Flows from a source to a target, for chart_svg: a Sankey diagram. Rows of one source and target add up. '
'Flows in a cycle are an error when it is drawn. NULL is left out.';

-- end
-- for Y X in text/text text/bigint bigint/text bigint/bigint
CREATE FUNCTION heat_add(state chart_points, y_label {Y}, x_label {X}, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_{Y}_{X}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, {Y}, {X}, float8) IS 'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label {Y}, x_label {X}, value float8) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points({Y}, {X}, float8) IS
'Cells of rows and columns, for chart_svg: such as cohorts, periods and rates. '
'Where value is NULL the cell is blank; a row without labels is left out.';

-- end
-- for Y X in text/text text/bigint bigint/text bigint/bigint
CREATE FUNCTION heat_add(state chart_points, y_label {Y}, x_label {X}, value float8, complete boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_{Y}_{X}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, {Y}, {X}, float8, boolean) IS
'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label {Y}, x_label {X}, value float8, complete boolean) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points({Y}, {X}, float8, boolean) IS
'The same with cells that are hatched where complete is false: such as periods that are not over for all of a cohort.';

-- end
CREATE FUNCTION histogram_add(state chart_points, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION histogram_add(chart_points, float8) IS 'The state of histogram_points with another row.';

CREATE AGGREGATE histogram_points(value float8) (
	SFUNC = histogram_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE histogram_points(float8) IS
'Values counted for a histogram, for chart_svg. Beyond 5,000 distinct values they are counted in bins finer than those '
'drawn. NULL is left out.';

CREATE FUNCTION histogram_text(points chart_points)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION histogram_text(chart_points) IS
'A histogram as text, one line a bin. Final function of histogram_chart.';

CREATE AGGREGATE histogram_chart(value float8) (
	SFUNC = histogram_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = histogram_text, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE histogram_chart(float8) IS
'A histogram as text, one line a bin. Bins are of round width, closed below and open above, the last one closed.';

-- In the order of their rows, as ORDER BY in the call says: these two have no parallel plans.
CREATE FUNCTION sparkline_text(points chart_points)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION sparkline_text(chart_points) IS 'A sparkline. Final function of sparkline.';

CREATE FUNCTION bar_chart_text(points chart_points)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION bar_chart_text(chart_points) IS 'A bar chart as text. Final function of bar_chart.';

CREATE FUNCTION sparkline_add(state chart_points, x float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'sparkline_add'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sparkline_add(chart_points, float8) IS 'The state of sparkline with another row.';

CREATE AGGREGATE sparkline(x float8) (
	SFUNC = sparkline_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = sparkline_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sparkline(float8) IS
'A line of block characters, one for each row, from the lowest to the highest value: sparkline(x ORDER BY t). '
'NULL is a blank. At most 5,000 rows.';

-- for L V in text/numeric text/bigint text/float8 text/real bigint/numeric bigint/bigint bigint/float8 bigint/real
CREATE FUNCTION bar_chart_add(state chart_points, label {L}, value {V})
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_{L}_{V}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, {L}, {V}) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label {L}, value {V}) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart({L}, {V}) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label {L}, value {V}, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_{L}_{V}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, {L}, {V}, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label {L}, value {V}, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart({L}, {V}, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

-- end
-- Charts as SVG.
CREATE FUNCTION chart_svg(points chart_points, options jsonb DEFAULT '{}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION chart_svg(chart_points, jsonb) IS
'The chart as SVG, with a description that says the finding in words. '
'Options: title, description, width, height, background, colors, x_label, y_label, y_min, y_max, percent, limits, '
'mark, diagonal, x_cut, y_cut, quadrants, labels, order, sort, top, bins. Unknown ones are an error. Without rows it '
'says "no data".';

CREATE FUNCTION report_html(title text, body text[])
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION report_html(text, text[]) IS
'One page that needs nothing else: for light and dark, for phones and for paper. Parts of the body are charts of '
'chart_svg, tables (JSON arrays of objects, as json_agg makes them), headings that begin with "# ", and texts. NULL is '
'left out.';
