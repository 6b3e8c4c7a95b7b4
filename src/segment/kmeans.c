/*
 * kmeans.c - which groups of customers are alike?
 *
 * kmeans_fit collects the customers' numbers (its state is held_rows of kind kmeans: the
 * parameters k, standardise, seed and, where they are given, the first centres) and finds k
 * clusters in them; the model that it returns tells of any customer, also later ones, which
 * cluster is nearest.  Rows are sorted first, so that neither their order nor the number
 * of workers matters.
 *
 * Memory: 8 bytes a number in the state, up to 512 MB (half of it may be spare room), and as
 * much again, with 12 bytes a row, while the model is fitted.
 */
#include "segment/kinds.h"
#include "pg/window.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "num/kmeans.h"
#include "segment/core/scale.h"
#include "segment/core/silhouette.h"
#include "num/sort.h"
#include "utils/array.h"

#define MOST_CLUSTERS 1000
#define MOST_COLUMNS 1000
#define MOST_RESTARTS 1000

/* Parameters of the state; centres follow. */
enum
{
	STATE_K,
	STATE_STANDARDISE,			/* 0 or 1, and 2 for each restart */
	STATE_SEED,
	STATE_CENTRES
};

/*
 * Parameters of the model; for each column its origin and its unit follow, 0 and 1 unless
 * standardised (the unit is 0 for a constant column, which then does not count).
 */
enum
{
	MODEL_ITERATIONS,
	MODEL_CONVERGED,
	MODEL_STANDARDISED,
	MODEL_N,
	MODEL_TOTAL,				/* sum of squared distances from the mean of all */
	MODEL_SCALES
};

/* A row of the model: size, sum of squares within, and the centre in the customers' units. */
#define ROW_SIZE 0
#define ROW_WITHIN 1
#define ROW_CENTRE 2

static const char *
complaint_of(const CvRows *model)
{
	const double *param = cv_rows_params(model);
	int			columns = model->width - ROW_CENTRE;
	double		n = 0;

	if (columns < 1 || columns > MOST_COLUMNS || model->nparams != (uint32) (MODEL_SCALES + 2 * columns) ||
		model->nrows < 1 || model->nrows > MOST_CLUSTERS)
		return "a kmeans_model must have 5 parameters and 2 for each column, and a row for each cluster";
	for (int c = 0; c < model->nrows; c++)
	{
		const double *row = cv_rows_row(model, c);

		if (!(row[ROW_SIZE] >= 0) || row[ROW_SIZE] != floor(row[ROW_SIZE]) || !(row[ROW_WITHIN] >= 0))
			return "clusters must have a whole number of customers and no negative sum of squares";
		n += row[ROW_SIZE];
	}
	for (int j = 0; j < columns; j++)
	{
		if (param[MODEL_SCALES + columns + j] < 0)
			return "units must not be negative";
	}
	if (param[MODEL_N] != n || n < 1 || n > 0x1p53 || param[MODEL_TOTAL] < 0 ||
		param[MODEL_ITERATIONS] != floor(param[MODEL_ITERATIONS]) || fabs(param[MODEL_ITERATIONS]) > 1e6 ||
		(param[MODEL_CONVERGED] != 0 && param[MODEL_CONVERGED] != 1) ||
		(param[MODEL_STANDARDISED] != 0 && param[MODEL_STANDARDISED] != 1))
		return "parameters must be iterations, converged, standardised, customers and sum of squares";
	return NULL;
}

CV_ROWS_TYPE("kmeans_model", complaint_of, kmeans_model_in, kmeans_model_out, kmeans_model_recv, kmeans_model_send)
CV_COMPARE(kmeans_model_send, kmeans_model_cmp, kmeans_model_eq, kmeans_model_ne, kmeans_model_lt, kmeans_model_le,
		   kmeans_model_gt, kmeans_model_ge, kmeans_model_hash, kmeans_model_hash_extended)

static CvRows *
model_arg(FunctionCallInfo fcinfo)
{
	CvRows	   *model = cv_rows_get(PG_GETARG_DATUM(0));

	if (model->kind != cv_kind_kmeans_model.number || model->width <= ROW_CENTRE || model->nrows < 1 ||
		model->nparams != (uint32) (MODEL_SCALES + 2 * (model->width - ROW_CENTRE)))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid kmeans_model value")));
	return model;
}

