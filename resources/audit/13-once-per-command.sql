-- One command touches a stock row at most once.
SELECT 'command ' || {uuid command_id} || ': stock ' || stock_id || ' ' || count(*) || ' times'
FROM stock_events
GROUP BY command_id, stock_id
HAVING count(*) > 1
