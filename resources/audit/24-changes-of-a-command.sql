-- Every recorded change comes from a command that was carried out.
SELECT ch.entity || ' ' || ch.key || ', version ' || ch.version || ': command '
       || {uuid ch.command_id}
       || CASE WHEN c.command_id IS NULL THEN ' is unknown' ELSE ' was given up' END
FROM changes ch
LEFT JOIN commands c ON c.command_id = ch.command_id
WHERE c.command_id IS NULL OR c.outcome <> 'committed'
