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

# S19: Longley, certified by NIST to 15 digits; as it is, merged from single rows, and with 1e9
# added to every column (the first one times ten, so that its decimals are not lost to rounding).
load('longley', 'y float8, x1 float8, x2 float8, x3 float8, x4 float8, x5 float8, x6 float8', 'longley.csv');
$node->safe_psql('postgres', q{
	CREATE TABLE certified AS SELECT * FROM (VALUES ('const', -3482258.63459582, 890420.383607373), ('x1', 15.0618722713733, 84.9149257747669), ('x2', -0.0358191792925910, 0.0334910077722432),
		('x3', -2.02022980381683, 0.488399681651699), ('x4', -1.03322686717359, 0.214274163161675), ('x5', -0.0511041056535807, 0.226073200069370), ('x6', 1829.15146461355, 455.478499142212)) AS t(term, value, sd)
});
my $digits = 'min(-log(greatest(abs(c.estimate * CASE term WHEN \'x1\' THEN unit ELSE 1 END / value - 1), abs(c.std_error * CASE term WHEN \'x1\' THEN unit ELSE 1 END / sd - 1), 1e-16))) >= 10';
is_query("SELECT $digits, count(*) FROM (SELECT 1 AS unit, ols_agg(y, ARRAY[x1, x2, x3, x4, x5, x6]) AS s FROM longley) AS t, ols_coef(s) AS c JOIN certified USING (term)", 't|7', 'S19: ten digits of the certified values');
is_query("SELECT $digits, count(*) FROM (SELECT 1 AS unit, rollup(s ORDER BY y DESC) AS s FROM (SELECT y, ols_agg(y, ARRAY[x1, x2, x3, x4, x5, x6]) AS s FROM longley GROUP BY y) AS p) AS t, ols_coef(s) AS c JOIN certified USING (term)", 't|7', 'S19: merged from single rows');
is_query("SELECT $digits, count(*) FROM (SELECT 10 AS unit, ols_agg(y + 1e9, ARRAY[x1 * 10 + 1e9, x2 + 1e9, x3 + 1e9, x4 + 1e9, x5 + 1e9, x6 + 1e9]) AS s FROM longley) AS t, ols_coef(s) AS c JOIN certified USING (term) WHERE term <> 'const'", 't|6', 'S19: with 1e9 added');
is_query(q{SELECT abs(ols_sigma(s) / 304.854073561965 - 1) < 1e-10, abs(ols_r2(s) / 0.995479004577296 - 1) < 1e-10, abs(ols_f(s) / 330.285339234588 - 1) < 1e-10 FROM (SELECT ols_agg(y, ARRAY[x1, x2, x3, x4, x5, x6]) AS s FROM longley) AS t},
	't|t|t', 'S19: residual sd, R squared, F');

# S21: shares of R squared on Swiss fertility.
load('swiss', 'fertility float8, agriculture float8, examination float8, education float8, catholic float8, infant_mortality float8', 'swiss.csv');
$node->safe_psql('postgres', q{CREATE TABLE swiss_fit AS SELECT ols_agg(fertility, ARRAY[agriculture, examination, education, catholic, infant_mortality]) AS s FROM swiss});
my %expected = (
	lmg => '0.05709122076809 0.1711730289002 0.2601346786244 0.1055701503735 0.1127659229265',
	first => '0.1246649099057 0.4171644705006 0.4406156467239 0.2150035016185 0.1735189273249',
	last => '0.04286960712549 0.007387418515124 0.1619626930773 0.06237262582742 0.0569452587325',
	pratt => '-0.1104859909624 0.1064274043389 0.445004567582 0.1611768149966 0.1046122056375',
	johnson => '0.0484168958119 0.1547082498062 0.271964104646 0.1146800299476 0.1169657213811');
foreach my $method (sort keys %expected)
{
	my $values = join(',', split(' ', $expected{$method}));
	is_query("SELECT max(abs(importance / expected - 1)) < 1e-9 FROM swiss_fit, driver_importance(s, '$method') WITH ORDINALITY AS d(term, importance, share, n) JOIN unnest('{$values}'::float8[]) WITH ORDINALITY AS e(expected, n) USING (n)", 't', "S21: $method");
}
is_query(q{SELECT max(abs(share / expected - 1)) < 1e-9 FROM swiss_fit, driver_importance(s) WITH ORDINALITY AS d(term, importance, share, n) JOIN unnest('{0.0807816517357,0.242202563216,0.3680795178364,0.1493772773891,0.1595589898228}'::float8[]) WITH ORDINALITY AS e(expected, n) USING (n)}, 't', 'S21: shares');
is_query(q{SELECT max(abs(vif / expected - 1)) < 1e-9 FROM swiss_fit, ols_coef(s) WITH ORDINALITY AS d(term, estimate, std_error, t, p, low, high, vif, n) JOIN unnest('{NULL,2.284129377597,3.675419575544,2.774942781127,1.937160380263,1.107542225557}'::float8[]) WITH ORDINALITY AS e(expected, n) USING (n)}, 't', 'S21: variance inflation');
is_query(q{SELECT abs(sum(importance) / 0.7067350015927 - 1) < 1e-12, abs(max(ols_r2(s)) / 0.7067350015927 - 1) < 1e-12 FROM swiss_fit, driver_importance(s)}, 't|t', 'S21: the shares add up to R squared');

