# Shared by test/demo.sh, test/all.sh and test/bench.sh: find or install PostgreSQL, build,
# stage the extension beside the system's files, and run a throwaway server on a private
# socket.  POSIX sh; the caller has set -eu and has changed to the top of the tree.
#
# Reads PG_VERSION (a major version; default: the newest that can build extensions); PG_PREFIX, where a
# server of one's own is installed instead; CUSTVALUE_CFLAGS, CUSTVALUE_LIBS and CUSTVALUE_PRELOAD, with what to
# compile, to link, and to start servers (test/sanitize.sh).  Sets BIN, PGMAJOR, WORK, STAGE, and, once started, PGHOST
# and PGUSER.

say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

as_root() {
	if is_root; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"
	else die "needs packages, and installing them needs root or sudo: $*"; fi
}

# The server's processes must not run as root.
as_server() {
	[ -z "${CUSTVALUE_PRELOAD:-}" ] || set -- env "LD_PRELOAD=$CUSTVALUE_PRELOAD" "$@"
	if is_root; then runuser -u postgres -- "$@"; else "$@"; fi
}

install_packages() {
	if [ -z "${APT_UPDATED:-}" ]; then
		as_root apt-get update -qq >/dev/null 2>&1 || true	# an old list may still do
		APT_UPDATED=yes
	fi
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "$@" >"$LOG_DIR/apt.log" 2>&1 ||
		{ cat "$LOG_DIR/apt.log" >&2; die "could not install: $*"; }
}

# Newest installed version with server, headers and build rules; empty when there is none.
newest_version() {
	for dir in /usr/lib/postgresql/*; do
		[ -x "$dir/bin/postgres" ] && [ -x "$dir/bin/initdb" ] &&
			[ -f "$dir/lib/pgxs/src/makefiles/pgxs.mk" ] &&
			[ -f "$("$dir/bin/pg_config" --includedir-server)/postgres.h" ] && printf '%s\n' "${dir##*/}"
	done 2>/dev/null | sort -n | tail -n 1
}

