-- What sorting and buffering these columns costs whoever uses a window.
SELECT row_number() OVER (PARTITION BY pool), cost, qty, order_id FROM driver;
