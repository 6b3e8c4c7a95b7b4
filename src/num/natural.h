/*
 * natural.h - natural numbers of any length that a caller has room for.
 *
 * The slow exact path for amounts beyond 62 bits.  Numbers are little-endian arrays
 * of limbs in base 10^8, which is two of PostgreSQL's numeric digits, so that nothing
 * is ever converted between bases.  A length counts limbs and may include leading
 * zeros.
 */
#ifndef CV_NATURAL_H
#define CV_NATURAL_H

#include "num/num.h"

#define CV_LIMB_BASE 100000000u
#define CV_LIMB_DIGITS 8

extern int	cv_nat_length(const uint32_t *x, int n);
extern void cv_nat_add(uint32_t *acc, int nacc, const uint32_t *x, int nx);
extern uint32_t cv_nat_scale(uint32_t *x, int n, uint32_t factor);
extern uint32_t cv_nat_shrink(uint32_t *x, int n, uint32_t divisor);
extern void cv_nat_multiply(uint32_t *out, const uint32_t *a, int na, const uint32_t *b, int nb);
extern uint32_t cv_nat_normalizer(uint32_t top);
extern void cv_nat_divide(uint32_t *quotient, uint32_t *u, int nu, const uint32_t *v, int nv);
extern int	cv_nat_from_u64(uint32_t *out, uint64_t x);
extern bool cv_nat_to_u64(const uint32_t *x, int n, uint64_t max, uint64_t *out);

#endif							/* CV_NATURAL_H */
