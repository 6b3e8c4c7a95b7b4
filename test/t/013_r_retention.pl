# Survival, log-rank tests, competing risks and proportional hazards against R's survival package on random data, with
# late entry, ties, strata and weights: skipped without it.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;
use PostgreSQL::Test::Utils;

plan skip_all => 'no R on this machine' if !grep { -x "$_/Rscript" } split(':', $ENV{PATH});
plan skip_all => 'no survival package of R on this machine'
	if system(q{Rscript -e 'quit(status = !requireNamespace("survival", quietly = TRUE))' >/dev/null 2>&1}) != 0;

my $node = CustvalueNode->start('r');
my $dir = PostgreSQL::Test::Utils::tempdir;
$node->safe_psql('postgres', q{
	CREATE EXTENSION custvalue;
	SELECT setseed(0.3);
	CREATE TABLE d AS
	SELECT i, entry, entry + 1 + floor(least(a, b)) AS time, (a < b)::integer AS event, x1, x2, x3, s, w,
		CASE WHEN a < b THEN 1 + (k < 0.4)::integer ELSE 0 END AS cause
	FROM (SELECT i, floor(random() * 8) AS entry, -ln(random()) * 12 * exp(-x1 + (x2 - 1e4) / 5 + x3 / 3.0) AS a,
		random() * 40 AS b,
			x1, x2, x3, 's' || i % 3 AS s, 1 + floor(random() * 3) AS w, random() AS k
		FROM (SELECT i, random() AS x1, 1e4 + random() * 5 AS x2, (random() * 2)::integer AS x3
			FROM generate_series(1, 400) AS i) AS r) AS q;
});
$node->safe_psql('postgres',
	"\\copy (SELECT i, entry, time, event, x1, x2, x3, s, w, cause FROM d ORDER BY i) TO '$dir/d.csv' CSV HEADER");
open(my $script, '>', "$dir/d.R") or die $!;
print $script <<'R';
library(survival)
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, ...) cat(name, sprintf("%.17g", c(...)), "\n")
at <- c(5, 10, 20)
look <- function(f) { s <- summary(f, times = at); c(s$surv, s$std.err, s$lower, s$upper) }
say("km", look(survfit(Surv(time, event) ~ 1, d, conf.type = "log-log")))
say("km_log", look(survfit(Surv(time, event) ~ 1, d, conf.type = "log", conf.int = 0.9)))
say("km_entry", look(survfit(Surv(entry, time, event) ~ 1, d, conf.type = "log-log")))
say("rmst", summary(survfit(Surv(time, event) ~ 1, d), rmean = 20)$table[c("rmean", "se(rmean)")])
for (rho in 0:1) {
	l <- survdiff(Surv(time, event) ~ x3, d, rho = rho)
	say(paste0("logrank", rho), l$chisq)
	l <- survdiff(Surv(time, event) ~ x3 + strata(s), d, rho = rho)
	say(paste0("strata", rho), l$chisq)
}
f <- survfit(Surv(time, factor(cause)) ~ 1, d)
p <- summary(f, times = at)
say("incidence", p$pstate[, 2], p$pstate[, 3], p$std.err[, 2], p$std.err[, 3])
control <- coxph.control(eps = 1e-14, iter.max = 50)
cox <- function(name, m, newdata) {
	say(name, coef(m), sqrt(diag(vcov(m))), m$loglik, m$score, m$wald.test)
	z <- cox.zph(m, "km")$table[, "chisq"]
	say(paste0(name, "_ph"), z)
	if (!is.null(newdata)) {
		s <- summary(survfit(m, newdata), times = at)
		say(paste0(name, "_survival"), s$surv, s$std.err)
	}
	k <- concordance(m)
	say(paste0(name, "_concordance"), k$concordance)
}
one <- data.frame(x1 = 0.3, x2 = 10002, x3 = 1)
cox("efron", coxph(Surv(time, event) ~ x1 + x2 + x3, d, control = control), one)
cox("breslow", coxph(Surv(time, event) ~ x1 + x2 + x3, d, ties = "breslow", control = control), one)
cox("entry", coxph(Surv(entry, time, event) ~ x1 + x2 + x3, d, control = control), one)
cox("strata", coxph(Surv(time, event) ~ x1 + x2 + x3 + strata(s), d, control = control), NULL)
r <- d[rep(seq_len(nrow(d)), d$w), ]
cox("weights", coxph(Surv(time, event) ~ x1 + x2 + x3, r, ties = "breslow", control = control), one)
m <- coxph(Surv(time, event) ~ x1 + x2 + x3, d, weights = w, control = control)
say("efron_weights", coef(m), sqrt(diag(solve(solve(m$var)))), m$loglik)
R
close($script);
my ($out, $err);
IPC::Run::run([ 'Rscript', "$dir/d.R", "$dir/d.csv" ], '>', \$out, '2>', \$err) or die "R failed: $err";
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

