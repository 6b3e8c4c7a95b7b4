/*
 * dated.c - exact amounts by day, as one value.
 */
#include "pg/dated.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "num/sort.h"
#include "num/varint.h"
#include "utils/datetime.h"

#define DAYS (CV_LAST_DAY - CV_FIRST_DAY + 1)
#define HEAD sizeof(CvDated)

typedef struct Row
{
	cv_int128	amount;
	int32		day;
} Row;

#define IS_EARLIER(a, b) ((a).day < (b).day)
CV_DEFINE_SORT(sort_rows, Row, IS_EARLIER)

static Size
size_of(bool growing, int64 capacity)
{
	return HEAD + (growing ? sizeof(cv_int128) + capacity * (sizeof(cv_int128) + sizeof(int32)) : (Size) capacity);
}

bool
cv_dated_fits(const void *value)
{
	const CvDated *h = value;

	return h->n >= 0 && h->capacity >= 0 && (h->form & ~(CV_DATED_GROWING | CV_DATED_PROFIT)) == 0 &&
		(!cv_dated_growing(h) || h->n <= h->capacity) && VARSIZE(h) == size_of(cv_dated_growing(h), h->capacity);
}

CvDated *
cv_dated_new(const CvStateType *type, int form, int64 capacity)
{
	bool		growing = (form & CV_DATED_GROWING) != 0;
	CvDated    *h = cv_state_new(type, size_of(growing, capacity), HEAD + (growing ? sizeof(cv_int128) : 0));

	h->form = (uint8) form;
	h->capacity = (int32) capacity;
	return h;
}

CvDatedReader
cv_dated_read(const CvStateType *type, const CvDated *packed)
{
	const uint8 *at = (const uint8 *) (packed + 1);

	return (CvDatedReader) {type, at, at + packed->capacity, packed->n, -2, 0, cv_dated_is_profit(packed)};
}

/* The next day of a packed value; false where it is not well formed. */
static bool
read_day(CvDatedReader *r, bool first)
{
	cv_uint128	step,
				folded;

	if ((r->at = cv_get_varint(r->at, r->end, &step)) == NULL || (r->at = cv_get_varint(r->at, r->end, &folded)) == NULL ||
		step < (first ? 0 : 2) || step >= 2 * (cv_uint128) DAYS)
		return false;
	r->day = first ? (int32) step : (r->day & ~CV_DATED_BACK) + (int32) step;
	r->amount = cv_unfold_sign(folded);
	r->left--;
	return r->day < 2 * DAYS && r->amount < cv_fixed_limit() && r->amount > -cv_fixed_limit() &&
		!(r->day & CV_DATED_BACK && (r->amount >= 0 || r->profit));
}

/* The next day, if there is one.  Errors: those of a value that is none. */
bool
cv_dated_next(CvDatedReader *r)
{
	if (r->left <= 0)
		return false;
	if (!read_day(r, r->day < 0))
		cv_bad_value(r->type);
	return true;
}

/* The rows of a packed value; without room it only looks whether they are well formed. */
static bool
unpack(const CvDated *h, CvDatedAmounts *to)
{
	CvDatedReader r = cv_dated_read(NULL, h);

	if (h->n > DAYS)
		return false;
	for (int i = 0; i < h->n; i++)
	{
		CV_BREATHE(i);
		if (!read_day(&r, i == 0))
			return false;
		if (to->day != NULL)
		{
			to->day[i] = r.day;
			to->amount.value[i] = r.amount;
		}
		to->amount.volume += r.amount < 0 ? -r.amount : r.amount;
		if (to->amount.volume >= cv_fixed_limit())
			return false;
	}
	return r.at == r.end;
}

/* Put the rows of a growing value into order, with one for each day. */
void
cv_dated_tidy(CvDatedAmounts *p)
{
	Row		   *row = cv_alloc(p->n * sizeof(Row));
	Row		   *scratch = cv_alloc(p->n * sizeof(Row));
	int			n = 0;

	for (int i = 0; i < p->n; i++)
		row[i] = (Row) {p->amount.value[i], p->day[i]};
	sort_rows(row, scratch, p->n);
	p->amount.volume = 0;
	for (int i = 0, next; i < p->n; i = next)
	{
		cv_int128	sum = row[i].amount;

		CV_BREATHE(n);
		/* Within a day what is paid comes before what is paid back, and makes it a day with a payment. */
		for (next = i + 1; next < p->n && (row[next].day | CV_DATED_BACK) == (row[i].day | CV_DATED_BACK); next++)
			sum += row[next].amount;
		p->day[n] = row[i].day;
		p->amount.value[n++] = sum;
		p->amount.volume += sum < 0 ? -sum : sum;
	}
	p->n = n;
	pfree(row);
	pfree(scratch);
}

