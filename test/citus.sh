#!/bin/sh
# test/citus.sh: custvalue on a coordinator and two workers of Citus, on loopback.
#
# Citus is not in Debian: where the server has none, this says so in one line and is content.
#
# 1. The extension comes to the workers when it is created and when it is updated.
# 2. Every aggregate, with the arguments of test/catalog/samples.sql, over a table of 32 shards: without GROUP BY and by
#    another column than that of the shards states come from the workers, by that column whole results; all equal one
#    server's.
# 3. Models in a reference table score on the workers, and the two-step forms of windows that need all rows.
# 4. A distributed, a reference and a columnar table of each type; shards move.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

make_work
find_postgres
LOG_DIR=$WORK
if ! [ -f "$("$BIN/pg_config" --sharedir)/extension/citus.control" ]; then
	say "skipped: PostgreSQL $PGMAJOR has no Citus here"
	exit 0
fi
build

# Connections between the servers go over TCP, so there is a password, which the servers' user reads from a file.
PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
FIRST_PORT=${CUSTVALUE_CITUS_PORT:-55432}
NODES="coordinator worker1 worker2"
(umask 077 && printf '%s\n' "$PASSWORD" >"$WORK/password" &&
	printf '127.0.0.1:*:*:postgres:%s\n' "$PASSWORD" >"$WORK/pgpass")
! is_root || chown postgres "$WORK/password" "$WORK/pgpass"

stop_server() {
	for node in $NODES; do
		[ -f "$WORK/$node/data/postmaster.pid" ] || continue
		as_server "$BIN/pg_ctl" -D "$WORK/$node/data" -m immediate stop >/dev/null 2>&1 || true
	done
}

# start_node NAME PORT
start_node() {
	mkdir "$WORK/$1"
	! is_root || chown postgres "$WORK/$1"
	as_server env LC_ALL=C "$BIN/initdb" -D "$WORK/$1/data" -U postgres -N -E UTF8 --no-locale --auth-local=trust \
		--auth-host=scram-sha-256 --pwfile="$WORK/password" >"$WORK/$1.log" 2>&1 ||
		{ cat "$WORK/$1.log" >&2; die "initdb failed"; }
	{
		stage_settings
		printf "listen_addresses = '127.0.0.1'\nunix_socket_directories = '%s'\nport = %s\n" "$WORK/$1" "$2"
		printf 'unix_socket_permissions = 0700\nfsync = off\nmax_connections = 300\nmax_wal_size = 4GB\n'
		printf "shared_preload_libraries = 'citus'\nwal_level = logical\ncitus.node_conninfo = 'sslmode=prefer'\n"
	} >"$WORK/$1.conf"
	chmod 644 "$WORK/$1.conf"
	as_server sh -c "cat '$WORK/$1.conf' >>'$WORK/$1/data/postgresql.conf'"
	as_server env PGPASSFILE="$WORK/pgpass" "$BIN/pg_ctl" -D "$WORK/$1/data" -l "$WORK/$1/log" -w start \
		>"$WORK/$1.start" 2>&1 ||
		{ cat "$WORK/$1.start" "$WORK/$1/log" >&2; die "$1 did not start"; }
}

