# From every released version to this one: the same catalog as after a fresh install; what was stored and built on an
# old version survives; and the old SQL works with the new library.
use strict;
use warnings;

use Test::More;

use PostgreSQL::Test::Utils;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('update');

# A new database with a version of the extension, the newest if none is given.
sub database
{
	my ($name, $version) = @_;
	$node->safe_psql('postgres', "CREATE DATABASE $name");
	$node->safe_psql($name, 'CREATE EXTENSION custvalue' . (defined $version ? " VERSION '$version'" : ''));
	return $name;
}

# Everything about every member that is not a number of its own.
my $catalog = q{
	CREATE TEMP VIEW member AS
	SELECT classid, objid FROM pg_depend
	WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
		AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');
	SELECT 'extension ' || extversion || extrelocatable || extnamespace::regnamespace FROM pg_extension
	WHERE extname = 'custvalue';
	SELECT 'member', type, identity, obj_description(objid, classid::regclass::name)
	FROM member, pg_identify_object(classid, objid, 0) ORDER BY type COLLATE "C", identity COLLATE "C";
	SELECT 'depends', pg_describe_object(classid, objid, objsubid) COLLATE "C",
		pg_describe_object(refclassid, refobjid, refobjsubid) COLLATE "C", deptype
	FROM pg_depend WHERE (classid, objid) IN (TABLE member) ORDER BY 2, 3, 4;
	SELECT 'function', oid::regprocedure, proowner::regrole, prolang, procost, prorows,
		provariadic::regtype, prosupport,
		prokind, prosecdef, proleakproof, proisstrict, proretset, provolatile, proparallel, pronargs, pronargdefaults,
		prorettype::regtype, proargtypes::regtype[], proallargtypes::regtype[], proargmodes, proargnames,
		pg_get_expr(proargdefaults, 0), prosrc, probin, proconfig, proacl
	FROM pg_proc WHERE oid IN (SELECT objid FROM member) ORDER BY oid::regprocedure::text COLLATE "C";
	SELECT 'aggregate', aggfnoid::oid::regprocedure, aggkind, aggnumdirectargs, aggtransfn::oid::regprocedure,
		aggfinalfn::oid::regprocedure, aggcombinefn::oid::regprocedure, aggserialfn::oid, aggdeserialfn::oid,
		aggmtransfn::oid::regprocedure, aggminvtransfn::oid::regprocedure, aggmfinalfn::oid::regprocedure,
		aggfinalextra, aggmfinalextra, aggfinalmodify, aggmfinalmodify, aggsortop, aggtranstype::regtype,
		aggtransspace, aggmtranstype::regtype, aggmtransspace, agginitval, aggminitval
	FROM pg_aggregate WHERE aggfnoid IN (SELECT objid FROM member)
	ORDER BY aggfnoid::oid::regprocedure::text COLLATE "C";
	SELECT 'type', typname, typowner::regrole, typlen, typbyval, typtype, typcategory, typispreferred, typisdefined,
		typdelim, typrelid::regclass, typelem::regtype, typarray::regtype, typinput, typoutput, typreceive, typsend,
		typmodin, typmodout, typanalyze, typalign, typstorage, typnotnull, typbasetype::regtype, typtypmod, typndims,
		typcollation, typdefault, typacl
	FROM pg_type WHERE oid IN (SELECT objid FROM member) ORDER BY typname COLLATE "C";
	SELECT 'cast', castsource::regtype, casttarget::regtype, castfunc::regprocedure, castcontext, castmethod
	FROM pg_cast WHERE oid IN (SELECT objid FROM member) ORDER BY 2, 3;
	SELECT 'operator', oid::regoperator, oprowner::regrole, oprkind, oprcanmerge, oprcanhash, oprresult::regtype,
		oprcom::regoperator, oprnegate::regoperator, oprcode::oid::regprocedure, oprrest, oprjoin
	FROM pg_operator WHERE oid IN (SELECT objid FROM member) ORDER BY oid::regoperator::text COLLATE "C";
	SELECT 'class', amname, opcname, opcowner::regrole, opfname, opcintype::regtype, opcdefault, opckeytype::regtype
	FROM pg_opclass c JOIN pg_am m ON m.oid = opcmethod JOIN pg_opfamily f ON f.oid = opcfamily
	WHERE c.oid IN (SELECT objid FROM member) ORDER BY amname, opcname COLLATE "C";
	CREATE TEMP VIEW family AS
	SELECT f.oid, amname, opfname, opfowner FROM pg_opfamily f JOIN pg_am m ON m.oid = opfmethod
	WHERE f.oid IN (SELECT objid FROM member);
	SELECT 'family', amname, opfname, opfowner::regrole FROM family ORDER BY amname, opfname COLLATE "C";
	SELECT 'family operator', amname, opfname, amoplefttype::regtype, amoprighttype::regtype, amopstrategy, amoppurpose,
		amopopr::regoperator, amopmethod = (SELECT oid FROM pg_am a WHERE a.amname = family.amname), amopsortfamily
	FROM family JOIN pg_amop ON amopfamily = family.oid
	ORDER BY amname, opfname COLLATE "C", amoplefttype::regtype::text, amoprighttype::regtype::text, amopstrategy;
	SELECT 'family function', amname, opfname, amproclefttype::regtype, amprocrighttype::regtype, amprocnum,
		amproc::oid::regprocedure
	FROM family JOIN pg_amproc ON amprocfamily = family.oid
	ORDER BY amname, opfname COLLATE "C", amproclefttype::regtype::text, amprocrighttype::regtype::text, amprocnum;
};
database('fresh');
my $fresh = $node->safe_psql('fresh', $catalog);
foreach my $kind ('member', 'depends', 'function', 'aggregate', 'type', 'operator', 'class', 'family',
	'family operator', 'family function')
{
	my @rows = $fresh =~ /^\Q$kind\E\|/mg;
	cmp_ok(scalar(@rows), '>=', 10, "there is something to compare: $kind");
}

