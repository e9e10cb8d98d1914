-- Zones, bins, lots, orders and order lines belong to something that exists.
SELECT 'zone ' || z.warehouse_code || '/' || z.zone_number || ': no such warehouse'
FROM zones z LEFT JOIN warehouses w ON w.code = z.warehouse_code WHERE w.code IS NULL
UNION ALL
SELECT 'bin ' || b.warehouse_code || '/' || b.zone_number || '/' || b.code || ': no such zone'
FROM bins b LEFT JOIN zones z ON z.warehouse_code = b.warehouse_code AND z.zone_number = b.zone_number
WHERE z.zone_number IS NULL
UNION ALL
SELECT 'lot ' || l.product_code || ' ' || l.lot || ': no such product'
FROM lots l LEFT JOIN products p ON p.code = l.product_code WHERE p.code IS NULL
UNION ALL
SELECT 'order ' || o.number || ': no such partner'
FROM orders o LEFT JOIN partners p ON p.code = o.partner_code WHERE p.code IS NULL
UNION ALL
SELECT 'order ' || l.order_id || ', line ' || l.line_number || ': no such order or product'
FROM order_lines l
LEFT JOIN orders o ON o.id = l.order_id
LEFT JOIN products p ON p.code = l.product_code
WHERE o.id IS NULL OR p.code IS NULL
