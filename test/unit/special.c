/*
 * special.c - distributions against values printed by R 4.2 (pnorm, pchisq, pt, pf, pbeta,
 * qnorm, qchisq, qt, qf, qbeta).
 */
#include <math.h>

#include "num/special.h"
#include "unit.h"

#define CLOSE(x, expected) CHECK_CLOSE(x, expected, 1e-12)

void
test_special(void)
{
	uint64_t	seed = 5;

	CLOSE(cv_normal_tail(-3), 0.9986501019683699);
	CLOSE(cv_normal_tail(0.5), 0.30853753872598694);
	CLOSE(cv_normal_tail(1.96), 0.024997895148220428);
	CLOSE(cv_normal_tail(6), 9.8658764503769809e-10);
	CLOSE(cv_normal_tail(20), 2.7536241186062337e-89);
	CLOSE(cv_normal_quantile(1e-300), -37.047096299361201);
	CLOSE(cv_normal_quantile(1e-10), -6.3613409024040557);
	CLOSE(cv_normal_quantile(0.01), -2.3263478740408408);
	CLOSE(cv_normal_quantile(0.3), -0.52440051270804067);
	CLOSE(cv_normal_quantile(0.975), 1.9599639845400536);
	CLOSE(cv_normal_quantile(0.500001), 2.5066282747057056e-06);
	CHECK(cv_normal_quantile(0.5) == 0);

	CLOSE(cv_chisq_tail(0.5, 1), 0.47950012218695348);
	CLOSE(cv_chisq_tail(3.84, 1), 0.050043521248705224);
	CLOSE(cv_chisq_tail(100, 3), 1.5541594313896051e-21);
	CLOSE(cv_chisq_tail(1000, 1000), 0.49405285382923969);
	CLOSE(cv_chisq_tail(800, 1000), 0.99999918906189211);
	CLOSE(cv_chisq_tail(5, 0.3), 0.0047743040692357075);
	CLOSE(cv_chisq_tail(1e6, 999000), 0.23956694322908625);
	CHECK(cv_chisq_tail(0, 2) == 1);

	CLOSE(cv_t_tail(0.1, 1), 0.46827448256944643);
	CLOSE(cv_t_tail(2.2, 5), 0.039546948951591138);
	CLOSE(cv_t_tail(-1, 3), 0.80449889052211476);
	CLOSE(cv_t_tail(50, 4), 4.7872268284848463e-07);
	CLOSE(cv_t_tail(1e-8, 7), 0.4999999961500855);
	CLOSE(cv_t_tail(1.5, 0.5), 0.25395089532405424);
	CHECK(cv_t_tail(0, 3) == 0.5);
	CLOSE(cv_t_tail(2, 1e7), 0.022750145445921473);
	CLOSE(cv_t_tail(-1.5, 1e9), 0.93319279857329218);
	CLOSE(cv_t_tail(8, 1e6), 6.2275317166012665e-16);
	CLOSE(cv_t_tail(0.001, 1e5), 0.49960105878344385);
	CHECK(cv_t_tail(INFINITY, 4) == 0 && cv_t_tail(-INFINITY, 4) == 1);
	CLOSE(cv_t_quantile(0.975, 1), 12.706204736174694);
	CLOSE(cv_t_quantile(0.975, 19), 2.0930240544083092);
	CLOSE(cv_t_quantile(0.9995, 2.5), 18.277893528131514);
	CLOSE(cv_t_quantile(0.01, 1e5), -2.3263851653552678);
	CLOSE(cv_t_quantile(0.975, 1e7), 1.9599642217672049);
	CLOSE(cv_t_quantile(0.975, 1e9), 1.9599639869123249);
	CLOSE(cv_t_quantile(0.5001, 4), 0.00026666667061729334);

	CLOSE(cv_f_tail(1, 3, 10), 0.4323372030216972);
	CLOSE(cv_f_tail(330.285339234588, 6, 9), 4.9840305287248114e-10);
	CLOSE(cv_f_tail(0.2, 7, 3), 0.96332664578181348);
	CLOSE(cv_f_tail(10, 2, 1e6), 4.5404469921929881e-05);
	CLOSE(cv_f_tail(1.1, 1000, 2000), 0.039641590308739143);
	CHECK(cv_f_tail(INFINITY, 2, 3) == 0);

	CLOSE(cv_beta_low(0.1, 2, 3), 0.0523);
	CLOSE(cv_beta_low(0.5, 3, 3), 0.5);
	CLOSE(cv_beta_low(0.99, 10, 0.5), 0.65792817515678437);
	CLOSE(cv_beta_low(1e-5, 0.5, 0.5), 0.002013171839475387);
	CLOSE(cv_beta_low(0.7501, 75000, 25000), 0.52862694230315399);
	CHECK(cv_beta_low(0, 2, 3) == 0 && cv_beta_low(1, 2, 3) == 1);
	CLOSE(cv_beta_quantile(0.025, 84, 29), 0.65933455406278008);
	CLOSE(cv_beta_quantile(0.975, 85, 28), 0.82700460341568705);
	CLOSE(cv_beta_quantile(0.025, 0.5, 20.5), 2.4246478459242726e-05);
	CLOSE(cv_beta_quantile(1e-10, 2, 3), 4.0824940158083298e-06);
	CLOSE(cv_beta_quantile(0.5, 1e5, 2e5), 0.3333329629625057);
	CLOSE(cv_beta_quantile(0.975, 6, 99999995), 1.1668331690281105e-07);
	CLOSE(cv_beta_quantile(0.025, 0.5, 1e6), 4.9103468122572572e-10);
	CHECK_WITHIN(cv_beta_quantile(0.5, 2.5, 2.5), 0.5, 1e-15);

	/* Quantiles invert their tails, at any degrees of freedom. */
	for (int i = 0; i < 3000; i++)
	{
		double		p = (double) (unit_random(&seed) >> 11) * 0x1p-53;
		double		a = exp(10 * ((double) (unit_random(&seed) >> 11) * 0x1p-53) - 2);
		double		b = exp(10 * ((double) (unit_random(&seed) >> 11) * 0x1p-53) - 2);
		double		x = cv_beta_quantile(p, a, b);

		CHECK_WITHIN(cv_t_tail(cv_t_quantile(p, a), a), 1 - p, 1e-12);
		CHECK_CLOSE(cv_normal_tail(-cv_normal_quantile(p)), p, 1e-13);
		CHECK(x >= 0 && x <= 1);
		/* Near 1 a double cannot tell the quantile to all digits. */
		if (x > 1e-300 && x < 0.999)
			CHECK_WITHIN(cv_beta_low(x, a, b), p, 1e-10);
	}
}
