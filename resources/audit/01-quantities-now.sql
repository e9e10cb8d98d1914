-- No stock row has less than nothing, and none has more reserved than is on hand.
SELECT 'stock ' || id || ': on hand ' || coalesce(on_hand, 0) || ', reserved ' || coalesce(reserved, 0)
FROM stock
WHERE on_hand IS NULL OR reserved IS NULL OR on_hand < 0 OR reserved < 0 OR reserved > on_hand