# CDNOW: histories against the summary that the purchase models are fitted to, every customer and both halves.
load('cdnow_order', 'customer integer, ordered date, quantity integer, amount numeric', 'cdnow_transactions.csv');
load('cdnow', 'customer integer, x integer, t_x float8, t float8, m_x float8, t_x_days integer, t_days integer, x_holdout integer, spend_holdout numeric, first_spend numeric', 'cdnow_summary.csv');
is_query(q{SELECT count(*), count(*) FILTER (WHERE s.x = c.x AND s.t_x = c.t_x_days AND s.t = c.t_days AND abs(coalesce(s.mean_spend, 0)::float8 - c.m_x) < 1e-6 AND (s.mean_spend IS NULL) = (c.x = 0)
		AND abs(w.t_x * 7 - c.t_x_days) < 1e-9 AND abs(w.t * 7 - c.t_days) < 1e-9 AND purchases_between(h, '1997-09-30', '1998-06-30') = c.x_holdout
		AND spend_between(h, '1997-09-30', '1998-06-30') = c.spend_holdout AND spend_between(h, '-infinity', first_purchase(h)) = c.first_spend)
	FROM cdnow AS c, LATERAL (SELECT purchase_history_agg(ordered, amount) AS h FROM cdnow_order AS o WHERE o.customer = c.customer) AS q, clv_summary(h, '1997-09-30', 'day') AS s, clv_summary(h, '1997-09-30') AS w},
	'2357|2357', 'CDNOW: summaries of all customers');
is_query(q{SELECT sum(spend_between(h, '-infinity', 'infinity')) = (SELECT sum(amount) FROM cdnow_order), sum(purchases(h)) = (SELECT count(DISTINCT (customer, ordered)) FROM cdnow_order)
	FROM (SELECT purchase_history_agg(ordered, amount) AS h FROM cdnow_order GROUP BY customer) AS q}, 't|t', 'CDNOW: nothing is lost');

