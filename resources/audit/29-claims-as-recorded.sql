-- An allocation or hold is in the state, and of the quantity and stock row, that its changes say.
SELECT r.entity || ' ' || r.id || ': ' || r.state || ' ' || r.quantity || ' of stock ' || r.stock_id
       || ', version ' || c.version || ' says ' || coalesce(c.after ->> 'state', '') || ' '
       || coalesce(c.after ->> 'quantity', '') || ' ' || coalesce(c.after ->> 'stock_id', '')
FROM (SELECT 'allocation' AS entity, id, stock_id, quantity, state FROM allocations
      UNION ALL SELECT 'hold', id, stock_id, quantity, state FROM holds) r
JOIN changes c ON c.entity = r.entity AND c.key = CAST(r.id AS text)
LEFT JOIN changes later ON later.entity = c.entity AND later.key = c.key
    AND later.version = c.version + 1
WHERE CAST(c.after ->> 'stock_id' AS bigint) <> r.stock_id
   OR (later.version IS NULL
       AND (c.after ->> 'state' <> r.state
            OR CAST(c.after ->> 'quantity' AS bigint) <> r.quantity))
