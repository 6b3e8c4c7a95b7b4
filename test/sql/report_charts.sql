-- chart_points and chart_svg: coordinates to the character (reference P6 to P9), rules, properties, hostile labels.
CREATE FUNCTION paths(svg text) RETURNS SETOF text LANGUAGE sql AS $$ SELECT m[1]
FROM regexp_matches(svg, ' d="(M[^"]*[LCVZ][^"]*)"', 'g') AS m $$;
CREATE FUNCTION rectangles(svg text) RETURNS SETOF text LANGUAGE sql AS
	$$ SELECT array_to_string(m, ' ')
FROM regexp_matches(svg, '<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"', 'g') AS m $$;
CREATE FUNCTION finding(svg text) RETURNS text LANGUAGE sql AS $$ SELECT (regexp_match(svg, '<desc>(.*)</desc>'))[1] $$;
CREATE FUNCTION labels(svg text) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(m[1], '|')
FROM regexp_matches(svg, '<text[^>]*>([^<]*)<', 'g') AS m $$;

-- P6: a line, a whale curve, survival in steps, a band with a gap.
SELECT chart_svg(line_points(x, y)) FROM (VALUES (0, 0), (1, 37), (2, 66), (3, 100)) AS t(x, y);
SELECT paths(chart_svg(line_points(x, y))) FROM (VALUES (0, 0), (1, 1.091413559322), (2, 1.431508474576), (3, 1))
	AS t(x, y);
SELECT paths(chart_svg(step_points(t, s), '{"y_min": 0}'))
FROM (VALUES (0, 1::float8), (6, 18 / 21.0), (7, 18 / 21.0 * 16 / 17), (10, 18 / 21.0 * 16 / 17 * 14 / 15), (35, NULL))
	AS c(t, s);
SELECT paths(chart_svg(band_points(x, y, low, high)))
FROM (VALUES (0, 10, 5, 15), (1, 20, 12, 28), (2, NULL, NULL, NULL), (3, 30, 25, 35), (4, 28, 20, 36))
	AS t(x, y, low, high);
-- A gap, a lone point, points in any order.
SELECT paths(svg), svg ~ '<circle cx="433.33" cy="20" ' AS lone_point_is_a_dot
FROM (SELECT chart_svg(line_points(x, y ORDER BY -x)) AS svg
	FROM (VALUES (0, 0), (1, 50), (2, NULL), (4, 100), (5, NULL), (6, 30)) AS t(x, y)) AS s;
-- Rounding is that of the decimals, half away from zero.
SELECT paths(chart_svg(line_points(x, y))) FROM (VALUES (0, 0), (5, 2.675), (560, 360)) AS t(x, y);

-- Survival from 1 at time 0, also where somebody left at once; with its interval, who is censored and who is at risk.
SELECT paths(svg), NULL FROM (SELECT chart_svg(survival_points(t, s, low, high, n, c)) AS svg
	FROM (VALUES (2, .75, .5, 1, 8, 0), (4, .5, .25, .75, 6, 1), (8, .5, .25, .75, 2, 2)) AS t(t, s, low, high, n,
		c)) AS c
UNION ALL SELECT labels(svg), finding(svg) FROM (
	SELECT chart_svg(survival_points(t, s, low, high, n, c)) AS svg
	FROM (VALUES (2, .75, .5, 1, 8, 0), (4, .5, .25, .75, 6, 1), (8, .5, .25, .75, 2, 2)) AS t(t, s, low, high, n,
		c)) AS c;
SELECT paths(chart_svg(survival_points(t, s, NULL, NULL, NULL, NULL))) FROM (VALUES (0, .5), (5, .25)) AS t(t, s);
SELECT labels(chart_svg(survival_points(t, 1 - t / 4.0, 0, NULL, 10 * k - t, 0, name))) AS labels
FROM generate_series(1, 4) AS t, (VALUES ('a', 10), ('b', 20)) AS s(name, k);
SELECT survival_points(-1, .5, 0, 1, 5, 0);
SELECT survival_points(1, 50, 0, 1, 5, 0);
SELECT survival_points(1, .5, 1, 0, 5, 0);
SELECT survival_points(1, .5, 0, 1, 'NaN', 0);
SELECT survival_points(1, .5, 0, 1, 5, -1);
-- The last level that is there stands at the right; a step changes half way, a diamond is a signal.
SELECT paths(svg), NULL FROM (SELECT chart_svg(control_points(x, y, 5, low, high, y > high)) AS svg
	FROM (VALUES (0, 6, 2, 8), (2, 9, 2, 8), (4, NULL, 1, 9), (8, 4, 1, NULL)) AS t(x, y, low, high)) AS c
