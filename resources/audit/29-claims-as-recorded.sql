-- An allocation or hold is in the state, and of the quantity and stock row, that its changes last said.
SELECT r.entity || ' ' || r.id || ': ' || r.state || ' ' || r.quantity || ' of stock ' || r.stock_id
       || ', version ' || c.version || ' says ' || coalesce(c.after ->> 'state', '') || ' '
       || coalesce(c.after ->> 'quantity', '') || ' ' || coalesce(c.after ->> 'stock_id', '')
FROM (SELECT 'allocation' AS entity, id, stock_id, quantity, state FROM allocations
      UNION ALL SELECT 'hold', id, stock_id, quantity, state FROM holds) r
JOIN (SELECT entity, key,
             max(CASE WHEN after ->> 'state' IS NOT NULL THEN version END) AS said_state,
             max(CASE WHEN after ->> 'quantity' IS NOT NULL THEN version END) AS said_quantity
      FROM changes WHERE entity IN ('allocation', 'hold') GROUP BY entity, key) last
    ON last.entity = r.entity AND last.key = CAST(r.id AS text)
JOIN changes c ON c.entity = r.entity AND c.key = last.key
WHERE CAST(c.after ->> 'stock_id' AS bigint) <> r.stock_id
   OR (c.version = last.said_state AND c.after ->> 'state' <> r.state)
   OR (c.version = last.said_quantity AND CAST(c.after ->> 'quantity' AS bigint) <> r.quantity)
