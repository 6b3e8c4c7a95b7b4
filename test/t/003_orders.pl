# The demo on order logs as they are: what it understands adds up to the cent, the rest it refuses before it builds
# anything, with the line, the column, the value and the option that helps.
use strict;
use warnings;

use Test::More;

use PostgreSQL::Test::Utils;

my $dir = PostgreSQL::Test::Utils::tempdir;
my $logs = 'test/data/orders';

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

# Cents as psql prints them in a sentence.
sub booked
{
	my $text = sprintf('%s%d.%02d', $_[0] < 0 ? '-' : '', abs($_[0]) / 100, abs($_[0]) % 100);
	1 while $text =~ s/^(-?\d+)(\d{3})(?=[,.])/$1,$2/;
	return $text;
}

sub refused
{
	my ($what, $options, @messages) = @_;
	my $before = (times)[2] + (times)[3];
	my ($status, $stdout, $stderr) = demo(@$options);

	cmp_ok((times)[2] + (times)[3] - $before, '<', 1, "$what: refused within a second");
	is($status, 1, "$what: refused");
	unlike($stdout, qr/Building|were read/, "$what: before anything is built");
	like($stderr, $_, "$what: and why") foreach @messages;
}

# The orders add up to $cents, and everything after them to the ledger.
sub understood
{
	my ($what, $options, $cents, @messages) = @_;
	my ($status, $stdout, $stderr) = demo(@$options);
	my $revenue = quotemeta(booked($cents));

	is($status, 0, "$what: runs") or diag($stderr);
	is($stderr, '', "$what: without a warning");
	like($stdout, qr/ orders from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, revenue $revenue\./,
		"$what: adds up to the cent");
	like($stdout, qr/CUSTOMER PROFIT.*?\| +$revenue \|/s, "$what: and so do the customers");
	like($stdout, qr/difference 0\.00\s*\z/, "$what: reconciles");
	like($stdout, $_, "$what: and says so") foreach @messages;
}

