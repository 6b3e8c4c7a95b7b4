# Every SQL block of the README and of doc/ runs, in order, in a database of its own; the block
# of text that follows one is exactly what psql prints, and where none follows it prints nothing.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('docs');

foreach my $file ('README.md', sort(glob('doc/*.md doc/zh/*.md')))
{
	my $markdown = PostgreSQL::Test::Utils::slurp_file($file);
	my $database = lc($file) =~ s/\W/_/gr;
	my $script = '';
	my @expected;
	my $line = 1;

	while ($markdown =~ /\G(.*?)^```(\w*)\n(.*?)^```\n(?:\n*^```text\n(.*?)^```\n)?/gms)
	{
		my ($before, $language, $code, $output) = ($1, $2, $3, $4);
		$line += ($before =~ tr/\n//) + 1;
		if ($language eq 'sql')
		{
			$script .= "\\echo block at line $line\n$code\n";
			push @expected, [ $line, $output ];
		}
		$line += ($code =~ tr/\n//) + 1;
		$line += ($output =~ tr/\n//) + 3 if defined $output;
	}
	next if !@expected;

	$node->safe_psql('postgres', "CREATE DATABASE $database");
	my ($status, $stdout, $stderr) = $node->psql($database, $script,
		extra_params => [ '-v', 'ON_ERROR_STOP=1', '--no-align', '--pset=format=aligned', '--pset=tuples_only=off',
				'--pset=footer=off' ]);
	is($status, 0, "$file runs") or diag($stderr);
	my %printed = $stdout =~ /^block at line (\d+)\n(.*?)(?=^block at line|\z)/gms;
	foreach my $block (@expected)
	{
		my ($at, $output) = @$block;
		my $got = ($printed{$at} // '') =~ s/\s+$//gmr;
		is($got, ($output // '') =~ s/\s+$//gmr, "$file, line $at prints what it says");
	}
}

# Functions that the text names exist.
my %named;
foreach my $file (glob('README.md CHANGELOG.md doc/*.md doc/*/*.md dbt/*.md'))
{
	my $text = PostgreSQL::Test::Utils::slurp_file($file) =~ s/^```.*?^```$//gmsr;
	$named{$1} = $file while $text =~ /`([a-z][a-z_0-9]+)\(/g;
}
delete @named{qw(coalesce close near)};	# grammar, and the tests' own
my %known = map { $_ => 1 } split(/\n/,
	$node->safe_psql('postgres', 'CREATE EXTENSION custvalue; SELECT DISTINCT proname FROM pg_proc'));
is(join(', ', map { "$_ in $named{$_}" } grep { !$known{$_} } sort(keys %named)), '',
	'functions that pages name exist');

$node->stop;
done_testing();
