# Every link from one page to another, or into it, leads somewhere; and llms.txt, which has a form of its own, keeps it.
use strict;
use warnings;

use Test::More;

sub lines_of
{
	my ($file) = @_;

	open(my $in, '<:encoding(UTF-8)', $file) or die "$file: $!";
	my @lines = <$in>;
	close($in);
	return @lines;
}

# The anchors that a page has: headings as GitHub names them, and those written as <a id="...">.
my %anchors_of;
sub anchors
{
	my ($file) = @_;
	my ($code, %seen) = (0);

	return $anchors_of{$file} //= do
	{
		my %anchor;
		foreach my $line (lines_of($file))
		{
			$code = !$code if $line =~ /^```/;
			next if $code;
			$anchor{$_} = 1 foreach $line =~ /<a id="([^"]+)">/g;
			next if $line !~ /^#+\s+(.*?)\s*$/;
			my $name = lc($1) =~ s/[^\w\s-]//gr =~ s/\s/-/gr;
			my $n = $seen{$name}++;
			$anchor{ $n ? "$name-$n" : $name } = 1;
		}
		\%anchor;
	};
}

my @pages = grep { -f } sort('llms.txt', glob('*.md doc/*.md doc/*/*.md dbt/*.md test/*.md'));
cmp_ok(scalar(@pages), '>', 20, 'there are pages');
foreach my $page (@pages)
{
	my $folder = $page =~ m{^(.*/)} ? $1 : '';
	my ($code, @dead) = (0);
	foreach my $line (lines_of($page))
	{
		$code = !$code if $line =~ /^```/;
		next if $code;
		(my $text = $line) =~ s/`[^`]*`//g;
		while ($text =~ /\]\(([^)\s]+)\)/g)
		{
			my ($path, $anchor) = split(/#/, $1, 2);
			next if $path =~ m{^\w+:};
			my $target = $path eq '' ? $page : "$folder$path";
			1 while $target =~ s{[^/]+/\.\./}{};
			push(@dead, $1) if !-e $target || (defined $anchor && -f $target && !anchors($target)->{$anchor});
		}
	}
	is(join(' ', @dead), '', "$page: all links lead somewhere");
}

# llms.txt: a title, a quoted summary, and lists of links with a word about each (https://llmstxt.org).
my @lines = lines_of('llms.txt');
like($lines[0], qr/^# \S/, 'llms.txt has a title');
like($lines[2], qr/^> /, 'and a summary');
my @odd = grep { /^- / && !/^- \[[^\]]+\]\([^)]+\)(, \[[^\]]+\]\([^)]+\))*(: .+)?$/ } @lines;
is(join('', @odd), '', 'and links');
my $llms = join('', @lines);
foreach my $page (grep { !m{^doc/(agents|development)} } glob('doc/*.md'))
{
	like($llms, qr/\Q($page)\E/, "$page is in it") if $page !~ /stability|install/;
}

done_testing();
