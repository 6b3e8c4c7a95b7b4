# Who may install the extension and where, and what survives dump, restore and drop.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('main');

# A database owner who is no superuser installs it: it is trusted.
$node->safe_psql('postgres', 'CREATE ROLE owner LOGIN; CREATE DATABASE owned OWNER owner');
is($node->psql('owned', 'CREATE EXTENSION custvalue', extra_params => ['-U', 'owner']), 0,
		'a database owner can create it');
is($node->safe_psql('owned', 'SELECT nps_score(x) FROM unnest(ARRAY[9,10,3]) AS x', extra_params => ['-U', 'owner']),
	'33.333333333333336', 'and use it');

# In another schema, with a schema first in the search path that shadows everything the
# functions might call.
$node->safe_psql('postgres', 'CREATE DATABASE elsewhere');
$node->safe_psql('elsewhere', q{
	CREATE SCHEMA hostile;
	CREATE FUNCTION hostile.boom(numeric, numeric) RETURNS numeric LANGUAGE plpgsql
	AS 'BEGIN RAISE EXCEPTION ''shadowed''; END';
	CREATE OPERATOR hostile.- (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = hostile.boom);
	CREATE OPERATOR hostile.* (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = hostile.boom);
	CREATE OPERATOR hostile./ (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = hostile.boom);
	CREATE FUNCTION hostile.round(numeric, integer) RETURNS numeric LANGUAGE plpgsql
	AS 'BEGIN RAISE EXCEPTION ''shadowed''; END';
	CREATE FUNCTION hostile.sum(numeric) RETURNS numeric LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''shadowed''; END';
	CREATE FUNCTION hostile.survey_summary_in(cstring) RETURNS text LANGUAGE internal AS 'textin';
	CREATE DOMAIN hostile.survey_summary AS text;
	CREATE SCHEMA worth;
	SET search_path = hostile, public;
	CREATE EXTENSION custvalue SCHEMA worth;
});
is($node->safe_psql('elsewhere', q{
	SET search_path = hostile, pg_catalog, worth;
	SELECT residual_income(10, 100, 0.05), (worth.abc_capacity(100, 10, 5)).used_cost,
		nps_score(worth.survey_agg(9)), clv(150, 0.55, 0.1) > 149, quadrant(1, 1), abc_allocate(1, '{1,1}'::numeric[])
}), '5.00|50.00|100|t|focus|{0.50,0.50}', 'it works in any schema under a hostile search path');