# The walk.
my @versions = map { m{/custvalue--([0-9.]+)\.sql$} ? $1 : () } sort(glob('sql/upgrade/custvalue--*.sql'));
cmp_ok(scalar(@versions), '>=', 2, 'released versions: ' . join(', ', @versions));
foreach my $version (@versions)
{
	my $name = database('walk_' . $version =~ s/\W/_/gr, $version);
	isnt($node->safe_psql($name, $catalog), $fresh, "$version differs from the newest version") if $version ne newest();
	$node->safe_psql($name, 'ALTER EXTENSION custvalue UPDATE');
	my $updated = $node->safe_psql($name, $catalog);
	my %of_fresh = map { $_ => 1 } split(/\n/, $fresh);
	my %of_updated = map { $_ => 1 } split(/\n/, $updated);
	is(join("\n", grep { !$of_fresh{$_} } split(/\n/, $updated)), '',
		"$version: the update leaves nothing that a fresh install does not have");
	is(join("\n", grep { !$of_updated{$_} } split(/\n/, $fresh)), '', "$version: nor does it leave out anything");
	is($updated, $fresh, "$version: field by field");
}

sub newest
{
	return $node->safe_psql('postgres',
		q{SELECT default_version FROM pg_available_extensions WHERE name = 'custvalue'});
}

