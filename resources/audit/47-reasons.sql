-- Whoever corrects a quantity or changes a status says why.
SELECT 'stock ' || stock_id || ', version ' || version || ': ' || kind || ' without a reason'
FROM stock_events
WHERE kind IN ('adjust', 'status') AND trim(reason) = ''
