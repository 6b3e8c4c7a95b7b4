/*
 * signals.c - Nelson's rules point by point, and alerts made of signals.
 */
#include "monitor/core/signals.h"

/* How many of the lowest bits are set. */
static inline int
ones(unsigned bits)
{
	int			n = 0;

	for (; bits != 0; bits &= bits - 1)
		n++;
	return n;
}

/* Another point into a window of so many. */
static inline unsigned
shift_in(unsigned bits, bool set, int points)
{
	return (bits << 1 | set) & ((1u << points) - 1);
}

static inline int
sign_of(double x)
{
	return (x > 0) - (x < 0);
}

/* Steps from point to point: rules 3 and 4. */
static inline void
take_step(CvRuns *runs, double x)
{
	int			direction = runs->known ? (x > runs->x) - (x < runs->x) : 0;

	runs->trend = direction == 0 ? 0 : direction == runs->direction ? runs->trend + 1 : 1;
	runs->zigzag = direction == 0 ? 0 : direction == -runs->direction ? runs->zigzag + 1 : 1;
	runs->direction = direction;
	runs->x = x;
	runs->known = true;
}

/* Distances from the centre line: the other rules. */
static inline void
take_place(CvRuns *runs, double x, double center, double sigma)
{
	int			side = sign_of(x - center);
	bool		above1 = x > center + sigma;
	bool		below1 = x < center - sigma;

	runs->same_side = side == 0 ? 0 : side == runs->side ? runs->same_side + 1 : 1;
	runs->side = side;
	runs->above1 = shift_in(runs->above1, above1, 5);
	runs->below1 = shift_in(runs->below1, below1, 5);
	runs->above2 = shift_in(runs->above2, x > center + 2 * sigma, 3);
	runs->below2 = shift_in(runs->below2, x < center - 2 * sigma, 3);
	runs->beyond = above1 || below1 ? runs->beyond + 1 : 0;
	runs->within = x < center + sigma && x > center - sigma ? runs->within + 1 : 0;
}

/* Is the newest of these points out, and with it enough of them? */
static inline bool
enough(unsigned bits, int wanted)
{
	return (bits & 1) && ones(bits) >= wanted;
}

/*
 * The rules that fire at the next point, rule r in bit r - 1.  Beyond and within are strict; a point on the centre
 * line is on no side, and equal neighbours are no step.
 */
unsigned
cv_runs_next(CvRuns *runs, double x, double center, double sigma)
{
	unsigned	fired;

	take_step(runs, x);
	take_place(runs, x, center, sigma);
	fired = x > center + 3 * sigma || x < center - 3 * sigma;
	fired |= (unsigned) (runs->same_side >= 9) << 1;
	fired |= (unsigned) (runs->trend >= 5) << 2;
	fired |= (unsigned) (runs->zigzag >= 13) << 3;
	fired |= (unsigned) (enough(runs->above2, 2) || enough(runs->below2, 2)) << 4;
	fired |= (unsigned) (enough(runs->above1, 4) || enough(runs->below1, 4)) << 5;
	fired |= (unsigned) (runs->within >= 15) << 6;
	fired |= (unsigned) (runs->beyond >= 8) << 7;
	return fired;
}

/* The number of the alert that is open after this row, 0 for none. */
int
cv_alert_next(CvAlert *alert, bool signal, int open_after, int close_after)
{
	alert->signals = signal ? alert->signals + 1 : 0;
	alert->quiet = signal ? 0 : alert->quiet + 1;
	if (!alert->open && alert->signals >= open_after)
	{
		alert->open = true;
		alert->number++;
	}
	if (alert->open && alert->quiet >= close_after)
		alert->open = false;
	return alert->open ? alert->number : 0;
}
