# The views for BI tools run over the demo's tables and add up; the dashboards are well formed, and every query and
# every name in them is good.  The dbt package compiles and runs without dbt.
use strict;
use warnings;

use CPAN::Meta::YAML;
use JSON::PP;
use Test::More;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('bi', 'jit = off', 'autovacuum = off');

sub file
{
	my ($name) = @_;

	return PostgreSQL::Test::Utils::slurp_file($name);
}

# Queries that should run and give rows: all in one session at the end.
my @queries;
sub runs
{
	push(@queries, [@_]);
}

sub run_all
{
	my $script = join('', map { "\\echo query $_\n$queries[$_][0];\n" } 0 .. $#queries);
	my ($status, $stdout, $stderr) = $node->psql('demo', $script, on_error_stop => 0);
	my %printed = $stdout =~ /^query (\d+)\n(.*?)(?=^query \d|\z)/gms;

	foreach my $n (0 .. $#queries)
	{
		isnt($printed{$n} // '', '', $queries[$n][1]) or diag($queries[$n][0]);
	}
	is($stderr, '', 'without errors');
}

# The demo, without the parts that no view reads.
$node->safe_psql('postgres', 'CREATE DATABASE demo');
my @parts = map { sort(glob("test/demo/$_*.sql")) } ('00', '11', '20', '30', '40', '50', '60', '61', '70', '72', '80', '87', '92', '95');
my ($status, $stdout, $stderr) = $node->psql('demo', join("\n", map { "\\i $_" } @parts),
	extra_params => [ '-v', 'ON_ERROR_STOP=1' ]);
is($status, 0, 'the demo runs') or diag($stderr);

($status, $stdout, $stderr) = $node->psql('demo', '\i doc/bi/views.sql', extra_params => [ '-v', 'ON_ERROR_STOP=1' ]);
is($status, 0, 'the views are created') or diag($stderr);

my @views = split(/\n/, $node->safe_psql('demo', q{
	SELECT c.relname FROM pg_class AS c WHERE relnamespace = 'bi'::regnamespace AND relkind IN ('v', 'm') ORDER BY 1}));
cmp_ok(scalar(@views), '>', 12, 'there are views');
my $readme = file('doc/bi/README.md');
foreach my $view (@views)
{
	like($readme, qr/`bi\.$view`/, "bi.$view is in the manual");
	runs("SELECT * FROM bi.$view LIMIT 1", "bi.$view has rows") if $view ne 'fit';
}
is($node->safe_psql('demo', q{
	SELECT string_agg(c.relname || '.' || attname || ' ' || typname, ', ')
	FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = attrelid JOIN pg_type AS t ON t.oid = atttypid
	WHERE c.relnamespace = 'bi'::regnamespace AND attnum > 0 AND c.relname <> 'fit'
		AND typname NOT IN ('text', 'numeric', 'int4', 'int8', 'float8', 'date', 'bool')}), '', 'of plain columns only');
foreach my $law (
	[ 'months and customers add up to the profit', 'sum(profit) = (SELECT sum(profit) FROM bi.month) FROM bi.customer' ],
	[ 'work of customers adds up to the ledger', 'sum(work) = (SELECT sum(cost) FROM ledger) FROM bi.customer' ],
	[ 'activities add up to the ledger', 'sum(cost) = (SELECT sum(cost) FROM ledger) FROM bi.activity' ],
	[ 'the waterfall ends with the profit', 'sum(amount) = (SELECT profit FROM bi.kpi) FROM bi.waterfall' ],
	[ 'and so does the whale curve', 'max(cumulative) FILTER (WHERE customers_share = 1) = (SELECT profit FROM bi.kpi)
		FROM bi.whale_curve' ],
	[ 'paths add up to the work', 'abs(sum(amount) - (SELECT work FROM costly)) < 1 FROM bi.costly' ],
	[ 'quadrants hold every customer', 'sum(customers) = (SELECT customers FROM bi.kpi) FROM bi.quadrant' ])
{
	is($node->safe_psql('demo', "SELECT $law->[1]"), 't', $law->[0]);
}

# Grafana: with the macros that its PostgreSQL data source replaces.
my $dashboard = decode_json(file('doc/bi/grafana.json'));
my %seen;
foreach my $panel (@{ $dashboard->{panels} })
{
	ok(!$seen{ $panel->{id} }++ && $panel->{gridPos}{x} + $panel->{gridPos}{w} <= 24, "panel $panel->{id} has a place");
	foreach my $target (@{ $panel->{targets} })
	{
		my $query = $target->{rawSql};
		$query =~ s/\$__timeFilter\((\w+)\)/$1 BETWEEN '2023-01-01' AND '2024-12-31'/g;
		unlike($query, qr/\$/, "$panel->{title}: all macros are known");
		runs($query, "$panel->{title}: runs");
		like($query, qr/ AS time\b/, "$panel->{title}: has a time") if $target->{format} eq 'time_series';
	}
}

# Superset: datasets with all their columns and metrics, charts of names that the datasets have, and a dashboard of charts.
sub yaml
{
	my ($name) = @_;

	return CPAN::Meta::YAML->read_string(file($name))->[0];
}
my $database = yaml('doc/bi/superset/databases/demo.yaml');
my (%dataset, %chart);
foreach my $name (glob('doc/bi/superset/datasets/demo/*.yaml'))
{
	my $set = yaml($name);
	my %has = ((map { $_->{column_name} => 1 } @{ $set->{columns} }), (map { $_->{metric_name} => 1 } @{ $set->{metrics} }));

	is($set->{database_uuid}, $database->{uuid}, "$name: of the database");
	runs('SELECT ' . join(', ', map { qq{"$_->{column_name}"} } @{ $set->{columns} }) . " FROM $set->{schema}.$set->{table_name}",
			"$name: columns");
	runs('SELECT ' . join(', ', map { $_->{expression} } @{ $set->{metrics} }) . " FROM $set->{schema}.$set->{table_name}",
			"$name: metrics");
	$dataset{ $set->{uuid} } = \%has;
}
foreach my $name (glob('doc/bi/superset/charts/*.yaml'))
{
	my $made = yaml($name);
	my $params = $made->{params};
	my @names = map { ref($_) ? @$_ : $_ } grep { defined }
		@$params{ 'metric', 'metrics', 'x_axis', 'groupby', 'groupbyRows', 'groupbyColumns', 'all_columns' };

	is(join(' ', grep { !$dataset{ $made->{dataset_uuid} }{$_} } @names), '', "$name: all names exist");
	$chart{ $made->{uuid} } = $made->{slice_name};
}
my $position = yaml('doc/bi/superset/dashboards/customer_value.yaml')->{position};
my %placed = map { $_->{meta}{uuid} => $_->{meta}{sliceName} } grep { ref($_) && $_->{type} eq 'CHART' } values %$position;
is_deeply(\%placed, \%chart, 'the dashboard has all charts');
is(join(' ', grep { !$position->{$_} } map { ref($_) && $_->{children} ? @{ $_->{children} } : () } values %$position), '',
		'and all its children');

run_all();
$node->stop;
done_testing();
