/*
 * kinds.c - the rows of numbers that the segment room keeps.
 */
#include "segment/kinds.h"

const CvRowsKind cv_kind_cuts = {1, "cuts", "held_rows", true, false, 1, 1};
const CvRowsKind cv_kind_kmeans = {2, "kmeans", "held_rows", true, false, 0, -1};
const CvRowsKind cv_kind_entropy = {3, "entropy", "held_rows", false, false, 0, 1};
const CvRowsKind cv_kind_kmeans_model = {4, "kmeans", "kmeans_model", false, false, 0, -1};
const CvRowsKind cv_kind_moments = {60, "moments", "moments_summary", false, false, 0, 1};

const CvNetworkType cv_migration_type =
{
	1, "migration_summary", "a migration_summary", "weight",
	"Segments are few: give names of segments, not of customers."
};

void
cv_segment_register(void)
{
	cv_network_register(&cv_migration_type);
	cv_rows_register(&cv_kind_cuts);
	cv_rows_register(&cv_kind_kmeans);
	cv_rows_register(&cv_kind_entropy);
	cv_rows_register(&cv_kind_kmeans_model);
	cv_rows_register(&cv_kind_moments);
}
