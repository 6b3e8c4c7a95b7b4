# Regression, logistic regression, intervals and smoothing against R on random data: skipped
# without R.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;
use PostgreSQL::Test::Utils;

plan skip_all => 'no R on this machine' if !grep { -x "$_/Rscript" } split(':', $ENV{PATH});

my $node = CustvalueNode->start('r');
my $dir = PostgreSQL::Test::Utils::tempdir;
$node->safe_psql('postgres', q{
	CREATE EXTENSION custvalue;
	SELECT setseed(0.3);
	CREATE TABLE d AS
	SELECT i, x1, x2, x3, 1000 + 5 * x1 - x2 / 100 + 3 * x3 + random() * 4 AS y,
		random() < 1 / (1 + exp(1 - x1 - x3)) AS b, 0.2 + random() AS w, 1 + (random() * 4)::integer AS cw
	FROM (SELECT i, random() AS x1, 1e4 + random() * 100 + i AS x2, (random() * 3)::integer AS x3
		FROM generate_series(1, 500) AS i) AS s;
});
$node->safe_psql('postgres',
		"\\copy (SELECT i, x1, x2, x3, y, b::integer AS b, w, cw FROM d ORDER BY i) TO '$dir/d.csv' CSV HEADER");
open(my $script, '>', "$dir/d.R") or die $!;
print $script <<'R';
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, ...) cat(name, sprintf("%.17g", c(...)), "\n")
m <- lm(y ~ x1 + x2 + x3, d)
say("lm", coef(summary(m)))
say("lm_ci", confint(m, level = 0.9))
say("lm_fit", summary(m)$r.squared, summary(m)$adj.r.squared, summary(m)$sigma, summary(m)$fstatistic[1])
say("predict", predict(m, data.frame(x1 = 0.3, x2 = 10100, x3 = 2), interval = "confidence"),
		predict(m, data.frame(x1 = 0.3, x2 = 10100, x3 = 2), interval = "prediction")[2:3])
w <- lm(y ~ x1 + x2 + x3, d, weights = w)
say("lm_w", coef(summary(w)))
a <- lm(y ~ x1 + I(2 * x1 + 1) + x3, d)
say("lm_aliased", coef(a)[c(1, 2, 4)])
g <- glm(b ~ x1 + x2 + x3, binomial, d, control = glm.control(epsilon = 1e-14, maxit = 100))
say("glm", coef(summary(g)))
say("glm_fit", logLik(g), deviance(g), g$null.deviance, AIC(g))
gw <- glm(b ~ x1 + x3, binomial, d, weights = cw, control = glm.control(epsilon = 1e-14, maxit = 100))
say("glm_w", coef(summary(gw)))
say("spearman", cor(d$x3, d$y, method = "spearman"))
e <- binom.test(17, 41, conf.level = 0.9)$conf.int
say("exact", e)
say("wilson", prop.test(17, 41, correct = FALSE)$conf.int, prop.test(17, 41, correct = TRUE)$conf.int)
p <- prop.test(c(17, 30), c(41, 55), correct = FALSE)
say("prop", p$statistic, p$p.value, p$conf.int)
s <- c(5, 7, 10, 9, 9, 10, 3, 8, 10, 6)
say("t", t.test(s, conf.level = 0.99)$conf.int, sd(s))
h <- HoltWinters(ts(d$y[1:50]), alpha = 0.4, beta = 0.3, gamma = FALSE)
say("holt", h$coefficients)
k <- chisq.test(matrix(c(75, 675, 250, 60, 200, 140), 2, byrow = TRUE), correct = FALSE)
say("chisq", k$statistic, k$p.value)
R
close($script);
my ($out, $err);
IPC::Run::run(['Rscript', "$dir/d.R", "$dir/d.csv"], '>', \$out, '2>', \$err) or die "R failed: $err";
my %r = map { my ($name, @values) = split(' '); ($name => \@values) } split("\n", $out);

