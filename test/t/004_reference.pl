# Reference examples on data that may not be kept here (test/data/README.md): each block is skipped, by the file's name,
# where the file does not stand beside the checkout.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $shared = $ENV{CUSTVALUE_SHARED};
my $node = CustvalueNode->start('reference');
$node->safe_psql('postgres', 'CREATE EXTENSION custvalue');
$node->safe_psql('postgres', '\i test/include/close.sql');

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

# Runs the tests of some files, or skips them where one is missing.
sub with_data
{
	my ($tests, @files) = @_;
	my ($missing) = grep { !-f "$shared/$_" } @files;
  SKIP:
	{
		skip "no $missing beside this checkout", 1 if defined $missing;
		$tests->();
	}
}

# S12: RFM by the rule of the R package, on its own sample data.
sub rfm
{
	load('rfm_order', 'customer integer, ordered date, amount numeric', 'data/rfm_orders.csv');
	$node->safe_psql('postgres', q{
		CREATE VIEW customer AS
		SELECT customer, date '2006-12-31' - max(ordered) AS recency, count(*) AS orders, sum(amount) AS amount
		FROM rfm_order GROUP BY customer;
		CREATE VIEW rfm AS
		SELECT *, rfm_score(recency, orders, amount, rule => 'rfm') OVER () AS score FROM customer
	});
	is_query('SELECT cuts_agg(recency, 5), cuts_agg(orders, 5), cuts_agg(amount, 5) FROM customer',
		'{114,180,296.4,481}|{3,4,5,7}|{254.8,381,505.4,665}', 'S12: cuts, one below the bounds of the R package');
	is_query(q{
		SELECT count(*), sum(orders), sum(amount), sum(score::integer), count(DISTINCT score),
			count(*) FILTER (WHERE score = '555'), count(*) FILTER (WHERE score = '111')
		FROM rfm},
		'995|4906|464158|329437|92|35|75', 'S12: totals');
	is_query(q{SELECT string_agg(score, ', ' ORDER BY customer) FROM rfm WHERE customer <= 5},
		'343, 412, 323, 544, 433', 'S12: first customers');
	is_query(q{
		SELECT string_agg(n::text, ' ' ORDER BY digit, s)
		FROM (SELECT digit, substr(score, digit, 1) AS s, count(*) AS n
			FROM rfm, generate_series(1, 3) AS digit GROUP BY 1, 2) AS t},
		'197 200 199 199 200 268 187 176 244 120 200 200 198 202 195', 'S12: customers of each score');
	is_query(q{
		SELECT string_agg(format('%s %s %s %s', segment, n, orders, amount), '; ' ORDER BY segment COLLATE "C")
		FROM (SELECT rfm_segment(score) AS segment, count(*) AS n, sum(orders) AS orders, sum(amount) AS amount
			FROM rfm GROUP BY 1) AS s},
		"About To Sleep 102 283 23449; At Risk 28 216 22227; Can't Lose Them 47 274 32446; Champions 35 316 31646; "
		. 'Lost 148 393 35324; Loyal Customers 170 799 76562; Need Attention 10 57 4562; New Customers 104 329 28837; '
		. 'Potential Loyalist 342 2211 204856; Promising 9 28 4249', 'S12: segments');
}

