-- Every recorded change is of a thing that exists.
SELECT c.entity || ' ' || c.key || ': does not exist'
FROM (SELECT DISTINCT entity, key FROM changes) c
LEFT JOIN (SELECT 'warehouse' AS entity, code AS key FROM warehouses
           UNION ALL SELECT 'zone', warehouse_code || '/' || zone_number FROM zones
           UNION ALL SELECT 'bin', warehouse_code || '/' || zone_number || '/' || code FROM bins
           UNION ALL SELECT 'product', code FROM products
           UNION ALL SELECT 'lot', product_code || '/' || lot FROM lots
           UNION ALL SELECT 'partner', code FROM partners
           UNION ALL SELECT 'person', login FROM people
           UNION ALL SELECT 'order', number FROM orders
           UNION ALL SELECT 'strategy', scope || '/' || code FROM strategies
           UNION ALL SELECT 'allocation', CAST(id AS text) FROM allocations
           UNION ALL SELECT 'hold', CAST(id AS text) FROM holds) r
    ON r.entity = c.entity AND r.key = c.key
WHERE r.key IS NULL
