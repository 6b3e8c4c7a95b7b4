#!/bin/sh
# test/clients.sh: do real drivers read what custvalue returns, and do scheduled refreshes work?
#
# JDBC, ODBC, node-postgres and psycopg2 read every function that reads a summary or model (test/clients), with prepared
# statements run twice, JDBC in binary, each value against the server's own text of it; generic plans of the same
# queries are explained.  pg_cron refreshes a materialized view of summaries, concurrently, while others read it.  On
# Debian, as root: installs the drivers, and node-postgres from the npm registry into a folder of its own.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

make_work
find_postgres
LOG_DIR=$WORK
install_packages libpostgresql-jdbc-java default-jdk-headless odbc-postgresql unixodbc libdbd-odbc-perl \
	python3-psycopg2 nodejs "postgresql-$PGMAJOR-cron"
build
PORT=$((20000 + $$ % 20000))
start_server "listen_addresses = '127.0.0.1'" "port = $PORT" "shared_preload_libraries = 'pg_cron'" \
	"cron.use_background_workers = on" "cron.database_name = 'postgres'" "max_worker_processes = 20"
PGPORT=$PORT
psql="$BIN/psql -qX -v ON_ERROR_STOP=1 -d postgres"
$psql -c 'CREATE EXTENSION custvalue'
(cd "$WORK" && cp -r "$OLDPWD/test" . && cd test/.. && $psql -f test/clients/readings.sql >/dev/null)
readings=$WORK/readings.tsv
queries=$(cut -f1 "$readings" | sort -u | wc -l)
say "$(wc -l <"$readings") readings by $queries queries; their generic plans were explained"

failures=0
client() { "$@" || failures=$((failures + 1)); }
client /usr/bin/python3 test/clients/psycopg.py "host=127.0.0.1 port=$PORT user=postgres dbname=postgres" "$readings"
(cd "$WORK" && npm install --silent --no-audit --no-fund pg >/dev/null 2>&1)
client env NODE_PATH="$WORK/node_modules" node test/clients/node.js "postgres://postgres@127.0.0.1:$PORT/postgres" \
	"$readings"
client java -cp /usr/share/java/postgresql.jar test/clients/Jdbc.java \
	"jdbc:postgresql://127.0.0.1:$PORT/postgres?user=postgres" "$readings"
driver=$(find /usr/lib -name psqlodbcw.so | head -n 1)
server="Servername=127.0.0.1;Port=$PORT;Database=postgres;Username=postgres"
client perl test/clients/odbc.pl "Driver=$driver;$server;UseServerSidePrepare=1;BoolsAsChar=0" "$readings"

# A refresh each minute, asked for by pg_cron, while orders come in and others read.
$psql <<'END'
CREATE EXTENSION pg_cron;
CREATE TABLE answer AS SELECT now() AS at, i % 12 AS month, i * 7 % 11 AS score FROM generate_series(1, 100000) AS i;
CREATE MATERIALIZED VIEW monthly AS SELECT month, survey_agg(score) AS summary FROM answer GROUP BY month;
CREATE UNIQUE INDEX ON monthly (month);
SELECT cron.schedule('refresh', '* * * * *', 'REFRESH MATERIALIZED VIEW CONCURRENTLY monthly') \g /dev/null
INSERT INTO answer SELECT now(), i % 12, 10 FROM generate_series(1, 100000) AS i;
END
reads=0
until [ "$($psql -tA -c "SELECT (SELECT sum(num_vals(summary)) FROM monthly) = (SELECT count(*) FROM answer)")" = t ] ||
	[ $reads -gt 900 ]; do
	$psql -tA -c 'SELECT nps_score(rollup(summary)) FROM monthly' >/dev/null
	reads=$((reads + 1))
	sleep 0.1
done
runs=$($psql -tA -c "SELECT count(*) FROM cron.job_run_details WHERE status = 'succeeded'")
if [ $reads -gt 900 ] || [ "$runs" -lt 1 ]; then
	say "pg_cron did not refresh the view"
	failures=$((failures + 1))
else
	say "pg_cron refreshed the view concurrently, during $reads reads"
fi
say "$failures failed"
[ $failures -eq 0 ]
