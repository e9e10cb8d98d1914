-- An entry of the history names the person who gave the command.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': ' || e.actor
       || ', but the command is of ' || c.actor
FROM stock_events e
JOIN commands c ON c.command_id = e.command_id
WHERE e.actor <> c.actor