/* The rows of a value as they are; of a growing one they have no order yet. */
CvDatedAmounts
cv_dated_rows(const CvStateType *type, const CvDated *h)
{
	CvDatedAmounts p = {h->n, NULL, {NULL, true, h->groups, 0}, cv_dated_is_profit(h)};

	/* Not before the number of rows is known to be in the value. */
	if (!cv_dated_growing(h) && h->n > h->capacity)
		cv_bad_value(type);
	p.day = cv_alloc((h->n + 1) * sizeof(int32));
	p.amount.value = cv_alloc((h->n + 1) * sizeof(cv_int128));
	if (cv_dated_growing(h))
	{
		memcpy(p.day, cv_dated_days(h), h->n * sizeof(int32));
		memcpy(p.amount.value, cv_dated_values(h), h->n * sizeof(cv_int128));
		p.amount.volume = *cv_dated_volume(h);
	}
	else if (!unpack(h, &p))
		cv_bad_value(type);
	return p;
}

CvDatedAmounts
cv_dated_amounts(const CvStateType *type, const CvDated *h)
{
	CvDatedAmounts p = cv_dated_rows(type, h);

	if (cv_dated_growing(h))
		cv_dated_tidy(&p);
	cv_fixed_trim(&p.amount, p.n);
	return p;
}

void
cv_dated_free(CvDatedAmounts *p)
{
	pfree(p->day);
	pfree(p->amount.value);
}

/* The form that is stored. */
CvDated *
cv_dated_pack(const CvStateType *type, CvDated *h)
{
	CvDatedAmounts p;
	CvDated    *packed;
	uint8	   *bytes,
			   *at;

	if (!cv_dated_growing(h))
		return h;
	p = cv_dated_amounts(type, h);
	at = bytes = cv_alloc((Size) (p.n + 1) * 2 * CV_VARINT_BYTES);
	for (int i = 0; i < p.n; i++)
	{
		CV_BREATHE(i);
		at = cv_put_varint(at, i == 0 ? p.day[i] : p.day[i] - (p.day[i - 1] & ~CV_DATED_BACK));
		at = cv_put_varint(at, cv_fold_sign(p.amount.value[i]));
	}
	packed = cv_dated_new(type, h->form & ~CV_DATED_GROWING, at - bytes);
	packed->groups = p.amount.groups;
	packed->n = p.n;
	memcpy(packed + 1, bytes, at - bytes);
	cv_dated_free(&p);
	pfree(bytes);
	return packed;
}

/* Is a packed value one that can be read? */
bool
cv_dated_well_formed(const CvDated *packed)
{
	CvDatedAmounts check = {0};

	return unpack(packed, &check);
}

/* YYYY-MM-DD at *at, which moves behind it; false where there is no such day. */
bool
cv_scan_date(const char **at, DateADT *date)
{
	int			part[3] = {0, 0, 0};
	int			y,
				m,
				d;

	for (int i = 0; i < 10; i++)
	{
		char		c = (*at)[i];

		if (i == 4 || i == 7)
		{
			if (c != '-')
				return false;
		}
		else if (c < '0' || c > '9')
			return false;
		else
			part[(i > 4) + (i > 7)] = part[(i > 4) + (i > 7)] * 10 + c - '0';
	}
	if (part[0] < 1 || part[1] < 1 || part[1] > 12 || part[2] < 1)
		return false;
	j2date(date2j(part[0], part[1], part[2]), &y, &m, &d);
	if (y != part[0] || m != part[1] || d != part[2])
		return false;
	*at += 10;
	*date = date2j(y, m, d) - POSTGRES_EPOCH_JDATE;
	return true;
}

/* The same under every setting. */
void
cv_print_date(StringInfo out, DateADT date)
{
	int			y,
				m,
				d;

	j2date(date + POSTGRES_EPOCH_JDATE, &y, &m, &d);
	appendStringInfo(out, "%04d-%02d-%02d", y, m, d);
}

char *
cv_date_text(DateADT date)
{
	return cv_value_text(DateADTGetDatum(date), DATEOID);
}

/* Errors: 22023 for a date that is infinite or outside the years 1 to 9999. */
DateADT
cv_date_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	DateADT		date = PG_GETARG_DATEADT(argno);

	if (date < CV_FIRST_DAY || date > CV_LAST_DAY)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a date from 0001-01-01 to 9999-12-31, not %s", name,
						cv_date_text(date))));
	return date;
}
