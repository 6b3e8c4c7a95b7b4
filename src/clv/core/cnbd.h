/*
 * cnbd.h - the MBG/CNBD-k for each k.
 */
#ifndef CV_CNBD_H
#define CV_CNBD_H

#include "clv/core/bgnbd.h"
#include "clv/core/family.h"

#define CV_MOST_K 12

/* In which a purchase is every k-th event, k - 1 being the place. */
extern const CvFamilyRecord cv_mbgcnbd_every[CV_MOST_K];

#endif							/* CV_CNBD_H */
