#!/bin/sh
# test/starts.sh [SECONDS [SEED]]
#
# Is the maximum that a fit of a purchase model finds the highest?  Random sets of customers, of many sizes, with exact
# and with coarse times, with and without covariates, and, when CUSTVALUE_SHARED (default: ../shared) has them, samples
# of the customers of CDNOW; every fit is held against searches from 30 random starts (default: for 600 seconds).
# Prints how many fits are lower than the best of those, and by how much (test/starts/starts.c).  CUSTVALUE_VERBOSE=1
# prints each.
set -eu
cd "$(dirname "$0")/.."
. test/lib.sh

DATA=${CUSTVALUE_SHARED:-../shared}/data/cdnow_summary.csv
make_work
[ -f "$DATA" ] || { say "skipped: samples of CDNOW, since there is no $DATA"; DATA=; }
"${CC:-cc}" -std=gnu99 -O2 -Wall -Wextra -Werror -Isrc \
	-o "$WORK/starts" test/starts/starts.c src/num/*.c src/clv/core/*.c -lm
"$WORK/starts" "${1:-600}" "${2:-1}" $DATA