find_postgres() {
	LOG_DIR=${LOG_DIR:-$WORK}
	if [ -n "${PG_PREFIX:-}" ]; then
		BIN=$PG_PREFIX/bin
		PGMAJOR=$("$BIN/pg_config" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
		return
	fi
	PGMAJOR=${PG_VERSION:-$(newest_version)}
	if [ -z "$PGMAJOR" ] || ! [ -f "/usr/lib/postgresql/$PGMAJOR/lib/pgxs/src/makefiles/pgxs.mk" ] ||
		! [ -x "/usr/lib/postgresql/$PGMAJOR/bin/postgres" ] ||
		! command -v make >/dev/null 2>&1 || ! command -v gcc >/dev/null 2>&1; then
		command -v apt-get >/dev/null 2>&1 ||
			die "needs make, gcc and PostgreSQL 13 to 19 with its server headers;" \
				"this is no Debian or Ubuntu, so please install them"
		say "Installing PostgreSQL, make and gcc ..."
		if ! [ -d /etc/postgresql ] && ! [ -e /etc/postgresql-common ]; then
			# Otherwise the package would start a server of its own.
			as_root mkdir -p /etc/postgresql-common/createcluster.d
			printf 'create_main_cluster = false\n' |
				as_root tee /etc/postgresql-common/createcluster.d/custvalue.conf >/dev/null
		fi
		as_root apt-get update -qq >/dev/null 2>&1 || true
		APT_UPDATED=yes
		[ -n "$PGMAJOR" ] || PGMAJOR=$(apt-cache depends postgresql |
			sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1)
		[ -n "$PGMAJOR" ] || die "found no PostgreSQL package"
		install_packages "postgresql-$PGMAJOR" "postgresql-server-dev-$PGMAJOR" make gcc libc6-dev
	fi
	BIN=/usr/lib/postgresql/$PGMAJOR/bin
}

# A work directory that the server's user owns, removed at the end.
make_work() {
	WORK=$(mktemp -d "${TMPDIR:-/tmp}/custvalue.XXXXXX")
	chmod 755 "$WORK"
	STAGE=${CUSTVALUE_STAGE:-$WORK/stage}
	mkdir -p "$STAGE"
	trap cleanup EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

cleanup() {
	status=$?
	trap - EXIT
	[ -z "${KEEP:-}" ] || exit $status
	# What still runs beside the caller writes into the folder that goes now.
	[ -z "${BACKGROUND:-}" ] || { kill $BACKGROUND 2>/dev/null; wait; } || true
	stop_server
	rm -rf "$WORK"
	exit $status
}

# Build in a copy, so that neither the tree nor another version's objects matter.  CUSTVALUE_STAGE says where the caller
# has staged this tree already: test/all.sh, whose tests run the demo many times.
build() {
	[ -z "${CUSTVALUE_STAGE:-}" ] || return 0
	STAGED=$STAGE
	[ -z "${PG_PREFIX:-}" ] || STAGED=	# a server of one's own has no setting for another place
	mkdir -p "$WORK/src"
	tar -cf - --exclude=./.git --exclude='*.o' --exclude='*.so' --exclude='*.bc' --exclude=./test/unit/unit . |
		tar -xf - -C "$WORK/src"
	(cd "$WORK/src" &&
		make -s -j2 with_llvm=no PG_CONFIG="$BIN/pg_config" CUSTVALUE_CFLAGS="${CUSTVALUE_CFLAGS:-}" \
			CUSTVALUE_LIBS="${CUSTVALUE_LIBS:-}" &&
		make -s install with_llvm=no PG_CONFIG="$BIN/pg_config" DESTDIR="$STAGED") >"$WORK/build.log" 2>&1 ||
		{ cat "$WORK/build.log" >&2; die "the build failed"; }
	chmod -R a+rX "$STAGE" "$WORK/src"
}

# unpack_postgres VERSION SUITE DIR: PostgreSQL's source as Debian has it.
unpack_postgres() {
	mkdir -p "$3/.apt/lists/partial"
	printf 'deb-src %s %s main\n' "${CUSTVALUE_MIRROR:-http://deb.debian.org/debian}" "$2" >"$3/.apt/sources.list"
	(
		cd "$3"
		set -- "$1" -o "Dir::Etc::SourceList=$3/.apt/sources.list" -o Dir::Etc::SourceParts=- \
			-o "Dir::State::Lists=$3/.apt/lists" -o APT::Sandbox::User=root
		version=$1
		shift
		apt-get "$@" update -qq
		apt-get "$@" source -qq --download-only "postgresql-$version"
		tar -xf "postgresql-$version"_*.orig.tar.* --strip-components=1
	)
}

# fuzz_build num|types COMPILER fuzzer|main PROGRAM: a fuzzer of test/fuzz, with libFuzzer or with its own main.
fuzz_build() {
	sources="src/num/*.c src/*/core/*.c" libraries="-lm"
	if [ "$1" = types ]; then
		# Debian keeps the server's own libraries with its modules.
		libraries=$("$BIN/pg_config" --pkglibdir)
		[ -f "$libraries/libpgcommon.a" ] || libraries=$("$BIN/pg_config" --libdir)
		sources="src/*.c src/*/*.c src/*/core/*.c" libraries="$libraries/libpgcommon.a $libraries/libpgport.a -lm"
	fi
	driver= link=fuzzer,
	[ "$3" = fuzzer ] || { driver=test/fuzz/main.c link=; }
	# What of the server is never called is left out.
	$2 -g1 -O1 -w -D_GNU_SOURCE -DCV_VERSION='""' -ffp-contract=off -no-pie -fsanitize=${link}address,undefined -Isrc \
		-I"$("$BIN/pg_config" --includedir-server)" \
		-Wl,--unresolved-symbols=ignore-all -o "$4" test/fuzz/$1.c $driver $sources $libraries
}

# Settings with which a server finds the staged files.
stage_settings() {
	[ -z "${PG_PREFIX:-}" ] || return 0
	if "$BIN/postgres" --describe-config 2>/dev/null | grep -q '^extension_destdir'; then
		printf "extension_destdir = '%s'\n" "$STAGE"
	else
		printf "extension_control_path = '%s:\$system'\n" "$STAGE$("$BIN/pg_config" --sharedir)"
	fi
	printf "dynamic_library_path = '%s:\$libdir'\n" "$STAGE$("$BIN/pg_config" --pkglibdir)"
}

# start_server [setting ...]: a new cluster on a socket in $WORK.
start_server() {
	PGHOST=$WORK/server
	PGUSER=postgres
	PGPORT=5432
	export PGHOST PGUSER PGPORT
	mkdir "$PGHOST"
	! is_root || chown postgres "$PGHOST"
	as_server env LC_ALL=C "$BIN/initdb" -D "$PGHOST/data" -U postgres -N -E UTF8 --no-locale \
		-A trust >"$WORK/initdb.log" 2>&1 || { cat "$WORK/initdb.log" >&2; die "initdb failed"; }
	{
		stage_settings
		printf "listen_addresses = ''\nunix_socket_directories = '%s'\nport = %s\n" "$PGHOST" "$PGPORT"
		# Trust is for the server's user and root alone.
		printf 'unix_socket_permissions = 0700\n'
		printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_wal_size = 4GB\n'
		for setting in "$@"; do printf '%s\n' "$setting"; done
	} >"$WORK/extra.conf"
	chmod 644 "$WORK/extra.conf"
	as_server sh -c "cat '$WORK/extra.conf' >>'$PGHOST/data/postgresql.conf'"
	as_server "$BIN/pg_ctl" -D "$PGHOST/data" -l "$PGHOST/log" -w start >"$WORK/start.log" 2>&1 ||
		{ cat "$WORK/start.log" "$PGHOST/log" >&2; die "the server did not start"; }
	SERVER_RUNS=yes
}

stop_server() {
	[ -z "${SERVER_RUNS:-}" ] || as_server "$BIN/pg_ctl" -D "$PGHOST/data" -m immediate stop >/dev/null 2>&1 || true
	SERVER_RUNS=
}
