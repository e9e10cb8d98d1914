-- Goods lie in a zone of the storage condition that their product needs.
SELECT 'stock ' || s.id || ': ' || s.storage_condition || ', product ' || s.product_code || ' '
       || p.storage_condition || ', zone ' || s.warehouse_code || '/' || s.zone_number || ' '
       || z.storage_condition
FROM stock s
JOIN products p ON p.code = s.product_code
JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
WHERE p.storage_condition <> z.storage_condition OR s.storage_condition <> z.storage_condition
