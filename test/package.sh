#!/bin/sh
# test/package.sh [SUITE ...]: the Debian package, from nothing, in clean bookworm, trixie and sid.
#
# On Debian, as root.  For each suite, below /var/cache/custvalue-matrix (or $CUSTVALUE_MATRIX), in a root that
# debootstrap made, and that holds nothing else:
#   build    dpkg-buildpackage, then lintian without errors
#   test     the package's own test (debian/tests): the regression tests on what is installed
#   install  in another clean root: apt install ./*.deb, CREATE EXTENSION, a query
#   rpm      in trixie: rpmbuild with Debian's rpm, of the archive that make dist writes
#   demo     in another clean root: sh test/demo.sh from a checkout
# Prints a table with times, and fails when one fails.  A suite that cannot be had is skipped.  The packages are kept in
# package-SUITE there.
set -eu
cd "$(dirname "$0")/.."
CACHE=${CUSTVALUE_MATRIX:-/var/cache/custvalue-matrix}
MIRROR=${CUSTVALUE_MIRROR:-http://deb.debian.org/debian}
VERSION=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" custvalue.control)
STATUS=0

[ "$(id -u)" -eq 0 ] || { echo "package.sh: needs root, for debootstrap and chroot" >&2; exit 1; }
command -v debootstrap >/dev/null 2>&1 || apt-get install -y -qq debootstrap >/dev/null

enter() {
	mount --bind /dev "$1/dev"
	mount -t proc proc "$1/proc"
	mount -t tmpfs tmpfs "$1/dev/shm"
}
leave() {
	umount "$1/dev/shm" "$1/proc" "$1/dev" 2>/dev/null || true
}

# The suite as debootstrap leaves it, once.
base_of() {
	[ ! -f "$CACHE/base-$1.tar" ] || return 0
	rm -rf "$CACHE/base-$1"
	debootstrap --variant=minbase "$1" "$CACHE/base-$1" "$MIRROR" >"$CACHE/base-$1.log" 2>&1 || return 1
	tar -cf "$CACHE/base-$1.tar.new" -C "$CACHE/base-$1" . && mv "$CACHE/base-$1.tar.new" "$CACHE/base-$1.tar"
	rm -rf "$CACHE/base-$1"
}

# clean_root SUITE: a root with nothing but the suite, no server started by packages, and this tree in /src.
clean_root() {
	rm -rf "$ROOT"
	mkdir -p "$ROOT"
	tar -xf "$CACHE/base-$1.tar" -C "$ROOT"
	cp /etc/apt/apt.conf.d/*proxy* "$ROOT/etc/apt/apt.conf.d/" 2>/dev/null || true
	echo 'Acquire::Check-Valid-Until "false";' >"$ROOT/etc/apt/apt.conf.d/mirror"	# a mirror may be late
	printf '#!/bin/sh\nexit 101\n' >"$ROOT/usr/sbin/policy-rc.d"
	chmod 755 "$ROOT/usr/sbin/policy-rc.d"
	mkdir -p "$ROOT/src/custvalue-$VERSION"
	tar -cf - --exclude=./.git --exclude='*.o' --exclude='*.so' --exclude='*.bc' --exclude=./test/unit/unit . |
		tar -xf - -C "$ROOT/src/custvalue-$VERSION"
}

# step SUITE NAME SCRIPT: the script in the root, with the time that it takes.
step() {
	start=$(date +%s)
	enter "$ROOT"
	if chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
		DEBIAN_FRONTEND=noninteractive \
		VERSION="$VERSION" sh -euc "$3" >"$CACHE/package-$1-$2.log" 2>&1; then
		said=$(tail -n 1 "$CACHE/package-$1-$2.log")
	else
		STATUS=1 said="failed: $CACHE/package-$1-$2.log"
	fi
	leave "$ROOT"
	printf '%-10s %-8s %5d s  %s\n' "$1" "$2" $(($(date +%s) - start)) "$said"
}

# The list of binary packages in debian/control follows the versions that the suite has.
BUILD='
apt-get update -qq
apt-get install -y -qq --no-install-recommends build-essential debhelper postgresql-all postgresql-server-dev-all \
	lintian
echo "create_main_cluster = false" >>/etc/postgresql-common/createcluster.conf
cd /src
tar -czf "custvalue_$VERSION.orig.tar.gz" --exclude=debian "custvalue-$VERSION"
cd "custvalue-$VERSION"
pg_buildext updatecontrol
start=$(date +%s)
DEB_BUILD_OPTIONS="nocheck parallel=4" dpkg-buildpackage -us -uc
built=$(($(date +%s) - start))
cd ..
lintian --allow-root --fail-on error --display-level ">=warning" --info custvalue_*.changes
ls *.deb | grep -v dbgsym >names
echo "$(cat names | tr "\n" " ")in $built s, lintian without errors"
'
TEST='
cd /src
apt-get install -y -qq ./postgresql-*-custvalue_*.deb
cd "custvalue-$VERSION"
sh debian/tests/installcheck
echo "the regression tests passed on the installed package"
'
RPM='
apt-get install -y -qq --no-install-recommends rpm unzip git
cd "/src/custvalue-$VERSION"
git init -q . && git add -A && git -c user.name=test -c user.email=test@localhost commit -qm test
make -s dist
mkdir -p /root/rpmbuild/SOURCES
mv "custvalue-$VERSION.zip" /root/rpmbuild/SOURCES/
start=$(date +%s)
rpmbuild -bb --nodeps packaging/custvalue.spec
built=$(($(date +%s) - start))
cd /root/rpmbuild/RPMS
rpm -qpl */*.rpm | grep -q "/custvalue\.so\$"
rpm -qpl */*.rpm | grep -q "/custvalue--$VERSION\.sql\$"
echo "$(ls */*.rpm) in $built s"
'
INSTALL='
apt-get update -qq
cd /packages
start=$(date +%s)
apt-get install -y -qq --no-install-recommends ./*.deb
installed=$(($(date +%s) - start))
server=$(ls /etc/postgresql)
pg_ctlcluster "$server" main start
runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 -c "CREATE EXTENSION custvalue"
answer=$(runuser -u postgres -- psql -qXtA -v ON_ERROR_STOP=1 -c "
	SELECT extversion, nps_score(x) FROM pg_extension, unnest(ARRAY[10, 9, 9, 7, 3]) AS x
	WHERE extname = '"'custvalue'"' GROUP BY 1")
pg_ctlcluster "$server" main stop
[ "$answer" = "$VERSION|40" ] || { echo "not $answer"; exit 1; }
echo "PostgreSQL $server, custvalue $VERSION: installed in $installed s, CREATE EXTENSION, nps_score is 40"
'
DEMO='
cd "/src/custvalue-$VERSION"
sh test/demo.sh
'

[ $# -gt 0 ] || set -- bookworm trixie sid
mkdir -p "$CACHE"
printf '%-10s %-8s %7s  %s\n' suite step time result
for suite in "$@"; do
	ROOT=$CACHE/package-root-$suite
	base_of "$suite" || { printf '%-10s skipped: debootstrap has no %s\n' "$suite" "$suite"; continue; }
	clean_root "$suite"
	step "$suite" build "$BUILD"
	rm -rf "$CACHE/package-$suite"
	mkdir -p "$CACHE/package-$suite"
	for name in $(cat "$ROOT/src/names" 2>/dev/null); do cp "$ROOT/src/$name" "$CACHE/package-$suite/"; done
	if [ -f "$ROOT/src/names" ]; then
		step "$suite" test "$TEST"
		[ "$suite" != trixie ] || step "$suite" rpm "$RPM"
		clean_root "$suite"
		mkdir "$ROOT/packages"
		cp "$CACHE/package-$suite"/*.deb "$ROOT/packages/"
		step "$suite" install "$INSTALL"
	fi
	clean_root "$suite"
	step "$suite" demo "$DEMO"
	rm -rf "$ROOT"
done
exit $STATUS
