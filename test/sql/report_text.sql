-- Charts as text: widths, bars, sparklines, heat rows, histograms; ticks of axes (reference P1 to P5).

-- P1: cells of a terminal.  Not aligned, since older and newer psql count emoji and zero-width spaces in other ways.
\pset format unaligned
SELECT label, display_width(label)
FROM unnest(ARRAY['Ada', '客户甲', 'ＡＢ', U&'\00e9', U&'e\0301', '👍', 'ﾊﾝ', U&'a\200Bb', '한글', 'Ａ客a', '']) AS label;
\pset format aligned
-- psql aligns by the same rule.
SELECT label, 'x' AS x FROM unnest(ARRAY['客户甲', 'Ada', U&'e\0301', 'ﾊﾝ']) AS label;

-- P2: bars in eighths, the value as its own text.
CREATE TABLE customer (n integer, name text, profit integer);
INSERT INTO customer VALUES (1, 'Ada', 3219), (2, 'Cleo', 1003), (3, 'Ben', 400), (4, '客户甲', 25), (5, 'Z', 0);
SELECT bar_chart(name, profit ORDER BY n) FROM customer;
SELECT bar_chart(name, profit, 20 ORDER BY n) = bar_chart(name, profit ORDER BY n) AS same FROM customer;
SELECT bar_chart(l, v, 4 ORDER BY l) FROM (VALUES ('a', 1), ('b', 2), ('c', 3)) AS t(l, v);
SELECT string_agg(bar(x, 0, 8, 1), '|' ORDER BY x) FROM generate_series(0, 8) AS x;
SELECT string_agg(bar(x, 0, 16, 1), '|' ORDER BY x) FROM generate_series(0, 16) AS x;
SELECT bar(x, 10, 20, 5), x FROM unnest('{0,10,10.001,15,19.9,20,1000}'::float8[]) AS x;
SELECT length(bar(1, 0, 1)), bar(NULL, 0, 1), bar(0.3, 0, 1.6, 1), bar(1e308, -1e308, 1.7e308, 3),
	bar('5e-324', 0, '5e-324', 2);
-- The value's own text: decimals of numeric stay, NULL is shown, line breaks in labels do not break lines.
SELECT bar_chart(l, v ORDER BY n)
FROM (VALUES (1, E'two\nlines', 1120.00), (2, 'none', NULL), (3, NULL, 7.5), (4, 'b', 560.0)) AS t(n, l, v);
SELECT bar_chart(l, v ORDER BY v) FROM (VALUES (7, 0.1::float8), (12, 2.5e-7), (-3, 0.30000000000000004)) AS t(l, v);
SELECT bar_chart(l, v::real ORDER BY v) FROM (VALUES ('a', 0.1), ('b', 0.7)) AS t(l, v);
SELECT bar_chart(l::bigint, v::bigint ORDER BY v) FROM (VALUES (7, 9007199254740993), (8, 1)) AS t(l, v);
SELECT bar_chart('x', 0), bar_chart('x', NULL::numeric), bar_chart('x', 1) FILTER (WHERE false);

-- P3: losses to the left of zero, in halves.
SELECT bar_chart(l, v ORDER BY n)
FROM (VALUES (1, 'Ada', 3219), (2, 'Cleo', 1003), (3, 'Ben', -1273), (4, 'D', -3), (5, 'E', 0)) AS t(n, l, v);
SELECT bar_chart(l, v, 4 ORDER BY l) FROM (VALUES ('a', -1), ('b', -2), ('c', 3), ('d', NULL)) AS t(l, v);

-- P4: sparklines.
SELECT sparkline(x ORDER BY x) FROM generate_series(1, 8) AS x;
SELECT sparkline(x ORDER BY x) FROM generate_series(0, 8) AS x;
SELECT sparkline(x ORDER BY n)
FROM (VALUES ('{5,5,5}'::float8[]), ('{1,NULL,3}'), ('{-2,0,2}'), ('{0,100}'), ('{10,9,10,9}'), ('{7}'),
	('{NULL,NULL}'), ('{0.1,0.3,0.9}'),
	('{112,118,132,129,121,135,148,148,136,119,104,118}'), ('{-1e300,0,1e300}')) AS t(a),
	unnest(a) WITH ORDINALITY AS u(x, n)
GROUP BY a ORDER BY a;
SELECT sparkline(x) IS NULL AS empty FROM generate_series(1, 0) AS x;
-- By group, in a window, over numeric and integer columns.
SELECT n % 2 AS odd, sparkline(profit ORDER BY n), sparkline(profit::numeric ORDER BY n DESC) FROM customer
GROUP BY 1 ORDER BY 1;
SELECT name, sparkline(profit) OVER (ORDER BY n) FROM customer ORDER BY n;

