# Pictures in a real browser: a page of all kinds of charts, light and dark, on a desk and on a phone.  No text overlaps
# another one or is cut, nothing is said on the console, nothing is fetched.  Skipped by name where chromium, xmllint or
# rsvg-convert are not installed.
use strict;
use warnings;

use Encode qw(decode);
use File::Path qw(make_path);
use JSON::PP;
use Test::More;

use lib 'test/t';
use CustvalueNode;

sub installed
{
	my ($program) = @_;
	my ($path) = grep { -x } map { "$_/$program" } split(/:/, $ENV{PATH});

	return $path;
}

my $dir = $ENV{CUSTVALUE_PICTURES} // PostgreSQL::Test::Utils::tempdir();
make_path($dir);
my $node = CustvalueNode->start('report');
$node->safe_psql('postgres', 'CREATE EXTENSION custvalue');

sub file
{
	my ($name, $content) = @_;

	open(my $handle, '>:raw', "$dir/$name") or die "$name: $!";
	print $handle $content;
	close($handle);
	return "$dir/$name";
}

$node->safe_psql('postgres', PostgreSQL::Test::Utils::slurp_file('test/include/report_charts.sql'));
my $page = $node->safe_psql('postgres', <<'SQL');
SELECT report_html('Customer value', ARRAY['The three best customers bring 47 % of the profit.']
	|| array_agg(svg ORDER BY n)
	|| ARRAY['# Numbers', '[{"segment": "Gold", "nps": 42}, {"segment": "<b>", "nps": -3.5}]', E'two\nlines'])
FROM chart
SQL
my $svgs = $node->safe_psql('postgres', 'SELECT svg FROM chart ORDER BY n');
my @svg = grep { /\S/ } split(/\n/, $svgs);
cmp_ok(scalar(@svg), '>', 10, 'there are charts');

