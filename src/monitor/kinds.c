/*
 * kinds.c - the rows of numbers that the monitor room keeps.
 */
#include "monitor/kinds.h"

const CvRowsKind cv_kind_subgroup = {80, "subgroup", "subgroup_summary", false, false, 1, 6};
const CvRowsKind cv_kind_subgroups = {81, "subgroups", "chart_summary", false, false, 10, 0};
const CvRowsKind cv_kind_p = {82, "p", "chart_summary", false, false, 1, 7};
const CvRowsKind cv_kind_np = {83, "np", "chart_summary", false, false, 1, 7};
const CvRowsKind cv_kind_u = {84, "u", "chart_summary", false, false, 1, 7};
const CvRowsKind cv_kind_c = {85, "c", "chart_summary", false, false, 1, 7};
const CvRowsKind cv_kind_imr = {86, "imr", "chart_summary", false, false, 1, 4};
const CvRowsKind cv_kind_laney = {87, "laney", "chart_summary", false, false, 1, 8};
const CvRowsKind cv_kind_points = {88, "points", "held_rows", true, false, 2, 1};
const CvRowsKind cv_kind_counts = {89, "counts", "held_rows", true, false, 3, 1};
const CvRowsKind cv_kind_errors = {90, "errors", "error_summary", false, false, 1, 20};
const CvRowsKind cv_kind_series = {91, "series", "held_rows", true, false, 2, 6};
const CvRowsKind cv_kind_forecast = {92, "holt-winters", "forecast_model", false, false, 1, 18};

void
cv_monitor_register(void)
{
	cv_rows_register(&cv_kind_subgroup);
	cv_rows_register(&cv_kind_subgroups);
	cv_rows_register(&cv_kind_p);
	cv_rows_register(&cv_kind_np);
	cv_rows_register(&cv_kind_u);
	cv_rows_register(&cv_kind_c);
	cv_rows_register(&cv_kind_imr);
	cv_rows_register(&cv_kind_laney);
	cv_rows_register(&cv_kind_points);
	cv_rows_register(&cv_kind_counts);
	cv_rows_register(&cv_kind_errors);
	cv_rows_register(&cv_kind_series);
	cv_rows_register(&cv_kind_forecast);
}
