\set ECHO none
-- Models at the estimates of test/REFERENCES.md (CDNOW), one row.
CREATE TABLE published AS
SELECT clv_model('bg/nbd', '{.24259452243,4.41360201901,.792922017226,2.42590677683}') AS bg,
	clv_model('mbg/nbd', '{.524843159106,6.18308527958,.891359390732,1.61400224017}') AS mbg,
	clv_model('pareto/nbd', '{.553277046853,10.5776834633,.606239989128,11.6687352889}') AS pareto,
	clv_model('nbd', '{.385,12.072}') AS nbd,
	clv_model('gamma-gamma', '{6.24957227748,3.74422466774,15.4435209481}') AS gg;
\set ECHO all
