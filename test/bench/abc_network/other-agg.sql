SELECT count(*) FROM edge GROUP BY source, target;