/* The row to be added, argument 1; NULL when it has NULL, and is to be left out. */
static const double *
row_arg(FunctionCallInfo fcinfo, int *width)
{
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", width);

	if (x != NULL && (*width < 1 || *width > MOST_COLUMNS))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have 1 to %d elements, not %d", MOST_COLUMNS, *width)));
	return x;
}

PG_FUNCTION_INFO_V1(kmeans_add);

/*
 * kmeans_add(held_rows, x float8[], k integer [, standardise boolean [, seed integer [, restarts integer]]])
 *		-> held_rows
 *
 * Transition function of kmeans_fit.  A row with NULL among x is ignored.  Errors: 22023 for elements that are NaN or
 * infinite, another number of them, k off 1 to 1,000 and parameters that change, 54000 beyond 512 MB.
 */
Datum
kmeans_add(PG_FUNCTION_ARGS)
{
	int			width;
	const double *x = row_arg(fcinfo, &width);
	double		params[STATE_CENTRES];
	CvRows	   *rows;

	if (x == NULL)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	params[STATE_K] = cv_check_range(PG_GETARG_INT32(2), "k", 1, MOST_CLUSTERS);
	params[STATE_STANDARDISE] = PG_NARGS() > 3 && PG_GETARG_BOOL(3);
	params[STATE_SEED] = PG_NARGS() > 4 ? PG_GETARG_INT32(4) : 1;
	if (PG_NARGS() > 5)
		params[STATE_STANDARDISE] += 2 * (cv_check_range(PG_GETARG_INT32(5), "restarts", 1, MOST_RESTARTS) - 1);
	rows = cv_rows_writable(fcinfo, &cv_kind_kmeans, width, params, STATE_CENTRES, 1);
	cv_rows_append(rows, x);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(kmeans_add_centres);

/*
 * kmeans_add_centres(held_rows, x float8[], centres float8[] [, standardise boolean])
 *		-> held_rows
 *
 * The same with the first centres given, an array of k rows.
 */
Datum
kmeans_add_centres(PG_FUNCTION_ARGS)
{
	int			width;
	const double *x = row_arg(fcinfo, &width);
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(2);
	const double *centre = cv_float8_elements((struct varlena *) array);
	int			k = ARR_NDIM(array) == 2 ? ARR_DIMS(array)[0] : 0;
	double	   *params;
	CvRows	   *rows;

	if (x == NULL)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (k < 1 || k > MOST_CLUSTERS || ARR_DIMS(array)[1] != width || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("centres must be a two-dimensional array of up to %d rows with %d elements, as x has, without "
						"NULL, not %s", MOST_CLUSTERS, width,
						cv_clip(cv_value_text(PointerGetDatum(array), FLOAT8ARRAYOID)))));
	params = palloc((STATE_CENTRES + k * width) * sizeof(double));
	params[STATE_K] = k;
	params[STATE_STANDARDISE] = PG_NARGS() > 3 && PG_GETARG_BOOL(3);
	params[STATE_SEED] = 0;
	for (int j = 0; j < k * width; j++)
		params[STATE_CENTRES + j] = cv_check_finite(centre[j], "centres") + 0.0;
	rows = cv_rows_writable(fcinfo, &cv_kind_kmeans, width, params, STATE_CENTRES + k * width, 1);
	cv_rows_append(rows, x);
	PG_RETURN_POINTER(rows);
}

static CvRows *
model_of(const CvKmeans *m, bool standardised, const double *scales, int exponent)
{
	CvRows	   *model = cv_rows_new(&cv_kind_kmeans_model, ROW_CENTRE + m->width, MODEL_SCALES + 2 * m->width, m->k);
	double	   *param = cv_rows_params(model);

	param[MODEL_ITERATIONS] = m->iterations;
	param[MODEL_CONVERGED] = m->converged;
	param[MODEL_STANDARDISED] = standardised;
	param[MODEL_N] = (double) m->n;
	param[MODEL_TOTAL] = ldexp(cv_total_squares(m->x, m->n, m->width), -2 * exponent);
	memcpy(param + MODEL_SCALES, scales, 2 * m->width * sizeof(double));
	for (int c = 0; c < m->k; c++)
	{
		double	   *row = cv_rows_row(model, c);

		row[ROW_SIZE] = (double) m->size[c];
		row[ROW_WITHIN] = ldexp(m->within[c], -2 * exponent);
		for (int j = 0; j < m->width; j++)
			row[ROW_CENTRE + j] = scales[j] +
				ldexp(m->centre[c * m->width + j], -exponent) * scales[m->width + j] + 0.0;
		for (int j = 0; j < model->width; j++)
		{
			if (!isfinite(row[j]) || !isfinite(param[MODEL_TOTAL]))
				ereport(ERROR,
						(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						 errmsg("squared distances between rows of kmeans_fit are out of range"),
						 errhint("Bring the columns to a smaller scale.")));
		}
	}
	model->nrows = m->k;
	return model;
}