# CDNOW: histories against the summary that the purchase models are fitted to, every customer and both halves.
sub cdnow_histories
{
	load('cdnow_order', 'customer integer, ordered date, quantity integer, amount numeric',
			'data/cdnow_transactions.csv');
	is_query(q{
		SELECT count(*), count(*) FILTER (WHERE s.x = c.x AND s.t_x = c.t_x_days AND s.t = c.t_days
			AND abs(coalesce(s.mean_spend, 0)::float8 - c.m_x) < 1e-6 AND (s.mean_spend IS NULL) = (c.x = 0)
			AND abs(w.t_x * 7 - c.t_x_days) < 1e-9 AND abs(w.t * 7 - c.t_days) < 1e-9
			AND purchases_between(h, '1997-09-30', '1998-06-30') = c.x_holdout
			AND spend_between(h, '1997-09-30', '1998-06-30') = c.spend_holdout
			AND spend_between(h, '-infinity', first_purchase(h)) = c.first_spend)
		FROM cdnow AS c,
			LATERAL (SELECT purchase_history_agg(ordered, amount) AS h FROM cdnow_order AS o
				WHERE o.customer = c.customer) AS q,
			clv_summary(h, '1997-09-30', 'day') AS s, clv_summary(h, '1997-09-30') AS w},
		'2357|2357', 'CDNOW: summaries of all customers');
	is_query(q{
		SELECT sum(spend_between(h, '-infinity', 'infinity')) = (SELECT sum(amount) FROM cdnow_order),
			sum(purchases(h)) = (SELECT count(DISTINCT (customer, ordered)) FROM cdnow_order)
		FROM (SELECT purchase_history_agg(ordered, amount) AS h FROM cdnow_order GROUP BY customer) AS q},
		't|t', 'CDNOW: nothing is lost');
}

