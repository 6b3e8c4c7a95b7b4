/*
 * risk.c - the mathematics of the room risk against worked examples (made with R 4.2, pROC, ROCR
 * and exact fractions), and against brute force.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "num/quantile.h"
#include "num/special.h"
#include "risk/core/bins.h"
#include "risk/core/calibration.h"
#include "risk/core/capital.h"
#include "risk/core/kolmogorov.h"
#include "risk/core/monotone.h"
#include "risk/core/pair.h"
#include "unit.h"

#define CLOSE(x, expected) CHECK(fabs((x) - (expected)) <= 1e-11 * fabs(expected))
#define FIT(x, expected) CHECK(fabs((x) - (expected)) <= 1e-9 * fabs(expected))
#define MOST 2000

/* A curve from rows. */
typedef struct Case
{
	double		score[MOST];
	double		none[MOST];
	double		event[MOST];
	CvCurve		curve;
} Case;

static int
compare_doubles(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return x < y ? -1 : x > y;
}

static void
make_case(Case *c, const double *score, const int *y, int n)
{
	int			levels = 0;

	memcpy(c->score, score, n * sizeof(double));
	qsort(c->score, n, sizeof(double), compare_doubles);
	for (int i = 0; i < n; i++)
	{
		if (levels == 0 || c->score[levels - 1] != c->score[i])
			c->score[levels++] = c->score[i];
	}
	memset(c->none, 0, levels * sizeof(double));
	memset(c->event, 0, levels * sizeof(double));
	c->curve = (CvCurve) {levels, c->score, {c->none, c->event}, {0, 0}};
	for (int i = 0; i < n; i++)
	{
		double	   *at = bsearch(&score[i], c->score, levels, sizeof(double), compare_doubles);

		(y[i] ? c->event : c->none)[at - c->score]++;
		c->curve.total[y[i]]++;
	}
}

/* 1,000 rows by formula: score and outcome. */
static void
thousand(double *score, double *second, int *y)
{
	for (int i = 0; i < 1000; i++)
	{
		int			k = 37 * i % 99;

		score[i] = (1 + k) / 100.0;
		second[i] = (score[i] + (1 + 53 * i % 91) / 100.0) / 2;
		y[i] = (61 * i + i * i) % 97 * 1000 < 97 * (1 + k) * 6;
	}
}