/* Clusters that were drawn come in the order of their centres, whatever the seed. */
static void
order_clusters(CvRows *model)
{
	int			width = model->width;
	double	   *turned = palloc(model->nrows * width * sizeof(double));

	for (int c = 0; c < model->nrows; c++)
	{
		const double *row = cv_rows_row(model, c);

		for (int j = 0; j < width; j++)
			turned[c * width + j] = row[(j + ROW_CENTRE) % width];
	}
	cv_rows_sort(turned, model->nrows, width);
	for (int c = 0; c < model->nrows; c++)
	{
		double	   *row = cv_rows_row(model, c);

		for (int j = 0; j < width; j++)
			row[(j + ROW_CENTRE) % width] = turned[c * width + j];
	}
}

static double
sum_within(const CvKmeans *m)
{
	double		sum = 0;

	for (int c = 0; c < m->k; c++)
		sum += m->within[c];
	return sum;
}

/* The tightest clusters of so many runs, with seeds from the first one up; of equal ones those of the first. */
static void
best_of(CvKmeans *m, int64 seed, int restarts)
{
	int			k = m->k;
	CvKmeans	best = *m;

	for (int run = 0; run < restarts; run++)
	{
		m->k = k;
		cv_kmeans_seed(m, (uint64) (seed + run));
		cv_kmeans_run(m);
		if (run > 0 && !(sum_within(m) < sum_within(&best)))
			continue;
		best = *m;
		if (run + 1 == restarts)
			break;
		/* What the next run writes into; rows' clusters and distances are not kept. */
		m->centre = palloc(k * m->width * sizeof(double));
		m->size = palloc(k * sizeof(int64));
		m->within = palloc(k * sizeof(double));
	}
	*m = best;
}

PG_FUNCTION_INFO_V1(kmeans_final);

/*
 * kmeans_final(held_rows) -> kmeans_model
 *
 * NULL without rows; fewer than k clusters where there are fewer distinct rows.  Errors: 22003
 * where squares overflow.
 */
Datum
kmeans_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_kmeans);
	int			width = rows->width;
	int64		n = rows->nrows;
	const double *param = cv_rows_params(rows);
	double	   *x,
			   *scales;
	CvKmeans	m = {.n = n, .width = width};
	bool		standardise,
				given;
	int			restarts;
	int			exponent;
	CvRows	   *model;

	if (n == 0)
		PG_RETURN_NULL();
	if (rows->nparams < STATE_CENTRES || width > MOST_COLUMNS ||
		(rows->nparams != STATE_CENTRES && (double) (rows->nparams - STATE_CENTRES) != param[STATE_K] * width))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid state of kmeans_fit")));
	m.k = cv_rows_integer(rows, STATE_K, "k", 1, MOST_CLUSTERS);
	restarts = 1 + cv_rows_integer(rows, STATE_STANDARDISE, "standardise", 0, 2 * MOST_RESTARTS - 1) / 2;
	standardise = cv_rows_integer(rows, STATE_STANDARDISE, "standardise", 0, 2 * MOST_RESTARTS - 1) % 2 == 1;
	given = rows->nparams > STATE_CENTRES;

	x = cv_alloc(n * width * sizeof(double));
	memcpy(x, cv_rows_row(rows, 0), n * width * sizeof(double));
	cv_rows_sort(x, n, width);
	scales = palloc(2 * width * sizeof(double));
	exponent = cv_scale_columns(x, n, width, standardise, scales, scales + width);

	m.x = x;
	m.centre = palloc(m.k * width * sizeof(double));
	m.size = palloc(m.k * sizeof(int64));
	m.within = palloc(m.k * sizeof(double));
	m.cluster = cv_alloc(n * sizeof(int32));
	m.distance = cv_alloc(n * sizeof(double));
	m.keep = given;
	for (int j = 0; j < m.k * width && given; j++)
	{
		double		unit = scales[width + j % width];

		m.centre[j] = unit > 0 ? (param[STATE_CENTRES + j] / 2 - scales[j % width] / 2) / unit * 2 : 0;
		m.centre[j] = ldexp(m.centre[j], exponent);
		if (!(fabs(m.centre[j]) < 1e140))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("centres are too far from the rows of kmeans_fit")));
	}
	if (given)
		cv_kmeans_run(&m);
	else
		best_of(&m, cv_rows_integer(rows, STATE_SEED, "seed", PG_INT32_MIN, PG_INT32_MAX), restarts);

	model = model_of(&m, standardise, scales, exponent);
	if (!given)
		order_clusters(model);
	PG_RETURN_POINTER(model);
}

