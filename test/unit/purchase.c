/*
 * purchase.c - models of purchases: derivatives, and two ways to the same expectation.
 */
#include <math.h>
#include <string.h>
#include <time.h>

#include "clv/core/cnbd.h"
#include "clv/core/purchase.h"
#include "num/special.h"
#include "unit.h"

#define CLOSE(x, expected, tolerance) CHECK_CLOSE(x, expected, tolerance)

static double
uniform(uint64_t *seed)
{
	return (double) (unit_random(seed) >> 11) * 0x1p-53;
}

/* Of a discounted stream at this rate, by another way: a fine sum over the time to come. */
static double
in_steps(CvFamily family, const double *p, const double *row, double discount, double horizon, int steps)
{
	double		sum = 0;
	double		before = 0;

	for (int i = 1; i <= steps; i++)
	{
		/* Steps that grow, so that a far horizon costs no more. */
		double		at = horizon * pow((double) i / steps, 3);
		double		middle = horizon * pow((i - 0.5) / steps, 3);
		double		bought = cv_expected(family, p, row[0], row[1], row[2], at);

		sum += (bought - before) * exp(-discount * middle);
		before = bought;
	}
	return sum;
}

static void
test_predictions(uint64_t *seed)
{
	static const CvFamily timed[4] = {&cv_bgnbd, &cv_mbgnbd, &cv_nbd, &cv_pareto_nbd};

	/* What can happen adds up to one, and its mean is the expectation. */
	for (int round = 0; round < 100; round++)
	{
		CvFamily	family = round % 5 == 4 ? &cv_bgbb : timed[round % 5];
		double		p[4];
		double		horizon = family == &cv_bgbb ? floor(30 * uniform(seed)) : 20 * uniform(seed);
		double		sum = 0;
		double		mean = 0;

		for (int i = 0; i < 4; i++)
			p[i] = exp(3 * uniform(seed) - 1);
		p[0] = fmax(p[0], 1);
		for (int k = 0; k <= 3000; k++)
		{
			double		q = family->pmf(p, k, horizon);

			CHECK(q >= 0 && q <= 1);
			sum += q;
			mean += k * q;
			if (k > 100 && q < 1e-18)
				break;
		}
		CLOSE(sum, 1, 1e-11);
		CLOSE(mean, cv_expected(family, p, 0, 0, 0, horizon), 1e-10);
	}

	/* Discounts: against steps, no discount, an infinite horizon, and one period after the other. */
	for (int round = 0; round < 40; round++)
	{
		CvFamily	family = timed[round % 4];
		double		p[4];
		double		row[3] = {floor(10 * uniform(seed)), 0, 50};
		double		discount = exp(-6 * uniform(seed));
		double		horizon = 40 * uniform(seed);
		double		at[2];

		for (int i = 0; i < 4; i++)
			p[i] = exp(4 * uniform(seed) - 2);
		row[1] = row[0] > 0 ? 50 * uniform(seed) : 0;
		at[0] = cv_discounted(family, p, row[0], row[1], row[2], discount, horizon);
		at[1] = cv_discounted(family, p, row[0], row[1], row[2], discount, INFINITY);
		CLOSE(at[0], in_steps(family, p, row, discount, horizon, 3000), 1e-5);
		CLOSE(cv_discounted(family, p, row[0], row[1], row[2], 1e-9, horizon),
			  cv_expected(family, p, row[0], row[1], row[2], horizon), 1e-6);
		CLOSE(at[1], cv_discounted(family, p, row[0], row[1], row[2], discount, 60 / discount), 1e-11);
		CHECK(at[0] <= at[1]);
		CLOSE(at[1], in_steps(family, p, row, discount, 60 / discount, 10000), 1e-5);
	}
	for (int round = 0; round < 100; round++)
	{
		double		p[4];
		double		n = floor(20 * uniform(seed));
		double		x = floor((n + 1) * uniform(seed));
		double		t_x = x > 0 ? x + floor((n - x + 1) * uniform(seed)) : 0;
		double		discount = exp(-6 * uniform(seed));
		double		sum = 0;

		for (int i = 0; i < 4; i++)
			p[i] = exp(4 * uniform(seed) - 2);
		for (int i = 1; i <= 100; i++)
			sum += cv_bgbb.alive(p, x, t_x, n, i) * (p[0] + x) / (p[0] + p[1] + n) * exp(-discount * i);
		CLOSE(cv_discounted(&cv_bgbb, p, x, t_x, n, discount, 100), sum, 1e-11);
		CLOSE(cv_discounted(&cv_bgbb, p, x, t_x, n, discount, 1),
			  cv_bgbb.alive(p, x, t_x, n, 1) * (p[0] + x) / (p[0] + p[1] + n) * exp(-discount), 1e-12);
		CHECK(cv_discounted(&cv_bgbb, p, x, t_x, n, discount, INFINITY) >= sum * (1 - 1e-12));
		CLOSE(cv_discounted(&cv_bgbb, p, x, t_x, n, discount, INFINITY),
			  cv_discounted(&cv_bgbb, p, x, t_x, n, discount, 60 / discount), 1e-11);

		sum = 0;
		for (int i = 20; i >= 0; i--)
			sum = cv_sbg.survival(p, i) + sum / (1 + 4.0);
		CLOSE(cv_sbg.lifetime(p, 4, 0), sum, 1e-12);
		sum = 0;
		for (int i = 23; i >= 3; i--)
			sum = cv_sbg.survival(p, i) / cv_sbg.survival(p, 2) + sum / (1 + 4.0);
		CLOSE(cv_sbg.lifetime(p, 4, 3), sum, 1e-12);
	}
	/* mpmath 1.2: the integral of the hypergeometric rate. */
	CLOSE(cv_discounted(&cv_bgnbd, (double[4]) {0.243, 4.414, 0.793, 2.426}, 2, 30.43, 38.86, 0.0027, INFINITY),
		  5.156379826154037, 1e-13);
	CLOSE(cv_discounted(&cv_bgnbd, (double[4]) {0.243, 4.414, 0.793, 2.426}, 2, 30.43, 38.86, 0.0027, 390),
		  4.341546876400224, 1e-13);
	CLOSE(cv_discounted(&cv_bgnbd, (double[4]) {0.243, 4.414, 1, 2.426}, 100, 500, 520, 0.0027, INFINITY),
		  31.71959932404768, 1e-13);
	CLOSE(cv_discounted(&cv_bgnbd, (double[4]) {2, 20, 0.05, 0.05}, 5, 60, 80, 1e-5, INFINITY), 4709.21349833184,
		  1e-13);
	CLOSE(cv_discounted(&cv_bgnbd, (double[4]) {2, 20, 0.5, 300}, 5, 60, 80, 1e-4, 3000), 155.7227040452004, 1e-13);
	CLOSE(cv_discounted(&cv_mbgnbd, (double[4]) {0.11, 2.24, 0.31, 0.5}, 0, 0, 1, 0.3, INFINITY), 0.06088526309496233,
		  1e-13);
	CLOSE(cv_discounted(&cv_mbgnbd, (double[4]) {0.525, 6.183, 0.891, 1.614}, 7, 29.43, 38.86, 0.0027, INFINITY),
		  11.15263140639099, 1e-13);
	/* Extremes end, and are in range. */
	for (int round = 0; round < 1000; round++)
	{
		double		far = round % 2 == 0 ? 50 : 1000;
		double		p[4];
		CvFamily	family = round % 5 == 4 ? &cv_bgbb : timed[round % 5];
		double		discount = exp(far * (uniform(seed) - 0.5));
		double		value;

		for (int i = 0; i < 4; i++)
			p[i] = exp(far * (uniform(seed) - 0.5));
		value = cv_discounted(family, p, 3, 5, 9, discount, round % 3 == 0 ? INFINITY : 100);
		CHECK(far > 50 || (value >= 0 &&
						   value <= (3 + p[0]) / (family == &cv_bgbb ? 1 : p[1] + 9) / discount * (1 + 1e-9)));
		if (far <= 50)
		{
			value = family->pmf(p, round % 7, 20);
			CHECK(value >= 0 && value <= 1 + 1e-9);
		}
		value = cv_sbg.lifetime(p, discount, round % 4);
		CHECK(far > 50 || value >= 0);
	}
}

