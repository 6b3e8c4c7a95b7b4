#!/bin/sh
# test/demo.sh [--orders FILE.csv [how to read it]] [--html FILE] [--keep]
#
# Shows what custvalue does, from orders and a cost ledger to customer profit, lifetime
# value, satisfaction and quadrants.  Installs PostgreSQL, make and gcc if they are missing,
# builds the extension in a copy, starts a throwaway server on a private socket and runs
# test/demo/*.sql, which may be read as a tutorial.  The system's own PostgreSQL servers and
# their files are left alone.
set -eu

usage() {
	cat <<'END'
usage: sh test/demo.sh [--orders FILE.csv [how to read it]] [--html FILE] [--keep]

  --orders FILE.csv  analyse this order log instead of a generated company.  It needs a
                     header and columns for the date (YYYY-MM-DD), the customer and the
                     amount, and may have one for the order; others are ignored.
                     Amounts below 0 are refunds.  Lines with the same order are added up.
  --html FILE        write the analysis as one page with charts, which needs nothing else
  --keep             leave the server running and print how to connect to it
  --help             print this

How to read the order log.  What is not understood is refused, with the option that helps.

  --columns date=trans_date,amount=tran_amount
                     which column is what: date, customer, amount, order, cost, each =NAME
                     or =#3 for the third column; order=none makes every line an order
  --delimiter ';'    what separates columns: , ; | : or tab (default: the comma)
  --decimal ,        the decimal sign, . or , ; the other then separates thousands.
                     Without it 1234.50 is read, and 1.234 or 1,234.50 are refused.
  --date-format DD.MM.YYYY
                     how dates are written, of YYYY, YY (70 to 99: 1970 to 1999), MM, Mon
                     (English), DD and what is between them (default: YYYY-MM-DD); a time
                     may follow the date and is left out
  --cost COLUMN      the cost of the goods, which is generated otherwise
  --anonymous skip|keep
                     lines without a customer (empty, NULL, N/A, none ...): leave them out,
                     or keep such words as names (default: refuse them)
  --duplicates keep|drop
                     lines equal to another to the last character: count them (default) or
                     leave them out; both are reported

PG_VERSION=15 in the environment chooses among several installed PostgreSQL versions.
END
}

wrong_usage() {
	printf 'demo.sh: %s\n' "$1" >&2
	usage >&2
	exit 2
}

# option VALUE: what an option that needs a value was given, in $value.
need_value() {
	[ "$2" -gt 1 ] || wrong_usage "$1 needs a value"
	[ -n "$3" ] || wrong_usage "$1 needs a value, not an empty one"
}

set_option() {
	case $1 in
		--orders) ORDERS=$2 ;;
		--html) HTML=$2 ;;
		--columns) ORDERS_COLUMNS=$2 ;;
		--cost) ORDERS_COST=$2 ;;
		--date-format) ORDERS_DATE_FORMAT=$2 ;;
		--delimiter)
			case $2 in
				tab | '\t') ORDERS_DELIMITER='	' ;;
				[,\;:\|] | '	') ORDERS_DELIMITER=$2 ;;
				*) wrong_usage "--delimiter is one of , ; | : and tab, not \"$2\"" ;;
			esac ;;
		--decimal)
			case $2 in
				[.,]) ORDERS_DECIMAL=$2 ;;
				*) wrong_usage "--decimal is . or , and not \"$2\"" ;;
			esac ;;
		--anonymous)
			case $2 in
				skip | keep) ORDERS_ANONYMOUS=$2 ;;
				*) wrong_usage "--anonymous is skip or keep, not \"$2\"" ;;
			esac ;;
		--duplicates)
			case $2 in
				drop | keep) ORDERS_DUPLICATES=$2 ;;
				*) wrong_usage "--duplicates is keep or drop, not \"$2\"" ;;
			esac ;;
		*) wrong_usage "unknown argument $1" ;;
	esac
	case $1 in --orders | --html) ;; *) FIRST_READING_OPTION=${FIRST_READING_OPTION:-$1} ;; esac
}

unset HTML ORDERS ORDERS_COLUMNS ORDERS_COST ORDERS_DATE_FORMAT ORDERS_DELIMITER ORDERS_DECIMAL ORDERS_ANONYMOUS \
	ORDERS_DUPLICATES
FIRST_READING_OPTION=
KEEP_SERVER=
while [ $# -gt 0 ]; do
	case $1 in
		--keep) KEEP_SERVER=yes ;;
		--help | -h) usage; exit 0 ;;
		--*=*)
			need_value "${1%%=*}" 2 "${1#*=}"
			set_option "${1%%=*}" "${1#*=}" ;;
		--*)
			case $1 in
				--orders | --html | --columns | --cost | --date-format | --delimiter | --decimal) ;;
				--anonymous | --duplicates) ;;
				*) wrong_usage "unknown argument $1" ;;
			esac
			need_value "$1" $# "${2-}"
			set_option "$1" "$2"
			shift ;;
		*) wrong_usage "unknown argument $1" ;;
	esac
	shift
done
[ -z "$FIRST_READING_OPTION" ] || [ -n "${ORDERS-}" ] ||
	wrong_usage "$FIRST_READING_OPTION is about a file, and there is no --orders"
