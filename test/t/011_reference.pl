# doc/reference.md is what doc/reference.sql writes from the catalog, whatever schema the extension is in.
use strict;
use warnings;

use Test::More;

use PostgreSQL::Test::Utils;

use lib 'test/t';
use CustvalueNode;

my $command = 'psql -X -q -f doc/reference.sql >doc/reference.md';
my $node = CustvalueNode->start('reference');
my $page = slurp_file('doc/reference.md');

$node->safe_psql('postgres', 'CREATE SCHEMA worth; CREATE EXTENSION custvalue SCHEMA worth');
my ($written, $errors) = ('', '');
IPC::Run::run([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), '-f', 'doc/reference.sql' ],
	'>', \$written, '2>', \$errors);
is($errors, '', 'the page is written without a complaint');
unlike($written, qr/^ERROR/m, 'every function has its place');

my %of_page = map { $_ => 1 } split(/\n/, $page);
my %of_catalog = map { $_ => 1 } split(/\n/, $written);
is(join("\n", grep { !$of_page{$_} } split(/\n/, $written)), '', 'the page has all that the catalog has');
is(join("\n", grep { !$of_catalog{$_} } split(/\n/, $page)), '', 'and nothing that it has not');
ok($page eq $written, 'in its order')
	or diag("Write it anew, from the top of the tree, in a database with the newest custvalue: $command");

# What a reader looks for is there: each name that is not PostgreSQL's to call has an anchor.
my @names = split(/\n/, $node->safe_psql('postgres', q{
	SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'worth'::regnamespace AND prokind IN ('a', 'w') ORDER BY 1
}));
cmp_ok(scalar(@names), '>', 20, 'aggregates and window functions');
is(join(' ', grep { $page !~ /<a id="fn-\Q$_\E">/ } @names), '', 'each of them has an anchor');

$node->stop;
done_testing();