# A column of a simple file, in cents.
sub cents
{
	my ($name, $column, $separator) = @_;
	my ($sum, $first) = (0, 1);

	foreach my $line (split(/\n/, PostgreSQL::Test::Utils::slurp_file("$logs/$name")))
	{
		$sum += sprintf('%.0f', 100 * (split($separator // qr/,/, $line))[$column]) if !$first;
		$first = 0;
	}
	return $sum;
}

# 1. Refunds: lines of an order, all of an order, credit notes, more than was ever bought, before the first purchase.
understood('refunds', [ '--orders', "$logs/refunds.csv" ], cents('refunds.csv', 3),
	qr/21 lines below 0: refunds/, qr/Orders of 0 or less, which count as returns: 16\./, qr/27 customers, 132 orders/);

# 2. Orders of several lines, five of which come twice.
my $twice = 0;
my %seen;
foreach my $line (split(/\n/, PostgreSQL::Test::Utils::slurp_file("$logs/order_lines.csv")))
{
	$twice += sprintf('%.0f', 100 * ($line =~ s/.*,//r)) if $seen{$line}++;
}
my $lines = cents('order_lines.csv', -1);
understood('order lines', [ '--orders', "$logs/order_lines.csv" ], $lines,
	qr/5 lines are the same as another.*first: line \d+ repeats line \d+.*--duplicates drop/s,
	qr/13 customers, 60 orders/,
	qr/added up to one order: 95 lines/);
understood('order lines once', [ '--orders', "$logs/order_lines.csv", '--duplicates', 'drop' ], $lines - $twice,
	qr/5 lines are the same.*Left out/, qr/13 customers, 60 orders/);

# 3. Semicolons, decimal commas, days first, names that are no English.
my @german = ('--orders', "$logs/german.csv");
refused('German, no option', [ @german ], qr/german\.csv, line 1.*Hint: --delimiter ';'/s);
push(@german, '--delimiter', ';');
refused('German names', [ @german ], qr/line 1: no column for the date.*Datum.*Hint: --columns date=NAME/s);
push(@german, '--columns', 'date=Datum,customer=Kunde,amount=Betrag,order=Bestellung');
refused('German dates', [ @german ],
	qr/line 2, column "Datum": "08\.01\.2024" is no date.*--date-format DD\.MM\.YYYY, since line \d+/s);
push(@german, '--date-format', 'DD.MM.YYYY');
refused('German amounts', [ @german ], qr/line 2, column "Betrag": "287,07" has a comma.*--decimal ,/s);
push(@german, '--decimal', ',');
my $german = PostgreSQL::Test::Utils::slurp_file("$logs/german.csv");
my @betrag = map { s/\.//gr =~ s/,//r } $german =~ /;(-?[\d.]+,\d\d);-?[\d.]+,\d\d$/gm;
my @einstand = map { s/\.//gr =~ s/,//r } $german =~ /;(-?[\d.]+,\d\d)$/gm;
my ($betrag, $einstand) = (0, 0);
$betrag += $_ foreach @betrag;
$einstand += $_ foreach @einstand;
is(scalar(@betrag), 50, 'fifty German orders');
understood('German', [ @german ], $betrag, qr/5 customers, 50 orders from 2024-01-08 to/, qr/Meier; Partner/);
my $goods = quotemeta(booked($einstand));
understood('German, own cost', [ @german, '--cost=Einstand' ], $betrag, qr/Cost of the goods: $goods\./,
	qr/CUSTOMER PROFIT.*?\| +$goods \|/s, qr/only orders, revenue and goods are yours/);

# 4. 35.000: thirty-five, or thirty-five thousand?
refused('35.000', [ '--orders', "$logs/thousands.csv" ],
	qr/line 2, column "amount": "35\.000" has exactly three digits.*--decimal \. if .*--decimal , if/s, qr/and 1 more/);
understood('35', [ '--orders', "$logs/thousands.csv", '--decimal', '.' ], 30470);
understood('35 thousand', [ '--orders', "$logs/thousands.csv", '--decimal=,' ], 30470000);

# 5. 03/04/2024: March or April?
refused('day or month', [ '--orders', "$logs/day_or_month.csv" ],
	qr/line 2, column "date": "02\/06\/2024".*--date-format DD\/MM\/YYYY or --date-format MM\/DD\/YYYY/s);
my @date = PostgreSQL::Test::Utils::slurp_file("$logs/day_or_month.csv") =~ m{,(\d\d/\d\d/\d{4}),}g;
my @by_day = sort(map { s{(..)/(..)/(....)}{$3-$2-$1}r } @date);
my @by_month = sort(map { s{(..)/(..)/(....)}{$3-$1-$2}r } @date);
isnt($by_day[-1], $by_month[-1], 'the two readings differ');
understood('day first', [ '--orders', "$logs/day_or_month.csv", '--date-format', 'DD/MM/YYYY' ],
	cents('day_or_month.csv', 3),
	qr/from $by_day[0] to $by_day[-1], /);
understood('month first', [ '--orders', "$logs/day_or_month.csv", '--date-format=%m/%d/%Y' ],
	cents('day_or_month.csv', 3),
	qr/from $by_month[0] to $by_month[-1], /);

# 6. Dates that are none.
refused('odd dates', [ '--orders', "$logs/odd_dates.csv" ], qr/line 5, column "date": "9999-12-31"/,
	qr/line 10, column "date": "0001-01-01"/, qr/line 13, column "date": "1970-01-01" is 54 years from/,
	qr/line 16, column "date": "NULL"/, qr/line 18, column "date": "2024-02-30" is no day/, qr/Hint: Leave out/);

# 7. Customers that are none.
refused('no customer', [ '--orders', "$logs/no_customer.csv" ],
	qr/line 5, column "customer": "NULL" stands for no customer/,
	qr/"N\/A"/, qr/"none"/, qr/line 17, column "customer": "" is empty/, qr/and 1 more/, qr/--anonymous skip/);
my $known = 0;
foreach my $line (split(/\n/, PostgreSQL::Test::Utils::slurp_file("$logs/no_customer.csv")))
{
	$known += $1 * 100 + $2 if $line =~ /,(?:Ada|Ben|Cleo|Dan|Eve),(\d+)\.(\d\d)$/;
}
understood('customers only', [ '--orders', "$logs/no_customer.csv", '--anonymous', 'skip' ], $known,
	qr/6 lines without a customer left out/, qr/5 customers, 30 orders/);
refused('an empty one is no name', [ '--orders', "$logs/no_customer.csv", '--anonymous', 'keep' ],
	qr/line 17, column "customer": ""/);

# 8. Two columns of one name.
refused('two amounts', [ '--orders', "$logs/two_amounts.csv" ],
	qr/line 1: two columns are called "Amount", 4 and 6.*--columns amount=#4 or --columns amount=#6/s);
understood('the fourth', [ '--orders', "$logs/two_amounts.csv", '--columns', 'amount=#4' ],
	cents('two_amounts.csv', 3));
understood('the other name', [ '--orders', "$logs/two_amounts.csv", '--columns', 'amount=amount' ],
	cents('two_amounts.csv', 5));

# 9. Names and dates of another program; no order numbers; own cost.
refused('other names', [ '--orders', "$logs/other_names.csv" ],
	qr/no column for the date; the columns are: customer_id, trans_date/);
my @other = ('--orders', "$logs/other_names.csv", '--columns', 'date=trans_date,amount=tran_amount');
refused('other dates', [ @other ], qr/line 2, column "trans_date": "05-Jan-13".*--date-format 'DD-Mon-YY' reads this/s);
my $cost = quotemeta(booked(cents('other_names.csv', 3)));
understood('other names', [ @other, '--date-format', 'DD-Mon-YY', '--cost', 'Cost of Goods' ],
	cents('other_names.csv', 2),
	qr/from 2013-01-05 to 2014-12-\d\d/, qr/Cost of the goods: $cost\./, qr/order     none; every line is an order/);

# 10. Cells that end too soon or too late, and amounts in other clothes.
refused('broken cells', [ '--orders', "$logs/broken_cells.csv" ],
	qr/line 5, column "note": "pipe 5" long" has a quote inside/,
	qr/line 6: 6 cells where the header has 5/, qr/line 7: 4 cells/,
	qr/line 8, column "amount": "USD 12\.00" is no plain/,
	qr/line 9, column "amount": "\(12\.00\)" is in brackets/, qr/and 1 more/);

# What else comes in amounts and dates, one value each.
my $header = "order,date,customer,amount\n1,2024-01-02,Ada,10.00\n";
foreach my $case (
	[ '1.234,50', qr/5 cells where the header has 4.*so do decimal commas/s ], [ '"1.234,50"', qr/--decimal ,/ ],
	[ '"1,234.50"', qr/--decimal \./ ],
	[ '"1,234,567"', qr/--decimal \./ ], [ '1.234.567', qr/--decimal ,/ ], [ q('1'234.50'), qr/is no/ ],
	[ "1'234.50", qr/--decimal \./ ], [ "1\xc2\xa0234.50", qr/--decimal \./ ],
	[ '12.50-', qr/Write refunds as -12\.50/ ],
	[ "\xe2\x88\x9212.50", qr/Write refunds as -12\.50/ ], [ '$12.50', qr/without currency/ ], [ '1e3', qr/exponent/ ],
	[ 'NaN', qr/stands for no value/ ], [ 'inf', qr/is no number/ ], [ '', qr/is empty/ ], [ '0x10', qr/is no/ ],
	[ '10.005', qr/exactly three digits/ ], [ '10.0051', qr/more than two decimals/ ],
	[ '1234567890123456', qr/more than 15 digits/ ], [ '.', qr/stands for no value/ ], [ '1.2.3', qr/"1\.2\.3" / ])
{
	my ($value, $hint) = @$case;
	my ($status, $stdout, $stderr) = demo('--orders', file('amount.csv', $header . "2,2024-01-03,Ben,$value\n"));
	is($status, 1, "amount $value: refused");
	like($stderr, qr/line 3/, "amount $value: and where");
	like($stderr, $hint, "amount $value: and what helps");
}
foreach my $case (
	[ '2024-02-30', qr/no day of the calendar/ ], [ '2023-02-29', qr/no day of the calendar/ ],
	[ '2024-13-01', qr/no day/ ],
	[ '20240103', qr/--date-format YYYYMMDD/ ], [ '2024/01/03', qr/--date-format YYYY\/MM\/DD/ ],
	[ '45294', qr/spreadsheet/ ],
	[ '1704240000', qr/seconds since 1970/ ], [ '3 Jan 2024', qr/--date-format 'DD Mon YYYY'/ ],
	[ '13/1/24', qr/--date-format DD\/MM\/YY, since line 3/ ],
	[ '1/13/24', qr/--date-format MM\/DD\/YY, since line 3/ ],
	[ '2024-01-03 25:00', qr/no date of the form/ ], [ '1900-01-01', qr/years from|stands for/ ],
	[ '2204-01-03', qr/2204/ ],
	[ 'yesterday', qr/--date-format says/ ], [ '', qr/is empty/ ])
{
	my ($value, $hint) = @$case;
	my ($status, $stdout, $stderr) = demo('--orders', file('date.csv', $header . "2,$value,Ben,5.00\n"));
	is($status, 1, "date $value: refused");
	like($stderr, qr/line 3/, "date $value: and where");
	like($stderr, $hint, "date $value: and what helps");
}
foreach my $case (
	[ 'no header', "1,2024-01-02,Ada,10.00\n2,2024-01-03,Ben,1.00\n", [ '--columns', 'date=#2,customer=#3,amount=#4' ],
		qr/is an order and no header/ ],
	[ 'a quote left open', $header . "2,2024-01-03,\"Ben,1.00\n3,2024-01-04,Cleo,1.00\n", [],
		qr/line 3: a quote is not closed/ ],
	[ 'two customers of one order', $header . "1,2024-01-03,Ben,1.00\n", [],
		qr/line 3, column "order": "1" belongs to customer "Ben" here and to "Ada".*order=none/s ],
	[ 'refunds only', "order,date,customer,amount\n1,2024-01-02,Ada,-1.00\n2,2024-01-02,Ada,1.00\n", [],
		qr/add up to 0\.00/ ],
	[ 'no such column', $header, [ '--columns', 'amount=Betrag' ],
		qr/line 1: no column "Betrag" for the amount; the columns are: order, date/ ],
	[ 'no such number', $header, [ '--columns', 'amount=#9' ], qr/no column #9 for the amount; there are 4/ ],
	[ 'no such cost', $header, [ '--cost', 'Einstand' ], qr/no column "Einstand" for the cost/ ],
	[ 'one column twice', $header, [ '--columns', 'amount=amount,cost=amount' ],
		qr/given for the amount and for the cost/ ],
	[ 'a mark that is not there', $header, [ '--delimiter', 'tab' ], qr/no tab in the header.*--delimiter ','/s ],
	[ 'decimal points for commas', $header, [ '--decimal', ',' ],
		qr/line 2, column "amount": "10\.00".*--decimal \./s ],
	[ 'months above 12', "order,date,customer,amount\n1,03/04/2024,Ada,1.00\n2,25/12/2024,Ada,1.00\n",
		[ '--date-format', 'MM/DD/YYYY' ],
	qr{line 3, column "date": "25/12/2024" is no day of the calendar\s+Hint: --date-format DD/MM/YYYY, since line 3} ],
	[ 'a day that April has not', "order,date,customer,amount\n1,31/04/2024,Ada,1.00\n",
		[ '--date-format', 'DD/MM/YYYY' ],
		qr/"31\/04\/2024" is no day of the calendar\s*\z/ ],
	[ 'a date of another form', $header, [ '--date-format', 'DD.MM.YYYY' ],
		qr/"2024-01-02" is no date of the form DD\.MM\.YYYY.*YYYY-MM-DD/s ])
{
	my ($what, $content, $options, $message) = @$case;
	refused($what, [ '--orders', file('case.csv', $content), @$options ], $message);
}

# Values of options.
foreach my $case (
	[ '--delimiter', 'x', qr/--delimiter is one of , ; \| : and tab, not "x"/ ],
	[ '--delimiter', ';;', qr/--delimiter is one of/ ],
	[ '--decimal', '1', qr/--decimal is \. or ,/ ], [ '--date-format', 'DD.MM', qr/one year/ ],
	[ '--date-format', 'DD.MM.YYYY HH24:MI', qr/"HH24:MI" is none of/ ],
	[ '--date-format', 'DD.DD.YYYY', qr/one month/ ],
	[ '--columns', 'amount', qr/"amount" is not of the form date=NAME/ ],
	[ '--columns', 'price=x', qr/"price" is none of date, customer/ ],
	[ '--columns', 'amount=a,amount=b', qr/names the amount twice/ ],
	[ '--columns', 'date=none', qr/the date is needed/ ],
	[ '--anonymous', 'drop', qr/skip or keep/ ], [ '--duplicates', 'skip', qr/keep or drop/ ],
	[ '--cost', '', qr/--cost needs a value/ ])
{
	my ($option, $value, $message) = @$case;
	my ($status, $stdout, $stderr) = demo('--orders', "$logs/refunds.csv", $option, $value);
	is($status, 2, "$option $value: refused");
	like($stderr, $message, "$option $value: and why");
	unlike($stdout, qr/Building/, "$option $value: before anything is built");
}
my ($status, $stdout, $stderr) = demo('--decimal', ',');
is($status, 2, 'an option about a file without a file is refused');
like($stderr, qr/--decimal is about a file/, 'and why');
($status, $stdout, $stderr) = demo('--help');
like($stdout, qr/$_/, "the usage has $_")
	foreach qw(--orders --html --columns --delimiter --decimal --date-format --cost --anonymous --duplicates);

# The analysis as a page: every chart is there, well-formed, and nothing of the log's text becomes markup.
sub page
{
	my ($what, @options) = @_;
	my $file = "$dir/page.html";

	unlink($file);
	my ($status, $stdout, $stderr) = demo(@options, '--html', $file);
	is($status, 0, "$what: the page is written") or diag($stderr);
	like($stdout, qr/difference 0\.00\s/, "$what: and everything reconciles");
	my $page = -f $file ? PostgreSQL::Test::Utils::slurp_file($file) : '';
	like($page, qr/\A<!doctype html>/i, "$what: a page");
	my @charts = $page =~ /<svg .*?<\/svg>/gs;
	is(scalar(@charts), 10, "$what: ten charts");
	unlike($page, qr/<script|<foreignObject|href=|src=|url\(|\@import|\bon\w+=/i,
		"$what: nothing from elsewhere, no script");
	is(scalar(() = $page =~ m{https?://}g), scalar(() = $page =~ m{xmlns="http://www\.w3\.org/2000/svg"}g),
		"$what: no address");
	SKIP:
	{
		skip "$what: no xmllint", 1 if system('xmllint --version >/dev/null 2>&1') != 0;
		my $wrong = 0;
		foreach my $chart (@charts)
		{
			my $path = file('chart.svg', $chart);
			$wrong++ if system("xmllint --noout $path 2>>$dir/xmllint.log") != 0;
		}
		is($wrong, 0, "$what: charts are well-formed");
	}
	return ($page, @charts);
}

my ($page, @charts) = page('a company');
like($page, qr/$_/, "the page has $_") foreach (
	'Cumulative profit', 'List price to profit', 'Costs to customers', 'Residual income and potential',
	'Share that ordered again',
	'NPS by month', 'Not yet back', 'Customers by recency and frequency', 'Lifetime value');
# The steps add up as they are printed.
my ($waterfall) = grep { /List price to profit/ } @charts;
my @printed = $waterfall =~ />([+-]?\d+)<\/text>/g;
my ($list, $profit) = (0, 0);
SKIP:
{
	my @delta = grep { /^-/ } @printed;
	my ($total) = $page =~ /at list price, ([\d,]+) is left/ ? $1 =~ s/,//gr : skip('no totals', 2);
	my ($from) = $page =~ /Of ([\d,]+) at list price/ ? $1 =~ s/,//gr : 0;
	$list = sprintf('%.0f', $from / 1000);
	$profit = $list;
	$profit += $_ foreach @delta;
	is(scalar(@delta), 8, 'eight steps down');
	is($profit, sprintf('%.0f', $total / 1000), 'from list price to profit, as printed');
}
# The README's picture is of this run.
my $picture = PostgreSQL::Test::Utils::slurp_file('doc/images/whale-curve.svg');
my ($curve) = $picture =~ /stroke-width="2" d="(M[^"]{200,})"/;
$curve //= (sort { length($b) <=> length($a) } $picture =~ / d="([^"]+)"/g)[0];
ok(index($charts[0], $curve) >= 0, "the README's picture is the first chart");

my $mean = '"</text><script>alert(1)</script>"';
($page, @charts) = page('hostile names', '--orders', file('<b>hostile & co.csv',
	"order,date,customer,amount\n" . join('',
	map { "$_,2024-0" . (1 + $_ % 9) . "-11," . ($mean, '"&amp; ]]>"', "\"\xe2\x80\xae\x01x\"", "'O''Hara'")[$_ % 4]
	. ",$_.50\n" } 1 .. 60)));
like($page, qr/&lt;\/text&gt;&lt;script&gt;/, 'a name stays text');
like($page, qr/&lt;b&gt;hostile &amp; co\.csv/, 'so does the name of the file');
page('German', @german, '--cost', 'Einstand');
page('one order', '--orders', file('one.csv', "order,date,customer,amount\n1,2024-01-02,Ada,10.00\n"));

foreach my $case ([ "$dir/none/page.html", qr/there is no directory/ ], [ $dir, qr/is a directory/ ])
{
	my ($file, $message) = @$case;
	my ($status, $stdout, $stderr) = demo('--html', $file);
	is($status, 1, "--html $file: refused");
	like($stderr, $message, "--html $file: and why");
	unlike($stdout, qr/Building/, "--html $file: before anything is built");
}

# Real files.
my $shared = ($ENV{CUSTVALUE_SHARED} // '') . '/data';
SKIP:
{
	skip "no data/cdnow_transactions.csv beside this checkout", 7 if !-f "$shared/cdnow_transactions.csv";
	my @cdnow = ('--orders', "$shared/cdnow_transactions.csv");
	refused('CDNOW', [ @cdnow ], qr/line 1: no column for the customer; the columns are: id, date, qty, amount/);
	($status, $stdout, $stderr) = demo(@cdnow, '--columns', 'customer=id');
	is($status, 0, 'CDNOW runs') or diag($stderr);
	like($stdout, qr/2,357 customers, 6,919 orders/, 'and every line is an order');
	like($stdout, qr/difference 0\.00\s*\z/, 'and reconciles');
}

done_testing();
