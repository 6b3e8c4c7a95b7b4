# The reference examples whose data are files beside the checkout: skipped without them.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $shared = "$ENV{CUSTVALUE_SHARED}/data";
plan skip_all => 'no shared data beside this checkout' if !-d $shared;

my $node = CustvalueNode->start('reference');
$node->safe_psql('postgres', 'CREATE EXTENSION custvalue');

# A table with the columns given, filled from a CSV file with a header.
sub load
{
	my ($table, $columns, $file) = @_;
	$node->safe_psql('postgres', "CREATE TABLE $table ($columns)");
	$node->safe_psql('postgres', "\\copy $table FROM '$shared/$file' CSV HEADER");
}

sub is_query
{
	my ($query, $expected, $what) = @_;
	is($node->safe_psql('postgres', $query), $expected, $what);
}

# S12: RFM by the rule of the R package, on its own sample data.
load('rfm_order', 'customer integer, ordered date, amount numeric', 'rfm_orders.csv');
$node->safe_psql('postgres', q{
	CREATE VIEW rfm AS
	SELECT customer, orders, amount, rfm_score(recency, orders, amount, rule => 'rfm') OVER () AS score
	FROM (SELECT customer, date '2006-12-31' - max(ordered) AS recency, count(*) AS orders, sum(amount) AS amount FROM rfm_order GROUP BY customer) AS c
});
is_query(q{SELECT cuts_agg(recency, 5), cuts_agg(orders, 5), cuts_agg(amount, 5)
	FROM (SELECT customer, date '2006-12-31' - max(ordered) AS recency, count(*) AS orders, sum(amount) AS amount FROM rfm_order GROUP BY customer) AS c},
	'{114,180,296.4,481}|{3,4,5,7}|{254.8,381,505.4,665}', 'S12: cuts, one below the bounds of the R package');
is_query(q{SELECT count(*), sum(orders), sum(amount), sum(score::integer), count(DISTINCT score), count(*) FILTER (WHERE score = '555'), count(*) FILTER (WHERE score = '111') FROM rfm},
	'995|4906|464158|329437|92|35|75', 'S12: totals');
is_query(q{SELECT string_agg(score, ', ' ORDER BY customer) FROM rfm WHERE customer <= 5}, '343, 412, 323, 544, 433', 'S12: first customers');
is_query(q{SELECT string_agg(n::text, ' ' ORDER BY digit, s) FROM (SELECT digit, substr(score, digit, 1) AS s, count(*) AS n FROM rfm, generate_series(1, 3) AS digit GROUP BY 1, 2) AS t},
	'197 200 199 199 200 268 187 176 244 120 200 200 198 202 195', 'S12: customers of each score');
is_query(q{SELECT string_agg(format('%s %s %s %s', segment, n, orders, amount), '; ' ORDER BY segment COLLATE "C")
	FROM (SELECT rfm_segment(score) AS segment, count(*) AS n, sum(orders) AS orders, sum(amount) AS amount FROM rfm GROUP BY 1) AS s},
	"About To Sleep 102 283 23449; At Risk 28 216 22227; Can't Lose Them 47 274 32446; Champions 35 316 31646; Lost 148 393 35324; "
	. 'Loyal Customers 170 799 76562; Need Attention 10 57 4562; New Customers 104 329 28837; Potential Loyalist 342 2211 204856; Promising 9 28 4249',
	'S12: segments');

# S16: k-means on iris from three given centres.
load('iris', 'i integer, a float8, b float8, c float8, d float8, species text', 'iris.csv');
$node->safe_psql('postgres', q{
	CREATE TABLE iris_model AS SELECT kmeans_fit(ARRAY[a, b, c, d], (SELECT array_agg(ARRAY[a, b, c, d] ORDER BY i) FROM iris WHERE i IN (1, 51, 101))) AS m FROM iris
});
is_query(q{SELECT string_agg(format('%s %s %s', size, round(within::numeric, 10), (SELECT string_agg(round(v::numeric, 12)::text, ',' ORDER BY n) FROM unnest(centre) WITH ORDINALITY AS u(v, n))), E'\n' ORDER BY cluster)
	FROM iris_model, kmeans_centres(m)},
	"50 15.1510000000 5.006000000000,3.428000000000,1.462000000000,0.246000000000\n"
	. "62 39.8209677419 5.901612903226,2.748387096774,4.393548387097,1.433870967742\n"
	. '38 23.8794736842 6.850000000000,3.073684210526,5.742105263158,2.071052631579', 'S16: clusters');
is_query(q{SELECT round((j->>'within')::numeric, 10), round((j->>'between')::numeric, 9) FROM iris_model, model_json(m) AS j}, '78.8514414261|602.519158574', 'S16: sums of squares');
is_query(q{SELECT round(avg(s)::numeric, 12) FROM (SELECT silhouette(ARRAY[a, b, c, d], kmeans_assign(m, ARRAY[a, b, c, d])) OVER () AS s FROM iris, iris_model) AS t},
	'0.552819012356', 'S16: mean silhouette');
is_query(q{SELECT string_agg(format('%s %s %s', k, left(species, 4), n), ', ' ORDER BY k, species) FROM (SELECT kmeans_assign(m, ARRAY[a, b, c, d]) AS k, species, count(*) AS n FROM iris, iris_model GROUP BY 1, 2) AS t},
	'1 seto 50, 2 vers 48, 2 virg 14, 3 vers 2, 3 virg 36', 'S16: clusters and species');
is_query(q{SELECT round((model_json(kmeans_fit(ARRAY[a, b, c, d], 3))->>'within')::numeric, 10) FROM iris}, '78.8514414261', 'S16: k-means++ finds the same clusters');

$node->stop;
done_testing();
