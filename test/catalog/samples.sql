-- What the tests that follow the catalog feed to each aggregate and each type.
-- A new aggregate or type needs a row here; the tests say so when it has none.
\set ECHO none
SET client_min_messages = warning;
CREATE SCHEMA catalog_test;
SET search_path = catalog_test, public;

-- Arguments as expressions of the row number i, 1 and up.
CREATE TABLE aggregate_sample (aggregate text PRIMARY KEY, arguments text[] NOT NULL);
INSERT INTO aggregate_sample VALUES
	('survey_agg(smallint)', '{(i*7%11)::smallint}'),
	('survey_agg(integer)', '{i*7%101}'),
	('survey_agg(bigint)', '{(i*7%11)::bigint}'),
	('survey_agg(numeric)', '{(i*7%11)::numeric}'),
	('survey_agg(double precision)', '{(i*7%11)::float8}'),
	('nps_score(smallint)', '{(i*7%11)::smallint}'),
	('nps_score(integer)', '{i*7%11}'),
	('nps_score(bigint)', '{(i*7%11)::bigint}'),
	('nps_score(numeric)', '{(i*7%11)::numeric}'),
	('nps_score(double precision)', '{(i*7%11)::float8}'),
	('abc_network_agg(text,text,numeric)', '{''n'' || i%17,''n'' || i*7%29,(i%5*0.25)}'),
	('rollup(abc_network)', ARRAY['(''v1 "n'' || i%17 || ''">"n'' || i*7%29 || ''":'' || i*0.01)::abc_network']),
	('concentration_agg(numeric)', '{(i*7%101-30)*0.01}'),
	('concentration_agg(bigint)', '{(i*7%1001-300)::bigint}'),
	('concentration_agg(double precision)', '{(i*7%1001-300)/8.0::float8}'),
	('concentration_agg(real)', '{((i*7%1001-300)/8.0)::real}'),
	('gini(numeric)', '{(i*7%101-30)*0.01}'),
	('gini(bigint)', '{(i*7%1001-300)::bigint}'),
	('gini(double precision)', '{(i*7%1001-300)/7.0::float8}'),
	('gini(real)', '{((i*7%1001-300)/7.0)::real}'),
	('top_share(numeric,double precision)', '{(i*7%101-30)*0.01,0.2}'),
	('top_share(bigint,double precision)', '{(i*7%1001-300)::bigint,0.33}'),
	('top_share(double precision,double precision)', '{(i*7%1001-300)/7.0::float8,0.5}'),
	('top_share(real,double precision)', '{((i*7%1001-300)/7.0)::real,0.5}'),
	('bottom_share(numeric,double precision)', '{(i*7%101-30)*0.01,0.2}'),
	('bottom_share(bigint,double precision)', '{(i*7%1001-300)::bigint,0.33}'),
	('bottom_share(double precision,double precision)', '{(i*7%1001-300)/7.0::float8,0.5}'),
	('bottom_share(real,double precision)', '{((i*7%1001-300)/7.0)::real,0.5}'),
	('rollup(concentration_summary)', ARRAY['(''v1 '' || i*7%11 || ''.5*3'')::concentration_summary']),
	('cuts_agg(double precision,integer)', '{(i*7919%10007)/3.0::float8,5}'),
	('kmeans_fit(double precision[],integer)', '{"ARRAY[i*7919%10007,i%5]::float8[]",4}'),
	('kmeans_fit(double precision[],integer,boolean)', '{"ARRAY[i*7919%10007,i%5]::float8[]",3,true}'),
	('kmeans_fit(double precision[],integer,boolean,integer)', '{"ARRAY[i*7919%10007,i%5]::float8[]",3,false,42}'),
	('kmeans_fit(double precision[],double precision[])', '{"ARRAY[i*7919%10007,i%5]::float8[]","''{{1,1},{100,2},{5000,2}}''::float8[]"}'),
	('kmeans_fit(double precision[],double precision[],boolean)', '{"ARRAY[i*7919%10007,i%5]::float8[]","''{{1,1},{100,2},{5000,2}}''::float8[]",true}'),
	('abc_network_agg(text,text,bigint)', '{''n'' || i%17,''n'' || i*7%29,(i%5)::bigint}'),
	('migration_agg(text,text,bigint)', '{''s'' || i%7,''s'' || i*7%5,(i%5)::bigint}'),
	('abc_network_agg(text,text,real)', '{''n'' || i%17,''n'' || i*7%29,(i%5/4.0)::real}'),
	('migration_agg(text,text,real)', '{''s'' || i%7,''s'' || i*7%5,(i%5/4.0)::real}'),
	('abc_network_agg(text,text,double precision)', '{''n'' || i%17,''n'' || i*7%29,(i%5/4.0)::float8}'),
	('migration_agg(text,text,double precision)', '{''s'' || i%7,''s'' || i*7%5,(i%5/4.0)::float8}'),
	('abc_network_agg(bigint,bigint,numeric)', '{(i%17)::bigint,(100+i*7%29)::bigint,(i%5*0.25)}'),
	('migration_agg(bigint,bigint,numeric)', '{(i%7)::bigint,(i*7%5)::bigint,(i%5*0.25)}'),
	('abc_network_agg(bigint,bigint,bigint)', '{(i%17)::bigint,(100+i*7%29)::bigint,(i%5)::bigint}'),
	('migration_agg(bigint,bigint,bigint)', '{(i%7)::bigint,(i*7%5)::bigint,(i%5)::bigint}'),
	('abc_network_agg(bigint,bigint,real)', '{(i%17)::bigint,(100+i*7%29)::bigint,(i%5/4.0)::real}'),
	('migration_agg(bigint,bigint,real)', '{(i%7)::bigint,(i*7%5)::bigint,(i%5/4.0)::real}'),
	('abc_network_agg(bigint,bigint,double precision)', '{(i%17)::bigint,(100+i*7%29)::bigint,(i%5/4.0)::float8}'),
	('migration_agg(bigint,bigint,double precision)', '{(i%7)::bigint,(i*7%5)::bigint,(i%5/4.0)::float8}'),
	('migration_agg(bigint,bigint)', '{(i%7)::bigint,(i*7%5)::bigint}'),
	('kmeans_fit(double precision[],integer,boolean,integer,integer)', '{"ARRAY[i*7919%10007,i%5]::float8[]",3,false,42,2}'),
	('migration_agg(text,text)', '{''s'' || i%7,''s'' || i*7%5}'),
	('migration_agg(text,text,numeric)', '{''s'' || i%7,''s'' || i*7%5,(i%5*0.25)}'),
	('rollup(migration_summary)', ARRAY['(''v1 "s'' || i%5 || ''">"s'' || i*7%5 || ''":'' || i)::migration_summary']),
	('entropy_weights(double precision[])', '{"ARRAY[i%7,i*7919%10007,1]::float8[]"}'),
	('survey_agg(numeric,double precision)', '{(i*7%11)::numeric,(i%5)/4.0}'),
	('survey_agg(double precision,double precision)', '{(i*7%101)::float8,(i%5)/3.0}'),
	('nps_score(numeric,double precision)', '{(i*7%11)::numeric,(i%5)/4.0}'),
	('nps_score(double precision,double precision)', '{(i*7%11)::float8,(i%5)/3.0}'),
	('csat_score(numeric)', '{(1+i*7%5)::numeric}'),
	('csat_score(numeric,integer)', '{(1+i*7%7)::numeric,7}'),
	('csat_score(numeric,integer,integer)', '{(1+i*7%7)::numeric,7,3}'),
	('csat_score(double precision)', '{(1+i*7%5)::float8}'),
	('csat_score(double precision,integer)', '{(1+i*7%100)::float8,100}'),
	('csat_score(double precision,integer,integer)', '{(1+i*7%7)::float8,7,1}'),
	('ces_score(numeric)', '{(1+i*7%7)::numeric}'),
	('ces_score(double precision)', '{(1+i*7%7)::float8}'),
	('ols_agg(double precision,double precision[])', '{(i*7%11+i/1000.0)::float8,"ARRAY[i*7919%10007,i%5,1e9+i%7]::float8[]"}'),
	('ols_agg(double precision,double precision[],double precision)', '{(i*7%11)::float8,"ARRAY[i*7919%10007,i%5]::float8[]",(i%4)/3.0::float8}'),
	('ols_agg(double precision,double precision)', '{(i*7%11)::float8,(i*7919%10007)::float8}'),
	('ols_agg(double precision,double precision,double precision)', '{(i*7%11)::float8,(i*7919%10007)::float8,(1e6+i%5)::float8}'),
	('rollup(ols_summary)', ARRAY['(''v1 ols 2 [2,2] '' || i%7 || '','' || i%11 || '' 0,0 2,1 0,3'')::ols_summary']),
	('ols_frequency_agg(double precision,double precision[],double precision)', '{(i*7%11)::float8,"ARRAY[i*7919%10007,i%5]::float8[]",(i%4)::float8}'),
	('ols_frequency_agg(double precision,double precision,double precision)', '{(i*7%11)::float8,(i*7919%10007)::float8,(i%3)::float8}'),
	('logit_agg(boolean,double precision)', '{i*7%11>4,(i*7919%10)::float8}'),
	('logit_agg(integer,double precision)', '{(i*7%11>4)::integer,(i*7919%10)::float8}'),
	('logit_agg(integer,double precision[])', '{(i*7%11>4)::integer,"ARRAY[i*7919%10,i%5]::float8[]"}'),
	('logit_agg(integer,double precision[],double precision)', '{(i*7%11>4)::integer,"ARRAY[i*7919%10,i%5]::float8[]",(i%4)/2.0::float8}'),
	('logit_agg(boolean,double precision[])', '{i*7%11>4,"ARRAY[i*7919%10,i%5]::float8[]"}'),
	('logit_agg(boolean,double precision[],double precision)', '{i*7%11>4,"ARRAY[i*7919%10,i%5]::float8[]",(i%4)/2.0::float8}'),
	('spearman(double precision,double precision)', '{(i*7%11)::float8,(i*7919%10007)::float8}'),
	('purchase_history_agg(date,numeric)', ARRAY['''2024-01-01''::date + i*7919%700','(i*7%101-3)*0.01']),
	('purchase_history_agg(date,bigint)', ARRAY['''2024-01-01''::date + i*7919%700','(i*7%1001-30)::bigint']),
	('purchase_history_agg(date,double precision)', ARRAY['''2024-01-01''::date + i*7919%700','(i*7%1001)/8.0::float8']),
	('purchase_history_agg(date,real)', ARRAY['''2024-01-01''::date + i*7919%700','((i*7%1001)/8.0)::real']),
	('purchase_history_agg(timestamp without time zone,numeric)', ARRAY['''2024-01-01 23:59:59.5''::timestamp + interval ''1 hour'' * (i*7919%9000)','(i*7%101-3)*0.01']),
	('purchase_history_agg(timestamp without time zone,bigint)', ARRAY['''2024-01-01 23:59:59.5''::timestamp + interval ''1 hour'' * (i*7919%9000)','(i*7%1001-30)::bigint']),
	('purchase_history_agg(timestamp without time zone,double precision)', ARRAY['''2024-01-01 23:59:59.5''::timestamp + interval ''1 hour'' * (i*7919%9000)','(i*7%1001)/8.0::float8']),
	('purchase_history_agg(timestamp without time zone,real)', ARRAY['''2024-01-01 23:59:59.5''::timestamp + interval ''1 hour'' * (i*7919%9000)','((i*7%1001)/8.0)::real']),
	('purchase_history_agg(timestamp with time zone,numeric)', ARRAY['''1999-12-31 23:59:59.5+00''::timestamptz + interval ''1 hour'' * (i*7919%9000)','(i*7%101-3)*0.01']),
	('purchase_history_agg(timestamp with time zone,bigint)', ARRAY['''1999-12-31 23:59:59.5+00''::timestamptz + interval ''1 hour'' * (i*7919%9000)','(i*7%1001-30)::bigint']),
	('purchase_history_agg(timestamp with time zone,double precision)', ARRAY['''1999-12-31 23:59:59.5+00''::timestamptz + interval ''1 hour'' * (i*7919%9000)','(i*7%1001)/8.0::float8']),
	('purchase_history_agg(timestamp with time zone,real)', ARRAY['''1999-12-31 23:59:59.5+00''::timestamptz + interval ''1 hour'' * (i*7919%9000)','((i*7%1001)/8.0)::real']),
	('rollup(purchase_history)', ARRAY['(''v1 2024-01-'' || 10 + i%20 || '':'' || i%7 || ''.5'')::purchase_history']),
	('bgnbd_fit(double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8}'),
	('bgnbd_fit(double precision,double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,(i%4)/2.0::float8}'),
	('mbgnbd_fit(double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8}'),
	('mbgnbd_fit(double precision,double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,(i%4)/2.0::float8}'),
	('nbd_fit(double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8}'),
	('nbd_fit(double precision,double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,(i%4)/2.0::float8}'),
	('paretonbd_fit(double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8}'),
	('paretonbd_fit(double precision,double precision,double precision,double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,(i%4)/2.0::float8}'),
	('bgnbd_fit(double precision,double precision,double precision,double precision[],double precision[])', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,"ARRAY[i%3]::float8[]","''{}''::float8[]"}'),
	('bgnbd_fit(double precision,double precision,double precision,double precision[],double precision[],double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,"ARRAY[i%3]::float8[]","''{}''::float8[]",(i%4)/2.0::float8}'),
	('paretonbd_fit(double precision,double precision,double precision,double precision[],double precision[])', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,"ARRAY[i%3]::float8[]","''{}''::float8[]"}'),
	('paretonbd_fit(double precision,double precision,double precision,double precision[],double precision[],double precision)', '{(i*7919%101%6)::float8,"CASE WHEN i*7919%101%6=0 THEN 0 ELSE 3+i*31%17 END::float8",(25+i%9)::float8,"ARRAY[i%3]::float8[]","''{}''::float8[]",(i%4)/2.0::float8}'),
	('bgbb_fit(double precision,double precision,double precision)', '{(i*7919%101%4)::float8,"CASE WHEN i*7919%101%4=0 THEN 0 ELSE 3+i*31%3 END::float8",(5+i%2)::float8}'),
	('bgbb_fit(double precision,double precision,double precision,double precision)', '{(i*7919%101%4)::float8,"CASE WHEN i*7919%101%4=0 THEN 0 ELSE 3+i*31%3 END::float8",(5+i%2)::float8,(i%4)/2.0::float8}'),
	('sbg_fit(double precision,boolean)', '{(1+i*7919%101%4)::float8,i*7%11>4}'),
	('bdw_fit(double precision,boolean)', '{(1+i*7919%101%4)::float8,i*7%11>4}'),
	('bdw_fit(double precision,boolean,double precision)', '{(1+i*7919%101%4)::float8,i*7%11>4,(i%4)/2.0::float8}'),
	('sbg_fit(double precision,boolean,double precision)', '{(1+i*7919%101%4)::float8,i*7%11>4,(i%4)/2.0::float8}'),
	('gammagamma_fit(double precision,double precision)', '{(i*7919%101%6)::float8,(10+i*31%17)::float8}'),
	('gammagamma_fit(double precision,double precision,double precision)', '{(i*7919%101%6)::float8,(10+i*31%17)::float8,(i%4)/2.0::float8}'),
	('xbar_agg(double precision)', '{(i*7%101)/7.0::float8}'),
	('rollup(subgroup_summary)',
		ARRAY['(''v1 subgroup 1 [2,'' || i%7 || ''.5,0,0.5,'' || i%7 || '','' || i%7 + 1 || '']'')::subgroup_summary']),
	('chart_agg(subgroup_summary)',
		ARRAY['(''v1 subgroup 1 ['' || 2 + i%5 || '','' || i%7 || ''.25,0,0.5,'' || i%7 || '','' || i%7 + 1 || '']'')::subgroup_summary']),
	('rollup(chart_summary)',
		ARRAY['(''v1 subgroups 10 [] '' || 2 + i%5 || '',1,'' || i%7 || ''.1,0,1,0,0.7,0,0.5,0'')::chart_summary']),
	('p_chart_agg(double precision,double precision)', '{(i*7%11)::float8,(20+i%5)::float8}'),
	('np_chart_agg(double precision,double precision)', '{(i*7%11)::float8,80}'),
	('u_chart_agg(double precision,double precision)', '{(i*7%11)::float8,(20+i%5)/3.0::float8}'),
	('c_chart_agg(double precision)', '{(i*7%11)::float8}'),
	('imr_agg(date,double precision)', ARRAY['''2000-01-01''::date + i', '(i*7919%101)/7.0::float8']),
	('imr_agg(timestamp without time zone,double precision)',
		ARRAY['''2000-01-01''::timestamp + interval ''1 hour'' * i', '(i*7919%101)/7.0::float8']),
	('imr_agg(timestamp with time zone,double precision)',
		ARRAY['''2000-01-01''::timestamptz + interval ''1 hour'' * i', '(i*7919%101)/7.0::float8']),
	('imr_agg(bigint,double precision)', '{(i*7919%1000003)::bigint,(i*7919%101)/7.0::float8}'),
	('laney_agg(date,double precision,double precision)',
		ARRAY['''2000-01-01''::date + i', '(i*7%11)::float8', '(2000+i%5)::float8']),
	('laney_agg(timestamp without time zone,double precision,double precision)',
		ARRAY['''2000-01-01''::timestamp + interval ''1 hour'' * i', '(i*7%11)::float8', '(2000+i%5)::float8']),
	('laney_agg(timestamp with time zone,double precision,double precision)',
		ARRAY['''2000-01-01''::timestamptz + interval ''1 hour'' * i', '(i*7%11)::float8', '(2000+i%5)::float8']),
	('laney_agg(bigint,double precision,double precision)',
		'{(i*7919%1000003)::bigint,(i*7%11)::float8,(2000+i%5)::float8}'),
	('error_agg(double precision,double precision)', '{(i*7%11)::float8,(i*7919%101)/7.0::float8}'),
	('error_agg(double precision,double precision,double precision)',
		'{(i*7%11)::float8,(i*7919%101)/7.0::float8,(i%4)/3.0::float8}'),
	('rollup(error_summary)',
		ARRAY['(''v1 errors 1 [1,0,1,'' || i%7 || '','' || i%7 || '',0.1,'' || i%11 || '','' || i%11 || '',1,0.3,0.5,0,0,0,0,0,0,0,0,0]'')::error_summary']),
	-- Rows with a NULL, every 13th, are not among the periods; a parameter that is NULL is fitted.
	('holt_winters_agg(date,double precision,integer)',
		ARRAY['''2000-01-01''::date + i - i/13', '(10+i*7919%101/7.0+i%7)::float8', '7']),
	('holt_winters_agg(date,double precision,integer,text)',
		ARRAY['''2000-01-01''::date + i - i/13', '(10+i*7919%101/7.0+i%7)::float8', '7', '''multiplicative''::text']),
	('holt_winters_agg(date,double precision,integer,text,double precision,double precision,double precision)',
		ARRAY['''2000-01-01''::date + i - i/13', 'CASE WHEN i%13<>0 THEN (10+i*7919%101/7.0+i%7)::float8 END', '7',
			'''additive''::text', '0.25', '0.125', 'NULL::float8']),
	('holt_winters_agg(integer,double precision,integer)', '{i-i/13,(10+i*7919%101/7.0+i%7)::float8,7}'),
	('holt_winters_agg(integer,double precision,integer,text)',
		ARRAY['i-i/13', '(10+i*7919%101/7.0+i%7)::float8', '7', '''multiplicative''::text']),
	('holt_winters_agg(integer,double precision,integer,text,double precision,double precision,double precision)',
		ARRAY['i-i/13', 'CASE WHEN i%13<>0 THEN (10+i*7919%101/7.0+i%7)::float8 END', '7', '''additive''::text',
			'NULL::float8', '0.125', 'NULL::float8']),
	('rollup(survey_summary)', ARRAY['(''v1 '' || i*7%11 || '':'' || i)::survey_summary']);

CREATE TABLE type_sample (type text, value text);
INSERT INTO type_sample VALUES
	('abc_network', 'v1'),
	('abc_network', 'v1 "A">"B":999999 "A">"P":1.5 "B">"A":0'),
	('abc_network', E'v1 "">"":0.0001 "a\\"\\\\b\n">"\u00e4\u6c34":1000000000000000000000000000000'),
	('concentration_summary', 'v1'),
	('concentration_summary', 'v1 -3346 0*2 2012.05*3 41856.0001'),
	('concentration_summary', 'v1~ fraction=0.2 0 1e48'),
	('held_rows', 'v1'),
	('held_rows', 'v1 cuts 1 [5] -1.5 2 2 3e+300'),
	('held_rows', 'v1 kmeans 2 [2,1,7] 0.1,2 3,4'),
	('held_rows', 'v1 logit 3 [] 0,1.5,2 1,1.5,1'),
	('held_rows', 'v1 spearman 2 [] 1,2 3,0.5'),
	('ols_summary', 'v1'),
	('ols_summary', 'v1 ols 2 [3,2.5,0] 1,1e+300 0,2.5e-20 0,-7.52316384526264e-37 2,-1.5 0,3 0,0 0,2.5e-40'),
	('ols_summary', 'v1 ols 3 [4,4,0] 1,2,3 0,0,0 0,0,0 2,1,0.5 0,3,1 0,0,4 0,0,0 0,0,0 0,0,0'),
	('logit_model', 'v1 logit 4 [20,6,1,0,-9.5,-13.8,2] -6.5,0,10.25,-0.5 1.25,0,-0.5,2'),
	('logit_model', 'v1 logit 4 [10,42,0,1,0,-6.9,2] 0,0,0,0 0,0,0,0'),
	('held_rows', 'v1 entropy 2 [3] 1,2 0,0 3,4 0,0'),
	('kmeans_model', 'v1 kmeans 4 [4,1,1,5,7.5,0.1,-3,1.5,0] 2,1.25,1,-3 3,0,5.5,-3'),
	('migration_summary', 'v1'),
	('migration_summary', E'v1 "a">"b":2.5 "b">"a":0 "\u00e4\\"">"a":1000'),
	('held_rows', 'v1 purchases 4 [] 0,0,7,2 2,3.5,7,1'),
	('held_rows', 'v1 spend 3 [] 2,19.99,1 7,0.5,2'),
	('held_rows', 'v1 occasions 4 [] 0,0,6,3464 6,6,6,1203'),
	('held_rows', 'v1 contracts 3 [] 0,1,131 7,0,491'),
	('held_rows', 'v1 covariates 6 [1] 0,0,7,1.5,0,2 2,3.5,7,-1,1,1'),
	('clv_model', 'v1 bg/nbd 5 [2357,-9582.5,7,0,4,0] 0.25,0.5,0,0,0.125 4.5,0,0.25,0,0 0.75,0,0,1,0 2.5,0.125,0,0,0.5'),
	('clv_model', 'v1 mbg/nbd 5 [0,0,0,1,4,0] 0.5,0,0,0,0 6,0,0,0,0 0.9,0,0,0,0 1.5,0,0,0,0'),
	('clv_model', 'v1 pareto/nbd 6 [2357,-9500,7,0,5,1] 0.5,1,0,0,0,0 10,0,1,0,0,0 0.6,0,0,1,0,0 11,0,0,0,1,0 -0.25,0,0,0,0,2'),
	('clv_model', 'v1 nbd 3 [9,0,0,3,2,0] 0,0,0 0,0,0'),
	('clv_model', 'v1 nbd 3 [9,-20,6,0,2,0] 1,1,0 1,0,1'),
	('clv_model', 'v1 bg/bb 5 [11104,-33225.5,8,0,4,0] 1.2,1,0,0,0 0.75,0,1,0,0 0.65,0,0,1,0 2.75,0,0,0,1'),
	('clv_model', 'v1 sbg 3 [1000,-1611.25,6,0,2,0] 0.67,0.01,0.07 3.8,0.07,0.61'),
	('clv_model', 'v1 gamma-gamma 4 [946,-4055.9,30,2,3,0] 6,0,0,0 1e+300,0,0,0 1e-300,0,0,0'),
	('clv_model', 'v1 gamma-gamma 4 [0,0,0,1,3,0] 6.25,0,0,0 3.75,0,0,0 15.5,0,0,0'),
	('purchase_history', 'v1'),
	('purchase_history', 'v1 2023-12-31:10.00 r2024-01-01:-0.25 2024-02-29:0.00'),
	('purchase_history', 'v1 0001-01-01:123456789012345678901234.5678 9999-12-31:-1.0000'),
	('subgroup_summary', 'v1'),
	('subgroup_summary', 'v1 subgroup 1 [5,73.05,2.831068712794149e-15,9.05,71.25,75]'),
	('subgroup_summary', 'v1 subgroup 1 [1,1e+300,0,0,1e+300,1e+300]'),
	('chart_summary', 'v1'),
	('chart_summary',
		'v1 subgroups 10 [] 4,2,24,0,6,0,2.581988897471611,0,10,0 5,3,36,0,12,0,4.743416490252569,2.220446049250313e-16,30,0'),
	('chart_summary', 'v1 subgroups 10 [] 5,8,589.4,0,36,0,13.988838940256,0,99.6,0'),
	('chart_summary', 'v1 p 1 [2,21,0,220,0,100,120]'),
	('chart_summary', 'v1 np 1 [2,15,0,160,0,80,80]'),
	('chart_summary', 'v1 u 1 [2,10,0,22.5,0,10.5,12]'),
	('chart_summary', 'v1 c 1 [2,10,0,2,0,1,1]'),
	('chart_summary', 'v1 imr 1 [3,42.833333333333336,4,4]'),
	('chart_summary', 'v1 imr 1 [1,42,-1,-1]'),
	('chart_summary', 'v1 laney 1 [3,51,0,320,0,100,120,2.594732725198807]'),
	('error_summary', 'v1'),
	('error_summary',
		'v1 errors 1 [6,2,6,-1,11,39,32,38,4,0.7833333333333333,2.8675324675324676,0,0,0,0,0,0,0,0,-5.551115123125783e-17]'),
	('error_summary', 'v1 errors 1 [1,1,0.3,-0.3,0.3,0.3,0,0,0,0,0.6,0,0,0,0,0,0,0,0,0]'),
	('forecast_model',
		'v1 holt-winters 1 [0,0,1,3,9,0.3,0,0.5,2,6.3640755465042895,0.5,3.202022795163658,0.4674894246700673,11,1,9,1,0] 1.083801905463726 1.29902379680598 0.8200344640647398'),
	('forecast_model', 'v1 holt-winters 1 [0,1,0,3,9,0.25,0.125,1,4,6.5,0.5,3.125,0.25,82,1,8704,1,31] 1 1.25 -2.25'),
	('forecast_model', 'v1 holt-winters 1 [1,0,0,12,9,-1,-1,-1,7,0,0,0,-1,0,0,9,1,0]'),
	('held_rows', 'v1 points 2 [1] 8766,5 8767,-0.5'),
	('held_rows', 'v1 counts 3 [0] 1,5,7'),
	('held_rows', 'v1 series 2 [1,12,0,0.3,-1,0.5] 8766,1 8767,1e+300'),
	('survey_summary', 'v1'),
	('survey_summary', 'v1 0:1 6:2 9:300 10:36028797018963968'),
	('survey_summary', 'v1 7:3 100:1'),
	('survey_summary', 'v1w 6:2:1.5:1.25 100:1:0.1:0.010000000000000002'),
	('survey_summary', 'v1 scale=5 top=2 1:3 5:7');

-- Members of the extension, by class.
CREATE VIEW member AS
SELECT classid, objid, pg_describe_object(classid, objid, 0) AS name
FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'custvalue');

CREATE VIEW extension_function AS
SELECT p.*, p.oid::regprocedure::text AS signature
FROM member JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid;

CREATE VIEW extension_type AS
SELECT t.*, format_type(t.oid, NULL) AS name
FROM member JOIN pg_type t ON classid = 'pg_type'::regclass AND t.oid = objid
WHERE typtype = 'b' AND typelem = 0;

CREATE VIEW extension_aggregate AS
SELECT a.*, f.signature, f.pronargs, f.proname, f.proargtypes,
	format_type(aggtranstype, NULL) AS state_type, arguments,
	-- the call over a table with a column i; the last argument is NULL in every 13th row
	f.proname || '(' || (SELECT string_agg(CASE WHEN n < cardinality(arguments) THEN x
			ELSE format('CASE WHEN i %% 13 <> 0 THEN %s END', x) END, ', ' ORDER BY n)
		FROM unnest(arguments) WITH ORDINALITY AS u(x, n)) || ')' AS call
FROM pg_aggregate a JOIN extension_function f ON f.oid = aggfnoid
LEFT JOIN aggregate_sample s ON s.aggregate = f.signature;

-- Equal as text, but for numbers in it, which are equal to 1e-12 of themselves, or, where a
-- sum may cancel, to 1e-15 of the largest number in the text.
CREATE FUNCTION same(a text, b text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	number text := '-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?';
	x float8[]; y float8[];
BEGIN
	IF a IS NOT DISTINCT FROM b THEN
		RETURN true;
	END IF;
	IF a IS NULL OR b IS NULL OR regexp_replace(a, number, '#', 'g') <> regexp_replace(b, number, '#', 'g') THEN
		RETURN false;
	END IF;
	x := ARRAY(SELECT m[1]::float8 FROM regexp_matches(a, '(' || replace(number, '(', '(?:') || ')', 'g') AS m);
	y := ARRAY(SELECT m[1]::float8 FROM regexp_matches(b, '(' || replace(number, '(', '(?:') || ')', 'g') AS m);
	RETURN (SELECT bool_and(abs(p - q) <= greatest(1e-12 * greatest(abs(p), abs(q)), 1e-15 * (SELECT max(abs(v)) FROM unnest(x) AS v)))
		FROM unnest(x, y) AS u(p, q));
END $$;

CREATE FUNCTION value_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	EXECUTE query INTO result;
	RETURN result;
END $$;
\set ECHO all
