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
my @parts = map { sort(glob("test/demo/$_*.sql")) } ('00', '11', '20', '30', '40', '50', '60', '61', '70', '72', '80',
	'87', '92', '95');
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
		AND typname NOT IN ('text', 'numeric', 'int4', 'int8', 'float8', 'date', 'bool')}), '',
			'of plain columns only');
foreach my $law (
	[ 'months and customers add up to the profit',
		'sum(profit) = (SELECT sum(profit) FROM bi.month) FROM bi.customer' ],
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

# Superset: datasets with all their columns and metrics, charts of names that the datasets have, and a dashboard of
# charts.
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
	my %has = ((map { $_->{column_name} => 1 } @{ $set->{columns} }),
		(map { $_->{metric_name} => 1 } @{ $set->{metrics} }));

	is($set->{database_uuid}, $database->{uuid}, "$name: of the database");
	runs('SELECT ' . join(', ', map { qq{"$_->{column_name}"} } @{ $set->{columns} })
		. " FROM $set->{schema}.$set->{table_name}",
			"$name: columns");
	runs('SELECT ' . join(', ', map { $_->{expression} } @{ $set->{metrics} })
		. " FROM $set->{schema}.$set->{table_name}",
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
my %placed = map { $_->{meta}{uuid} => $_->{meta}{sliceName} }
	grep { ref($_) && $_->{type} eq 'CHART' } values %$position;
is_deeply(\%placed, \%chart, 'the dashboard has all charts');
is(join(' ', grep { !$position->{$_} } map { ref($_) && $_->{children} ? @{ $_->{children} } : () } values %$position),
	'',
		'and all its children');

# The dbt package, without dbt: ref, source and var are replaced as dbt would, models are made in the order of their
# references, and the tests of schema.yml run.  Its tables are views over the demo's.
$node->safe_psql('demo', q{
	CREATE SCHEMA shop;
	CREATE SCHEMA mart;
	CREATE VIEW shop.orders AS
	SELECT order_no AS order_id, customer_no AS customer_id, ordered AS ordered_on, amount AS revenue,
		goods AS direct_cost
	FROM order_profit;
	CREATE VIEW shop.ledger AS
	SELECT activity AS pool, cost AS amount FROM activity_cost JOIN activity USING (activity_no);
	CREATE VIEW shop.order_driver AS
	SELECT order_no AS order_id, activity AS pool, quantity FROM order_driver JOIN activity USING (activity_no);
	CREATE VIEW shop.survey AS SELECT customer_no AS customer_id, answered AS answered_on, score FROM survey;
});
my $variables = yaml('dbt/dbt_project.yml')->{vars};
my %source = map { $_->{name} => 1 } @{ yaml('dbt/models/sources.yml')->{sources}[0]{tables} };

# What stands between double braces.
sub value_of
{
	my ($expression) = @_;

	return "mart.$1" if $expression =~ /^ref\('(\w+)'\)$/ && -f "dbt/models/$1.sql";
	return "shop.$1" if $expression =~ /^source\('custvalue',\s*'(\w+)'\)$/ && $source{$1};
	return $variables->{$1} if $expression =~ /^var\('(\w+)'\)$/ && defined $variables->{$1};
	die "dbt knows no $expression";
}

sub compiled
{
	my ($text, %arguments) = @_;

	$text =~ s/\{#.*?#\}|\{%.*?%\}//gs;
	$text =~ s/\{\{\s*(.*?)\s*\}\}/$arguments{$1} \/\/ value_of($1)/ge;
	return $text;
}

my %model = map { m{(\w+)\.sql$} => file($_) } glob('dbt/models/*.sql');
is(scalar(keys %model), 6, 'six models');
my %made;
while (keys %made < keys %model)
{
	my @ready = grep { my $name = $_; !$made{$name} && !grep { !$made{$_} } $model{$name} =~ /ref\('(\w+)'\)/g }
		sort keys %model;
	die 'models refer to each other in a cycle' if !@ready;
	foreach my $name (@ready)
	{
		my ($status, $stdout, $stderr) = $node->psql('demo', "CREATE TABLE mart.$name AS " . compiled($model{$name}));
		is($status, 0, "dbt: $name") or diag($stderr);
		$made{$name} = 1;
		runs("SELECT * FROM mart.$name LIMIT 1", "dbt: $name has rows");
	}
}

# What each test selects must be empty.
my $sums_to = file('dbt/tests/generic/sums_to.sql');
foreach my $model (@{ yaml('dbt/models/schema.yml')->{models} })
{
	ok($made{ $model->{name} }, "dbt: $model->{name} is described");
	foreach my $column (@{ $model->{columns} })
	{
		my ($table, $name) = ("mart.$model->{name}", $column->{name});
		foreach my $test (@{ $column->{tests} })
		{
			my ($kind, $with) = ref($test) ? %$test : ($test);
			my $query = $kind eq 'not_null' ? "SELECT 1 FROM $table WHERE $name IS NULL"
				: $kind eq 'unique' ? "SELECT 1 FROM $table GROUP BY $name HAVING count(*) > 1"
				: $kind eq 'accepted_values' ? "SELECT 1 FROM $table WHERE $name NOT IN ("
					. join(', ', map { "'$_'" } @{ $with->{values} }) . ')'
				: compiled($sums_to, model => $table, column_name => $name, of => $with->{of},
					to => value_of($with->{to}));
			is($node->safe_psql('demo', $query), '', "dbt: $kind of $model->{name}.$name");
		}
	}
}
is($node->safe_psql('demo', compiled($sums_to, model => 'mart.cv_order_cost', column_name => 'cost * 2', of => 'amount',
			to => 'shop.ledger')) ne '', 1, 'dbt: sums_to sees what does not add up');

run_all();
$node->stop;
done_testing();
