-- Nothing changes what is reserved but allocations and holds that change by the same command, by the same quantity.
SELECT 'command ' || {uuid command_id} || ': stock ' || stock_id || ': reserved '
       || sum(reserved) || ', claims ' || sum(claimed)
FROM (SELECT command_id, stock_id, reserved_delta AS reserved, 0 AS claimed
      FROM stock_events WHERE reserved_delta <> 0
      UNION ALL
      SELECT c.command_id, c.stock_id, 0,
             CASE WHEN c.state IN ('shipped', 'released') THEN -c.quantity
                  WHEN c.was IN ('shipped', 'released') -- and lives again
                      OR (c.version = 1 AND c.split_from IS NULL) THEN c.quantity
                  ELSE 0 END
      FROM (SELECT ch.command_id, a.stock_id, ch.version, ch.before ->> 'state' AS was,
                   ch.after ->> 'state' AS state, ch.after ->> 'split_from' AS split_from,
                   CASE WHEN ch.version = 1 THEN CAST(ch.after ->> 'quantity' AS bigint)
                        WHEN ch.after ->> 'state' IS NULL THEN 0
                        ELSE (SELECT CAST(q.after ->> 'quantity' AS bigint) FROM changes q
                              WHERE q.entity = 'allocation' AND q.key = ch.key
                                AND q.version < ch.version AND q.after ->> 'quantity' IS NOT NULL
                              ORDER BY q.version DESC LIMIT 1) END AS quantity
            FROM changes ch
            JOIN allocations a ON a.id = CAST(ch.key AS bigint)
            WHERE ch.entity = 'allocation') c
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