static const int twenty_y[20] = {1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
static const double twenty_a[20] = {.95, .90, .85, .80, .70, .70, .65, .60, .55, .50, .50, .45, .40, .35, .30, .30,
	.25, .20, .15, .05};
static const double twenty_b[20] = {.80, .95, .60, .90, .60, .55, .40, .60, .30, .70, .20, .55, .35, .40, .25, .10,
	.45, .30, .15, .05};

static void
check_twenty(void)
{
	static const double depth[5] = {.1, .2, .25, .3, .5};
	static const double gain_b[5] = {.25, .5, .5416666666666667, .5833333333333333, .75};
	Case		c;

	make_case(&c, twenty_a, twenty_y, 20);
	CLOSE(cv_curve_auc(&c.curve), 0.75);
	CLOSE(sqrt(cv_curve_auc_variance(&c.curve)), 0.1169026872044);
	CLOSE(cv_curve_ks(&c.curve).d, 0.4583333333333333);
	CHECK(cv_curve_ks(&c.curve).at == .65);
	CLOSE(cv_curve_average_precision(&c.curve), 0.7106820875203);
	CHECK(cv_curve_best(&c.curve, CV_MEASURE_F1) == .65);
	CLOSE(cv_curve_brier(&c.curve), 0.206625);
	CLOSE(cv_curve_log_loss(&c.curve), 0.5925475736367);
	make_case(&c, twenty_b, twenty_y, 20);
	CLOSE(cv_curve_auc(&c.curve), 0.8489583333333333);
	CLOSE(sqrt(cv_curve_auc_variance(&c.curve)), 0.08765591782449);
	CLOSE(cv_curve_average_precision(&c.curve), 0.8141254578755);
	CHECK(cv_curve_ks(&c.curve).at == .35 && cv_curve_best(&c.curve, CV_MEASURE_F1) == .35);
	for (int k = 0; k < 5; k++)
		CLOSE(cv_curve_events(&c.curve, depth[k]) / 8, gain_b[k]);
}

static void
check_pair(const double *a, const double *b, const int *y, int n, const CvPairResult *expected)
{
	CvPairRow  *row = malloc(n * sizeof(CvPairRow));
	CvPairKey  *key = malloc(2 * n * sizeof(CvPairKey));
	double	   *share = malloc(2 * n * sizeof(double));
	CvPairResult r;

	for (int i = 0; i < n; i++)
		row[i] = (CvPairRow) {{a[i], b[i]}, y[i], 1};
	CHECK(cv_pair_compare(row, n, key, share, &r));
	for (int k = 0; k < 2; k++)
	{
		CLOSE(r.auc[k], expected->auc[k]);
		CLOSE(sqrt(r.variance[k]), expected->variance[k]);
	}
	CLOSE(r.covariance, expected->covariance);
	free(row);
	free(key);
	free(share);
}

static void
check_pairs(void)
{
	static double score[1000],
				second[1000];
	static int	y[1000];
	/* Standard errors where the variances are. */
	CvPairResult first = {{0.75, 0.8489583333333333}, {0.1169026872044, 0.08765591782449}, 0.00687398538961};
	CvPairResult other = {{0.7237043516291, 0.6909005843195}, {0.01698725848471, 0.01801029569411}, 0.000211907587637};

	thousand(score, second, y);
	check_pair(twenty_a, twenty_b, twenty_y, 20, &first);
	check_pair(score, second, y, 1000, &other);
}

/* How far the parts are from adding up. */
static double
parts_gap(const CvBrierParts *b)
{
	return fabs(b->reliability - b->resolution + b->uncertainty + b->within_variance - b->within_covariance - b->brier);
}

static void
check_thousand(void)
{
	static const double rows[10] = {101, 101, 101, 102, 101, 100, 101, 101, 101, 91};
	static const double events[10] = {5, 2, 18, 22, 23, 33, 32, 38, 53, 43};
	static double score[1000],
				second[1000],
				room[7 * 1000];
	static int	y[1000];
	Case		c;
	CvConfusion m;
	CvBrierParts b;
	CvGroup		group[10];
	CvRecalibration r;
	int			used;

	thousand(score, second, y);
	make_case(&c, score, y, 1000);
	CHECK(c.curve.total[1] == 269);
	CLOSE(cv_curve_auc(&c.curve), 0.7237043516291);
	CLOSE(cv_curve_ks(&c.curve).d, 0.3420176058666);
	CHECK(cv_curve_ks(&c.curve).at == .57);
	CLOSE(cv_curve_average_precision(&c.curve), 0.4296535601207);
	CHECK(cv_curve_best(&c.curve, CV_MEASURE_F1) == .45);
	FIT(cv_curve_events(&c.curve, 0.05), 19.6);
	FIT(cv_curve_events(&c.curve, 0.6) - cv_curve_events(&c.curve, 0.5), 23.36363636364);
	m = cv_curve_confusion(&c.curve, .5);
	CHECK(m.tp == 202 && m.fp == 303 && m.fn == 67 && m.tn == 428);
	CLOSE(cv_confusion_measure(&m, CV_MEASURE_PPV), 0.4);
	CLOSE(cv_confusion_measure(&m, CV_MEASURE_F1), 0.5219638242894);
	CLOSE(cv_confusion_measure(&m, CV_MEASURE_MCC), 0.2983867655168);
	CLOSE(cv_confusion_measure(&m, CV_MEASURE_KAPPA), 0.2634030777807);
	CLOSE(cv_confusion_measure(&m, CV_MEASURE_BALANCED_ACCURACY), 0.6682143420176);
	m = cv_curve_confusion(&c.curve, 2);
	CHECK(isnan(cv_confusion_measure(&m, CV_MEASURE_PPV)) && cv_confusion_measure(&m, CV_MEASURE_F1) == 0 &&
		isnan(cv_confusion_measure(&m, CV_MEASURE_MCC)));

	CLOSE(cv_curve_brier(&c.curve), 0.2445647);
	CLOSE(cv_curve_log_loss(&c.curve), 0.7364423569294);
	b = cv_curve_brier_parts(&c.curve, 0, NULL);
	CLOSE(b.reliability, 0.08757379090909);
	CLOSE(b.resolution, 0.03964809090909);
	CHECK(parts_gap(&b) < 1e-12);
	b = cv_curve_brier_parts(&c.curve, 10, group);
	CLOSE(b.reliability, 0.07254952037831);
	CLOSE(b.resolution, 0.0245729773777);
	CLOSE(b.within_variance, 0.000811030592694);
	FIT(b.within_covariance, 0.0008618735933063);
	CHECK(parts_gap(&b) < 1e-12);
	CLOSE(b.error, 0.23087);
	CLOSE(b.largest_error, 0.4779120879121);
	for (int k = 0; k < 10; k++)
		CHECK(group[k].n == rows[k] && group[k].events == events[k]);
	CLOSE(cv_hosmer_lemeshow(group, 10, &used), 727.0843378249);
	CHECK(used == 10);
	cv_curve_cuts(&c.curve, 10, room);
	cv_curve_groups(&c.curve, room, 10, group);
	CLOSE(cv_hosmer_lemeshow(group, 10, &used), 727.0843378249);
	CHECK(cv_curve_recalibrate(&c.curve, room, &r));
	FIT(r.intercept, -1.134417080617);
	FIT(r.intercept_se, 0.07966434526453);
	FIT(r.slope, 0.4744704621194);
	FIT(r.slope_se, 0.04965233259653);
	FIT(r.loglik, -528.0655265759);
	FIT(r.chi_square, 416.753660707);
	FIT(r.shift, -1.471417446414);
	FIT(r.shift_se, 0.08576609373371);
	FIT(cv_recalibrate(.1, r.intercept, r.slope), 0.1018409174975);
	FIT(cv_recalibrate(.9, r.intercept, r.slope), 0.4770414256032);
	CHECK(cv_recalibrate(0, 1, 2) == 0 && cv_recalibrate(1, 1, 2) == 1 && cv_recalibrate(0, 0, 0) == 0.5);
	CHECK(cv_kolmogorov_tail(cv_curve_ks(&c.curve).d * sqrt(269 * 731 / 1000.0)) < 3e-20);
}

/* Random scores with ties: everything that is a sum over pairs, or a search, done the long way. */
static void
check_against_pairs(uint64_t *seed)
{
	int			n = 2 + (int) (unit_random(seed) % 60);
	int			distinct = 1 + (int) (unit_random(seed) % 20);
	double		score[62];
	int			y[62];
	double		wins = 0;
	double		pairs = 0;
	Case		c;

	for (int i = 0; i < n; i++)
	{
		score[i] = (double) (unit_random(seed) % distinct) / distinct;
		y[i] = unit_random(seed) % 3 == 0;
	}
	y[0] = 0;
	y[1] = 1;
	make_case(&c, score, y, n);
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
		{
			if (y[i] > y[j])
			{
				pairs++;
				wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
			}
		}
	}
	CHECK(fabs(cv_curve_auc(&c.curve) - wins / pairs) < 1e-14);
	CHECK(fabs(cv_curve_events(&c.curve, 1) - c.curve.total[1]) == 0);
	for (int bins = 0; bins < 12; bins++)
	{
		CvGroup		group[12];
		CvBrierParts b = cv_curve_brier_parts(&c.curve, bins, group);

		CHECK(parts_gap(&b) < 1e-12);
	}
	qsort(score, n, sizeof(double), compare_doubles);
	for (int bins = 1; bins < 100; bins += 7)
	{
		double		cut[100];

		cv_curve_cuts(&c.curve, bins, cut);
		for (int k = 1; k < bins; k++)
			CHECK(fabs(cut[k - 1] - cv_quantile(score, n, (double) k / bins)) < 1e-14);
	}
}

