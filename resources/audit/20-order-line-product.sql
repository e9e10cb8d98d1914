-- An order line is given the product that was ordered; what was given back may be of an earlier one.
SELECT c.claim || ' ' || c.id || ': ' || s.product_code || ' instead of ' || l.product_code
FROM (SELECT 'allocation' AS claim, id, order_id, line_number, stock_id FROM allocations
      WHERE state <> 'released'
      UNION ALL
      SELECT 'hold', id, order_id, line_number, stock_id FROM holds WHERE state = 'active') c
JOIN order_lines l ON l.order_id = c.order_id AND l.line_number = c.line_number
JOIN stock s ON s.id = c.stock_id
WHERE s.product_code <> l.product_code
