#!/bin/sh
# test/limits.sh [ROWS]: memory and cancelling.
#
# 1. One group of so many rows (default: 10 million) of every aggregate whose state does not grow with them: the backend
#    must not need more than for a tenth.
# 2. A million groups of every aggregate within work_mem of 64 MB: prints what it took.
# 3. Pairs of many items stay within 2 GB.
# 4. Statements that take long are cancelled, at several moments: none may go on for more than a second.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

ROWS=${1:-10000000}
make_work
find_postgres
LOG_DIR=$WORK
build
start_server "shared_buffers = '32MB'" "work_mem = '64MB'" "max_parallel_workers_per_gather = 0" "jit = off" \
	"max_stack_depth = '2MB'"
psql="$BIN/psql -qXtA -v ON_ERROR_STOP=1 -d postgres"
{ echo '\set ECHO none'; cat test/catalog/samples.sql; } | sed 's/^.set ECHO all$//' |
	$psql -c 'CREATE EXTENSION custvalue' -f - >/dev/null
$psql -c "CREATE UNLOGGED TABLE numbers AS SELECT i::integer FROM generate_series(1, $ROWS) AS i" \
	-c 'VACUUM ANALYZE numbers' \
	-c 'CREATE VIEW samples AS SELECT i AS n, i % 200000 + 1 AS i FROM numbers'
failures=0

# Peak of a backend that runs a query with a column v, in MB.
peak() {
	$psql -c "SET search_path = public, catalog_test" -c "SELECT count(v) FROM ($1) AS q" \
		-c "SELECT substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmHWM:\s*(\d+)')::integer
			/ 1024" | tail -n 1
}

# Values, not counts: concentration_agg, kmeans_fit, cuts_agg, spearman, entropy_weights, itemsets_agg and funnels hold
# all rows.
$psql -c "SELECT signature || '|' || proname || '(' || array_to_string(arguments, ', ') || ')'
	FROM catalog_test.extension_aggregate
	WHERE signature !~ ('^(concentration_agg|gini|hhi|top_share|bottom_share|kmeans|cuts|spearman|entropy|whale|'
		'rollup.(conc|abc|mig|purch|ols|itemsets|funnel_summary)|itemsets|funnel_agg|window_funnel)')
	ORDER BY 1" >"$WORK/aggregates"
say "== one group: MB at $((ROWS / 10)) and at $ROWS rows"
while IFS='|' read -r signature call; do
	few=$(peak "SELECT $call AS v FROM samples WHERE n <= $((ROWS / 10))")
	many=$(peak "SELECT $call AS v FROM samples")
	[ "$many" -le $((few + 16)) ] || { say "GROWS: $signature $few $many"; failures=$((failures + 1)); }
	most=${most:-0}
	[ "$many" -le "$most" ] || most=$many
done <"$WORK/aggregates"
say "$(wc -l <"$WORK/aggregates") aggregates, at most $most MB, shared buffers included"

say "== a million groups, three rows each"
$psql -c "SELECT state_type || '|' || min(proname || '(' || array_to_string(arguments, ', ') || ')')
		FILTER (WHERE state_type <> 'held_rows' OR proname = 'cuts_agg')
	FROM catalog_test.extension_aggregate GROUP BY state_type, agginitval ORDER BY 1" >"$WORK/states"
while IFS='|' read -r state call; do
	start=$(date +%s)
	mb=$(peak "SELECT n % 1000000, $call AS v FROM samples WHERE n <= 3000000 GROUP BY 1")
	printf '%-24s %6s MB %4s s  %s\n' "$state" "$mb" "$(($(date +%s) - start))" "$(printf '%s' "$call" | cut -c1-60)"
done <"$WORK/states"

say "== baskets of many items: 2.7 million orders of 354,000 items, MB"
$psql -c 'SELECT setseed(0.5)' -c "CREATE UNLOGGED TABLE line AS SELECT o, exp(random() * ln(354001))::bigint AS item
	FROM generate_series(1, 2700000) AS o, generate_series(1, 1 + (o::bigint * 7919 % 13 % 6)::integer)" >/dev/null
mb=$(peak "SELECT affinity_agg(items) AS v FROM (SELECT array_agg(item) AS items FROM line GROUP BY o) AS b")
say "$mb"
[ "$mb" -le 2048 ] || failures=$((failures + 1))
$psql -c 'DROP TABLE line'

say "== cancelled"
# One query a line; a line that begins with a tab goes on the one before.
sed -e :a -e '$!N' -e 's/\n\t/ /' -e ta -e 'P;D' >"$WORK/long.sql" <<'END'
SELECT paretonbd_fit(i % 50, (i % 50) * i::float8 / 1e6, 60 + i % 100) FROM numbers WHERE i < 1000000
SELECT bgnbd_fit(900000 + i, 5, 10, ARRAY[i % 7], ARRAY[i % 5]) FROM numbers WHERE i < 2000
SELECT bgbb_fit(1 + i % 9, 9 + i % 1000, 20000 + i % 1000) FROM numbers WHERE i < 100000
SELECT bgbb_fit(500 + i % 9, 999000 - i, 1000000) FROM numbers WHERE i < 2000
SELECT count(expected_purchases_low('v1 bg/bb 5 [1,0,0,0,4,0] 1,1,0,0,0 1,0,1,0,0 1,0,0,1,0 1,0,0,0,1', 3, 10 + i,
	1000000, 5)) FROM numbers WHERE i < 900000
SELECT count(clv_high('v1 bg/nbd 5 [1,0,0,0,4,0] 1e10,1,0,0,0 1,0,1,0,0 1e-308,0,0,1,0 1e-308,0,0,0,1',
	clv_model('gamma-gamma', '{6,4,15}'), 3, 1, 1 + i, 20, 1e-308, 1e300)) FROM numbers
