/*
 * num.c - fuzzing of the ground floor: every entry point of src/num, with what must hold for any input.
 *
 * An input is a letter, which entry point, and then the bytes that its numbers are made of.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "costing/core/allocate.h"
#include "costing/core/flow.h"
#include "num/importance.h"
#include "num/kmeans.h"
#include "num/logit.h"
#include "num/markov.h"
#include "num/natural.h"
#include "clv/core/bgnbd.h"
#include "clv/core/purchase.h"
#include "num/quantile.h"
#include "num/radix.h"
#include "num/scan.h"
#include "num/select.h"
#include "num/special.h"
#include "num/symmetric.h"
#include "survey/core/tally.h"
#include "num/varint.h"
#include "../unit/words.h"

static const uint8_t *next;
static const uint8_t *end;

#define HOLDS(condition) \
	do { \
		if (!(condition)) \
		{ \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

static uint64_t
bytes(int n)
{
	uint64_t	x = 0;

	for (; n > 0; n--)
		x = x << 8 | (next < end ? *next++ : 0);
	return x;
}

static int
below(int n)
{
	return (int) (bytes(2) % n);
}

/* From 0 to 1, and any finite number of up to this power of two, often a simple one. */
static double
fraction(void)
{
	return (double) bytes(4) / 4294967296.0;
}

static double
number(int power)
{
	int			kind = below(4);
	double		x = ldexp(fraction(), below(2 * power) - power);

	return kind == 0 ? 0 : kind == 1 ? below(100) : kind == 2 ? x : -x;
}

static void
fuzz_text(void)
{
	char		text[4096];
	size_t		n = end - next < 4000 ? end - next : 4000;
	const char *at = text;
	CvTally		tally;
	double		x;

	memcpy(text, next, n);
	text[n] = '\0';
	if (cv_scan_double(&at, &x))
		HOLDS(isfinite(x) && at > text);
	if (cv_tally_parse(text, &tally) == NULL)
	{
		CvScores	scores = {tally.nscores, tally.count, tally.weighted ? tally.weight : NULL,
			tally.weighted ? tally.square : NULL};
		CvWorth		worth;
		CvMoments	moments;

		for (int i = 0; i < CV_TALLY_SCORES; i++)
			worth.of[i] = i % 3 - 1;
		if (cv_tally_moments(&scores, &worth, &moments) && isfinite(moments.total) && isfinite(moments.sum))
			HOLDS(moments.mean >= -1 - 1e-9 && moments.mean <= 1 + 1e-9);
	}
}

static void
fuzz_varint(void)
{
	cv_uint128	x;
	const uint8_t *at = cv_get_varint(next, end, &x);
	uint8_t		written[CV_VARINT_BYTES];
	uint8_t		folded[CV_VARINT_BYTES];
	cv_uint128	again;

	if (at == NULL)
		return;
	HOLDS(cv_get_varint(written, cv_put_varint(written, x), &again) != NULL && again == x);
	HOLDS(cv_fold_sign(cv_unfold_sign(x)) == x);
	HOLDS(cv_put_varint(folded, x) - folded <= CV_VARINT_BYTES);
}

static void
fuzz_natural(void)
{
	uint32_t	u[20] = {0};
	uint32_t	v[10] = {0};
	uint32_t	quotient[20];
	uint32_t	product[40];
	uint32_t	before[20];
	int			nv = 1 + below(9);
	int			nu = nv + below(9);
	uint32_t	factor;

	for (int i = 0; i < nu; i++)
		u[i] = (uint32_t) bytes(4) % 100000000;
	for (int i = 0; i < nv; i++)
		v[i] = (uint32_t) bytes(4) % 100000000;
	if (v[nv - 1] == 0)
		v[nv - 1] = 1;
	memcpy(before, u, sizeof(u));
	factor = cv_nat_normalizer(v[nv - 1]);
	HOLDS(cv_nat_scale(v, nv, factor) == 0);
	u[nu] = cv_nat_scale(u, nu, factor);
	cv_nat_divide(quotient, u, nu + 1, v, nv);
	HOLDS(cv_nat_shrink(u, nv, factor) == 0 && cv_nat_shrink(v, nv, factor) == 0);
	cv_nat_multiply(product, quotient, nu + 1 - nv, v, nv);
	cv_nat_add(product, nu + 1, u, nv);
	HOLDS(product[nu] == 0 && memcmp(product, before, nu * sizeof(uint32_t)) == 0);
}