static void
check_widths(void)
{
	CHECK(cv_width_bin(0, 10) == 0 && cv_width_bin(1, 10) == 9);
	for (int bins = 1; bins < 200; bins++)
	{
		for (int k = 1; k <= bins; k++)
		{
			CHECK(cv_width_bin((double) k / bins, bins) == k - 1);
			CHECK(k == bins || cv_width_bin(nextafter((double) k / bins, 2), bins) == k);
		}
	}
}

static void
check_kolmogorov(void)
{
	static const double score[15] = {.1, .4, .7, 1.2, 1.5, 2.2, 3.0, .4, .9, 1.8, 2.5, 2.9, 3.3, 4.0, 5.1};
	static const int y[15] = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
	double		work[40];
	Case		c;

	make_case(&c, score, y, 15);
	CLOSE(cv_curve_ks(&c.curve).d, 0.4821428571429);
	CHECK(cv_ks_is_exact(&c.curve));
	CLOSE(cv_ks_exact(&c.curve, work), 0.2522144522145);
	CLOSE(cv_kolmogorov_tail(0.4821428571429 * sqrt(56 / 15.0)), 0.3506178047887);
	CHECK(fabs(cv_kolmogorov_tail(0.9999999999999) - cv_kolmogorov_tail(1)) < 1e-12);
	/* One row each: either order is as far. */
	make_case(&c, score, (int[]) {0, 1}, 2);
	CHECK(cv_ks_exact(&c.curve, work) == 1);
}

