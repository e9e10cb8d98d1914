-- An entry of the history that names an order names one that exists.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': order ' || e.order_id
FROM stock_events e
LEFT JOIN orders o ON o.id = e.order_id
WHERE e.order_id IS NOT NULL AND o.id IS NULL
