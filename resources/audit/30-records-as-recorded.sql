-- Master data and orders say what the last of their recorded changes says.
SELECT r.entity || ' ' || r.key || ': ' || r.name || ' ' || r.detail || ' instead of '
       || coalesce(c.after ->> 'name', r.name) || ' '
       || coalesce(c.after ->> 'storage_condition', c.after ->> 'expires_on', c.after ->> 'role',
                   c.after ->> 'state', r.detail)
FROM (SELECT 'warehouse' AS entity, code AS key, version, name, '' AS detail FROM warehouses
      UNION ALL SELECT 'zone', warehouse_code || '/' || zone_number, version, name,
                       storage_condition FROM zones
      UNION ALL SELECT 'product', code, version, name, storage_condition FROM products
      UNION ALL SELECT 'lot', product_code || '/' || lot, version, '',
                       coalesce({date expires_on}, '') FROM lots
      UNION ALL SELECT 'partner', code, version, name, '' FROM partners
      UNION ALL SELECT 'person', login, version, name, role FROM people
      UNION ALL SELECT 'order', number, version, '', state FROM orders) r
JOIN changes c ON c.entity = r.entity AND c.key = r.key AND c.version = r.version
WHERE c.after ->> 'name' <> r.name
   OR coalesce(c.after ->> 'storage_condition', c.after ->> 'expires_on', c.after ->> 'role',
               c.after ->> 'state', r.detail) <> r.detail
