/*
 * hypergeometric.h - baskets with both items, when the items have nothing to do with each other.
 */
#ifndef CV_HYPERGEOMETRIC_H
#define CV_HYPERGEOMETRIC_H

#include "affinity/core/measures.h"

extern double cv_llr(const CvCounts *c);
extern double cv_fisher_greater(const CvCounts *c);
extern double cv_fisher_less(const CvCounts *c);
extern double cv_fisher_two_sided(const CvCounts *c);

#endif							/* CV_HYPERGEOMETRIC_H */
