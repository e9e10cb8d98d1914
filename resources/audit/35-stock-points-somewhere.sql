-- A stock row is of a lot that exists, in a bin that exists.
SELECT 'stock ' || s.id || ': '
       || CASE WHEN l.lot IS NULL THEN 'lot ' || s.product_code || ' ' || s.lot
               WHEN b.code IS NULL THEN 'bin ' || s.warehouse_code || '/' || s.zone_number || '/' || s.bin
               WHEN p.code IS NULL THEN 'product ' || s.product_code
               ELSE 'zone ' || s.warehouse_code || '/' || s.zone_number END || ' does not exist'
FROM stock s
LEFT JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot
LEFT JOIN bins b ON b.warehouse_code = s.warehouse_code AND b.zone_number = s.zone_number
    AND b.code = s.bin
LEFT JOIN products p ON p.code = s.product_code
LEFT JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
WHERE l.lot IS NULL OR b.code IS NULL OR p.code IS NULL OR z.zone_number IS NULL