# on NODE ARGUMENTS OF psql
on() {
	node=$1
	shift
	case $node in
		coordinator) port=$FIRST_PORT ;;
		*) port=$((FIRST_PORT + ${node#worker})) ;;
	esac
	"$BIN/psql" -qXtA -v ON_ERROR_STOP=1 -h "$WORK/$node" -p "$port" -U postgres -d postgres "$@"
}

failures=0
# check NAME GOT EXPECTED
check() {
	if [ "$2" = "$3" ]; then
		say "ok - $1"
	else
		say "not ok - $1: got $2, expected $3"
		failures=$((failures + 1))
	fi
}

port=$FIRST_PORT
for node in $NODES; do
	start_node "$node" "$port"
	# Citus first: what is created after it goes to the workers.
	on "$node" -c 'CREATE EXTENSION citus'
	port=$((port + 1))
done
on coordinator -c "SELECT citus_set_coordinator_host('127.0.0.1', $FIRST_PORT)" \
	-c "SELECT citus_add_node('127.0.0.1', $((FIRST_PORT + 1)))" \
	-c "SELECT citus_add_node('127.0.0.1', $((FIRST_PORT + 2)))" >/dev/null
say "Citus $(on coordinator -c "SELECT extversion FROM pg_extension WHERE extname = 'citus'"), PostgreSQL $PGMAJOR"

say "== the extension on the workers"
versions() {
	on coordinator -c "SELECT string_agg(DISTINCT result, ' ') FROM
		run_command_on_workers(\$\$SELECT extversion FROM pg_extension WHERE extname = 'custvalue'\$\$)"
}
on coordinator -c "CREATE EXTENSION custvalue VERSION '1.1.0'"
check "it is created there" "$(versions)" 1.1.0
on coordinator -c 'ALTER EXTENSION custvalue UPDATE'
check "and updated" "$(versions)" "$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" custvalue.control)"

say "== aggregates"
{ cat test/catalog/samples.sql; cat <<'END'; } | grep -v '^.set ECHO' >"$WORK/setup.sql"
CREATE TABLE num (i integer, g integer);
SELECT create_distributed_table('num', 'g', shard_count => 32);
INSERT INTO num SELECT i, i % 101 FROM generate_series(1, 20000) AS i;
CREATE TABLE one_server AS SELECT i, i % 101 AS g FROM generate_series(1, 20000) AS i;
ANALYZE num, one_server;
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query LOOP
		plan := plan || line || E'\n';
	END LOOP;
	RETURN plan;
END $$;
-- One text of all groups, whatever their order; where groups leave gaps in a series, that it was refused.
CREATE FUNCTION groups_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE k integer; v text; groups text[] := '{}';
BEGIN
	FOR k, v IN EXECUTE query LOOP
		groups := groups || format('%s=%s', lpad(k::text, 6), v);
	END LOOP;
	RETURN (SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(groups) AS x);
EXCEPTION WHEN invalid_parameter_value THEN
	RETURN 'refused';
END $$;
CREATE TABLE outcome (signature text, way text, partial boolean, equal boolean);
DO $$
DECLARE a record; way text; distributed text; here text;
BEGIN
	FOR a IN SELECT signature, call FROM extension_aggregate ORDER BY 1 LOOP
		FOREACH way IN ARRAY '{0,i % 7,g}'::text[] LOOP
			distributed := 'SELECT ' || way || ' AS k, (' || a.call || ')::text AS v FROM num'
			|| CASE WHEN way <> '0' THEN ' GROUP BY 1' ELSE '' END;
			here := replace(distributed, ' FROM num', ' FROM one_server');
			INSERT INTO outcome VALUES (a.signature, way, plan_of(distributed) ~ 'partial_agg\(',
				same(groups_of(distributed), groups_of(here)));
		END LOOP;
	END LOOP;
END $$;
END
on coordinator -f "$WORK/setup.sql" >/dev/null
count_of() {
	on coordinator -c "SELECT count(*), coalesce(left(string_agg(signature || ' by ' || way, ', '), 500), '')
		FROM catalog_test.outcome WHERE $1"
}
check "states come from the workers" "$(count_of "NOT partial AND way <> 'g'")" "0|"
check "by the column of the shards whole results do" "$(count_of "partial AND way = 'g'")" "0|"
check "the same as on one server" "$(count_of "equal IS NOT TRUE")" "0|"
say "$(on coordinator -c 'SELECT count(*) FROM catalog_test.outcome') queries"

say "== models and stored summaries in reference tables"
cat >"$WORK/models.sql" <<'END'
SET search_path = catalog_test, public;
CREATE TABLE model (m clv_model, cuts numeric[], lie moments_summary);
SELECT create_reference_table('model');
INSERT INTO model SELECT bgnbd_fit(i % 5, CASE WHEN i % 5 = 0 THEN 0 ELSE 3 + i % 20 END, 30 + i % 9),
	pareto_cuts(concentration_agg(i * 7919 % 1009)),
	moments_agg(i % 1009) FROM num;
CREATE TABLE model_here AS SELECT * FROM model;
END
on coordinator -f "$WORK/models.sql" >/dev/null
query="SELECT 0 AS k, sum(p_alive(m, i % 5, CASE WHEN i % 5 = 0 THEN 0 ELSE 3 + i % 20 END, 30 + i % 9))::text || ' ' ||
	sum(zscore(lie, i)) || ' ' ||
	count(*) FILTER (WHERE pareto_label(i * 7919 % 1009, cuts) = 'A') AS v FROM num, model"
check "customers are scored on the workers" "$(on coordinator -c "SET search_path = catalog_test, public" \
	-c "SELECT plan_of(\$q\$$query\$q\$) ~ 'Query:.*p_alive'")" t
check "as on one server" "$(on coordinator -c "SET search_path = catalog_test, public" \
	-c "SELECT same(groups_of(\$q\$$query\$q\$),
		groups_of(replace(replace(\$q\$$query\$q\$, 'FROM num', 'FROM one_server'),
		', model', ', model_here AS model')))")" t
check "classes are those of the window" "$(on coordinator -c "SET search_path = catalog_test, public" -c "SELECT
	(SELECT count(*) FROM num, model WHERE pareto_label(i * 7919 % 1009, cuts) = 'A') =
	(SELECT count(*) FROM (SELECT pareto_class(i * 7919 % 1009) OVER () AS c FROM one_server) AS w WHERE c = 'A')")" t

say "== tables of each type"
cat >"$WORK/types.sql" <<'END'
SET search_path = catalog_test, public;
DO $$
DECLARE t record; kind text; n bigint;
BEGIN
	FOR t IN SELECT name FROM extension_type ORDER BY name LOOP
		FOREACH kind IN ARRAY '{distributed,reference,columnar}'::text[] LOOP
			EXECUTE format('CREATE TABLE of_type (id bigint, v %I)%s', t.name,
				CASE kind WHEN 'columnar' THEN ' USING columnar' ELSE '' END);
			PERFORM CASE kind WHEN 'reference' THEN (SELECT create_reference_table('of_type')::text)
				ELSE create_distributed_table('of_type', 'id')::text END;
			EXECUTE format('INSERT INTO of_type SELECT row_number() OVER (), value::%I FROM type_sample
				WHERE type = %L', t.name, t.name);
			IF kind <> 'columnar' THEN
				EXECUTE format('UPDATE of_type SET v = v::text::%I WHERE id %% 2 = 0', t.name);
			END IF;
			EXECUTE format('SELECT count(*) FROM of_type AS o
				JOIN (SELECT row_number() OVER () AS id, value::%I AS v FROM type_sample WHERE type = %L) AS s
				USING (id) WHERE o.v IS DISTINCT FROM s.v', t.name, t.name) INTO n;
			IF n <> 0 THEN
				RAISE EXCEPTION '% in a % table differs in % rows', t.name, kind, n;
			END IF;
			DROP TABLE of_type;
		END LOOP;
	END LOOP;
END $$;
END
check "every type in a distributed, a reference and a columnar table" "$(on coordinator -f "$WORK/types.sql" 2>&1)" ""

say "== shards move"
before=$(on coordinator -c 'SELECT survey_agg(i % 11)::text FROM catalog_test.num')
on coordinator -c "SELECT citus_move_shard_placement(shardid, nodename, nodeport, '127.0.0.1',
	$((FIRST_PORT + 1)) + (1 - (nodeport - $FIRST_PORT - 1)), 'block_writes')
	FROM (SELECT shardid, nodename, nodeport FROM citus_shards WHERE table_name = 'catalog_test.num'::regclass
	ORDER BY shardid LIMIT 1) AS s" >/dev/null
check "and nothing changes" "$(on coordinator -c 'SELECT survey_agg(i % 11)::text FROM catalog_test.num')" "$before"
[ $failures -eq 0 ] || die "$failures checks failed"