# What a database of 1.0.0 has built on it.
database('updated', '1.0.0');
$node->safe_psql('updated', q{
	CREATE TABLE daily AS
	SELECT d AS day, survey_agg((d * 7 + i * 3) % 11) AS summary
	FROM generate_series(1, 50) AS d, generate_series(1, 20) AS i GROUP BY d;
	INSERT INTO daily SELECT 51, survey_agg(i) FROM generate_series(0, 100) AS i;
	CREATE INDEX daily_nps ON daily (nps_score(summary)) WHERE day <= 50;
	CREATE TABLE customer AS
	SELECT i AS id, (i * 37 % 101 - 50)::float8 AS income, i % 10 AS potential FROM generate_series(1, 100) AS i;
	ALTER TABLE customer ADD field text GENERATED ALWAYS AS (quadrant(income, potential, 0, 5)) STORED;
	CREATE MATERIALIZED VIEW total AS
	SELECT rollup(summary) AS summary, nps_score(rollup(summary)) AS nps FROM daily WHERE day <= 50;
	CREATE VIEW share AS
	SELECT id, field, cumulative_share(income) OVER (ORDER BY income DESC) AS share,
		abc_allocate(100, potential::bigint, id) OVER () AS part, abc_allocate(77.77, income + 50, id) OVER () AS other,
		clv(income, 0.5, 0.1) AS value, (abc_capacity(income::numeric, 100, 5)).used_cost,
		residual_income(10, income::numeric, 0.05)
	FROM customer;
	CREATE FUNCTION monthly() RETURNS SETOF float8 LANGUAGE sql AS
	'SELECT nps_score(x) FROM unnest(ARRAY[9, 10, 3]) AS x';
	PREPARE rolling AS
	SELECT sum(n) FROM (SELECT nps_score(day % 11) OVER (ORDER BY day ROWS 5 PRECEDING) AS n FROM daily) AS d;
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
$node->safe_psql('updated', 'ALTER EXTENSION custvalue UPDATE');
is($node->safe_psql('updated', $query), $before, 'what was stored and built on the old version is as it was');
$node->safe_psql('updated', 'REFRESH MATERIALIZED VIEW total');
is($node->safe_psql('updated', $query), $before, 'also when it is refreshed');
is($node->safe_psql('updated', q{
	SET enable_seqscan = off;
	SELECT count(*) FROM daily WHERE day <= 50 AND nps_score(summary) > -1000
}), 50, 'and its indexes work');
is($node->safe_psql('updated', q{
	SELECT nps_low(rollup(summary)) < nps_high(rollup(summary)) FROM daily WHERE day <= 50
}), 't', 'old values under new functions');

# For every version, a database with a view on every function of it (aggregates of the samples, other functions of
# NULL), and with values of every type, from the samples and from the aggregates.  Left out are the functions that only
# PostgreSQL can call.
my $samples = q{
	\i test/catalog/samples.sql
	SET client_min_messages = warning;
	CREATE FUNCTION call_of(f extension_function) RETURNS text LANGUAGE sql AS $$
		SELECT format('%I(%s)', f.proname, string_agg('NULL::' || format_type(t, NULL), ', ' ORDER BY n))
		FROM unnest(f.proargtypes) WITH ORDINALITY AS u(t, n)
	$$;
	CREATE FUNCTION query_of(f extension_function) RETURNS text LANGUAGE sql AS $$
		SELECT CASE WHEN f.prokind = 'a'
			THEN (SELECT format('SELECT %s AS value FROM generate_series(1, 40) AS i', call)
				FROM extension_aggregate a WHERE aggfnoid = f.oid)
			WHEN f.prokind = 'w' THEN format('SELECT %s OVER (ORDER BY i) AS value FROM (VALUES (1)) AS one(i)',
				call_of(f))
			WHEN f.proretset OR f.prorettype = 'record'::regtype THEN format('SELECT * FROM %s', call_of(f))
			WHEN f.prorettype = 'cstring'::regtype THEN format('SELECT %s::text AS value', call_of(f))
			ELSE format('SELECT %s AS value', call_of(f)) END
	$$;
	CREATE FUNCTION run(command text) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE result text;
	BEGIN
		IF command LIKE 'SELECT%' THEN EXECUTE command INTO result; ELSE EXECUTE command; END IF;
		RETURN result;
	END $$;
	CREATE FUNCTION reading(view text) RETURNS text LANGUAGE sql AS $$
		SELECT run(format('SELECT string_agg(v::text, E''\n'') FROM %I AS v', view))
	$$;
};
my $build = q{
	CREATE TABLE released AS
	SELECT 'on_function_' || row_number() OVER (ORDER BY signature) AS view, signature, query_of(f) AS query
	FROM extension_function f WHERE NOT 'internal'::regtype = ANY (proargtypes::oid[]);
	SELECT run(format('CREATE VIEW %I AS %s', view, query)) FROM released;
	ALTER TABLE released ADD definition text, ADD reading text;
	UPDATE released SET definition = pg_get_viewdef(view::regclass), reading = reading(view);

	CREATE TABLE stored (tab text, type text, source text);
	INSERT INTO stored
	SELECT 'value_' || row_number() OVER (ORDER BY type, value), type, format('%L::%s', value, type)
	FROM type_sample WHERE type IN (SELECT name FROM extension_type)
	UNION ALL
	SELECT 'result_' || row_number() OVER (ORDER BY a.signature), format_type(f.prorettype, NULL),
		'(SELECT ' || call || ' FROM generate_series(1, 40) AS i)'
	FROM extension_aggregate a JOIN extension_function f ON f.oid = aggfnoid
	JOIN extension_type t ON t.oid = f.prorettype;
	SELECT run(format('CREATE TABLE %I AS SELECT %s AS value', tab, source)) FROM stored;
	ALTER TABLE stored ADD was text;
	UPDATE stored SET was = run(format('SELECT value::text FROM %I', tab));
};
foreach my $version (@versions)
{
	my $name = database('built_' . $version =~ s/\W/_/gr, $version);
	my $none = sub
	{
		my ($offenders, $what) = @_;
		is($node->safe_psql($name, "SET search_path = catalog_test, public; $offenders"), '', "$version: $what");
	};
	$node->safe_psql($name, $samples . $build);
	$none->(q{SELECT signature FROM extension_function
		WHERE signature NOT IN (SELECT signature FROM released) AND proname NOT LIKE '%\_recv'},
		'a view on every function');
	$none->('SELECT name FROM extension_type WHERE name NOT IN (SELECT type FROM stored)', 'values of every type');
	$node->safe_psql($name, 'ALTER EXTENSION custvalue UPDATE');
	$none->(q{SELECT signature FROM released
		WHERE to_regclass(view) IS NULL OR definition IS DISTINCT FROM pg_get_viewdef(view::regclass)},
		'after the update every view is there and reads as it did');
	$none->(q{SELECT signature, reading, reading(view) FROM released WHERE reading IS DISTINCT FROM reading(view)},
		'and says what it said');
	$none->(q{SELECT type, source FROM stored WHERE was IS DISTINCT FROM
		run(format('SELECT value::text FROM %I', tab))},
		'every stored value has the text that it had');
	$none->(q{SELECT type, source FROM stored
		WHERE run(format('SELECT value = %s AND NOT value <> %s FROM %I', source, source, tab))
			IS DISTINCT FROM 'true'},
		'and equals the same value written now');
	$none->(q{SELECT type, source FROM stored
		WHERE run(format('SELECT count(*) FROM (SELECT value FROM %I UNION SELECT %s) AS u', tab, source)) <> '1'},
		'also for a union');

	# A dump of it restores as the newest version.
	my $dump = $node->basedir . "/$name.sql";
	$node->command_ok([ 'pg_dump', '-d', $node->connstr($name), '-f', $dump ], "$version: it can be dumped");
	$node->safe_psql('postgres', "CREATE DATABASE restored_$name");
	$node->command_ok([ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr("restored_$name"), '-f', $dump ],
		"$version: and restored");
	my $views = 'SELECT count(to_regclass(\'catalog_test.\' || view)) FROM catalog_test.released';
	is($node->safe_psql("restored_$name", $views), $node->safe_psql($name, $views), "$version: with all views");
}

# Values in the bytes in which older versions stored them, with the texts that they had: test/catalog/stored.sql.  Both
# are read as the same value.  Its text is as it was, except for types with a newer format.
my %newer = ('test/data/stored-1.1.0.csv' => 'ols_summary');
foreach my $file (sort(glob('test/data/stored-*.csv')))
{
	SKIP:
	{
		skip 'stored bytes are those of little-endian machines', 1 if unpack('C', pack('S', 1)) != 1;
		my $name = database('bytes_' . ($file =~ s/\W/_/gr));
		$node->safe_psql($name, qq{
			$samples
			\\i test/catalog/raw.sql
			CREATE TABLE stored (type text, value text, bytes text);
			\\copy stored FROM '$file' CSV HEADER
		});
		is($node->safe_psql($name, q{
			SET search_path = catalog_test, public;
			SELECT CASE WHEN count(*) < 80 THEN 'too few' END FROM stored;
			SELECT type, value, run(format('SELECT %L::raw::%s::text', bytes, type)) FROM stored
			WHERE run(format('SELECT %L::raw::%s::text = %L::%2$s::text AND %1$L::raw::%2$s = %3$L',
				bytes, type, value))
				IS DISTINCT FROM 'true'
		}), '', "$file: the bytes and the text of old are one value");
		is($node->safe_psql($name, q{
			SET search_path = catalog_test, public;
			SELECT DISTINCT type FROM stored WHERE run(format('SELECT %L::raw::%s::text', bytes, type)) <> value
			ORDER BY 1
		}), $newer{$file} // '', "$file: types with a newer text");
	}
}

# A database owner can update, too, also where a schema before that of the extension shadows what the scripts call.
$node->safe_psql('postgres', 'CREATE ROLE owner LOGIN; CREATE DATABASE owned OWNER owner');
is($node->psql('owned', q{
	CREATE SCHEMA hostile;
	CREATE SCHEMA worth;
	CREATE FUNCTION worth.boom(oid, regprocedure) RETURNS boolean LANGUAGE plpgsql AS
	'BEGIN RAISE EXCEPTION ''shadowed''; END';
	CREATE OPERATOR worth.= (LEFTARG = oid, RIGHTARG = regprocedure, FUNCTION = worth.boom);
	CREATE FUNCTION worth.to_regprocedure(text) RETURNS regprocedure LANGUAGE plpgsql AS
	'BEGIN RAISE EXCEPTION ''shadowed''; END';
	CREATE TABLE worth.pg_proc (oid oid, proargnames text[]);
	CREATE DOMAIN hostile.purchase_history AS text;
	CREATE FUNCTION hostile.purchase_history_pack(hostile.purchase_history) RETURNS text
	LANGUAGE sql AS 'SELECT $1::text';
	SET search_path = hostile, worth, public;
	CREATE EXTENSION custvalue VERSION '1.0.0' SCHEMA worth;
	ALTER EXTENSION custvalue UPDATE;
}, extra_params => [ '-U', 'owner', '-v', 'ON_ERROR_STOP=1' ]), 0, 'a database owner can update');
is($node->safe_psql('owned', q{
	SELECT array_to_string(proargnames, ',') FROM pg_proc
	WHERE oid = 'worth.purchase_history_pack(worth.purchase_history)'::regprocedure
}), 'history', 'and arguments have their new names');

$node->stop;
done_testing();