# BG/NBD, MBG/NBD, Pareto/NBD, NBD and gamma-gamma on CDNOW: fits to 8 digits, each customer, sums.
$node->safe_psql('postgres', q{
	CREATE TABLE fit AS SELECT bgnbd_fit(x, t_x_days / 7.0, t_days / 7.0) AS bg, mbgnbd_fit(x, t_x_days / 7.0, t_days / 7.0) AS mbg, nbd_fit(x, t_x_days / 7.0, t_days / 7.0) AS nbd, paretonbd_fit(x, t_x_days / 7.0, t_days / 7.0) AS pareto, gammagamma_fit(x, m_x) AS gg,
		bgnbd_fit(x, t_x, t) AS rounded, bgnbd_fit(x, t_x_days, t_days) AS days FROM cdnow
});
foreach (
	[ 'bg', '.24259452243 4.41360201901 .792922017226 2.42590677683', '.012557378 .37822406 .18573382 .70541426', -9582.429206674 ],
	[ 'mbg', '.524843159106 6.18308527958 .891359390732 1.61400224017', '.083268207 .69562064 .15478993 .5374948', -9582.135715554 ],
	[ 'pareto', '.553277046853 10.5776834633 .606239989128 11.6687352889', '.047627926 .84272253 .18728134 6.2111136', -9594.976178940 ],
	[ 'gg', '6.24957227748 3.74422466774 15.4435209481', '1.1900553 .29013307 4.1594227', -4055.917694552 ],
	[ 'rounded', '.242592907204 4.41353156121 .792886148099 2.42575343649', undef, -9582.425560567 ],
	[ 'days', '.24259452243 30.8952141331 .792922017226 2.42590677683', undef, -14363.530442903 ])
{
	my ($name, $estimates, $errors, $likelihood) = @$_;
	my $estimate = join(',', split(' ', $estimates));
	my $error = defined $errors ? join(',', split(' ', $errors)) : '';
	is_query(qq{SELECT max(abs(estimate / e - 1)) < 1e-9, coalesce(max(abs(std_error / s - 1)), 0) < 2e-7, max(abs(log_likelihood($name) / ($likelihood) - 1)) < 1e-12, bool_and(converged($name))
		FROM fit, coef($name) WITH ORDINALITY AS c(term, estimate, std_error, low, high, n) JOIN unnest('{$estimate}'::float8[]) WITH ORDINALITY AS u(e, n) USING (n) LEFT JOIN unnest('{$error}'::float8[]) WITH ORDINALITY AS v(s, n) USING (n)},
		't|t|t|t', "CDNOW: $name");
}
my ($rc, $out, $progress) = $node->psql('postgres', 'SET custvalue.progress = on; SELECT bgnbd_fit(x, t_x, t) IS NULL FROM cdnow');
like($progress, qr/NOTICE:  iteration 0: log-likelihood -\d+\.\d+, gradient [0-9.e+]+\n(.|\n)*NOTICE:  iteration 6: log-likelihood -9582\.425561, gradient /, 'CDNOW: progress of a fit');
is_query(q{SELECT abs(log_likelihood(nbd) / -9763.657615 - 1) < 1e-9, count(*) FILTER (WHERE estimate BETWEEN 0.38476 AND 0.38477 OR estimate BETWEEN 12.072 AND 12.0721) FROM fit, coef(nbd) GROUP BY 1}, 't|2', 'CDNOW: nbd');
is_query(q{SELECT abs(sum(p_alive(bg, x, tx, t)) / 1917.27767104 - 1) < 1e-11, abs(sum(p_alive(mbg, x, tx, t)) / 1057.63637051 - 1) < 1e-10, abs(sum(expected_purchases(bg, x, tx, t, 39)) / 1653.40869794 - 1) < 1e-11,
		abs(sum(expected_purchases(mbg, x, tx, t, 39)) / 1576.7283019 - 1) < 1e-11, round(sqrt(avg((expected_purchases(bg, x, tx, t, 39) - x_holdout) ^ 2))::numeric, 9), round(avg(abs(expected_purchases(bg, x, tx, t, 39) - x_holdout))::numeric, 9),
		abs(sum(log_likelihood(bg, x, tx, t)) / log_likelihood(min(bg::text)::clv_model) - 1) < 1e-12
	FROM fit, (SELECT x, t_x_days / 7.0 AS tx, t_days / 7.0 AS t, x_holdout FROM cdnow) AS c}, 't|t|t|t|1.607982011|0.785454237|t', 'CDNOW: sums and holdout');
# Cohort tracking: repeat purchases of all that were to be expected, by week of the year.
is_query(q{SELECT string_agg(coalesce(nullif(ok::text, 'true'), week::text), ' ' ORDER BY week) FROM (SELECT week, abs(sum(n * expected_purchases(bg, greatest(0, week * 7 - day) / 7.0)) / bg_sum - 1) < 1e-9 AND abs(sum(n * expected_purchases(pareto, greatest(0, week * 7 - day) / 7.0)) / pareto_sum - 1) < 1e-9 AS ok
	FROM fit, (SELECT 272 - t_days AS day, count(*) AS n FROM cdnow GROUP BY 1) AS c, (VALUES (13, 722.531325204, 712.38520768), (26, 1736.34840807, 1742.85338128), (39, 2501.52619905, 2532.78207764), (52, 3134.10423056, 3191.13754363), (65, 3680.64626649, 3763.86065766), (78, 4165.66376502, 4275.38826398)) AS v(week, bg_sum, pareto_sum)
	GROUP BY week, bg_sum, pareto_sum) AS t}, '13 26 39 52 65 78', 'CDNOW: cohort tracking');
is_query(q{SELECT abs(sum(p_alive(pareto, x, tx, t)) / 1051.8752471182 - 1) < 1e-10, abs(sum(expected_purchases(pareto, x, tx, t, 39)) / 1665.5131072111 - 1) < 1e-11, abs(sum(discounted_purchases(pareto, x, tx, t, continuous_discount(0.15, 52))) / 7205.5480898604 - 1) < 1e-10,
		round(avg(abs(expected_purchases(pareto, x, tx, t, 39) - x_holdout))::numeric, 9), round(sqrt(avg((expected_purchases(pareto, x, tx, t, 39) - x_holdout) ^ 2))::numeric, 9), round(corr(expected_purchases(pareto, x, tx, t, 39), x_holdout)::numeric, 9),
		round(sum(expected_purchases(pareto, x, tx, t, 39) - x_holdout)::numeric, 6), round(corr(expected_purchases(bg, x, tx, t, 39), x_holdout)::numeric, 9), round(sum(expected_purchases(bg, x, tx, t, 39) - x_holdout)::numeric, 6)
	FROM fit, (SELECT x, t_x_days / 7.0 AS tx, t_days / 7.0 AS t, x_holdout FROM cdnow) AS c}, 't|t|t|0.754523383|1.602848000|0.630222507|-216.486893|0.625647451|-228.591302', 'CDNOW: Pareto/NBD sums, discounted sums and holdout');
