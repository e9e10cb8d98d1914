-- No stock row ever had less than nothing, or more reserved than was on hand.
SELECT 'stock ' || stock_id || ', version ' || version || ': on hand ' || on_hand_after
       || ', reserved ' || reserved_after
FROM stock_events
WHERE on_hand_after < 0 OR reserved_after < 0 OR reserved_after > on_hand_after
