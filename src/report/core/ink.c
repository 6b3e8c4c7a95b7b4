/*
 * ink.c - text that grows while a chart is drawn.
 */
#include "report/core/ink.h"

#include <stdio.h>
#include <stdlib.h>

/* Room for so many bytes more. */
static void
reserve(CvInk *ink, size_t n)
{
	if (ink->length + n > ink->capacity)
	{
		ink->capacity = 2 * (ink->length + n) + 256;
		ink->data = ink->more(ink->data, ink->capacity);
	}
}

void
cv_ink_bytes(CvInk *ink, const char *bytes, size_t n)
{
	/* Nothing may have no address. */
	if (n == 0)
		return;
	reserve(ink, n);
	memcpy(ink->data + ink->length, bytes, n);
	ink->length += n;
}

void
cv_ink(CvInk *ink, const char *text)
{
	cv_ink_bytes(ink, text, strlen(text));
}

/* Twice what is there already, as long as that is not enough. */
void
cv_ink_repeat(CvInk *ink, const char *text, int64_t times)
{
	size_t		n = strlen(text);
	size_t		all = times > 0 ? n * (size_t) times : 0;
	size_t		done = 0;
	char	   *at;

	reserve(ink, all);
	at = ink->data + ink->length;
	while (done < all)
	{
		const char *from = done == 0 ? text : at;
		size_t		more = done == 0 ? n : done;

		more = more < all - done ? more : all - done;
		memcpy(at + done, from, more);
		done += more;
	}
	ink->length += all;
}

/* In UTF-8, or as a numeric reference. */
void
cv_ink_char(CvInk *ink, uint32_t c)
{
	char		s[16];
	size_t		n = 0;

	if (c >= 0x80 && ink->ascii)
		n = (size_t) snprintf(s, sizeof(s), "&#%u;", (unsigned) c);
	else if (c < 0x80)
		s[n++] = (char) c;
	else
	{
		int			more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;

		s[n++] = (char) ((more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0) | c >> (6 * more));
		while (more-- > 0)
			s[n++] = (char) (0x80 | (c >> (6 * more) & 0x3f));
	}
	cv_ink_bytes(ink, s, n);
}

void
cv_ink_int(CvInk *ink, int64_t x)
{
	char		digits[24];
	int			at = sizeof(digits);
	uint64_t	rest = x < 0 ? 0 - (uint64_t) x : (uint64_t) x;

	do
		digits[--at] = (char) ('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (x < 0)
		digits[--at] = '-';
	cv_ink_bytes(ink, digits + at, sizeof(digits) - at);
}

void
cv_ink_coordinate(CvInk *ink, double x)
{
	int64_t		hundredths = (int64_t) cv_round_near(x * 100);
	int64_t		size = hundredths < 0 ? -hundredths : hundredths;

	if (hundredths < 0)
		cv_ink_bytes(ink, "-", 1);
	cv_ink_int(ink, size / 100);
	if (size % 100 > 0)
	{
		char		part[3] = {'.', (char) ('0' + size / 10 % 10), (char) ('0' + size % 10)};

		cv_ink_bytes(ink, part, part[2] == '0' ? 2 : 3);
	}
}

/* The digits and the exponent of 10 of the first of them: the fewest that read back as x. */
static int
shortest_digits(double x, char *digits, int *exponent)
{
	char		text[40];
	int			n = 0;

	for (int most = 15; most <= 17; most++)
	{
		snprintf(text, sizeof(text), "%.*e", most - 1, fabs(x));
		if (strtod(text, NULL) == fabs(x))
			break;
	}
	*exponent = atoi(strchr(text, 'e') + 1);
	for (const char *at = text; *at != 'e'; at++)
	{
		if (*at != '.')
			digits[n++] = *at;
	}
	while (n > 1 && digits[n - 1] == '0')
		n--;
	return n;
}

/* 12.5, 1200000, 0.00025; beyond 20 digits or below a millionth 1e21, 2.5e-7. */
int
cv_shortest_text(double x, char *text)
{
	char		digits[40];
	int			exponent;
	int			n = shortest_digits(x, digits, &exponent);
	char	   *at = text;

	if (x < 0)
		*at++ = '-';
	if (exponent > 20 || exponent < -6)
	{
		*at++ = digits[0];
		if (n > 1)
			*at++ = '.';
		memcpy(at, digits + 1, (size_t) n - 1);
		at += n - 1;
		return (int) (at - text) + sprintf(at, "e%d", exponent);
	}
	for (int i = exponent < 0 ? exponent : 0; i <= exponent || i < n; i++)
	{
		if (i == (exponent < 0 ? exponent : 0) + (exponent < 0 ? 1 : exponent + 1))
			*at++ = '.';
		*at++ = i < 0 || i >= n ? '0' : digits[i];
	}
	*at = '\0';
	return (int) (at - text);
}

int
cv_decimals_of(double x)
{
	char		digits[40];
	int			exponent;
	int			n = shortest_digits(x, digits, &exponent);

	return x == 0 || n - 1 - exponent < 0 ? 0 : n - 1 - exponent;
}

int
cv_number_text(double x, int decimals, char *text)
{
	double		scale = pow(10, decimals);
	int			n;

	if (fabs(x) >= 1e15)
		return cv_shortest_text(x, text);
	/* Not 0.000000: three digits. */
	if (x != 0 && fabs(x) < 1e-6 && decimals >= 6)
	{
		snprintf(text, CV_NUMBER_SIZE, "%.2e", x);
		return cv_shortest_text(strtod(text, NULL), text);
	}
	if (fabs(x) * scale < 1e15)
		x = cv_round_near(x * scale) / scale;
	n = snprintf(text, CV_NUMBER_SIZE, "%.*f", decimals, x + 0.0);
	if (text[0] == '-' && strspn(text + 1, "0.") == (size_t) n - 1)
	{
		memmove(text, text + 1, (size_t) n);
		n--;
	}
	return n;
}