static bool
tie_of(void *arg, int64_t row, int level, uint64_t *key)
{
	*key = level == 0 ? ((uint64_t *) arg)[row] : 0;
	return ((uint64_t *) arg)[row] % 7 != 0;
}

static void
fuzz_allocate(void)
{
	uint64_t	slot[64];
	uint64_t	driver[64];
	uint64_t	key[64];
	uint64_t	tie[64];
	int			n = 1 + below(63);
	uint64_t	cost = bytes(8) >> (2 + below(62));
	cv_uint128	total = 0;
	uint64_t	sum = 0;
	CvTies		ties = {below(2) ? key : NULL, false, false, tie_of, tie};

	for (int i = 0; i < n; i++)
	{
		slot[i] = driver[i] = below(5) == 0 ? CV_SLOT_NONE : bytes(8) >> (2 + below(62));
		tie[i] = bytes(1);
		if (slot[i] != CV_SLOT_NONE)
			total += slot[i];
	}
	if (total == 0 || total > CV_SLOT_MAX || cost > CV_SLOT_MAX)
		return;
	cv_allocate(cost, (uint64_t) total, slot, n, &ties);
	for (int i = 0; i < n; i++)
	{
		cv_uint128	exact;

		if (driver[i] == CV_SLOT_NONE)
			continue;
		exact = (cv_uint128) cost * driver[i];
		HOLDS((cv_uint128) CV_SLOT_VALUE(slot[i]) * total < exact + total &&
			  ((cv_uint128) CV_SLOT_VALUE(slot[i]) + 1) * total > exact);
		sum += CV_SLOT_VALUE(slot[i]);
	}
	HOLDS(sum == cost);
}

static bool
key_of(const void *arg, int64_t i, uint64_t *key)
{
	*key = ((const uint64_t *) arg)[i];
	return true;
}

static int
by_value(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return x < y ? -1 : x > y;
}

static void
fuzz_order(void)
{
	double		x[500];
	double		sorted[500];
	double		scratch[500];
	double		cut[9];
	uint64_t	key[500];
	int			n = 1 + below(499);
	int			k = 1 + below(n);
	int64_t		take;
	uint64_t	found;
	int			above = 0;
	int			equal = 0;

	for (int i = 0; i < n; i++)
	{
		x[i] = sorted[i] = number(1000) + 0.0;
		key[i] = bytes(8) >> below(64);
	}
	qsort(sorted, n, sizeof(double), by_value);
	cv_radix_sort(x, scratch, n);
	HOLDS(memcmp(x, sorted, n * sizeof(double)) == 0);
	cv_quantile_cuts(x, n, 10, cut);
	for (int i = 0; i < n; i++)
	{
		int			bin = cv_quantile_bin(x[i], cut, 9, CV_BIN_QUANTILE);

		HOLDS(bin >= 1 && bin <= 10 && (bin == 1 || x[i] > cut[bin - 2]) && (bin == 10 || x[i] <= cut[bin - 1]));
	}
	found = cv_select(key_of, key, n, k, 64, &take);
	for (int i = 0; i < n; i++)
	{
		above += key[i] > found;
		equal += key[i] == found;
	}
	HOLDS(above + take == k && take >= 1 && take <= equal);
}

