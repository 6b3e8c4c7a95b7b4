# A hot standby reads summaries, models and histories; logical replication brings them to another server, as text and
# in binary.
use strict;
use warnings;

use Test::More;

use PostgreSQL::Test::Cluster;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('primary');
my $columns = 'day integer PRIMARY KEY, summary survey_summary, profit concentration_summary, '
	. 'history purchase_history, line ols_summary, moved migration_summary, network abc_network, '
	. 'model clv_model, clusters kmeans_model, curve logit_model';
my $fill = q{
	INSERT INTO daily SELECT d, survey_agg((d * 7 + i * 3) % 11), concentration_agg(i * d * 0.25 - 3),
		purchase_history_agg(date '2024-01-01' + i * d, i * 1.5), ols_agg(i, d * i % 7),
		migration_agg('s' || i % 3, 's' || i * d % 4),
		abc_network_agg('n' || i % 7, 'n' || 7 + i % 5, i / 8.0), bgnbd_fit(i % 4, i % 4, 5 + d % 3),
			kmeans_fit(ARRAY[i % 5, d * i % 3]::float8[], 2), logit_agg(i * d % 3 = 0, ARRAY[i]::float8[])
	FROM generate_series(%d, %d) AS d, generate_series(1, 20) AS i GROUP BY d
};
$node->safe_psql('postgres', "CREATE EXTENSION custvalue; CREATE TABLE daily ($columns);" . sprintf($fill, 1, 50));

$node->backup('base');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'base', has_streaming => 1);
$standby->start;

my @subscriber;
# A table without a key: rows are found by all their columns, so each type needs its =.
$node->safe_psql('postgres', "CREATE TABLE keyless AS SELECT * FROM daily; ALTER TABLE keyless REPLICA IDENTITY FULL");
$node->safe_psql('postgres', 'CREATE PUBLICATION summaries FOR TABLE daily, keyless');
foreach my $binary ($ENV{PG_VERSION} >= 14 ? ('false', 'true') : ('false'))
{
	my $other = CustvalueNode->start("subscriber_$binary");
	$other->safe_psql('postgres',
			"CREATE EXTENSION custvalue; CREATE TABLE daily ($columns); CREATE TABLE keyless (LIKE daily)");
	my $options = $ENV{PG_VERSION} >= 14 ? "WITH (binary = $binary)" : '';
	$other->safe_psql('postgres',
		"CREATE SUBSCRIPTION s_$binary CONNECTION '" . $node->connstr
			. " dbname=postgres' PUBLICATION summaries $options");
	push @subscriber, [ $other, $binary ];
}

# More that comes, changes and goes.
$node->safe_psql('postgres',
	sprintf($fill, 51, 90) . '; UPDATE daily SET summary = survey_merge(summary, summary) WHERE day % 3 = 0; '
		. 'DELETE FROM daily WHERE day % 10 = 0');
$node->safe_psql('postgres',
	q{UPDATE keyless SET history = 'v1' WHERE day = 7; DELETE FROM keyless WHERE day = 8;
		UPDATE keyless SET summary = survey_add(summary, 3) WHERE day > 45});

my $query = q{SELECT count(*), md5(string_agg(daily::text, ',' ORDER BY day)),
		round(nps_score(rollup(summary))::numeric, 9), sum(purchases(history)),
		sum(expected_purchases(model, 10) * 0 + 1) FROM daily};
my $expected = $node->safe_psql('postgres', $query);
my $keyless = q{SELECT count(*), md5(string_agg(keyless::text, ',' ORDER BY day)) FROM keyless};
my $expected_keyless = $node->safe_psql('postgres', $keyless);
$node->wait_for_catchup($standby, 'replay', $node->lsn('insert'));
is($standby->safe_psql('postgres', $query), $expected, 'a hot standby reads the same');
isnt($standby->psql('postgres', 'DELETE FROM daily'), 0, 'and is one');
foreach (@subscriber)
{
	my ($other, $binary) = @$_;
	$other->poll_query_until('postgres',
			"SELECT count(*) = 0 FROM pg_subscription_rel WHERE srsubstate NOT IN ('r', 's')");
	$node->wait_for_catchup("s_$binary");
	is($other->safe_psql('postgres', $query), $expected,
			$binary eq 'true' ? 'logical replication in binary' : 'logical replication as text');
	is($other->safe_psql('postgres', $keyless), $expected_keyless,
			'... of a table without a key, after UPDATE and DELETE');
	$other->stop;
}
$standby->stop;
$node->stop;
done_testing();
