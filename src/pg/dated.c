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

#define LEAST_CAPACITY 4
#define NARROW_LIMIT (INT64CONST(1) << 62)	/* of the sum of absolute amounts */
#define BASE 10000

static Size
size_of(int growing, int64 capacity)
{
	Size		amount = growing == CV_DATED_WIDE ? sizeof(cv_int128) : sizeof(int64);

	return HEAD + (growing ? amount + capacity * (amount + sizeof(int32)) : (Size) capacity);
}

bool
cv_dated_fits(const void *value)
{
	const CvDated *h = value;

	return h->n >= 0 && h->capacity >= 0 && (h->form & ~(CV_DATED_GROWING | CV_DATED_PROFIT)) == 0 &&
		cv_dated_growing(h) != CV_DATED_GROWING && (!cv_dated_growing(h) || h->n <= h->capacity) &&
		VARSIZE(h) == size_of(cv_dated_growing(h), h->capacity);
}

CvDated *
cv_dated_new(const CvStateType *type, int form, int64 capacity)
{
	int			growing = form & CV_DATED_GROWING;
	CvDated    *h = cv_state_new(type, size_of(growing, capacity), HEAD + (growing ? sizeof(int64) : 0));

	h->form = (uint8) form;
	h->capacity = (int32) capacity;
	if (growing == CV_DATED_WIDE)
		*(cv_int128 *) (h + 1) = 0;
	return h;
}

/* Of a growing value: the sum of absolute amounts and after it the amounts, wide or narrow, and the days. */
static cv_int128 *
wide_of(const CvDated *h)
{
	return (cv_int128 *) (h + 1);
}

static int64 *
narrow_of(const CvDated *h)
{
	return (int64 *) (h + 1);
}

static int32 *
days_of(const CvDated *h)
{
	return cv_dated_growing(h) == CV_DATED_WIDE ? (int32 *) (wide_of(h) + 1 + h->capacity) :
		(int32 *) (narrow_of(h) + 1 + h->capacity);
}

