-- Nothing changes what is reserved but allocations and holds that change by the same command, by the same quantity.
SELECT 'command ' || {uuid command_id} || ': stock ' || stock_id || ': reserved '
       || sum(reserved) || ', claims ' || sum(claimed)
FROM (SELECT command_id, stock_id, reserved_delta AS reserved, 0 AS claimed
      FROM stock_events WHERE reserved_delta <> 0
      UNION ALL
      SELECT c.command_id, a.stock_id, 0,
             CASE WHEN c.after ->> 'state' IN ('shipped', 'released')
                      THEN -CASE WHEN c.version = 1 THEN CAST(c.after ->> 'quantity' AS bigint)
                                 ELSE a.quantity END
                  WHEN c.version = 1 AND c.after ->> 'split_from' IS NULL
                      THEN CAST(c.after ->> 'quantity' AS bigint)
                  ELSE 0 END
      FROM changes c
      JOIN allocations a ON a.id = CAST(c.key AS bigint)
      WHERE c.entity = 'allocation'
      UNION ALL
      SELECT c.command_id, h.stock_id, 0,
             CASE WHEN c.version = 1 THEN CAST(c.after ->> 'quantity' AS bigint)
                  WHEN c.after ->> 'state' <> 'active' THEN -h.quantity
                  ELSE 0 END
      FROM changes c
      JOIN holds h ON h.id = CAST(c.key AS bigint)
      WHERE c.entity = 'hold') r
GROUP BY command_id, stock_id
HAVING sum(reserved) <> sum(claimed)
