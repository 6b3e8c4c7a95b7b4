#!/bin/sh
# test/demo.sh [--orders FILE.csv] [--keep]
#
# Shows what custvalue does, from orders and a cost ledger to customer profit, lifetime
# value, satisfaction and quadrants.  Installs PostgreSQL, make and gcc if they are missing,
# builds the extension in a copy, starts a throwaway server on a private socket and runs
# test/demo/*.sql, which may be read as a tutorial.  The system's own PostgreSQL servers and
# their files are left alone.
set -eu

usage() {
	cat <<'END'
usage: sh test/demo.sh [--orders FILE.csv] [--keep]

  --orders FILE.csv  analyse this order log instead of a generated company.  It needs a
                     header and columns for the date (YYYY-MM-DD), the customer and the
                     amount, and may have one for the order; others are ignored.
  --keep             leave the server running and print how to connect to it
  --help             print this

PG_VERSION=15 in the environment chooses among several installed PostgreSQL versions.
END
}

wrong_usage() {
	printf 'demo.sh: %s\n' "$1" >&2
	usage >&2
	exit 2
}

ORDERS=
ORDERS_GIVEN=
KEEP_SERVER=
while [ $# -gt 0 ]; do
	case $1 in
		--orders)
			[ $# -gt 1 ] || wrong_usage "--orders needs a file"
			ORDERS=$2 ORDERS_GIVEN=yes
			shift ;;
		--orders=*) ORDERS=${1#--orders=} ORDERS_GIVEN=yes ;;
		--keep) KEEP_SERVER=yes ;;
		--help | -h) usage; exit 0 ;;
		*) wrong_usage "unknown argument $1" ;;
	esac
	shift
done
# The path is the caller's, so it is made absolute before the directory changes.
case $ORDERS in
	/* | '') ;;
	*) ORDERS=$PWD/$ORDERS ;;
esac

KEEP=		# lib.sh keeps the server when this is set; only a demo that worked is kept
cd "$(dirname "$0")/.."
. test/lib.sh

# Settings of the caller that would send psql elsewhere or change what it prints.
unset PGDATABASE PGOPTIONS PGSERVICE PGHOSTADDR PGSSLMODE PGREQUIREPEER PGCHANNELBINDING \
	PGTARGETSESSIONATTRS PGTZ PGDATESTYLE PGGEQO
export PGCLIENTENCODING=UTF8 LC_ALL=C

# What can be said of a log without a server: is it there, is it text, does it have orders?
# Leaves a clean copy: UTF-8 without byte order mark, lines that end in LF, and none that
# are empty at the end.  The caller reads the file, so the server's user need not be able to.
check_orders() {
	name=$(basename "$ORDERS")
	log=$WORK/orders.csv
	[ -n "$ORDERS" ] || die "--orders needs a file"
	[ -e "$ORDERS" ] || die "there is no file $ORDERS"
	! [ -d "$ORDERS" ] || die "$ORDERS is a directory"
	[ -r "$ORDERS" ] || die "$ORDERS may not be read by $(id -un)"
	(umask 077 && cat "$ORDERS" >"$log.given" && : >"$log")
	[ -s "$log.given" ] || die "$name is empty"

	if ! iconv -f UTF-8 -t UTF-8 "$log.given" >"$log" 2>/dev/null; then
		# iconv has written everything before the first bad byte.
		line=$(($(wc -l <"$log") + 1))
		byte=$(($(wc -c <"$log") + 1))
		column=$(($(sed -n "$line{s/[^,]//g;p;}" "$log" | tr -d '\n' | wc -c) + 1))
		code=$(tail -c "+$byte" "$log.given" | od -An -tx1 -N1 | tr -d ' ')
		encoding=CP1252
		case $byte$code in 1ff | 1fe) encoding=UTF-16 ;; esac
		die "$name, line $line, column $column: byte 0x$code is not UTF-8
If the file is in $encoding: iconv -f $encoding -t UTF-8 FILE.csv >UTF8.csv"
	fi
	if [ "$(tr -dc '\000' <"$log" | wc -c)" -gt 0 ]; then
		line=$(($(tr '\n\000' '\000\n' <"$log" | head -n 1 | tr -dc '\000' | wc -c) + 1))
		die "$name, line $line: there is a zero byte, so this is no UTF-8 text
If the file is UTF-16: iconv -f UTF-16 -t UTF-8 FILE.csv >UTF8.csv"
	fi

	# Lines that end in CR alone, as old spreadsheets write them.
	if [ "$(wc -l <"$log")" -eq 0 ]; then tr '\r' '\n' <"$log" >"$log.given"; else cat "$log" >"$log.given"; fi
	awk -v name="$name" '
		NR == 1 { sub(/^\357\273\277/, "") }
		{ sub(/\r$/, "") }
		/^$/ { empty++; next }
		# psql would take this line for the end of the data.
		$0 == "\\." { printf "demo.sh: %s, line %d: \\. on a line of its own is not allowed\n", name, NR >"/dev/stderr"; exit 1 }
		{ for (; empty > 0; empty--) print ""; print }
	' "$log.given" >"$log" || exit 1
	rm "$log.given"
	[ -s "$log" ] || die "$name has empty lines only"
	[ "$(wc -l <"$log")" -gt 1 ] || die "$name has a header but no orders"
}

# run_sql FILE ...: one session over these files; stdin is the data of \copy.
run_sql() {
	set -- "$@" --
	while [ "$1" != -- ]; do
		set -- "$@" -f "$1"
		shift
	done
	shift
	"$BIN/psql" -qX -v ON_ERROR_STOP=1 -v file="${name:-}" -v header="${header:-}" -d postgres \
		-P pager=off -P columns=100 -P footer=off -P null=- -P numericlocale=on "$@"
}

make_work
[ -z "$ORDERS_GIVEN" ] || check_orders
find_postgres
say "Building custvalue for PostgreSQL $PGMAJOR ..."
build &						# while the server starts
builder=$!
start_server "jit = off" "autovacuum = off" \
	"wal_level = minimal" "max_wal_senders = 0" "work_mem = '64MB'"

wait $builder

run_sql test/demo/00-functions.sql </dev/null
if [ -n "$ORDERS_GIVEN" ]; then
	header=$(head -n 1 "$log")
	if ! run_sql test/demo/10-load.sql <"$log" 2>"$WORK/load.log"; then
		{
			printf 'demo.sh: %s cannot be used; nothing was computed.\n' "$name"
			# The place in our script helps nobody here.
			sed -e 's/^psql:[^:]*:[0-9]*: //' -e 's/^CONTEXT:  COPY log_line, line/CONTEXT:  line/' "$WORK/load.log"
		} >&2
		exit 1
	fi
	first=test/demo/12-traits.sql
else
	first=test/demo/11-generate.sql
fi
# One file a part of the analysis, in the order of their numbers; the last shows that everything adds up.
run_sql "$first" test/demo/[2-9]*.sql </dev/null

if [ -n "$KEEP_SERVER" ]; then
	rm -f "$WORK/orders.csv"
	as=
	! is_root || as='runuser -u postgres -- '
	say ""
	say "The server is still running.  The tables above are in it:"
	say "  $BIN/psql -h $PGHOST -U postgres -d postgres"
	say "To stop it and remove its files:"
	say "  $as$BIN/pg_ctl -D $PGHOST/data -m fast stop && rm -rf $WORK"
	KEEP=yes
fi
