-- Every zone has the bin without a name, the zone itself.
SELECT 'zone ' || z.warehouse_code || '/' || z.zone_number
FROM zones z
LEFT JOIN bins b ON b.warehouse_code = z.warehouse_code AND b.zone_number = z.zone_number AND b.code = ''
WHERE b.code IS NULL
