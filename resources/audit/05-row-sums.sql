-- What a stock row says is the sum of its history.
SELECT 'stock ' || s.id || ': on hand ' || s.on_hand || ' of ' || coalesce(e.on_hand, 0)
       || ', reserved ' || s.reserved || ' of ' || coalesce(e.reserved, 0)
FROM stock s
LEFT JOIN (SELECT stock_id, sum(on_hand_delta) AS on_hand, sum(reserved_delta) AS reserved
           FROM stock_events GROUP BY stock_id) e ON e.stock_id = s.id
WHERE s.on_hand <> coalesce(e.on_hand, 0) OR s.reserved <> coalesce(e.reserved, 0)