/* Distances of x, argument 1, from the centres, in the model's units; NULL when it has NULL. */
static double *
distances(FunctionCallInfo fcinfo, const CvRows *model)
{
	int			width = model->width - ROW_CENTRE;
	const double *origin = cv_rows_params(model) + MODEL_SCALES;
	const double *unit = origin + width;
	double	   *distance = palloc(model->nrows * sizeof(double));
	double	   *d = palloc(width * sizeof(double));
	int			found;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", &found);

	if (x == NULL)
		return NULL;
	if (found != width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have as many elements as the rows of the model had, %d, not %d", width, found)));
	for (int c = 0; c < model->nrows; c++)
	{
		const double *centre = cv_rows_row(model, c) + ROW_CENTRE;
		double		largest = 0;
		double		squares = 0;

		for (int j = 0; j < width; j++)
		{
			/* A unit that is rounding was kept by version 1.1.0. */
			d[j] = unit[j] > CV_ROUNDING * fabs(origin[j]) ? (x[j] - centre[j]) / unit[j] : 0;
			largest = fmax(largest, fabs(d[j]));
		}
		for (int j = 0; j < width && largest > 0; j++)
			squares += d[j] / largest * (d[j] / largest);
		distance[c] = largest > 0 ? largest * sqrt(squares) : 0;
		if (!isfinite(distance[c]))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("distance from a centre is out of range")));
	}
	return distance;
}

static int
nearest(const double *distance, int k, int but)
{
	int			best = -1;

	for (int c = 0; c < k; c++)
	{
		if (c != but && (best < 0 || distance[c] < distance[best]))
			best = c;
	}
	return best;
}

PG_FUNCTION_INFO_V1(kmeans_assign);

/*
 * kmeans_assign(model kmeans_model, x float8[]) -> integer
 *
 * The number of the nearest cluster, 1 and up; NULL where x has NULL.  Errors: 22023 for another
 * number of elements, and NaN or infinity among them.
 */
Datum
kmeans_assign(PG_FUNCTION_ARGS)
{
	CvRows	   *model = model_arg(fcinfo);
	double	   *distance = distances(fcinfo, model);

	if (distance == NULL)
		PG_RETURN_NULL();
	PG_RETURN_INT32(nearest(distance, (int) model->nrows, -1) + 1);
}

PG_FUNCTION_INFO_V1(kmeans_distance);

/*
 * kmeans_distance(model kmeans_model, x float8[]) -> float8
 *
 * Euclidean distance from the nearest centre, in standard deviations when the model is
 * standardised.  Errors: as kmeans_assign.
 */
Datum
kmeans_distance(PG_FUNCTION_ARGS)
{
	CvRows	   *model = model_arg(fcinfo);
	double	   *distance = distances(fcinfo, model);

	if (distance == NULL)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(distance[nearest(distance, (int) model->nrows, -1)]);
}

PG_FUNCTION_INFO_V1(simplified_silhouette);

/*
 * simplified_silhouette(model kmeans_model, x float8[]) -> float8
 *
 * (b - a) / max(a, b) with the distances a from the nearest centre and b from the next one: near 1
 * well inside its cluster, 0 between two.  It takes centres for the mean distance from a
 * cluster's customers, which silhouette has and which takes the square of the time.  NULL
 * for a model of one cluster.  Errors: as kmeans_assign.
 */
