#!/bin/sh
# test/bench.sh [--rows N] [NAME ...]
#
# Benchmarks of custvalue against what one would use instead.  A benchmark is a folder
# test/bench/NAME with setup.sql, ours.sql and other.sql.  Both are run in turn, five times,
# in one session each on one throwaway server; printed are the medians, their ratio, and
# the bar that the ratio should stay under, which ours.sql names in a line "-- bar: 0.75".  A
# line "-- set: NAME = VALUE" of either file is a setting for it, and the statement of a line
# "-- first: STATEMENT" is run before and not counted.  The alternative may also be other.R, a
# script for R that prints its milliseconds; it is given the result of export.sql as a CSV file,
# and left out where R is not installed.
# Nothing is asserted: machines differ and are noisy.
#
# --rows N scales the data; the default fits two cores and about a minute a benchmark.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

ROWS=
NAMES=
while [ $# -gt 0 ]; do
	case $1 in
		--rows) [ $# -gt 1 ] || die "--rows needs a number"; ROWS=$2; shift ;;
		-*) die "unknown option $1; usage: test/bench.sh [--rows N] [NAME ...]" ;;
		*) [ -d "test/bench/$1" ] || die "there is no benchmark $1 in test/bench"; NAMES="$NAMES $1" ;;
	esac
	shift
done
[ -n "$NAMES" ] || NAMES=$(cd test/bench && ls -d */ | tr -d /)

make_work
find_postgres
build
start_server "shared_buffers = '1GB'" "work_mem = '512MB'" "maintenance_work_mem = '512MB'" "jit = off" \
	"max_parallel_workers_per_gather = 0" "autovacuum = off"
"$BIN/psql" -qX -v ON_ERROR_STOP=1 -d postgres -c 'CREATE EXTENSION custvalue'

# Milliseconds of a file's statements together, as the server's executor counts them.
run() {
	awk 'sub(/^-- set: */, "SET ") || sub(/^-- first: */, "") { print $0 ";"; next }
		/^--/ { next }
		!inside && NF { print "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON)"; inside = 1 }
		{ print }
		/;$/ { inside = 0 }' "$1" |
		"$BIN/psql" -qXtA -v ON_ERROR_STOP=1 -d postgres $ROWS_OPTION |
			awk '/^Execution Time:/ { ms += $3; n++ } END { if (n) print ms }'
}

# The same of the alternative, whatever it is written in.
run_other() {
	case $1 in
		*.R) Rscript "$1" "$WORK/export.csv" ;;
		*) run "$1" ;;
	esac
}

median() { sort -n "$1" | sed -n 3p; }

printf '%-34s %12s %12s %8s %8s\n' benchmark 'ours ms' 'other ms' ratio bar
for name in $NAMES; do
	dir=test/bench/$name
	rows=${ROWS:-$(sed -n 's/^-- rows: *//p' "$dir/setup.sql")}
	ROWS_OPTION="-v rows=$rows"
	"$BIN/psql" -qX -v ON_ERROR_STOP=1 -d postgres $ROWS_OPTION -f "$dir/setup.sql" >/dev/null
	for pair in "$dir"/ours*.sql; do
		other=$(printf '%s' "$pair" | sed 's/ours/other/')
		if ! [ -f "$other" ]; then
			other=${other%.sql}.R
			if ! command -v Rscript >/dev/null 2>&1; then
				say "skipped: $name needs R"
				continue
			fi
			{ printf 'COPY ('; cat "$dir/export.sql"; printf ') TO STDOUT (FORMAT csv, HEADER)'; } |
				"$BIN/psql" -qX -v ON_ERROR_STOP=1 -d postgres >"$WORK/export.csv"
		fi
		label=$name$(basename "$pair" .sql | sed 's/^ours//')
		: >"$WORK/ours"; : >"$WORK/other"
		for round in 1 2 3 4 5; do
			run "$pair" >>"$WORK/ours"
			run_other "$other" >>"$WORK/other"
		done
		ours=$(median "$WORK/ours")
		theirs=$(median "$WORK/other")
		bar=$(sed -n 's/^-- bar: *//p' "$pair")
		printf '%-34s %12s %12s %8s %8s\n' "$label" "$ours" "$theirs" \
			"$(awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "%.3f", a / b }')" "$bar"
	done
done
