/*
 * survival.c - Kaplan-Meier, the log-rank test and competing risks on small cases whose numbers are known.
 */
#include <math.h>
#include <string.h>

#include "retention/core/incidence.h"
#include "retention/core/logrank.h"
#include "num/special.h"
#include "unit.h"

#define NEAR(a, b) (fabs((a) - (b)) <= 1e-9 * fabs(b))
#define MOST 200

/* Rows as they come: entry below 0 where it is not given. */
typedef struct Row
{
	double		entry;
	double		time;
	int			event;			/* for competing risks the cause */
	int			weight;
	int			group;
} Row;

/* The moment of a time, in order; n grows with new ones. */
static CvMoment *
moment_at(CvMoment *moment, int64_t *n, double time)
{
	int64_t		i = *n;

	for (int64_t k = 0; k < *n; k++)
	{
		if (moment[k].time == time)
			return &moment[k];
	}
	for (; i > 0 && moment[i - 1].time > time; i--)
		moment[i] = moment[i - 1];
	memset(&moment[i], 0, sizeof(CvMoment));
	moment[i].time = time;
	(*n)++;
	return &moment[i];
}

static CvLives
lives_of(const Row *row, int n, bool late, bool weighted, CvMoment *moment)
{
	CvLives		lives = {moment, 0, 1};

	for (int i = 0; i < n; i++)
	{
		int			weight = weighted ? row[i].weight : 1;

		if (late && row[i].entry >= 0)
			moment_at(moment, &lives.n, row[i].entry)->entered += weight;
		if (row[i].event)
			moment_at(moment, &lives.n, row[i].time)->events += weight;
		else
			moment_at(moment, &lives.n, row[i].time)->censored += weight;
	}
	return lives;
}

/* Twelve contracts, some of which came late. */
static const Row contract[12] = {
	{0, 3, 1, 2, 0}, {0, 5, 0, 1, 0}, {2, 5, 1, 1, 0}, {0, 5, 1, 3, 1}, {4, 7, 1, 1, 1}, {3, 7, 0, 2, 0},
	{0, 8, 1, 1, 1}, {5, 8, 1, 1, 0}, {1, 9, 0, 2, 1}, {6, 10, 1, 1, 0}, {0, 12, 0, 1, 1}, {8, 12, 1, 1, 1}
};

static void
test_late_entry(void)
{
	static const double expected[6][8] = {
		{3, 7, 0.8571428571429, 0.1322600142532, 0.334053879292222, 0.9785610585262, 0.8181818181818, 0.11629129983033},
		{5, 8, 0.6428571428571, 0.1644963157669, 0.252903370086714, 0.8676199984012, 0.5454545454545, 0.13567318313539},
		{7, 7, 0.5510204081633, 0.1646488390410, 0.203475999236847, 0.8000474939011, 0.4848484848485, 0.13345015334865},
		{8, 5, 0.3306122448980, 0.1559911984739, 0.077901160148995, 0.6188039127330, 0.3232323232323, 0.12892509660080},
		{10, 3, 0.2204081632653, 0.1375187476739, 0.033546881007707, 0.5098354667164, 0.2154882154882,
		 0.12299027904475},
		{12, 2, 0.1102040816327, 0.1039245942725, 0.006104772361231, 0.3852169182050, 0.1077441077441, 0.09790836819018}
	};
	CvMoment	moment[MOST];
	CvMoment	weighted[MOST];
	CvLives		lives = lives_of(contract, 12, true, false, moment);
	CvLives		heavy = lives_of(contract, 12, true, true, weighted);
	double		width = -cv_normal_quantile(0.025);
	CvRestricted r = cv_restricted_mean(&lives, 12);

	for (int i = 0; i < 6; i++)
	{
		const double *e = expected[i];
		CvKm		km = cv_km_between(&lives, -1, e[0]);
		CvKm		w = cv_km_between(&heavy, -1, e[0]);
		double		low,
					high;

		cv_km_band(km.survival.hi, km.variance, width, CV_BAND_LOGLOG, &low, &high);
		CHECK(km.time == e[0] && cv_at_risk(&lives, e[0]) == e[1]);
		CHECK(NEAR(km.survival.hi, e[2]) && NEAR(km.survival.hi * sqrt(km.variance), e[3]));
		CHECK(NEAR(low, e[4]) && NEAR(high, e[5]));
		CHECK(NEAR(w.survival.hi, e[6]) && NEAR(w.survival.hi * sqrt(w.variance), e[7]));
	}
	CHECK(NEAR(r.mean, 7.653061224490) && NEAR(sqrt(r.variance), 1.065237422804));
	/* Between two times with exits, and beyond the last. */
	CHECK(cv_km_between(&lives, -1, 6).survival.hi == cv_km_between(&lives, -1, 5).survival.hi);
	CHECK(cv_last_exit(&lives) == 12 && isnan(cv_restricted_mean(&lives, 12.5).mean));
	/* Half the weight: the same survival, a standard error larger by the root of two. */
	heavy.scale = 2;
	CHECK(NEAR(cv_km_between(&heavy, -1, 8).variance, 2 * pow(0.12892509660080 / 0.3232323232323, 2)));
}

