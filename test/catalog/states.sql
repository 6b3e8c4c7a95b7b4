-- The samples, and aggregates that show what the extension's own keep to themselves.
\i test/catalog/samples.sql
\set ECHO none

-- For each aggregate one that returns its state and one that finishes merged states.
DO $$
DECLARE a record;
BEGIN
	FOR a IN SELECT * FROM extension_aggregate LOOP
		EXECUTE format('CREATE AGGREGATE catalog_test.state_%s(%s) (SFUNC = %s, STYPE = %s%s)',
			a.aggfnoid::oid, pg_get_function_identity_arguments(a.aggfnoid), a.aggtransfn, a.state_type,
			', INITCOND = ' || quote_literal(a.agginitval));
		EXECUTE format('CREATE AGGREGATE catalog_test.merge_%s(%s) (SFUNC = %s, STYPE = %s%s%s)',
			a.aggfnoid::oid, a.state_type, a.aggcombinefn, a.state_type,
			', INITCOND = ' || quote_literal(a.agginitval),
			CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC = ' || a.aggfinalfn END);
	END LOOP;
END $$;
\set ECHO all
