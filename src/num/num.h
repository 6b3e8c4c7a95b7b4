/*
 * num.h - what all of the ground floor's mathematics shares.
 *
 * Everything in src/num is plain C99 with gcc's 128-bit integers: it includes no
 * PostgreSQL header, allocates no memory and raises no error, so that it can be
 * compiled alone, unit-tested and fuzzed.  Names that leave a file begin with cv_,
 * since PostgreSQL before 16 loads all symbols of all extensions into one space.
 */
#ifndef CV_NUM_H
#define CV_NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Aligned as the server's memory is, not as the compiler would like. */
typedef unsigned __int128 cv_uint128 __attribute__((aligned(8)));
typedef __int128 cv_int128 __attribute__((aligned(8)));

/*
 * Called now and then in every loop whose length the input decides.  The server's
 * side points it at CHECK_FOR_INTERRUPTS; nothing here holds a resource, so it may
 * jump away.
 */
extern void (*cv_breathe) (void);

#define CV_BREATHE_EVERY(i, rows) \
	do { \
		if ((uint64_t) (i) % (rows) == (rows) - 1) \
			cv_breathe(); \
	} while (0)

/* For steps of nanoseconds, and for steps that may take a millisecond. */
#define CV_BREATHE(i) CV_BREATHE_EVERY(i, 65536)
#define CV_BREATHE_OFTEN(i) CV_BREATHE_EVERY(i, 256)

/* The same at a place in UTF-8, whose steps of one to four bytes may pass over any single one. */
#define CV_BREATHE_BYTES(at) \
	do { \
		if ((uint64_t) (at) % 65536 < 4) \
			cv_breathe(); \
	} while (0)

/* The same after this much work, whatever its unit is: about a million steps of a nanosecond. */
static inline void
cv_breathe_after(int64_t *done, int64_t work)
{
	*done += work;
	if (*done >= 1 << 20)
	{
		*done = 0;
		cv_breathe();
	}
}

/*
 * The power of two that brings the largest of numbers to between 1/2 and 1, so that squares
 * neither overflow nor vanish; 0 for 0.
 */
extern int	cv_exponent(double largest);

/* A standard deviation below this part of the mean is the rounding of doubles: the column is constant. */
#define CV_ROUNDING 1e-15

/*
 * Do numbers from low to high differ by more than rounding?  Whole numbers below 2^53 are not rounded.
 */
extern bool cv_differ(double low, double high, bool whole);

#endif							/* CV_NUM_H */
