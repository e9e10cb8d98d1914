-- What is reserved of a stock row is exactly what allocations and holds claim of it.
SELECT 'stock ' || s.id || ': reserved ' || s.reserved || ', claimed ' || coalesce(c.quantity, 0)
FROM stock s
LEFT JOIN (SELECT stock_id, sum(quantity) AS quantity
           FROM (SELECT stock_id, quantity FROM allocations WHERE state IN ('pending', 'open')
                 UNION ALL
                 SELECT stock_id, quantity FROM holds WHERE state = 'active') claims
           GROUP BY stock_id) c ON c.stock_id = s.id
WHERE s.reserved <> coalesce(c.quantity, 0)
