/*
 * cox.c - proportional hazards: known fits, what must not change them, and concordance by counting pairs.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "retention/core/cox.h"
#include "unit.h"

#define NEAR(a, b, tolerance) (fabs((a) - (b)) <= (tolerance) * fabs(b))
#define MOST 400
#define P 3

static double row[MOST * CV_COX_WIDTH(P)],
			work[CV_COX_WORK(P)],
			risk[MOST],
			mean[P],
			unit[P],
			beta[P],
			covariance[P * P],
			slope[MOST * P],
			g[MOST],
			chi2[P];
static bool aliased[P];
static int32_t stratum[MOST];
static int64_t by_entry[MOST];
static CvCoxStep step[MOST];
static CvCoxClock clock_of[4 * MOST];

/* As many regressors as the caller wants; rows follow with add. */
static CvCox
begin(int p)
{
	CvCox		m = {.row = row, .p = p, .work = work, .risk = risk, .mean = mean, .unit = unit, .aliased = aliased,
					 .beta = beta,
	.covariance = covariance};

	return m;
}

static void
add(CvCox *m, double time, double entry, int event, const double *x, double weight, double count)
{
	double	   *to = row + m->n++ * CV_COX_WIDTH(m->p);

	to[CV_COX_TIME] = time;
	to[CV_COX_ENTRY] = entry;
	to[CV_COX_EVENT] = event;
	memcpy(to + CV_COX_X, x, m->p * sizeof(double));
	to[CV_COX_X + m->p] = weight;
	to[CV_COX_X + m->p + 1] = count;
}

static int	width;
static bool strata;

static int
compare_rows(const void *a, const void *b)
{
	const double *x = a;
	const double *y = b;

	for (int i = 0; i < width; i++)
	{
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	}
	return 0;
}

static int
compare_entries(const void *a, const void *b)
{
	int64_t		i = *(const int64_t *) a;
	int64_t		j = *(const int64_t *) b;
	double		x = row[i * width + CV_COX_ENTRY];
	double		y = row[j * width + CV_COX_ENTRY];

	if (strata && stratum[i] != stratum[j])
		return stratum[i] < stratum[j] ? -1 : 1;
	return x < y ? -1 : x > y;
}

static void
fit(CvCox *m, bool late)
{
	width = CV_COX_WIDTH(m->p);
	strata = m->stratum != NULL;
	qsort(row, m->n, width * sizeof(double), compare_rows);
	for (int64_t i = 0; i < m->n; i++)
		by_entry[i] = i;
	qsort(by_entry, m->n, sizeof(int64_t), compare_entries);
	m->by_entry = late ? by_entry : NULL;
	cv_cox_fit(m);
}

/* Twelve contracts: entry, exit, event, weight, in group b? */
static const double contract[12][5] = {
	{0, 3, 1, 2, 0}, {0, 5, 0, 1, 0}, {2, 5, 1, 1, 0}, {0, 5, 1, 3, 1}, {4, 7, 1, 1, 1}, {3, 7, 0, 2, 0},
	{0, 8, 1, 1, 1}, {5, 8, 1, 1, 0}, {1, 9, 0, 2, 1}, {6, 10, 1, 1, 0}, {0, 12, 0, 1, 1}, {8, 12, 1, 1, 1}
};

typedef enum Weighting
{
	UNWEIGHTED,
	WEIGHTED,
	COUNTED,
	REPEATED
} Weighting;

static CvCox
fit_contracts(bool breslow, Weighting how)
{
	CvCox		m = begin(1);

	m.breslow = breslow;
	for (int i = 0; i < 12; i++)
	{
		const double *c = contract[i];

		for (int k = 0; k < (how == REPEATED ? c[3] : 1); k++)
			add(&m, c[1], c[0], c[2] > 0, &c[4], how == WEIGHTED ? c[3] : 1, how == COUNTED ? c[3] : 1);
	}
	fit(&m, true);
	return m;
}

