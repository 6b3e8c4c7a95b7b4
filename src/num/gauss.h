/*
 * gauss.h - the Gauss-Legendre rule of 32 points on [-1, 1].
 */
#ifndef CV_GAUSS_H
#define CV_GAUSS_H

#include <math.h>

#include "num/num.h"

#define CV_GAUSS_POINTS 32

typedef struct CvGauss
{
	double		node;
	double		weight;
	double		log_weight;
} CvGauss;

/* One half; the other has the same weights at -node. */
static const CvGauss cv_gauss[CV_GAUSS_POINTS / 2] =
{
	{0.048307665687738316234, 0.09654008851472779817, -2.3377969318791954067},
	{0.144471961582796493485, 0.09563872007927486096, -2.3471775191742130897},
	{0.239287362252137074544, 0.09384439908080456638, -2.3661171972104829093},
	{0.331868602282127649779, 0.09117387869576389081, -2.3949868407368724974},
	{0.421351276130635345364, 0.08765209300440381102, -2.4343797887852910045},
	{0.506899908932229390023, 0.08331192422694674860, -2.4851635920714807560},
	{0.587715757240762329040, 0.07819389578707031108, -2.5485636934665038410},
	{0.663044266930215200975, 0.07234579410884850459, -2.6262979601604265517},
	{0.732182118740289680387, 0.06582222277636184948, -2.7207977655059811163},
	{0.794483795967942406963, 0.05868409347853554420, -2.8355865687925130330},
	{0.849367613732569970133, 0.05099805926237617471, -2.9759677006607693940},
	{0.896321155766052123965, 0.04283589802222668302, -3.1503787891021765526},
	{0.934906075937739689170, 0.03427386291302143145, -3.3733722294882635339},
	{0.964762255587506430773, 0.02539206530926205879, -3.6733185431605101263},
	{0.985611511545268335400, 0.01627439473090567038, -4.1181622816923963740},
	{0.997263861849481563544, 0.00701861000947009636, -4.9591900848988555168},
};

/* Integral of f from low to high. */
static inline double
cv_gauss_integral(double (*f) (double x, const void *data), const void *data, double low, double high)
{
	double		half = (high - low) / 2;
	double		middle = low + half;
	double		sum = 0;

	for (int i = 0; i < CV_GAUSS_POINTS / 2; i++)
		sum += cv_gauss[i].weight *
			(f(middle - half * cv_gauss[i].node, data) + f(middle + half * cv_gauss[i].node, data));
	return half * sum;
}

/* The same in parts no longer than this; not a number where that would be without end. */
static inline double
cv_gauss_parts(double (*f) (double x, const void *data), const void *data, double low, double high, double longest)
{
	double		parts = fmax(1, ceil((high - low) / longest));
	double		sum = 0;

	if (!(parts < 10000))
		return NAN;
	for (int i = 0; i < parts; i++)
	{
		cv_breathe();
		sum += cv_gauss_integral(f, data, low + (high - low) * i / parts, low + (high - low) * (i + 1) / parts);
	}
	return sum;
}

#endif							/* CV_GAUSS_H */
