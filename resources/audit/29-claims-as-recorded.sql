-- An allocation or hold is in the state, and of the quantity and stock row, that its changes last said.
SELECT c.entity || ' ' || c.key || ': ' || coalesce(a.state, h.state) || ' '
       || coalesce(a.quantity, h.quantity) || ' of stock ' || coalesce(a.stock_id, h.stock_id)
       || ', version ' || c.version || ' says ' || coalesce(c.after ->> 'state', '') || ' '
       || coalesce(c.after ->> 'quantity', '') || ' ' || coalesce(c.after ->> 'stock_id', '')
FROM (SELECT entity, key, version, after,
             max(CASE WHEN after ->> 'state' IS NOT NULL THEN version END) OVER of_one AS said_state,
             max(CASE WHEN after ->> 'quantity' IS NOT NULL THEN version END) OVER of_one AS said_quantity
      FROM changes
      WHERE entity IN ('allocation', 'hold')
      WINDOW of_one AS (PARTITION BY entity, key)) c
LEFT JOIN allocations a ON c.entity = 'allocation' AND a.id = CAST(c.key AS bigint)
LEFT JOIN holds h ON c.entity = 'hold' AND h.id = CAST(c.key AS bigint)
WHERE (a.id IS NOT NULL OR h.id IS NOT NULL)
  AND (CAST(c.after ->> 'stock_id' AS bigint) <> coalesce(a.stock_id, h.stock_id)
       OR (c.version = c.said_state AND c.after ->> 'state' <> coalesce(a.state, h.state))
       OR (c.version = c.said_quantity
           AND CAST(c.after ->> 'quantity' AS bigint) <> coalesce(a.quantity, h.quantity)))
