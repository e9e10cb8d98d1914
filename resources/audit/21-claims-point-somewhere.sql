-- Allocations and holds are of a stock row that exists and, with an order, of one of its lines, which can go once nothing is left of them.
SELECT c.claim || ' ' || c.id || ': stock ' || c.stock_id
       || CASE WHEN s.id IS NULL THEN ' does not exist'
               ELSE ', order ' || coalesce(c.order_id, 0) || ', line ' || coalesce(c.line_number, 0)
                    || ' does not exist' END
FROM (SELECT 'allocation' AS claim, id, order_id, line_number, stock_id,
             CASE WHEN state <> 'released' THEN 1 ELSE 0 END AS live FROM allocations
      UNION ALL
      SELECT 'hold', id, order_id, line_number, stock_id, CASE WHEN state = 'active' THEN 1 ELSE 0 END
      FROM holds) c
LEFT JOIN stock s ON s.id = c.stock_id
LEFT JOIN orders o ON o.id = c.order_id
LEFT JOIN order_lines l ON l.order_id = c.order_id AND l.line_number = c.line_number
WHERE s.id IS NULL
   OR (c.order_id IS NULL AND c.line_number IS NOT NULL)
   OR (c.order_id IS NOT NULL AND o.id IS NULL)
   OR (c.order_id IS NOT NULL AND l.order_id IS NULL AND c.live = 1)