# Paths are the caller's, so they are made absolute before the directory changes.
case ${ORDERS-} in /* | '') ;; *) ORDERS=$PWD/$ORDERS ;; esac
case ${HTML-} in /* | '') ;; *) HTML=$PWD/$HTML ;; esac

KEEP=		# lib.sh keeps the server when this is set; only a demo that worked is kept
cd "$(dirname "$0")/.."
. test/lib.sh

# Settings of the caller that would send psql elsewhere or change what it prints.
unset PGDATABASE PGOPTIONS PGSERVICE PGHOSTADDR PGSSLMODE PGREQUIREPEER PGCHANNELBINDING \
	PGTARGETSESSIONATTRS PGTZ PGDATESTYLE PGGEQO
export PGCLIENTENCODING=UTF8 LC_ALL=C

# What can be said of a log without a server, which is everything: is it there, is it text, and is every order in it
# understood?  Leaves the orders as \copy reads them.  The caller reads the file, so the server's user need not be able
# to.
read_orders() {
	name=$(basename "$ORDERS")
	log=$WORK/orders.csv
	[ -e "$ORDERS" ] || die "there is no file $ORDERS"
	! [ -d "$ORDERS" ] || die "$ORDERS is a directory"
	[ -r "$ORDERS" ] || die "$ORDERS may not be read by $(id -un)"
	(umask 077 && cat "$ORDERS" >"$log.given" && : >"$log" && : >"$WORK/orders.tsv")
	[ -s "$log.given" ] || die "$name is empty"
	check_encoding

	# Lines that end in CR alone, as old spreadsheets write them.
	if [ "$(wc -l <"$log")" -eq 0 ]; then tr '\r' '\n' <"$log" >"$log.given"; else mv "$log" "$log.given"; fi
	ORDERS_NAME=$name ORDERS_YEAR=$(date +%Y) ORDERS_REPORT=$WORK/orders.report
	export ORDERS_NAME ORDERS_YEAR ORDERS_REPORT
	for option in COLUMNS COST DATE_FORMAT DELIMITER DECIMAL ANONYMOUS DUPLICATES; do export "ORDERS_$option"; done
	awk -f test/demo/orders.awk "$log.given" >"$WORK/orders.tsv"
	rm -f "$log" "$log.given"
	cat "$WORK/orders.report"
}

check_encoding() {
	if ! iconv -f UTF-8 -t UTF-8 "$log.given" >"$log" 2>/dev/null; then
		# iconv has written everything before the first bad byte.
		line=$(($(wc -l <"$log") + 1))
		byte=$(($(wc -c <"$log") + 1))
		column=$(($(sed -n "$line{s/[^${ORDERS_DELIMITER:-,}]//g;p;}" "$log" | tr -d '\n' | wc -c) + 1))
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
}

# run_sql FILE ...: one session over these files; stdin is the data of \copy.
run_sql() {
	set -- "$@" --
	while [ "$1" != -- ]; do
		set -- "$@" -f "$1"
		shift
	done
	shift
	"$BIN/psql" -qX -v ON_ERROR_STOP=1 -v title="${name:-a generated company}" -d postgres \
		-P pager=off -P columns=100 -P footer=off -P null=- -P numericlocale=on "$@"
}

# Can the page be written when it is done?
check_html() {
	! [ -d "$HTML" ] || die "--html $HTML is a directory"
	[ -d "$(dirname "$HTML")" ] || die "--html: there is no directory $(dirname "$HTML")"
	if [ -e "$HTML" ]; then
		[ -w "$HTML" ] || die "--html: $HTML may not be written by $(id -un)"
		[ "$HTML" != "${ORDERS-}" ] || die "--html names the order log"
	else
		[ -w "$(dirname "$HTML")" ] || die "--html: $(dirname "$HTML") may not be written by $(id -un)"
	fi
}

make_work
[ -z "${HTML-}" ] || check_html
[ -z "${ORDERS-}" ] || read_orders
find_postgres
say "Building custvalue for PostgreSQL $PGMAJOR ..."
build &						# while the server starts
builder=$!
start_server "jit = off" "autovacuum = off" \
	"wal_level = minimal" "max_wal_senders = 0" "work_mem = '64MB'"

wait $builder

run_sql test/demo/00-functions.sql </dev/null
first=test/demo/11-generate.sql
if [ -n "${ORDERS-}" ]; then
	run_sql test/demo/10-load.sql <"$WORK/orders.tsv"
	first=test/demo/12-traits.sql
fi
# One file a part of the analysis, in the order of their numbers; the last shows that everything adds up.
run_sql "$first" test/demo/[2-9]*.sql </dev/null

if [ -n "${HTML-}" ]; then
	run_sql test/demo/page.sql </dev/null >"$WORK/page.html"
	cat "$WORK/page.html" >"$HTML"
	say ""
	say "The page is written: $HTML"
fi

if [ -n "$KEEP_SERVER" ]; then
	rm -f "$WORK/orders.tsv"
	as=
	! is_root || as='runuser -u postgres -- '
	say ""
	say "The server is still running.  The tables above are in it:"
	say "  $BIN/psql -h $PGHOST -U postgres -d postgres"
	say "To stop it and remove its files:"
	say "  $as$BIN/pg_ctl -D $PGHOST/data -m fast stop && rm -rf $WORK"
	KEEP=yes
fi
