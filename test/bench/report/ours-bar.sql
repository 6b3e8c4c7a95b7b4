-- bar: 1.2
SELECT bar(y, 0, 15000, 20) FROM reading;
