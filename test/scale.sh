#!/bin/sh
# test/scale.sh [MILLIONS ...]: how time grows with rows and falls with workers, for doc/scale.md.
# test/scale.sh months [MILLIONS ...]: a shop of so many customers, five orders each, month by month.
#
# Tables of 1, 10 and 50 million answers and orders, in eight partitions by customer; each query in one process, with
# two workers, and with two workers over partitions.  Seconds of one run each.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

months=no
[ "${1:-}" != months ] || { months=yes; shift; }
[ $# -gt 0 ] || { [ $months = yes ] && set -- 1 10 || set -- 1 10 50; }
make_work
find_postgres
LOG_DIR=$WORK
build
start_server "shared_buffers = '2GB'" "work_mem = '1GB'" "jit = off" "max_parallel_workers = 8" \
	"max_worker_processes = 16" "autovacuum = off"
psql="$BIN/psql -qXtA -v ON_ERROR_STOP=1 -d postgres"
$psql -c 'CREATE EXTENSION custvalue'


# step NAME STATEMENT: seconds, those of them in which the backend computed, and the most memory it had, shared buffers
# included.
step() {
	begin=$(date +%s.%N)
	used=$($psql -c "$2" -c "SELECT round((split_part(stat, ' ', 14)::numeric
		+ split_part(stat, ' ', 15)::numeric) / 100, 2), mb
		FROM (SELECT pg_read_file('/proc/self/stat') AS stat,
			substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+)')::integer / 1024 AS mb) AS p" | tail -n 1)
	end=$(date +%s.%N)
	printf '%-44s %9sM %9.2f s %9.2f s %7s MB\n' "$1" "$millions" "$(echo "$begin $end" | awk '{ print $2 - $1 }')" \
		"${used%|*}" "${used#*|}"
}

# A full build from 23 months of orders, and the 24th: as in doc/scale.md.
if [ $months = yes ]; then
	export PGOPTIONS='-c client_min_messages=warning'
	for millions in "$@"; do
		$psql >/dev/null <<-END
			DROP TABLE IF EXISTS orders, history, model, score CASCADE;
			SELECT setseed(0.5);
			-- Customers buy and stop as in the BG/NBD, and spend as in the gamma-gamma model.
			CREATE UNLOGGED TABLE orders AS
			SELECT customer, first_day + ago AS ordered,
				round((5 - mean * ln(1 - random()) * 0.5)::numeric, 2) AS amount
			FROM (SELECT customer, first_day, mean,
				round(least(sum(CASE WHEN i = 0 THEN 0 ELSE -ln(1 - random()) / rate END)
				OVER (PARTITION BY customer ORDER BY i), 10000))::integer AS ago
				FROM (SELECT customer, date '2023-01-01' + (random() * 690)::integer AS first_day,
					90 / -ln((1 - random()) * (1 - random()) * (1 - random())) AS mean,
						-ln(1 - random()) / 50 AS rate,
						least(80, floor(ln(1 - random()) / ln((1 - random()) ^ 0.25))) AS n
					FROM generate_series(1, $millions * 1000000) AS customer) AS c,
						generate_series(0, n::integer) AS i) AS o
			WHERE first_day + ago <= date '2024-12-31'
			ORDER BY random();
			VACUUM ANALYZE orders;
			CREATE UNLOGGED TABLE model (as_of date PRIMARY KEY, purchases clv_model NOT NULL,
				spend clv_model NOT NULL);
			CREATE UNLOGGED TABLE score (customer integer PRIMARY KEY, alive numeric, value numeric);
		END
		printf '%s orders\n' "$($psql -c 'SELECT count(*) FROM orders')"
		histories="customer, purchase_history_agg(ordered, amount) AS h FROM (SELECT * FROM orders WHERE ordered %s
			ORDER BY customer) AS o GROUP BY customer"
		score="INSERT INTO score AS old SELECT customer, round(p_alive(purchases, h, as_of)::numeric, 1),
			round(clv(purchases, spend, h, as_of, 0.1, horizon => '1 year')::numeric, -1)
			FROM history, model WHERE as_of = '%s'
			ON CONFLICT (customer) DO UPDATE SET alive = excluded.alive, value = excluded.value
			WHERE (old.alive, old.value) IS DISTINCT FROM (excluded.alive, excluded.value)"
		for workers in 0 2; do
			step "histories of 23 months, $workers workers" "SET max_parallel_workers_per_gather = $workers;
				DROP TABLE IF EXISTS history; CREATE UNLOGGED TABLE history AS
				SELECT $(printf "$histories" "< '2024-12-01'")"
		done
		step "... by hash" "SET max_parallel_workers_per_gather = 0; SELECT count(h)
			FROM (SELECT customer, purchase_history_agg(ordered, amount) AS h FROM orders WHERE ordered < '2024-12-01'
				GROUP BY customer) AS q"
		step "... count(DISTINCT day), min, max, sum" "SET max_parallel_workers_per_gather = 0; SELECT count(n)
			FROM (SELECT count(DISTINCT ordered) AS n, min(ordered), max(ordered), sum(amount) FROM orders
			WHERE ordered < '2024-12-01' GROUP BY customer) AS q"
		step "their primary key" "ALTER TABLE history ADD PRIMARY KEY (customer)"
		step "models of 30 November" "INSERT INTO model SELECT '2024-11-30', bgnbd_fit(h, '2024-11-30'),
			gammagamma_fit(h, '2024-11-30') FROM history"
		step "scores of all customers" "$(printf "$score" 2024-11-30)"
		$psql -c 'VACUUM ANALYZE history, score'
		step "the month merged into the histories" "INSERT INTO history AS old
			SELECT $(printf "$histories" "BETWEEN '2024-12-01' AND '2024-12-31'")
			ON CONFLICT (customer) DO UPDATE SET h = purchase_history_merge(old.h, excluded.h)"
		step "models of 31 December" "INSERT INTO model SELECT '2024-12-31', bgnbd_fit(h, '2024-12-31'),
			gammagamma_fit(h, '2024-12-31') FROM history"
		step "scores, written where they changed" "$(printf "$score" 2024-12-31)"
		step "Pareto/NBD of the histories" "SELECT paretonbd_fit(h, '2024-12-31') FROM history"
		$psql -F ' ' -c "SELECT 'orders', pg_size_pretty(pg_table_size('orders')), 'histories',
			pg_size_pretty(pg_table_size('history')), 'converged', (SELECT bool_and(converged(purchases)) FROM model),
			'customers of December', (SELECT count(DISTINCT customer) FROM orders WHERE ordered >= '2024-12-01')"
	done
	exit 0