# BG/NBD, MBG/NBD, Pareto/NBD, NBD and gamma-gamma on CDNOW: fits to 8 digits, each customer, sums.
sub cdnow_models
{
	load('cdnow', 'customer integer, x integer, t_x float8, t float8, m_x float8, t_x_days integer, t_days integer, '
		. 'x_holdout integer, spend_holdout numeric, first_spend numeric', 'data/cdnow_summary.csv');
	$node->safe_psql('postgres', q{
		CREATE VIEW weeks AS SELECT x, t_x_days / 7.0 AS tx, t_days / 7.0 AS t, m_x, x_holdout, customer FROM cdnow;
		CREATE TABLE fit AS
		SELECT (SELECT bgnbd_fit(x, tx, t) FROM weeks) AS bg, (SELECT mbgnbd_fit(x, tx, t) FROM weeks) AS mbg,
			(SELECT nbd_fit(x, tx, t) FROM weeks) AS nbd, (SELECT paretonbd_fit(x, tx, t) FROM weeks) AS pareto,
			(SELECT gammagamma_fit(x, m_x) FROM weeks) AS gg, (SELECT bgnbd_fit(x, t_x, t) FROM cdnow) AS rounded,
			(SELECT bgnbd_fit(x, t_x_days, t_days) FROM cdnow) AS days
	});
	foreach (
		[ 'bg', '.24259452243,4.41360201901,.792922017226,2.42590677683',
			'.012557378,.37822406,.18573382,.70541426', -9582.429206674 ],
		[ 'mbg', '.524843159106,6.18308527958,.891359390732,1.61400224017',
			'.083268207,.69562064,.15478993,.5374948', -9582.135715554 ],
		[ 'pareto', '.553277046853,10.5776834633,.606239989128,11.6687352889',
			'.047627926,.84272253,.18728134,6.2111136', -9594.976178940 ],
		[ 'gg', '6.24957227748,3.74422466774,15.4435209481', '1.1900553,.29013307,4.1594227', -4055.917694552 ],
		[ 'rounded', '.242592907204,4.41353156121,.792886148099,2.42575343649', '', -9582.425560567 ],
		[ 'days', '.24259452243,30.8952141331,.792922017226,2.42590677683', '', -14363.530442903 ])
	{
		my ($name, $estimate, $error, $likelihood) = @$_;
		is_query(qq{
			SELECT bool_and(close(estimate, e[n], 1e-9)), bool_and(s = '{}' OR close(std_error, s[n], 2e-7)),
				close(max(log_likelihood($name)), $likelihood, 1e-12), bool_and(converged($name))
			FROM fit, coef($name) WITH ORDINALITY AS c(term, estimate, std_error, low, high, n),
				(SELECT '{$estimate}'::float8[] AS e, '{$error}'::float8[] AS s) AS expected},
			't|t|t|t', "CDNOW: $name");
	}
	my ($rc, $out, $progress) = $node->psql('postgres',
		'SET custvalue.progress = on; SELECT bgnbd_fit(x, t_x, t) IS NULL FROM cdnow');
	like($progress, qr/NOTICE:  iteration 0: log-likelihood -\d+\.\d+, gradient [0-9.e+]+\n/, 'CDNOW: a fit begins');
	like($progress, qr/NOTICE:  iteration 4: log-likelihood -9582\.425561, gradient /, 'CDNOW: and ends');
	is_query(q{
		SELECT close(log_likelihood(nbd), -9763.657615, 1e-9),
			count(*) FILTER (WHERE estimate BETWEEN 0.38476 AND 0.38477 OR estimate BETWEEN 12.072 AND 12.0721)
		FROM fit, coef(nbd) GROUP BY 1}, 't|2', 'CDNOW: nbd');
	is_query(q{
		SELECT close(sum(p_alive(bg, x, tx, t)), 1917.27767104),
			close(sum(p_alive(mbg, x, tx, t)), 1057.63637051, 1e-10),
			close(sum(expected_purchases(bg, x, tx, t, 39)), 1653.40869794),
			close(sum(expected_purchases(mbg, x, tx, t, 39)), 1576.7283019),
			round(sqrt(avg((expected_purchases(bg, x, tx, t, 39) - x_holdout) ^ 2))::numeric, 9),
			round(avg(abs(expected_purchases(bg, x, tx, t, 39) - x_holdout))::numeric, 9),
			close(sum(log_likelihood(bg, x, tx, t)), log_likelihood(min(bg::text)::clv_model), 1e-12)
		FROM fit, weeks}, 't|t|t|t|1.607982011|0.785454237|t', 'CDNOW: sums and holdout');
	# Cohort tracking: repeat purchases of all that were expected, by week of the year.
	is_query(q{
		SELECT week, close(sum(n * expected_purchases(bg, greatest(0, week * 7 - day) / 7.0)), bg_sum, 1e-9),
			close(sum(n * expected_purchases(pareto, greatest(0, week * 7 - day) / 7.0)), pareto_sum, 1e-9)
		FROM fit, (SELECT 272 - t_days AS day, count(*) AS n FROM cdnow GROUP BY 1) AS c, (VALUES
			(13, 722.531325204, 712.38520768), (26, 1736.34840807, 1742.85338128), (39, 2501.52619905, 2532.78207764),
			(52, 3134.10423056, 3191.13754363), (65, 3680.64626649, 3763.86065766), (78, 4165.66376502, 4275.38826398))
			AS v(week, bg_sum, pareto_sum)
		GROUP BY week, bg_sum, pareto_sum ORDER BY week},
		join("\n", map { "$_|t|t" } 13, 26, 39, 52, 65, 78), 'CDNOW: cohort tracking');
	is_query(q{
		SELECT close(sum(p_alive(pareto, x, tx, t)), 1051.8752471182, 1e-10),
			close(sum(expected_purchases(pareto, x, tx, t, 39)), 1665.5131072111),
			close(sum(discounted_purchases(pareto, x, tx, t, continuous_discount(0.15, 52))), 7205.5480898604, 1e-10),
			round(avg(abs(expected_purchases(pareto, x, tx, t, 39) - x_holdout))::numeric, 9),
			round(sqrt(avg((expected_purchases(pareto, x, tx, t, 39) - x_holdout) ^ 2))::numeric, 9),
			round(corr(expected_purchases(pareto, x, tx, t, 39), x_holdout)::numeric, 9),
			round(sum(expected_purchases(pareto, x, tx, t, 39) - x_holdout)::numeric, 6),
			round(corr(expected_purchases(bg, x, tx, t, 39), x_holdout)::numeric, 9),
			round(sum(expected_purchases(bg, x, tx, t, 39) - x_holdout)::numeric, 6)
		FROM fit, weeks}, 't|t|t|0.754523383|1.602848000|0.630222507|-216.486893|0.625647451|-228.591302',
		'CDNOW: Pareto/NBD sums, discounted sums and holdout');
	# The convention of lifetimes: twelve months of 4.345 weeks, each discounted at its end.
	is_query(q{
		SELECT string_agg(round(v::numeric, 8)::text, ' '
			ORDER BY customer) FILTER (WHERE customer IN (1, 2, 3, 6, 1516)),
			round(sum(v)::numeric, 6)
		FROM (
			SELECT customer, expected_spend(gg, x, m_x) * (
				SELECT sum((expected_purchases(bg, x, tx, t, m * 4.345)
					- expected_purchases(bg, x, tx, t, (m - 1) * 4.345)) / 1.01 ^ m)
				FROM generate_series(1, 12) AS m) AS v
			FROM fit, weeks) AS q},
		'36.27397810 4.64093657 8.34448051 283.55808872 972.04535441|71507.951721', 'CDNOW: value of twelve months');
}

