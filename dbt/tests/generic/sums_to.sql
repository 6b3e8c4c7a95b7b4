{# The sum of a column is exactly the sum of another one: no cent is lost on the way from ledger to customer.
   In schema.yml, under a column:  - sums_to: {to: source('custvalue', 'ledger'), of: amount} #}
{% test sums_to(model, column_name, to, of) %}

SELECT total, expected, total - expected AS difference
FROM (SELECT coalesce(sum({{ column_name }}), 0) AS total FROM {{ model }}) AS a,
    (SELECT coalesce(sum({{ of }}), 0) AS expected FROM {{ to }}) AS b
WHERE total <> expected

{% endtest %}
