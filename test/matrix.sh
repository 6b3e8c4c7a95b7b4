#!/bin/sh
# test/matrix.sh [VERSION ...]: the whole test suite on several PostgreSQL versions.
#
# On Debian, as root: each version runs in a Debian suite of its own, made with debootstrap
# below /var/cache/custvalue-matrix (or $CUSTVALUE_MATRIX) and kept there.  Prints a table, and
# fails when one version fails.  Default: 13, 15, 17 and 18; without debootstrap it is installed.
set -eu
cd "$(dirname "$0")/.."
TOP=$(pwd)
CACHE=${CUSTVALUE_MATRIX:-/var/cache/custvalue-matrix}
MIRROR=${CUSTVALUE_MIRROR:-http://deb.debian.org/debian}

[ "$(id -u)" -eq 0 ] || { echo "matrix.sh: needs root, for debootstrap and chroot" >&2; exit 1; }
command -v debootstrap >/dev/null 2>&1 || apt-get install -y -qq debootstrap >/dev/null

suite_of() {
	case $1 in
		13) echo bullseye ;;
		15) echo bookworm ;;
		17) echo trixie ;;
		18) echo sid ;;
		*) echo "matrix.sh: no Debian suite has PostgreSQL $1" >&2; exit 1 ;;
	esac
}

# What the server and apt need of the machine, while the suite is in use.
enter() {
	mount --bind /dev "$1/dev"
	mount -t proc proc "$1/proc"
	mount -t tmpfs tmpfs "$1/dev/shm"
}
leave() {
	umount "$1/dev/shm" "$1/proc" "$1/dev" 2>/dev/null || true
}

# A suite with PostgreSQL and what builds extensions; the lists of old suites may have expired.
prepare() {
	root=$1 suite=$2 version=$3
	[ ! -f "$root/.ready" ] || return 0
	rm -rf "$root"
	mkdir -p "$root"
	debootstrap --variant=minbase "$suite" "$root" "$MIRROR" >"$root.log" 2>&1
	printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
	chmod 755 "$root/usr/sbin/policy-rc.d"
	cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
	enter "$root"
	chroot "$root" sh -c "export DEBIAN_FRONTEND=noninteractive
		apt-get -o Acquire::Check-Valid-Until=false update -qq &&
		apt-get install -y -qq --no-install-recommends postgresql-$version postgresql-server-dev-$version \
			make gcc libc6-dev libipc-run-perl" >>"$root.log" 2>&1 || { leave "$root"; tail -n 20 "$root.log" >&2; exit 1; }
	leave "$root"
	touch "$root/.ready"
}

STATUS=0
[ $# -gt 0 ] || set -- 13 15 17 18
printf '%-10s %-10s %s\n' PostgreSQL suite result
for version in "$@"; do
	suite=$(suite_of "$version")
	root=$CACHE/$suite
	mkdir -p "$CACHE"
	prepare "$root" "$suite" "$version"
	rm -rf "$root/custvalue"
	mkdir "$root/custvalue"
	tar -cf - --exclude=./.git --exclude='*.o' --exclude='*.so' . | tar -xf - -C "$root/custvalue"
	enter "$root"
	chroot "$root" env -u PGHOST -u PGUSER -u PGPORT LC_ALL=C PG_VERSION="$version" sh /custvalue/test/all.sh >"$root.test.log" 2>&1 || STATUS=1
	leave "$root"
	printf '%-10s %-10s %s\n' "$version" "$suite" "$(tail -n 1 "$root.test.log")"
done
exit $STATUS