# Every distinct row of CDNOW at the fitted parameters, computed with 40 and more digits.
sub cdnow_rows
{
	my $file = 'reference/clv/cdnow_reference_rows.csv';
	my ($header) = split(/\r?\n/, PostgreSQL::Test::Utils::slurp_file("$shared/$file"));
	load('cdnow_row', join(', ', map { "$_ float8" } split(',', $header)), $file);
	is_query(q{
		SELECT count(*), bool_and(close(log_likelihood(m, x, tx, t), ll)),
			bool_and(close(p_alive(m, x, tx, t), pa, 1e-10)),
			bool_and(close(expected_purchases(m, x, tx, t, 39), cet, 1e-10)),
			bool_and(close(discounted_purchases(m, x, tx, t, continuous_discount(0.15, 52)), dert, 1e-10))
				FILTER (WHERE dert IS NOT NULL)
		FROM fit, cdnow_row AS r,
			LATERAL (VALUES (bg, bg_ll, bg_palive, bg_cet39, NULL), (mbg, mbg_ll, mbg_palive, mbg_cet39, NULL),
				(pareto, pnbd_ll, pnbd_palive, pnbd_cet39, pnbd_dert)) AS v(m, ll, pa, cet, dert),
			LATERAL (SELECT t_x_days / 7 AS tx, t_days / 7 AS t) AS w},
		'3048|t|t|t|t', 'CDNOW: every distinct row');
}

# CDNOW: cohorts of the first quarter of 1997, as of 1998-06-30.
sub cdnow_cohorts
{
	load('cdnow_sale', 'customer integer, sold date, quantity integer, amount numeric', 'data/cdnow_transactions.csv');
	$node->safe_psql('postgres', q{
		CREATE TABLE cdnow_history AS SELECT customer, purchase_history_agg(sold, amount) AS h FROM cdnow_sale
		GROUP BY customer;
		CREATE TABLE cdnow_cohort AS SELECT cohort_agg(h, '1998-06-30') AS s FROM cdnow_history
	});
	is_query(q{
		SELECT string_agg(format('%s %s: %s %s %s', to_char(cohort, 'YYYY-MM'), period, customers, retained,
			cumulative_revenue), ', '
			ORDER BY cohort, period)
		FROM cdnow_cohort, cohort_table(s) WHERE period IN (1, 6)},
		'1997-01 1: 781 124 35596.43, 1997-01 6: 781 65 54146.49, 1997-02 1: 857 134 39848.45, '
		. '1997-02 6: 857 61 59748.64, '
		. '1997-03 1: 719 87 36915.12, 1997-03 6: 719 55 51651.06', 'CDNOW: who bought in months 1 and 6, and revenue');
	is_query(q{
		SELECT (SELECT string_agg(retained::text, ' ' ORDER BY cohort) FROM cohort_table(s, 'unbounded')
			WHERE period = 6),
			(SELECT string_agg(retained::text, ' ' ORDER BY cohort) FROM cohort_table(s, 'bracket', '{1,4}'))
		FROM cdnow_cohort}, '251 260 251|206 222 176', 'CDNOW: month 6 or later, months 1 to 3');
	is_query(q{
		SELECT string_agg(retained::text, ' ' ORDER BY cohort)
		FROM (SELECT cohort_agg(h, '1998-06-30', interval '30 days') AS s FROM cdnow_history) AS q, cohort_table(s)
		WHERE period = 1}, '118 118 86', 'CDNOW: days 30 to 59');
}

