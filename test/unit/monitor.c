/*
 * monitor.c - control charts, run lengths, run rules, alerts, seasonal smoothing.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "monitor/core/chart.h"
#include "monitor/core/run_length.h"
#include "monitor/core/seasonal.h"
#include "monitor/core/signals.h"
#include "unit.h"

static double
uniform(uint64_t *seed)
{
	return ((double) (unit_random(seed) >> 11) + 0.5) * 0x1p-53;
}

static double
normal(uint64_t *seed)
{
	double		radius = sqrt(-2 * log(uniform(seed)));

	return radius * cos(2 * M_PI * uniform(seed));
}

static void
check_constants(void)
{
	static const struct
	{
		int			n;
		double		d2,
					d3,
					c4;
	}			known[] = {
		{2, 1.1283791671, 0.8525024664, 0.7978845608}, {3, 1.6925687506, 0.8883680040, 0.8862269255},
		{4, 2.0587507460, 0.8798082028, 0.9213177319}, {5, 2.3259289473, 0.8640819411, 0.9399856030},
		{6, 2.5344127212, 0.8480396861, 0.9515328619}, {7, 2.7043567512, 0.8332053356, 0.9593687887},
		{8, 2.8472006121, 0.8198314898, 0.9650304561}, {9, 2.9700263244, 0.8078342746, 0.9693106997},
		{10, 3.0775054617, 0.7970506735, 0.9726592741}, {25, 3.9306292195, 0.7084407659, 0.9896403756}
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
	{
		CHECK_CLOSE(cv_range_mean(known[i].n), known[i].d2, 1e-10);
		CHECK_CLOSE(cv_range_sd(known[i].n), known[i].d3, 1e-10);
		CHECK_CLOSE(cv_sd_mean(known[i].n), known[i].c4, 1e-10);
	}
	/* Of two and three numbers they are known in closed form. */
	CHECK_CLOSE(cv_range_mean(2), 2 / sqrt(M_PI), 1e-15);
	CHECK_CLOSE(cv_range_sd(2), sqrt(2 - 4 / M_PI), 1e-13);
	CHECK_CLOSE(cv_range_median(2), 0.9538725524089, 1e-13);
	CHECK_CLOSE(cv_range_mean(3), 3 / sqrt(M_PI), 1e-15);
	/* The two formulas for the mean of standard deviations meet. */
	for (int n = 2; n < 3000; n++)
		CHECK_CLOSE(cv_sd_mean(n) * cv_sd_mean(n + 1), sqrt((n - 1.0) / n), 4e-15);
	for (int n = 3; n <= CV_CHART_SIZE; n += n / 3)
		CHECK(cv_range_mean(n) > cv_range_mean(n - 1) && cv_range_sd(n) > 0 && cv_range_median(n) < cv_range_mean(n));
}

static void
check_counts(void)
{
	const double low = 0.9986501019683699;
	const double high = 0.0013498980316301;

	CHECK(cv_poisson_quantile(low, 5.6) == 0);
	CHECK(cv_poisson_quantile(high, 5.6) == 14);
	for (double mean = 0.25; mean < 300; mean *= 3)
	{
		double		below = 0,
					p = exp(-mean),
					k = cv_poisson_quantile(high, mean);

		for (int i = 0; i <= k; i++, p *= mean / i)
			below += p;
		CHECK(below >= 1 - high && below - p / mean * (k + 1) < 1 - high);
	}
	CHECK(cv_poisson_quantile(high, 0) == 0);
	CHECK(cv_binomial_quantile(0.5, 10, 0.5) == 5);
	CHECK(cv_binomial_quantile(low, 1000000, 0.5) == 498500);
	CHECK(cv_binomial_quantile(high, 5, 1) == 5);
	CHECK(cv_binomial_quantile(high, 5, 0) == 0);
}

