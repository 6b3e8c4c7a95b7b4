-- bar: 1
SELECT length(chart_svg(points)) FROM hundred;
