-- Purchase histories, a model of purchases and one of spend, and what they say of each customer.  Times are in weeks.
WITH known AS (
    SELECT customer_id, h, k.*
    FROM (
        SELECT customer_id, purchase_history_agg(ordered_on, revenue) AS h
        FROM {{ source('custvalue', 'orders') }} GROUP BY customer_id
    ) AS history, clv_summary(h, '{{ var('custvalue_as_of') }}', 'week') AS k
), model AS (
    SELECT bgnbd_fit(x, t_x, t) AS buys, gammagamma_fit(x, mean_spend) AS spends FROM known
), rate AS (
    SELECT continuous_discount({{ var('custvalue_discount') }}, 52) AS weekly
)
SELECT customer_id, purchases(h) AS purchases, last_purchase(h) AS last_purchase,
    p_alive(buys, x, t_x, t) AS alive,
    expected_purchases(buys, x, t_x, t, 90 / 7.0) AS purchases_in_90_days,
    clv(buys, spends, x, t_x, t, mean_spend, weekly) AS revenue_to_come,
    clv(buys, spends, x, t_x, t, mean_spend, weekly, horizon => 52) AS revenue_of_next_year,
    warnings(buys) AS warnings
FROM known, model, rate
