-- Every command is on record once.
SELECT 'command ' || {uuid command_id} || ': ' || count(*) || ' times'
FROM commands
GROUP BY command_id
HAVING count(*) > 1