# Numbers of a query, one value a row, as R's to a relative 1e-8, or as said.
sub agrees
{
	my ($name, $query, $tolerance) = @_;
	$tolerance //= 1e-8;
	my @got = split("\n", $node->safe_psql('postgres', $query));
	my @want = @{ $r{$name} };
	my @off = grep { !defined $got[$_] || abs($got[$_] - $want[$_]) > $tolerance * abs($want[$_]) + 1e-300 }
		0 .. $#want;
	ok(@got == @want && !@off, "$name as in R") or diag("R: @want\ncustvalue: @got");
}

# The columns of a table of coefficients, one after the other, as R prints a matrix.
sub columns
{
	my ($from, @columns) = @_;
	return join(' UNION ALL ', map { "SELECT v FROM (SELECT $columns[$_] AS v FROM $from) AS c$_" } 0 .. $#columns);
}

$node->safe_psql('postgres', q{
	CREATE TABLE f AS SELECT ols_agg(y, ARRAY[x1, x2, x3]) AS s, ols_agg(y, ARRAY[x1, x2, x3], w) AS sw,
		ols_agg(y, ARRAY[x1, 2 * x1 + 1, x3]) AS sa,
		logit_agg(b, ARRAY[x1, x2, x3]) AS m, logit_agg(b, ARRAY[x1, x3], cw) AS mw FROM d
});
agrees('lm', columns('f, ols_coef(s)', 'estimate', 'std_error', 't', 'p'));
agrees('lm_ci', columns('f, ols_coef(s, 0.9)', 'low', 'high'));
agrees('lm_fit', 'SELECT unnest(ARRAY[ols_r2(s), ols_adj_r2(s), ols_sigma(s), ols_f(s)]) FROM f');
agrees('predict', q{SELECT unnest(ARRAY[ols_predict(s, x), ols_predict_low(s, x), ols_predict_high(s, x),
				ols_predict_low(s, x, 0.95, 'new'), ols_predict_high(s, x, 0.95, 'new')])
		FROM f, (SELECT '{0.3,10100,2}'::float8[] AS x) AS x});
agrees('lm_w', columns('f, ols_coef(sw)', 'estimate', 'std_error', 't', 'p'));
agrees('lm_aliased', 'SELECT estimate FROM f, ols_coef(sa) WHERE estimate IS NOT NULL');
# R's standard errors are one step of Newton's method behind its estimates.
agrees('glm', columns('f, logit_coef(m)', 'estimate', 'std_error', 'z', 'p'), 1e-6);
agrees('glm_fit', q{SELECT unnest(ARRAY[j->>'log_likelihood', j->>'deviance', j->>'null_deviance', j->>'aic'])::float8
		FROM f, model_json(m) AS j});
agrees('glm_w', columns('f, logit_coef(mw)', 'estimate', 'std_error', 'z', 'p'), 1e-6);
agrees('spearman', 'SELECT spearman(x3, y) FROM d');
agrees('exact', q{SELECT unnest(ARRAY[proportion_low(17, 41, 0.9, 'exact'), proportion_high(17, 41, 0.9, 'exact')])});
agrees('wilson', q{SELECT unnest(ARRAY[proportion_low(17, 41), proportion_high(17, 41),
				proportion_low(17, 41, 0.95, 'wilson_cc'), proportion_high(17, 41, 0.95, 'wilson_cc')])});
agrees('prop', q{SELECT unnest(ARRAY[chi_square, p, low, high]) FROM proportion_test(17, 41, 30, 55, 'wald')});
agrees('t', q{SELECT unnest(ARRAY[score_mean_low(s, 0.99), score_mean_high(s, 0.99), score_stddev(s)])
		FROM (SELECT survey_agg(x) AS s FROM unnest('{5,7,10,9,9,10,3,8,10,6}'::integer[]) AS x) AS t});
agrees('holt', q{SELECT unnest(ARRAY[l, f - l])
		FROM (SELECT i, holt(y, 0.4, 0.3) OVER (ORDER BY i) AS l, holt(y, 0.4, 0.3, 1) OVER (ORDER BY i) AS f FROM d
			WHERE i <= 50) AS h WHERE i = 50});
agrees('chisq', q{SELECT unnest(ARRAY[chi_square, p])
		FROM category_test('v1 6:75 8:675 9:250', 'v1 6:60 8:200 9:140')});

$node->stop;
done_testing();
