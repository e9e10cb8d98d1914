-- A move does not change the status of goods.
SELECT 'command ' || {uuid e.command_id} || ': ' || s.product_code || ', lot ' || s.lot || ', '
       || s.status || ': ' || sum(e.on_hand_delta)
FROM stock_events e
JOIN stock s ON s.id = e.stock_id
WHERE e.kind = 'move'
GROUP BY e.command_id, s.product_code, s.lot, s.status
HAVING sum(e.on_hand_delta) <> 0
