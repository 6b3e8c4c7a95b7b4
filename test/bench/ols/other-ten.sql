SELECT sum(y * y), sum(y * x1), sum(y * x2), sum(y * x3), sum(y * x4), sum(y * x5), sum(y * x6), sum(y * x7),
	sum(y * x8), sum(y * x9), sum(y * x10), sum(x1 * x1), sum(x1 * x2), sum(x1 * x3), sum(x1 * x4), sum(x1 * x5),
	sum(x1 * x6), sum(x1 * x7), sum(x1 * x8), sum(x1 * x9), sum(x1 * x10), sum(x2 * x2), sum(x2 * x3), sum(x2 * x4),
	sum(x2 * x5), sum(x2 * x6), sum(x2 * x7), sum(x2 * x8), sum(x2 * x9), sum(x2 * x10), sum(x3 * x3), sum(x3 * x4),
	sum(x3 * x5), sum(x3 * x6), sum(x3 * x7), sum(x3 * x8), sum(x3 * x9), sum(x3 * x10), sum(x4 * x4), sum(x4 * x5),
	sum(x4 * x6), sum(x4 * x7), sum(x4 * x8), sum(x4 * x9), sum(x4 * x10), sum(x5 * x5), sum(x5 * x6), sum(x5 * x7),
	sum(x5 * x8), sum(x5 * x9), sum(x5 * x10), sum(x6 * x6), sum(x6 * x7), sum(x6 * x8), sum(x6 * x9), sum(x6 * x10),
	sum(x7 * x7), sum(x7 * x8), sum(x7 * x9), sum(x7 * x10), sum(x8 * x8), sum(x8 * x9), sum(x8 * x10), sum(x9 * x9),
	sum(x9 * x10), sum(x10 * x10)
FROM sale
