SELECT row_number() OVER (PARTITION BY pool) FROM driver;
