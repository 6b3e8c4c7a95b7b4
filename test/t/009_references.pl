# Every label in a comment of the tests ("S12", "Example 18", "K3") has its section in test/REFERENCES.md.
use strict;
use warnings;

use Test::More;

my %section;
open(my $references, '<', 'test/REFERENCES.md') or die $!;
while (<$references>)
{
	$section{$1} = 1 if /^### (Example \d+|[SRKMAP]\d+)\b/;
}
close($references);

my $labels = 0;
foreach my $file (sort(glob('test/sql/*.sql test/t/*.pl test/unit/*.c test/include/*.sql')))
{
	next if $file eq 'test/t/009_references.pl';
	open(my $test, '<', $file) or die $!;
	my @missing;
	while (my $line = <$test>)
	{
		next if $line !~ m{^\s*(--|#|/?\*)(.*)};
		my $comment = $2;
		my @found = $comment =~ /\b([SRKMAP]\d{1,2})\b/g;
		push @found, map { "Example $_" } $1 =~ /\d+/g while $comment =~ /\bexamples? ((?:\d+(?:, | and )?)+)/gi;
		$labels += @found;
		push @missing, map { "line $.: $_" } grep { !$section{$_} } @found;
	}
	close($test);
	is(join("\n", @missing), '', "$file: labels");
}
cmp_ok($labels, '>', 50, 'labels were found');

done_testing();
