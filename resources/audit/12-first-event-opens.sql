-- A stock row begins with being opened or with goods that are received, and is opened only once.
SELECT 'stock ' || stock_id || ', version ' || version || ': ' || kind
FROM stock_events
WHERE (version = 1 AND kind NOT IN ('open', 'receive')) OR (version > 1 AND kind = 'open')