# Stored summaries, an expression index and a materialized view go through dump and
# restore, plain and custom format, into a server with a different search path.
$node->safe_psql('postgres', 'CREATE DATABASE source');
$node->safe_psql('source', q{
	CREATE SCHEMA worth;
	CREATE EXTENSION custvalue SCHEMA worth;
	CREATE TABLE daily AS SELECT d AS day, worth.survey_agg((d * 7 + i * 3) % 11) AS summary
		FROM generate_series(1, 50) AS d, generate_series(1, 20) AS i GROUP BY d;
	CREATE INDEX daily_nps ON daily (worth.nps_score(summary));
	CREATE TABLE customer AS SELECT i AS id, (i * 37 % 101 - 50)::float8 AS income, i % 10 AS potential
	FROM generate_series(1, 100) AS i;
	ALTER TABLE customer ADD field text GENERATED ALWAYS AS (worth.quadrant(income, potential, 0, 5)) STORED;
	CREATE TABLE model AS SELECT d % 3 AS month,
		worth.abc_network_agg('n' || d % 7, 'n' || 7 + d % 5, d / 8.0) AS network
		FROM generate_series(1, 100) AS d GROUP BY 1;
	CREATE TABLE region AS SELECT d % 3 AS region, worth.concentration_agg(d * 7919 % 101 - 30.25) AS c,
		worth.kmeans_fit(ARRAY[d % 7, d * d]::float8[], 3) AS clusters,
		worth.migration_agg('s' || d % 4, 's' || d % 3, d / 4.0) AS moved FROM generate_series(1, 100) AS d GROUP BY 1;
	CREATE TABLE links AS SELECT d % 3 AS region, worth.ols_agg(d * 7919 % 101, ARRAY[d, d % 5]) AS line,
		worth.logit_agg(d * 7919 % 101 > 50, ARRAY[d, d % 5]) AS curve,
		worth.survey_agg(d % 11, d / 7.0) AS weighted FROM generate_series(1, 100) AS d GROUP BY 1;
	CREATE VIEW readings AS SELECT region, c.*, worth.logit_predict(curve, '{50,2}') AS chance,
		worth.nps_low(weighted) AS nps_low, worth.nps_high(weighted) AS nps_high
	FROM links, worth.ols_coef(line) AS c;
	CREATE VIEW measures AS SELECT region, worth.gini(c) AS gini, worth.top_share(c, 0.2) AS top,
		worth.kmeans_assign(clusters, '{3,5000}') AS cluster, worth.mobility(moved) AS mobility
	FROM region;
	CREATE VIEW flow AS SELECT month, f.* FROM model, worth.abc_flow(network, '{n1,n2,n3}', '{100.00,0.01,77.77}') AS f;
	CREATE MATERIALIZED VIEW total AS SELECT worth.rollup(summary) AS summary,
		worth.nps_score(worth.rollup(summary)) AS nps
	FROM daily;
	CREATE VIEW share AS SELECT id, worth.cumulative_share(income) OVER (ORDER BY income DESC) AS share,
		worth.abc_allocate(100, potential::bigint, id) OVER () AS part, worth.clv(income, 0.5, 0.1) AS value,
		worth.pareto_class(income) OVER () AS class, worth.rfm_score(id, potential, income) OVER () AS rfm,
			worth.topsis(ARRAY[income, potential], '{1,2}', '{t,f}') OVER () AS closeness
	FROM customer;
});
my $query = q{
	SELECT md5(string_agg(day || summary::text, ',' ORDER BY day)) FROM daily
	UNION ALL SELECT summary::text || nps FROM total
	UNION ALL SELECT md5(string_agg(month || network::text, ',' ORDER BY month)) FROM model
	UNION ALL SELECT md5(string_agg(region::text, ',' ORDER BY region)) FROM region
	UNION ALL SELECT md5(string_agg(links::text, ',' ORDER BY region)) FROM links
	UNION ALL SELECT md5(string_agg(readings::text, ',' ORDER BY region, term)) FROM readings
	UNION ALL SELECT md5(string_agg(measures::text, ',' ORDER BY region)) FROM measures
	UNION ALL SELECT md5(string_agg(flow::text, ',' ORDER BY month, target)) FROM flow
	UNION ALL SELECT md5(string_agg(share.*::text || field, ',' ORDER BY id)) FROM share JOIN customer USING (id)
};
my $before = $node->safe_psql('source', $query);
my $dir = $node->basedir;
foreach my $format ('plain', 'custom')
{
	$node->safe_psql('postgres', "CREATE DATABASE restored_$format");
	$node->command_ok(['pg_dump', '-d', $node->connstr('source'), '-F', $format, '-f', "$dir/dump.$format"],
			"pg_dump $format");
	$node->command_ok($format eq 'plain'
		? ['psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr("restored_$format"), '-f', "$dir/dump.$format"]
		: ['pg_restore', '-e', '-d', $node->connstr("restored_$format"), "$dir/dump.$format"], "restore $format");
	is($node->safe_psql("restored_$format", $query), $before, "everything is back from $format");
	is($node->safe_psql("restored_$format",
				q{SET enable_seqscan = off; SELECT count(*) FROM daily WHERE worth.nps_score(summary) > -1000}),
		50, "the index of $format works");
	$node->safe_psql("restored_$format", 'REFRESH MATERIALIZED VIEW total');
	is($node->safe_psql("restored_$format", $query), $before, "refreshing $format changes nothing");
}

# A refresh that only writes what changed compares summaries byte by byte.
$node->safe_psql('source', q{
	CREATE MATERIALIZED VIEW by_week AS SELECT day / 7 AS week, worth.rollup(summary) AS summary FROM daily GROUP BY 1;
	CREATE UNIQUE INDEX ON by_week (week);
});
my $versions = 'SELECT md5(string_agg(xmin::text, \',\' ORDER BY week)) FROM by_week';
my $unchanged = $node->safe_psql('source', $versions);
$node->safe_psql('source', 'REFRESH MATERIALIZED VIEW CONCURRENTLY by_week');
is($node->safe_psql('source', $versions), $unchanged, 'a concurrent refresh leaves equal summaries alone');

# A fit says where it is when asked to, also where the library is loaded only by it; other settings of that name are
# none.
my (undef, undef, $progress) = $node->psql('source',
		'SET custvalue.progress = on; SELECT worth.nbd_fit(x, x, 10) IS NULL FROM generate_series(0, 9) AS x');
like($progress, qr/NOTICE:  iteration 0: log-likelihood -82\.8098\d*, gradient 3\.8\n/, 'a fit begins');
like($progress, qr/NOTICE:  iteration 4: log-likelihood -79\.43578\d*, gradient /, 'and ends');
my (undef, undef, $quiet) = $node->psql('source',
		'SELECT worth.nbd_fit(x, x, 10) IS NULL FROM generate_series(0, 9) AS x');
is($quiet, '', 'and nothing otherwise');

# Drop leaves nothing.
my $objects = q{SELECT 'p', count(*) FROM pg_proc UNION ALL SELECT 't', count(*) FROM pg_type
	UNION ALL SELECT 'c', count(*) FROM pg_cast UNION ALL SELECT 'o', count(*) FROM pg_operator
	UNION ALL SELECT 'd', count(*) FROM pg_description UNION ALL SELECT 'e', count(*) FROM pg_depend ORDER BY 1};
$node->safe_psql('postgres', 'CREATE DATABASE empty');
my $empty = $node->safe_psql('empty', $objects);
$node->safe_psql('empty', 'CREATE EXTENSION custvalue');
isnt($node->safe_psql('empty', $objects), $empty, 'creating it adds objects');
$node->safe_psql('empty', 'DROP EXTENSION custvalue');
is($node->safe_psql('empty', $objects), $empty, 'dropping it leaves nothing');

# The scripts are for CREATE and ALTER EXTENSION only.
foreach my $script (glob("$ENV{CUSTVALUE_STAGE}/usr/share/postgresql/*/extension/custvalue--*.sql"))
{
	my ($status, $stdout, $stderr) = $node->psql('empty', "\\i $script");
	like($stdout . $stderr, qr/Use "(CREATE|ALTER) EXTENSION custvalue/, 'the script cannot be run by hand');
	is($node->safe_psql('empty', $objects), $empty, 'and then changes nothing');
}

$node->stop;
done_testing();
