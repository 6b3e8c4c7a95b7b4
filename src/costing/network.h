/*
 * network.h - the type abc_network.
 */
#ifndef CV_COSTING_NETWORK_H
#define CV_COSTING_NETWORK_H

#include "pg/network.h"

extern void cv_costing_register(void);

#endif							/* CV_COSTING_NETWORK_H */
