-- What a move or a change of status takes away in one row it puts down in another, per product and lot.
SELECT 'command ' || {uuid e.command_id} || ': ' || s.product_code || ', lot ' || s.lot || ': '
       || sum(e.on_hand_delta) || ' over ' || count(*) || ' rows'
FROM stock_events e
JOIN stock s ON s.id = e.stock_id
WHERE e.kind IN ('move', 'status')
GROUP BY e.command_id, s.product_code, s.lot
HAVING sum(e.on_hand_delta) <> 0 OR count(*) < 2
