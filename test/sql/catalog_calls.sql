-- No call of a released version is taken for something else: every function with numbers of every type, with literals,
-- quoted literals and NULL.
\i test/catalog/calls.sql
\set ECHO all
CREATE TABLE released (prokind "char", call text, signature text, value text);
\copy released FROM 'test/data/calls-1.1.0.csv' CSV HEADER
CREATE TABLE taken AS
SELECT r.*, t.taken FROM (SELECT prokind, array_agg(call ORDER BY call) AS calls FROM released GROUP BY prokind) AS k,
	all_taken_for(prokind, calls) AS t JOIN released AS r USING (call);
SELECT count(*) > 3500 AS calls, count(*) = (SELECT count(*) FROM released) AS all,
	count(DISTINCT signature) > 200 AS signatures FROM taken;

-- Accessors of one name read several types, more in each version: a stored value in quotes without its type, and NULL
-- alone, do not say which.
DELETE FROM taken WHERE taken <> signature AND call ~ '\(E?''v1|, E?''v1[^'']*''[,)]|\(NULL(, NULL)*\)$';
-- Calls of 1.1.0 that are errors now: quoted numbers and NULL in place of columns, of names that have more types since.
SELECT call, taken FROM taken WHERE taken !~ '\(' ORDER BY call COLLATE "C";
-- Calls that another signature takes now: that of a closer type.
SELECT signature, taken, count(*) FROM taken WHERE taken ~ '\(' AND taken <> signature
GROUP BY signature, taken ORDER BY signature COLLATE "C", taken COLLATE "C";
-- All have the same value, except where the old one was wrong: intervals of ratios and differences where all succeed
-- (1 of 1), of differences of scores, of scores at a low confidence, margins off their scale, an integer as the tie key
-- of a window that divides.  (Texts of stored values that have a newer form, and fits that search from more starts, are
-- compared elsewhere.)
SELECT signature, count(*), min(call COLLATE "C") AS call, min(value) AS was,
	min(CASE WHEN now ~ '^[0-9A-Z]{5}$' THEN now ELSE 'another' END) AS is
FROM (SELECT signature, call, value, call_value(prokind, call) AS now FROM taken
	WHERE taken ~ '\(' AND value !~ '^v1 |^[0-9a-f]{32}$' OFFSET 0) AS s
WHERE NOT same(value, now) GROUP BY signature ORDER BY signature COLLATE "C";

-- Calls of today with all arguments in one form: PostgreSQL can decide all, except some with quoted literals and NULL,
-- of names that have numbers and summaries, or instants and intervals, at one place.
CREATE TABLE new_call AS
SELECT proname, call, t.taken FROM (SELECT prokind, array_agg(call) AS calls FROM call GROUP BY prokind) AS k,
	all_taken_for(prokind, calls) AS t JOIN call USING (call);
SELECT call AS undecided_without_quotes_and_null FROM new_call WHERE taken = '42725' AND call !~ '''[^'']*''[,)]|NULL';
-- Nothing else goes wrong: there is no function of such arguments, or a value in quotes is of another type.
SELECT call, taken FROM new_call WHERE taken !~ '\(|^42725$|^42883$' AND NOT (taken = '22P02' AND call ~ '''v1 ');
DROP SCHEMA catalog_test CASCADE;
