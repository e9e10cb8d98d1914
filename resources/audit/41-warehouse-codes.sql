-- A warehouse code is 2 to 50 capital letters, digits and hyphens.
SELECT 'warehouse ' || code
FROM warehouses
WHERE length(code) NOT BETWEEN 2 AND 50
   OR rtrim(code, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-') <> ''
