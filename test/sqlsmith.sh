#!/bin/sh
# test/sqlsmith.sh [QUERIES]
#
# Random queries (default: 100,000) of sqlsmith against a database with the extension and tables of its values: none may
# bring the server down or end with an internal error (XX000).  Installs sqlsmith on Debian.  Prints how many queries
# there were, how they ended, and what would be a defect.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

QUERIES=${1:-100000}
make_work
find_postgres
LOG_DIR=$WORK
command -v sqlsmith >/dev/null 2>&1 || install_packages sqlsmith
build
start_server "statement_timeout = 2s" "log_error_verbosity = verbose" "log_min_error_statement = error" \
	"shared_buffers = '256MB'"
psql="$BIN/psql -qX -v ON_ERROR_STOP=1 -d postgres"
$psql >/dev/null <<'END'
CREATE EXTENSION custvalue;
\i test/catalog/samples.sql
RESET search_path;
CREATE TABLE orders AS SELECT i AS id, i % 40 AS customer, date '2023-01-01' + i % 700 AS ordered,
	(i % 997) / 4.0 AS amount, (i % 101)::float8 AS cost, i % 11 AS score, 's' || i % 5 AS segment, i % 3 = 0 AS flag,
	ARRAY[i % 7, i % 5]::float8[] AS row, ARRAY[i % 7, 2.5]::numeric[] AS drivers FROM generate_series(1, 500) AS i;
DO $$
DECLARE t text;
BEGIN
	FOR t IN SELECT DISTINCT type FROM catalog_test.type_sample LOOP
		EXECUTE format('CREATE TABLE %I (id integer, value %s)', 'of_' || t, t);
		EXECUTE format('INSERT INTO %I SELECT row_number() OVER (), value::%s FROM catalog_test.type_sample
			WHERE type = %L', 'of_' || t, t, t);
	END LOOP;
END $$;
DROP SCHEMA catalog_test CASCADE;
END
as_server sqlsmith --target="host=$PGHOST port=$PGPORT user=$PGUSER dbname=postgres" --exclude-catalog \
	--max-queries="$QUERIES" --seed=7 >"$WORK/sqlsmith.log" 2>&1 || true
if ! as_server "$BIN/pg_ctl" -D "$PGHOST/data" status >/dev/null; then die "the server is down"; fi
transactions=$($psql -tA -c "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'postgres'")
say "$transactions transactions for $QUERIES queries; errors by class:"
sed -n 's/.*ERROR:  \([0-9A-Z]\{2\}\)[0-9A-Z]\{3\}: .*/\1/p' "$PGHOST/log" | sort | uniq -c | sort -rn
# Internal errors that PostgreSQL's own functions and parser raise for what sqlsmith gives them.
KNOWN='failed to find conversion function from unknown to text|expected [36]-element float8 array'
KNOWN="$KNOWN|invalid INTERVAL typmod|cannot advance OID counter|could not open file"
if grep -E 'terminated by signal|PANIC|ERROR:  XX000' "$PGHOST/log" | grep -Ev "$KNOWN"; then
	die "defects"
fi
say "no crash, no internal error but $(grep -c 'ERROR:  XX000' "$PGHOST/log" || true) of PostgreSQL's own"
