-- bar: 0.3
SELECT depth, count(*)
FROM (
	SELECT window_funnel('1 h', 'basic', at, ARRAY[page = 1, page = 2, page = 3, page = 4]) AS depth
	FROM event GROUP BY user_id
) AS u GROUP BY depth;