static void
check_run_lengths(void)
{
	static const struct
	{
		double		a,
					b,
					steps[4];
	}			cusum[] = {
		{0.5, 4, {167.6837888136, 26.63020308887, 8.383131870495, 3.34277012943}},
		{0.5, 5, {465.4435060325, 37.99614318937, 10.37596992159, 4.008871061031}},
		{0.5, 4.77, {368.5613944702, 35.20816916992, 9.917042464132, 3.855294087279}}
	},			ewma[] = {
		{0.2, 2.962, {499.7351221655, 41.76439576247, 10.54166579656, 3.743439060539}},
		{0.1, 2.814, {499.5795500822, 31.29743519628, 10.33066515522, 4.362253413742}},
		{0.2, 2.7, {237.7047716809, 29.30898543105, 8.767660331107, 3.366100920504}}
	};
	static const double shifts[] = {0, 0.5, 1, 2};
	double	   *scratch = malloc(sizeof(double) * cv_run_doubles(cv_run_points(CV_RUN_LENGTH_MOST)));

	for (int i = 0; i < 3; i++)
	{
		for (int j = 0; j < 4; j++)
		{
			CHECK_CLOSE(cv_cusum_run_length(cusum[i].b, cusum[i].a, shifts[j], scratch), cusum[i].steps[j], 2e-11);
			CHECK_CLOSE(cv_cusum_run_length(cusum[i].b, cusum[i].a, -shifts[j], scratch), cusum[i].steps[j], 2e-11);
			CHECK_CLOSE(cv_ewma_run_length(ewma[i].a, ewma[i].b, shifts[j], scratch), ewma[i].steps[j], 2e-11);
		}
	}
	/* Without memory it is Shewhart's chart: 1 / probability of a point outside. */
	CHECK_CLOSE(cv_ewma_run_length(1, 3, 0, scratch), 370.3983473449, 1e-12);
	CHECK_CLOSE(cv_cusum_run_length(3, 0, 1e9, scratch), 1, 1e-15);
	/* Long ones keep their digits: ln L grows by 2 k a step of h. */
	CHECK_CLOSE(log(cv_cusum_run_length(100, 0.5, 0, scratch) / cv_cusum_run_length(90, 0.5, 0, scratch)), 10, 1e-9);
	CHECK(isfinite(cv_ewma_run_length(0.001, 3, 0, scratch)));
	CHECK(isinf(cv_cusum_run_length(100, 20, 0, scratch)));
	free(scratch);
}

static const double nelson[] = {
	-.5, .3, .6, .1, 3.4, -.8, .9, 2.3, .4, 2.2, .4, -.4, 1.2, 1.5, -.3, 1.4, 1.3, -.2, -.2, .1, -.9, -.5, -.1,
	.3, .7, 1.1, .6, .4, -.4, .5, .2, .7, .3, 1.2, .4, .8, .1, .6, -.5, -.5, .3, 1.2, .5, -.4, .6, -1.2, .3, -.7,
	1.1, -.2, .8, -.5, .4, -.9, .2, -.6, -1.1, -.4, -1.1, .2, .5, -.3, -.6, .4, .1, -.2, .7, .3, -.5, -.1, .6, .8,
	-.4, -.7, 1.5, -.2, -1.3, .6, 1.3, 1.2, -1.4, -1.2, 1.5, -1.1, 1.2, -1.3, .3, .3, -.8
};

static void
check_rules(void)
{
	static const int fires[CV_RULES] = {5, 38, 26, 56, 10, 17, 74, 86};

	for (double sign = -1; sign <= 1; sign += 2)
	{
		CvRuns		runs = {0};

		for (int i = 0; i < 89; i++)
		{
			unsigned	fired = cv_runs_next(&runs, 10 + sign * nelson[i] * 2, 10, 2);
			unsigned	expected = 0;

			for (int r = 0; r < CV_RULES; r++)
				expected |= (unsigned) (fires[r] == i + 1) << r;
			CHECK(fired == expected);
		}
	}
}

/* Rows to the first false alarm, on average, of some of the rules. */
static double
false_alarm(unsigned rules, int runs, uint64_t *seed)
{
	double		rows = 0;

	for (int i = 0; i < runs; i++)
	{
		CvRuns		state = {0};

		do
			rows++;
		while (!(cv_runs_next(&state, normal(seed), 0, 1) & rules));
	}
	return rows / runs;
}

static void
check_false_alarms(void)
{
	uint64_t	seed = 5;

	/* 20,000 runs: four standard errors are 3 %. */
	CHECK_CLOSE(false_alarm(0x03, 20000, &seed), 216.7, 0.03);
	CHECK_CLOSE(false_alarm(0x33, 20000, &seed), 109.0, 0.03);
	CHECK_CLOSE(false_alarm(0xff, 20000, &seed), 73.8, 0.03);
}

