-- Charts of all kinds, with what is hard in them: long labels, many series, gaps, losses, one point, equal values.
CREATE FUNCTION noise(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
	$$ SELECT (('x' || substr(md5(i || ':' || k), 1, 8))::bit(32)::bigint & 1048575) / 1048576.0::float8 $$;
CREATE TABLE chart (n integer, svg text);
INSERT INTO chart
SELECT 1, chart_svg(line_points(d::date, 20+15*sin(i/9.0)+10*noise(i,1)),
	'{"title":"NPS by week","y_label":"points","mark":"max","y_min":-100,"y_max":100}') FROM generate_series(1,104) i,
	LATERAL (SELECT '2023-01-02'::date+7*i as d) q
UNION ALL SELECT 2, chart_svg(line_points(d::date, 100+k*12+15*sin(i/(2.0+k))+10*noise(i,k), s),
	'{"title":"Revenue by segment, and what a very long title of a chart looks like when it does not fit"}')
FROM generate_series(1,24) i, (VALUES (1,'Gold'),(2,'Silver'),(3,'Bronze customers of the northern region'),(4,'客户甲'),
	(5,'Prospects'),(6,'Lost'),(7,'New'),(8,'Others')) v(k,s),
	LATERAL (SELECT ('2023-01-01'::date+make_interval(months=>i))::date as d) q
UNION ALL SELECT 3, chart_svg(band_points(d::date, y, y-8, y+8, s),
	'{"title":"NPS with 95 % interval","y_label":"NPS, points"}')
FROM (SELECT ('2023-01-01'::date+make_interval(months=>i))::date as d, CASE WHEN i<>9 THEN k*20+10*sin(i/3.0) end y, s
	FROM generate_series(1,24) i, (VALUES (1,'Shop'),(2,'Online')) v(k,s)) q
UNION ALL SELECT 4, chart_svg(step_points(t, greatest(0,1-t*k/60.0), s),
	'{"title":"Survival by satisfaction","percent":true,"x_label":"months since the first order","y_min":0,"y_max":1}')
FROM generate_series(0,24) t, (VALUES (1,'promoters'),(2,'detractors')) v(k,s)
UNION ALL SELECT 5, chart_svg(scatter_points(round((1+9*noise(i,1))::numeric,1),
	round((-2000+8000*noise(i,2))::numeric,2), 'Customer '||i),
	'{"title":"Satisfaction and profit","x_cut":7,"y_cut":0,"quadrants":["Stars","Hostages","Lost causes",'
	'"Free riders"],"x_label":"satisfaction","y_label":"profit, EUR"}') FROM generate_series(1,120) i
UNION ALL SELECT 6, chart_svg(bar_points(l, v), '{"title":"Profit by customer"}')
FROM (VALUES ('Ada',3219.67),('Cleo and Partners International Holding GmbH & Co. KG',1003.28),('Ben',-1272.95),
	('客户甲有限公司',25),('Zero',0),('D',-3)) t(l,v)
UNION ALL SELECT 7, chart_svg(bar_points('Customer '||i, round((10000*exp(-i/12.0)-300)::numeric,2)),
	'{"title":"CLV ranking"}') FROM generate_series(1,120) i
UNION ALL SELECT 8, chart_svg(waterfall_points(p,l,a,k), '{"title":"From revenue to profit"}')
FROM (VALUES (1,'Revenue',128400,'total'),(2,'Cost of goods',-61200,'delta'),(3,'Order processing',-14100,'delta'),
	(4,'Shipping',-12800,'delta'),(5,'Support',-9200,'delta'),(6,'Rebates received',1150,'delta'),
	(7,'Returns',-4480,'delta'),(8,'Customer profit',null,'total')) t(p,l,a,k)
UNION ALL SELECT 9, chart_svg(waterfall_points(p,l,a,k), '{"title":"MRR movements with losses below zero"}')
FROM (VALUES (1,'Start',400.5,'total'),(2,'New',150,'delta'),(3,'Expansion',80.25,'delta'),
	(4,'Contraction',-300,'delta'),(5,'Churn of the whole northern region',-700,'delta'),(6,'Zero',0,'delta'),
	(7,'Reactivation',50,'delta'),(8,'A',5,'delta'),(9,'B',-5,'delta'),(10,'C',5,'delta'),(11,'D',-15,'delta'),
	(12,'End',null,'total')) t(p,l,a,k)
UNION ALL SELECT 10, chart_svg(heat_points(to_char('2024-01-01'::date+make_interval(months=>c),'YYYY-MM'), p,
	CASE WHEN p=0 THEN 1 ELSE round((0.62*exp(-p/5.0)+0.1*noise(c,p))::numeric,3) end),
	'{"title":"Retention by cohort","percent":true,"x_label":"months since the first order"}')
FROM generate_series(0,11) c, generate_series(0,11) p WHERE c+p<12
UNION ALL SELECT 11, chart_svg(heat_points('R '||r, 'F '||f,
	CASE WHEN r=1 and f=5 THEN null ELSE (10000*noise(r,f))::int end),
	'{"title":"RFM grid: customers","order":["R 5","R 4","R 3","R 2","R 1"]}') FROM generate_series(1,5) r,
	generate_series(1,5) f
UNION ALL SELECT 12, chart_svg(heat_points('Segment '||r, 'Q'||f, round((-1+2*noise(r,f))::numeric,2)),
	'{"title":"Change against last year"}') FROM generate_series(1,4) r, generate_series(1,8) f
UNION ALL SELECT 13, chart_svg(histogram_points(x), '{"title":"Orders per customer","x_label":"orders"}')
FROM unnest('{3,7,8,12,15,15,18,21,22,24,27,31,33,38,41,52,58,77}'::int[]) x
UNION ALL SELECT 14, chart_svg(histogram_points(round((100*exp(4*noise(i,3)^3))::numeric,2)
	+CASE WHEN i%400=0 THEN 90000 ELSE 0 end), '{"title":"Lifetime value","x_label":"EUR"}')
FROM generate_series(1,4000) i
UNION ALL SELECT 15, chart_svg(flow_points(s,t,a), '{"title":"Where the cost goes"}')
FROM (VALUES ('wages','setup',300),('wages','ship',300),('rent','setup',100),('rent','ship',200),('IT','setup',50),
	('IT','ship',50),('setup','P1',250),('setup','P2',150),('setup','P3',50),('ship','P1',250),('ship','P2',200),
	('ship','P3',100)) t(s,t,a)
UNION ALL SELECT 16, chart_svg(flow_points(s,t,a), '{"title":"Ledger to customers"}')
FROM (SELECT 'Resource pool no. '||(i%5) s, 'Activity '||(i%9) t, round((100+900*noise(i,1))::numeric,2) a
	FROM generate_series(1,45) i UNION ALL SELECT 'Activity '||(i%9), 'Customer group '||(i%16),
		round((30+500*noise(i,2))::numeric,2) FROM generate_series(1,144) i) q
UNION ALL SELECT 17, chart_svg(line_points(x, y), '{"title":"One point"}') FROM (VALUES (5,7)) t(x,y)
UNION ALL SELECT 18, chart_svg(line_points(x, 5), '{"title":"All equal"}') FROM generate_series(1,9) x
UNION ALL SELECT 19, chart_svg(line_points(x, -0.00001*x), '{"title":"Small and negative","limits":[-0.00004]}')
FROM generate_series(1,9) x
UNION ALL SELECT 20, chart_svg(bar_points(l,v), '{"title":"All negative"}') FROM (VALUES ('a',-1.5),('b',-20000)) t(l,v)
UNION ALL SELECT 21, chart_svg(line_points(x,y),
	'{"title":"Whale curve","percent":true,"mark":"max","limits":[1],"x_label":"share of customers, best first"}')
FROM (SELECT i/50.0 x, 2.2*(i/50.0)^0.4-1.2*(i/50.0)^3 y FROM generate_series(0,50) i) q
UNION ALL SELECT 22, chart_svg(line_points(x,y), '{"title":"Lorenz curve, Gini 0.41","diagonal":true}')
FROM (SELECT i/50.0 x, (i/50.0)^2.4 y FROM generate_series(0,50) i) q
UNION ALL SELECT 23, chart_svg(line_points('2024-03-01 06:00'::timestamp + i*INTERVAL '17 minutes', 50+30*sin(i/5.0)),
	'{"title":"Orders in a day"}') FROM generate_series(0,50) i
UNION ALL SELECT 24, chart_svg(scatter_points(1,1,'only'), '{"title":"One scatter"}')
UNION ALL SELECT 25, chart_svg('v1', '{"title":"Empty"}')
UNION ALL SELECT 26, chart_svg(line_points(x, 1e9*(x+3)), '{"title":"Large"}') FROM generate_series(1,9) x
UNION ALL SELECT 27, chart_svg(survival_points(t, s, greatest(0, s - 0.015 * t / (1 + k)),
	least(1, s + 0.012 * t / (1 + k)),
	round(((400 + 2000 * k) * s)::numeric), t % 4, name),
		'{"title":"Not yet back, by what they answered","percent":true,"x_label":"days"}')
FROM (SELECT t, round((exp(-t / (9.0 + 12 * k)))::numeric, 3)::float8 AS s, k, name
	FROM generate_series(1, 30) t, (VALUES (0, 'detractors'), (1, 'promoters')) v(k, name)) q
UNION ALL SELECT 28, chart_svg(survival_points(t, 1 - t / 10.0, NULL, NULL, 10 - t, 0), '{"title":"Survival alone"}')
FROM generate_series(0, 9) t
UNION ALL SELECT 29, chart_svg(control_points(d::date, p, 0.05, 0.05 - w, 0.05 + w, abs(p - 0.05) > w),
	'{"title":"Share of complaints","percent":true}')
FROM (SELECT '2024-01-01'::date + 7 * i AS d, round((0.05 + 0.05 * (noise(i, 8) - 0.5))::numeric, 4)::float8
	+ CASE WHEN i = 17 THEN 0.05 ELSE 0 END AS p, 0.018 + 0.01 * (i / 9 % 3) AS w FROM generate_series(1, 40) i) q
UNION ALL SELECT 30, chart_svg(control_points(i, y, 12.5, 8, NULL, i = 2), '{"title":"Lower limit alone"}')
FROM (VALUES (1, 12), (2, 7), (3, NULL), (4, 13), (5, 12.5)) v(i, y)
UNION ALL SELECT 31, chart_svg(heat_points(to_char('2024-01-01'::date+make_interval(months=>c),'YYYY-MM'), p,
	CASE WHEN c+p<12 THEN round((0.62*exp(-p/5.0)+0.1*noise(c,p))::numeric,3) end, c+p<11),
	'{"title":"Retention by cohort, the last month not over","percent":true,"x_label":"months since the first order"}')
FROM generate_series(0,11) c, generate_series(0,11) p WHERE c+p<=11
;
