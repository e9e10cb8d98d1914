-- An entry of the history that names an order names one that exists, and whose claims on the row changed with it.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': order ' || e.order_id
FROM stock_events e
LEFT JOIN orders o ON o.id = e.order_id
LEFT JOIN (SELECT DISTINCT c.command_id, a.stock_id, a.order_id FROM changes c
           JOIN allocations a ON a.id = CAST(c.key AS bigint) WHERE c.entity = 'allocation'
           UNION
           SELECT DISTINCT c.command_id, h.stock_id, h.order_id FROM changes c
           JOIN holds h ON h.id = CAST(c.key AS bigint) WHERE c.entity = 'hold') k
    ON k.command_id = e.command_id AND k.stock_id = e.stock_id AND k.order_id = e.order_id
WHERE e.order_id IS NOT NULL AND (o.id IS NULL OR k.order_id IS NULL)
