-- A command that was carried out left a trace in the history or in the changes.
SELECT 'command ' || {uuid c.command_id} || ': ' || c.kind || ' by ' || c.actor
FROM commands c
LEFT JOIN (SELECT DISTINCT command_id FROM changes) t ON t.command_id = c.command_id
WHERE c.outcome = 'committed' AND t.command_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM stock_events e WHERE e.command_id = c.command_id)