/* A number from one end of the scale to the other, the ends more often than not. */
static double
extreme(uint64_t *seed)
{
	static const double end[] = {1e308, 1.7976e308, 1e-300, 1e-308, 1e10, 1e-10, 1e154, 1e-154, 1e5, 0.3, 1, 20};
	size_t		i = unit_random(seed) % 16;

	return i < sizeof(end) / sizeof(end[0]) ? end[i] : exp(1400 * (uniform(seed) - 0.5));
}

/* Every answer comes soon, whatever the numbers, and is one in range or none. */
static void
check_extremes(uint64_t *seed)
{
	static const double count[] = {0, 0, 1, 2, 7, 100, 10000};
	CvFamily	family = cv_families[unit_random(seed) % CV_FAMILY_COUNT];
	bool		occasions = cv_counts_occasions(family) || family->subject == CV_OF_CONTRACTS;
	double		p[4] = {extreme(seed), extreme(seed), extreme(seed), extreme(seed)};
	double		log_p[4] = {log(p[0]), log(p[1]), log(p[2]), log(p[3])};
	double		x = count[unit_random(seed) % 7];
	double		t = occasions ? x + count[unit_random(seed) % 7] : extreme(seed);
	double		t_x = x == 0 ? 0 : occasions ? x : t * uniform(seed);
	double		row[4] = {x, t_x, t, 1};
	double		k = count[unit_random(seed) % 7];
	double		horizon = occasions ? count[unit_random(seed) % 7] : extreme(seed);
	double		discount = extreme(seed);
	CvCustomers customer = {.family = family, .row = row, .n = 1};
	clock_t		start = clock();
	double		answer[8] = {0};

	if (family->subject == CV_OF_SPEND)
		return;
	if (family->subject == CV_OF_CONTRACTS)
	{
		answer[0] = family->survival(p, k);
		answer[1] = family->retention(p, k + 1);
		answer[5] = family->lifetime(p, discount, k);
	}
	else
	{
		answer[0] = family->alive(p, x, t_x, t, 0);
		answer[1] = family->alive(p, x, t_x, t, horizon);
		answer[2] = family->pmf(p, k, horizon);
		answer[3] = cv_expected(family, p, x, t_x, t, horizon);
		/* Where customers are regular this is a sum over purchases for each of many times: a few rounds will do. */
		if (family->every == 0 || unit_random(seed) % 8 == 0)
		{
			if (family->every == 0 || answer[3] < 100)
				answer[4] = cv_discounted(family, p, x, t_x, t, discount, horizon);
			answer[5] = cv_discounted(family, p, x, t_x, t, discount, INFINITY);
		}
		answer[6] = -cv_purchase_loglik(&customer, log_p, NULL, NULL);
	}
	/* Regular customers to the end of time, with parameters of 1e-300, take longest. */
	CHECK(clock() - start < (family->every > 0 ? 60 : 5) * CLOCKS_PER_SEC);
	for (int i = 0; i < 6; i++)
		CHECK(isnan(answer[i]) || (answer[i] >= 0 && (i > 2 || answer[i] <= 1 + 1e-9)));
}

