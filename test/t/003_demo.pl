# The demo: it reconciles on a generated company and on a log, and says what is wrong with a
# bad file before it computes anything.
use strict;
use warnings;

use Test::More;

use PostgreSQL::Test::Utils;

my $dir = PostgreSQL::Test::Utils::tempdir;

sub demo
{
	my (@options) = @_;
	my ($stdout, $stderr) = ('', '');

	IPC::Run::run(['sh', 'test/demo.sh', @options], '>', \$stdout, '2>', \$stderr);
	return ($? >> 8, $stdout, $stderr);
}

sub file
{
	my ($name, $content) = @_;
	open(my $handle, '>:raw', "$dir/$name") or die $!;
	print $handle $content;
	close($handle);
	return "$dir/$name";
}

my ($status, $stdout, $stderr) = demo();
is($status, 0, 'the generated company runs') or diag($stderr);
like($stdout, qr/difference 0\.00\s*\z/, 'and reconciles to the cent');
# Every part of the analysis, in its place.
like($stdout, qr/$_/s, "the analysis has $_") foreach (
	'waterfall.*WHALE CURVE.*Pareto classes.*LIFETIME VALUE.*purchases \| alpha.*Did it come true'
	. '.*most revenue to come',
	'SATISFACTION.*percentage_points.*odds_ratio.*QUADRANTS.*RFM SEGMENTS.*from the first period',
	'from the first period.*lift_of_best_tenth',
	'WHAT DO THEY WRITE.*complaint.*delivery',
	'RETENTION.*expected: if all came back alike',
	'IS SATISFACTION STILL WHAT IT WAS.*last_month_in_alert',
	'WHAT GOES WITH WHAT.*because.*by_way_of.*percent_of_work.*second_period');

# A log with a BOM, CRLF, quoted cells, text ids and columns nobody asked for.
($status, $stdout, $stderr) = demo('--orders', file('odd names.csv',
	"\xef\xbb\xbfBuyer;x,Order No,Shop,Order Date,Client,Total\r\n" .
	join('', map { my $n = $_; sprintf("z,%d,\"a \"\"b\"\"\",2023-%02d-%02d,\"C, %d\",%d.%02d\r\n", $n, 1 + $n % 12,
	1 + $n % 28, $n % 17, 10 + $n * 7 % 90, $n % 100) } 1 .. 200)));
is($status, 0, 'an odd but valid log runs') or diag($stdout, $stderr);
like($stdout, qr/difference 0\.00\s*\z/, 'and reconciles');

my $shared = "$ENV{CUSTVALUE_SHARED}/data";
foreach my $log ('online_retail_invoices.csv', 'rfm_orders.csv')
{
	SKIP:
	{
		skip "no data/$log beside this checkout", 2 if !-f "$shared/$log";
		($status, $stdout, $stderr) = demo('--orders', "$shared/$log");
		is($status, 0, "$log runs") or diag($stderr);
		like($stdout, qr/difference 0\.00\s*\z/, "$log reconciles");
	}
}

my $good = "id,date,customer,amount\n1,2024-01-02,a,10.00\n";
foreach my $case (
	[ 'no such file', undef, qr/missing\.csv/ ],
	[ 'empty', '', qr/empty/ ],
	[ 'header only', "id,date,customer,amount\n", qr/no (?:orders|rows)|header/i ],
	[ 'no amount column', "id,date,customer\n1,2024-01-02,a\n", qr/amount/ ],
	[ 'bad amount', $good . "2,2024-01-03,b,1.2.3\n", qr/line 3.*amount.*1\.2\.3/s ],
	[ 'thousands separator', $good . "2,2024-01-03,b,\"1,200.00\"\n", qr/line 3.*amount.*1,200\.00/s ],
	[ 'fraction of a cent', $good . "2,2024-01-03,b,1.005\n", qr/line 3.*amount.*1\.005/s ],
	[ 'bad date', $good . "2,2024-02-30,b,1.00\n", qr/line 3.*date.*2024-02-30/s ],
	[ 'ambiguous date', $good . "2,03/04/2024,b,1.00\n", qr/line 3.*date.*03\/04\/2024/s ],
	[ 'no customer', $good . "2,2024-01-03,,1.00\n", qr/line 3.*customer/s ],
	[ 'not UTF-8', $good . "2,2024-01-03,M\xfcller,1.00\n", qr/line 3.*UTF-8/s ])
{
	my ($what, $content, $message) = @$case;
	my $path = defined $content ? file("bad.csv", $content) : "$dir/missing.csv";
	($status, $stdout, $stderr) = demo('--orders', $path);
	isnt($status, 0, "$what: refused");
	like($stderr, $message, "$what: and why");
	unlike($stdout . $stderr, qr/WHALE|LEDGER TO/, "$what: nothing computed");
}

($status, $stdout, $stderr) = demo('--nonsense');
isnt($status, 0, 'an unknown option is refused');
like($stdout . $stderr, qr/--orders/, 'with the usage');

done_testing();
