# Shards on two servers behind postgres_fdw, and partitions on one: what is pushed down, and the same results.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $local = CustvalueNode->start('local');
my @shard = map { CustvalueNode->start("shard$_") } (1, 2);

my $answers = q{SELECT i AS id, i % 5 AS region, (i * 7919 % 10007) % 11 AS score,
		(i * 31 % 997) / 8.0::float8 AS spend, date '2023-01-01' + i * 13 % 700 AS day,
		(i * 17 % 5000) / 100.0 AS amount, i * 11 % 400 AS customer, 's' || i % 5 AS was, 's' || i % 3 AS became
	FROM generate_series(1, 20000) AS i};
foreach my $n (0, 1)
{
	$shard[$n]->safe_psql('postgres', qq{
		CREATE EXTENSION custvalue;
		CREATE TABLE answer AS SELECT * FROM ($answers) AS a WHERE (region % 2) = $n;
		CREATE TABLE number AS SELECT i FROM generate_series(1, 2000) AS i;
		CREATE TABLE stored AS SELECT region, survey_agg(score) AS s FROM answer GROUP BY region;
		ANALYZE});
}
$local->safe_psql('postgres',
		'CREATE EXTENSION custvalue; CREATE EXTENSION postgres_fdw; CREATE TABLE answer AS ' . $answers);
foreach my $n (0, 1)
{
	my ($host, $port) = ($shard[$n]->host, $shard[$n]->port);
	my $async = $ENV{PG_VERSION} >= 14 ? ", async_capable 'true'" : '';
	$local->safe_psql('postgres', qq{
		CREATE SERVER s$n FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '$port', dbname 'postgres',
				extensions 'custvalue', use_remote_estimate 'true'$async);
		CREATE USER MAPPING FOR CURRENT_USER SERVER s$n;
		CREATE SCHEMA shard$n;
		IMPORT FOREIGN SCHEMA public LIMIT TO (answer, number, stored) FROM SERVER s$n INTO shard$n;
	});
}

sub plan_of
{
	my ($query, @settings) = @_;
	return $local->safe_psql('postgres', join('', map { "SET $_;" } @settings) . "EXPLAIN (VERBOSE, COSTS OFF) $query");
}

# One shard: the whole aggregate is remote, with filters, groups and HAVING, and in any schema.
my $query = 'SELECT region, nps_score(score), survey_agg(score) FILTER (WHERE spend > 10), ols_agg(spend, score) '
	. 'FROM shard0.answer GROUP BY region HAVING count(*) > 10';
my $plan = plan_of($query);
like($plan, qr/Foreign Scan/, 'one shard: a foreign scan');
my $remote_sql = join('.*', 'Remote SQL: SELECT', 'public\.nps_score\(score\)', 'public\.survey_agg\(score\) FILTER',
	'public\.ols_agg\(', 'GROUP BY 1 HAVING');
