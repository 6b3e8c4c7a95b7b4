-- sentiment: English sentences (reference, section 3); the lexicon has only the words that occur in them.
\i test/include/close.sql
CREATE TABLE entry (lang text, word text, kind text, value float8);
INSERT INTO entry VALUES
	('en', 'but', 'contrast', NULL), ('en', 'not', 'negator', NULL), ('en', 'never', 'negator', NULL),
	('en', 'nothing', 'negator', NULL), ('en', 'can''t', 'negator', NULL), ('en', 'don''t', 'negator', NULL),
	('en', 'without', 'negator', NULL), ('en', 'very', 'booster', 0.293), ('en', 'so', 'booster', 0.293),
	('en', 'really', 'booster', 0.293), ('en', 'hardly', 'booster', -0.293), ('en', 'somewhat', 'booster', -0.293),
	('en', 'kinda', 'booster', -0.293), ('en', 'sort of', 'booster', -0.293), ('en', ':(', 'word', -1.9),
	('en', ':)', 'word', 2), ('en', 'awful', 'word', -2), ('en', 'bad', 'word', -2.5),
	('en', 'broken', 'word', -2.1), ('en', 'clean', 'word', 1.7), ('en', 'disappointed', 'word', -2.1),
	('en', 'disappointing', 'word', -2.2), ('en', 'doubt', 'word', -1.5), ('en', 'excellent', 'word', 2.7),
	('en', 'fed up', 'word', -1.8), ('en', 'friendly', 'word', 2.2), ('en', 'fun', 'word', 2.3),
	('en', 'good', 'word', 1.9), ('en', 'great', 'word', 3.1), ('en', 'happy', 'word', 2.7),
	('en', 'help', 'word', 1.7), ('en', 'helpful', 'word', 1.8), ('en', 'impressed', 'word', 2.1),
	('en', 'love', 'word', 3.2), ('en', 'loved', 'word', 2.9), ('en', 'nice', 'word', 1.8),
	('en', 'no', 'word', -1.2), ('en', 'ok', 'word', 1.2), ('en', 'problem', 'word', -1.7),
	('en', 'recommend', 'word', 1.5), ('en', 'shit', 'word', -2.6), ('en', 'support', 'word', 1.7),
	('en', 'terrible', 'word', -2.1), ('en', 'thanks', 'word', 1.9), ('en', 'the shit', 'word', 3),
	('en', 'well', 'word', 1.1), ('en', 'worst', 'word', -3.1), ('en', '❤', 'word', 3.2), ('en', '👍', 'word', 2),
	('en', '💔', 'word', -2.9), ('en', '😡', 'word', -2);