Datum
simplified_silhouette(PG_FUNCTION_ARGS)
{
	CvRows	   *model = model_arg(fcinfo);
	double	   *distance = distances(fcinfo, model);
	int			own;
	double		b;

	if (distance == NULL || model->nrows < 2)
		PG_RETURN_NULL();
	own = nearest(distance, (int) model->nrows, -1);
	b = distance[nearest(distance, (int) model->nrows, own)];
	PG_RETURN_FLOAT8(b > 0 ? (b - distance[own]) / b : 0);
}

PG_FUNCTION_INFO_V1(kmeans_centres);

/*
 * kmeans_centres(model kmeans_model) -> TABLE(cluster integer, size bigint,
 *		within float8, centre float8[])
 *
 * Each cluster: customers, sum of squared distances from the centre, and the centre in the
 * customers' units.
 */
Datum
kmeans_centres(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvRows	   *model = model_arg(fcinfo);

	for (int c = 0; c < model->nrows; c++)
	{
		const double *row = cv_rows_row(model, c);
		Datum		values[4] = {Int32GetDatum(c + 1), Int64GetDatum((int64) row[ROW_SIZE]),
			Float8GetDatum(row[ROW_WITHIN]), cv_make_float8_array(row + ROW_CENTRE, model->width - ROW_CENTRE)};
		bool		nulls[4] = {false, false, false, false};

		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(kmeans_model_json);

/*
 * model_json(model kmeans_model) -> jsonb
 *
 * clusters, columns, customers, standardised, iterations, converged, the sums of squares
 * within, between and in total, and the centres.
 */
Datum
kmeans_model_json(PG_FUNCTION_ARGS)
{
	CvRows	   *model = model_arg(fcinfo);
	const double *param = cv_rows_params(model);
	double		within = 0;
	StringInfoData json;

	for (int c = 0; c < model->nrows; c++)
		within += cv_rows_row(model, c)[ROW_WITHIN];
	initStringInfo(&json);
	appendStringInfo(&json, "{\"clusters\": %d, \"columns\": %d, \"customers\": %.0f, \"standardised\": %s, "
					 "\"iterations\": %.0f, \"converged\": %s",
					 (int) model->nrows, model->width - ROW_CENTRE, param[MODEL_N],
					 param[MODEL_STANDARDISED] ? "true" : "false",
					 param[MODEL_ITERATIONS], param[MODEL_CONVERGED] ? "true" : "false");
	cv_append_json(&json, "within", within);
	cv_append_json(&json, "between", fmax(0, param[MODEL_TOTAL] - within));
	cv_append_json(&json, "total", param[MODEL_TOTAL]);
	appendStringInfoString(&json, ", \"centres\": [");
	for (int c = 0; c < model->nrows; c++)
	{
		for (int j = ROW_CENTRE; j < model->width; j++)
		{
			appendStringInfoString(&json, j > ROW_CENTRE ? ", " : c > 0 ? ", [" : "[");
			cv_append_number(&json, cv_rows_row(model, c)[j]);
		}
		appendStringInfoChar(&json, ']');
	}
	appendStringInfoChar(&json, ']');
	appendStringInfoChar(&json, '}');
	return cv_make_jsonb(json.data);
}

/* A partition for silhouette. */
typedef struct Silhouettes
{
	double	   *result;			/* NaN: none */
} Silhouettes;

#define LABEL_IS_LESS(a, b) ((a) < (b))
CV_DEFINE_SORT(sort_labels, int32, LABEL_IS_LESS)

static int
compare_labels(const void *a, const void *b)
{
	int32		x = *(const int32 *) a;
	int32		y = *(const int32 *) b;

	return x < y ? -1 : x > y;
}

/* The distinct ones of n labels, in order; their number in *k. */
static int32 *
distinct_labels(const int32 *label, int64 n, int *k)
{
	int32	   *distinct = cv_alloc(n * sizeof(int32));
	int32	   *scratch = cv_alloc(n * sizeof(int32));

	memcpy(distinct, label, n * sizeof(int32));
	sort_labels(distinct, scratch, n);
	pfree(scratch);
	*k = 0;
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (*k == 0 || distinct[i] != distinct[*k - 1])
			distinct[(*k)++] = distinct[i];
	}
	return distinct;
}

/* Keep the rows that have a cluster, too; their clusters, numbered from 0 to *k - 1. */
static int32 *
read_clusters(WindowObject winobj, CvArrays *a, int *k)
{
	int32	   *label = cv_alloc(a->kept * sizeof(int32));
	int32	   *distinct;
	int64		kept = 0;

	for (int64 i = 0; i < a->kept; i++)
	{
		bool		isnull;
		Datum		value = cv_window_arg(winobj, 1, a->row[i], &isnull);

		CV_BREATHE_OFTEN(i);
		if (isnull)
			continue;
		label[kept] = DatumGetInt32(value);
		memmove(a->x + kept * a->width, a->x + i * a->width, a->width * sizeof(double));
		a->row[kept++] = a->row[i];
	}
	a->kept = kept;
	distinct = distinct_labels(label, kept, k);
	for (int64 i = 0; i < kept; i++)
	{
		CV_BREATHE(i);
		label[i] = (int32) ((int32 *) bsearch(&label[i], distinct, *k, sizeof(int32), compare_labels) - distinct);
	}
	pfree(distinct);
	return label;
}

/* Numbers times a power of two, so that their squares are in range. */
static void
bring_into_range(double *x, int64 n)
{
	double		largest = 0;
	int			exponent;

	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		largest = fmax(largest, fabs(x[i]));
	}
	exponent = cv_exponent(largest);
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		x[i] = ldexp(x[i], exponent);
	}
}