SELECT kmeans_fit(ARRAY[i % 1009, i % 997, i % 991]::float8[], 50) FROM numbers WHERE i < 1000000
SELECT logit_agg(i % 3 = 0, ARRAY[i % 7, i % 11, i % 13, i % 17, i * i::float8]) FROM numbers WHERE i < 2000000
SELECT spearman(i::bigint * 7919 % 1000003, i * 31.0 % 1000033) FROM numbers WHERE i < 5000000
SELECT gini(concentration_agg(i * 0.01)) FROM numbers WHERE i < 9000000
SELECT cuts_agg((i * 7919.0) % 1000003, 10) FROM numbers WHERE i < 9000000
SELECT count(c) FROM (SELECT pareto_class(i * 7919.0 % 1000003) OVER () AS c FROM numbers WHERE i < 2000000) AS q
SELECT count(c) FROM (SELECT abc_allocate(1000000, (i % 1000)::bigint) OVER () AS c FROM numbers WHERE i < 5000000) AS q
SELECT count(c) FROM (SELECT silhouette(ARRAY[i % 101, i % 103]::float8[], i % 5) OVER () AS c FROM numbers
	WHERE i < 30000) AS q
SELECT count(c) FROM (SELECT topsis(ARRAY[i % 101, i % 103, i % 107]::float8[], '{1,2,3}', '{t,t,f}') OVER () AS c
	FROM numbers WHERE i < 2000000) AS q
SELECT count(*) FROM abc_flow((SELECT abc_network_agg('n' || i % 1500, 'n' || (i::bigint * 7) % 1501, 1 + i % 5)
	FROM numbers WHERE i < 200000), '{n1,n2}', '{100.00,200.00}')
SELECT count(*) FROM driver_importance((SELECT ols_agg(i * 7919 % 1009,
	ARRAY[i % 3, i % 5, i % 7, i % 11, i % 13, i % 17, i % 19, i % 23, i % 29, i % 31, i % 37, i % 41, i % 43, i % 47,
	i % 53, i % 59, i % 61, i % 67, i % 71, i % 73]::float8[]) FROM numbers WHERE i < 3000))
SELECT count(*) FROM migration_absorption((SELECT migration_agg('s' || i % 900, 's' || (i::bigint * 7 + 1) % 901)
	FROM numbers WHERE i < 200000))
SELECT sum(purchase_pmf(clv_model('pareto/nbd', '{50,1e-9,1e9,1e-9}'), 1000000 - i, 1e9)) FROM numbers WHERE i < 100
SELECT count(nps_p) FROM (SELECT nps_p(survey_agg(i % 11)) AS nps_p FROM numbers GROUP BY i % 100000) AS q
SELECT entropy_weights(ARRAY[i % 11, i % 13, 1 + i % 17]::float8[]) FROM numbers WHERE i < 5000000
SELECT count(*) FROM affinity_pairs((SELECT affinity_agg(ARRAY[i % 5000, i % 4999]::bigint[]) FROM numbers
	WHERE i < 3000000), avoiding => true)
SELECT itemsets_agg(items, 30, 3)
	FROM (SELECT array_agg(i::bigint * i % 100003 % 300) AS items FROM numbers WHERE i < 1500000 GROUP BY i / 40) AS b
SELECT sum(n) FROM (SELECT affinity_agg(ARRAY[i % 3000, i % 2999, i % 2998]::bigint[]) AS s FROM numbers
	WHERE i < 2000000) AS t, generate_series(1, 100000) AS n, next_offers(s, ARRAY[n % 3000]::bigint[])
SELECT count(*) FROM (SELECT abc_network_agg('n' || i % 3000, 'n' || 3000 + i % 2999, 1 + i % 5) AS n FROM numbers
	WHERE i < 5000000) AS t, abc_explain(n, '{n1,n2}', '{100.00,200.00}', 'n3001', 100000)
SELECT count(*) FROM markov_attribution((SELECT migration_agg('s' || i % 990, 's' || (i::bigint * 7 + 1) % 991)
	FROM numbers WHERE i < 900000), 's0', 's5', 's9')
SELECT count(p) FROM (SELECT p_adjust(i % 999983 / 1e6) OVER () AS p FROM numbers WHERE i < 5000000) AS q
SELECT window_funnel('1 h', 'basic', timestamp '2024-01-01' + i::bigint * 7919 % 1000003 * interval '1 s',
	ARRAY[i % 2 = 0, i % 3 = 0]) FROM numbers WHERE i < 9000000
SELECT contribution_agg('s' || i, i, i % 7) FROM numbers WHERE i < 5000000
SELECT rollup(h) FROM (SELECT purchase_history_agg(date '1000-01-01' + i % 700000, i * 0.01) AS h FROM numbers
	WHERE i < 3000000 GROUP BY i % 3) AS q
END
worst=0
while IFS= read -r query; do
	for timeout in 300 1000 2500; do
		start=$(date +%s%N)
		$psql -c "SET statement_timeout = $timeout" -c "$query" >"$WORK/out" 2>&1 || true
		late=$((($(date +%s%N) - start) / 1000000 - timeout))
		grep -q 'canceling statement\|out of memory' "$WORK/out" || { ! grep -q ERROR "$WORK/out" ||
			{ say "FAILED: $(head -n 1 "$WORK/out"): $query"; failures=$((failures + 1)); }; continue; }
		[ $late -le $worst ] || worst=$late
		[ $late -lt 1000 ] || { say "LATE: $late ms after $timeout ms: $query"; failures=$((failures + 1)); }
	done
done <"$WORK/long.sql"
say "$(wc -l <"$WORK/long.sql") statements, at most $worst ms late, connecting included"
say "$failures failed"
[ $failures -eq 0 ]
