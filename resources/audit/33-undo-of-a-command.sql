-- What a command takes back is a command that was carried out, by the same person.
SELECT 'command ' || {uuid c.command_id} || ': takes back ' || {uuid c.undoes}
FROM commands c
LEFT JOIN commands first ON first.command_id = c.undoes
WHERE c.undoes IS NOT NULL
  AND (first.command_id IS NULL OR first.outcome <> 'committed' OR first.actor <> c.actor)
