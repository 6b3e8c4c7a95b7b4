-- Each pool of the ledger goes to the orders by their share of its driver.  Largest remainder: the parts add up.
SELECT order_id, pool, quantity,
    abc_allocate(amount, quantity, order_id) OVER (PARTITION BY pool) AS cost
FROM {{ source('custvalue', 'ledger') }} JOIN {{ source('custvalue', 'order_driver') }} USING (pool)
