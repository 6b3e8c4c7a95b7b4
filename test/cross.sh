#!/bin/sh
# test/cross.sh [ARCHITECTURE ...]: other machines, arm64 and s390x (big-endian) by default.
#
# On Debian, as root: with Debian's cross compilers and qemu-user, for each architecture
#   build    the whole library, warnings being errors, against the server's headers of that architecture
#   unit     the unit tests of the mathematics run
#   forms    every value of the fuzz corpus, and changed copies, goes in and out as text and in binary: on both machines
#            the same values are refused, and the others have the same text and the same bytes
# What needs a package that does not exist is skipped by its name.  Without compilers, they are installed.
# The last line is: N passed, N failed, N skipped
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

PASSED=0 FAILED=0 SKIPPED=0
COPIES=20	# of each value of the corpus, changed at random

# compiler's and qemu's name of a Debian architecture
triplet_of() {
	case $1 in
		arm64) echo aarch64 ;;
		s390x) echo s390x ;;
		ppc64el) echo powerpc64le ;;
		riscv64) echo riscv64 ;;
		*) die "knows no architecture $1" ;;
	esac
}

result() {
	case $3 in
		passed) PASSED=$((PASSED + 1)) ;;
		skipped) SKIPPED=$((SKIPPED + 1)) ;;
		*) FAILED=$((FAILED + 1)) ;;
	esac
	say "$1 $2: $3${4:+: $4}"
}

# The server's headers and libraries of another architecture, unpacked, not installed.
fetch_server() {
	mkdir -p "$2/lists/partial" "$2/root"
	codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
	printf 'deb %s %s main\n' "${CUSTVALUE_MIRROR:-http://deb.debian.org/debian}" "$codename" >"$2/sources.list"
	(
		cd "$2"
		set -- "$1" -o "APT::Architecture=$1" -o "APT::Architectures::=$1" -o Dir::State::Status=/dev/null \
			-o Dir::Etc::SourceParts=- -o "Dir::Etc::SourceList=$2/sources.list" \
			-o "Dir::State::Lists=$2/lists" -o "Dir::Cache=$2/cache" -o APT::Sandbox::User=root
		shift
		mkdir -p cache/archives/partial
		apt-get "$@" update -qq
		apt-get "$@" download -qq "postgresql-server-dev-$PGMAJOR" libpq-dev
		for package in *.deb; do dpkg -x "$package" root; done
	) >"$2/log" 2>&1
}

# Every source compiles, and the library is linked; from it the program that reads the corpus.
build_library() {
	include=$2/root/usr/include/postgresql/$PGMAJOR/server
	mkdir -p "$2/o"
	for file in src/*.c src/*/*.c src/*/core/*.c; do
		say "$2/o/$(echo "$file" | tr / _).o: $file; $3 -std=gnu99 -O2 -fPIC -fwrapv -fno-strict-aliasing" \
			"-ffp-contract=off -Wall -Wextra -Wno-unused-parameter -Werror -Isrc -I$include" \
			"-I$2/root/usr/include/postgresql/internal -DCV_VERSION='\"\"' -D_GNU_SOURCE -c -o \$@ $file"
	done >"$2/makefile"
	make -s -j4 -f "$2/makefile" $(sed 's/:.*//' "$2/makefile") && $3 -shared -o "$2/custvalue.so" "$2"/o/*.o -lm
}

