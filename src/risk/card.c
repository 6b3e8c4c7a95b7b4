/*
 * card.c - how do groups of card holders use their cards, and how many pay late?
 *
 * A holder is active who ever spent or drew cash (a refund is activity too).  Rates are of active
 * holders.  Monthly figures are each holder's total over the months that they have had the card,
 * averaged over active holders; so the sums are kept by months held, exactly, and divided once,
 * when they are read.  Who has had it for 0 months has no monthly figure and is left out of these.
 *
 * Memory: 48 bytes for each distinct number of months, 16 for each distinct number of days.
 */
#include "pg/state.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/dd.h"
#include "num/scan.h"
#include "pg/fixed.h"

#define CARD_VERSION 1
#define HEAD sizeof(CardSummary)
#define MOST_MONTHS 1200
#define MOST_DAYS 36500
#define MOST_GROUPS 5			/* of decimals */
#define MOST_HOLDERS (INT64CONST(1) << 55)

/* Active holders who have had their card for so many months, and their sums, times 10000^groups. */
typedef struct Month
{
	int64		months;
	int64		holders;
	cv_int128	sum[2];			/* spend, cash */
} Month;

/* Active holders whose longest delay was so many days. */
typedef struct Day
{
	int64		days;
	int64		holders;
} Day;

/*
 *	+------+-----------------------+-------------------+
 *	| head | month[month_capacity] | day[day_capacity] |
 *	+------+-----------------------+-------------------+
 *
 * Months and days rise.  Packed, there is no room to spare, and groups are as few as the sums need.
 */
typedef struct CardSummary
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		groups;
	uint8		unused;
	int64		holders;
	uint32		nmonths;
	uint32		ndays;
	uint32		month_capacity;
	uint32		day_capacity;
} CardSummary;

static Month *
months_of(const CardSummary *s)
{
	return (Month *) (s + 1);
}

static Day *
days_of(const CardSummary *s)
{
	return (Day *) (months_of(s) + s->month_capacity);
}

static Size
card_size(uint32 months, uint32 days)
{
	return HEAD + months * sizeof(Month) + days * sizeof(Day);
}

static bool
fits(const void *value)
{
	const CardSummary *s = value;

	return s->groups <= MOST_GROUPS && s->holders >= 0 &&
		s->nmonths <= s->month_capacity && s->month_capacity <= 2 * MOST_MONTHS &&
		s->ndays <= s->day_capacity && s->day_capacity <= 2 * MOST_DAYS &&
		VARSIZE(s) == card_size(s->month_capacity, s->day_capacity);
}

static void *pack(void *value);

static const CvStateType card_type = {"card_summary", "\"v1 holders months:active:spend:cash ... / days:active ...\"",
	CARD_VERSION, HEAD, fits, pack};

/* A copy with this much room, which is enough. */
static CardSummary *
resize(const CardSummary *s, uint32 months, uint32 days, bool growing)
{
	CardSummary *copy = cv_state_new(&card_type, card_size(months, days), HEAD);

	copy->growing = growing;
	copy->groups = s->groups;
	copy->holders = s->holders;
	copy->nmonths = s->nmonths;
	copy->ndays = s->ndays;
	copy->month_capacity = months;
	copy->day_capacity = days;
	memcpy(months_of(copy), months_of(s), s->nmonths * sizeof(Month));
	memcpy(days_of(copy), days_of(s), s->ndays * sizeof(Day));
	return copy;
}

/* Groups of decimals that all sums have to spare. */
static int
spare_groups(const CardSummary *s)
{
	int			spare = s->groups;

	for (uint32 i = 0; i < s->nmonths; i++)
	{
		for (int k = 0; k < 2; k++)
		{
			cv_int128	sum = months_of(s)[i].sum[k];
			int			zeros = 0;

			for (; zeros < spare && sum % 10000 == 0; sum /= 10000)
				zeros++;
			spare = zeros;
		}
	}
	return spare;
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CardSummary *s = value;
	CardSummary *packed;
	int			spare;

	if (!s->growing)
		return s;
	spare = spare_groups(s);
	packed = resize(s, s->nmonths, s->ndays, false);
	for (; spare > 0; spare--, packed->groups--)
	{
		for (uint32 i = 0; i < packed->nmonths; i++)
		{
			months_of(packed)[i].sum[0] /= 10000;
			months_of(packed)[i].sum[1] /= 10000;
		}
	}
	return packed;
}