static void
test_contracts(void)
{
	static const struct
	{
		bool		breslow;
		Weighting	how;
		double		estimate;
		double		std_error;
		double		loglik;
	}			known[] = {
		{false, UNWEIGHTED, -0.758134598629, 0.7655989515762, -12.20825518416},
		{true, UNWEIGHTED, -0.7318491668963, 0.765414423436, -12.59835325458},
		{true, WEIGHTED, -0.6199338447777, 0.6340279807505, NAN},
		{true, COUNTED, -0.6199338447777, 0.6340279807505, NAN},
		{true, REPEATED, -0.6199338447777, 0.6340279807505, NAN},
		{false, WEIGHTED, -0.6204426504698, NAN, NAN},
		{false, COUNTED, -0.6410185061507, NAN, NAN},
		{false, REPEATED, -0.6410185061507, NAN, NAN}
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
	{
		CvCox		m = fit_contracts(known[i].breslow, known[i].how);

		CHECK(m.converged && !m.monotone && m.rank == 1);
		CHECK(NEAR(beta[0], known[i].estimate, 1e-10));
		CHECK(isnan(known[i].std_error) || NEAR(sqrt(covariance[0]), known[i].std_error, 1e-10));
		CHECK(isnan(known[i].loglik) || NEAR(m.loglik, known[i].loglik, 1e-10));
	}
}

/* All with x = 1 leave before all with x = 0. */
static void
test_no_estimate(void)
{
	CvCox		m = begin(2);

	for (int i = 0; i < 6; i++)
	{
		double		x[2] = {i < 3, 7};

		add(&m, i + 1, -1, 1, x, 1, 1);
	}
	fit(&m, false);
	CHECK(m.monotone && !m.converged && aliased[1] && !aliased[0]);
	CHECK(NEAR(m.loglik, -3.583518938456, 1e-9));

	/* Nobody leaves. */
	m = begin(1);
	for (int i = 0; i < 6; i++)
	{
		double		x = i;

		add(&m, i + 1, -1, 0, &x, 1, 1);
	}
	fit(&m, false);
	CHECK(!m.converged && !m.monotone && m.events == 0);
}

/* Rows with two regressors, one of them far from 0, and a third that is their sum. */
static CvCox
fit_random(uint64_t seed, int n, double shift, bool late, bool halves, bool breslow)
{
	CvCox		m = begin(P);

	m.breslow = breslow;
	for (int i = 0; i < n; i++)
	{
		double		x[P];
		double		entry = (double) (unit_random(&seed) % 5);
		double		time;

		x[0] = (double) (unit_random(&seed) % 7);
		x[1] = (double) (unit_random(&seed) % 1000) / 100;
		x[2] = 2 * x[0] - x[1];
		time = entry + 1 + floor((double) (unit_random(&seed) % 10000) / 10000 * exp(2 - 0.3 * x[0]));
		for (int j = 0; j < P; j++)
			x[j] += shift;
		add(&m, time, late ? entry : -1, unit_random(&seed) % 3 > 0, x, 1 + (double) (unit_random(&seed) % 3) / 2, 1);
		stratum[i] = 0;
	}
	if (halves)
	{
		/* The second half of the rows as they stand once sorted is a stratum of its own, sorted in itself. */
		for (int i = n / 2; i < n; i++)
			stratum[i] = 1;
		m.stratum = stratum;
	}
	fit(&m, late);
	return m;
}

static void
test_invariance(void)
{
	for (uint64_t seed = 1; seed <= 10; seed++)
	{
		bool		late = seed % 2;
		bool		breslow = seed % 3 == 0;
		CvCox		m = fit_random(seed, 300, 0, late, false, breslow);
		double		estimate[P],
					variance[P * P],
					sum = 0;
		int64_t		n;

		CHECK(m.converged && m.rank == 2 && !aliased[0] && !aliased[1] && aliased[2]);
		CHECK(m.loglik > m.null_loglik && m.score > 0 && m.wald > 0);
		memcpy(estimate, beta, sizeof(estimate));
		memcpy(variance, covariance, sizeof(variance));

		/* Expected events, by the baseline and each row's risk, are as many as there were. */
		n = cv_cox_count_steps(&m);
		cv_cox_baseline(&m, step, slope);
		for (int64_t i = 0; i < m.n && breslow; i++)
		{
			const double *r = row + i * CV_COX_WIDTH(P);

			for (int64_t k = 0; k < n; k++)
			{
				double		part = step[k].hazard - (k > 0 ? step[k - 1].hazard : 0);

				if (step[k].time <= r[CV_COX_TIME] && step[k].time > r[CV_COX_ENTRY])
					sum += r[CV_COX_X + P] * part * exp(m.risk[i]);
			}
		}
		CHECK(!breslow || NEAR(sum, m.events, 1e-10));

		/* So far from 0 a column has 10 digits left. */
		m = fit_random(seed, 300, 1e6, late, false, breslow);
		CHECK(m.converged && m.rank == 2 && aliased[2]);
		for (int j = 0; j < 2; j++)
			CHECK(NEAR(beta[j], estimate[j], 1e-7) && NEAR(covariance[j * P + j], variance[j * P + j], 1e-7));
	}
}

static void
test_proportionality(void)
{
	for (uint64_t seed = 1; seed <= 4; seed++)
	{
		CvCox		m = fit_random(seed, 300, 0, seed % 2, false, false);
		CvCoxTest	test = {clock_of, g, chi2, 0};

		cv_cox_proportionality(&m, &test);
		CHECK(chi2[0] > 0 && chi2[1] > 0 && isnan(chi2[2]));
		CHECK(test.global >= chi2[0] - 1e-9 && test.global >= chi2[1] - 1e-9);
	}
}

/* Every pair looked at. */
static void
count_pairs(const CvCox *m, double *share, double *std_error)
{
	double		wins[MOST] = {0},
				pairs[MOST] = {0},
				all = 0,
				won = 0,
				square = 0;

	for (int i = 0; i < m->n; i++)
	{
		const double *a = row + i * CV_COX_WIDTH(P);

		for (int j = 0; j < m->n; j++)
		{
			const double *b = row + j * CV_COX_WIDTH(P);
			bool		later = b[CV_COX_TIME] > a[CV_COX_TIME] ||
				(b[CV_COX_TIME] == a[CV_COX_TIME] && b[CV_COX_EVENT] == 0);
			double		win = risk[i] > risk[j] ? 1 : risk[i] == risk[j] ? 0.5 : 0;

			if (a[CV_COX_EVENT] == 0 || !later || b[CV_COX_ENTRY] >= a[CV_COX_TIME] || i == j ||
				(m->stratum && stratum[i] != stratum[j]))
				continue;
			pairs[i] += b[CV_COX_X + P];
			pairs[j] += a[CV_COX_X + P];
			wins[i] += win * b[CV_COX_X + P];
			wins[j] += win * a[CV_COX_X + P];
			all += a[CV_COX_X + P] * b[CV_COX_X + P];
			won += win * a[CV_COX_X + P] * b[CV_COX_X + P];
		}
	}
	*share = won / all;
	for (int i = 0; i < m->n; i++)
		square += row[i * CV_COX_WIDTH(P) + CV_COX_X + P] * pow((wins[i] - *share * pairs[i]) / all, 2);
	*std_error = sqrt(square);
}

static void
test_concordance(void)
{
	static double sorted[MOST],
				scratch[MOST],
				tree[MOST],
				pairs[MOST],
				wins[MOST];
	static int32_t rank[MOST];

	for (uint64_t seed = 1; seed <= 8; seed++)
	{
		CvCox		m = fit_random(seed, 200 + (int) seed, 0, seed % 2, seed % 4 > 1, false);
		CvConcordance c = {sorted, scratch, rank, tree, pairs, wins, 0, 0, 0};
		double		share,
					std_error;

		cv_concordance(&m, &c);
		count_pairs(&m, &share, &std_error);
		CHECK(NEAR(c.share, share, 1e-12) && NEAR(c.std_error, std_error, 1e-12));
	}
}

void
test_cox(void)
{
	test_contracts();
	test_no_estimate();
	test_invariance();
	test_proportionality();
	test_concordance();
}
