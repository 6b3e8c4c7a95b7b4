# The normal-normal model of spend against R's lme4 on random data: skipped without it.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;
use PostgreSQL::Test::Utils;

plan skip_all => 'no R on this machine' if !grep { -x "$_/Rscript" } split(':', $ENV{PATH});
plan skip_all => 'no lme4 package of R on this machine'
	if system(q{Rscript -e 'quit(status = !requireNamespace("lme4", quietly = TRUE))' >/dev/null 2>&1}) != 0;

my $node = CustvalueNode->start('r_spend');
my $dir = PostgreSQL::Test::Utils::tempdir;
$node->safe_psql('postgres', q{
	CREATE EXTENSION custvalue;
	SELECT setseed(0.7);
	CREATE TABLE d AS
	SELECT i, x, -3 + 12 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())
		+ 25 / sqrt(x) * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) AS m
	FROM (SELECT i, 1 + floor(8 * random() ^ 2) AS x FROM generate_series(1, 800) AS i) AS c;
	CREATE TABLE fit AS SELECT normal_spend_fit(x, m) AS f FROM d;
});
$node->safe_psql('postgres', "\\copy (SELECT i, x, m FROM d ORDER BY i) TO '$dir/d.csv' CSV HEADER");
open(my $script, '>', "$dir/d.R") or die $!;
print $script <<'R';
library(lme4)
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, ...) cat(name, sprintf("%.17g", c(...)), "\n")
f <- lmer(m ~ 1 + (1 | i), d, weights = x, REML = FALSE,
	control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12), check.nobs.vs.nlev = "ignore",
		check.nobs.vs.nRE = "ignore", check.nlev.gtr.1 = "ignore"))
say("estimates", fixef(f), attr(VarCorr(f)$i, "stddev"), sigma(f))
say("likelihood", as.numeric(logLik(f)))
say("mean_error", sqrt(vcov(f)[1, 1]))
# What customers will spend: their own intercepts.
r <- coef(f)$i[order(as.integer(rownames(coef(f)$i))), 1]
say("spend", r[1:20])
# Standard errors from differences of the likelihood of the means, in logarithms of the standard deviations.
l <- function(p) -sum(dnorm(d$m, p[1], sqrt(exp(2 * p[2]) + exp(2 * p[3]) / d$x), log = TRUE))
s <- c(fixef(f), log(attr(VarCorr(f)$i, "stddev")), log(sigma(f)))
e <- sqrt(diag(solve(optimHess(s, l, control = list(ndeps = rep(1e-3, 3))))))
say("errors", e * c(1, exp(s[2:3])))
R
close($script);
my ($out, $err);
IPC::Run::run([ 'Rscript', "$dir/d.R", "$dir/d.csv" ], '>', \$out, '2>', \$err) or die "R failed: $err";
my %r = map { my ($name, @values) = split(' '); ($name => \@values) } split("\n", $out);

# Numbers of a query, one value a row, as R's to this fraction.
sub agrees
{
	my ($name, $query, $tolerance) = @_;
	my @got = split("\n", $node->safe_psql('postgres', $query));
	my @want = @{ $r{$name} };
	my @off = grep { !defined $got[$_] || abs($got[$_] - $want[$_]) > $tolerance * abs($want[$_]) } 0 .. $#want;
	ok(@got == @want && !@off, "$name as in R") or diag("R: @want\ncustvalue: @got");
}
agrees('estimates', 'SELECT estimate FROM fit, coef(f)', 1e-5);
agrees('likelihood', 'SELECT log_likelihood(f) FROM fit', 1e-10);
agrees('mean_error', q{SELECT std_error FROM fit, coef(f) WHERE term = 'mu'}, 1e-3);
agrees('errors', 'SELECT std_error FROM fit, coef(f)', 1e-4);
agrees('spend', 'SELECT expected_spend(f, x, m) FROM fit, d WHERE i <= 20 ORDER BY i', 1e-4);

$node->stop;
done_testing();
