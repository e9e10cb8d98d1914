-- There is one stock row per bin, product, lot and status.
SELECT warehouse_code || '/' || zone_number || '/' || bin || ', ' || product_code || ', lot ' || lot
       || ', ' || status || ': ' || count(*) || ' rows'
FROM stock
GROUP BY warehouse_code, zone_number, bin, product_code, lot, status
HAVING count(*) > 1