# corpus_program COMPILER DIR LIBRARIES: test/fuzz/types.c without sanitizers.
corpus_program() {
	$1 -g -O1 -w -D_GNU_SOURCE -DCV_VERSION='""' -ffp-contract=off -no-pie -fwrapv -fno-strict-aliasing -Isrc -I"$3" \
		-Wl,--unresolved-symbols=ignore-all \
		-o "$2/types" test/fuzz/types.c test/fuzz/main.c src/*.c src/*/*.c src/*/core/*.c \
		"$4/libpgcommon.a" "$4/libpgport.a" -lm
}

# Forms are equal when the programs print the same, byte for byte.
forms_of() {
	CUSTVALUE_SHOW=1 "$@" $COPIES test/fuzz/corpus/types/*
}

# unit_of COMPILER EMULATOR DIR: the unit tests, which take long in an emulator.
unit_of() {
	"$1" -std=gnu99 -O2 -ffp-contract=off -Wall -Wextra -Werror -Isrc -static -o "$3/unit" $UNIT -lm \
		>"$3/unit.log" 2>&1 &&
		"$2" "$3/unit" >"$3/unit.log" 2>&1
}

# library_of ARCHITECTURE COMPILER EMULATOR DIR: the library, and what comes in and goes out.
library_of() {
	fetch_server "$1" "$4" || { result "$1" build skipped "no package postgresql-server-dev-$PGMAJOR:$1"; return; }
	status=passed
	build_library "$1" "$4" "$2" >"$4/build.log" 2>&1 || { status=failed; cat "$4/build.log"; }
	result "$1" build $status
	[ -n "$3" ] || return 0
	status=passed
	libraries=$(dirname "$(find "$4/root" -name libpgcommon.a | head -n 1)")
	corpus_program "$2 -static" "$4" "$4/root/usr/include/postgresql/$PGMAJOR/server" "$libraries" \
		>"$4/forms.log" 2>&1 &&
		forms_of "$3" "$4/types" >"$4/forms" 2>>"$4/forms.log" &&
		cmp "$WORK/here/forms" "$4/forms" >>"$4/forms.log" 2>&1 ||
		{ status=failed; tail -n 20 "$4/forms.log"
			diff "$WORK/here/forms" "$4/forms" | cut -c 1-300 | head -n 10 || true; }
	result "$1" forms $status "$(grep -c . "$4/forms" || true) values"
}

try() {
	machine=$(triplet_of "$1")
	compiler=$machine-linux-gnu-gcc
	dir=$WORK/$1
	mkdir -p "$dir"
	command -v "$compiler" >/dev/null 2>&1 ||
		(install_packages "gcc-$(echo "$machine" | tr _ -)-linux-gnu" "libc6-dev-$1-cross") 2>/dev/null ||
		{ result "$1" build skipped "no package gcc-$machine-linux-gnu"; return; }
	emulator=$(command -v "qemu-$machine-static" || command -v "qemu-$machine" || true)
	if [ -z "$emulator" ]; then
		(install_packages qemu-user-static || install_packages qemu-user) >/dev/null 2>&1 || true
		emulator=$(command -v "qemu-$machine-static" || command -v "qemu-$machine" || true)
	fi
	[ -z "$emulator" ] || unit_of "$compiler" "$emulator" "$dir" &
	unit=$!
	library_of "$1" "$compiler" "$emulator" "$dir"
	status=passed
	wait "$unit" || status=failed
	if [ -z "$emulator" ]; then
		result "$1" unit skipped "no package qemu-user"
	else
		[ $status = passed ] || grep -v '^ok' "$dir/unit.log" | head -n 40
		result "$1" unit $status "$(tail -n 1 "$dir/unit.log")"
	fi
}

make_work
find_postgres
UNIT=$(ls test/unit/*.c src/num/*.c src/*/core/*.c)
mkdir -p "$WORK/here"
libraries=$("$BIN/pg_config" --pkglibdir)
[ -f "$libraries/libpgcommon.a" ] || libraries=$("$BIN/pg_config" --libdir)
corpus_program gcc "$WORK/here" "$("$BIN/pg_config" --includedir-server)" "$libraries"
forms_of "$WORK/here/types" >"$WORK/here/forms"
[ $# -gt 0 ] || set -- arm64 s390x
for architecture in "$@"; do try "$architecture"; done
say "$PASSED passed, $FAILED failed, $SKIPPED skipped"
[ "$FAILED" -eq 0 ]
