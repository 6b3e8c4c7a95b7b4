# The house keeps its rules: who includes whom, what compiles alone, how long lines are.
use strict;
use warnings;

use File::Temp qw(tempdir);
use Test::More;

my @files = sort(glob('src/*.[ch] src/*/*.[ch] src/*/core/*.[ch]'));
cmp_ok(scalar(@files), '>', 80, 'there are sources');

# The place of a file: the door, num, pg, a room, or the core of a room.
sub place_of
{
	my ($file) = @_;

	return 'door' if $file =~ m{^src/[^/]+$};
	return "$1/core" if $file =~ m{^src/([^/]+)/core/};
	return $file =~ m{^src/([^/]+)/} ? $1 : die $file;
}

sub allowed
{
	my ($from, $to) = @_;
	my ($room) = split(m{/}, $from);

	return 1 if $from eq 'door' || $from eq $to || $to eq 'num';
	return 0 if $from eq 'num' || $from =~ m{/core$};
	return 1 if $to eq 'pg';
	return 0 if $from eq 'pg';
	return $to eq "$room/core";
}

my @wrong;
foreach my $file (@files)
{
	open(my $in, '<', $file) or die "$file: $!";
	my $from = place_of($file);
	while (my $line = <$in>)
	{
		if ($line =~ m{^#include "((?:num|pg|\w+(?:/core)?)/\w+\.h)"} && -f "src/$1")
		{
			my $to = place_of("src/$1");
			push(@wrong, "$file includes $1") if !allowed($from, $to);
		}
		push(@wrong, "$file includes $1")
			if $line =~ m{^#include "(postgres\.h|pg/[^"]*)"} && ($from eq 'num' || $from =~ m{/core$});
	}
	close($in);
}
is(join("\n", @wrong), '', 'glue includes its own core, pg and num; cores and pg include num; no room another');

# Lines of what is written by hand are at most 120 characters wide, a tab being four.  Except: in pages tables, and
# blocks that are no SQL (what psql prints); what no break can be put into (a link, an image, an \ command of psql,
# Chinese).
sub too_wide
{
	my ($file) = @_;
	my $page = $file =~ /\.md$/;
	my ($fence, @wide);

	open(my $in, '<:encoding(UTF-8)', $file) or die "$file: $!";
	while (my $line = <$in>)
	{
		chomp($line);
		$fence = defined $fence ? undef : $1 if $page && $line =~ /^\s*```(\w*)/;
		next if $page && ($line =~ /^\s*(\||!\[)|\p{Han}{12}/ || (defined $fence && $fence ne 'sql'));
		next if $line =~ /^\\/;
		$line =~ s/\t/    /g;
		push(@wide, "$file:$.") if length($line) > 120;
	}
	close($in);
	return @wide;
}
my @written = (@files, glob('sql/install/*.sql test/*.sh test/t/*.pl test/clients/*.pl test/{unit,fuzz,starts}/*.[ch]'),
	glob('test/{sql,catalog,include,demo,bench}/*.sql test/bench/*/*.sql CHANGELOG.md README.md'),
	grep { !m{^doc/(reference|stability)\.md$} } glob('doc/*.md doc/zh/*.md'));
is(join("\n", map { too_wide($_) } @written), '', 'no line is wider than 120 characters');

# The ground floor's words: mathematics and the server, no customer.
my @words;
foreach my $file (grep { m{^src/(num|pg)/} } @files)
{
	open(my $in, '<', $file) or die "$file: $!";
	while (my $line = <$in>)
	{
		push(@words, "$file:$.: $line") if $line =~ /customer|purchase|\bnps\b|\bchurn\b|\bclv\b/i;
	}
	close($in);
}
is(join('', @words), '', 'the ground floor knows no room');

# Mathematics compile without PostgreSQL, warnings being errors.
my $dir = tempdir(CLEANUP => 1);
my $compiler = $ENV{CC} // 'gcc';
foreach my $file (grep { m{^src/(num|\w+/core)/\w+\.c$} } @files)
{
	my $said = `$compiler -std=gnu99 -O0 -Wall -Wextra -Werror -Isrc -c -o $dir/out.o $file 2>&1`;
	is($said, '', "$file compiles alone");
}

# Two kinds of rows can never have one stored number: the library would not load.
ok(-f 'src/custvalue.c', 'the door is where it was');
done_testing();