# R4 to R6: cohorts, repeat purchase and gaps of a real retailer.
sub retail_retention
{
	load('invoice', 'invoice_no text, invoiced date, customer integer, total numeric',
		'data/online_retail_invoices.csv');
	$node->safe_psql('postgres', q{
		CREATE TABLE retail AS SELECT customer, purchase_history_agg(invoiced, total) AS h FROM invoice
		GROUP BY customer;
		CREATE TABLE retail_cohort AS SELECT cohort_agg(h, '2011-12-09') AS s FROM retail
	});
	is_query(q{
		SELECT kind, string_agg(retained || CASE WHEN complete THEN '' ELSE '*' END, ' ' ORDER BY period)
		FROM retail_cohort, unnest('{classic,unbounded}'::text[]) AS kind, cohort_table(s, kind)
		WHERE cohort = '2010-12-01'
		GROUP BY 1 ORDER BY 1},
		"classic|885 324 286 340 321 352 321 309 313 350 331 445 235*\n"
		. 'unbounded|885 766 753 741 724 713 696 672 652 621 583 510 235*', 'R4: the first cohort');
	is_query(q{
		SELECT string_agg(retained::text, ' ' ORDER BY period) FROM retail_cohort,
			cohort_table(s, 'bracket', '{1,4,7,10}')
		WHERE cohort = '2010-12-01'}, '527 540 538', 'R4: brackets');
	is_query(q{
		SELECT string_agg(concat(close(retention_rate(s, n), pooled),
			close((SELECT avg(rate) FROM cohort_table(s) WHERE period = n), mean)), ' ')
		FROM retail_cohort, (VALUES (1, 940 / 3974.0, 0.214847864388), (2, 901 / 3616.0, 0.231826958785),
			(3, 893 / 3317.0, 0.245636446185)) AS v(n, pooled, mean)}, 'tt tt tt', 'R4: all cohorts together');
	is_query(q{
		SELECT close(repeat_rate(purchases(h)), 2790 / 4338.0),
			close(repurchase_rate(h, '2011-12-09', '30 days'), 778 / 4086.0),
			close(repurchase_rate(h, '2011-12-09', '60 days'), 1314 / 3741.0),
			close(repurchase_rate(h, '2011-12-09', '90 days'), 1533 / 3370.0),
			close(repurchase_rate(h, '2011-12-09', '180 days'), 1853 / 2821.0) FROM retail}, 't|t|t|t|t',
		'R5: repeat purchase');
	is_query(q{
		SELECT (SELECT sum(events) || ' ' || sum(censored) FROM km_curve(s)), median_survival(s),
			survival_quantile(s, 0.75),
			close(km(s, 110), 0.232699718329), close(km(s, 180), 0.151486609430)
		FROM (SELECT gap_agg(h, '2011-12-09') AS s FROM retail) AS q}, '12425 4338|40|103|t|t',
		'R6: gaps between purchases');
}