/* Add the distances of row i from each row to the sums of their clusters. */
static void
add_distances(const CvArrays *a, const int32 *label, int64 i, double *sum, int64 *work)
{
	const double *x = a->x + i * a->width;

	for (int64 j = 0; j < a->kept; j++)
	{
		const double *y = a->x + j * a->width;
		double		squares = 0;

		cv_breathe_after(work, a->width);
		for (int c = 0; c < a->width; c++)
			squares += (x[c] - y[c]) * (x[c] - y[c]);
		sum[label[j]] += sqrt(squares);
	}
}

static void
find_silhouettes(WindowObject winobj, Silhouettes *part)
{
	CvArrays	a = cv_window_arrays(winobj, 0, "x", 0);
	int			k;
	int32	   *label = read_clusters(winobj, &a, &k);
	int64	   *size = cv_alloc(k * sizeof(int64));
	double	   *sum = cv_alloc(k * sizeof(double));
	int64		work = 0;

	bring_into_range(a.x, a.kept * a.width);
	part->result = MemoryContextAllocHuge(GetMemoryChunkContext(part), a.n * sizeof(double));
	for (int64 i = 0; i < a.n; i++)
		part->result[i] = NAN;
	memset(size, 0, k * sizeof(int64));
	for (int64 i = 0; i < a.kept; i++)
		size[label[i]]++;
	cv_level_columns(a.x, a.kept, a.width);
	for (int64 i = 0; i < a.kept; i++)
	{
		memset(sum, 0, k * sizeof(double));
		add_distances(&a, label, i, sum, &work);
		part->result[a.row[i]] = cv_silhouette(sum, size, k, label[i]);
	}
	pfree(a.row);
	pfree(a.x);
	pfree(label);
	pfree(size);
	pfree(sum);
}

PG_FUNCTION_INFO_V1(silhouette);

/*
 * silhouette(x float8[], cluster integer) OVER (...) -> float8
 *
 * (b - a) / max(a, b) with the mean distances a from the other customers of the own cluster and
 * b from those of the nearest other one (P. Rousseeuw, "Silhouettes", Journal of
 * Computational and Applied Mathematics 20, 1987); 0 for one alone in its cluster.  Takes
 * time with the square of the rows.  NULL where an argument is, and with one cluster only.
 * Errors: 22023 as cv_window_arrays.
 */
Datum
silhouette(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Silhouettes *part = WinGetPartitionLocalMemory(winobj, sizeof(Silhouettes));
	double		result;

	if (part->result == NULL)
		find_silhouettes(winobj, part);
	result = part->result[WinGetCurrentPosition(winobj)];
	if (isnan(result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result);
}