static void
fuzz_special(void)
{
	double		x = number(200);
	double		a = ldexp(0.5 + fraction(), below(60) - 30);
	double		b = ldexp(0.5 + fraction(), below(60) - 30);
	double		p = fraction();

	HOLDS(cv_normal_tail(x) >= 0 && cv_normal_tail(x) <= 1);
	HOLDS(cv_chisq_tail(fabs(x), a) >= 0 && cv_chisq_tail(fabs(x), a) <= 1);
	HOLDS(cv_t_tail(x, a) >= 0 && cv_t_tail(x, a) <= 1);
	HOLDS(cv_f_tail(fabs(x), a, b) >= 0 && cv_f_tail(fabs(x), a, b) <= 1);
	HOLDS(cv_beta_low(p, a, b) >= 0 && cv_beta_low(p, a, b) <= 1);
	HOLDS(!isnan(cv_digamma(a)) && cv_trigamma(a) > 0);
	HOLDS(cv_exp_integral(a, b) > 0 && cv_exp_integral(a, b) * (a + b - 1) <= 1 + 1e-9);
	if (p > 0 && p < 1)
	{
		HOLDS(!isnan(cv_normal_quantile(p)));
		HOLDS(!isnan(cv_t_quantile(p, a)));
		HOLDS(cv_beta_quantile(p, a, b) >= 0 && cv_beta_quantile(p, a, b) <= 1);
	}
}

/* Correlations of k columns of n rows, both halves. */
static int
correlations(double *r, int k, int n)
{
	double		x[8][20];

	for (int i = 0; i < k; i++)
	{
		double		sum = 0;
		double		square = 0;

		for (int j = 0; j < n; j++)
			sum += x[i][j] = below(4) == 0 && i > 0 ? x[i - 1][j] : number(3);
		for (int j = 0; j < n; j++)
			square += (x[i][j] - sum / n) * (x[i][j] - sum / n);
		for (int j = 0; j < n; j++)
			x[i][j] = square > 1e-20 * sum * sum ? (x[i][j] - sum / n) / sqrt(square) : 0;
	}
	for (int i = 0; i < k; i++)
	{
		for (int j = 0; j < k; j++)
		{
			r[i * k + j] = 0;
			for (int l = 0; l < n; l++)
				r[i * k + j] += x[i][l] * x[j][l];
		}
	}
	return k;
}

static void
fuzz_matrices(void)
{
	double		r[64];
	double		copy[64];
	double		vector[64];
	double		r2[128];
	double		work[64 * 9];
	double		importance[8];
	bool		aliased[8];
	int			k = 1 + below(6);
	int			n = correlations(r, k + 1, 2 + below(18));
	double		trace = 0;
	double		sum = 0;

	memcpy(copy, r, sizeof(r));
	cv_eigen(copy, n, vector);
	for (int i = 0; i < n; i++)
	{
		trace += r[i * n + i];
		sum += copy[i * n + i];
		HOLDS(copy[i * n + i] >= -1e-9);
	}
	HOLDS(fabs(trace - sum) < 1e-9 * n);
	memcpy(copy, r, sizeof(r));
	if (cv_cholesky(copy, n))
	{
		for (int i = 0; i < n; i++)
			importance[i] = i == 0;
		cv_solve_lower(copy, n, importance);
		cv_solve_upper(copy, n, importance);
	}
	memcpy(copy, r, sizeof(r));
	HOLDS(cv_sweep_regressors(copy, k, aliased) <= k);
	for (int i = 0; i < n; i++)
	{
		if (!(r[i * n + i] > 0.5))
			return;				/* a constant column has no correlation */
	}
	cv_importance_lmg(r, k, r2, work, importance);
	for (int i = 0; i < k; i++)
		HOLDS(importance[i] > -1e-6 && importance[i] < 1 + 1e-6);
	cv_importance_johnson(r, k, work, importance);
	for (int i = 0; i < k; i++)
		HOLDS(importance[i] > -1e-6 && importance[i] < 1 + 1e-6);
}