-- P5: heat rows.
SELECT heat_text('{1,.25,.5,.25,.25,NULL}'), heat_text(ARRAY[1, 2 / 3., 1 / 3., 2 / 3., NULL]),
	heat_text('{0,.19,.2,.4,.6,.8,1}') || '|' AS levels,
	heat_text('{}') = '' AS empty;

-- Histogram bins: ticks with at most 8 steps, closed below and open above, the last one closed.
SELECT histogram_chart(x) FROM unnest('{3,7,8,12,15,15,18,21,22,24,27,31,33,38,41,52,58,77}'::integer[]) AS x;
SELECT histogram_chart(x) FROM unnest('{0.1,0.2,0.3,0.3,0.7,0.8}'::float8[]) AS x;
SELECT histogram_chart(x) FROM unnest('{5,5,NULL}'::float8[]) AS x;
-- A million values are counted like a few: every bin of 0 to 999999 has as many as there are whole numbers in it.
SELECT histogram_chart(x) FROM generate_series(0, 999999) AS x;

-- Ticks.
SELECT low, high, axis_ticks(low, high)
FROM (VALUES (0, 100), (0, 1), (0, 7), (0, .3), (1, 2), (3.7, 41.2), (-3, 7), (-.5, .5), (-.05, 0),
	(-1272.95, 3219.67), (99.5, 100.5), (.0012, .0019), (-1e-9, 1e-9), (1000000, 1200000), (1e15, 1e15 + 3), (5, 5),
	(-5, -5), (0, 0)) AS t(low, high);
SELECT axis_ticks(0, 100, 4) AS n4, axis_ticks(0, 100, 8) AS n8, axis_ticks(0, 100, 10) AS n10,
	axis_ticks(0, 1, 1) AS n1;
SELECT low, high, axis_ticks(low, high)
FROM (VALUES ('2025-01-05'::date, '2025-06-20'::date), ('2025-01-01', '2025-01-05'),
	('2025-01-01', '2025-02-10'), ('2024-01-31', '2025-12-09'), ('1997-01-01', '2025-12-31'),
	('2025-03-03', '2025-03-03'), ('0001-01-01', '9999-12-31')) AS t(low, high);
-- By the rules on random ranges from 1e-300 to 1e300: few enough, covering, rising, and the smallest step that does.
SELECT setseed(0.5);
CREATE TABLE axis AS
SELECT least(a, b) AS low, greatest(a, b) AS high, most FROM (
	SELECT (random() - 0.5) * 10 ^ (600 * random() - 300) AS a, (random() - 0.5) * 10 ^ (600 * random() - 300) AS b,
		1 + (random() * 20)::integer AS most FROM generate_series(1, 3000)) AS r;
INSERT INTO axis SELECT low, low * (1 + 10 ^ (-15 * random())), most FROM axis WHERE low > 0;
SELECT count(*) > 3000 AS many, bool_and(t[1] <= low AND t[cardinality(t)] >= high) AS cover,
	bool_and(cardinality(t) BETWEEN 2 AND most + 2) AS few,
	bool_and((SELECT bool_and(x > before) FROM (SELECT x, lag(x, 1, '-Infinity') OVER (ORDER BY n) AS before
		FROM unnest(t) WITH ORDINALITY AS u(x, n)) AS w)) AS rise
FROM (SELECT *, axis_ticks(low, high, most) AS t FROM axis) AS a;

-- Escaped text.
\pset format unaligned
SELECT svg_escape('<b>A & "B"</b>''s'), svg_escape(E'a\nb\rc') AS lines,
	svg_escape(E'\x01\x1f' || U&'\FFFE\FFFF') = repeat(U&'\FFFD', 4) AS forbidden,
	svg_escape('客户 👍 é') AS others;
\pset format aligned

-- What is refused.
SELECT bar(1, 2, 2);
SELECT bar('NaN', 0, 1);
SELECT bar(1, 0, 'Infinity');
SELECT bar(1, 0, 1, 0);
SELECT bar_chart('Ada', 'NaN'::float8);
SELECT bar_chart('Ada', 'NaN'::numeric);
SELECT bar_chart('Ada', 1, 2000);
SELECT bar_chart('Ada', x, x) FROM generate_series(1, 2) AS x;
SELECT sparkline('Infinity'::float8);
SELECT sparkline(x) FROM generate_series(1, 20000) AS x;
SELECT heat_text('{47}');
SELECT axis_ticks(2, 1);
SELECT axis_ticks('NaN', 1);
SELECT axis_ticks(0, 1e308);
SELECT axis_ticks(0, 1, 0);
SELECT axis_ticks('2025-01-02'::date, '2025-01-01'::date);
SELECT axis_ticks('2025-01-02'::date, 'infinity'::date);
DROP TABLE customer, axis;