static void
test_degenerate(void)
{
	static const Row censored[3] = {{-1, 3, 0, 1, 0}, {-1, 5, 0, 1, 0}, {-1, 8, 0, 1, 0}};
	static const Row at_once[2] = {{-1, 0, 1, 1, 0}, {-1, 0, 1, 1, 0}};
	static const Row zeros[4] = {{-1, 0, 1, 1, 0}, {-1, 0, 0, 1, 0}, {-1, 2, 1, 1, 0}, {-1, 3, 0, 1, 0}};
	static const Row one[1] = {{-1, 5, 1, 1, 0}};
	static const Row four[4] = {{-1, 1, 1, 1, 0}, {-1, 2, 1, 1, 0}, {-1, 3, 1, 1, 0}, {-1, 4, 1, 1, 0}};
	static const Row half[6] = {{-1, 1, 1, 1, 0}, {-1, 2, 1, 1, 0}, {-1, 3, 1, 1, 0}, {-1, 4, 0, 1, 0},
								{-1, 5, 0, 1, 0}, {-1, 6, 1, 1, 0}};
	static const Row alone[3] = {{0, 2, 1, 1, 0}, {3, 5, 1, 1, 0}, {3, 6, 0, 1, 0}};
	CvMoment	moment[MOST];
	CvLives		lives = lives_of(censored, 3, false, false, moment);
	CvRestricted r = cv_restricted_mean(&lives, 8);
	double		low,
				high;

	CHECK(cv_km_between(&lives, -1, 8).survival.hi == 1 && r.mean == 8 && r.variance == 0);
	CHECK(isnan(cv_survival_quantile(&lives, 0.5, 0, CV_BAND_LOGLOG, 0)));
	cv_km_band(1, 0, 1.96, CV_BAND_LOGLOG, &low, &high);
	CHECK(low == 1 && high == 1);

	lives = lives_of(at_once, 2, false, false, moment);
	r = cv_restricted_mean(&lives, 7);
	CHECK(cv_km_between(&lives, -1, 0).survival.hi == 0 && r.mean == 0 && r.variance == 0);
	CHECK(cv_survival_quantile(&lives, 0.5, 0, CV_BAND_LOGLOG, 0) == 0);

	lives = lives_of(zeros, 4, false, false, moment);
	r = cv_restricted_mean(&lives, 3);
	CHECK(cv_km_between(&lives, -1, 0).survival.hi == 0.75 && cv_km_between(&lives, -1, 2).survival.hi == 0.375);
	CHECK(cv_survival_quantile(&lives, 0.5, 0, CV_BAND_LOGLOG, 0) == 2);
	CHECK(r.mean == 1.875 && NEAR(sqrt(r.variance), 0.6027281725621));

	lives = lives_of(one, 1, false, false, moment);
	r = cv_restricted_mean(&lives, 50);
	CHECK(cv_km_between(&lives, -1, 5).survival.hi == 0 && r.mean == 5 && r.variance == 0);
	cv_km_band(0, INFINITY, 1.96, CV_BAND_LOGLOG, &low, &high);
	CHECK(isnan(low) && isnan(high));

	lives = lives_of(four, 4, false, false, moment);
	r = cv_restricted_mean(&lives, 4);
	CHECK(cv_survival_quantile(&lives, 0.5, 0, CV_BAND_LOGLOG, 0) == 2);
	CHECK(r.mean == 2.5 && NEAR(sqrt(r.variance), 0.5590169943749));
	for (int k = 1; k < 10; k++)
	{
		/* One tenth at a time, whatever 1 - p rounds to. */
		Row			ten[10];

		for (int i = 0; i < 10; i++)
			ten[i] = (Row) {-1, i + 1, 1, 1, 0};
		lives = lives_of(ten, 10, false, false, moment);
		CHECK(cv_survival_quantile(&lives, k / 10.0, 0, CV_BAND_LOGLOG, 0) == k);
	}

	lives = lives_of(half, 6, false, false, moment);
	CHECK(cv_survival_quantile(&lives, 0.5, 0, CV_BAND_LOGLOG, 0) == 3 &&
		  cv_km_between(&lives, -1, 3).survival.hi == 0.5);

	/* The first is alone when it leaves: nobody can be still there, later ones or not. */
	lives = lives_of(alone, 3, true, false, moment);
	CHECK(cv_km_between(&lives, -1, 2).survival.hi == 0 && cv_km_between(&lives, -1, 6).survival.hi == 0);
	CHECK(cv_restricted_mean(&lives, 6).mean == 2 && isnan(cv_km_between(&lives, 2, 6).survival.hi));
}