UNION ALL SELECT labels(svg), finding(svg) FROM (
	SELECT chart_svg(control_points(x, y, 5, low, high, y > high)) AS svg
	FROM (VALUES (0, 6, 2, 8), (2, 9, 2, 8), (4, NULL, 1, 9), (8, 4, 1, NULL)) AS t(x, y, low, high)) AS c;
SELECT finding(chart_svg(control_points('2024-01-01'::date + i, i, 5, NULL, NULL, i > 4)))
	FROM generate_series(1, 9) AS i;
SELECT finding(chart_svg(control_points(1, 2, NULL, NULL, NULL, NULL)));
-- Beyond 200 points there are no dots but of a lone point; limits of the options are drawn; no path is empty.
SELECT count(*) FILTER (WHERE m[1] = 'circle') AS dots, count(*) FILTER (WHERE m[1] <> 'circle') AS diamonds
FROM (SELECT chart_svg(control_points(i, CASE WHEN i NOT IN (100, 102) THEN i % 7 END, 3, 0, 6, i = 150)) AS svg
	FROM generate_series(1, 300) AS i) AS c, regexp_matches(svg, '<(circle|path fill="#D55E00")', 'g') AS m;
SELECT labels(chart_svg(control_points(i, i, NULL, NULL, NULL, NULL), '{"limits": [2.5]}')) AS labels
FROM generate_series(1, 4) AS i;
SELECT bool_or(svg ~ ' d=""') AS empty
FROM (SELECT chart_svg(control_points(1, NULL, NULL, NULL, NULL, NULL)) AS svg
	UNION ALL SELECT chart_svg(survival_points(1, NULL, NULL, NULL, NULL, NULL))
	UNION ALL SELECT chart_svg(control_points(i, i, NULL, 1, NULL, true)) FROM generate_series(1, 2) AS i) AS c;
SELECT control_points(1, 2, 3, 4, 1, true);

-- Texts of equal points and of limits that are close stand once; seconds where there are some.
SELECT labels(chart_svg(line_points(i, i, 's' || j), '{"mark": "max", "limits": [2, 2.01]}')) AS labels
FROM generate_series(1, 3) AS i, generate_series(1, 3) AS j;
SELECT finding(chart_svg(line_points(t, extract(second FROM t)::float8)))
FROM generate_series('2024-01-01 10:00'::timestamp, '2024-01-01 10:00:50', '10 s') AS t;

-- P7: a waterfall.
WITH w AS (SELECT chart_svg(waterfall_points(place, label, amount, kind)) AS svg
	FROM (VALUES (1, 'Margin', 4400, 'total'), (2, 'Setup', -820, 'delta'),
	(3, 'Shipping', -1180, 'delta'), (4, 'Rebate', 150, 'delta'), (5, 'Profit', NULL, 'total'))
	AS t(place, label, amount, kind))
SELECT rectangles(svg), NULL FROM w UNION ALL SELECT labels(svg), finding(svg) FROM w;
-- Through zero, of no height, of losses only.
SELECT rectangles(chart_svg(waterfall_points(place, label, amount, kind)))
FROM (VALUES (1, 'a', 10, 'total'), (2, 'b', -30, 'delta'), (3, 'c', NULL, 'total')) AS t(place, label, amount, kind);
SELECT chart_svg(waterfall_points(1, 'nothing', 0, 'delta')) ~ 'stroke-width="2" d="M116 380h448"' AS is_a_line;

