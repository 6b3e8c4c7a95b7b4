#!/bin/sh
# test/sanitize.sh ubsan | asan | valgrind
#
# The whole test suite under a tool that sees what a test does not.  On Debian, as root; each stops at the first error,
# so a suite that passes is clean.
#
# ubsan     undefined behaviour, on the server that is installed.
# asan      memory errors, in the Debian suite of PostgreSQL 17 that test/matrix.sh keeps: older ones hang when a
#           server starts with the sanitizer's library.
# valgrind  memory errors of single allocations and reads of what was never written: on a PostgreSQL 15 built from
#           Debian's source, with assertions and USE_VALGRIND, below /var/cache/custvalue-valgrind.  Runs the regression
#           tests
#           alone, which takes some hours; names of tests after the word valgrind pick some.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

COMMON="-U_FORTIFY_SOURCE -fno-wrapv -fno-sanitize-recover=all -O1 -g -fno-omit-frame-pointer"

# PostgreSQL's own headers cast function pointers, which UBSan of C does not look at.
ubsan() {
	CUSTVALUE_CFLAGS="-fsanitize=undefined,float-cast-overflow $COMMON" CUSTVALUE_LIBS=-lubsan exec sh test/all.sh
}

asan() {
	CUSTVALUE_CFLAGS="-fsanitize=address,undefined $COMMON" CUSTVALUE_LIBS='-lasan -lubsan' \
		CUSTVALUE_PRELOAD=libasan.so.8 ASAN_OPTIONS=detect_leaks=0:abort_on_error=1:verify_asan_link_order=0 \
			exec sh test/matrix.sh 17
}

# A server from source, once; its postgres is a script that starts the real one under valgrind.
valgrind_server() {
	PG_PREFIX=${CUSTVALUE_VALGRIND:-/var/cache/custvalue-valgrind}
	[ ! -f "$PG_PREFIX/.ready" ] || return 0
	say "Building PostgreSQL 15 for valgrind ..."
	install_packages valgrind build-essential bison flex libreadline-dev zlib1g-dev
	rm -rf "$PG_PREFIX"
	mkdir -p "$PG_PREFIX"
	(
		unpack_postgres 15 bookworm "$PG_PREFIX/source"
		cd "$PG_PREFIX/source"
		./configure --prefix="$PG_PREFIX" --enable-cassert --enable-debug --enable-tap-tests \
			CFLAGS='-O1 -g -DUSE_VALGRIND'
		make -s -j2
		make -s install
		make -s -C src/test/isolation install
		cp src/tools/valgrind.supp "$PG_PREFIX/"
	) >"$PG_PREFIX/build.log" 2>&1 || { tail -n 20 "$PG_PREFIX/build.log" >&2; die "could not build PostgreSQL"; }
	mv "$PG_PREFIX/bin/postgres" "$PG_PREFIX/bin/postgres.real"
	cat >"$PG_PREFIX/bin/postgres" <<-END
		#!/bin/sh
		case " \$* " in
			*" --single "* | *" --boot "* | *" -V "* | *" --version "*) exec $PG_PREFIX/bin/postgres.real "\$@" ;;
		esac
		exec valgrind --quiet --trace-children=yes --track-origins=no --leak-check=no --error-exitcode=128 \\
			--exit-on-first-error=yes --suppressions=$PG_PREFIX/valgrind.supp \\
			--log-file=/tmp/custvalue-valgrind.%p $PG_PREFIX/bin/postgres.real "\$@"
	END
	chmod 755 "$PG_PREFIX/bin/postgres"
	rm -rf "$PG_PREFIX/source"
	touch "$PG_PREFIX/.ready"
}

under_valgrind() {
	make_work
	LOG_DIR=$WORK
	valgrind_server
	find_postgres
	build
	! is_root || chown -R postgres "$WORK/src"
	rm -f /tmp/custvalue-valgrind.*
	start_server "statement_timeout = 0"
	status=0
	(cd "$WORK/src" && as_server make installcheck with_llvm=no PG_CONFIG="$BIN/pg_config" ${1:+REGRESS="$*"} \
		EXTRA_REGRESS_OPTS="--host=$PGHOST --user=$PGUSER --port=$PGPORT") || status=1
	[ "$status" -eq 0 ] || head -n 100 "$WORK/src/regression.diffs" 2>/dev/null || true
	stop_server
	for log in /tmp/custvalue-valgrind.*; do
		[ ! -s "$log" ] || { status=1; cat "$log"; }
	done
	rm -f /tmp/custvalue-valgrind.*
	return $status
}

case ${1:-} in
	ubsan | asan) [ $# -eq 1 ] || die "usage: test/sanitize.sh ubsan | asan | valgrind [TEST ...]"; "$1" ;;
	valgrind) shift; under_valgrind "$@" ;;
	*) die "usage: test/sanitize.sh ubsan | asan | valgrind [TEST ...]" ;;
esac
