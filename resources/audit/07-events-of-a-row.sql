-- Every entry of the history belongs to a stock row.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': there is no such row'
FROM stock_events e
LEFT JOIN stock s ON s.id = e.stock_id
WHERE s.id IS NULL