static CardSummary *
card_arg(FunctionCallInfo fcinfo, int argno)
{
	return cv_state_get(PG_GETARG_DATUM(argno), &card_type);
}

static CardSummary *
writable_state(FunctionCallInfo fcinfo)
{
	CardSummary *s = card_arg(fcinfo, 0);

	if (likely(s->growing && cv_in_aggregate(fcinfo)))
		return s;
	return resize(s, s->nmonths, s->ndays, true);
}

/* The place of a key among rising ones that stand stride bytes apart, or where it would be. */
static inline uint32
place_of(const void *first, Size stride, uint32 n, int64 key)
{
	uint32		low = 0;
	uint32		high = n;

	while (low < high)
	{
		uint32		middle = (low + high) / 2;

		if (*(const int64 *) ((const char *) first + middle * stride) < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The entry of so many months; *s may become a new one. */
static Month *
month_entry(CardSummary **s, int64 months)
{
	uint32		at = place_of(months_of(*s), sizeof(Month), (*s)->nmonths, months);
	Month	   *entry = months_of(*s) + at;

	if (at < (*s)->nmonths && entry->months == months)
		return entry;
	if ((*s)->nmonths == (*s)->month_capacity)
		*s = resize(*s, Max(4, 2 * (*s)->month_capacity), (*s)->day_capacity, true);
	entry = months_of(*s) + at;
	memmove(entry + 1, entry, ((*s)->nmonths - at) * sizeof(Month));
	memset(entry, 0, sizeof(Month));
	entry->months = months;
	(*s)->nmonths++;
	return entry;
}

static Day *
day_entry(CardSummary **s, int64 days)
{
	uint32		at = place_of(days_of(*s), sizeof(Day), (*s)->ndays, days);
	Day		   *entry = days_of(*s) + at;

	if (at < (*s)->ndays && entry->days == days)
		return entry;
	if ((*s)->ndays == (*s)->day_capacity)
		*s = resize(*s, (*s)->month_capacity, Max(4, 2 * (*s)->day_capacity), true);
	entry = days_of(*s) + at;
	memmove(entry + 1, entry, ((*s)->ndays - at) * sizeof(Day));
	*entry = (Day) {days, 0};
	(*s)->ndays++;
	return entry;
}

static void
too_many_digits(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("sums of a card_summary need more than 36 digits, or more than 20 decimals"),
			 errhint("Round the amounts: money has two decimals.")));
}

static cv_int128
checked_sum(cv_int128 x)
{
	if (unlikely(x > cv_fixed_limit() || x < -cv_fixed_limit()))
		too_many_digits();
	return x;
}

/* Bring the sums to this many groups of decimals. */
static void
rescale(CardSummary *s, int groups)
{
	if (groups > MOST_GROUPS)
		too_many_digits();
	for (; s->groups < groups; s->groups++)
	{
		for (uint32 i = 0; i < s->nmonths; i++)
		{
			for (int k = 0; k < 2; k++)
			{
				cv_int128  *sum = &months_of(s)[i].sum[k];

				if (*sum > cv_fixed_limit() / 10000 || *sum < -(cv_fixed_limit() / 10000))
					too_many_digits();
				*sum *= 10000;
			}
		}
	}
}

/* An amount, argument argno. */
static CvDecimal
amount_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	CvDecimal	x;

	cv_decimal_from_numeric(PG_GETARG_DATUM(argno), &x);
	if (unlikely(!x.finite))
		cv_check_numeric(PG_GETARG_NUMERIC(argno), name);
	return x;
}

