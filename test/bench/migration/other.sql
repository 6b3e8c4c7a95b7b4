SELECT before, after, count(*) FROM migration GROUP BY before, after