/* All ways to order the rows, one by one: the share with at least this distance. */
static void
check_kolmogorov_by_orders(uint64_t *seed)
{
	int			n = 4 + (int) (unit_random(seed) % 7);
	double		score[11];
	int			y[11];
	double		work[40];
	int			events = 0;
	int			orders = 0;
	int			far = 0;
	double		d;
	Case		c;

	for (int i = 0; i < n; i++)
	{
		score[i] = (double) (unit_random(seed) % 6);
		events += y[i] = i < 1 ? 0 : i < 2 ? 1 : (int) (unit_random(seed) % 2);
	}
	make_case(&c, score, y, n);
	d = cv_curve_ks(&c.curve).d;
	for (int set = 0; set < 1 << n; set++)
	{
		Case		other;
		int			z[11];
		int			ones = 0;

		for (int i = 0; i < n; i++)
			ones += z[i] = set >> i & 1;
		if (ones != events)
			continue;
		make_case(&other, score, z, n);
		orders++;
		far += cv_curve_ks(&other.curve).d >= d - 1e-12;
	}
	CHECK(fabs(cv_ks_exact(&c.curve, work) - (double) far / orders) < 1e-12);
}

static void
check_bins(void)
{
	static const double good[4] = {300, 420, 180, 60};
	static const double bad[4] = {10, 30, 35, 25};
	static const double gap_good[4] = {250, 300, 12, 40};
	static const double gap_bad[4] = {0, 20, 8, 12};
	static const double expected[5] = {120, 230, 310, 220, 120};
	static const double actual[5] = {95, 180, 300, 260, 165};
	static const double hole[4] = {100, 200, 0, 100};
	static const double filled[4] = {90, 210, 20, 80};
	double		p[5],
				q[5],
				part[5];
	CvBins		b = cv_bins(4, good, bad);

	CHECK(cv_bins_shares(&b, CV_ZERO_HALF, p, q));	/* nothing is empty, so no rule */
	CLOSE(cv_log_ratio(p[0], q[0]), -1.139434283188);
	CLOSE(cv_divergence(&b, p, q, part), 0.6553630098938);
	CLOSE(part[3], 0.25993019271);
	b = cv_bins(4, gap_good, gap_bad);
	CHECK(cv_bins_empty_cell(&b) == 0 && cv_bins_shares(&b, CV_ZERO_NULL, p, q));
	CHECK(isnan(cv_divergence(&b, p, q, part)) && !isnan(part[1]));
	CHECK(cv_bins_shares(&b, CV_ZERO_ADJUST, p, q));
	CLOSE(cv_log_ratio(p[0], q[0]), -2.844581942923);
	CLOSE(cv_divergence(&b, p, q, NULL), 1.848223044653);
	CHECK(cv_bins_shares(&b, CV_ZERO_HALF, p, q));
	CLOSE(cv_divergence(&b, p, q, NULL), 2.188417353844);

	b = cv_bins(5, expected, actual);
	CHECK(cv_bins_shares(&b, CV_ZERO_NULL, p, q));
	CLOSE(cv_divergence(&b, p, q, part), 0.03943697369628);
	CLOSE(part[4], 0.01433041790033);
	CLOSE(cv_jensen_shannon(&b), 0.004915639363707);
	CLOSE(cv_hellinger(&b), 0.07016136180021);
	CLOSE(cv_chisq_tail(0.03943697369628 / 0.002, 4), 0.0005675244202356);
	CLOSE(cv_chisq_quantile(.95, 4) * 0.002, 0.01897545807356);
	CLOSE(cv_chisq_quantile(.99, 4) * 0.002, 0.02655340827198);
	b = cv_bins(4, hole, filled);
	CHECK(cv_bins_shares(&b, CV_ZERO_HALF, p, q));
	CLOSE(cv_divergence(&b, p, q, NULL), 0.1996125498191);
	CHECK(cv_bins_shares(&b, CV_ZERO_FLOOR, p, q));
	CLOSE(cv_divergence(&b, p, q, NULL), 0.3251198886727);
	CLOSE(cv_jensen_shannon(&b), 0.01920199395304);
}