/* The amount in units of the summary, which may get finer ones. */
static cv_int128
units_of(CardSummary *s, const CvDecimal *x)
{
	cv_uint128	units;

	if (unlikely(cv_decimal_fraction_groups(x) > s->groups))
		rescale(s, cv_decimal_fraction_groups(x));
	if (!cv_decimal_to_u128(x, s->groups, &units))
		too_many_digits();
	return x->negative && x->ngroups > 0 ? -(cv_int128) units : (cv_int128) units;
}

static int64
count_arg(FunctionCallInfo fcinfo, int argno, const char *name, int most)
{
	int32		x = PG_GETARG_INT32(argno);

	if (unlikely(x < 0 || x > most))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from 0 to %d, not %d", name, most, x),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	return x;
}

static void
count_holders(int64 *holders, int64 more)
{
	*holders += more;
	if (unlikely(*holders > MOST_HOLDERS))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("a card_summary can count at most 2^55 holders")));
}

PG_FUNCTION_INFO_V1(card_add);

/*
 * card_add(card_summary, spend numeric, cash numeric, months integer, max_overdue_days integer) -> card_summary
 *
 * Transition function of card_agg: one holder more, with the totals since the card was issued.
 * Errors: 22023 for NaN and infinity, months outside 0 to 1,200, days outside 0 to 36,500; 54000
 * for sums of more than 36 digits.
 */
Datum
card_add(PG_FUNCTION_ARGS)
{
	CvDecimal	amount[2] = {amount_arg(fcinfo, 1, "spend"), amount_arg(fcinfo, 2, "cash")};
	int64		months = count_arg(fcinfo, 3, "months", MOST_MONTHS);
	int64		days = count_arg(fcinfo, 4, "max_overdue_days", MOST_DAYS);
	CardSummary *s = writable_state(fcinfo);
	cv_int128	units[2];
	Month	   *month;

	count_holders(&s->holders, 1);
	if (amount[0].ngroups == 0 && amount[1].ngroups == 0)
		return cv_state_return(fcinfo, s, &card_type);
	units[0] = units_of(s, &amount[0]);
	units[1] = units_of(s, &amount[1]);
	/* The second may have made the units finer. */
	if (cv_decimal_fraction_groups(&amount[1]) > cv_decimal_fraction_groups(&amount[0]))
		units[0] = units_of(s, &amount[0]);
	day_entry(&s, days)->holders++;
	month = month_entry(&s, months);
	month->holders++;
	month->sum[0] = checked_sum(month->sum[0] + units[0]);
	month->sum[1] = checked_sum(month->sum[1] + units[1]);
	return cv_state_return(fcinfo, s, &card_type);
}

/* 10000^groups. */
static cv_int128
scale_of(int groups)
{
	cv_int128	scale = 1;

	while (groups-- > 0)
		scale *= 10000;
	return scale;
}

/* x * factor, which are not negative together beyond the limit. */
static cv_int128
scaled(cv_int128 x, cv_int128 factor)
{
	if (x > cv_fixed_limit() / factor || x < -(cv_fixed_limit() / factor))
		too_many_digits();
	return x * factor;
}

PG_FUNCTION_INFO_V1(card_merge);

/*
 * card_merge(card_summary, card_summary) -> card_summary
 *
 * The holders of both: combine function, and transition function of rollup.  Errors: 54000 for sums
 * of more than 36 digits, 22003 beyond 2^55 holders.
 */
Datum
card_merge(PG_FUNCTION_ARGS)
{
	CardSummary *s = writable_state(fcinfo);
	CardSummary *other = card_arg(fcinfo, 1);
	cv_int128	factor;

	rescale(s, other->groups);
	factor = scale_of(s->groups - other->groups);
	count_holders(&s->holders, other->holders);
	for (uint32 i = 0; i < other->nmonths; i++)
	{
		const Month *from = &months_of(other)[i];
		Month	   *to = month_entry(&s, from->months);

		count_holders(&to->holders, from->holders);
		for (int k = 0; k < 2; k++)
			to->sum[k] = checked_sum(to->sum[k] + scaled(from->sum[k], factor));
	}
	for (uint32 i = 0; i < other->ndays; i++)
	{
		CV_BREATHE_OFTEN(i);
		count_holders(&day_entry(&s, days_of(other)[i].days)->holders, days_of(other)[i].holders);
	}
	return cv_state_return(fcinfo, s, &card_type);
}

