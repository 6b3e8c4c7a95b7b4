#!/bin/sh
# test/matrix.sh [VERSION ...]: the whole test suite on several PostgreSQL versions.
#
# On Debian, as root: each version runs in a Debian (14 and 16: Ubuntu) suite of its own, made with debootstrap
# below /var/cache/custvalue-matrix (or $CUSTVALUE_MATRIX) and kept there.  Prints a table, and
# fails when one version fails.  Default: 13 to 19; without debootstrap it is installed.  A version that Debian
# does not have (19 was in experimental before it was in sid) is skipped.
set -eu
cd "$(dirname "$0")/.."
TOP=$(pwd)
CACHE=${CUSTVALUE_MATRIX:-/var/cache/custvalue-matrix}
MIRROR=${CUSTVALUE_MIRROR:-http://deb.debian.org/debian}
UBUNTU=${CUSTVALUE_UBUNTU_MIRROR:-http://archive.ubuntu.com/ubuntu}

[ "$(id -u)" -eq 0 ] || { echo "matrix.sh: needs root, for debootstrap and chroot" >&2; exit 1; }
command -v debootstrap >/dev/null 2>&1 || apt-get install -y -qq debootstrap >/dev/null

suite_of() {
	case $1 in
		13) echo bullseye ;;
		14) echo jammy ;;
		15) echo bookworm ;;
		16) echo noble ;;
		17) echo trixie ;;
		18) echo sid ;;
		19) echo experimental ;;
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

# The key of Ubuntu's archive, as Debian 13 has it.
ubuntu_key() {
	[ ! -f "$CACHE/ubuntu/usr/share/keyrings/ubuntu-archive-keyring.gpg" ] || return 0
	mkdir -p "$CACHE/ubuntu/lists/partial"
	(
		cd "$CACHE/ubuntu"
		printf 'deb %s trixie main\n' "$MIRROR" >sources.list
		set -- -o "Dir::Etc::SourceList=$PWD/sources.list" -o Dir::Etc::SourceParts=- \
			-o "Dir::State::Lists=$PWD/lists" -o APT::Sandbox::User=root
		apt-get "$@" update -qq
		apt-get "$@" download -qq ubuntu-archive-keyring ubuntu-keyring
		for package in ubuntu*.deb; do dpkg -x "$package" .; done
	)
}

bootstrap() {
	name=$1 mirror=$2
	shift 2
	script=/usr/share/debootstrap/scripts/$name
	[ -e "$script" ] || script=/usr/share/debootstrap/scripts/gutsy	# an Ubuntu that is younger than debootstrap
	debootstrap --variant=minbase "$@" "$name" "$root" "$mirror" "$script" >"$root.log" 2>&1 ||
		{ tail -n 20 "$root.log" >&2; exit 1; }
}

# A suite with PostgreSQL and what builds extensions; the lists of old suites may have expired.  Experimental is a few
# packages beside sid.  Status 2: the suite does not have this PostgreSQL.
prepare() {
	root=$1 suite=$2 version=$3 got=0
	[ ! -f "$root/.ready" ] || return 0
	rm -rf "$root"
	mkdir -p "$root"
	case $suite in
		experimental)
			bootstrap sid "$MIRROR"
			echo "deb $MIRROR experimental main" >"$root/etc/apt/sources.list.d/experimental.list"
			printf 'Package: src:postgresql-%s:any\nPin: release a=experimental\nPin-Priority: 500\n' "$version" \
				>"$root/etc/apt/preferences.d/postgresql" ;;
		jammy | noble)
			ubuntu_key
			bootstrap "$suite" "$UBUNTU" --components=main,universe \
				--keyring="$CACHE/ubuntu/usr/share/keyrings/ubuntu-archive-keyring.gpg"
			# The tests of a server need the modules of its later minor releases.
			echo "deb $UBUNTU $suite-updates main universe" >"$root/etc/apt/sources.list.d/updates.list" ;;
		*) bootstrap "$suite" "$MIRROR" ;;
	esac
	printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
	chmod 755 "$root/usr/sbin/policy-rc.d"
	cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
	enter "$root"
	chroot "$root" sh -c "export DEBIAN_FRONTEND=noninteractive
		apt-get -o Acquire::Check-Valid-Until=false update -qq &&
		{ apt-cache show postgresql-$version >/dev/null || exit 2; } &&
		apt-get install -y -qq --no-install-recommends postgresql-$version postgresql-server-dev-$version \
			make gcc libc6-dev libipc-run-perl" >>"$root.log" 2>&1 || got=$?
	leave "$root"
	[ "$got" -ne 2 ] || return 2
	[ "$got" -eq 0 ] || { tail -n 20 "$root.log" >&2; exit 1; }
	touch "$root/.ready"
}

STATUS=0
[ $# -gt 0 ] || set -- 13 14 15 16 17 18 19
printf '%-10s %-10s %s\n' PostgreSQL suite result
for version in "$@"; do
	suite=$(suite_of "$version")
	root=$CACHE/$suite
	mkdir -p "$CACHE"
	prepare "$root" "$suite" "$version" || {
		printf '%-10s %-10s %s\n' "$version" "$suite" "skipped: $suite has no postgresql-$version"
		continue
	}
	rm -rf "$root/custvalue"
	mkdir "$root/custvalue"
	tar -cf - --exclude=./.git --exclude='*.o' --exclude='*.so' . | tar -xf - -C "$root/custvalue"
	enter "$root"
	chroot "$root" env -u PGHOST -u PGUSER -u PGPORT LC_ALL=C PG_VERSION="$version" sh /custvalue/test/all.sh \
		>"$root.test.log" 2>&1 || STATUS=1
	leave "$root"
	printf '%-10s %-10s %s\n' "$version" "$suite" "$(tail -n 1 "$root.test.log")"
done
exit $STATUS