CREATE TABLE compiled AS SELECT lexicon_agg(lang, word, kind, value) AS l FROM entry;
CREATE TABLE sentence (n integer, comment text, compound float8, shares text);
INSERT INTO sentence VALUES
	(1, 'The staff was friendly and helpful.', 0.7184212081, '0.000 0.400 0.600'),
	(2, 'The staff was very friendly and helpful.', 0.7619567824, '0.000 0.433 0.567'),
	(3, 'The staff was not friendly.', -0.3875050096, '0.396 0.604 0.000'),
	(4, 'I was never disappointed.', 0.3723834082, '0.000 0.540 0.460'),
	(5, 'Nothing was good.', -0.3412376513, '0.546 0.454 0.000'),
	(6, 'This is hardly good.', 0.3832447318, '0.000 0.535 0.465'),
	(7, 'The price is somewhat expensive but the quality is excellent.', 0.7227247226, '0.000 0.641 0.359'),
	(8, 'GREAT service and good food.', 0.8286335744, '0.000 0.280 0.720'),
	(9, 'GREAT SERVICE AND GOOD FOOD', 0.7905694150, '0.000 0.300 0.700'),
	(10, 'Worst delivery EVER, terrible!!!', -0.8432565534, '0.802 0.198 0.000'),
	(11, 'Never so happy with a purchase.', 0.6947692015, '0.000 0.513 0.487'),
	(12, 'Without doubt a good shop.', 0.6136458219, '0.000 0.375 0.625'),
	(13, 'At least the support is helpful.', 0.6704783997, '0.000 0.421 0.579'),
	(14, 'No problem with the delivery.', 0.3089262411, '0.000 0.639 0.361'),
	(15, 'No refund, no help, no answer.', -0.6866416288, '0.689 0.311 0.000'),
	(16, 'The hotel was not bad, not good.', 0.5981048698, '0.000 0.506 0.494'),
	(17, 'I can''t recommend this shop, awful and slow.', -0.6261196455, '0.460 0.540 0.000'),
	(18, 'Delivery was late again :(', -0.4404335708, '0.420 0.580 0.000'),
	(19, 'Fast delivery :)', 0.4588314677, '0.000 0.400 0.600'),
	(20, 'The food was good and the service was good.', 0.7003492917, '0.000 0.547 0.453'),
	(21, 'not not good', 0.2594418620, '0.000 0.495 0.505'),
	(22, 'It was a bit disappointing, but we had fun, and the kids loved it.', 0.8657602583, '0.092 0.480 0.428'),
	(23, 'The support is the shit', 0.7717372111, '0.000 0.230 0.770'),
	(24, 'The app is kinda bad', -0.4951013626, '0.445 0.555 0.000'),
	(25, 'The app is sort of bad', -0.4951013626, '0.391 0.609 0.000'),
	(26, 'ok', 0.2959581742, '0.000 0.000 1.000'),
	(27, 'ok!', 0.3594808790, '0.000 0.000 1.000'),
	(28, 'No, thanks.', 0.1778575605, '0.431 0.000 0.569'),
	(29, 'Works well-made and user-friendly', 0.6485566469, '0.000 0.430 0.570'),
	(30, 'good/bad', -0.1530931089, '0.547 0.000 0.453'),
	(31, 'sooooo goooood', 0.4927250317, '0.000 0.238 0.762'),
	(32, 'The room was nice… and clean', 0.6704783997, '0.000 0.421 0.579'),
	(33, 'Thanks 👍', 0.7095601950, '0.000 0.000 1.000'),
	(34, 'I am so happy today', 0.6114782196, '0.000 0.500 0.500'),
	(35, 'See http://good-shop.com/?why?really?love it', 0.0000000000, '0.000 1.000 0.000'),
	(36, 'We are fed up', -0.4214636152, '0.583 0.417 0.000'),
	(37, 'The delivery was not on time. Great shop though.', 0.6248933269, '0.000 0.661 0.339'),
	(38, 'I love ❤️ this 👍🏽 shop', 0.9081213751, '0.000 0.208 0.792'),
	(39, 'The delivery was late 😡 and the box broken 💔', -0.8750000000, '0.588 0.412 0.000'),
	(40, 'Refund of 100% received within 2 days, good.', 0.4404335708, '0.000 0.707 0.293'),
	(41, 'I was not at all impressed, but the price is good, but slow.', 0.4719007869, '0.107 0.662 0.232'),
	(42, 'Don’t buy, really terrible.', 0.4158206164, '0.000 0.520 0.480');
SELECT count(*) AS sentences, count(*) FILTER (WHERE round(p.compound::numeric, 10) = s.compound::numeric) AS compounds,
	count(*) FILTER (WHERE abs(neg - split_part(shares, ' ', 1)::float8) < 0.000501
		AND abs(neu - split_part(shares, ' ', 2)::float8) < 0.000501
		AND abs(pos - split_part(shares, ' ', 3)::float8) < 0.000501) AS shares,
	count(*) FILTER (WHERE p.compound = sentiment(comment, l) AND score = sentiment_score(comment, l)) AS alike
