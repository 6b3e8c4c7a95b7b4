/*
 * survival.h - how long do customers stay? Kaplan-Meier and what is read from it.
 */
#ifndef CV_SURVIVAL_H
#define CV_SURVIVAL_H

#include "num/dd.h"
#include "num/num.h"

/*
 * What happened at one time: rows that came under observation, rows with the event, rows
 * that were last seen.  Counts are whole numbers of a unit of weight, so that sums are exact.
 */
typedef struct CvMoment
{
	double		time;
	cv_int128	entered;
	cv_int128	events;
	cv_int128	censored;
} CvMoment;

/* Moments in order of time, each once. */
typedef struct CvLives
{
	const CvMoment *moment;
	int64_t		n;
	double		scale;			/* counts are weights times this */
} CvLives;

/* The estimate after the first moments. */
typedef struct CvKm
{
	const CvLives *lives;
	int64_t		passed;			/* moments that are behind */
	cv_int128	next_at_risk;
	double		time;			/* of the last of them, and what was at risk and happened then */
	cv_int128	at_risk;
	cv_int128	events;
	cv_int128	censored;
	CvDD		survival;
	double		variance;		/* Greenwood's sum of d / (n (n - d)): of the logarithm of survival */
	double		hazard;			/* Nelson and Aalen's sum of d / n */
	double		hazard_variance;
} CvKm;

typedef enum CvBand
{
	CV_BAND_LOGLOG,
	CV_BAND_LOG,
	CV_BAND_PLAIN
} CvBand;

/* The mean until a horizon, and its variance. */
typedef struct CvRestricted
{
	double		mean;
	double		variance;
} CvRestricted;

extern CvKm cv_km_start(const CvLives *lives);
extern bool cv_km_next(CvKm *km);
extern CvKm cv_km_between(const CvLives *lives, double given, double t);
extern double cv_last_exit(const CvLives *lives);
extern double cv_at_risk(const CvLives *lives, double t);
extern void cv_km_band(double survival, double variance, double width, CvBand band, double *low, double *high);
extern double cv_survival_quantile(const CvLives *lives, double p, double width, CvBand band, int side);
extern CvRestricted cv_restricted_mean(const CvLives *lives, double tau);

#endif							/* CV_SURVIVAL_H */
