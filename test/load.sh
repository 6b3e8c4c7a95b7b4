#!/bin/sh
# test/load.sh [SECONDS [CLIENTS]]: a dashboard under load.
#
# pgbench with 16 clients for a minute: the monthly NPS from stored summaries, a customer's history, the top customers
# and the quadrants from materialized views, while one client books orders and answers and another refreshes the views.
# Prints how many of each there were, percentiles of their latency in milliseconds, and errors, of which there must be
# none.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

TIME=${1:-60}
CLIENTS=${2:-16}
make_work
find_postgres
LOG_DIR=$WORK
build
start_server "shared_buffers = '1GB'" "work_mem = '64MB'" "max_connections = 100"
psql="$BIN/psql -qX -v ON_ERROR_STOP=1 -d postgres"
$psql <<'END'
CREATE EXTENSION custvalue;
CREATE TABLE orders AS SELECT i AS id, (random() ^ 2 * 50000)::integer AS customer,
	date '2023-01-01' + (random() * 700)::integer AS ordered, round((5 + random() * 200)::numeric, 2) AS amount,
	round((random() * 60)::numeric, 2) AS cost FROM generate_series(1, 500000) AS i;
CREATE TABLE answer AS SELECT date '2023-01-01' + (random() * 700)::integer AS answered,
	(random() * 10)::integer AS score FROM generate_series(1, 200000) AS i;
CREATE INDEX ON orders (customer);
CREATE MATERIALIZED VIEW monthly AS SELECT date_trunc('month', answered)::date AS month, survey_agg(score) AS summary
FROM answer GROUP BY 1;
CREATE UNIQUE INDEX ON monthly (month);
CREATE MATERIALIZED VIEW history AS SELECT customer, purchase_history_agg(ordered, amount) AS h,
	sum(amount - cost) AS profit, sum(amount) AS revenue FROM orders GROUP BY 1;
CREATE UNIQUE INDEX ON history (customer);
CREATE MATERIALIZED VIEW model AS SELECT 1 AS id, bgnbd_fit(x, t_x, t) AS m FROM history,
	clv_summary(h, date '2024-12-01');
CREATE UNIQUE INDEX ON model (id);
CREATE MATERIALIZED VIEW value AS SELECT customer, profit, revenue, expected_purchases(m, x, t_x, t, 52) AS expected
FROM history, model, clv_summary(h, date '2024-12-01') AS s WHERE x IS NOT NULL;
CREATE UNIQUE INDEX ON value (customer);
CREATE INDEX ON value (expected);
ANALYZE;
END
cat >"$WORK/nps.sql" <<'END'
SELECT month, nps_score(summary), nps_low(summary), nps_high(summary) FROM monthly ORDER BY month;
END
cat >"$WORK/customer.sql" <<'END'
\set c random(0, 40000)
SELECT s.*, p_alive(m, s.x, s.t_x, s.t) FROM history, model, clv_summary(h, date '2024-12-01') AS s WHERE customer = :c;
END
cat >"$WORK/top.sql" <<'END'
SELECT customer, profit, expected FROM value ORDER BY expected DESC LIMIT 20;
END
cat >"$WORK/quadrants.sql" <<'END'
SELECT quadrant(profit::float8, expected, 200, 1) AS field, count(*), sum(profit) FROM value GROUP BY 1;
END
cat >"$WORK/book.sql" <<'END'
\set c random(0, 50000)
\set s random(0, 10)
BEGIN;
INSERT INTO orders SELECT 0, :c, date '2024-12-01', 10, 5;
INSERT INTO answer SELECT date '2024-12-01', :s;
COMMIT;
END
cat >"$WORK/refresh.sql" <<'END'
REFRESH MATERIALIZED VIEW CONCURRENTLY monthly;
REFRESH MATERIALIZED VIEW CONCURRENTLY history;
REFRESH MATERIALIZED VIEW CONCURRENTLY model;
REFRESH MATERIALIZED VIEW CONCURRENTLY value;
END
chmod 644 "$WORK"/*.sql
! is_root || chown postgres "$WORK"
bench() { as_server sh -c "cd '$WORK' && exec '$BIN/pgbench' -n -T $TIME -d postgres -l --log-prefix=$1 $2" \
	>"$WORK/$1.log" 2>&1; }
failures=0
bench book "-c 1 -f book.sql" & book=$!
bench refresh "-c 1 -f refresh.sql" & refresh=$!
bench read "-c $CLIENTS -j 2 -M prepared -f nps.sql@40 -f customer.sql@40 -f top.sql@15 -f quadrants.sql@5" ||
	failures=1
wait $book || failures=1
wait $refresh || failures=1
grep -h 'ERROR\|aborted\|FATAL' "$WORK"/*.log && failures=1
printf '%-12s %10s %8s %8s %8s %8s\n' statement runs p50 p95 p99 most
percentiles() {
	sort -n | awk -v name="$1" '{ x[NR] = $1 / 1000 }
		function p(q) { i = int(q * NR); return x[i < 1 ? 1 : i] }
		END { printf "%-12s %10d %8.1f %8.1f %8.1f %8.1f\n", name, NR, p(0.5), p(0.95), p(0.99), x[NR] }'
}
n=0
for name in nps customer top quadrants; do
	cat "$WORK"/read.* | awk -v n=$n 'NF >= 6 && $4 == n { print $3 }' | percentiles $name
	n=$((n + 1))
done
cat "$WORK"/book.[0-9]* | awk 'NF >= 6 { print $3 }' | percentiles booking
cat "$WORK"/refresh.[0-9]* | awk 'NF >= 6 { print $3 }' | percentiles refresh
say "errors: $failures"
[ $failures -eq 0 ]