/* The 6-MP data of leukaemia patients (A. Gehan 1965): remission in weeks. */
static const int mp_time[21] = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
static const int mp_event[21] = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};
static const int control_time[21] = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

static int
leukaemia(Row *row)
{
	for (int i = 0; i < 21; i++)
	{
		row[i] = (Row) {-1, mp_time[i], mp_event[i], 1, 0};
		row[21 + i] = (Row) {-1, control_time[i], 1, 1, 1};
	}
	return 42;
}

/* The test of groups of rows; strata are parts of the rows, in turn. */
static CvLogrank
compare(const Row *row, int n, int groups, int strata, bool late, bool weighted, double rho)
{
	static CvExit exits[4 * MOST];
	static double observed[8],
				expected[8],
				variance[64],
				work[72];
	static cv_int128 at_risk[8];
	CvLogrank	test = {exits, 0, groups, 1, rho, observed, expected, variance, at_risk, work, 0, 0};

	for (int s = 0; s < strata; s++)
	{
		int64_t		first = test.n;

		for (int g = 0; g < groups; g++)
		{
			CvMoment	moment[MOST];
			Row			mine[MOST];
			int			m = 0;
			CvLives		lives;

			for (int i = 0; i < n; i++)
			{
				if (row[i].group == g && i % strata == s)
					mine[m++] = row[i];
			}
			lives = lives_of(mine, m, late, weighted, moment);
			for (int64_t i = 0; i < lives.n; i++)
				exits[test.n++] = (CvExit) {s, g, moment[i]};
		}
		for (int64_t i = first + 1; i < test.n; i++)
		{
			CvExit		e = exits[i];
			int64_t		k = i;

			for (; k > first && exits[k - 1].moment.time > e.moment.time; k--)
				exits[k] = exits[k - 1];
			exits[k] = e;
		}
	}
	cv_logrank(&test);
	return test;
}

