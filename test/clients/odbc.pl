# odbc.pl DSN READINGS: each reading with a prepared statement against the server's text of it.
use strict;
use warnings;

use DBI;

my ($dsn, $readings) = @ARGV;
my $db = DBI->connect("dbi:ODBC:$dsn", '', '', { RaiseError => 1, PrintError => 0, LongReadLen => 1 << 20,
	odbc_ignore_named_placeholders => 1 });
my $values = 0;
my %types;

open(my $in, '<', $readings) or die $!;
while (my $line = <$in>)
{
	chomp($line);
	my ($query, $parameter) = split(/\t/, $line);
	my $n = () = $query =~ /\$1/g;
	(my $sql = $query) =~ s/\$1/?/g;
	my $statement = $db->prepare($sql);
	foreach my $round (1, 2)
	{
		$statement->execute(($parameter) x $n);
		my @names = @{ $statement->{NAME} };
		my @kinds = @{ $statement->{TYPE} };
		my $rows = $statement->fetchall_arrayref;
		my $expected = $db->selectall_arrayref('SELECT ' . join(', ', map { "q.\"$_\"::text" } @names)
			. " FROM ($sql) AS q", undef, ($parameter) x $n);
		foreach my $i (0 .. $#$rows)
		{
			foreach my $j (0 .. $#names)
			{
				my ($value, $text) = ($rows->[$i][$j], $expected->[$i][$j]);
				my $same = !defined $value || !defined $text ? !defined $value && !defined $text
					: $value eq $text || ($text =~ /^-?[0-9.]+(e[-+]?\d+)?$/ &&
						abs($value - $text) <= 1e-14 * abs($text)) || ($text eq 'true' && $value eq '1') ||
						($text eq 'false' && $value eq '0');
				$values++;
				$types{ $kinds[$j] }++;
				die "$names[$j] of $query: " . ($value // 'NULL') . ' is not ' . ($text // 'NULL') . "\n" if !$same;
			}
		}
	}
}
print "ODBC (", $db->get_info(7), "): $values values, of SQL types ", join(', ', sort { $a <=> $b } keys %types), "\n";
