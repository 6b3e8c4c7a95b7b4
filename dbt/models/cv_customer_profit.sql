-- What a customer brings after direct cost and work, and after the cost of the capital that they tie up.
SELECT *,
    round(residual_income(profit, capital * years, {{ var('custvalue_capital_rate') }}), 2) AS residual_income,
    pareto_class(greatest(revenue, 0)) OVER () AS class
FROM (
    SELECT customer_id, count(*) AS orders, sum(revenue) AS revenue, sum(direct_cost) AS direct_cost,
        coalesce(sum(work), 0) AS work, sum(revenue) - sum(direct_cost) - coalesce(sum(work), 0) AS profit,
        greatest(0, round(sum(revenue) * {{ var('custvalue_capital_days') }} / greatest(span.days, 1), 2)) AS capital,
        round(span.days / 365.25, 6) AS years
    FROM {{ source('custvalue', 'orders') }}
        LEFT JOIN (
            SELECT order_id, sum(cost) AS work FROM {{ ref('cv_order_cost') }} GROUP BY order_id
        ) AS c USING (order_id)
        CROSS JOIN (
            SELECT max(ordered_on) - min(ordered_on) + 1 AS days FROM {{ source('custvalue', 'orders') }}
        ) AS span
    GROUP BY customer_id, span.days
) AS c