/*
 * With c = 1 the beta-discrete-Weibull is the shifted beta-geometric; its sums are those of its survival, added one by
 * one.
 */
static void
check_weibull(uint64_t *seed)
{
	double		p[3] = {exp(6 * uniform(seed) - 3), exp(8 * uniform(seed) - 3), 1};
	double		t = floor(40 * uniform(seed));
	double		discount = exp(-5 * uniform(seed));
	double		sum = 0;

	CLOSE(cv_bdw.survival(p, t), cv_sbg.survival(p, t), 1e-12);
	CLOSE(cv_bdw.retention(p, t + 1), cv_sbg.retention(p, t + 1), 1e-11);
	CLOSE(cv_bdw.lifetime(p, discount, 0), cv_sbg.lifetime(p, discount, 0), 1e-10);
	CLOSE(cv_bdw.lifetime(p, discount, 3), cv_sbg.lifetime(p, discount, 3), 1e-10);
	p[2] = exp(2 * uniform(seed) - 1);
	CLOSE(cv_bdw.retention(p, t + 1), cv_bdw.survival(p, t + 1) / cv_bdw.survival(p, t), 1e-10);
	for (double i = 0; i < 20000; i++)
		sum += cv_bdw.survival(p, i) * exp(-i * log1p(0.02));
	CLOSE(cv_bdw.lifetime(p, 0.02, 0), sum, 1e-9);
}