like($plan, qr/$remote_sql/, 'that aggregates there');
unlike($plan, qr/^\s*(Hash|Group|)Aggregate/m, 'and not here');
my $rounded = 'SELECT region, round(nps::numeric, 9), s, o FROM (%s) AS q(region, nps, s, o) ORDER BY 1';
is($local->safe_psql('postgres', sprintf($rounded, $query)),
	$shard[0]->safe_psql('postgres', sprintf($rounded, $query =~ s/shard0\.//r)), 'and gives what it gives there');

# Every aggregate of the extension, with the arguments that the catalog tests have, unless those are made of numbers
# turned into text or into summaries, or of NULLIF, which is not pushed down, nor is CASE before PostgreSQL 15.
$local->safe_psql('postgres', '\i test/catalog/samples.sql');
my @kept = split(/\n/, $local->safe_psql('postgres', q{
	SET search_path = catalog_test, public;
	CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE line text; plan text := '';
	BEGIN
		FOR line IN EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) ' || query LOOP plan := plan || line || E'\n'; END LOOP;
		RETURN plan;
	END $$;
	SELECT signature FROM extension_aggregate
	WHERE pg_temp.plan_of(format('SELECT %s(%s) FROM shard0.number AS n', aggfnoid::regproc,
			array_to_string(arguments, ', '))) !~ 'Remote SQL: SELECT (public|catalog_test)\.'
		AND signature !~ 'text|timestamp|^rollup'
		AND array_to_string(arguments, ' ') !~* 'nullif|[|][|]|::[a-z]+_(summary|history)'
		AND (current_setting('server_version_num')::integer >= 150000 OR array_to_string(arguments, ' ') !~ 'CASE')
	ORDER BY 1;
}));
is(join("\n", @kept), '', 'every aggregate is pushed down whole');
like(plan_of('SELECT rollup(s) FROM shard0.stored'), qr/Remote SQL: SELECT public\.rollup\(s\)/,
		'also of stored summaries');
like(plan_of('SELECT abc_network_agg(was, became, amount) FROM shard0.answer'),
		qr/Remote SQL: SELECT public\.abc_network_agg\(was, became, amount\)/, 'and with names');

# Two shards: summaries of each, merged here, in foreign scans that run at the same time.
my @merged = (
	[ 'survey_agg(score)', 'survey_agg', 'nps_score(rollup(s)), nps_low(rollup(s))' ],
	[ 'concentration_agg(amount)', 'concentration_agg', 'gini(rollup(s)), top_share(rollup(s), 0.2)' ],
	[ 'ols_agg(spend, score)', 'ols_agg', '(SELECT round(max(estimate)::numeric, 9) FROM ols_coef(rollup(s)))' ],
	[ 'migration_agg(was, became)', 'migration_agg', 'mobility(rollup(s))' ],
	[ 'concentration_agg(amount)', 'concentration_agg', 'pareto_cuts(rollup(s)), cumulative_share(rollup(s), 12.5)' ],
	[ 'moments_agg(spend)', 'moments_agg', 'zscore(rollup(s), 10), minmax_score(rollup(s), 10, true)' ]);
foreach (@merged)
{
	my ($agg, $name, $read) = @$_;
	my $parts = join(' UNION ALL ', map { "SELECT $agg AS s FROM shard$_.answer" } (0, 1));
	my $plan = plan_of("SELECT $read FROM ($parts) AS parts");
	my $remote = () = $plan =~ /Remote SQL: SELECT public\.$name\(/g;
	is($remote, 2, "$name: each shard makes its summary");
	like($plan, qr/Async Foreign Scan/, "$name: at the same time") if $ENV{PG_VERSION} >= 15;
	is($local->safe_psql('postgres', "SELECT $read FROM ($parts) AS parts"),
			$local->safe_psql('postgres', "SELECT $read FROM (SELECT $agg AS s FROM answer) AS whole"),
			"$name: the same as all rows here");
}
# Classes of each shard's customers by cuts that were made of both: those of the window over all.
my $cuts = $local->safe_psql('postgres',
	'SELECT pareto_cuts(rollup(s)) FROM (SELECT concentration_agg(amount) AS s FROM shard0.answer '
		. 'UNION ALL SELECT concentration_agg(amount) FROM shard1.answer) AS parts');
is($local->safe_psql('postgres', "SELECT id FROM shard0.answer WHERE pareto_label(amount, '$cuts') = 'A' "
			. "UNION ALL SELECT id FROM shard1.answer WHERE pareto_label(amount, '$cuts') = 'A' ORDER BY 1"),
	$local->safe_psql('postgres', "SELECT id FROM (SELECT id, pareto_class(amount) OVER () AS class FROM answer) AS w "
			. "WHERE class = 'A' ORDER BY 1"), 'classes by cuts of both shards are those of the window over all rows');
# Histories of customers who are on both shards, and a model from them.
is($local->safe_psql('postgres',
			q{SELECT model_json(bgnbd_fit(x, t_x, t))->'parameters'
			FROM (SELECT customer, rollup(h) AS h
				FROM (SELECT customer, purchase_history_agg(day, amount) AS h FROM shard0.answer GROUP BY 1
				UNION ALL SELECT customer, purchase_history_agg(day, amount) FROM shard1.answer GROUP BY 1) AS p
				GROUP BY 1) AS c, clv_summary(h, '2024-12-01')}),
	$local->safe_psql('postgres',
			q{SELECT model_json(bgnbd_fit(x, t_x, t))->'parameters'
			FROM (SELECT customer, purchase_history_agg(day, amount) AS h FROM answer GROUP BY 1) AS c,
				clv_summary(h, '2024-12-01')}), 'purchase histories from shards make the same model');

# A partitioned table over the shards: grouped by its key, each shard aggregates for itself.
$local->safe_psql('postgres', q{
	CREATE TABLE everywhere (id integer, region integer, score integer, spend float8, day date, amount numeric,
			customer integer, was text, became text) PARTITION BY LIST (region);
	CREATE FOREIGN TABLE everywhere_0 PARTITION OF everywhere FOR VALUES IN (0, 2, 4)
		SERVER s0 OPTIONS (table_name 'answer');
	CREATE FOREIGN TABLE everywhere_1 PARTITION OF everywhere FOR VALUES IN (1, 3)
		SERVER s1 OPTIONS (table_name 'answer');
});
$plan = plan_of('SELECT region, nps_score(score) FROM everywhere GROUP BY region',
		'enable_partitionwise_aggregate = on');
my $remote = () = $plan =~ /Remote SQL: SELECT region, public\.nps_score\(score\)/g;
is($remote, 2, 'partitions on shards: grouped by the key, each aggregates for itself');
my $by_region = 'SELECT region, round(nps_score(score)::numeric, 9) FROM %s GROUP BY region ORDER BY 1';
is($local->safe_psql('postgres', 'SET enable_partitionwise_aggregate = on;' . sprintf($by_region, 'everywhere')),
	$local->safe_psql('postgres', sprintf($by_region, 'answer')), 'and the result is the same');

# Partitions here: aggregated apart and merged, with the key and without it, in parallel.
$local->safe_psql('postgres', q{
	CREATE TABLE part (LIKE answer) PARTITION BY HASH (id);
	CREATE TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 3, REMAINDER 0);
	CREATE TABLE part_1 PARTITION OF part FOR VALUES WITH (MODULUS 3, REMAINDER 1);
	CREATE TABLE part_2 PARTITION OF part FOR VALUES WITH (MODULUS 3, REMAINDER 2);
	INSERT INTO part SELECT * FROM answer;
	ANALYZE part;
});
my $metrics = q{nps_score(score), gini(concentration_agg(amount)), round(spearman(spend, score)::numeric, 9),
	(model_json(bgnbd_fit(score % 4, (score % 4) * 2.0, 9.0))->'log_likelihood')::numeric(20, 6)};
my @settings = ('enable_partitionwise_aggregate = on', 'parallel_setup_cost = 0', 'parallel_tuple_cost = 0',
		'min_parallel_table_scan_size = 0');
$plan = plan_of("SELECT $metrics FROM part", @settings);
like($plan, qr/Finalize Aggregate.*Partial Aggregate.*Partial Aggregate.*Partial Aggregate/s,
		'partitions: an aggregate of each');
like($plan, qr/Gather/, 'in parallel');
is($local->safe_psql('postgres', join('', map { "SET $_;" } @settings) . "SELECT $metrics FROM part"),
		$local->safe_psql('postgres', "SELECT $metrics FROM answer"), 'and the result is the same');

$_->stop foreach ($local, @shard);
done_testing();
