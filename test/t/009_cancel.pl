# A cancel is answered within a second, whatever the data and the numbers are: at the largest inputs that are quick
# to make, every function whose time a user decides is stopped by statement_timeout, at one or several moments.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('main', "work_mem = '64MB'", 'max_parallel_workers_per_gather = 0', 'jit = off',
	'autovacuum = off', 'fsync = off');
$node->safe_psql('postgres', q{
	CREATE EXTENSION custvalue;
	CREATE UNLOGGED TABLE n AS SELECT i FROM generate_series(1, 600000) AS i;
	CREATE UNLOGGED TABLE network AS
		SELECT 'wide' AS name, abc_network_agg('node' || i, 'to' || (i + k) * 7919::bigint % 600011, 1) AS v
		FROM n, generate_series(1, 2) AS k
		UNION ALL SELECT 'chain', abc_network_agg('n' || i, 'n' || i + 1, 1) FROM n WHERE i <= 150000
		UNION ALL SELECT 'cycles', abc_network_agg('n' || i % 30000, 'n' || i::bigint * 7919 % 30011, 1 + i % 5)
		FROM n WHERE i <= 150000;
	CREATE UNLOGGED TABLE concentration AS
		SELECT concentration_agg(i * 3.01 + k) AS v FROM n, generate_series(1, 2) AS k;
	CREATE UNLOGGED TABLE history AS SELECT purchase_history_agg(date '0001-01-01' + i * 3, i * 0.01) AS v FROM n;
	CREATE UNLOGGED TABLE migration AS
		SELECT migration_agg('s' || i % 1000, 's' || i::bigint * 7919 / 13 % 1000) AS v FROM n WHERE i <= 200000;
	CREATE UNLOGGED TABLE words AS SELECT lexicon_agg('en', 'w' || i, 'word', i % 9 - 4, 'a' || i % 900) AS v FROM n;
	CREATE UNLOGGED TABLE stays AS SELECT survival_agg(i * 1.5, i % 3 > 0) AS s FROM n;
	CREATE UNLOGGED TABLE score AS SELECT score_agg(i / 2 * 7919::bigint % 1000003, i % 3 = 0) AS s FROM n;
	CREATE UNLOGGED TABLE bin AS SELECT bin_agg('b' || i, i % 3 = 0) AS s FROM n WHERE i <= 60000;
	CREATE UNLOGGED TABLE basket AS
		SELECT affinity_agg(ARRAY['a' || i % 20000, 'a' || i * 7 % 20011, 'a' || i * 31 % 3]) AS s FROM n;
	CREATE UNLOGGED TABLE event AS SELECT funnel_agg(timestamp '2020-01-01' + i / 2 * interval '1 s',
		ARRAY(SELECT i * k % 3 = 0 FROM generate_series(1, 20) AS k)) AS s FROM n WHERE i <= 200000;
	CREATE UNLOGGED TABLE contribution AS SELECT contribution_agg('s' || i, i * 0.01, i * 0.02) AS s FROM n;
	CREATE UNLOGGED TABLE opinion AS
		SELECT lexicon_agg('en', 'w' || i, 'word', 1) AS l, sentiment_demo_lexicon() AS demo FROM n WHERE i <= 300000;
	CREATE UNLOGGED TABLE wide AS
		SELECT i, (SELECT array_agg((i * j % 1009)::float8) FROM generate_series(1, 100) AS j WHERE i > 0) AS x
		FROM generate_series(1, 10000) AS i;
	CREATE UNLOGGED TABLE many AS
		SELECT array_agg(i::numeric) AS amounts, array_agg(1.00) AS ones, array_agg(i::float8) AS numbers,
			array_agg('n' || i % 150000 + 1) AS names FROM n;
});
$node->safe_psql('postgres', q{
	CREATE UNLOGGED TABLE texts AS
		SELECT (SELECT v::text FROM network WHERE name = 'wide') AS network,
			(SELECT v::text FROM concentration) AS concentration, (SELECT v::text FROM history) AS history,
			(SELECT 'v1 cuts 1 [5]' || string_agg(' ' || i || '.5', '') FROM n, generate_series(1, 2)) AS rows,
			'v1 kmeans 1 [' || repeat('1,', 20000000) || '1] 1' AS params, repeat('1', 50000000) AS digits;
});