static int
solve_bins(CvMonotone *m, int *cut)
{
	void	   *work = malloc(cv_monotone_work(m));
	int			n = cv_monotone(m, work, cut);

	free(work);
	return n;
}

static void
check_ages(void)
{
	static const double good[12] = {62, 88, 118, 150, 170, 182, 210, 240, 228, 205, 160, 110};
	static const double bad[12] = {14, 17, 25, 24, 29, 22, 24, 26, 19, 21, 10, 9};
	static const int from[12] = {18, 21, 24, 27, 30, 33, 36, 40, 45, 50, 55, 60};
	static const struct
	{
		int			max_bins;
		double		min_share;
		double		min_events;
		double		value;
		int			ncuts;
		int			cut[7];
	}			want[] =
	{
		{0, 0, 0, 0.1201115611978, 7, {21, 27, 33, 36, 40, 45, 55}},
		{12, 0, 0, 0.1201115611978, 7, {21, 27, 33, 36, 40, 45, 55}},
		{9, 0, 0, 0.1201115611978, 7, {21, 27, 33, 36, 40, 45, 55}},
		{5, .05, 0, 0.1191324561893, 4, {27, 33, 45, 55}},
		{4, .05, 0, 0.1140115680226, 3, {33, 45, 55}},
		{3, .05, 0, 0.1088374516151, 2, {33, 45}},
		{2, .05, 0, 0.09439521154478, 1, {33}},
		{5, .05, 20, 0.1144265724805, 4, {27, 33, 40, 45}},
	};

	for (unsigned k = 0; k < sizeof(want) / sizeof(want[0]); k++)
	{
		CvMonotone	m = {.n = 12,.count = {good, bad},.total = {1923, 240},.max_bins = want[k].max_bins,
			.min_rows = want[k].min_share * 2163,.min_events = want[k].min_events};
		int			cut[12];
		int			n = solve_bins(&m, cut);

		CHECK(n == want[k].ncuts && m.direction == CV_FALLING);
		CLOSE(m.value, want[k].value);
		for (int i = 0; i < n; i++)
			CHECK(from[cut[i]] == want[k].cut[i]);
	}
}

/* The best of all partitions, tried one by one. */
static double
best_partition(const CvMonotone *m)
{
	double		best = -1;

	for (int set = 0; set < 1 << (m->n - 1); set++)
	{
		double		value = 0;
		double		last[2] = {0, 0};
		int			direction = m->direction;
		int			bins = 0;
		bool		allowed = true;

		for (int i = 0; i < m->n && allowed;)
		{
			double		sum[2] = {0, 0};
			double		p,
						q;

			do
			{
				sum[0] += m->count[0][i];
				sum[1] += m->count[1][i];
			} while (!(set >> i++ & 1) && i < m->n);
			p = sum[0] / m->total[0];
			q = sum[1] / m->total[1];
			allowed = sum[0] > 0 && sum[1] > 0 && sum[1] >= m->min_events && sum[0] + sum[1] >= m->min_rows;
			if (bins++ > 0 && allowed)
			{
				double		change = sum[1] * last[0] - last[1] * sum[0];

				if (direction == CV_EITHER && change != 0)
					direction = change > 0 ? CV_RISING : CV_FALLING;
				allowed = change * direction > 0;
			}
			value += (q - p) * log(q / p);
			last[0] = sum[0];
			last[1] = sum[1];
		}
		if (allowed && (m->max_bins == 0 || bins <= m->max_bins) && value > best)
			best = value;
	}
	return best;
}

static void
check_partitions(uint64_t *seed)
{
	double		none[9],
				event[9];
	CvMonotone	m = {.n = 1 + (int) (unit_random(seed) % 9),.count = {none, event}};
	CvMonotone	given;
	int			cut[9];
	int			n;

	for (int i = 0; i < m.n; i++)
	{
		m.total[0] += none[i] = (double) (unit_random(seed) % 8);
		m.total[1] += event[i] = (double) (unit_random(seed) % 5);
	}
	m.max_bins = (int) (unit_random(seed) % 6);
	m.min_rows = (double) (unit_random(seed) % 10);
	m.min_events = (double) (unit_random(seed) % 3);
	m.direction = (CvDirection) ((int) (unit_random(seed) % 3) - 1);
	given = m;
	n = solve_bins(&m, cut);
	CHECK((n < 0) == (best_partition(&given) < 0));
	if (n < 0)
		return;
	CHECK(fabs(m.value - best_partition(&given)) < 1e-12);
	CHECK(m.max_bins == 0 || n < m.max_bins);
	for (int i = 1; i < n; i++)
		CHECK(cut[i] > cut[i - 1] && cut[0] > 0 && cut[n - 1] < m.n);
}

