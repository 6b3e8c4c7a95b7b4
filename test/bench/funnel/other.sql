-- Each step is a join.
SELECT depth, count(*)
FROM (
	SELECT u.user_id, max(CASE WHEN d.at IS NOT NULL THEN 4 WHEN c.at IS NOT NULL THEN 3 WHEN b.at IS NOT NULL THEN 2
		WHEN a.at IS NOT NULL THEN 1 ELSE 0 END) AS depth
	FROM (SELECT DISTINCT user_id FROM event) AS u
		LEFT JOIN event AS a ON a.user_id = u.user_id AND a.page = 1
		LEFT JOIN event AS b ON b.user_id = u.user_id AND b.page = 2
			AND b.at BETWEEN a.at AND a.at + interval '1 h'
		LEFT JOIN event AS c ON c.user_id = u.user_id AND c.page = 3 AND c.at BETWEEN b.at AND a.at + interval '1 h'
		LEFT JOIN event AS d ON d.user_id = u.user_id AND d.page = 4 AND d.at BETWEEN c.at AND a.at + interval '1 h'
	GROUP BY u.user_id
) AS u GROUP BY depth;
