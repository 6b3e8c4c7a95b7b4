-- Who is like whom: RFM, and residual income against potential.  Potential is the largest order so far; high from the
-- median up.
WITH bought AS (
    SELECT customer_id, date '{{ var('custvalue_as_of') }}' - max(ordered_on) AS recency, count(*) AS frequency,
        sum(revenue) AS monetary, max(revenue)::float8 AS potential
    FROM {{ source('custvalue', 'orders') }} WHERE revenue > 0 GROUP BY customer_id
), cut AS (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY potential) AS potential_cut FROM bought
)
SELECT p.customer_id, p.class, p.profit, p.residual_income, b.recency, b.frequency, b.monetary,
    rfm_score(b.recency, b.frequency, b.monetary) OVER () AS rfm,
    rfm_segment(rfm_score(b.recency, b.frequency, b.monetary) OVER ()) AS segment,
    quadrant(p.residual_income::float8, b.potential, 0, c.potential_cut) AS quadrant
FROM {{ ref('cv_customer_profit') }} AS p LEFT JOIN bought AS b USING (customer_id) CROSS JOIN cut AS c
