/*
 * custvalue.c - the door of the house: what PostgreSQL calls when it loads the library.
 *
 * It is the only file that knows which rooms there are.
 */
#include "pg/pg.h"

#include "clv/kinds.h"
#include "costing/network.h"
#include "drivers/kinds.h"
#include "monitor/kinds.h"
#include "risk/kinds.h"
#include "retention/kinds.h"
#include "segment/kinds.h"

CV_MODULE_MAGIC;

extern PGDLLEXPORT void _PG_init(void);
extern void cv_register_rooms(void);

/* The kinds of rows and networks that the rooms keep (pg/rows.h, pg/network.h). */
void
cv_register_rooms(void)
{
	cv_clv_register();
	cv_costing_register();
	cv_drivers_register();
	cv_monitor_register();
	cv_risk_register();
	cv_retention_register();
	cv_segment_register();
}

void
_PG_init(void)
{
	cv_start();
	cv_register_rooms();
}
