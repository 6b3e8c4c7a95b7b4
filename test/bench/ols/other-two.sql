SELECT count(*), sum(y), sum(x1), sum(x2), sum(y * y), sum(x1 * x1), sum(x2 * x2), sum(x1 * x2), sum(x1 * y),
	sum(x2 * y)
FROM sale