/* The density of one mean and of what the customer's own mean may be, by steps over the latter. */
static double
own_mean(const double *p, double x, double mean, int power)
{
	const double width = p[1] / sqrt(1 + p[1] * p[1] * x / (p[2] * p[2]));
	const double middle = cv_normal_spend.spend(p, x, mean);
	const double step = width / 50;
	double		sum = 0;

	for (int i = -1000; i <= 1000; i++)
	{
		double		own = middle + i * step;
		double		z[2] = {(own - p[0]) / p[1], (mean - own) * sqrt(x) / p[2]};

		sum += pow(own, power) * exp(-(z[0] * z[0] + z[1] * z[1]) / 2) * sqrt(x) / (2 * M_PI * p[1] * p[2]) * step;
	}
	return sum;
}

/*
 * The MBG/CNBD-k: with k = 1 it is the MBG/NBD; what can happen adds up; and what is to come is that of one period
 * after the other.
 */
static void
check_regular(uint64_t *seed)
{
	int			k = 1 + (int) (unit_random(seed) % CV_MOST_K);
	const CvFamilyRecord *one = &cv_mbgcnbd_every[0];
	const CvFamilyRecord *family = &cv_mbgcnbd_every[k - 1];
	double		p[4] = {exp(2 * uniform(seed) - 1), exp(2 + 2 * uniform(seed)), exp(3 * uniform(seed) - 1.5),
		exp(4 * uniform(seed) - 1)};
	double		x = floor(12 * uniform(seed));
	double		t = 5 + 90 * uniform(seed);
	double		row[4] = {x, x > 0 ? t * (0.7 + 0.3 * uniform(seed)) : 0, t, 1};
	double		horizon = 20 * uniform(seed);
	double		discount = exp(-1 - 2 * uniform(seed));
	double		sum = 0;
	double		mean = 0;
	double		chances = 0;
	double		log_p[4] = {log(p[0]), log(p[1]), log(p[2]), log(p[3])};
	CvCustomers customer[2] = {{.family = one, .row = row, .n = 1}, {.family = &cv_mbgnbd, .row = row, .n = 1}};

	CLOSE(cv_purchase_loglik(&customer[0], log_p, NULL, NULL), cv_purchase_loglik(&customer[1], log_p, NULL, NULL),
		  1e-12);
	CLOSE(one->alive(p, x, row[1], t, 0), cv_mbgnbd.alive(p, x, row[1], t, 0), 1e-12);
	CLOSE(one->alive(p, x, row[1], t, horizon), cv_mbgnbd.alive(p, x, row[1], t, horizon), 1e-9);
	CLOSE(cv_expected(one, p, x, row[1], t, horizon), cv_expected(&cv_mbgnbd, p, x, row[1], t, horizon), 1e-9);
	CLOSE(cv_discounted(one, p, x, row[1], t, discount, horizon),
		  cv_discounted(&cv_mbgnbd, p, x, row[1], t, discount, horizon), 1e-9);
	CLOSE(cv_discounted(one, p, x, row[1], t, discount, INFINITY),
		  cv_discounted(&cv_mbgnbd, p, x, row[1], t, discount, INFINITY), 1e-9);
	CLOSE(cv_purchase_chance(one, p, row, horizon, 2), cv_purchase_chance(&cv_mbgnbd, p, row, horizon, 2), 1e-9);
	CLOSE(one->pmf(p, x, horizon), cv_mbgnbd.pmf(p, x, horizon), 1e-9);

	for (int n = 0; n <= 2000; n++)
	{
		double		q = family->pmf(p, n, horizon);

		CHECK(q >= 0 && q <= 1);
		sum += q;
		mean += n * q;
		if (n > 50 && q < 1e-18)
			break;
	}
	CLOSE(sum, 1, 1e-9);
	CLOSE(mean, cv_expected(family, p, 0, 0, 0, horizon), 1e-7);
	for (int n = 1; n <= 2000; n++)
	{
		double		q = cv_purchase_chance(family, p, row, horizon, n);

		chances += q;
		if (q < 1e-16 * chances)
			break;
	}
	CLOSE(chances, cv_expected(family, p, x, row[1], t, horizon), 1e-9);
	CLOSE(cv_discounted(family, p, x, row[1], t, 1e-9, horizon), cv_expected(family, p, x, row[1], t, horizon), 1e-6);
	if (k <= 3)
		CLOSE(cv_discounted(family, p, x, row[1], t, discount, INFINITY),
			  cv_discounted(family, p, x, row[1], t, discount, 44.9 / discount), 1e-6);
	CLOSE(cv_discounted(family, p, x, row[1], t, discount, horizon), in_steps(family, p, row, discount, horizon, 50),
		  0.01);
	CHECK(family->alive(p, x, row[1], t, horizon) <= family->alive(p, x, row[1], t, 0));
}