# Survival, its error and band at the three times.
sub curve
{
	my ($summary, $options) = @_;
	return qq{SELECT unnest(array_agg(km(s, t) ORDER BY t) || array_agg(km_se(s, t) ORDER BY t)
			|| array_agg(km_low(s, t, $options) ORDER BY t) || array_agg(km_high(s, t, $options) ORDER BY t))
		FROM (SELECT $summary AS s FROM d) AS q, unnest('{5,10,20}'::float8[]) AS t};
}
agrees('km', curve('survival_agg(time, event)', '0.95'));
agrees('km_log', curve('survival_agg(time, event)', "0.9, 'log'"));
agrees('km_entry', curve('survival_entry_agg(entry, time, event)', '0.95'));
agrees('rmst', 'SELECT unnest(ARRAY[rmst(s, 20), rmst_se(s, 20)])
	FROM (SELECT survival_agg(time, event) AS s FROM d) AS q');
foreach my $rho (0, 1)
{
	agrees("logrank$rho", "SELECT logrank_chi2(logrank_agg(time, event, x3), $rho) FROM d");
	agrees("strata$rho", "SELECT logrank_chi2(logrank_agg(time, event, x3::text, s), $rho) FROM d");
}
agrees('incidence', q{
	SELECT unnest(array_agg(cumulative_incidence(s, 1, t) ORDER BY t)
		|| array_agg(cumulative_incidence(s, 2, t) ORDER BY t)
		|| array_agg(cumulative_incidence_se(s, 1, t) ORDER BY t)
		|| array_agg(cumulative_incidence_se(s, 2, t) ORDER BY t))
	FROM (SELECT incidence_agg(time, cause) AS s FROM d) AS q, unnest('{5,10,20}'::float8[]) AS t});

# Coefficients, errors, likelihoods and tests; proportionality; survival; concordance.
sub model
{
	my ($name, $model, $predicts) = @_;
	$node->safe_psql('postgres', "DROP TABLE IF EXISTS fit; CREATE TABLE fit AS SELECT $model AS m FROM d");
	agrees($name, q{
		SELECT unnest((SELECT array_agg(estimate ORDER BY term) || array_agg(std_error ORDER BY term) FROM cox_coef(m))
			|| ARRAY[j->>'null_log_likelihood', j->>'log_likelihood', j->>'score', j->>'wald']::float8[])
				FROM fit, model_json(m) AS j});
	agrees("${name}_ph", q{
		SELECT unnest((SELECT array_agg(ph_chi2 ORDER BY term) FROM cox_coef(m))
			|| (model_json(m)->>'proportionality')::float8) FROM fit});
	agrees("${name}_survival", q{
		SELECT unnest(array_agg(cox_survival(m, x, t) ORDER BY t) || array_agg(cox_survival_se(m, x, t) ORDER BY t))
		FROM fit, unnest('{5,10,20}'::float8[]) AS t, (SELECT '{0.3,10002,1}'::float8[] AS x) AS x}) if $predicts;
	agrees("${name}_concordance", 'SELECT cox_concordance(m) FROM fit');
}
model('efron', 'cox_agg(time, event, ARRAY[x1, x2, x3])', 'yes');
model('breslow', 'cox_breslow_agg(time, event, ARRAY[x1, x2, x3])', 'yes');
model('entry', 'cox_entry_agg(entry, time, event, ARRAY[x1, x2, x3])', 'yes');
model('strata', 'cox_agg(time, event, ARRAY[x1, x2, x3], s)', '');
model('weights', 'cox_breslow_agg(time, event, ARRAY[x1, x2, x3], w)', 'yes');
agrees('efron_weights', q{
	SELECT unnest((SELECT array_agg(estimate ORDER BY term) || array_agg(std_error ORDER BY term) FROM cox_coef(m))
		|| ARRAY[j->>'null_log_likelihood', j->>'log_likelihood']::float8[])
	FROM (SELECT cox_agg(time, event, ARRAY[x1, x2, x3], w) AS m FROM d) AS q, model_json(m) AS j});

$node->stop;
done_testing();
