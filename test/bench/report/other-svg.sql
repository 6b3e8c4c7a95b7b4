-- A millisecond a chart is the bar.
SELECT pg_sleep(0.1);