PG_FUNCTION_INFO_V1(card_pack);

/* card_pack(card_summary): final function, the form that is stored. */
Datum
card_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(pack(card_arg(fcinfo, 0)));
}

/*
 * Text form: v1 holders months:active:spend:cash ... / days:active ...; v1 without holders.
 */
static int64
scan_count(const char *text, const char **at, int64 most)
{
	int64		x = 0;
	const char *from = *at;

	for (; **at >= '0' && **at <= '9' && x <= most; ++*at)
		x = x * 10 + (**at - '0');
	if (*at == from || x > most)
		cv_bad_text(&card_type, text, "holders, months (up to 1200) and days (up to 36500) must be whole numbers");
	return x;
}

static void
scan_month(const char *text, const char **at, CardSummary **s)
{
	int64		months = scan_count(text, at, MOST_MONTHS);
	Month	   *month;
	uint32		before = (*s)->nmonths;

	if (before > 0 && months_of(*s)[before - 1].months >= months)
		cv_bad_text(&card_type, text, "months must rise");
	if (!cv_scan_char(at, ':'))
		cv_bad_text(&card_type, text, "months must have a number of holders");
	month_entry(s, months)->holders = scan_count(text, at, MOST_HOLDERS);
	for (int k = 0; k < 2; k++)
	{
		CvDecimal	x;
		cv_int128	units;

		if (!cv_scan_char(at, ':') || !cv_scan_decimal(at, &x))
			cv_bad_text(&card_type, text, "months must have two sums");
		units = units_of(*s, &x);
		month = month_entry(s, months);
		month->sum[k] = checked_sum(units);
	}
}

static void
scan_day(const char *text, const char **at, CardSummary **s)
{
	int64		days = scan_count(text, at, MOST_DAYS);

	if ((*s)->ndays > 0 && days_of(*s)[(*s)->ndays - 1].days >= days)
		cv_bad_text(&card_type, text, "days must rise");
	if (!cv_scan_char(at, ':'))
		cv_bad_text(&card_type, text, "days must have a number of holders");
	day_entry(s, days)->holders = scan_count(text, at, MOST_HOLDERS);
}

static int64
active_of(const CardSummary *s)
{
	int64		active = 0;

	for (uint32 i = 0; i < s->ndays; i++)
		active += days_of(s)[i].holders;
	return active;
}

/* What is wrong with the counts of a value that came in, or NULL. */
static const char *
complaint_of(const CardSummary *s)
{
	int64		by_months = 0;
	int64		by_days = 0;

	for (uint32 i = 0; i < s->nmonths; i++)
	{
		if (months_of(s)[i].holders < 1 || (by_months += months_of(s)[i].holders) > s->holders)
			return "holders by months must be above 0, and together not above all holders";
	}
	for (uint32 i = 0; i < s->ndays; i++)
	{
		if (days_of(s)[i].holders < 1 || (by_days += days_of(s)[i].holders) > s->holders)
			return "holders by days must be above 0, and together not above all holders";
	}
	return by_months != by_days ? "as many holders must be active by months as by days" : NULL;
}

static const CardSummary no_holders = {.version = CARD_VERSION};

PG_FUNCTION_INFO_V1(card_summary_in);