/* The normal-normal model against its own integral, and the share of the customer's own mean. */
static void
check_normal(uint64_t *seed)
{
	double		p[3] = {20 * uniform(seed) - 10, exp(4 * uniform(seed) - 2), exp(4 * uniform(seed) - 2)};
	double		row[3] = {1 + floor(10 * uniform(seed)), p[0] + p[1] * (4 * uniform(seed) - 2), 1};
	double		density = own_mean(p, row[0], row[1], 0);

	CHECK_WITHIN(cv_normal_spend.row(p, NULL, row, NULL, NULL), log(density), 1e-11);
	CHECK_WITHIN(cv_normal_spend.spend(p, row[0], row[1]), own_mean(p, row[0], row[1], 1) / density, 1e-10);
	CHECK(cv_normal_spend.spend(p, 0, NAN) == p[0]);
}

void
test_purchase(void)
{
	uint64_t	seed = 17;

	for (int i = 0; i < 30; i++)
		check_weibull(&seed);
	for (int i = 0; i < 100; i++)
		check_normal(&seed);
	for (int i = 0; i < 12; i++)
		check_regular(&seed);

	/* R 4.2. */
	CLOSE(cv_digamma(1e-3), -1000.5755719318103, 1e-15);
	CLOSE(cv_digamma(0.5), -1.9635100260214235, 1e-14);
	CLOSE(cv_digamma(1), -0.57721566490153287, 1e-14);
	CLOSE(cv_digamma(3.7), 1.1671535393615114, 1e-14);
	CLOSE(cv_digamma(1e6), 13.815510057964191, 1e-14);
	CLOSE(cv_trigamma(0.5), 4.934802200544679, 1e-14);
	CLOSE(cv_trigamma(3.7), 0.31003785767003833, 1e-14);
	CLOSE(cv_trigamma(1e6), 1.0000005000001666e-06, 1e-14);
	/* mpmath 1.2. */
	CLOSE(cv_exp_integral(1, 0.1), 2.01464254470845163, 1e-13);
	CLOSE(cv_exp_integral(1, 3), 0.262083740255318496, 1e-13);
	CLOSE(cv_exp_integral(0.5, 0.01), 15.8892862631740754, 1e-13);
	CLOSE(cv_exp_integral(2.75, 1.9), 0.240619611229536759, 1e-13);
	CLOSE(cv_exp_integral(1 - 1e-12, 0.9), 0.63994922663960243, 1e-13);
	CLOSE(cv_exp_integral(2, 1e-06), 0.999986761690868635, 1e-13);
	CLOSE(cv_exp_integral(12.3, 0.5), 0.0844176063181944993, 1e-13);
	CLOSE(cv_exp_integral(30, 0.2), 0.0342382637634051594, 1e-13);
	CLOSE(cv_exp_integral(1000, 7), 0.000994028903093102085, 1e-13);
	CLOSE(cv_exp_integral(1.5, 10000.0), 0.0000999850037486880903, 1e-13);

	/* Gradients and Hessians are those of the function and of the gradient; half of the rounds have covariates. */
	for (int round = 0; round < 800; round++)
	{
		CvFamily	family = cv_families[round % CV_FAMILY_COUNT] == &cv_mbgcnbd ?
			&cv_mbgcnbd_every[round / CV_FAMILY_COUNT % CV_MOST_K] :
			cv_families[round % CV_FAMILY_COUNT];
		bool		more = round / CV_FAMILY_COUNT % 2 == 1 && family->dropout_effect != NULL;
		int			of_purchases = more && family->purchase_effect != NULL ? 2 : 0;
		int			columns = cv_family_columns(family);
		int			width = columns + (more ? 3 : 0) + 1;
		int			n = family->n + (more ? 3 : 0);
		double		row[3 * 7];
		bool		spend = family->subject == CV_OF_SPEND;
		CvCustomers customers = {family, row, 3, {of_purchases, more ? 3 - of_purchases : 0}, {0, 1, 2}, {1, 0.5, 2},
			NULL, {40}, {30, 1, 1, 1}, NULL, 0, {0}};
		double		at[7];
		double		gradient[7];
		double		hessian[49];

		for (int i = 0; i < 3; i++)
		{
			double		x = floor(exp(5 * uniform(&seed)) - 1) + spend + (i == 0 ? 0 : row[width * (i - 1)]);
			double		t = 1 + 100 * uniform(&seed);
			double	   *to = row + width * i;

			to[0] = x;
			to[1] = x > 0 ? t * uniform(&seed) : 0;
			to[2] = t;
			if (spend)
				to[1] = family == &cv_gamma_gamma ? t : t - 50;
			else if (family->subject == CV_OF_CONTRACTS)
				to[1] = i % 2;
			else if (family == &cv_bgbb)
			{
				to[1] = x + (x > 0 ? floor(5 * uniform(&seed)) : 0);
				to[2] = to[1] + floor(8 * uniform(&seed));
			}
			for (int k = columns; k < width - 1; k++)
				to[k] = (family->subject == CV_OF_CONTRACTS ? 1 : 2) * uniform(&seed);
			to[width - 1] = 1 + i;
		}
		for (int i = 0; i < n; i++)
			at[i] = 6 * uniform(&seed) - 3;
		cv_purchase_loglik(&customers, at, gradient, hessian);
		for (int i = 0; i < n; i++)
		{
			const double h = 1e-4;
			double		side[2];
			double		slope[2][7];
			double		ignored[49];
			double		scale = 0;

			for (int k = 0; k < 2; k++)
			{
				double		moved[7];

				memcpy(moved, at, sizeof(moved));
				moved[i] += k == 0 ? -h : h;
				side[k] = cv_purchase_loglik(&customers, moved, slope[k], ignored);
			}
			for (int j = 0; j < n; j++)
				scale = fmax(scale, fmax(fabs(hessian[i * n + j]), fabs(gradient[j])));
			scale = fmax(scale, 1e-5 * fabs(side[0]));
			CHECK_WITHIN((side[1] - side[0]) / (2 * h), gradient[i], 1e-6 * scale);
			for (int j = 0; j < n; j++)
			{
				CHECK_WITHIN((slope[1][j] - slope[0][j]) / (2 * h), hessian[i * n + j], 1e-6 * scale);
				CHECK(hessian[i * n + j] == hessian[j * n + i]);
			}
		}
	}

	/* A sum and an integral. */
	for (int round = 0; round < 2000; round++)
	{
		double		shape = exp(6 * uniform(&seed) - 3);
		double		z = exp(7 * uniform(&seed) - 6);
		double		a = exp(8 * uniform(&seed) - 4);
		double		b = exp(8 * uniform(&seed) - 4);

		CLOSE(cv_expected_integral(shape, z, a, b), cv_expected_series(shape, z, a, b), 1e-12);
	}
	/* From steps to the mean, and extremes: always an end, and in range. */
	CLOSE(cv_expected_integral(2, 3, 0.99e12, 1.98e12), cv_expected_integral(2, 3, 2.1e12, 4.2e12), 1e-9);
	CLOSE(cv_expected_integral(2, 3, 1e300, 1e300), 2 * (1 - pow(2.5, -2)), 1e-14);
	for (int round = 0; round < 4000; round++)
	{
		double		far = round % 2 == 0 ? 50 : 1000;
		double		shape = exp(far * (uniform(&seed) - 0.5));
		double		z = exp(far * (uniform(&seed) - 0.5));
		double		a = exp(far * (uniform(&seed) - 0.5));
		double		b = exp(far * (uniform(&seed) - 0.5));
		double		p[4] = {shape, 1, a, b};
		double		expected = cv_expected(&cv_bgnbd, p, 0, 0, 0, z);
		double		alive = cv_mbgnbd.alive(p, 0, 0, 0, z);

		/* Beyond all reason it is enough that there is an end. */
		CHECK(far > 50 || (expected >= 0 && expected <= shape * z * (1 + 1e-9)));
		CHECK(far > 50 || (alive >= 0 && alive <= 1));
	}
	for (int round = 0; round < 2000; round++)
		check_extremes(&seed);
	/* No end of a series that is infinity over infinity, and shares of sums that overflow. */
	CHECK(isnan(cv_expected_series(1, 0.05, INFINITY, INFINITY)) && isnan(cv_expected_series(NAN, 1, 1, 1)));
	CLOSE(cv_expected_series(1, 0.05, 1e308, 1e308), 1.0 / 20.5, 1e-14);
	CLOSE(cv_bgbb.alive((double[4]) {1e308, 1e308, 1e308, 1e308}, 1, 1, 2, 1), 1.0 / 6, 1e-14);
	CLOSE(cv_expected(&cv_bgnbd, (double[4]) {1, 1, 1e-308, 1e-308}, 0, 0, 0, 1), 0.5 + 0.25, 1e-12);
	/* Ends: nobody stops, everybody stops at once, no time. */
	CLOSE(cv_expected_integral(3, 0.5, 1e-12, 10), 1.5, 1e-11);
	CLOSE(cv_expected_integral(3, 0.5, 1e12, 1e-3), 1 - pow(1.5, -3), 1e-11);
	CHECK(cv_expected(&cv_bgnbd, (double[4]) {1, 1, 1, 1}, 2, 3, 4, 0) == 0);

	test_predictions(&seed);
}
