-- No order line is given more than was ordered.
SELECT 'order ' || l.order_id || ', line ' || l.line_number || ': ' || c.quantity || ' of ' || l.quantity
FROM order_lines l
JOIN (SELECT order_id, line_number, sum(quantity) AS quantity
      FROM (SELECT order_id, line_number, quantity FROM allocations
            WHERE state IN ('pending', 'open', 'shipped')
            UNION ALL
            SELECT order_id, line_number, quantity FROM holds WHERE state = 'active') claims
      WHERE order_id IS NOT NULL
      GROUP BY order_id, line_number) c
    ON c.order_id = l.order_id AND c.line_number = l.line_number
WHERE c.quantity > l.quantity