static void
fuzz_kmeans(void)
{
	double		x[60 * 3];
	double		centre[8 * 3];
	double		within[8];
	double		distance[60];
	int64_t		size[8];
	int32_t		cluster[60];
	CvKmeans	m = {x, 1 + below(59), 1 + below(2), 1 + below(7), centre, size, within, 0, false, cluster, distance,
		false, 0};
	int64_t		rows = 0;

	for (int i = 0; i < m.n * m.width; i++)
		x[i] = number(20);
	cv_kmeans_seed(&m, bytes(8));
	cv_kmeans_run(&m);
	for (int c = 0; c < m.k; c++)
	{
		HOLDS(size[c] > 0 && within[c] >= 0);
		rows += size[c];
	}
	HOLDS(rows == m.n);
}

static void
fuzz_logit(void)
{
	double		row[40 * 5];
	double		centre[3];
	double		beta[4];
	double		covariance[16];
	bool		aliased[3];
	double		work[CV_LOGIT_WORK(3)];
	CvLogit		m = {.row = row, .n = 1 + below(39), .k = below(4), .centre = centre, .beta = beta,
		.covariance = covariance, .aliased = aliased, .work = work};

	for (int64_t i = 0; i < m.n; i++)
	{
		double	   *to = row + i * (m.k + 2);

		to[0] = below(2);
		for (int j = 1; j <= m.k; j++)
			to[j] = number(30);
		to[m.k + 1] = 1 + below(9);
	}
	cv_logit_fit(&m);
	if (m.converged && !m.separated && !m.out_of_range)
	{
		HOLDS(m.loglik <= 1e-9 && m.loglik >= m.null_loglik - 1e-6 * fabs(m.null_loglik));
		for (int i = 0; i <= m.k; i++)
			HOLDS(isfinite(beta[i]));
	}
}

static void
fuzz_markov(void)
{
	double		p[36];
	double		copy[36];
	double		share[6];
	CvMarkovState state[6];
	bool		reach[36];
	int			n = 1 + below(5);
	double		sum = 0;

	for (int i = 0; i < n; i++)
	{
		double		row = 0;

		for (int j = 0; j < n; j++)
			row += p[i * n + j] = below(3) == 0 ? 0 : ldexp(fraction(), -below(40));
		for (int j = 0; j < n; j++)
			p[i * n + j] = row > 0 ? p[i * n + j] / row : i == j;
	}
	HOLDS(cv_markov_classify(p, n, state, reach) >= 0);
	for (int i = 0; i < n; i++)
	{
		if (state[i] != CV_MARKOV_RECURRENT)
			return;
		for (int j = 0; j < n; j++)
		{
			if (!reach[i * n + j])
				return;
		}
	}
	memcpy(copy, p, sizeof(p));
	cv_markov_stationary(copy, n, share);
	for (int i = 0; i < n; i++)
	{
		HOLDS(share[i] >= 0);
		sum += share[i];
	}
	HOLDS(fabs(sum - 1) < 1e-9);
}

static void *held[256];
static int	nheld;

static void *
get_memory(size_t size)
{
	HOLDS(nheld < 256);
	return held[nheld++] = malloc(size > 0 ? size : 1);
}

static void
release_memory(void *memory)
{
	for (int i = 0; i < nheld; i++)
	{
		if (held[i] == memory)
			held[i] = NULL;
	}
	free(memory);
}