FROM sentence s, compiled, sentiment_parts(comment, l) AS p;
SELECT n, s.compound, p.*, comment FROM sentence s, compiled, sentiment_parts(comment, l) AS p
WHERE round(p.compound::numeric, 10) <> s.compound::numeric;
-- Why: the values and the emphasis add up to the score.  (Unaligned: how wide an emoji is depends on psql's version.)
\pset format unaligned
SELECT n, start_at, length, word, valence, round(value::numeric, 6) AS value, reason
FROM sentence, compiled, sentiment_hits(comment, l) AS h WHERE comment !~ '^(Refund|good/|GREAT SERV)'
ORDER BY n, start_at;
\pset format aligned
SELECT bool_and(close(score,
	score_of_hits + CASE WHEN comment LIKE '%!!!' THEN 3 WHEN comment LIKE '%!' THEN 1 ELSE 0 END * 0.292
	* sign(score))) AS add_up
FROM (SELECT comment, sentiment_score(comment, l) AS score,
	(SELECT coalesce(sum(value), 0) FROM sentiment_hits(comment, l)) AS score_of_hits FROM sentence, compiled) AS t;
-- The value around "but" goes by position, not by an equal value.
WITH l AS (SELECT lexicon_agg('en', word, kind, value) AS l
	FROM (VALUES ('gorgeous', 'word', 3.0), ('like', 'word', 1.5), ('but', 'contrast', NULL)) AS t(word, kind, value))
SELECT sentiment_score('A gorgeous box but we like it', l) AS score,
	round(sentiment('A gorgeous box but we like it', l)::numeric, 10) AS compound FROM l;
-- Nothing to say.
SELECT sentiment('', l) AS empty, sentiment(NULL, l) AS none, sentiment(' ... !!! ', l) AS marks,
	sentiment('good', NULL) AS no_lexicon,
	sentiment_parts('', l) AS parts, sentiment_parts('...', l) AS dots FROM compiled;
SELECT sentiment('good', lexicon_agg('en', 'x', 'word', 1) FILTER (WHERE false)) AS empty_lexicon FROM compiled;
\pset format unaligned
SELECT comment, round(sentiment_score(comment, l)::numeric, 6) AS score FROM compiled, unnest(ARRAY[
	'good!', 'good!!!!!!', 'good??', 'good????', 'good?!', 'see www.good.com!!!! good', 'bad!',
	'mail me at good@bad.com!!! good',
	'ＧＯＯＤ food', 'the least good', 'at least good', 'the very least good', 'no good', 'no, good', 'no good or bad',
	'NOT GOOD', 'VERY good',
	'not. good', 'not… good', 'fed, up', 'Fed  Up', 'well-known', 'great :)', '😡💔', '👍🏽👍', 'goood-gooood/baaaad',
	'couldn''t be good', '"good"', '(not) good.']) AS comment;
\pset format aligned
-- Labels.
SELECT x, sentiment_label(x) FROM unnest('{-1,-0.05,-0.0499,0,0.0499,0.05,1}'::float8[]) AS x;
SELECT sentiment_label(1.5);
SELECT sentiment_label('NaN');
DROP TABLE entry, compiled, sentence;
-- S35: the sentences of VADER's authors, and others with its words.
CREATE TABLE compiled AS SELECT lexicon_agg('en', word, kind, value) AS l
FROM (VALUES ('good', 'word', 1.9), ('great', 'word', 3.1),
	('terrible', 'word', -2.1), ('love', 'word', 3.2), ('smart', 'word', 1.7), ('handsome', 'word', 2.2),
	('funny', 'word', 1.9), ('sux', 'word', -1.5),
	('uncompelling', 'word', -0.9), ('not', 'negator', NULL), ('nor', 'negator', NULL), ('very', 'booster', 0.293),
	('but', 'contrast', NULL)) AS t(word, kind, value);
SELECT comment, round(compound::numeric, 4) AS compound, round(neg::numeric, 3) AS neg, round(neu::numeric, 3) AS neu,
	round(pos::numeric, 3) AS pos,
	round(compound::numeric, 4) = c AND abs(neg - n) < 0.00051 AND abs(neu - u) < 0.00051
	AND abs(pos - p) < 0.00051 AS right
FROM compiled, (VALUES
	('VADER is smart, handsome, and funny.', 0.8316, 0.0, 0.254, 0.746),
	('VADER is smart, handsome, and funny!', 0.8439, 0.0, 0.248, 0.752),
	('VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342, 0.0, 0.233, 0.767),
	('VADER is not smart, handsome, nor funny.', -0.7424, 0.646, 0.354, 0.0),
	('The book was good.', 0.4404, 0.0, 0.508, 0.492),
	('The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042, 0.327,
		0.579, 0.094),
	('Today SUX!', -0.5461, 0.779, 0.221, 0.0),
	('Delivery was fast but the packaging was terrible.', -0.631, 0.372, 0.628, 0.0),
	('I love this store, great service!', 0.8622, 0.0, 0.318, 0.682),
	('', 0.0, 0.0, 0.0, 0.0)) AS t(comment, c, n, u, p), sentiment_parts(comment, l);
-- A plain sum over a list of whole numbers, without rules.
SELECT comment, sum(valence)
FROM (SELECT 'v1 en word "good" 3 en word "terrible" -3 en word "denied" -2 en word "horrible" -3 en word "great" 3 en '
	'contrast "but"'::lexicon AS l) AS l,
	unnest(ARRAY['The service was good but the delivery was terrible', 'Refund denied, horrible experience',
		'great great great']) AS comment, sentiment_hits(comment, l)
GROUP BY comment ORDER BY comment;
DROP TABLE compiled;
