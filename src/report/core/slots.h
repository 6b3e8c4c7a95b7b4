/*
 * slots.h - labels below the slots of standing bars: in one line, in two, or slanted.
 */
#ifndef CV_REPORT_SLOTS_H
#define CV_REPORT_SLOTS_H

#include "report/core/draw.h"

/* Room below the plot for labels of slots so wide, and the labels; the first slot's centre is at first. */
extern double cv_slot_room(const CvLabel *label, int n, double slot, double first);
extern void cv_draw_slot_labels(CvDrawing *d, const CvLabel *label, int n, double slot);

#endif							/* CV_REPORT_SLOTS_H */
