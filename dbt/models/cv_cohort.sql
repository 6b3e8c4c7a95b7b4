-- Customers by the period of their first order, and how many of them ordered in each period after.
SELECT t.*
FROM (
    SELECT cohort_agg(h, '{{ var('custvalue_as_of') }}', '{{ var('custvalue_cohort_unit') }}') AS cohorts
    FROM (
        SELECT customer_id, purchase_history_agg(ordered_on, revenue) AS h
        FROM {{ source('custvalue', 'orders') }} GROUP BY customer_id
    ) AS history
) AS c, cohort_table(cohorts) AS t
