/*
 * proportion.c - intervals of shares, of their differences and ratios, and of net scores.
 */
#include "survey/core/net.h"
#include "survey/core/proportion.h"
#include "unit.h"

static const double confidences[] = {1e-9, 0.01, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1 - 1e-9};

#define CONFIDENCES ((int) (sizeof(confidences) / sizeof(confidences[0])))

static bool
contains(CvInterval interval, double estimate)
{
	return interval.low <= estimate && estimate <= interval.high;
}

/* Every method, successes that are whole and that are not; and what mirrors: failures. */
static void
check_shares(uint64_t *seed)
{
	for (int i = 0; i < 3000; i++)
	{
		double		n = pow(10, (double) (unit_random(seed) % 9)) * (1 + (double) (unit_random(seed) % 1000) / 100);
		double		x = n * (double) (unit_random(seed) % 33) / 32;
		double		confidence = confidences[i % CONFIDENCES];

		for (int method = CV_SHARE_WILSON; method <= CV_SHARE_WALD; method++)
		{
			CvInterval	interval = cv_share_interval(x, n, confidence, method);
			CvInterval	mirror = cv_share_interval(n - x, n, confidence, method);

			CHECK(contains(interval, x / n) && interval.low >= 0 && interval.high <= 1);
			CHECK_WITHIN(interval.low + mirror.high, 1, 1e-11 + 2e-17 / (1 - confidence));
		}
	}
	CHECK_CLOSE(cv_share_interval(84, 112, 0.95, CV_SHARE_WILSON).low, 0.662422323394183, 1e-13);
	CHECK_CLOSE(cv_share_interval(0, 20, 0.95, CV_SHARE_EXACT).high, 0.168433470983085, 1e-13);
}

/* Swapping the samples turns the difference, and turns ratios upside down. */
static void
check_two_shares(uint64_t *seed)
{
	for (int i = 0; i < 3000; i++)
	{
		CvTwoShares s,
					t;
		double		confidence = confidences[2 + i % (CONFIDENCES - 3)];
		CvInterval	a,
					b;

		for (int k = 0; k < 2; k++)
		{
			s.n[k] = t.n[1 - k] = 1 + (double) (unit_random(seed) % (i % 3 == 0 ? 1000000 : 12));
			s.x[k] = unit_random(seed) % 4 == 0 ? s.n[k] : (double) (unit_random(seed) % (uint64_t) (s.n[k] + 1));
			t.x[1 - k] = s.x[k];
		}
		a = cv_difference_newcombe(&s, confidence);
		b = cv_difference_newcombe(&t, confidence);
		CHECK(contains(a, cv_share_difference(&s)));
		CHECK(contains(cv_difference_wald(&s, confidence), cv_share_difference(&s)));
		CHECK_WITHIN(a.low, -b.high, 1e-13);
		if (s.x[0] + s.x[1] == 0)
			continue;
		a = cv_risk_koopman(&s, confidence);
		b = cv_risk_koopman(&t, confidence);
		CHECK(contains(a, cv_risk_ratio(&s)));
		CHECK_CLOSE(a.low, 1 / b.high, 1e-10);
		a = cv_odds_adjusted(&s, confidence);
		b = cv_odds_adjusted(&t, confidence);
		CHECK(isnan(cv_odds_ratio(&s)) ? a.low > 0 && isfinite(a.high) : contains(a, cv_odds_ratio(&s)));
		CHECK_CLOSE(a.low, 1 / b.high, 1e-10);
	}
}

/* Of two samples in which all succeed Koopman's ends are known: n0 / (n0 + z^2) and (n1 + z^2) / n1. */
static void
check_all_succeed(void)
{
	for (double n = 1; n < 1e15; n *= 7)
	{
		CvTwoShares s = {{n, 3}, {n, 3}};
		double		z = cv_normal_width(0.95);
		CvInterval	interval = cv_risk_koopman(&s, 0.95);

		CHECK_CLOSE(interval.low, n / (n + z * z), 1e-9);
		CHECK_CLOSE(interval.high, (3 + z * z) / 3, 1e-9);
	}
}

/* A net score of d detractors, p passives and m promoters. */
static CvMoments
net_of(int64_t d, int64_t p, int64_t m)
{
	int64_t		count[11] = {d, 0, 0, 0, 0, 0, 0, p, 0, 0, m};
	CvScores	scores = {11, count, NULL, NULL};
	CvWorth		worth = {{0}};
	CvMoments	moments;

	cv_net_worth(&worth, 11, CV_NET_DETRACTOR_MAX, CV_NET_PROMOTER_MIN);
	CHECK(cv_tally_moments(&scores, &worth, &moments));
	return moments;
}

static void
check_net(uint64_t *seed)
{
	CvMoments	all = net_of(0, 0, 1000);
	CvMoments	none = net_of(1000, 0, 0);
	CvMoments	passive = net_of(0, 5, 0);

	CHECK(cv_net_p(&all) == 0 && cv_net_difference_p(&all, &none) == 0);
	CHECK(isnan(cv_net_p(&passive)) && isnan(cv_net_difference_p(&all, &all)));
	CHECK(cv_net_category(6, 6, 9) == -1 && cv_net_category(7, 6, 9) == 0 && cv_net_category(9, 6, 9) == 1);
	for (int i = 0; i < 3000; i++)
	{
		CvMoments	a = net_of(unit_random(seed) % 5, 1 + unit_random(seed) % 3, unit_random(seed) % 5);
		CvMoments	b = net_of(unit_random(seed) % 5, unit_random(seed) % 3, 1 + unit_random(seed) % 900);

		for (int method = CV_NET_WALD; method <= CV_NET_T; method++)
		{
			CvInterval	one = cv_net_interval(&a, confidences[i % CONFIDENCES], method);
			CvInterval	two = cv_net_difference_interval(&a, &b, confidences[i % CONFIDENCES], method);

			CHECK(contains(one, a.mean) || (method == CV_NET_T && a.n == 1 && isnan(one.low)));
			CHECK(contains(two, a.mean - b.mean) || (method == CV_NET_T && (a.n == 1 || b.n == 1) && isnan(two.low)));
		}
	}
}

void
test_proportion(void)
{
	uint64_t	seed = 9;

	check_shares(&seed);
	check_two_shares(&seed);
	check_all_succeed();
	check_net(&seed);
}