# A3, A4: item sets, rules and pairs of a month of groceries, with the counts that are published (Lantz: 463 rules; the
# documentation of arules: 410 and 5,668).
sub groceries
{
	load('basket', 'basket integer, items bigint[]', 'data/groceries.csv');
	load('item', 'item integer, name text', 'data/groceries_items.csv');
	foreach (
		[ 492, '31: 28 3' ], [ 99, '333: 88 213 32' ], [ 60, '747: 109 478 156 4' ], [ 50, '1001: 120 605 264 12' ],
		[ 10, '13492: 157 2981 6831 3137 376 10' ])
	{
		my ($count, $sets) = @$_;
		is_query(qq{
			SELECT sum(n) || ': ' || string_agg(n::text, ' ' ORDER BY size) FROM (
				SELECT size, count(*) AS n FROM (SELECT itemsets_agg(items, $count) AS m FROM basket) AS t,
					frequent_itemsets(m)
				GROUP BY size) AS s}, $sets, "A3: item sets in $count baskets or more");
	}
	$node->safe_psql('postgres', q{
		CREATE TABLE mined AS SELECT n, itemsets_agg(items, n) AS m FROM basket, unnest('{10,50,60,99}'::bigint[]) AS n
			GROUP BY n});
	is_query(q{
		SELECT string_agg(count::text, ' ' ORDER BY nr) FROM (
			SELECT nr, count(*) FROM (VALUES (1, 99, .5), (2, 60, .25), (3, 50, .3), (4, 10, .8), (5, 10, .5))
				AS v(nr, n, confidence)
				JOIN mined USING (n), association_rules(m, confidence) GROUP BY nr) AS t},
		'15 463 482 410 5668', 'A3: rules');
	is_query(q{
		SELECT string_agg(format('%s -> %s %s %s',
			(SELECT string_agg(name, ' + ' ORDER BY name) FROM item WHERE item = ANY (lhs::integer[])),
				(SELECT name FROM item WHERE item = rhs::integer), n, round(lift::numeric, 12)), '; '
			ORDER BY lift DESC)
		FROM (SELECT r.* FROM mined, association_rules(m, .5) AS r WHERE mined.n = 99 ORDER BY r.lift DESC) AS r
		WHERE lift > 3.02 OR lift < 1.985},
		'citrus fruit + root vegetables -> other vegetables 102 3.029608422273; '
		. 'root vegetables + tropical fruit -> other vegetables 121 3.020999134344; '
		. 'other vegetables + whipped/sour cream -> whole milk 144 1.984385421162',
		'A3: the best rules and the weakest');
	$node->safe_psql('postgres', 'CREATE TABLE bought AS SELECT affinity_agg(items) AS s FROM basket');
	is_query(q{
		SELECT string_agg(name || ' ' || round(score * 9835), ', ' ORDER BY score DESC)
		FROM bought, next_offers(s, '{}'::bigint[]) AS o JOIN item USING (item)},
		'whole milk 2513, other vegetables 1903, rolls/buns 1809, soda 1715, yogurt 1372',
		'A3: the most frequent items');
	is_query(q{
		SELECT bool_and(close(affinity(s, a.item, b.item, measure), v)) FROM bought, (VALUES
			('whole milk', 'other vegetables', 'lift', 1.513634094825),
			('whole milk', 'other vegetables', 'llr', 200.0701595535),
			('whole milk', 'other vegetables', 'cosine', 0.3365597496024),
			('whole milk', 'other vegetables', 'jaccard', 0.2),
			('whole milk', 'other vegetables', 'p', 1.443891554744e-45),
			('root vegetables', 'other vegetables', 'lift', 2.246604928589),
			('root vegetables', 'other vegetables', 'llr', 374.637395929),
			('root vegetables', 'other vegetables', 'chi_square', 448.5698707874),
			('whole milk', 'soda', 'lift', 0.899112370774), ('whole milk', 'soda', 'llr', 7.391250759724),
			('whole milk', 'soda', 'p_two_sided', 0.007321141642149)) AS v(x, y, measure, v)
			JOIN item AS a ON a.name = x JOIN item AS b ON b.name = y}, 't', 'A3: three pairs');
	is_query(q{
		SELECT string_agg(round(llr::numeric, 10)::text, ' ' ORDER BY llr DESC)
		FROM (SELECT llr FROM bought, affinity_pairs(s, 99) LIMIT 5) AS t},
		'374.6373959290 212.8628447539 200.0701595535 197.2222681947 179.0970071693', 'A3: the largest ratios');
	# The 3,828 pairs of the 88 items in 99 baskets or more; 47 of them never together.
	is_query(q{
		WITH pair AS (SELECT p.* FROM bought, affinity_pairs(s, 1, 'llr', 99) AS p)
		SELECT count(*) + 47, count(*) FILTER (WHERE lift > 1), count(*) FILTER (WHERE p < .05),
			count(*) FILTER (WHERE p_adjusted < .05),
			count(*) FILTER (WHERE p < .05 / 3828), round(min(lift / size_adjusted_lift)::numeric, 12),
			(SELECT round((percentile_cont(.5) WITHIN GROUP (ORDER BY lift))::numeric, 11) FROM (
				SELECT lift FROM pair UNION ALL SELECT 0 FROM generate_series(1, 47)) AS l)
		FROM pair}, '3828|3075|1783|1445|449|1.435775516485|1.47916979997', 'A4: how much is chance');
	is_query(q{
		SELECT count(*) FILTER (WHERE n_ab = 0), count(*) FILTER (WHERE p < .05 / 3828)
		FROM bought, affinity_pairs(s, 1, 'llr', 99, true)},
		'47|12', 'A4: what avoids each other');
}

