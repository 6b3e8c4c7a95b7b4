#!/bin/sh
# test/fuzz.sh [SECONDS [NAME ...]]
#
# Fuzzing with libFuzzer, address and undefined-behaviour sanitizers: the text and binary forms of every type
# (test/fuzz/types.c) and every entry point of src/num (test/fuzz/num.c), so many seconds each (default: 600), two at a
# time, from the inputs in test/fuzz/corpus.  NAMEs are those at the end of the two files.  Installs clang on Debian if
# it is missing.  An input that breaks something is left in the current folder as crash-...; put it into the corpus once
# it is mended: test/all.sh runs the corpus, and changed copies of it, without clang.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

SECONDS_EACH=${1:-600}
[ $# -eq 0 ] || shift
make_work
find_postgres
LOG_DIR=$WORK
command -v clang >/dev/null 2>&1 &&
	[ -n "$(find /usr/lib -name 'libclang_rt.fuzzer-x86_64.a' 2>/dev/null | head -n 1)" ] ||
	install_packages clang "$(apt-cache search --names-only '^libclang-rt-[0-9]*-dev$' | sort -V | tail -n 1 |
		cut -d' ' -f1)"

for what in num types; do
	fuzz_build "$what" clang fuzzer "$WORK/$what"
done
types=$(ls test/fuzz/corpus/types | sed 's/-.*//' | sort -u | tr '\n' ' ')
[ $# -gt 0 ] ||
	set -- text varint natural allocate order special matrices kmeans logit markov flow purchases sentiment $types

# Each in its own process; what is found is what they print.
one() {
	what=num
	case " $types" in *" $1 "*) what=types ;; esac
	mkdir -p "$WORK/corpus/$1"
	cp "test/fuzz/corpus/$what/$1"-* "$WORK/corpus/$1/"
	status=clean
	CUSTVALUE_FUZZ=$1 "$WORK/$what" -max_total_time="$SECONDS_EACH" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
		-print_final_stats=1 "$WORK/corpus/$1" >"$WORK/$1.log" 2>&1 || status=BROKEN
	printf '%-24s %12s runs  %s\n' "$1" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$WORK/$1.log")" "$status"
	[ "$status" = clean ] || { tail -n 40 "$WORK/$1.log"; touch "$WORK/broken"; }
}
while [ $# -gt 0 ]; do
	one "$1" &
	[ $# -lt 2 ] || one "$2"
	wait
	shift
	[ $# -eq 0 ] || shift
done
[ ! -f "$WORK/broken" ]
