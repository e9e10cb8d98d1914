-- What a command takes back is a command of its kind that was carried out by the same person, all of it, and once.
SELECT 'command ' || {uuid c.command_id} || ': takes back ' || coalesce({uuid c.undoes}, 'nothing')
FROM commands c
LEFT JOIN commands first ON first.command_id = c.undoes
WHERE (c.undoes IS NOT NULL OR (c.kind LIKE 'undo!_%' ESCAPE '!' AND c.outcome = 'committed'))
  AND (first.command_id IS NULL OR first.outcome <> 'committed' OR first.actor <> c.actor
       OR c.kind <> 'undo_' || first.kind OR c.at < first.at)
UNION ALL
SELECT 'command ' || {uuid undoes} || ': taken back ' || count(*) || ' times'
FROM commands
WHERE undoes IS NOT NULL
GROUP BY undoes
HAVING count(*) > 1
UNION ALL
SELECT 'command ' || {uuid command_id} || ': stock ' || stock_id || ': ' || sum(on_hand) || ' and '
       || sum(reserved) || ' remain of what it takes back'
FROM (SELECT c.command_id, e.stock_id, e.on_hand_delta AS on_hand, e.reserved_delta AS reserved
      FROM commands c JOIN stock_events e ON e.command_id IN (c.command_id, c.undoes)
      WHERE c.undoes IS NOT NULL) r
GROUP BY command_id, stock_id
HAVING sum(on_hand) <> 0 OR sum(reserved) <> 0
UNION ALL
SELECT 'command ' || {uuid r.command_id} || ': allocation ' || r.key || ' lives again as '
       || (r.after ->> 'state') || ', which is not what it takes back'
FROM changes r
JOIN commands c ON c.command_id = r.command_id
LEFT JOIN changes ended ON ended.entity = 'allocation' AND ended.key = r.key AND ended.version = r.version - 1
WHERE r.entity = 'allocation' AND r.before ->> 'state' IN ('shipped', 'released')
  AND (c.undoes IS NULL OR ended.command_id IS NULL OR ended.command_id <> c.undoes
       OR r.after ->> 'state' <> coalesce(ended.before ->> 'state',
           (SELECT w.after ->> 'state' FROM changes w
            WHERE w.entity = 'allocation' AND w.key = CAST(ended.after ->> 'split_from' AS text)
              AND w.after ->> 'state' IS NOT NULL
              AND w.version < (SELECT max(v.version) FROM changes v
                               WHERE v.entity = 'allocation' AND v.command_id = ended.command_id
                                 AND v.key = CAST(ended.after ->> 'split_from' AS text))
            ORDER BY w.version DESC LIMIT 1)))
UNION ALL
SELECT 'command ' || {uuid r.command_id} || ': order ' || r.key || ' is open again, of which it takes nothing back'
FROM changes r
JOIN commands c ON c.command_id = r.command_id
JOIN orders o ON o.number = r.key
WHERE r.entity = 'order' AND r.before ->> 'state' IN ('completed', 'cancelled')
  AND r.after ->> 'state' <> r.before ->> 'state'
  AND NOT EXISTS (SELECT 1 FROM stock_events e JOIN allocations a ON a.stock_id = e.stock_id
                  JOIN changes b ON b.entity = 'allocation' AND b.key = CAST(a.id AS text)
                      AND b.command_id = e.command_id AND b.before ->> 'state' = 'shipped'
                  WHERE e.command_id = r.command_id AND c.undoes IS NOT NULL AND a.order_id = o.id)