# Rows of the tables of a Markdown file whose head is this, each a list of its cells.
sub markdown_rows
{
	my ($text, $head) = @_;
	my ($table) = $text =~ /^\Q$head\E[^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)+)/m or die "no table $head";
	return map { [ map { s/^\s+|\s+$//gr } (split(/\|/, $_, -1))[ 1 .. 7 ] ] } split(/\n/, $table);
}

sub quoted
{
	my ($text) = @_;
	return '$q$' . $text . '$q$';
}

# S35, S36 and more: what customers write.  The words, sentences and numbers are read from the files.
sub feedback
{
	my $text = PostgreSQL::Test::Utils::slurp_file("$shared/reference/feedback-examples.md");
	load('entry', 'lang text, word text, kind text, value float8', 'data/feedback_lexicon.csv');
	$node->safe_psql('postgres', q{
		CREATE TABLE feedback AS SELECT lexicon_agg(lang, word, kind, value) FILTER (WHERE lang = 'en') AS english,
			lexicon_agg(lang, word, kind, value) FILTER (WHERE lang = 'zh') AS chinese,
			lexicon_agg(lang, word, kind, value) FILTER (WHERE lang = 'zh' AND kind <> 'neutral'
				AND word NOT IN ('不错', '特别')) AS plain
		FROM entry});
	my @english = markdown_rows($text, '| # | text | compound | neg neu pos |');
	is(scalar(@english), 42, 'feedback: 42 English sentences');
	foreach (@english)
	{
		my ($number, $sentence, $compound, $shares, $hits) = @$_;
		my $quoted = quoted($sentence);
		is_query(qq{
			SELECT round(compound::numeric, 10),
				concat_ws(' ', round(neg::numeric, 3), round(neu::numeric, 3), round(pos::numeric, 3)) = '$shares'
				OR abs(neg - split_part('$shares', ' ', 1)::float8) + abs(neu - split_part('$shares', ' ', 2)::float8)
					+ abs(pos - split_part('$shares', ' ', 3)::float8) < 0.0015,
				(SELECT coalesce(string_agg(concat(word, ' ',
					round((CASE WHEN reason !~ 'but\$' OR reason IS NULL THEN value
					WHEN start_at < strpos($quoted, 'but') THEN value / 0.5 ELSE value / 1.5 END)::numeric,
					6)::float8), ', '
					ORDER BY start_at), 'none') FROM sentiment_hits($quoted, english))
			FROM feedback, sentiment_parts($quoted, english)},
			"$compound|t|$hits", "feedback: $number: $sentence");
	}
	my @chinese = map { my ($texts, @rest) = @$_; map { [ $_, @rest ] } split(/ = /, $texts =~ s/ \(.*//r) }
		markdown_rows($text, '| text | tokens | hits | score | compound |');
	is(scalar(@chinese), 19, 'feedback: 19 Chinese texts');
	foreach (@chinese)
	{
		my ($comment, $tokens, undef, $score, $compound) = @$_;
		is_query(qq{
			SELECT round(sentiment_score('$comment', plain)::numeric, 6)::float8,
				round(sentiment('$comment', plain)::numeric, 10),
				'$tokens' IN ('', (SELECT string_agg(token, '/' ORDER BY start_at)
					FROM sentiment_tokens('$comment', plain)))
			FROM feedback}, "$score|$compound|t", "feedback: $comment");
	}
	my @inside = markdown_rows($text, '| text | S36 lexicon | with the rows |');
	is(scalar(@inside), 8, 'feedback: 8 texts with words in words');
	foreach (@inside)
	{
		my ($comment, $plain, $with) = ($_->[0] =~ s/ \(.*//r, map { /^(-?[\d.]+)/ } @{$_}[ 1, 2 ]);
		is_query(qq{
			SELECT round(sentiment_score('$comment', plain)::numeric, 6)::float8,
				round(sentiment_score('$comment', chinese)::numeric, 6)::float8
			FROM feedback}, "$plain|$with", "feedback: $comment");
	}
	feedback_aspects($text);
}

# By aspect: the words of section 6, its texts, and its table.
sub feedback_aspects
{
	my ($text) = @_;
	my ($section) = $text =~ /^## 6 (.*?)^## 7/ms or die;
	my @texts = map { [/^(\S+) (.*)$/] } grep { /\S+ [a-z]+ -?\d/ } map { split(/ · /) } grep { / · / && !/^\|/ }
		split(/\n/, $section =~ s/ ·\n/ · x\n/gr);
	my @rows = markdown_rows($section, '| aspect | hits | positive | negative | sum | mean | net share |');
	$node->safe_psql('postgres', q{
		CREATE TABLE by_aspect AS SELECT lexicon_agg(lang, word, kind, value, aspect) AS l FROM (
			SELECT *, NULL AS aspect FROM entry WHERE lang = 'zh' AND word <> '快递'
			UNION ALL VALUES ('zh', '便宜', 'word', 1.5, NULL), ('zh', '贵', 'word', -1.5, NULL)
			UNION ALL SELECT 'zh', word, 'aspect', NULL, aspect
			FROM (VALUES ('价格', 'price'), ('贵', 'price'), ('便宜', 'price'),
				('物流', 'delivery'), ('快递', 'delivery'), ('包装', 'delivery'), ('客服', 'service'), ('服务', 'service'),
				('质量', 'quality')) AS v(word, aspect)) AS t;
		CREATE TABLE said (comment text)});
	is(scalar(@texts), 8, 'feedback: 8 texts about aspects');
	foreach (@texts)
	{
		my ($comment, $hits) = @$_;
		$node->safe_psql('postgres', "INSERT INTO said VALUES ('$comment')");
		is_query(qq{
			SELECT string_agg(concat(aspect, ' ', round(value::numeric, 6)::float8), ', ' ORDER BY start_at)
			FROM by_aspect, sentiment_hits('$comment', l)}, $hits, "feedback: $comment");
	}
	is_query(q{
		SELECT concat_ws('|', aspect, count(*), count(*) FILTER (WHERE value > 0), count(*) FILTER (WHERE value < 0),
			sum(value),
			round(avg(value)::numeric, 10)::float8, round(avg(sign(value))::numeric, 10)::float8)
		FROM said, by_aspect, sentiment_hits(comment, l) GROUP BY aspect ORDER BY aspect = 'general', aspect},
		join("\n", map { join('|', @$_[ 0 .. 6 ]) } @rows), 'feedback: by aspect');
}

with_data(\&feedback, 'reference/feedback-examples.md', 'data/feedback_lexicon.csv');
with_data(\&rfm, 'data/rfm_orders.csv');
with_data(\&cdnow_cohorts, 'data/cdnow_transactions.csv');
with_data(\&retail_retention, 'data/online_retail_invoices.csv');
with_data(\&cdnow_models, 'data/cdnow_summary.csv');
with_data(\&cdnow_histories, 'data/cdnow_summary.csv', 'data/cdnow_transactions.csv');
with_data(\&cdnow_rows, 'data/cdnow_summary.csv', 'reference/clv/cdnow_reference_rows.csv');
with_data(\&groceries, 'data/groceries.csv', 'data/groceries_items.csv');

$node->stop;
done_testing();