/* card_summary_in(cstring); errors: 22P02 with what is wrong, 54000 for sums of more than 36 digits. */
Datum
card_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CardSummary *s = resize(&no_holders, 4, 4, true);
	const char *complaint;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&card_type, text, "it must begin with v1");
	if (*at == '\0')
		PG_RETURN_POINTER(pack(s));
	if (!cv_scan_char(&at, ' '))
		cv_bad_text(&card_type, text, "the number of holders must come first");
	s->holders = scan_count(text, &at, MOST_HOLDERS);
	if (s->holders == 0)
		cv_bad_text(&card_type, text, "the number of holders must be above 0");
	while (strncmp(at, " /", 2) != 0 && cv_scan_char(&at, ' '))
	{
		CHECK_FOR_INTERRUPTS();
		scan_month(text, &at, &s);
	}
	if (strncmp(at, " /", 2) != 0)
		cv_bad_text(&card_type, text, "months and days must be parted by a slash");
	for (at += 2; cv_scan_char(&at, ' ');)
	{
		CHECK_FOR_INTERRUPTS();
		scan_day(text, &at, &s);
	}
	if (*at != '\0')
		cv_bad_text(&card_type, text, "there must be nothing behind the days");
	complaint = complaint_of(s);
	if (complaint != NULL)
		cv_bad_text(&card_type, text, complaint);
	PG_RETURN_POINTER(pack(s));
}

PG_FUNCTION_INFO_V1(card_summary_out);

/* card_summary_out(card_summary): the same under every setting. */
Datum
card_summary_out(PG_FUNCTION_ARGS)
{
	CardSummary *s = pack(card_arg(fcinfo, 0));
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (s->holders == 0)
		PG_RETURN_CSTRING(out.data);
	appendStringInfo(&out, " " INT64_FORMAT, s->holders);
	for (uint32 i = 0; i < s->nmonths; i++)
	{
		const Month *month = &months_of(s)[i];

		appendStringInfo(&out, " " INT64_FORMAT ":" INT64_FORMAT ":", month->months, month->holders);
		cv_print_fixed(&out, month->sum[0], s->groups, 0);
		appendStringInfoChar(&out, ':');
		cv_print_fixed(&out, month->sum[1], s->groups, 0);
	}
	appendStringInfoString(&out, " /");
	for (uint32 i = 0; i < s->ndays; i++)
		appendStringInfo(&out, " " INT64_FORMAT ":" INT64_FORMAT, days_of(s)[i].days, days_of(s)[i].holders);
	PG_RETURN_CSTRING(out.data);
}

static void
send_int128(StringInfo buf, cv_int128 x)
{
	pq_sendint64(buf, (int64) (x >> 64));
	pq_sendint64(buf, (int64) (uint64) x);
}

static cv_int128
receive_int128(StringInfo buf)
{
	cv_uint128	high = (cv_uint128) (uint64) pq_getmsgint64(buf);

	return (cv_int128) (high << 64 | (uint64) pq_getmsgint64(buf));
}

PG_FUNCTION_INFO_V1(card_summary_send);

/*
 * card_summary_send(card_summary): bytes of version and groups, holders, numbers of months and days;
 * of each month months, holders and two sums (16 bytes), of each day days and holders.
 */
