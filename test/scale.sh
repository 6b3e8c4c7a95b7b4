#!/bin/sh
# test/scale.sh [MILLIONS ...]: how time grows with rows and falls with workers, for doc/scale.md.
#
# Tables of 1, 10 and 50 million answers and orders, in eight partitions by customer; each query in one process, with two workers,
# and with two workers over partitions.  Seconds of one run each.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

[ $# -gt 0 ] || set -- 1 10 50
make_work
find_postgres
LOG_DIR=$WORK
build
start_server "shared_buffers = '2GB'" "work_mem = '1GB'" "jit = off" "max_parallel_workers = 8" "max_worker_processes = 16" "autovacuum = off"
psql="$BIN/psql -qXtA -v ON_ERROR_STOP=1 -d postgres"
$psql -c 'CREATE EXTENSION custvalue'

cat >"$WORK/queries" <<'END'
nps_score(score)|SELECT nps_score(score) FROM orders
survey_agg by month|SELECT count(s) FROM (SELECT survey_agg(score) AS s FROM orders GROUP BY date_trunc('month', ordered)) AS q
nps of stored summaries|SELECT nps_score(rollup(s)) FROM stored
ols_agg, two regressors|SELECT ols_agg(amount::float8, score, customer) FROM orders
purchase_history_agg by customer|SELECT count(h) FROM (SELECT purchase_history_agg(ordered, amount) AS h FROM orders GROUP BY customer) AS q
bgnbd_fit of stored histories|SELECT bgnbd_fit(x, t_x, t) FROM history, clv_summary(h, date '2025-01-01')
gini(profit) of customers|SELECT gini(concentration_agg(revenue)) FROM history
abc_allocate to orders|SELECT count(part) FROM (SELECT abc_allocate(1000000, lines) OVER () AS part FROM orders) AS q
END
seconds() {
	{ echo "SET max_parallel_workers_per_gather = $1; SET enable_partitionwise_aggregate = $2; SET min_parallel_table_scan_size = 0;"; echo "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) $3;"; } |
		$psql | sed -n 's/^Execution Time: \([0-9.]*\) ms.*/\1/p' | awk '{ printf "%.2f", $1 / 1000 }'
}
printf '%-34s %10s %8s %8s %8s\n' query rows one workers parts
for millions in "$@"; do
	$psql >/dev/null <<-END
		DROP TABLE IF EXISTS orders, stored, history CASCADE;
		CREATE UNLOGGED TABLE orders (customer integer, ordered date, amount numeric, score smallint, lines bigint) PARTITION BY HASH (customer);
		SELECT format('CREATE UNLOGGED TABLE orders_%s PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER %s)', i, i) FROM generate_series(0, 7) AS i \gexec
		INSERT INTO orders SELECT (random() ^ 2 * $millions * 200000)::integer, date '2023-01-01' + (random() * 730)::integer, round((5 + random() * 200)::numeric, 2), (random() * 10)::smallint, 1 + (random() * 20)::bigint FROM generate_series(1, $millions * 1000000);
		CREATE UNLOGGED TABLE stored AS SELECT ordered, customer % 100 AS part, survey_agg(score) AS s FROM orders GROUP BY 1, 2;
		CREATE UNLOGGED TABLE history AS SELECT customer, purchase_history_agg(ordered, amount) AS h, sum(amount) AS revenue FROM orders GROUP BY 1;
		VACUUM ANALYZE orders, stored, history;
	END
	while IFS='|' read -r name query; do
		printf '%-34s %9sM %8s %8s %8s\n' "$name" "$millions" "$(seconds 0 off "$query")" "$(seconds 2 off "$query")" "$(seconds 2 on "$query")"
	done <"$WORK/queries"
done
