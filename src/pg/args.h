/*
 * args.h - arguments: taken, checked, and refused in one wording with name and value.
 *
 * What is not as it must be is error 22023 (invalid_parameter_value).
 */
#ifndef CV_ARGS_H
#define CV_ARGS_H

#include "pg/pg.h"

/* The value itself, when it is in its range. */
extern double cv_check_finite(double x, const char *name);
extern double cv_check_not_negative(double x, const char *name);
extern double cv_check_fraction(double x, const char *name, const char *hint);
extern double cv_check_rate(double x, const char *name);	/* from 1 up it was typed as percent */
extern double cv_check_discount(double x);	/* such a rate, above -1 */
extern int	cv_check_range(int x, const char *name, int lowest, int highest);

/* The number itself when it is finite: cv_check_finite for inner loops. */
static inline double
cv_finite(double x, const char *name)
{
	return likely(isfinite(x)) ? x : cv_check_finite(x, name);
}

/* A short text argument as a C string. */
extern char *cv_text_arg(FunctionCallInfo fcinfo, int argno);

/* The place among these names, which end with NULL, of a text argument. */
extern int	cv_choice_arg(FunctionCallInfo fcinfo, int argno, const char *name, const char *const *choices);

/* Whether an argument named first says 'now' and not 'next': when does the first of some amounts come? */
extern bool cv_first_now_arg(FunctionCallInfo fcinfo, int argno);

/* An argument named confidence: above 0 and below 1. */
extern double cv_confidence_arg(FunctionCallInfo fcinfo, int argno);

/* What an integer says that must be 0 or 1; the hint is for those who wrote another. */
extern bool cv_check_binary(int64 x, const char *name, const char *hint);

/*
 * The place of a text argument where an older signature has the confidence: a number in quotes, which is taken for a
 * text now, is still that, and the usual place is returned.
 */
extern int	cv_choice_or_confidence_arg(FunctionCallInfo fcinfo, int argno, const char *name,
										const char *const *choices, int usual, double *confidence);

/* A weight, 0 or from 1e-100 to 1e100; and 1 where there is no such argument. */
extern double cv_weight_arg(FunctionCallInfo fcinfo, int argno);
extern double cv_weight_or_one(FunctionCallInfo fcinfo, int argno);

/* The numbers of a float8[] without NULL. */
extern const double *cv_float8_elements(struct varlena *value);

/* The finite numbers of a one-dimensional float8[] without NULL; their number in *n. */
extern const double *cv_float8_array(struct varlena *array, const char *name, int *n);

/*
 * The finite numbers of a one-dimensional float8[] that is a row; NULL when one of them is
 * NULL, as ARRAY[a, b] of nullable columns may have.
 */
extern const double *cv_float8_row(struct varlena *array, const char *name, int *n);

/* Names of k terms of a model: those of a text[] argument, x1 and so on where it is NULL.  And the term of a name. */
extern char **cv_terms_arg(FunctionCallInfo fcinfo, int argno, int k);
extern int	cv_term_number(char **terms, int k, const char *term);

#endif							/* CV_ARGS_H */
