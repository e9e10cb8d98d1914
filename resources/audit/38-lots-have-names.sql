-- A lot is never empty.
SELECT 'product ' || product_code FROM lots WHERE lot = ''
UNION ALL
SELECT 'stock ' || id FROM stock WHERE lot = ''