-- Incomplete cells are hatched, with and without a value.
SELECT left((regexp_match(svg, 'stroke-opacity="[.]3" d="([^"]*)"'))[1], 60) AS hatch,
	svg ~ 'font-style="italic">20 %<' AS italic,
	finding(svg), labels(svg)
FROM (SELECT chart_svg(heat_points(row, x, v, complete), '{"percent": true}') AS svg
	FROM (VALUES ('a', 1, .5, true), ('a', 2, .2, false), ('b', 1, NULL, false), ('b', 2, .1, NULL)) AS t(row, x, v,
		complete))
	AS c;

-- P8: flows, in the order of what comes in; and heights are equal on both sides.
CREATE TABLE flow (n integer, source text, target text, amount numeric);
INSERT INTO flow VALUES (1, 'wages', 'setup', 300), (2, 'wages', 'ship', 300), (3, 'rent', 'setup', 100),
	(4, 'rent', 'ship', 200), (5, 'IT', 'setup', 50),
	(6, 'IT', 'ship', 50), (7, 'setup', 'P1', 250), (8, 'setup', 'P2', 150), (9, 'setup', 'P3', 50),
	(10, 'ship', 'P1', 250), (11, 'ship', 'P2', 200), (12, 'ship', 'P3', 100);
CREATE VIEW sankey AS SELECT chart_svg(flow_points(source, target, amount)) AS svg FROM flow;
SELECT rectangles(svg) FROM sankey ORDER BY 1;
SELECT m[1] AS link, m[2] AS width FROM sankey,
	regexp_matches(svg, '<path d="(M[^"]*)" stroke-width="([^"]*)"', 'g') AS m;
SELECT labels(svg), finding(svg) FROM sankey;
CREATE FUNCTION heights(svg text) RETURNS TABLE (x text, height numeric) LANGUAGE sql AS
	$$ SELECT m[1], sum(m[2]::numeric)
FROM regexp_matches(svg, '<rect x="([^"]*)" y="[^"]*" width="16" height="([^"]*)"', 'g') AS m GROUP BY 1 $$;
SELECT setseed(0.1);
SELECT bool_and(low = high AND n = 2) AS both_sides_are_as_high FROM (
	SELECT i, count(*) AS n, round(min(height), 0) AS low, round(max(height), 0) AS high
	FROM (SELECT i, chart_svg(flow_points('s' || s, 't' || t, round((random() * 1000)::numeric, 2))) AS svg
		FROM generate_series(1, 20) AS i, generate_series(1, 5) AS s, generate_series(1, 5) AS t GROUP BY i) AS c,
			heights(svg) GROUP BY i) AS h;

-- P9: cells of a heat map; the root; a hostile label; no data, one point, all equal, all negative.
SELECT m[1] AS opacity FROM (SELECT chart_svg(heat_points('r', x, rate)) AS svg
	FROM (VALUES (1, 0), (2, .25), (3, 1 / 3.), (4, .5), (5, 1)) AS t(x, rate)) AS s,
	regexp_matches(svg, '<path fill-opacity="([^"]*)"', 'g') AS m;
SELECT labels(chart_svg(heat_points(c, p, r), '{"percent": true}')),
	finding(chart_svg(heat_points(c, p, r), '{"percent": true}'))
FROM (VALUES ('2024-01', 0, 1), ('2024-01', 1, .25), ('2024-01', 10, .5), ('2024-02', 0, 1), ('2024-02', 1, NULL))
	AS t(c, p, r);
SELECT left(svg, 200) AS root, labels(svg)
FROM (SELECT chart_svg(bar_points('</text><script>alert(1)</script>', 5), '{"title": "<&\">"}') AS svg) AS s;
SELECT labels(chart_svg('v1')), labels(chart_svg(line_points(1, 5))), labels(chart_svg(line_points(x, -0.001))),
	finding(chart_svg(line_points(x, NULL)))
