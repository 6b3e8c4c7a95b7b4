#!/bin/sh
# test/all.sh: every test there is.  Installs the Debian packages that they need, builds with
# warnings as errors, and runs unit tests, regression tests, isolation tests, TAP tests and
# the demo on throwaway servers; nothing is installed into PostgreSQL's own folders.
# PG_VERSION picks a major version.  The last line is: N passed, N failed, N skipped
set -eu
cd "$(dirname "$0")/.."
TOP=$(pwd)
. test/lib.sh

PASSED=0 FAILED=0 SKIPPED=0
passed() { PASSED=$((PASSED + ${1:-1})); }
failed() { FAILED=$((FAILED + ${1:-1})); }
skipped() { SKIPPED=$((SKIPPED + 1)); say "skipped: $*"; }

unset CUSTVALUE_STAGE	# what is tested is built here
make_work
find_postgres
perl -MIPC::Run -e 1 2>/dev/null || install_packages libipc-run-perl
TOOLS=$(dirname "$("$BIN/pg_config" --pgxs)")/../test
[ -x "$TOOLS/regress/pg_regress" ] || install_packages "postgresql-client-$PGMAJOR"
CUSTVALUE_CFLAGS="-Wall -Wextra -Wno-unused-parameter -Werror ${CUSTVALUE_CFLAGS:-}"
build
say "PostgreSQL $("$BIN/postgres" --version | sed 's/.*) //')"

# Compiling takes longest, so these are built beside the unit tests.
fuzz_corpus() {
	fuzz_build "$1" gcc main "$WORK/fuzz_$1" >"$WORK/fuzz_$1.log" 2>&1 &&
		ASAN_OPTIONS=detect_leaks=0 "$WORK/fuzz_$1" "$2" test/fuzz/corpus/"$1"/* >>"$WORK/fuzz_$1.log" 2>&1
}
fuzz_corpus num 20 &
num=$!
fuzz_corpus types 200 &
types=$!
BACKGROUND="$num $types"

say "== unit tests"
make -s -C "$WORK/src" unit PG_CONFIG="$BIN/pg_config" CUSTVALUE_CFLAGS="$CUSTVALUE_CFLAGS" >"$WORK/unit.log" 2>&1 ||
	true
cat "$WORK/unit.log"
counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$WORK/unit.log")
if [ -n "$counts" ]; then passed "${counts% *}"; failed "${counts#* }"; else failed; fi

say "== fuzz corpus"
for what in num types; do
	eval "process=\$$what"
	if wait "$process"; then
		passed; say "$what: $(tail -n 1 "$WORK/fuzz_$what.log")"
	else
		failed; tail -n 60 "$WORK/fuzz_$what.log"
	fi
done

# The server's user writes into the copy: results, diffs, the demo's work.
! is_root || chown -R postgres "$WORK/src"
# The TAP tests have servers of their own: they run meanwhile, on the second core.  They read the reference data where
# it stands beside the checkout.
SHARED=${CUSTVALUE_SHARED:-$(cd .. && pwd)/shared}
stage_settings >"$WORK/stage.conf"
chmod 644 "$WORK/stage.conf"
(cd "$WORK/src" && as_server env PATH="$BIN:$PATH" LC_ALL=C CUSTVALUE_STAGE="$STAGE" \
	CUSTVALUE_SETTINGS="$WORK/stage.conf" CUSTVALUE_SHARED="$SHARED" PG_VERSION="$PGMAJOR" \
	PG_REGRESS="$TOOLS/regress/pg_regress" TESTDIR="$WORK/src" TESTDATADIR="$WORK/src/tmp_check" \
	TESTLOGDIR="$WORK/src/tmp_check/log" PG_TEST_EXTRA="${PG_TEST_EXTRA:-}" \
	prove -v --timer -I "$TOOLS/perl" test/t/*.pl) >"$WORK/tap.log" 2>&1 &
TAP=$!
BACKGROUND=$TAP
start_server
# Count and show the tests of a pg_regress run, given its log.
count_regress() {
	good=$(grep -Ec '^(test .*\.\.\. ok|ok [0-9]+)' "$1" || true)
	bad=$(grep -Ec '^(test .*\.\.\. FAILED|not ok [0-9]+)' "$1" || true)
	[ $((good + bad)) -gt 0 ] || bad=1
	passed "$good"; failed "$bad"
	if [ "$bad" -gt 0 ]; then cat "$1"; [ ! -f "$2" ] || head -n 300 "$2"; else say "$good tests passed"; fi
}

say "== regression tests (pg_regress)"
(cd "$WORK/src" && as_server make -s installcheck with_llvm=no PG_CONFIG="$BIN/pg_config" \
	EXTRA_REGRESS_OPTS="--host=$PGHOST --user=$PGUSER --port=$PGPORT") >"$WORK/regress.log" 2>&1 || true
count_regress "$WORK/regress.log" "$WORK/src/regression.diffs"

say "== isolation tests"
if [ -x "$TOOLS/isolation/pg_isolation_regress" ]; then
	(cd "$WORK/src/test/isolation" && as_server "$TOOLS/isolation/pg_isolation_regress" --bindir="$BIN" \
		--host="$PGHOST" --user="$PGUSER" --port="$PGPORT" --load-extension=custvalue \
		$(cd specs && ls *.spec | sed 's/\.spec$//')) >"$WORK/isolation.log" 2>&1 || true
	count_regress "$WORK/isolation.log" "$WORK/src/test/isolation/regression.diffs"
else
	skipped "isolation tests: this PostgreSQL package has no pg_isolation_regress"
fi
stop_server

# The first one is built as a user would, the second takes what is there.
say "== demo, as this user"
for orders in '' "$SHARED/data/online_retail_invoices.csv"; do
	if [ -n "$orders" ] && ! [ -f "$orders" ]; then
		skipped "the demo on real orders: no shared data beside this checkout"
	elif PG_VERSION=$PGMAJOR CUSTVALUE_STAGE=${orders:+$STAGE} sh test/demo.sh ${orders:+--orders "$orders"} \
		>"$WORK/demo.log" 2>&1; then
		passed; tail -n 1 "$WORK/demo.log"
	else
		failed; cat "$WORK/demo.log"
	fi
done

say "== TAP tests"
wait "$TAP" || true
BACKGROUND=
passed "$(grep -Ec '^ok [0-9]+( - .*)?$' "$WORK/tap.log" | cat)"
failed "$(grep -Ec '^not ok [0-9]+' "$WORK/tap.log" | cat)"
for reason in $(sed -n 's/^ok [0-9]* # skip //p; s/^1\.\.0 # SKIP //p' "$WORK/tap.log" | tr ' ' '_'); do
	skipped "$(printf '%s' "$reason" | tr '_' ' ')"
done
if grep -q '^Result: PASS' "$WORK/tap.log"; then
	grep '^All tests\|^Files=' "$WORK/tap.log"
else
	grep -q '^not ok' "$WORK/tap.log" || failed
	cat "$WORK/tap.log"
fi

say "$PASSED passed, $FAILED failed, $SKIPPED skipped"
[ "$FAILED" -eq 0 ]
