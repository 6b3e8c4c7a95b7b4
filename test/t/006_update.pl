# From the first release to this one: the same catalog as after a fresh install, what was stored and built on the
# old version survives, and the old SQL works with the new library.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('update');
$node->safe_psql('postgres', 'CREATE DATABASE updated');
$node->safe_psql('postgres', 'CREATE DATABASE fresh');
$node->safe_psql('fresh', 'CREATE EXTENSION custvalue');
$node->safe_psql('updated', q{
	CREATE EXTENSION custvalue VERSION '1.0.0';
	CREATE TABLE daily AS SELECT d AS day, survey_agg((d * 7 + i * 3) % 11) AS summary FROM generate_series(1, 50) AS d, generate_series(1, 20) AS i GROUP BY d;
	INSERT INTO daily SELECT 51, survey_agg(i) FROM generate_series(0, 100) AS i;
	CREATE INDEX daily_nps ON daily (nps_score(summary)) WHERE day <= 50;
	CREATE TABLE customer AS SELECT i AS id, (i * 37 % 101 - 50)::float8 AS income, i % 10 AS potential FROM generate_series(1, 100) AS i;
	ALTER TABLE customer ADD field text GENERATED ALWAYS AS (quadrant(income, potential, 0, 5)) STORED;
	CREATE MATERIALIZED VIEW total AS SELECT rollup(summary) AS summary, nps_score(rollup(summary)) AS nps FROM daily WHERE day <= 50;
	CREATE VIEW share AS SELECT id, field, cumulative_share(income) OVER (ORDER BY income DESC) AS share, abc_allocate(100, potential::bigint, id) OVER () AS part,
		abc_allocate(77.77, income + 50, id) OVER () AS other, clv(income, 0.5, 0.1) AS value, (abc_capacity(income::numeric, 100, 5)).used_cost, residual_income(10, income::numeric, 0.05) FROM customer;
	CREATE FUNCTION monthly() RETURNS SETOF float8 LANGUAGE sql AS 'SELECT nps_score(x) FROM unnest(ARRAY[9, 10, 3]) AS x';
	PREPARE rolling AS SELECT sum(n) FROM (SELECT nps_score(day % 11) OVER (ORDER BY day ROWS 5 PRECEDING) AS n FROM daily) AS d;
	CREATE TABLE rolled AS EXECUTE rolling;
});
my $query = q{
	SELECT md5(string_agg(day || summary::text, ',' ORDER BY day)) FROM daily
	UNION ALL SELECT md5(string_agg(share::text, ',' ORDER BY id)) FROM share
	UNION ALL SELECT summary::text || nps FROM total
	UNION ALL SELECT monthly()::text
	UNION ALL SELECT sum::text FROM rolled
	UNION ALL SELECT nps_score(day % 11)::text FROM daily
};
my $before = $node->safe_psql('updated', $query);
$node->safe_psql('updated', 'REFRESH MATERIALIZED VIEW total');
is($node->safe_psql('updated', $query), $before, 'the old SQL works with the new library');

# The update, and everything about every member that is not a number of its own.
my $catalog = q{
	CREATE TEMP VIEW member AS SELECT classid, objid FROM pg_depend WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');
	SELECT 'extension ' || extversion || extrelocatable || extnamespace::regnamespace FROM pg_extension WHERE extname = 'custvalue';
	SELECT 'member', type, identity, obj_description(objid, classid::regclass::name) FROM member, pg_identify_object(classid, objid, 0) ORDER BY type COLLATE "C", identity COLLATE "C";
	SELECT oid::regprocedure, proowner::regrole, prolang, procost, prorows, provariadic::regtype, prokind, prosecdef, proleakproof, proisstrict, proretset, provolatile, proparallel, pronargs, pronargdefaults, prorettype::regtype, proargtypes::regtype[],
		proallargtypes::regtype[], proargmodes, proargnames, pg_get_expr(proargdefaults, 0), prosrc, probin, proconfig, proacl FROM pg_proc WHERE oid IN (SELECT objid FROM member) ORDER BY oid::regprocedure::text COLLATE "C";
	SELECT aggfnoid::oid::regprocedure, aggkind, aggnumdirectargs, aggtransfn::oid::regprocedure, aggfinalfn::oid::regprocedure, aggcombinefn::oid::regprocedure, aggserialfn::oid, aggdeserialfn::oid, aggmtransfn::oid::regprocedure, aggminvtransfn::oid::regprocedure, aggmfinalfn::oid::regprocedure,
		aggfinalextra, aggmfinalextra, aggfinalmodify, aggmfinalmodify, aggsortop, aggtranstype::regtype, aggtransspace, aggmtranstype::regtype, aggmtransspace, agginitval, aggminitval FROM pg_aggregate WHERE aggfnoid IN (SELECT objid FROM member) ORDER BY aggfnoid::oid::regprocedure::text COLLATE "C";
	SELECT typname, typowner::regrole, typlen, typbyval, typtype, typcategory, typispreferred, typisdefined, typdelim, typrelid::regclass, typelem::regtype, typarray::regtype, typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze, typalign, typstorage,
		typnotnull, typbasetype::regtype, typtypmod, typndims, typcollation, typdefault, typacl FROM pg_type WHERE oid IN (SELECT objid FROM member) ORDER BY typname COLLATE "C";
	SELECT castsource::regtype, casttarget::regtype, castfunc::regprocedure, castcontext, castmethod FROM pg_cast WHERE oid IN (SELECT objid FROM member) ORDER BY 1, 2;
};
isnt($node->safe_psql('updated', $catalog), $node->safe_psql('fresh', $catalog), 'the versions differ');
$node->safe_psql('updated', 'ALTER EXTENSION custvalue UPDATE');
my ($updated, $fresh) = map { $node->safe_psql($_, $catalog) } ('updated', 'fresh');
my %of_fresh = map { $_ => 1 } split(/\n/, $fresh);
my %of_updated = map { $_ => 1 } split(/\n/, $updated);
is(join("\n", grep { !$of_fresh{$_} } split(/\n/, $updated)), '', 'the update leaves nothing that a fresh install does not have');
is(join("\n", grep { !$of_updated{$_} } split(/\n/, $fresh)), '', 'nor does it leave out anything');
is($updated, $fresh, 'field by field');
cmp_ok(scalar(split(/\n/, $fresh)), '>', 500, 'which was worth comparing');

is($node->safe_psql('updated', $query), $before, 'what was stored and built on the old version is as it was');
$node->safe_psql('updated', 'REFRESH MATERIALIZED VIEW total');
is($node->safe_psql('updated', $query), $before, 'also when it is refreshed');
is($node->safe_psql('updated', 'SET enable_seqscan = off; SELECT count(*) FROM daily WHERE day <= 50 AND nps_score(summary) > -1000'), 50, 'and its indexes work');
is($node->safe_psql('updated', 'SELECT nps_low(rollup(summary)) < nps_high(rollup(summary)) FROM daily WHERE day <= 50'), 't', 'old values under new functions');

# A database owner can do the same, and a dump of the old version restores as the new one.
$node->safe_psql('postgres', 'CREATE ROLE owner LOGIN; CREATE DATABASE owned OWNER owner');
is($node->psql('owned', "CREATE EXTENSION custvalue VERSION '1.0.0'; ALTER EXTENSION custvalue UPDATE", extra_params => [ '-U', 'owner' ]), 0, 'a database owner can update');

$node->stop;
done_testing();
