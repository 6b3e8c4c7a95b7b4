-- Names of covariates: kept in the model, shown by coef and model_json.
CREATE TEMP TABLE model AS
SELECT ('v1 pareto/nbd 7 [2357,-9500,7,0,6,1] 0.5,1,0,0,0,0,0 10,0,1,0,0,0,0 0.6,0,0,1,0,0,0 11,0,0,0,1,0,0 '
	'-0.25,0,0,0,0,2,0 0.5,0,0,0,0,0,3')::clv_model AS m;
SELECT term FROM model, coef(m);
CREATE TEMP TABLE named AS
SELECT m, name_covariates(m, '{channel is shop}', ARRAY['"Größe" \ 大']) AS n FROM model;
SELECT n FROM named;
SELECT term, estimate FROM named, coef(n);
SELECT jsonb_object_keys(model_json(n) -> 'parameters') AS parameter FROM named ORDER BY 1;
-- Nothing else changes; text and binary forms keep them; a customer's model has none.
SELECT n::text::clv_model = n AS read_back,
	name_covariates(n, '{a}', '{b}') = name_covariates(m, '{a}', '{b}') AS named_anew,
	customer_model(n, '{1}', '{0}') = customer_model(m, '{1}', '{0}') AS the_same_customer
FROM named;
SELECT name_covariates(clv_model('nbd', '{1,2}'), '{}', '{}') = clv_model('nbd', '{1,2}') AS nothing_to_name;
SELECT count(*), max(length(term)) AS longest
FROM (SELECT ('v1 bg/nbd 25 [9,-20,6,0,24,20]' || string_agg(format(' %s%s', (i <= 4)::integer, repeat(',0', 24)),
	'' ORDER BY i))::clv_model AS m
	FROM generate_series(1, 24) AS i) AS f,
	(SELECT array_agg(repeat('x', 61) || k) AS names FROM generate_series(10, 29) AS k) AS g,
	coef(name_covariates(m, names, '{}'));
-- Mistakes.
SELECT name_covariates(m, '{a,b}', '{c}') FROM model;
SELECT name_covariates(m, '{a}', '{}') FROM model;
SELECT name_covariates(m, '{NULL}', '{c}') FROM model;
SELECT name_covariates(m, '{""}', '{c}') FROM model;
SELECT name_covariates(m, ARRAY[repeat('x', 64)], '{c}') FROM model;
SELECT name_covariates(m, ARRAY[E'a\nb'], '{c}') FROM model;
SELECT name_covariates(bgnbd_fit(x, x + 1, 9, ARRAY[x, x * x % 5], '{}'), '{a,a}', '{}')
FROM generate_series(1, 5) AS x;
-- Forged ones: no text, a fraction, no line feed, and something behind it; the last is one.
\set VERBOSITY terse
SELECT ('v1 bg/nbd 6 [9,-20,6,0,5,1,0,0,0,0,0,0,1,281474976710655] 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 '
	'0,0,0,0,0,0')::clv_model;
SELECT ('v1 bg/nbd 6 [9,-20,6,0,5,1,0,0,0,0,0,0,1,0.5] 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 '
	'0,0,0,0,0,0')::clv_model;
SELECT ('v1 bg/nbd 6 [9,-20,6,0,5,1,0,0,0,0,0,0,1,107752139522048] 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 '
	'0,0,0,0,0,0')::clv_model;
SELECT ('v1 bg/nbd 6 [9,-20,6,0,5,1,0,0,0,0,0,0,1,107075196314725] 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 '
	'0,0,0,0,0,0')::clv_model;
SELECT ('v1 bg/nbd 6 [9,-20,6,0,5,1,0,0,0,0,0,0,1,107075196289024] 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 1,0,0,0,0,0 '
	'0,0,0,0,0,0')::clv_model;
