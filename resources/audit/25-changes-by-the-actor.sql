-- A recorded change names the person who gave the command.
SELECT ch.entity || ' ' || ch.key || ', version ' || ch.version || ': ' || ch.actor
       || ', but the command is of ' || c.actor
FROM changes ch
JOIN commands c ON c.command_id = ch.command_id
WHERE ch.actor <> c.actor
