# How it is built and installed: elsewhere than beside its sources, into a folder of its own, for PGXN; and what newer
# versions of PostgreSQL ask for.
use strict;
use warnings;

use Cwd qw(getcwd);
use File::Copy qw(copy);
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;

use PostgreSQL::Test::Utils;

use lib 'test/t';
use CustvalueNode;

my $top = getcwd();
my ($version) = slurp_file('custvalue.control') =~ /^default_version *= *'(.*)'/m;

sub run_in
{
	my ($dir, $command) = @_;
	my $output = `cd '$dir' && ($command) 2>&1`;
	return ($? == 0, $output);
}

# A build elsewhere compiles every source, and makes the script.  Here the sources are built already, which make would
# find: -B builds all the same.
my $elsewhere = tempdir(CLEANUP => 1);
my @sources = map { s{\.c$}{.o}r } sort(glob('src/*.c src/*/*.c src/*/core/*.c'));
foreach my $vpath ('', " VPATH='$top'")
{
	my $make = "make -B -f '$top/Makefile'$vpath with_llvm=no";
	my ($ok, $commands) = run_in($elsewhere, "$make -n");
	ok($ok, "make -f elsewhere$vpath");
	my @compiled = sort($commands =~ /-c -o (\S+\.o) /g);
	is_deeply(\@compiled, [ sort(@sources) ], 'it compiles every source');
	my ($linked) = $commands =~ /(\S.* -shared .*)/;
	is(join(' ', grep { index($linked, " $_ ") < 0 } @sources), '', 'and links it');
	my ($made, $output) = run_in($elsewhere, "$make custvalue--$version.sql");
	ok($made, "the script is made") or diag($output);
	cmp_ok(-s "$elsewhere/custvalue--$version.sql", '>', 100_000, 'and is whole');
	unlink("$elsewhere/custvalue--$version.sql");
}

# Without sources there is no empty library, but an error.
my $empty = tempdir(CLEANUP => 1);
copy("$top/$_", $empty) foreach ('Makefile', 'custvalue.control');
my ($ok, $output) = run_in($empty, 'make with_llvm=no');
ok(!$ok, 'a build without sources fails');
like($output, qr{no sources in \S+/src}, 'and says what is missing');

# META.json, after the specification of PGXN, version 1.0.0 (https://pgxn.org/meta/spec.html).
my $meta = JSON::PP->new->decode(slurp_file('META.json'));
my @required = qw(abstract maintainer license provides name version meta-spec);
my @optional = qw(description generated_by tags no_index prereqs release_status resources);
is(join(' ', grep { !exists $meta->{$_} } @required), '', 'META.json has what must be there');
is(join(' ', grep { my $key = $_; $key !~ /^x_/i && !grep { $_ eq $key } @required, @optional } sort(keys(%$meta))), '',
	'and nothing that the specification does not know');
