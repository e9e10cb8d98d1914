-- Every code is used once.
SELECT 'warehouse ' || code || ': ' || count(*) || ' times' FROM warehouses GROUP BY code HAVING count(*) > 1
UNION ALL
SELECT 'zone ' || warehouse_code || '/' || zone_number || ': ' || count(*) || ' times'
FROM zones GROUP BY warehouse_code, zone_number HAVING count(*) > 1
UNION ALL
SELECT 'product ' || code || ': ' || count(*) || ' times' FROM products GROUP BY code HAVING count(*) > 1
UNION ALL
SELECT 'lot ' || product_code || ' ' || lot || ': ' || count(*) || ' times'
FROM lots GROUP BY product_code, lot HAVING count(*) > 1
UNION ALL
SELECT 'order ' || number || ': ' || count(*) || ' times' FROM orders GROUP BY number HAVING count(*) > 1
