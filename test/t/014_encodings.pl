# What customers write, in databases of other encodings than UTF-8: converted, or refused with a clear error, never
# misread.
use strict;
use warnings;

use Test::More;

use lib 'test/t';
use CustvalueNode;

my $node = CustvalueNode->start('encodings');

# A database of an encoding.  Clients send and get UTF-8, except where the server converts nothing.
sub make_database
{
	my ($encoding) = @_;
	my $database = lc $encoding;
	$node->safe_psql('postgres',
		"CREATE DATABASE $database ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
	$node->safe_psql($database, 'CREATE EXTENSION custvalue');
	return $database;
}

sub answer
{
	my ($database, $query) = @_;
	$query = "SET client_encoding = 'UTF8';\n$query" if $database ne 'sql_ascii';
	return $node->safe_psql($database, $query);
}

# The error of a query: its code and all its lines.
sub refused
{
	my ($database, $query) = @_;
	$query = "SET client_encoding = 'UTF8';\n$query" if $database ne 'sql_ascii';
	my ($status, $out, $error) = $node->psql($database, "\\set VERBOSITY verbose\n$query");
	isnt($status, 0, "$database: refused");
	return $error;
}

my $lexicon = q{(SELECT lexicon_agg(lang, word, kind, value, aspect) FROM (VALUES
	('fr', 'très', 'booster', 0.293, NULL), ('fr', 'déçu', 'word', -2, NULL), ('fr', 'génial', 'word', 3, NULL),
	('fr', 'qualité', 'aspect', NULL, 'qualité')) AS t(lang, word, kind, value, aspect))};
my $french = q{SELECT string_agg(concat_ws(' ', start_at, length, word, round(value::numeric, 4), reason, aspect), '; '
	ORDER BY start_at)
	FROM sentiment_hits('Très DÉÇU, qualité géniaaaal! Ça', } . "$lexicon)";
my $french_hits = '6 4 DÉÇU -3.0260 caps, Très general; 20 9 géniaaaal 3.2637 Très qualité';

# The answer of a UTF-8 database is that of all others.
my $utf8 = make_database('UTF8');
my $latin1 = make_database('LATIN1');
my $ascii = make_database('SQL_ASCII');
my $chinese = make_database('EUC_CN');

is(answer($_, $french), $french_hits, "$_: words with accents") foreach ($utf8, $latin1, $ascii);
is(answer($_, "SELECT $lexicon"),
	'v1 fr word "déçu" -2 fr word "génial" 3 fr aspect "qualité" "qualité" fr booster "très" 0.293',
	"$_: a lexicon as text")
	foreach ($utf8, $latin1, $ascii);
is(answer($_, "SELECT md5(lexicon_send(l)), l::text::lexicon = l FROM (SELECT $lexicon AS l OFFSET 0) AS s"),
	answer($utf8, "SELECT md5(lexicon_send(l)), true FROM (SELECT $lexicon AS l OFFSET 0) AS s"), "$_: the same bytes")
	foreach ($latin1, $ascii);

# Chinese: a character of two bytes is never read as two letters.
my $tokens = q{SELECT string_agg(token, '/' ORDER BY start_at) FROM sentiment_tokens('物流很快，包装太差了!',
	sentiment_demo_lexicon())};
my $hits = q{SELECT string_agg(concat_ws(' ', start_at, length, word, value, reason, aspect), '; ' ORDER BY start_at)
	FROM sentiment_hits('物流很快，包装太差了!', sentiment_demo_lexicon())};
is(answer($_, $tokens), '物流/很/快/，/包装/太差/了/!', "$_: Chinese tokens") foreach ($utf8, $ascii, $chinese);
is(answer($_, $hits), '4 1 快 1.875 很 delivery; 8 2 太差 -3 delivery', "$_: Chinese hits")
	foreach ($utf8, $ascii, $chinese);
is(answer($_, q{SELECT sentiment_demo_lexicon()::text::lexicon = sentiment_demo_lexicon()}), 't',
	"$_: the demonstration can be written") foreach ($utf8, $latin1, $ascii, $chinese);
is(answer($latin1, q{SELECT sentiment_label(sentiment('Not GOOD at all, the box was damaged',
	sentiment_demo_lexicon()))}), 'negative',
	'latin1: English');

# What is not in the encoding, or in none.
like(refused($latin1, q{SELECT sentiment('很好', sentiment_demo_lexicon())}), qr/ERROR:  22P05: .*"LATIN1"/,
	'latin1: Chinese text');
like(refused($latin1, q{SELECT lexicon_agg('zh', '好', 'word', 2)}), qr/ERROR:  22P05: .*"LATIN1"/,
	'latin1: a Chinese word');
my $said = 'a text is not UTF-8, which it must be in a database of encoding SQL_ASCII';
my $not_utf8 = qr/ERROR:  22021: $said\n.*HINT:  convert_from/s;
foreach my $bytes ('\xfc', 'caf\xe9 is good', '\xff\xfe good', '\xc3', 'good \xf0\x9f\x98', '\xed\xa0\x80', '\xc0\xaf',
	'\xf8\x88\x80\x80\x80')
{
	like(refused($ascii, "SELECT sentiment(E'$bytes', sentiment_demo_lexicon())"), $not_utf8, "sql_ascii: $bytes");
}
like(refused($ascii, q{SELECT lexicon_agg('de', E'f\xfcr', 'word', 1)}), $not_utf8, 'sql_ascii: a word of LATIN1');
like(refused($ascii, q{SELECT E'v1 de word "f\xfcr" 1'::lexicon}), $not_utf8, 'sql_ascii: the text of a lexicon');
is(answer($ascii, q{SELECT sentiment_score(convert_from(convert(E'tr\xe8s bon'::bytea, 'LATIN1', 'UTF8'), 'SQL_ASCII'),
	'v1 fr word "bon" 2 fr booster "très" 1')}),
	'3', 'sql_ascii: what the hint says');

# Every byte, and random ones: they are read as what they are, or refused.
is(answer($latin1, q{SELECT count(sentiment('good' || chr(i) || ' ' || chr(i) || 'bad', sentiment_demo_lexicon()))
	FROM generate_series(1, 255) AS i}), '255', 'latin1: every byte');
answer($ascii, q{
	CREATE FUNCTION is_utf8(bytes bytea) RETURNS boolean LANGUAGE plpgsql AS $$
	BEGIN
		RETURN convert_from(bytes, 'UTF8') IS NOT NULL;
	EXCEPTION WHEN character_not_in_repertoire THEN
		RETURN false;
	END $$;
	CREATE FUNCTION is_answered(bytes bytea) RETURNS boolean LANGUAGE plpgsql AS $$
	BEGIN
		RETURN sentiment(convert_from(bytes, 'SQL_ASCII'), sentiment_demo_lexicon()) IS NOT NULL
			AND (SELECT sum(length) >= 0
				FROM sentiment_tokens(convert_from(bytes, 'SQL_ASCII'), sentiment_demo_lexicon()));
	EXCEPTION WHEN character_not_in_repertoire THEN
		RETURN false;
	END $$});
is(answer($ascii, q{
	SELECT count(*), count(*) FILTER (WHERE utf8) > 100, count(*) FILTER (WHERE NOT utf8) > 1000,
		bool_and(utf8 = is_answered(bytes))
	FROM (SELECT bytes, is_utf8(bytes) AS utf8 FROM (
		SELECT 'x '::bytea || string_agg(decode(lpad(to_hex((ARRAY[97, 32, 195, 169, 229, 165, 189, 240, 159, 145, 141,
			33, 192, 255])[
			1 + ('x' || substr(md5(i || '.' || k), 1, 4))::bit(16)::integer % 14]), 2, '0'), 'hex'), ''
		ORDER BY k) AS bytes
		FROM generate_series(1, 3000) AS i, generate_series(1, 1 + i % 5) AS k GROUP BY i) AS b) AS t}),
	'3000|t|t|t', 'sql_ascii: random bytes');

$node->stop;
done_testing();
