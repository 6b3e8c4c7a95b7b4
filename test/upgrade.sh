#!/bin/sh
# test/upgrade.sh: pg_upgrade from PostgreSQL 15 to 17, with stored summaries, models and histories.
#
# On Debian, as root, in the suite of PostgreSQL 17 that test/matrix.sh keeps; PostgreSQL 15 is built there from
# Debian's source, once.  The extension is installed for both; a cluster of 15 is filled, upgraded, and read by 17:
# everything must be as it was.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

ROOT=${CUSTVALUE_MATRIX:-/var/cache/custvalue-matrix}/trixie
[ "$(id -u)" -eq 0 ] || die "needs root, for chroot"
[ -f "$ROOT/.ready" ] || die "needs the suite of PostgreSQL 17: sh test/matrix.sh 17"

mount --bind /dev "$ROOT/dev"
mount -t proc proc "$ROOT/proc"
mount -t tmpfs tmpfs "$ROOT/dev/shm"
trap 'umount "$ROOT/dev/shm" "$ROOT/proc" "$ROOT/dev"' EXIT
if [ ! -x "$ROOT/opt/pg15/bin/postgres" ]; then
	say "Building PostgreSQL 15 ..."
	rm -rf "$ROOT/root/pg15"
	unpack_postgres 15 bookworm "$ROOT/root/pg15"
	chroot "$ROOT" sh -c 'cd /root/pg15 &&
		./configure -q --prefix=/opt/pg15 --without-readline --without-zlib --without-icu &&
		make -s -j2 && make -s install' >"$ROOT.pg15.log" 2>&1 ||
		{ tail -n 20 "$ROOT.pg15.log" >&2; die "could not build PostgreSQL 15"; }
	rm -rf "$ROOT/root/pg15"
fi
rm -rf "$ROOT/upgrade"
mkdir "$ROOT/upgrade"
tar -cf - --exclude=./.git --exclude='*.o' --exclude='*.so' . | tar -xf - -C "$ROOT/upgrade"
cat >"$ROOT/upgrade/run.sh" <<'END'
set -eu
export LC_ALL=C PGHOST=/upgrade PGUSER=postgres
old=/opt/pg15/bin new=/usr/lib/postgresql/17/bin
for bin in $old $new; do
	(cd /upgrade && make -s clean PG_CONFIG=$bin/pg_config &&
		make -s -j2 install with_llvm=no PG_CONFIG=$bin/pg_config) >/upgrade/build.log 2>&1 ||
		{ cat /upgrade/build.log; exit 1; }
done
chown -R postgres /upgrade
as_postgres() { runuser -u postgres -- "$@"; }
as_postgres $old/initdb -D /upgrade/old -U postgres -E UTF8 --no-locale -A trust >/dev/null
as_postgres $new/initdb -D /upgrade/new -U postgres -E UTF8 --no-locale -A trust >/dev/null
as_postgres $old/pg_ctl -D /upgrade/old -o "-k /upgrade -c listen_addresses=" -l /upgrade/old.log -w start >/dev/null
$old/psql -qX -v ON_ERROR_STOP=1 -d postgres <<'SQL'
CREATE EXTENSION custvalue;
CREATE TABLE daily AS SELECT d AS day, survey_agg((d * 7 + i * 3) % 11) AS summary,
	concentration_agg(i * d * 0.25 - 3) AS profit, purchase_history_agg(date '2024-01-01' + i * d, i * 1.5) AS history,
	ols_agg(i, d * i % 7) AS line,
	migration_agg('s' || i % 3, 's' || i * d % 4) AS moved,
	abc_network_agg('n' || i % 7, 'n' || 7 + i % 5, i / 8.0) AS network,
	bgnbd_fit(i % 4, i % 4, 5 + d % 3) AS model, kmeans_fit(ARRAY[i % 5, d * i % 3]::float8[], 2) AS clusters,
	logit_agg(i * d % 3 = 0, ARRAY[i]::float8[]) AS curve
FROM generate_series(1, 300) AS d, generate_series(1, 20) AS i GROUP BY d;
CREATE INDEX ON daily (nps_score(summary));
CREATE MATERIALIZED VIEW total AS SELECT rollup(summary) AS summary, rollup(profit) AS profit FROM daily;
CREATE VIEW readings AS SELECT day, nps_score(summary) AS nps, gini(profit) AS gini, purchases(history) AS n,
	aic(model) AS aic, c.estimate FROM daily, ols_coef(line) AS c WHERE term = 'x1';
SQL
query="SELECT md5(string_agg(daily::text, ',' ORDER BY day)) FROM daily
	UNION ALL SELECT md5(string_agg(readings::text, ',' ORDER BY day)) FROM readings
	UNION ALL SELECT md5(total::text) FROM total
	UNION ALL SELECT count(*)::text FROM daily WHERE nps_score(summary) > -1000"
before=$($old/psql -qXtA -d postgres -c "$query")
as_postgres $old/pg_ctl -D /upgrade/old -w stop >/dev/null
cd /upgrade
as_postgres $new/pg_upgrade -b $old -B $new -d /upgrade/old -D /upgrade/new -U postgres -s /upgrade \
	>/upgrade/pg_upgrade.log 2>&1 || { tail -n 30 /upgrade/pg_upgrade.log; exit 1; }
as_postgres $new/pg_ctl -D /upgrade/new -o "-k /upgrade -c listen_addresses=" -l /upgrade/new.log -w start >/dev/null
after=$($new/psql -qXtA -d postgres -c "$query")
$new/psql -qXtA -d postgres -c "REFRESH MATERIALIZED VIEW total" -c "SELECT version()"
refreshed=$($new/psql -qXtA -d postgres -c "$query")
as_postgres $new/pg_ctl -D /upgrade/new -w stop >/dev/null
[ "$before" = "$after" ] && [ "$before" = "$refreshed" ] || { echo "differs: $before / $after / $refreshed"; exit 1; }
echo "everything is as it was: $(echo $after)"
END
chroot "$ROOT" sh /upgrade/run.sh
rm -rf "$ROOT/upgrade"
