-- An order that is completed or cancelled holds no stock any more.
SELECT 'order ' || o.number || ': ' || o.state || ', but ' || c.claim || ' ' || c.id || ' holds '
       || c.quantity
FROM orders o
JOIN (SELECT 'allocation' AS claim, id, order_id, quantity FROM allocations
      WHERE state IN ('pending', 'open')
      UNION ALL
      SELECT 'hold', id, order_id, quantity FROM holds WHERE state = 'active') c ON c.order_id = o.id
WHERE o.state IN ('completed', 'cancelled')
