-- Every entry of the history comes from a command that was carried out.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': command ' || {uuid e.command_id}
       || CASE WHEN c.command_id IS NULL THEN ' is unknown' ELSE ' was given up' END
FROM stock_events e
LEFT JOIN commands c ON c.command_id = e.command_id
WHERE c.command_id IS NULL OR c.outcome <> 'committed'