Datum
card_summary_send(PG_FUNCTION_ARGS)
{
	CardSummary *s = pack(card_arg(fcinfo, 0));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CARD_VERSION);
	pq_sendbyte(&buf, s->groups);
	pq_sendint64(&buf, s->holders);
	pq_sendint32(&buf, s->nmonths);
	pq_sendint32(&buf, s->ndays);
	for (uint32 i = 0; i < s->nmonths; i++)
	{
		pq_sendint64(&buf, months_of(s)[i].months);
		pq_sendint64(&buf, months_of(s)[i].holders);
		send_int128(&buf, months_of(s)[i].sum[0]);
		send_int128(&buf, months_of(s)[i].sum[1]);
	}
	for (uint32 i = 0; i < s->ndays; i++)
	{
		pq_sendint64(&buf, days_of(s)[i].days);
		pq_sendint64(&buf, days_of(s)[i].holders);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

CV_COMPARE(card_summary_send, card_summary_cmp, card_summary_eq, card_summary_ne, card_summary_lt, card_summary_le,
		   card_summary_gt, card_summary_ge, card_summary_hash, card_summary_hash_extended)

static void
receive_month(StringInfo buf, Month *month, const Month *before)
{
	month->months = pq_getmsgint64(buf);
	month->holders = pq_getmsgint64(buf);
	for (int k = 0; k < 2; k++)
	{
		month->sum[k] = receive_int128(buf);
		if (month->sum[k] > cv_fixed_limit() || month->sum[k] < -cv_fixed_limit())
			cv_bad_binary("card_summary", "A sum has more than 36 digits.");
	}
	if (month->months < 0 || month->months > MOST_MONTHS || (before != NULL && before->months >= month->months))
		cv_bad_binary("card_summary", "Months must rise from 0 to 1200.");
}

PG_FUNCTION_INFO_V1(card_summary_recv);

/* card_summary_recv(internal): see card_summary_send.  Errors: 22P03. */
Datum
card_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CardSummary head = no_holders;
	CardSummary *s;
	uint32		nmonths,
				ndays;
	const char *complaint;

	if (pq_getmsgbyte(buf) != CARD_VERSION)
		cv_bad_binary("card_summary", "Its version is unknown.");
	head.groups = pq_getmsgbyte(buf);
	head.holders = pq_getmsgint64(buf);
	nmonths = pq_getmsgint(buf, 4);
	ndays = pq_getmsgint(buf, 4);
	if (head.groups > MOST_GROUPS || head.holders < 0 || head.holders > MOST_HOLDERS ||
		nmonths > MOST_MONTHS + 1 || ndays > MOST_DAYS + 1 ||
		(Size) (buf->len - buf->cursor) != nmonths * sizeof(Month) + ndays * sizeof(Day))
		cv_bad_binary("card_summary", "Its length does not fit its head.");
	s = resize(&head, nmonths, ndays, true);
	s->nmonths = nmonths;
	s->ndays = ndays;
	for (uint32 i = 0; i < nmonths; i++)
		receive_month(buf, &months_of(s)[i], i > 0 ? &months_of(s)[i - 1] : NULL);
	for (uint32 i = 0; i < ndays; i++)
	{
		Day		   *day = &days_of(s)[i];

		day->days = pq_getmsgint64(buf);
		day->holders = pq_getmsgint64(buf);
		if (day->days < 0 || day->days > MOST_DAYS || (i > 0 && day[-1].days >= day->days))
			cv_bad_binary("card_summary", "Days must rise from 0 to 36500.");
	}
	complaint = complaint_of(s);
	if (complaint != NULL)
		cv_bad_binary("card_summary", psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(pack(s));
}

/* Active holders who were overdue for more than so many days. */
static int64
overdue_of(const CardSummary *s, int days)
{
	int64		overdue = 0;

	for (uint32 i = 0; i < s->ndays; i++)
		overdue += days_of(s)[i].days > days ? days_of(s)[i].holders : 0;
	return overdue;
}

static int
days_arg(FunctionCallInfo fcinfo)
{
	return cv_check_range(PG_GETARG_INT32(1), "days", 0, MOST_DAYS);
}

/*
 * num_holders(card_summary) -> bigint
 * num_active(card_summary) -> bigint
 * num_overdue(card_summary, days integer) -> bigint
 * untimed(card_summary) -> bigint
 *
 * Holders; active ones; active ones who were overdue for more than so many days; active ones with 0
 * months, whom the monthly figures leave out.  Errors: 22023 for days outside 0 to 36,500.
 */
PG_FUNCTION_INFO_V1(card_num_holders);
PG_FUNCTION_INFO_V1(card_num_active);
PG_FUNCTION_INFO_V1(card_num_overdue);
PG_FUNCTION_INFO_V1(card_untimed);

Datum
card_num_holders(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(card_arg(fcinfo, 0)->holders);
}

Datum
card_num_active(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(active_of(card_arg(fcinfo, 0)));
}

Datum
card_num_overdue(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(overdue_of(card_arg(fcinfo, 0), days_arg(fcinfo)));
}

Datum
card_untimed(PG_FUNCTION_ARGS)
{
	CardSummary *s = card_arg(fcinfo, 0);

	PG_RETURN_INT64(s->nmonths > 0 && months_of(s)[0].months == 0 ? months_of(s)[0].holders : 0);
}

/*
 * active_rate(card_summary) -> float8
 * overdue_rate(card_summary) -> float8
 * default_rate(card_summary, days integer) -> float8
 *
 * Share of holders who are active; share of active ones who were ever overdue, and for more than so
 * many days.  NULL without holders, and without active ones.  Errors: as num_overdue.
 */
PG_FUNCTION_INFO_V1(card_active_rate);
PG_FUNCTION_INFO_V1(card_overdue_rate);
PG_FUNCTION_INFO_V1(card_default_rate);

Datum
card_active_rate(PG_FUNCTION_ARGS)
{
	CardSummary *s = card_arg(fcinfo, 0);

	return cv_return_number(fcinfo, (double) active_of(s) / (double) s->holders);
}

Datum
card_overdue_rate(PG_FUNCTION_ARGS)
{
	CardSummary *s = card_arg(fcinfo, 0);

	return cv_return_number(fcinfo, (double) overdue_of(s, 0) / (double) active_of(s));
}

Datum
card_default_rate(PG_FUNCTION_ARGS)
{
	CardSummary *s = card_arg(fcinfo, 0);

	return cv_return_number(fcinfo, (double) overdue_of(s, days_arg(fcinfo)) / (double) active_of(s));
}

/* Sums of monthly figures of all active holders with months: spend, cash and both; how many holders. */
typedef struct Monthly
{
	double		holders;
	CvDD		sum[2];
	CvDD		turnover;
} Monthly;

static Monthly
monthly_sums(const CardSummary *s)
{
	Monthly		m = {0};
	CvDD		scale = cv_dd_from_int(scale_of(s->groups));

	for (uint32 i = 0; i < s->nmonths; i++)
	{
		const Month *month = &months_of(s)[i];
		CvDD		months = cv_dd_multiply(cv_dd_from_int(month->months), scale);

		if (month->months == 0)
			continue;
		m.holders += (double) month->holders;
		for (int k = 0; k < 2; k++)
			m.sum[k] = cv_dd_add(m.sum[k], cv_dd_divide(cv_dd_from_int(month->sum[k]), months));
		m.turnover = cv_dd_add(m.turnover, cv_dd_divide(cv_dd_from_int(month->sum[0] + month->sum[1]), months));
	}
	return m;
}

/* A sum over active holders with months, each once. */
static Datum
per_holder(FunctionCallInfo fcinfo, const Monthly *m, CvDD sum)
{
	if (m->holders == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_dd_divide(sum, cv_dd_from_double(m->holders)).hi);
}

/*
 * monthly_spend(card_summary) -> float8
 * monthly_cash(card_summary) -> float8
 * monthly_turnover(card_summary) -> float8
 * cash_ratio(card_summary) -> float8
 *
 * Spend, cash and both together in a month, on average of active holders, each one's total over
 * their months; and the share of cash in the sum of those.  NULL without active holders who have
 * months; the ratio also when the turnover is not above 0.
 */
PG_FUNCTION_INFO_V1(monthly_spend);
PG_FUNCTION_INFO_V1(monthly_cash);
PG_FUNCTION_INFO_V1(monthly_turnover);
PG_FUNCTION_INFO_V1(cash_ratio);

Datum
monthly_spend(PG_FUNCTION_ARGS)
{
	Monthly		m = monthly_sums(card_arg(fcinfo, 0));

	return per_holder(fcinfo, &m, m.sum[0]);
}

Datum
monthly_cash(PG_FUNCTION_ARGS)
{
	Monthly		m = monthly_sums(card_arg(fcinfo, 0));

	return per_holder(fcinfo, &m, m.sum[1]);
}

Datum
monthly_turnover(PG_FUNCTION_ARGS)
{
	Monthly		m = monthly_sums(card_arg(fcinfo, 0));

	return per_holder(fcinfo, &m, m.turnover);
}

Datum
cash_ratio(PG_FUNCTION_ARGS)
{
	Monthly		m = monthly_sums(card_arg(fcinfo, 0));

	if (!(m.turnover.hi > 0))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_dd_divide(m.sum[1], m.turnover).hi);
}
