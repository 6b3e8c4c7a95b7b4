SELECT repeat('#', (y / 750)::integer) FROM reading;