static void
fuzz_flow(void)
{
	int64_t		first[13];
	int			target[12 * 3];
	CvDD		share[12 * 3];
	bool		sink[12];
	CvDD		x[12];
	CvFlow		flow = {.n = 1 + below(11), .first = first, .target = target, .share = share, .sink = sink,
		.tolerance = 1e-14, .alloc = get_memory, .release = release_memory};
	double		error;
	double		before = 0;
	double		after = 0;
	int64_t		edges = 0;

	for (int v = 0; v < flow.n; v++)
	{
		int			n = flow.n > 1 ? below(4) : 0;
		int			rest = 1 << 20;	/* shares sum to 1 exactly */

		first[v] = edges;
		for (int i = 0; i < n; i++)
		{
			target[edges] = (v + 1 + below(flow.n - 1)) % flow.n;
			int			part = i == n - 1 ? rest : below(0x10000) * (rest >> 16);

			share[edges].hi = ldexp(part, -20);
			share[edges++].lo = 0;
			rest -= part;
		}
		sink[v] = n == 0;
		x[v] = cv_dd_from_int((cv_int128) bytes(4));
		before += x[v].hi;
	}
	first[flow.n] = edges;
	cv_flow_prepare(&flow);
	if (cv_flow_solve(&flow, x, &error))
	{
		for (int v = 0; v < flow.n; v++)
			after += sink[v] ? x[v].hi : 0;
		HOLDS(after <= before * (1 + 1e-9) + flow.n * error + 1e-6);
	}
	for (; nheld > 0; nheld--)
		free(held[nheld - 1]);
}

static void
fuzz_purchases(void)
{
	double		row[12 * 6];
	CvCustomers c = {.family = cv_families[below(CV_FAMILY_COUNT)], .row = row, .n = 1 + below(11)};
	int			columns = cv_family_columns(c.family);
	int			width;
	CvNewton	fit = {0};
	double		p[CV_FAMILY_MOST] = {1, 1, 1, 1};
	double		x = 0;

	if (c.family->dropout_effect != NULL)
		c.covariates[c.family->purchase_effect != NULL ? below(2) : 1] = below(3);
	width = columns + c.covariates[0] + c.covariates[1] + 1;
	for (int i = 0; i < c.n; i++)
	{
		double	   *to = row + i * width;

		x += below(8);			/* rows are sorted */
		to[0] = c.family->subject == CV_OF_SPEND ? fmax(1, x) : x;
		to[1] = cv_takes_losses(c.family) ? number(20) :
			c.family == &cv_gamma_gamma ? ldexp(0.5 + fraction(), below(20) - 10) :
			c.family->subject == CV_OF_CONTRACTS ? below(2) :
			c.family == &cv_bgbb ? x + (x > 0) * below(5) : 0;
		if (columns == 3)
			to[2] = c.family == &cv_bgbb ? to[1] + below(9) : ldexp(0.5 + fraction(), below(20) - 10);
		if (columns == 3 && c.family != &cv_bgbb && x > 0)
			to[1] = to[2] * fraction();
		for (int j = columns; j < width - 1; j++)
			to[j] = number(20);
		to[width - 1] = 1 + below(100);
	}
	if (cv_purchase_fit(&c, &fit) && (fit.converged || fit.flat))
	{
		for (int i = 0; i < fit.n; i++)
			HOLDS(isfinite(fit.x[i]));
	}
	for (int i = 0; i < c.family->n; i++)
		p[i] = exp(20 * fraction() - 10);
	if (c.family->subject == CV_OF_CONTRACTS)
	{
		HOLDS(c.family->survival(p, below(50)) <= 1);
		HOLDS(c.family->lifetime(p, fraction() + 0.01, below(9)) >= 0);
	}
	else if (c.family->subject == CV_OF_SPEND)
		HOLDS(isfinite(c.family->spend(p, 1, 2)) || p[1] + p[0] <= 1);
	else
	{
		const double *customer = row + (c.n - 1) * width;
		double		horizon = below(200);
		double		alive = c.family->alive(p, customer[0], customer[1], customer[2], horizon);
		double		expected = cv_expected(c.family, p, customer[0], customer[1], customer[2], horizon);
		double		discounted = cv_discounted(c.family, p, customer[0], customer[1], customer[2],
			0.01 + fraction(), horizon);
		double		pmf = c.family->pmf(p, below(30), horizon);

		HOLDS(alive >= 0 && alive <= 1);
		/* Regular customers of more than 10,000 purchases have no answer. */
		HOLDS((c.family->every > 0 && isnan(expected)) ||
			  (expected >= 0 && discounted >= 0 && discounted <= expected * (1 + 1e-9)));
		HOLDS(pmf >= 0 && pmf <= 1 + 1e-9);
	}
}