static void
check_capital(void)
{
	static const double pd[4] = {.0003, .0025, .01, .02};
	static const double weight[4][8] =
	{
		{14.44356729117, 11.29913521176, 4.149188075263, 2.305104486257, 4.451101318143, 8.407635823158,
			0.9799254861916, 1.850970362806},
		{49.47164404193, 39.0104850013, 21.29748439323, 11.83193577401, 21.15398413193, 39.95752558254,
			5.758536341856, 10.87723531239},
		{92.31680139205, 72.3947273276, 56.39892556204, 31.33273642336, 45.77272459123, 86.45959089454, 17.2241599649,
			32.53452437814},
		{114.8542287582, 88.54556997716, 87.93502826974, 48.85279348319, 57.98644297549, 109.5299478426,
			28.92290430704, 54.63215257997}
	};
	double		bound[10];

	for (int i = 0; i < 4; i++)
	{
		CLOSE(1250 * cv_irb_capital(pd[i], .45, CV_CORPORATE, 2.5, NAN), weight[i][0]);
		CLOSE(1250 * cv_irb_capital(pd[i], .45, CV_CORPORATE, 2.5, 5), weight[i][1]);
		CLOSE(1250 * cv_irb_capital(pd[i], .45, CV_MORTGAGE, 2.5, NAN), weight[i][2]);
		CLOSE(1250 * cv_irb_capital(pd[i], .25, CV_MORTGAGE, 2.5, NAN), weight[i][3]);
		CLOSE(1250 * cv_irb_capital(pd[i], .45, CV_RETAIL, 2.5, NAN), weight[i][4]);
		CLOSE(1250 * cv_irb_capital(pd[i], .85, CV_RETAIL, 2.5, NAN), weight[i][5]);
		CLOSE(1250 * cv_irb_capital(pd[i], .45, CV_REVOLVING, 2.5, NAN), weight[i][6]);
		CLOSE(1250 * cv_irb_capital(pd[i], .85, CV_REVOLVING, 2.5, NAN), weight[i][7]);
	}
	CLOSE(cv_irb_capital(.01, .45, CV_CORPORATE, 1, NAN), 0.05862270530543);
	CLOSE(cv_irb_capital(.01, .45, CV_CORPORATE, 5, NAN), 0.09923800079399);
	CLOSE(cv_irb_capital(.01, .45, CV_CORPORATE, 2.5, 3), 0.05791578186208);
	CLOSE(cv_irb_capital(.01, .45, CV_CORPORATE, 2.5, 20), 0.06312324146687);
	CLOSE(cv_irb_correlation(.01, CV_CORPORATE, NAN), 0.1927836791655);
	CLOSE(cv_irb_correlation(.01, CV_CORPORATE, 20), 0.1661170124988);
	CLOSE(cv_irb_correlation(.01, CV_RETAIL, NAN), 0.1216094516634);
	CHECK(cv_irb_capital(0, .45, CV_RETAIL, 2.5, NAN) == 0);

	CLOSE(cv_pd_to_score(.01, 600, 19, 50), 719.0714553318);
	CLOSE(cv_pd_to_score(.05, 600, 19, 50), 600.0);
	CLOSE(cv_score_to_pd(487.6036243278, 600, 19, 50), 0.2);
	CLOSE(cv_scorecard_points(-0.5953338705375, 0.8111544616487, -1.756133695692, 2, 600, 19, 50), 291.9753755335);
	cv_master_scale(.0003, .2, 10, bound);
	CLOSE(bound[0], 0.0005747938712499);
	CLOSE(bound[8], 0.1043852466094);
	CHECK(bound[9] == .2);
}

void
test_risk(void)
{
	uint64_t	seed = 15;

	check_twenty();
	check_pairs();
	check_thousand();
	check_widths();
	check_kolmogorov();
	check_bins();
	check_ages();
	check_capital();
	for (int i = 0; i < 300; i++)
	{
		check_against_pairs(&seed);
		check_partitions(&seed);
	}
	for (int i = 0; i < 30; i++)
		check_kolmogorov_by_orders(&seed);
}
