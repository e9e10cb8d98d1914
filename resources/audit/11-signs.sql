-- Each kind of entry changes the quantities in its own direction only; taking back is the opposite.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': ' || e.kind || ' with on hand '
       || e.on_hand_delta || ', reserved ' || e.reserved_delta
FROM stock_events e
LEFT JOIN commands c ON c.command_id = e.command_id AND c.kind IN ('undo_receive', 'undo_ship')
WHERE NOT CASE e.kind
              WHEN 'open' THEN on_hand_delta = 0 AND reserved_delta = 0
              WHEN 'receive' THEN reserved_delta = 0 AND on_hand_delta <> 0
                  AND (on_hand_delta > 0) = (c.kind IS NULL)
              WHEN 'reserve' THEN on_hand_delta = 0 AND reserved_delta > 0
              WHEN 'release' THEN on_hand_delta = 0 AND reserved_delta < 0
              WHEN 'ship' THEN reserved_delta = on_hand_delta AND on_hand_delta <> 0
                  AND (on_hand_delta < 0) = (c.kind IS NULL)
              WHEN 'move' THEN on_hand_delta <> 0 AND reserved_delta = 0
              WHEN 'adjust' THEN on_hand_delta <> 0 AND reserved_delta = 0
              WHEN 'status' THEN on_hand_delta <> 0 AND reserved_delta = 0
              WHEN 'hold' THEN on_hand_delta = 0 AND reserved_delta > 0
              WHEN 'confirm' THEN on_hand_delta = 0 AND reserved_delta = 0
              WHEN 'expire' THEN on_hand_delta = 0 AND reserved_delta < 0
              ELSE e.kind IS NULL
          END