/* Bytes up to a line feed, or all. */
static const char *
line(size_t *length)
{
	const char *begin = (const char *) next;

	while (next < end && *next != '\n')
		next++;
	*length = (const char *) next - begin;
	next += next < end;
	return begin;
}

/* What holds for the tokens of every text. */
static void
check_tokens(const CvTokens *t, const CvVerdict *v, size_t length)
{
	size_t		before = 0;
	int64_t    *aspect = malloc((t->n + 1) * sizeof(int64_t));
	double		shares = v->positive + v->negative + v->neutral;

	HOLDS(t->n <= cv_tokens_most(length));
	HOLDS(v->hits <= t->n && (shares == 0 || fabs(shares - 1) < 1e-9) && (shares == 0) == (t->n == 0));
	HOLDS(v->compound >= -1 && v->compound <= 1);
	cv_find_aspects(t, aspect);
	for (size_t i = 0; i < t->n; i++)
	{
		CvReasons	reasons = {0};

		HOLDS(t->token[i].start >= before && (size_t) t->token[i].start + t->token[i].length <= length);
		HOLDS(aspect[i] >= -1 && aspect[i] < (int64_t) t->n);
		HOLDS(isfinite(cv_value_of(t, i, &reasons)) && reasons.n <= CV_REASONS);
		before = (size_t) t->token[i].start + t->token[i].length;
	}
	free(aspect);
}

/* Some lines are a kind and a word of a lexicon; behind an empty one is a text.  Blanks or tabs make no difference. */
static void
fuzz_sentiment(void)
{
	Words		w = {0};
	size_t		length;
	const char *word;
	unsigned char *text;
	CvTokens	t[2];
	CvVerdict	v[2];

	while (w.n < MOST_WORDS && (word = line(&length), length > 0))
	{
		CvWordKind	kind = (CvWordKind) (word[0] & 7) % CV_WORD_KINDS;
		double		value = kind <= CV_DEGREE ? (word[length - 1] & 15) / 2.0 - 4 : 0;

		if (length > 1 && length < 256)
			words_add(&w, kind, word + 1, length - 1, value, kind == CV_ASPECT ? "x" : "");
	}
	words_build(&w);
	length = end - next;
	text = malloc(length + (length == 0));
	memcpy(text, next, length);
	for (int k = 0; k < 2; k++)
	{
		v[k] = words_judge(&w, &t[k], text, length);
		check_tokens(&t[k], &v[k], length);
		for (size_t i = 0; i < length; i++)
			text[i] = text[i] == ' ' ? '\t' : text[i];
	}
	HOLDS(t[0].n == t[1].n && v[0].score == v[1].score && v[0].hits == v[1].hits);
	for (int k = 0; k < 2; k++)
		tokens_free(&t[k]);
	free(text);
	words_free(&w);
}

static const char *const name[] = {"text", "varint", "natural", "allocate", "order", "special", "matrices", "kmeans",
	"logit", "markov", "flow", "purchases", "sentiment"};
static void (*const entry[]) (void) = {fuzz_text, fuzz_varint, fuzz_natural, fuzz_allocate, fuzz_order, fuzz_special,
	fuzz_matrices, fuzz_kmeans, fuzz_logit, fuzz_markov, fuzz_flow, fuzz_purchases, fuzz_sentiment};

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *wanted = getenv("CUSTVALUE_FUZZ");
	int			n = sizeof(entry) / sizeof(entry[0]);
	int			which = size > 0 ? (data[0] & 31) % n : 0;

	if (size < 1)
		return 0;
	/* The entry that the letter says, or that CUSTVALUE_FUZZ names. */
	for (int i = 0; wanted != NULL && i < n; i++)
	{
		if (strcmp(name[i], wanted) == 0)
			which = i;
	}
	next = data + 1;
	end = data + size;
	entry[which] ();
	return 0;
}
