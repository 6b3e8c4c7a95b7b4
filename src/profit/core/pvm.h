/*
 * pvm.h - what price, volume and mix did to the revenue of an item.
 */
#ifndef CV_PVM_H
#define CV_PVM_H

#include "num/num.h"

/* One item that was sold in both periods, and the quantities of all such items; everything below 10^36. */
typedef struct CvItemChange
{
	cv_int128	old_amount;		/* in the units that the effects are rounded to */
	cv_int128	new_amount;
	cv_uint128	old_quantity;	/* above 0; all quantities in one unit */
	cv_uint128	new_quantity;
	cv_uint128	old_total;
	cv_uint128	new_total;
} CvItemChange;

typedef struct CvEffects
{
	cv_int128	price;
	cv_int128	volume;
	cv_int128	mix;
} CvEffects;

extern bool cv_pvm_effects(const CvItemChange *item, CvEffects *effects);

#endif							/* CV_PVM_H */