static cv_int128
volume_of(const CvDated *h)
{
	return cv_dated_growing(h) == CV_DATED_WIDE ? *wide_of(h) : *narrow_of(h);
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

	if ((r->at = cv_get_varint(r->at, r->end, &step)) == NULL ||
		(r->at = cv_get_varint(r->at, r->end, &folded)) == NULL ||
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
static void
tidy(CvDatedAmounts *p)
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
		memcpy(p.day, days_of(h), h->n * sizeof(int32));
		p.amount.volume = volume_of(h);
		if (cv_dated_growing(h) == CV_DATED_WIDE)
			memcpy(p.amount.value, wide_of(h) + 1, h->n * sizeof(cv_int128));
		for (int i = 0; i < h->n && cv_dated_growing(h) == CV_DATED_NARROW; i++)
			p.amount.value[i] = narrow_of(h)[1 + i];
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
		tidy(&p);
	cv_fixed_trim(&p.amount, p.n);
	return p;
}

void
cv_dated_free(CvDatedAmounts *p)
{
	pfree(p->day);
	pfree(p->amount.value);
}

/*
 * Twice the room that there was, unless days have become fewer.  Its volume and its groups stay those of all rows that
 * came, also where they cancel within a day, so that whether a row is refused does not depend on which were put
 * together before it.
 */
CvDated *
cv_dated_grown(const CvStateType *type, const CvDated *h, int64 more, bool wide)
{
	CvDatedAmounts p = cv_dated_rows(type, h);
	cv_int128	volume = p.amount.volume;
	int64		capacity = LEAST_CAPACITY;
	CvDated    *copy;

	if (cv_dated_growing(h))
		tidy(&p);
	while (capacity < p.n + Max(more, p.n / 2))
		capacity *= 2;
	copy = cv_dated_new(type,
						(h->form & CV_DATED_PROFIT) |
						(wide || volume >= NARROW_LIMIT ? CV_DATED_WIDE : CV_DATED_NARROW),
						capacity);
	copy->groups = p.amount.groups;
	copy->n = p.n;
	memcpy(days_of(copy), p.day, p.n * sizeof(int32));
	if (cv_dated_growing(copy) == CV_DATED_WIDE)
	{
		*wide_of(copy) = volume;
		memcpy(wide_of(copy) + 1, p.amount.value, p.n * sizeof(cv_int128));
	}
	else
	{
		*narrow_of(copy) = (int64) volume;
		for (int i = 0; i < p.n; i++)
			narrow_of(copy)[1 + i] = (int64) p.amount.value[i];
	}
	cv_dated_free(&p);
	return copy;
}

/* Bring narrow amounts to so many groups more, for which there is room if volume, of other amounts, comes to them. */
static bool
rescale_narrow(CvDated *h, int more, cv_int128 volume)
{
	int64		factor = 1;
	int64	   *amount = narrow_of(h);

	for (; more > 0; more--)
	{
		factor *= BASE;
		if (amount[0] >= NARROW_LIMIT / factor || factor > NARROW_LIMIT / BASE)
			return false;
	}
	if (amount[0] * factor + volume >= NARROW_LIMIT)
		return false;
	for (int i = 0; i <= h->n && factor > 1; i++)
		amount[i] *= factor;
	return true;
}

static bool
append_narrow(CvDated *h, int32 day, const CvDecimal *amount)
{
	int			more = amount->ngroups > 0 ? Max(amount->ngroups - 1 - amount->weight - h->groups, 0) : 0;
	cv_uint128	size;

	if (!cv_decimal_to_u128(amount, h->groups + more, &size) || size >= NARROW_LIMIT ||
		!rescale_narrow(h, more, (cv_int128) size))
		return false;
	h->groups += more;
	narrow_of(h)[0] += (int64) size;
	narrow_of(h)[1 + h->n] = amount->negative ? -(int64) size : (int64) size;
	days_of(h)[h->n++] = day;
	return true;
}

bool
cv_dated_append(CvDated *h, int32 day, const CvDecimal *amount)
{
	CvFixed		column = {wide_of(h) + 1, true, h->groups, 0};

	if (cv_dated_growing(h) == CV_DATED_NARROW)
		return append_narrow(h, day, amount);
	column.volume = *wide_of(h);
	cv_fixed_add(&column, h->n, amount);
	days_of(h)[h->n++] = day;
	h->groups = column.groups;
	*wide_of(h) = column.volume;
	return true;
}

static bool
append_rows_narrow(CvDated *h, const CvDatedAmounts *other)
{
	int			groups = Max(h->groups, other->amount.groups);
	cv_int128	volume = other->amount.volume;
	int64		factor = 1;

	for (int k = other->amount.groups; k < groups; k++)
	{
		factor *= BASE;
		if (volume >= NARROW_LIMIT / BASE || factor > NARROW_LIMIT / BASE)
			return false;
		volume *= BASE;
	}
	if (volume >= NARROW_LIMIT || !rescale_narrow(h, groups - h->groups, volume))
		return false;
	h->groups = groups;
	narrow_of(h)[0] += (int64) volume;
	for (int i = 0; i < other->n; i++)
		narrow_of(h)[1 + h->n + i] = (int64) other->amount.value[i] * factor;
	return true;
}

bool
cv_dated_append_rows(CvDated *h, const CvDatedAmounts *other)
{
	CvFixed		column = {wide_of(h) + 1, true, h->groups, 0};

	if (cv_dated_growing(h) == CV_DATED_NARROW && !append_rows_narrow(h, other))
		return false;
	if (cv_dated_growing(h) == CV_DATED_WIDE)
	{
		column.volume = *wide_of(h);
		cv_fixed_append(&column, h->n, &other->amount, other->n);
		h->groups = column.groups;
		*wide_of(h) = column.volume;
	}
	memcpy(days_of(h) + h->n, other->day, other->n * sizeof(int32));
	h->n += other->n;
	return true;
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