SKIP:
{
	my $xmllint = installed('xmllint');
	skip 'xmllint is not installed', 2 if !$xmllint;
	my $hostile = $node->safe_psql('postgres', <<'SQL');
SELECT string_agg(svg, '')
FROM (SELECT i, chart_svg(bar_points(label, i),
		jsonb_build_object('title', label, 'y_label', label, 'description', label)) AS svg
	FROM (SELECT i, (ARRAY['</text><script>alert(1)</script>', '"><image href="http://x"/>', '<foreignObject>',
		'&#x3c;b>', ']]>', '<!--', E'\x01\x02\r\n\t', U&'\202E\202Dx', 'a' || repeat(U&'\0301', 10000),
		'''onload=''x', '%s%n', '&amp;', '<?xml', 'x' || chr(1 + i % 1000), chr(8192 + i),
		repeat(chr(128512), i)])[1 + i % 16] AS label FROM generate_series(1, 1000) AS i) AS l GROUP BY i, label) AS s
SQL
	my $n = () = $hostile =~ /<svg /g;
	is($n, 1000, '1,000 charts with hostile labels');
	my $said = `$xmllint --noout @{[ file('hostile.xml', "<charts>$hostile</charts>") ]} 2>&1`;
	is($said, '', 'are well-formed');
	foreach my $i (0 .. $#svg)
	{
		$said = `$xmllint --noout @{[ file("chart-$i.svg", $svg[$i]) ]} 2>&1`;
		is($said, '', "chart $i is well-formed");
	}
}

SKIP:
{
	my $rsvg = installed('rsvg-convert');
	skip 'rsvg-convert is not installed', 2 * @svg if !$rsvg;
	foreach my $i (0 .. $#svg)
	{
		my $file = file("chart-$i.svg", $svg[$i]);
		foreach my $zoom (1, 2)
		{
			my $said = `$rsvg --zoom $zoom -b white -o $dir/chart-$i-$zoom.png $file 2>&1`;
			ok($said eq '' && -s "$dir/chart-$i-$zoom.png" > 1000,
				"rsvg-convert draws chart $i at ${zoom}x") or diag($said);
		}
	}
}

# Run in the page: texts that overlap, and those beyond their chart or, without one, beyond the page.
my $script = <<'JS';
<script>
addEventListener('load', () => {
	const found = [], errors = window.said || [];
	const shrink = (b, by) => ({left: b.left + by, right: b.right - by,
		top: b.top + b.height * 0.25, bottom: b.bottom - b.height * 0.25});
	document.querySelectorAll('svg').forEach((svg, n) => {
		const frame = svg.getBoundingClientRect();
		const texts = [...svg.querySelectorAll('text')].map(t => ({t, b: t.getBoundingClientRect(),
			turned: t.hasAttribute('transform')}));
		texts.forEach(({t, b}) => {
			if (b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1
				|| b.bottom > frame.bottom + 1)
				found.push('chart ' + n + ' cuts "' + t.lastChild.data + '"');
		});
		texts.forEach((p, i) => texts.slice(i + 1).forEach(q => {
			const a = shrink(p.b, 1), b = shrink(q.b, 1);
			if (!p.turned && !q.turned && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				found.push('chart ' + n + ': "' + p.t.lastChild.data + '" overlaps "' + q.t.lastChild.data + '"');
		}));
	});
	document.querySelectorAll('h1, h2, p, summary').forEach(e => {
		if (e.getBoundingClientRect().right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1)
			found.push('the page cuts "' + e.textContent + '"');
	});
	document.body.innerHTML = '<pre id="verdict">' + JSON.stringify({found, width: innerWidth,
		wide: document.documentElement.scrollWidth,
		dark: matchMedia('(prefers-color-scheme: dark)').matches,
		resources: performance.getEntriesByType('resource').map(r => r.name)})
		.replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</pre>';
});
</script>
JS

SKIP:
{
	my $chromium = installed('chromium');
	skip 'chromium is not installed', 1 if !$chromium;
	my $plain = file('page.html', $page);
	my $checked = file('checked.html', $page =~ s{</body>}{$script</body>}r);
	my @common = ('--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--enable-logging=stderr',
		'--log-level=0',
		"--user-data-dir=$dir/profile", '--no-first-run', '--disable-background-networking',
		'--disable-component-update');

	sub browse
	{
		my (@options) = @_;
		my ($stdout, $stderr) = ('', '');

		my $done = eval { IPC::Run::run([ 'timeout', '60', $chromium, @common, @options ], '>', \$stdout, '2>',
			\$stderr); 1 };
		return (decode('UTF-8', $stdout), $stderr);
	}

	foreach my $width (1280, 390)
	{
		foreach my $scheme ('light', 'dark')
		{
			my $name = "$scheme at $width";
			my @look = ('--window-size=' . $width . ',1600', '--blink-settings=preferredColorScheme='
				. ($scheme eq 'dark' ? 0 : 1));
			my ($dom, $log) = browse(@look, '--dump-dom', "file://$checked");
			my ($verdict) = $dom =~ m{<pre id="verdict">(.*?)</pre>}s;
			my $seen = eval { decode_json(Encode::encode('UTF-8',
				($verdict // '') =~ s/&lt;/</gr =~ s/&gt;/>/gr =~ s/&amp;/&/gr)) };

			ok(defined $seen, "$name: the page opens") or diag(substr($log, 0, 2000));
			next if !defined $seen;
			is(join("\n", @{ $seen->{found} }), '', "$name: no text overlaps or is cut");
			is(join("\n", @{ $seen->{resources} }), '', "$name: nothing is fetched");
			is($seen->{dark} ? 'dark' : 'light', $scheme, "$name: in its colours");
			unlike($log, qr/CONSOLE/, "$name: nothing on the console");
		}
	}
	# For a person to look at.
	browse('--window-size=1280,12000', "--screenshot=$dir/page.png", "file://$plain");
	ok(-s "$dir/page.png", 'a screenshot is stored');
	note("pictures are in $dir") if defined $ENV{CUSTVALUE_PICTURES};
}

$node->stop;
done_testing();
