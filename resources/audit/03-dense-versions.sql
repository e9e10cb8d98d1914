-- The history of a stock row is numbered 1, 2, 3 and so on, without gap or repetition.
SELECT 'stock ' || stock_id || ': ' || count(*) || ' entries from ' || min(version) || ' to '
       || max(version)
FROM stock_events
GROUP BY stock_id
HAVING min(version) <> 1 OR max(version) <> count(*) OR count(DISTINCT version) <> count(*)
