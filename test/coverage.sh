#!/bin/sh
# test/coverage.sh: which lines of src do the tests reach?
#
# Builds with gcc's counters, runs unit tests, regression tests, the TAP tests and the fuzz corpus, and prints a table
# by file; the report with every line is coverage/index.html.  Installs gcovr on Debian if it is missing.
set -eu
cd "$(dirname "$0")/.."
TOP=$(pwd)
. test/lib.sh

make_work
find_postgres
LOG_DIR=$WORK
command -v gcovr >/dev/null 2>&1 || install_packages gcovr
perl -MIPC::Run -e 1 2>/dev/null || install_packages libipc-run-perl

# The counters are written where the objects are, by the server's user.
CUSTVALUE_CFLAGS="--coverage -O0 -g" CUSTVALUE_LIBS=--coverage build
TOOLS=$(dirname "$("$BIN/pg_config" --pgxs)")/../test
! is_root || chown -R postgres "$WORK/src"
start_server
(cd "$WORK/src" && as_server make -s installcheck with_llvm=no PG_CONFIG="$BIN/pg_config" \
	EXTRA_REGRESS_OPTS="--host=$PGHOST --user=$PGUSER --port=$PGPORT") >"$WORK/regress.log" 2>&1 ||
		{ tail -n 20 "$WORK/regress.log" >&2; die "a test failed"; }
as_server "$BIN/pg_ctl" -D "$PGHOST/data" -m fast -w stop >/dev/null
SERVER_RUNS=
stage_settings >"$WORK/stage.conf"
chmod 644 "$WORK/stage.conf"
(cd "$WORK/src" && as_server env PATH="$BIN:$PATH" LC_ALL=C CUSTVALUE_STAGE="$STAGE" \
	CUSTVALUE_SETTINGS="$WORK/stage.conf" \
	CUSTVALUE_SHARED="${CUSTVALUE_SHARED:-$TOP/../shared}" PG_VERSION="$PGMAJOR" \
	PG_REGRESS="$TOOLS/regress/pg_regress" TESTDIR="$WORK/src" TESTDATADIR="$WORK/src/tmp_check" \
	TESTLOGDIR="$WORK/src/tmp_check/log" prove -I "$TOOLS/perl" \
		test/t/001_lifecycle.pl test/t/004_reference.pl test/t/006_update.pl) >"$WORK/tap.log" 2>&1 ||
		{ tail -n 20 "$WORK/tap.log" >&2; die "a test failed"; }
rm -rf coverage
mkdir coverage
(cd "$WORK/src" && gcovr -r . --filter 'src/' --exclude-unreachable-branches --exclude '.*\.h$' \
	--html-details "$WORK/index.html" --txt) 2>"$WORK/gcovr.log" || { cat "$WORK/gcovr.log" >&2; die "gcovr failed"; }
cp "$WORK"/index* coverage/