static void
test_logrank(void)
{
	Row			row[42];
	int			n = leukaemia(row);
	CvMoment	moment[MOST];
	CvLives		lives = lives_of(row, 21, false, false, moment);
	CvRestricted r = cv_restricted_mean(&lives, 35);
	CvKm		km = cv_km_between(&lives, -1, 23);
	CvLogrank	test = compare(row, n, 2, 1, false, false, 0);

	CHECK(NEAR(km.survival.hi, 0.4481792717087) && NEAR(km.survival.hi * sqrt(km.variance), 0.1345914567558) &&
		  NEAR(km.hazard, 0.7521135727018));
	CHECK(NEAR(r.mean, 23.28739495798) && NEAR(sqrt(r.variance), 2.827467623371));
	CHECK(NEAR(test.chi2, 16.79294098922) && test.df == 1);
	CHECK(test.observed[0] == 9 && NEAR(test.expected[0], 19.25050094803) && NEAR(test.variance[0], 6.256960573675));
	CHECK(NEAR(compare(row, n, 2, 1, false, false, 1).chi2, 14.45715081872));

	test = compare(contract, 12, 2, 1, false, false, 0);
	CHECK(NEAR(test.chi2, 0.9801125824917) && NEAR(test.expected[0], 2.784090909091) &&
		  NEAR(test.variance[0], 1.508433769513));
	CHECK(NEAR(compare(contract, 12, 2, 1, false, true, 0).chi2, 0.6581068525709));
	CHECK(NEAR(compare(contract, 12, 2, 1, false, true, 1).chi2, 0.4859718022271));
	CHECK(NEAR(compare(contract, 12, 2, 1, true, false, 0).chi2, 1.076398478339));
	CHECK(NEAR(compare(contract, 12, 2, 1, true, true, 0).chi2, 1.183923204981));

	/* A group more, without rows, or never at risk together with others: no degree of freedom more. */
	test = compare(row, n, 3, 1, false, false, 0);
	CHECK(test.df == 1 && NEAR(test.chi2, 16.79294098922));
	test = compare(row, 21, 2, 1, false, false, 0);
	CHECK(test.df == 0 && isnan(test.chi2));
	for (int i = 0; i < n; i++)
		row[i].event = 0;
	CHECK(isnan(compare(row, n, 2, 1, false, false, 0).chi2));
}

/* Cancelled (1) or moved to a competitor (2). */
static const Row leaver[14] = {
	{-1, 2, 1, 1, 0}, {-1, 3, 2, 1, 0}, {-1, 3, 0, 1, 0}, {-1, 4, 1, 1, 0}, {-1, 5, 1, 1, 0}, {-1, 5, 2, 1, 0},
	{-1, 6, 0, 1, 0},
	{-1, 7, 2, 1, 0}, {-1, 8, 1, 1, 0}, {-1, 8, 1, 1, 0}, {-1, 9, 0, 1, 0}, {-1, 10, 2, 1, 0}, {-1, 11, 1, 1, 0},
	{-1, 12, 0, 1, 0}
};

/* The incidence of a cause at a time, of its events by moment. */
static CvIncidence
incidence_at(const CvLives *lives, const cv_int128 *events, double t)
{
	CvIncidence f = cv_incidence_start(lives);

	while (f.all.passed < lives->n && lives->moment[f.all.passed].time <= t)
		cv_incidence_next(&f, events[f.all.passed]);
	return f;
}

static void
test_incidence(void)
{
	static const double expected[4][6] = {
		{4, 0.7792207792208, 0.1493506493506, 0.09764544976589, 0.07142857142857, 0.06883029368996},
		{5, 0.6233766233766, 0.2272727272727, 0.1156384602302, 0.1493506493506, 0.09764544976589},
		{8, 0.3562152133581, 0.4053803339518, 0.141270899843, 0.2384044526902, 0.1212100287914},
		{11, 0.1187384044527, 0.5241187384045, 0.1525887696598, 0.3571428571429, 0.1467246875569}
	};
	CvMoment	moment[MOST];
	cv_int128	of[3][MOST];
	CvLives		lives = lives_of(leaver, 14, false, false, moment);

	memset(of, 0, sizeof(of));
	for (int64_t i = 0; i < lives.n; i++)
	{
		for (int k = 0; k < 14; k++)
			of[leaver[k].event][i] += leaver[k].time == moment[i].time;
	}
	for (int i = 0; i < 4; i++)
	{
		CvIncidence one = incidence_at(&lives, of[1], expected[i][0]);
		CvIncidence two = incidence_at(&lives, of[2], expected[i][0] + 0.5);

		CHECK(NEAR(one.all.survival.hi, expected[i][1]));
		CHECK(NEAR(one.incidence, expected[i][2]) && NEAR(sqrt(one.variance), expected[i][3]));
		CHECK(NEAR(two.incidence, expected[i][4]) && NEAR(sqrt(two.variance), expected[i][5]));
		CHECK(NEAR(one.incidence + two.incidence + one.all.survival.hi, 1.0));
	}
}

void
test_survival(void)
{
	test_late_entry();
	test_degenerate();
	test_logrank();
	test_incidence();
}