static void
check_alerts(void)
{
	/* -1: no row, as a NULL. */
	static const int signal[] = {0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, -1, 1, -1, 0, 0, 0};
	static const int expected[3][19] = {
		{0, 1, 1, 1, 0, 2, 2, 2, 2, 2, 2, 0, 0, 0, 3, 3, 3, 3, 0},
		{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		{0, 1, 0, 0, 0, 2, 2, 0, 3, 0, 0, 0, 0, 0, 4, 4, 0, 0, 0}
	};
	static const int after[3][2] = {{1, 3}, {2, 2}, {1, 1}};

	for (int k = 0; k < 3; k++)
	{
		CvAlert		alert = {0};

		for (int i = 0; i < 19; i++)
		{
			if (signal[i] >= 0)
				CHECK(cv_alert_next(&alert, signal[i], after[k][0], after[k][1]) == expected[k][i]);
			else
				CHECK((alert.open ? alert.number : 0) == expected[k][i]);
		}
	}
}

static void
check_ewma(void)
{
	double		variance = 0;

	for (int t = 1; t < 200; t++)
	{
		variance = cv_ewma_variance(variance, 0.2);
		CHECK_CLOSE(variance, 0.2 / 1.8 * (1 - pow(0.8, 2 * t)), 1e-14);
	}
	CHECK_CLOSE(cv_ewma_variance_limit(0.2), 0.2 / 1.8, 1e-15);
	CHECK_CLOSE(cv_ewma_variance(0, 1e-9), 1e-18, 1e-15);
	CHECK(cv_cusum(1, -1.5) == 0 && cv_cusum(1, 0.25) == 1.25);
}

static const double passengers[144] = {
	112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
	114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242,
	209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264,
	302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313,
	318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318,
	362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
	417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432
};

#define MOST_PERIOD 24

static double start_season[MOST_PERIOD];
static double season[MOST_PERIOD];
static double scratch[MOST_PERIOD * 4];

static CvSeasonal
series(const double *x, int n, int period, bool multiplicative)
{
	CvSeasonal	s = {.x = x, .n = n, .period = period, .multiplicative = multiplicative, .smoother = {0.3, 0.05, 0.4},
	.start_season = start_season, .season = season};

	cv_seasonal_start(&s, scratch);
	return s;
}

static double
forecast(const CvSeasonal *s, int ahead)
{
	double		trend = s->level + ahead * s->trend;

	return s->multiplicative ? trend * s->season[(ahead - 1) % s->period] : trend + s->season[(ahead - 1) % s->period];
}

static void
check_seasonal(void)
{
	static const double first[2][3] = {
		{110.6431623932, 122.3279205517, 137.8623324544},
		{111.0818087089, 122.4601505521, 137.6874148342}
	};
	static const double seasons[2][3] = {
		{-14.81944444444, -5.652777777778, -10.31944444444},
		{0.8853778150222, 0.9567026620084, 0.9189772244387}
	};
	static const double sse[2] = {53988.88539694, 22971.00741846};
	static const double last[2][2] = {{493.6245798871, 3.49776934674}, {490.349504688, 3.626379074075}};
	static const double ahead[2][12] = {
		{465.8186245786, 453.3340808008, 502.5026898591, 513.6989099975, 525.4372624446, 579.6214202236,
		635.4364435512, 621.1726102093, 532.6398124792, 485.8857362732, 440.3693278712, 484.3095744887},
		{452.0814342459, 432.1030202024, 496.8730454774, 507.7856506973, 521.8371904498, 596.7810255268,
		675.3549295712, 664.8862791445, 555.7802496928, 491.0167034311, 424.6370397619, 473.1469797111}
	};

	for (int k = 0; k < 2; k++)
	{
		double		fitted[132];
		CvSeasonal	s = series(passengers, 144, 12, k);

		cv_seasonal_run(&s, scratch, fitted);
		CHECK_CLOSE(s.start_level, 124.3169191919, 1e-12);
		CHECK_CLOSE(s.start_trend, 1.145687645688, 1e-12);
		CHECK_CLOSE(start_season[0], seasons[k][0], 1e-12);
		CHECK_CLOSE(start_season[1], seasons[k][1], 1e-12);
		CHECK_CLOSE(start_season[11], seasons[k][2], 1e-12);
		for (int i = 0; i < 3; i++)
			CHECK_CLOSE(fitted[i], first[k][i], 1e-12);
		CHECK_CLOSE(s.sse, sse[k], 1e-12);
		CHECK_CLOSE(s.level, last[k][0], 1e-12);
		CHECK_CLOSE(s.trend, last[k][1], 1e-12);
		for (int h = 1; h <= 12; h++)
			CHECK_CLOSE(forecast(&s, h), ahead[k][h - 1], 1e-12);
	}
}

static void
check_intervals(void)
{
	static const double low[] = {426.0981775468, 411.6896024709, 419.0682112397};
	CvSeasonal	s = series(passengers, 144, 12, false);
	double		sum = 1;

	cv_seasonal_run(&s, scratch, NULL);
	for (int h = 1; h <= 12; h++)
	{
		double		weight = h > 1 ? cv_seasonal_weight(s.smoother, 12, h - 1) : 0;

		sum += weight * weight;
		if (h < 3 || h == 12)
			CHECK_CLOSE(forecast(&s, h) - 1.9599639845400545 * sqrt(s.variance * sum), low[h < 3 ? h - 1 : 2], 1e-12);
	}
}

static void
check_fit(void)
{
	static const double least[] = {21860.184512 * (1 + 1e-9), 16570.777751};
	static const double found[2][3] = {{0.2479617772, 0.0345187070, 1}, {0.2756035003, 0.0326774175, 0.8707616216}};
	static const double ahead[2][3] = {{453.4969, 429.3897, 467.0352}, {447.0550, 419.7113, 464.8654}};

	for (int k = 0; k < 2; k++)
	{
		CvSeasonal	s = series(passengers, 144, 12, k);

		s.free[0] = s.free[1] = s.free[2] = true;
		cv_seasonal_fit(&s, scratch);
		cv_seasonal_run(&s, scratch, NULL);
		CHECK(s.converged && s.sse <= least[k]);
		for (int i = 0; i < 3; i++)
			CHECK_WITHIN(s.smoother[i], found[k][i], 1e-6);
		for (int h = 1; h <= 3; h++)
			CHECK_WITHIN(forecast(&s, h), ahead[k][h - 1], 1e-3);
	}
}

/* A random series of which no walk from a random point finds a better fit, and what is given stays. */
static void
check_random_fit(uint64_t *seed)
{
	int			period = 2 + (int) (unit_random(seed) % 11);
	int			n = 2 * period + (int) (unit_random(seed) % 100);
	bool		multiplicative = unit_random(seed) & 1;
	double		x[200];
	double		level = 10;
	double		least = INFINITY;
	CvSeasonal	s;

	for (int i = 0; i < n; i++)
	{
		level += 0.3 * normal(seed) * (i % 7 == 0);
		x[i] = fmax(0.5, level + 2 * sin(2 * M_PI * i / period) + normal(seed)) / 32;
	}
	s = series(x, n, period, multiplicative);
	s.free[0] = s.free[1] = s.free[2] = true;
	cv_seasonal_fit(&s, scratch);
	cv_seasonal_run(&s, scratch, NULL);
	for (int round = 0; round < 400; round++)
	{
		CvSeasonal	other = s;

		for (int i = 0; i < 3; i++)
			other.smoother[i] = round < 200 ? uniform(seed) :
				fmin(1, fmax(0, s.smoother[i] + 0.05 * (uniform(seed) - 0.5)));
		cv_seasonal_run(&other, scratch, NULL);
		least = fmin(least, other.sse);
	}
	CHECK(s.sse <= least * (1 + 1e-12));
	s.smoother[1] = 0.125;
	s.free[1] = false;
	cv_seasonal_fit(&s, scratch);
	CHECK(s.smoother[1] == 0.125);
}

void
test_monitor(void)
{
	uint64_t	seed = 3;

	check_constants();
	check_counts();
	check_run_lengths();
	check_rules();
	check_false_alarms();
	check_alerts();
	check_ewma();
	check_seasonal();
	check_intervals();
	check_fit();
	for (int i = 0; i < 60; i++)
		check_random_fit(&seed);
}
