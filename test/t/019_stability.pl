# What was released is still there as it was: every function of every released version, with the names, defaults and
# order of its arguments, and every type and setting; doc/stability.md lists them with the version that promised them.
use strict;
use warnings;

use Test::More;

use PostgreSQL::Test::Utils;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('stability');

sub database
{
	my ($name, $version) = @_;
	$node->safe_psql('postgres', "CREATE DATABASE $name");
	$node->safe_psql($name, 'CREATE EXTENSION custvalue' . (defined $version ? " VERSION '$version'" : ''));
	return $name;
}

# Signature, then what calls and views can depend on; defaults may only be added.
my $members = q{
	CREATE TEMP VIEW member AS SELECT classid, objid FROM pg_depend WHERE deptype = 'e' AND
		refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');
	SELECT oid::regprocedure::text, prokind::text, pg_get_function_result(oid), array_to_string(proargnames, ','),
		array_to_string(proargmodes, ','), pronargdefaults, pg_get_expr(proargdefaults, 0)
	FROM pg_proc WHERE ('pg_proc'::regclass, oid) IN (TABLE member)
	UNION ALL
	SELECT typname::text, 'type', NULL, NULL, NULL, NULL, NULL FROM pg_type
	WHERE ('pg_type'::regclass, oid) IN (TABLE member)
};
# What changed in spite of that in 1.2.0: names that nobody writes, of parts of an aggregate, and a default that counted
# more than half of a short scale.  CHANGELOG.md has both.
my $renamed = qr/^purchase_history_(?:add|pack)\(/;
my %mended = ('csat_score(survey_summary,integer,integer)' => '5, 2');

my $newest = $node->safe_psql(database('fresh'), 'SELECT extversion FROM pg_extension WHERE extname = \'custvalue\'');
my %now = map { my ($signature, @rest) = split(/\|/, $_, -1); $signature => \@rest }
	split(/\n/, $node->safe_psql('fresh', $members));
my $page = slurp_file('doc/stability.md');
my @versions = map { m{/custvalue--([0-9.]+)\.sql$} ? $1 : () } sort(glob('sql/upgrade/custvalue--*.sql'));
cmp_ok(scalar(@versions), '>=', 2, 'released versions: ' . join(', ', @versions));

my %seen;
foreach my $version (@versions)
{
	my @broken;
	my @rows = split(/\n/, $node->safe_psql(database('at_' . $version =~ s/\W/_/gr, $version), $members));
	cmp_ok(scalar(@rows), '>', 30, "$version has members");
	foreach my $row (@rows)
	{
		my ($signature, $kind, $result, $names, $modes, $ndefaults, $defaults) = split(/\|/, $row, -1);
		my $is = $now{$signature};
		if (!defined $is) { push(@broken, "$signature is gone"); next; }
		push(@broken, "$signature was a $kind") if $is->[0] ne $kind;
		push(@broken, "$signature returned $result") if $is->[1] ne $result;
		$names =~ s/^state\b/history/ if $signature =~ $renamed;
		push(@broken, "$signature had the arguments $names $modes") if "$is->[2] $is->[3]" ne "$names $modes";
		push(@broken, "$signature had the defaults $defaults")
			if $kind ne 'type' && ($mended{$signature} // '') ne $defaults && ($is->[4] < $ndefaults ||
			(length($defaults) && substr($is->[5], -length($defaults)) ne $defaults));
	}
	is(join("\n", @broken), '', "all that $version promised is as it was");

	# The page gives each name to the first version that has it.
	my ($chapter) = $page =~ /^## Since \Q$version\E\n(.*?)(?=^## |\z)/ms;
	my %listed = map { $_ => 1 } ($chapter // '') =~ /`(\w+)[`(]/g;
	my %name = map {
		my ($signature) = split(/\|/, $_);
		!$seen{$signature}++ && $signature =~ /^(\w+)/ ? ($1 => 1) : ()
	} @rows;
	is(join(' ', grep { !$listed{$_} && !/^_/ } sort(keys(%name))), '', "the page has the names of $version");
}
like($page, qr/^## Since \Q$newest\E$/m, 'and a chapter of this version');

# The page is what its script writes, wherever the extension is.
my $command = 'psql -X -q -f doc/stability.sql >doc/stability.md';
$node->safe_psql('postgres', 'CREATE SCHEMA worth; CREATE EXTENSION custvalue SCHEMA worth');
my ($written, $errors) = ('', '');
IPC::Run::run([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), '-f', 'doc/stability.sql' ],
	'>', \$written, '2>', \$errors);
is($errors, '', 'the page is written without a complaint');
unlike($written, qr/^ERROR/m, 'no promise is broken');
my %of_page = map { $_ => 1 } split(/\n/, $page);
my %of_catalog = map { $_ => 1 } split(/\n/, $written);
is(join("\n", grep { !$of_page{$_} } split(/\n/, $written)), '', 'the page has all that the catalog has');
is(join("\n", grep { !$of_catalog{$_} } split(/\n/, $page)), '', 'and nothing that it has not');
ok($page eq $written, 'in its order')
	or diag("Write it anew, from the top of the tree, in a database with the newest custvalue: $command");

$node->stop;
done_testing();
