-- Every entry of a history says what the entries up to it add up to.
SELECT 'stock ' || stock_id || ', version ' || version || ': on hand ' || on_hand_after || ' of '
       || on_hand || ', reserved ' || reserved_after || ' of ' || reserved
FROM (SELECT stock_id, version, on_hand_after, reserved_after,
             sum(on_hand_delta) OVER up_to_here AS on_hand,
             sum(reserved_delta) OVER up_to_here AS reserved
      FROM stock_events
      WINDOW up_to_here AS (PARTITION BY stock_id ORDER BY version
                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) e
WHERE on_hand_after <> on_hand OR reserved_after <> reserved