FROM generate_series(1, 3) AS x;
SELECT labels(chart_svg(bar_points(l, v))), finding(chart_svg(bar_points(l, v)))
FROM (VALUES ('a', -1.5), ('b', -20000), ('c', 0)) AS t(l, v);
SELECT labels(chart_svg(bar_points(i, 100 - i), '{"top": 4}')), finding(chart_svg(bar_points(i, 100 - i), '{"top": 4}'))
FROM generate_series(1, 102) AS i;
SELECT labels(chart_svg(histogram_points(x))), finding(chart_svg(histogram_points(x)))
FROM unnest('{3,7,8,12,15,15,18,21,22,24,27,31,33,38,41,52,58,77}'::integer[]) AS x;
SELECT labels(chart_svg(histogram_points(x))), finding(chart_svg(histogram_points(x)))
FROM (SELECT i % 100 AS x FROM generate_series(1, 1000) AS i UNION ALL VALUES (5000), (7000)) AS v;
SELECT labels(svg), finding(svg)
FROM (SELECT chart_svg(scatter_points(x, y, l),
	'{"x_cut": 5, "y_cut": 0, "quadrants": ["Stars", "Hostages", "Lost", "Riders"]}') AS svg
	FROM (VALUES (9, 100, 'Ada'), (5, 0, 'on both cuts'), (2, -50, 'Ben'), (8, -1, NULL)) AS t(x, y, l)) AS s;

-- Time: days, instants in UTC, and their labels.
SELECT labels(chart_svg(line_points(d::date, 1, s)))
FROM generate_series('2025-01-05'::date, '2025-06-20', '1 day') AS d, unnest(ARRAY['b', 'a']) AS s;
SELECT line_points(t, 1) FROM (VALUES ('2024-03-31 03:00+02'::timestamptz), ('2024-03-31 01:30Z')) AS v(t);
SELECT labels(chart_svg(line_points(t, 1)))
FROM generate_series('2024-03-31 01:00'::timestamp, '2024-03-31 12:30', '10 minutes') AS t;
-- Series are numbers in their own order; an order may be asked for; a lost one does not matter.
SELECT labels(chart_svg(line_points(x, s, s))), labels(chart_svg(line_points(x, s, s), '{"order": ["10", "nobody"]}'))
FROM generate_series(1, 2) AS x, unnest('{10,9,100}'::bigint[]) AS s;

-- The same bytes for the same data in another order, split and merged, and through text and binary forms.
CREATE TABLE point AS SELECT i, (i * 7919 % 100003) / 7.0::float8 AS x,
	CASE WHEN i % 101 > 0 THEN (i * 31 % 977)::float8 END AS y, 's' || i % 3 AS s FROM generate_series(1, 60000) AS i;
CREATE TABLE part AS SELECT i % 7 AS k, line_points(x, y, s) AS line, step_points(x, y) AS step,
	histogram_points(y * x) AS histogram,
	scatter_points(x, y, s) FILTER (WHERE i < 4000) AS scatter FROM point GROUP BY 1;
WITH merged AS MATERIALIZED (SELECT rollup(line ORDER BY k) AS line, rollup(step ORDER BY -k) AS step,
	rollup(histogram) AS histogram, rollup(scatter) AS scatter FROM part),
	at_once AS MATERIALIZED (SELECT line_points(x, y, s ORDER BY y, x) AS line, step_points(x, y ORDER BY -x) AS step,
		histogram_points(y * x ORDER BY i) AS histogram,
		scatter_points(x, y, s ORDER BY s, x) FILTER (WHERE i < 4000) AS scatter FROM point)
SELECT m.line = a.line AS line, m.step = a.step AS step, m.histogram = a.histogram AS histogram,
	m.scatter = a.scatter AS scatter,
	m.line::text::chart_points::text = m.line::text AS text, chart_svg(m.line) = chart_svg(a.line) AS picture
FROM merged AS m, at_once AS a;
-- A line of many points keeps the lowest and the highest, and its gaps.
SELECT count(*) BETWEEN 1000 AND 5000 AS few, bool_or(m LIKE '%,-,-') AS gaps, bool_or(m LIKE '%,0,-') AS lowest,
	bool_or(m LIKE '%,976,-') AS highest
FROM (SELECT step_points(x, y)::text AS l FROM point) AS s,
	regexp_split_to_table(substr(l, strpos(l, '/') + 2), ' ') AS m;