fi
# One query a line; a line that begins with a tab goes on the one before.
sed -e :a -e '$!N' -e 's/\n\t/ /' -e ta -e 'P;D' >"$WORK/queries" <<'END'
nps_score(score)|SELECT nps_score(score) FROM orders
survey_agg by month|SELECT count(s)
	FROM (SELECT survey_agg(score) AS s FROM orders GROUP BY date_trunc('month', ordered)) AS q
nps of stored summaries|SELECT nps_score(rollup(s)) FROM stored
ols_agg, two regressors|SELECT ols_agg(amount::float8, score, customer) FROM orders
purchase_history_agg by customer|SELECT count(h)
	FROM (SELECT purchase_history_agg(ordered, amount) AS h FROM orders GROUP BY customer) AS q
bgnbd_fit of stored histories|SELECT bgnbd_fit(x, t_x, t) FROM history, clv_summary(h, date '2025-01-01')
gini(profit) of customers|SELECT gini(concentration_agg(revenue)) FROM history
abc_allocate to orders|SELECT count(part) FROM (SELECT abc_allocate(1000000, lines) OVER () AS part FROM orders) AS q
END
seconds() {
	{ echo "SET max_parallel_workers_per_gather = $1; SET enable_partitionwise_aggregate = $2;"
		echo "SET min_parallel_table_scan_size = 0;"; echo "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) $3;"; } |
		$psql | sed -n 's/^Execution Time: \([0-9.]*\) ms.*/\1/p' | awk '{ printf "%.2f", $1 / 1000 }'
}
printf '%-34s %10s %8s %8s %8s\n' query rows one workers parts
for millions in "$@"; do
	$psql >/dev/null <<-END
		DROP TABLE IF EXISTS orders, stored, history CASCADE;
		CREATE UNLOGGED TABLE orders (customer integer, ordered date, amount numeric, score smallint, lines bigint)
			PARTITION BY HASH (customer);
		SELECT format('CREATE UNLOGGED TABLE orders_%s PARTITION OF orders FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
			i, i) FROM generate_series(0, 7) AS i \gexec
		INSERT INTO orders SELECT (random() ^ 2 * $millions * 200000)::integer,
			date '2023-01-01' + (random() * 730)::integer, round((5 + random() * 200)::numeric, 2),
			(random() * 10)::smallint, 1 + (random() * 20)::bigint FROM generate_series(1, $millions * 1000000);
		CREATE UNLOGGED TABLE stored AS SELECT ordered, customer % 100 AS part, survey_agg(score) AS s FROM orders
		GROUP BY 1, 2;
		CREATE UNLOGGED TABLE history AS SELECT customer, purchase_history_agg(ordered, amount) AS h,
			sum(amount) AS revenue FROM orders GROUP BY 1;
		VACUUM ANALYZE orders, stored, history;
	END
	while IFS='|' read -r name query; do
		printf '%-34s %9sM %8s %8s %8s\n' "$name" "$millions" "$(seconds 0 off "$query")" "$(seconds 2 off "$query")" \
			"$(seconds 2 on "$query")"
	done <"$WORK/queries"
done