my $semver = qr/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-?[a-zA-Z][0-9A-Za-z-]*)?$/;
like($meta->{version}, $semver, 'a semantic version');
is($meta->{version}, $version, 'that of the control file');
is($meta->{name}, 'custvalue', 'its name');
is($meta->{license}, 'postgresql', 'its licence');
is($meta->{'meta-spec'}{version}, '1.0.0', 'the version of the specification');
like($meta->{release_status}, qr/^(stable|testing|unstable)$/, 'release_status');
ok(length($meta->{abstract}) && length($meta->{description}) && length($meta->{maintainer}), 'text for people');
foreach my $name (sort(keys(%{ $meta->{provides} })))
{
	my $is = $meta->{provides}{$name};
	is($is->{version}, $version, "$name: version");
	ok(-f $is->{file}, "$name: file");
	ok(-f $is->{docfile}, "$name: docfile");
	is(join(' ', grep { !/^(file|version|abstract|docfile)$/ } keys(%$is)), '', "$name: keys");
}
foreach my $phase (sort(keys(%{ $meta->{prereqs} })))
{
	like($phase, qr/^(configure|build|test|runtime|develop)$/, "prereqs: $phase");
	while (my ($relation, $of) = each(%{ $meta->{prereqs}{$phase} }))
	{
		like($relation, qr/^(requires|recommends|suggests|conflicts)$/, "prereqs: $phase: $relation");
		like($_, qr/^(0|(?:[<>=!]=?\s*)?\d+\.\d+\.\d+)$/, "prereqs: $phase: $relation: version") foreach (values(%$of));
	}
}
my %resource = (homepage => qr/^$/, bugtracker => qr/^(web|mailto)$/, repository => qr/^(url|web|type)$/);
foreach my $key (sort(keys(%{ $meta->{resources} })))
{
	my $is = $meta->{resources}{$key};
	ok(exists $resource{$key}, "resources: $key");
	is(join(' ', ref($is) ? grep { $_ !~ $resource{$key} } keys(%$is) : ()), '', "resources: keys of $key");
	like($_, qr{^\w+://\S+$|^\S+@\S+$|^git$}, "resources: $key: $_") foreach (ref($is) ? values(%$is) : $is);
}
ok(@{ $meta->{tags} } > 3 && !grep({ length($_) > 255 || m{[/\\[:cntrl:]]} } @{ $meta->{tags} }), 'tags');

# make dist: the files of a commit, below a folder named after distribution and version.
SKIP:
{
	my $repository = tempdir(CLEANUP => 1);
	skip('make dist: no git', 3) if system('git --version >/dev/null 2>&1') != 0;
	skip('make dist: no IO::Uncompress::Unzip', 3) if !eval { require IO::Uncompress::Unzip };
	my ($done, $log) = run_in($repository,
		"cp -r '$top/Makefile' '$top/custvalue.control' '$top/META.json' '$top/README.md'"
		. " '$top/sql' . && mkdir src && cp '$top/src/custvalue.c' src && git init -q . && git add -A"
		. ' && git -c user.name=t -c user.email=t@localhost commit -qm t && make -s dist');
	ok($done, 'make dist') or diag($log);
	my %in;
	if (my $zip = IO::Uncompress::Unzip->new("$repository/custvalue-$version.zip"))
	{
		do { $in{ $zip->getHeaderInfo->{Name} } = 1 } while ($zip->nextStream > 0);
	}
	is(join(' ', grep { !m{^custvalue-\Q$version\E/} } keys(%in)), '', 'one folder');
	is(join(' ', grep { !$in{"custvalue-$version/$_"} } qw(META.json README.md Makefile custvalue.control)), '',
		'with all in it');
}

# Packages elsewhere say the same version.
like(slurp_file('debian/changelog'), qr/^custvalue \(\Q$version\E-\d+\) /, 'debian/changelog has this version');
like(slurp_file('packaging/custvalue.spec'), qr/^Version: +\Q$version\E$/m, 'and so has the RPM');

my $node = CustvalueNode->start('install');
$node->safe_psql('postgres', 'CREATE EXTENSION custvalue');

SKIP:
{
	skip('pg_get_loaded_modules: PostgreSQL is older than 18', 1) if $ENV{PG_VERSION} < 18;
	is($node->safe_psql('postgres', q{LOAD 'custvalue'; SELECT module_name, version FROM pg_get_loaded_modules()
		WHERE file_name ~ '^custvalue'}), "custvalue|$version", 'the library says its name and version');
}

# make install DESTDIR=... into a folder that is no PostgreSQL's, found by two settings alone.
SKIP:
{
	skip('extension_control_path: PostgreSQL is older than 18', 4) if $ENV{PG_VERSION} < 18;
	my $destination = tempdir(CLEANUP => 1);
	my $stage = $ENV{CUSTVALUE_STAGE};
	system("cp -r '$stage/.' '$destination' && chmod -R a+rX '$destination'") == 0 or die;
	chomp(my $share = `pg_config --sharedir`);
	chomp(my $libraries = `pg_config --pkglibdir`);
	my $own = PostgreSQL::Test::Cluster->new('own');
	$own->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
	$own->append_conf('postgresql.conf', "extension_control_path = '$destination$share:\$system'");
	$own->append_conf('postgresql.conf', "dynamic_library_path = '$destination$libraries:\$libdir'");
	$own->start;
	is($own->safe_psql('postgres', q{SELECT default_version FROM pg_available_extensions WHERE name = 'custvalue'}),
		$version,
		'extension_control_path: it is found');
	$own->safe_psql('postgres', q{CREATE EXTENSION custvalue VERSION '1.1.0'});
	is($own->safe_psql('postgres', 'SELECT nps_score(x) FROM generate_series(0, 10) AS x'), '-45.45454545454545',
		'it works');
	$own->safe_psql('postgres', 'ALTER EXTENSION custvalue UPDATE');
	is($own->safe_psql('postgres', q{SELECT extversion FROM pg_extension WHERE extname = 'custvalue'}), $version,
		'and is updated');
	$own->restart;
	is($own->safe_psql('postgres', 'SELECT nps_score(survey_agg(x)) FROM generate_series(0, 10) AS x'),
		'-45.45454545454545',
		'also after a restart');
	$own->stop;
}

# Window functions have a rule of their own for NULL: they refuse IGNORE NULLS, and so what nobody defined.
SKIP:
{
	skip('IGNORE NULLS: PostgreSQL is older than 19', 2) if $ENV{PG_VERSION} < 19;
	my @calls = split(/\n/, $node->safe_psql('postgres', q{
		SELECT format('%I(%s)', proname, (SELECT string_agg('NULL::' || format_type(t, NULL), ', ' ORDER BY n)
			FROM unnest(proargtypes) WITH ORDINALITY AS u(t, n)))
		FROM pg_proc AS p WHERE prokind = 'w'
			AND EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND classid = 'pg_proc'::regclass
				AND deptype = 'e')}));
	my @accepted;
	foreach my $call (@calls)
	{
		my (undef, undef, $error) = $node->psql('postgres',
			"\\set VERBOSITY sqlstate\nSELECT $call IGNORE NULLS OVER (ORDER BY i) FROM (VALUES (1)) AS v(i)");
		push(@accepted, "$call: $error") if $error !~ /ERROR:  0A000/;
	}
	cmp_ok(scalar(@calls), '>', 20, 'there are window functions');
	is(join("\n", @accepted), '', 'each refuses IGNORE NULLS');
}

$node->stop;
done_testing();