-- Sizes: an SVG of 100 points is at most 12 kB.
SELECT octet_length(chart_svg(line_points(i, i * i))) < 12288 AS line,
	octet_length(chart_svg(scatter_points(i, i * i, 'Customer ' || i))) < 12288 AS scatter,
	octet_length(chart_svg(bar_points('Customer ' || i, i * i), '{"top": 100}')) < 12288 AS bars,
	octet_length(chart_svg(heat_points(i / 10, i % 10, i / 100.0))) < 12288 AS heat,
	octet_length(chart_svg(waterfall_points(i, 'Step ' || i, i, 'delta'))) < 20480 AS waterfall,
	octet_length(chart_svg(histogram_points(i))) < 12288 AS histogram
FROM generate_series(0, 99) AS i;

-- 1,000 hostile labels stay text, in every chart.
CREATE TABLE hostile AS SELECT i,
	(ARRAY['</text><script>alert(1)</script>', '"><image href="http://x"/>', '<foreignObject>', '&#x3c;b>', ']]>',
	'<!--', E'\x01\x02\r\n\t', U&'\202E\202Dx',
	'a' || repeat(U&'\0301', 10000), '''onload=''x', '%s%n', repeat('长', 500), '&amp;', U&'\FFFF', '<?xml',
	'javascript:alert(1)'])[1 + i % 16] || i AS label FROM generate_series(1, 1000) AS i;
CREATE TABLE picture AS
SELECT chart_svg(bar_points(label, i), '{"top": 1000}') AS svg FROM hostile
UNION ALL SELECT chart_svg(scatter_points(i, i % 37, label), '{"labels": 200}') FROM hostile
UNION ALL SELECT chart_svg(heat_points(label, label, i)) FROM hostile
UNION ALL SELECT chart_svg(flow_points(label, 'end', i)) FROM hostile WHERE i <= 900
UNION ALL SELECT chart_svg(line_points(i % 20, i, label)) FROM hostile
UNION ALL SELECT chart_svg(waterfall_points(i, label, i, 'delta')) FROM hostile
UNION ALL SELECT chart_svg(line_points(1, 2),
	jsonb_build_object('title', label, 'x_label', label, 'y_label', label, 'description', label)) FROM hostile
WHERE label !~ U&'\FFFF' GROUP BY label;
SELECT count(*), bool_and(regexp_replace(svg, '"[^"]*"', '', 'g')
	!~* '<(script|foreignObject|image|!|\?)|<[^>]*\s(href|on\w+|style|id)=') AS safe,
	bool_and(svg !~ U&'[\0001-\0008\000B\000C\000E-\001F\FFFE\FFFF]') AS allowed,
	max(octet_length(svg)) < 2000000 AS small FROM picture;
-- report_html takes them as charts: so elements, attributes and references are those that are known, and closed.
SELECT length(report_html('all', array_agg(svg))) > 100000 AS page FROM picture;

-- What is refused.
SELECT chart_svg('v1', '{"titel": "x"}');
SELECT chart_svg('v1', '[1]');
SELECT chart_svg('v1', '{"width": 12}');
SELECT chart_svg('v1', '{"background": "url(http://x)"}');
SELECT chart_svg('v1', '{"colors": ["red", "#12345"]}');
SELECT chart_svg('v1', '{"mark": "maximum"}');
SELECT chart_svg('v1', '{"quadrants": ["a"]}');
SELECT chart_svg('v1', '{"percent": 1}');
SELECT chart_svg('v1', '{"limits": [1, "2"]}');
SELECT chart_svg('v1', '{"title": null, "limits": [], "percent": false}') LIKE '<svg%' AS fine;
SELECT bar_points('Ada', 'NaN');
SELECT bar_points(7, 'Infinity');
SELECT heat_points('row', 'column', 'NaN');
SELECT line_points(1e301, 1);
SELECT line_points('infinity'::date, 1);
SELECT band_points(1, 2, 3, 1);
SELECT waterfall_points(1, 'a', 1, 'sum');
SELECT flow_points('a', 'b', -1);
SELECT chart_svg(waterfall_points(place, label, amount, kind))
FROM (VALUES (1, 'Revenue', 10, 'total'), (2, 'Cost', -3, 'delta'), (3, 'Profit', 6, 'total'))
	AS t(place, label, amount, kind);
SELECT chart_svg(flow_points(s, t, 1)) FROM (VALUES ('a', 'b'), ('b', 'c'), ('c', 'a')) AS f(s, t);
SELECT chart_svg(flow_points('a', 'a', 1));
SELECT chart_svg(heat_points('r', 'c', x)) FROM generate_series(1, 2) AS x;
SELECT bar_points(i, i) FROM generate_series(1, 20000) AS i;
SELECT rollup(p) FROM (VALUES ('v1 line date - / 0,1,-'::chart_points), ('v1 bar number - "a" / 0,1')) AS t(p);
SELECT rollup(p) FROM (VALUES ('v1 line date - / 0,1,-'::chart_points), ('v1 line number - / 0,1,-')) AS t(p);
SELECT 'v2'::chart_points;
SELECT 'v1 pie number - /'::chart_points;
SELECT 'v1 line number - "a" / 1,2,1'::chart_points;
SELECT 'v1 bar number - "a" / 0,-'::chart_points;
SELECT 'v1 line number - / 1,1e301,-'::chart_points;
SELECT 'v1 line number - "a" "a" / 1,1,0'::chart_points;
SELECT 'v1 band number - / 1,1,2,1,-'::chart_points;
SELECT 'v1 band number - / 1,1,2,-,-'::chart_points;
SELECT 'v1 heat number - "a" / 0,0,1,2'::chart_points;
SELECT 'v1 survival number - / 1,2,-,-,5,0,-'::chart_points;
SELECT 'v1 control number - / 1,2,-,-,5,-1'::chart_points;

-- Pages.
\pset format unaligned
SELECT report_html('A & B', ARRAY['One paragraph with <b>.', '# Heading', NULL, E'two\nlines  <',
	'[{"segment": "Gold <1>", "nps": 42, "note": null}, {"segment": "a\u003cb\"\\", "nps": -3.5, "note": "x"}]',
	'[not a table]', '[{"a": 1}, {"b": 1, "c": 2}]', '']);
\pset format aligned
SELECT report_html('chart', ARRAY[chart_svg('v1'), '[{"n": 1}]'])
	~ '<figure><svg .*</svg></figure>\s<details><summary>Numbers</summary><div><table>' AS folded;
SELECT report_html('x', ARRAY['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>']);
SELECT report_html('x', ARRAY['fine', '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>']);
SELECT report_html('x', ARRAY['<svg fill="url(#x)"></svg>']);
SELECT report_html('x', ARRAY['<svg viewBox="0 0 1 1"></svg><p>more</p>']);

-- As an image it has its own colours; with a background of its own, those.
SELECT left(svg_data_uri('<svg/>'), 60) AS plain,
	svg_data_uri('<svg/>') = 'data:image/svg+xml;base64,' || encode('<svg/>', 'base64') AS as_it_is;
CREATE FUNCTION image_of(uri text) RETURNS text LANGUAGE sql AS $$
SELECT convert_from(decode(substr(uri, 27), 'base64'), 'UTF8') $$;
SELECT image_of(svg_data_uri(svg))
	~ '<style>svg\{color:#1f2328;background:#fff\}@media \(prefers-color-scheme:dark\)' AS light_and_dark,
	regexp_replace(image_of(svg_data_uri(svg)), '<style>.*</style>', '') = svg AS rest_is_the_chart
FROM (SELECT chart_svg(bar_points('客户甲 👍', 3)) AS svg) AS s;
SELECT image_of(svg_data_uri(svg)) = svg AS as_it_is, left(svg, 300)
FROM (SELECT chart_svg('v1', '{"background": "white"}') AS svg) AS s;
SELECT svg_data_uri('<img>');
SELECT svg_data_uri('<svg');

DROP VIEW sankey;
DROP TABLE flow, point, part, hostile, picture;