# The convention of lifetimes: twelve months of 4.345 weeks, each discounted at its end.
is_query(q{SELECT string_agg(round(v::numeric, 8)::text, ' ' ORDER BY customer) FILTER (WHERE customer IN (1, 2, 3, 6, 1516)), round(sum(v)::numeric, 6)
	FROM (SELECT customer, expected_spend(gg, x, m_x) * (SELECT sum((expected_purchases(bg, x, t_x_days / 7.0, t_days / 7.0, m * 4.345) - expected_purchases(bg, x, t_x_days / 7.0, t_days / 7.0, (m - 1) * 4.345)) / 1.01 ^ m) FROM generate_series(1, 12) AS m) AS v FROM fit, cdnow) AS q},
	'36.27397810 4.64093657 8.34448051 283.55808872 972.04535441|71507.951721', 'CDNOW: value of twelve months');
my $vectors = "$ENV{CUSTVALUE_SHARED}/reference/clv";
foreach (
	[ 'cdnow_reference_rows', q{SELECT x, t_x_days / 7 AS tx, t_days / 7 AS t, bg AS m, bg_ll AS ll, bg_palive AS pa, bg_cet39 AS cet FROM cdnow_reference_rows, fit
		UNION ALL SELECT x, t_x_days / 7, t_days / 7, mbg, mbg_ll, mbg_palive, mbg_cet39 FROM cdnow_reference_rows, fit
		UNION ALL SELECT x, t_x_days / 7, t_days / 7, pareto, pnbd_ll, pnbd_palive, pnbd_cet39 FROM cdnow_reference_rows, fit}, 3048, q{SELECT x, t_x_days / 7 AS tx, t_days / 7 AS t, pareto AS m, pnbd_dert AS dert, continuous_discount(0.15, 52) AS d FROM cdnow_reference_rows, fit} ],
	[ 'stress_cdnow_params', q{SELECT x, tx, t, clv_model('bg/nbd', '{.243,4.414,.793,2.426}') AS m, b_ll AS ll, b_pa AS pa, b_cet AS cet FROM stress_cdnow_params
		UNION ALL SELECT x, tx, t, clv_model('pareto/nbd', '{.553,10.578,.606,11.669}'), p_ll, p_pa, p_cet FROM stress_cdnow_params}, 284, q{SELECT x, tx, t, clv_model('pareto/nbd', '{.553,10.578,.606,11.669}') AS m, p_dert AS dert, 0.0027 AS d FROM stress_cdnow_params} ],
	[ 'stress_hard_params', q{SELECT x, tx, t, clv_model('bg/nbd', ARRAY[b_r, b_alpha, b_a, b_b]) AS m, b_ll AS ll, b_pa AS pa, b_cet AS cet FROM stress_hard_params
		UNION ALL SELECT x, tx, t, clv_model('pareto/nbd', ARRAY[p_r, p_alpha, p_s, p_beta]), p_ll, p_pa, p_cet FROM stress_hard_params}, 700, q{SELECT x, tx, t, clv_model('pareto/nbd', ARRAY[p_r, p_alpha, p_s, p_beta]) AS m, p_dert AS dert, 0.0027 AS d FROM stress_hard_params} ])
{
	my ($file, $query, $rows, $discounted) = @$_;
	my ($header) = split(/\r?\n/, PostgreSQL::Test::Utils::slurp_file("$vectors/$file.csv"));
	$node->safe_psql('postgres', "CREATE TABLE $file (" . join(', ', map { "$_ float8" } split(',', $header)) . ")");
	$node->safe_psql('postgres', "\\copy $file FROM '$vectors/$file.csv' CSV HEADER");
	is_query(qq{SELECT count(*), bool_and(abs(p_alive(m, x, tx, t) - pa) <= 1e-10 * pa), bool_and(abs(expected_purchases(m, x, tx, t, 39) - cet) <= 1e-10 * cet), max(abs(log_likelihood(m, x, tx, t) / ll - 1)) < 1e-11 FROM ($query) AS q},
		"$rows|t|t|t", "$file: finite and right in all rows");
	is_query("SELECT bool_and(abs(discounted_purchases(m, x, tx, t, d) - dert) <= 1e-10 * dert) FROM ($discounted) AS q", 't', "$file: discounted purchases");
}

$node->stop;
done_testing();
