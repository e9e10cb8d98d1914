-- A command that was carried out left a trace in the history or in the changes.
SELECT 'command ' || {uuid c.command_id} || ': ' || c.kind || ' by ' || c.actor
FROM commands c
WHERE c.outcome = 'committed'
  AND NOT EXISTS (SELECT 1 FROM stock_events e WHERE e.command_id = c.command_id)
  AND c.command_id NOT IN (SELECT ch.command_id FROM changes ch)
