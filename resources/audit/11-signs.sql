-- Each kind of entry changes the quantities in its own direction only.
SELECT 'stock ' || stock_id || ', version ' || version || ': ' || kind || ' with on hand '
       || on_hand_delta || ', reserved ' || reserved_delta
FROM stock_events
WHERE NOT CASE kind
              WHEN 'open' THEN on_hand_delta = 0 AND reserved_delta = 0
              WHEN 'receive' THEN on_hand_delta > 0 AND reserved_delta = 0
              WHEN 'reserve' THEN on_hand_delta = 0 AND reserved_delta > 0
              WHEN 'release' THEN on_hand_delta = 0 AND reserved_delta < 0
              WHEN 'ship' THEN on_hand_delta < 0 AND reserved_delta = on_hand_delta
              WHEN 'move' THEN on_hand_delta <> 0 AND reserved_delta = 0
              WHEN 'adjust' THEN on_hand_delta <> 0 AND reserved_delta = 0
              WHEN 'status' THEN on_hand_delta <> 0 AND reserved_delta = 0
              WHEN 'hold' THEN on_hand_delta = 0 AND reserved_delta > 0
              WHEN 'confirm' THEN on_hand_delta = 0 AND reserved_delta = 0
              WHEN 'expire' THEN on_hand_delta = 0 AND reserved_delta < 0
              ELSE kind IS NULL
          END
