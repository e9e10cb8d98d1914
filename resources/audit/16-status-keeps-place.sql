-- A change of status does not move goods.
SELECT 'command ' || {uuid e.command_id} || ': ' || s.product_code || ', lot ' || s.lot || ', '
       || s.warehouse_code || '/' || s.zone_number || '/' || s.bin || ': ' || sum(e.on_hand_delta)
FROM stock_events e
JOIN stock s ON s.id = e.stock_id
WHERE e.kind = 'status'
GROUP BY e.command_id, s.product_code, s.lot, s.warehouse_code, s.zone_number, s.bin
HAVING sum(e.on_hand_delta) <> 0