# The moments in ms, and the statement.
my @statements = (
	# Networks: growing, merged, packed, written and read; flows over them, with many accounts.
	[ [600], q{SELECT abc_network_add(v, 'a', 'b', 1) FROM network} ],
	[ [ 200, 1200 ], q{SELECT rollup(v) FROM network} ],
	[ [600], q{SELECT network::abc_network FROM texts} ],
	[ [200], q{SELECT v::text FROM network} ],
	[ [200], q{SELECT a.v = abc_network_add(a.v, 'x', 'y', 1), a.v < b.v FROM network AS a, network AS b} ],
	[ [200], q{SELECT abc_edges(v) FROM network} ],
	[ [200], q{SELECT abc_check(v, '{}', '{}') FROM network} ],
	[ [200], q{SELECT abc_flow(v, '{n5}', '{100.00}') FROM network WHERE name <> 'wide'} ],
	[ [200], q{SELECT abc_throughput(v, '{n5}', '{100.00}') FROM network WHERE name <> 'wide'} ],
	[ [200], q{SELECT abc_flow(v, names, ones) FROM many, network WHERE name <> 'wide'} ],
	[ [200], q{SELECT abc_check(v, names, ones) FROM many, network} ],
	[ [200], q{SELECT abc_trace(v, names, ones) FROM many, network WHERE name = 'chain'} ],
	# Allocation: arrays, wide numbers, long tie keys.
	[ [400], q{SELECT abc_allocate(1000000.00, amounts || amounts || amounts || amounts) FROM many} ],
	[ [200], q{SELECT abc_allocate(1000000.00, (SELECT array_agg(a * 1e30 + 1e-30) FROM unnest(amounts) AS a))
		FROM many} ],
	[ [600], q{SELECT abc_allocate(100.01, 1::bigint, repeat('k', 100) || i) OVER () FROM n} ],
	[ [200], q{SELECT abc_allocate(100.01, 1::bigint, repeat('k', 10000000) || i % 5) OVER () FROM n WHERE i <= 8} ],
	# Concentration and shares.
	[ [200], q{SELECT rollup(v) FROM concentration, generate_series(1, 8)} ],
	[ [400], q{SELECT concentration::concentration_summary FROM texts} ],
	[ [200], q{SELECT (SELECT concentration_agg(i / 2) FROM n)::text FROM generate_series(1, 9)} ],
	[ [200], q{SELECT v::text, gini(v), hhi(v), top_share(v, 0.5), whale_peak(v), whale_curve(v, 1000000)
		FROM concentration} ],
	[ [500], q{SELECT pareto_class(i * 7919.0 % 1000003) OVER (), cumulative_share(i * 7919.0 % 1000003) OVER ()
		FROM n} ],
	# Histories, cash flows, numbers of 100,000 digits.
	[ [200], q{SELECT rollup(v), first_purchase(v), clv_summary(v, '9999-01-01') FROM history, generate_series(1,
		8) GROUP BY v} ],
	[ [200], q{SELECT history::purchase_history FROM texts} ],
	[ [200], q{SELECT v::text FROM history} ],
	[ [200], q{SELECT clv(amounts, 0.0042) FROM many} ],
	[ [200], q{SELECT clv(array_agg(CASE WHEN i < 1000000 THEN 0 ELSE 1e100000 END), 0.1 + 1e-300) FROM n} ],
	[ [200], q{SELECT raroc(1e60000 + 1e-16000, 1, 1, 1, 7e30000 + 1e-16000, 0.3), abc_capacity(repeat('9',
		900)::numeric, 7e30000 + 1e-16000, 3e60000 + 1e-16000)} ],
	# Migration between the most segments there may be.
	[ [200], q{SELECT migration_project(v, '{s1}', '{100}', 10000) FROM migration} ],
	[ [200], q{SELECT migration_stationary(v) FROM migration} ],
	[ [200], q{SELECT migration_absorption(v) FROM migration} ],
	[ [200], q{SELECT migration_matrix(v) FROM migration} ],
	# Rows that are held: text with one very long part, and with many.
	[ [500], q{SELECT rows::held_rows::text FROM texts} ],
	[ [200], q{SELECT held_rows_send(rows::held_rows) FROM texts} ],
	[ [200], q{SELECT params::held_rows FROM texts} ],
	[ [200], q{SELECT ('v1 cuts 1 [5] ' || digits)::held_rows FROM texts} ],
	[ [200], q{SELECT ('v1 "a">"b":' || digits)::abc_network FROM texts} ],
	[ [200], q{SELECT ('v1 "' || digits || '">"b":1')::abc_network FROM texts} ],
	[ [200], q{SELECT ('v1 ' || digits)::concentration_summary FROM texts} ],
	[ [200], q{SELECT ('v1 2020-01-01:' || digits)::purchase_history FROM texts} ],
	[ [200], q{SELECT ('v1 5:' || digits)::survey_summary FROM texts} ],
	# Fits: wide rows, fewer than a loop over rows would breathe at.
	[ [200], q{SELECT kmeans_fit(x, 50, true) FROM wide} ],
	[ [200], q{SELECT kmeans_fit(ARRAY[i % 1009, i % 997]::float8[], 1000) FROM n} ],
	[ [ 200, 1000 ], q{SELECT logit_agg(i % 3 = 0, x) FROM wide} ],
	[ [200], q{SELECT driver_importance(ols_agg(i, x), 'johnson') FROM wide} ],
	[ [200], q{SELECT driver_importance(ols_agg(i, x[1:20])) FROM wide} ],
	[ [500], q{SELECT spearman(i::bigint * 7919 % 1000003, i * 31.0 % 1000033) FROM n, generate_series(1, 3)} ],
	[ [200], q{SELECT cuts_agg(i, 10000), entropy_weights(ARRAY[i % 11, i % 13, 1]::float8[]) FROM n} ],
	[ [200], q{SELECT bin_score(5, numbers) FROM many, n} ],
	[ [200], q{SELECT proportion_high(i * 1000000000000, 1000000000000000001, 0.95, 'exact') FROM n} ],
	# Retention: many times, groups, cohorts and regressors; text and binary forms.
	[ [ 100, 400 ], q{SELECT survival_agg(i::bigint * 7919 % 1000003, true) FROM n, generate_series(1, 2)} ],
	[ [ 200, 700 ], q{SELECT rollup(s)::text::survival_summary FROM stays, generate_series(1, 4)} ],
	[ [200], q{SELECT km_curve(s) FROM stays} ],
	[ [ 200, 700 ], q{SELECT logrank_chi2(logrank_agg(i % 5000, true, i % 1000)) FROM n} ],
	[ [200], q{SELECT incidence_curve(incidence_agg(i % 50000, i % 500)) FROM n} ],
	[ [ 200, 700, 2000 ], q{SELECT cox_agg(i::bigint * 7919 % 10007, true, x) FROM wide} ],
	[ [ 200, 700 ], q{SELECT cox_entry_agg(i % 100, 101 + i::bigint * 7919 % 1000003, i % 3 > 0, ARRAY[i % 7,
		i % 11]::float8[]) FROM n} ],
	[ [200], q{SELECT cox_final('v1 cox 6 [0] 1,-1,1,0,1,9007199254740992 2,-1,1,1,1,9007199254740992')} ],
	[ [ 200, 700 ], q{SELECT cohort_agg(('v1 ' || date '0001-01-01' + i || ':1')::purchase_history,
		date '0001-01-01' + 4000 + i / 1000000, 'day') FROM n WHERE i <= 4000} ],
	[ [200], q{SELECT cohort_table(cohort_agg(('v1 ' || date '2000-01-01' + i || ':1')::purchase_history,
		date '2010-01-01', 'day')) FROM n WHERE i <= 3600} ],
	[ [200], q{SELECT gap_agg(v, '9999-01-01'), lifecycle(v, '9999-01-01') FROM history, generate_series(1, 8)
		GROUP BY v} ],
	[ [200], q{SELECT ('v1 1:' || digits)::survival_summary FROM texts} ],
	# Risk: many scores, in pairs, and many bins.
	[ [200], q{SELECT rollup(s) FROM score, generate_series(1, 6)} ],
	[ [200], q{SELECT s::text::score_summary FROM score} ],
	[ [200], q{SELECT auc_se(s), ks_test(s), best_threshold(s, 'mcc'), brier_parts(s)
		FROM score, generate_series(1, 20)} ],
	[ [200], q{SELECT calibration_fit(s), roc_curve(s) FROM score, generate_series(1, 20)} ],
	[ [ 200, 700 ], q{SELECT auc_diff(auc_pair_agg(i / 2, i / 2 * 31::bigint % 1000003, i % 3 = 0)) FROM n,
		generate_series(1, 3)} ],
	[ [200], q{SELECT bin_table(s, 'half'), woe(s, 'b7', 'half') FROM bin, generate_series(1, 60)} ],
	[ [200], q{SELECT fine_agg(i, i % 3 = 0, ARRAY(SELECT k * 60.0 FROM generate_series(1, 9999) AS k)::float8[])
		FROM n} ],
	# Affinity: all pairs of a large basket, all sets of a small one, events in pairs.
	[ [200], q{SELECT affinity_agg(ARRAY(SELECT 'x' || k FROM generate_series(1, 5000) AS k)) FROM n} ],
	[ [ 200, 700 ], q{SELECT rollup(s)::text::affinity_summary FROM basket, generate_series(1, 3)} ],
	[ [200], q{SELECT affinity_pairs(s) FROM basket} ],
	[ [ 200, 700 ], q{SELECT itemsets_agg(ARRAY(SELECT k FROM generate_series(1::bigint, 30) AS k), 1) FROM n
		WHERE i < 3} ],
	[ [ 200, 700 ], q{SELECT itemsets_agg(ARRAY(SELECT k FROM generate_series(1::bigint, 200) AS k
		WHERE (k + i) % 3 > 0), 2, 4)
		FROM n WHERE i <= 2000} ],
	[ [200], q{SELECT funnel_depth(s, '1 day', 'basic'), rollup(s) FROM event, generate_series(1, 9) GROUP BY s} ],
	[ [200], q{SELECT fisher_p(9007199254740992, 4503599627370496, 4503599627370496, 2251799813685248, 'two-sided')} ],
	[ [200], q{SELECT sessionize(timestamp '2020-01-01' + i / 2 * interval '1 s', '1 hour') OVER (ORDER BY i) FROM n} ],
	[ [200], q{SELECT markov_attribution(v, 's1', 's7', 's20') FROM migration} ],
	[ [200], q{SELECT contribution_table(s), key_drivers(s, 5) FROM contribution} ],
	# Feedback: characters of every length, whose places may pass over any single one; many words.
	[ [200], q{SELECT rollup(l) FROM opinion, generate_series(1, 10)} ],
	[ [200], q{SELECT l::text::lexicon, l = rollup(l) FROM opinion GROUP BY l} ],
	[ [ 300, 900 ], q{SELECT sentiment(repeat(U&'\4e0d', 10000000), demo) FROM opinion} ],
	[ [ 300, 900 ], q{SELECT sentiment(repeat(U&'\+01f600', 8000000), demo) FROM opinion} ],
	[ [ 300, 900 ], q{SELECT sentiment_tokens('x' || repeat(U&'\00e4\00e4 ', 8000000), demo) FROM opinion} ],
	[ [ 300, 900 ], q{SELECT sentiment_hits(repeat('not very good but ', 3000000), demo) FROM opinion} ],
	[ [300], q{SELECT sentiment_parts(repeat('a:', 20000000) || repeat('1.', 20000000) || repeat('A', 20000000), l)
		FROM opinion} ],
	# Monitoring: long series and long seasons, many sizes of subgroups, charts of much memory.
	[ [ 200, 700, 2000 ], q{SELECT holt_winters_agg(i, 10 + i::bigint * 7919 % 101, 7, 'multiplicative') FROM n} ],
	[ [ 200, 700, 2000 ], q{SELECT holt_winters_agg(date '0001-01-01' + i, i::bigint * 7919 % 101, 10000) FROM n} ],
	[ [ 200, 700 ], q{SELECT imr_agg(i::bigint * 7919 % 1000003, i), laney_agg(i::bigint * 7919 % 1000003, i % 7, 99)
		FROM n} ],
	[ [200], q{SELECT chart_agg(('v1 subgroup 1 [' || 1 + i::bigint * 7919 % 10000 || ',1,0,0,1,1]')::subgroup_summary)
		FROM n} ],
	[ [200], q{SELECT cusum_arl(399 + i % 2, 0.5), ewma_arl(0.0001, 2.7) FROM n} ],
	[ [200], q{SELECT chart_constant('d3', 1000 - i), chart_constant('d4', 1000 - i) FROM n WHERE i < 999} ],
	[ [200], q{SELECT forecast_high(m, 1000000 - i), (SELECT count(*) FROM forecast_table(m, 1000000)) FROM n,
		(SELECT holt_winters_agg(i, i % 5, 2, 'additive', 0.5, 0.5, 0.5) AS m FROM n WHERE i < 9) AS f} ],
	# What customers write: long texts, many words, many aspects.
	[ [200], q{SELECT sentiment(repeat('not very good! ', 2000000), sentiment_demo_lexicon())} ],
	[ [200], q{SELECT sentiment_hits(repeat('not very good, ', 1000000), sentiment_demo_lexicon())} ],
	[ [200], q{SELECT sentiment_tokens(repeat('很好 ', 2000000), sentiment_demo_lexicon())} ],
	[ [100], q{SELECT sentiment(repeat('很', 20000000), sentiment_demo_lexicon())} ],
	[ [200], q{SELECT rollup(v) FROM words, generate_series(1, 2)} ],
	[ [200], q{SELECT v::text::lexicon FROM words} ],
	[ [100], q{SELECT lexicon_rows(v), lexicon_add(v, 'en', 'w0', 'word', 1) FROM words} ],
	[ [300], q{SELECT sentiment_aspects((SELECT string_agg('w' || i || ',', ' ') FROM n), v) FROM words} ],
	# Windows.
	[ [300], q{SELECT ewma(i, 0.1) OVER w, cusum_high(i, 5, 1) OVER w, spc_rules(i, 5, 1) OVER w, alert(i > 5) OVER w,
		tracking_signal(i, 5) OVER w FROM n WINDOW w AS (ORDER BY i)} ],
	[ [300], q{SELECT silhouette(ARRAY[1.0]::float8[], (i::bigint * 7919 % 1000003)::integer) OVER () FROM n} ],
	[ [400], q{SELECT topsis(x, array_fill(1.0::float8, '{100}'), array_fill(true, '{100}')) OVER () FROM wide,
		generate_series(1, 4)} ],
	[ [200], q{SELECT zscore(i) OVER (), minmax_score(i) OVER (), holt(i, 0.1, 0.1, 1) OVER (ORDER BY i) FROM n} ],
	[ [200], q{SELECT quantile_score(i, 10000) OVER (), rfm_score(i, i % 10, i % 77) OVER (), quadrant_by_rank(i,
		i % 1000, 0.5) OVER () FROM n} ]);

my $script = "\\timing on\n";
foreach my $statement (@statements)
{
	my ($moments, $query) = @$statement;
	$script .= "SET statement_timeout = $_;\n$query\n\\g /dev/null\n\\echo ended :SQLSTATE\n" foreach (@$moments);
}
my ($status, $out, $errors) = $node->psql('postgres', $script, on_error_stop => 0);
my @ends = $out =~ /Time: ([\d.]+) ms[^\n]*\nended (\w+)/g;
foreach my $statement (@statements)
{
	my ($moments, $query) = @$statement;
	foreach my $moment (@$moments)
	{
		my ($ms, $state) = splice(@ends, 0, 2);
		ok(defined $ms && $ms < $moment + 1000 && $state =~ /^(57014|00000|22P02|22023|22003|54000)$/,
			"$moment ms: " . ($query =~ s/\s+/ /gr))
			or diag(defined $ms ? "ended after $ms ms with $state" : $errors);
	}
}
is($node->safe_psql('postgres', 'SELECT 1'), '1', 'and the server is there');
$node->stop;
done_testing();
