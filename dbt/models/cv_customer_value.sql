-- Purchase histories, a model of purchases and one of spend, and what they say of each customer.
WITH history AS (
    SELECT customer_id, purchase_history_agg(ordered_on, revenue) AS h
    FROM {{ source('custvalue', 'orders') }} WHERE ordered_on <= '{{ var('custvalue_as_of') }}' GROUP BY customer_id
), model AS (
    SELECT bgnbd_fit(h, '{{ var('custvalue_as_of') }}') AS buys, gammagamma_fit(h, '{{ var('custvalue_as_of') }}') AS spends
    FROM history
)
SELECT customer_id, purchases(h) AS purchases, last_purchase(h) AS last_purchase,
    p_alive(buys, h, '{{ var('custvalue_as_of') }}') AS alive,
    purchase_probability(buys, h, '{{ var('custvalue_as_of') }}', interval '90 days') AS buys_in_90_days,
    expected_purchases(buys, h, '{{ var('custvalue_as_of') }}', interval '90 days') AS purchases_in_90_days,
    clv(buys, spends, h, '{{ var('custvalue_as_of') }}', {{ var('custvalue_discount') }}) AS revenue_to_come,
    clv(buys, spends, h, '{{ var('custvalue_as_of') }}', {{ var('custvalue_discount') }}, interval '1 year')
        AS revenue_of_next_year,
    (model_summary(buys)).warning AS warning
FROM history, model
