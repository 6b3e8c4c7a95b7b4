-- rows: 1000000
-- Histories of the customers of purchase_run, a month of whose orders came after they were stored, and what
-- clv_summary says of them.
\ir ../purchase_run/setup.sql
DROP TABLE IF EXISTS stored_history, known_customer, dated_model;
CREATE UNLOGGED TABLE stored_history AS
SELECT customer, purchase_history_agg(day, amount) AS h FROM customer_order WHERE day <= '2024-11-30' GROUP BY customer;
CREATE UNLOGGED TABLE known_customer AS
SELECT customer, h, s.* FROM stored_history, clv_summary(h, '2024-11-30') AS s;
CREATE UNLOGGED TABLE dated_model AS
SELECT bgnbd_fit(h, '2024-11-30') AS bg, gammagamma_fit(h, '2024-11-30') AS gg FROM stored_history;
ALTER TABLE stored_history ADD PRIMARY KEY (customer);
CREATE INDEX ON customer_order (day);
VACUUM ANALYZE stored_history, known_customer, customer_order;
