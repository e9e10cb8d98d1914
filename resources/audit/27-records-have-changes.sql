-- Master data and orders stand at the last of their recorded changes; only what was never changed may have none.
SELECT r.entity || ' ' || r.key || ': version ' || r.version || ', last change ' || coalesce(c.last, 0)
FROM (SELECT 'warehouse' AS entity, code AS key, version FROM warehouses
      UNION ALL SELECT 'zone', warehouse_code || '/' || zone_number, version FROM zones
      UNION ALL SELECT 'bin', warehouse_code || '/' || zone_number || '/' || code, version FROM bins
      UNION ALL SELECT 'product', code, version FROM products
      UNION ALL SELECT 'lot', product_code || '/' || lot, version FROM lots
      UNION ALL SELECT 'partner', code, version FROM partners
      UNION ALL SELECT 'person', login, version FROM people
      UNION ALL SELECT 'strategy', scope || '/' || code, version FROM strategies
      UNION ALL SELECT 'order', number, version FROM orders) r
LEFT JOIN (SELECT entity, key, max(version) AS last FROM changes
           WHERE entity NOT IN ('allocation', 'hold') GROUP BY entity, key) c
    ON c.entity = r.entity AND c.key = r.key
WHERE r.version <> coalesce(c.last, 1)
