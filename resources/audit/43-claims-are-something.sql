-- Order lines, allocations and holds are of more than nothing and of at most 1000000000.
SELECT 'order ' || order_id || ', line ' || line_number || ': ' || quantity FROM order_lines
WHERE quantity NOT BETWEEN 1 AND 1000000000
UNION ALL
SELECT 'allocation ' || id || ': ' || quantity FROM allocations
WHERE quantity NOT BETWEEN 1 AND 1000000000
UNION ALL
SELECT 'hold ' || id || ': ' || quantity FROM holds WHERE quantity NOT BETWEEN 1 AND 1000000000
UNION ALL
SELECT 'stock ' || stock_id || ', version ' || version || ': ' || on_hand_delta FROM stock_events
WHERE abs(on_hand_delta) > 1000000000 OR abs(reserved_delta) > 1000000000
