-- Every state, status, condition and kind is one of the known words.
SELECT 'stock ' || id || ': ' || status || ', ' || storage_condition FROM stock
WHERE status NOT IN ('available', 'quarantined', 'damaged')
   OR storage_condition NOT IN ('room_temperature', 'refrigerated', 'frozen')
UNION ALL
SELECT 'product ' || code || ': ' || storage_condition || ', ' || quantity_decimals FROM products
WHERE storage_condition NOT IN ('room_temperature', 'refrigerated', 'frozen')
   OR quantity_decimals NOT BETWEEN 0 AND 3
UNION ALL
SELECT 'zone ' || warehouse_code || '/' || zone_number || ': ' || storage_condition FROM zones
WHERE storage_condition NOT IN ('room_temperature', 'refrigerated', 'frozen')
UNION ALL
SELECT 'allocation ' || id || ': ' || state FROM allocations
WHERE state NOT IN ('pending', 'open', 'shipped', 'released')
UNION ALL
SELECT 'hold ' || id || ': ' || state FROM holds
WHERE state NOT IN ('active', 'confirmed', 'released', 'expired')
UNION ALL
SELECT 'order ' || number || ': ' || state FROM orders
WHERE state NOT IN ('draft', 'open', 'completed', 'cancelled')
UNION ALL
SELECT 'person ' || login || ': ' || role FROM people
WHERE role NOT IN ('viewer', 'staff', 'supervisor', 'admin')
UNION ALL
SELECT 'command ' || {uuid command_id} || ': ' || outcome FROM commands
WHERE outcome NOT IN ('committed', 'abandoned')
UNION ALL
SELECT 'stock ' || stock_id || ', version ' || version || ': ' || kind FROM stock_events
WHERE kind NOT IN ('open', 'receive', 'reserve', 'release', 'ship', 'move', 'adjust', 'status',
                   'hold', 'confirm', 'expire')
