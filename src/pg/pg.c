/*
 * pg.c - start of the module, memory, and texts for messages.
 */
#include "pg/pg.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

bool		cv_progress = false;

static void
breathe(void)
{
	CHECK_FOR_INTERRUPTS();
}

void
cv_start(void)
{
	cv_breathe = breathe;
	DefineCustomBoolVariable("custvalue.progress", "Report each step of a long fit.", NULL,
							 &cv_progress, false, PGC_USERSET, 0, NULL, NULL, NULL);
#if PG_VERSION_NUM >= 150000
	MarkGUCPrefixReserved("custvalue");
#else
	EmitWarningsOnPlaceholders("custvalue");
#endif
}

void *
cv_alloc(size_t size)
{
	return palloc_extended(Max(size, 1), MCXT_ALLOC_HUGE);
}

char *
cv_float8_text(double x)
{
	return cv_value_text(Float8GetDatum(x), FLOAT8OID);
}

char *
cv_value_text(Datum value, Oid type)
{
	Oid			output;
	bool		varlena;

	getTypeOutputInfo(type, &output, &varlena);
	return OidOutputFunctionCall(output, value);
}

/* No more than CV_CLIP bytes, and no part of a character, which the client's encoding might refuse. */
char *
cv_clip(const char *text)
{
	int			length = (int) strnlen(text, CV_CLIP + MAX_MULTIBYTE_CHAR_LEN);

	return pnstrdup(text, pg_mbcliplen(text, length, CV_CLIP));
}
