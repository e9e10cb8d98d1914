-- The record of changes of a thing is numbered without gap or repetition.
SELECT entity || ' ' || key || ': ' || count(*) || ' changes from ' || min(version) || ' to '
       || max(version)
FROM changes
GROUP BY entity, key
HAVING min(version) NOT IN (1, 2) -- what was there before the first change is version 1
    OR max(version) - min(version) + 1 <> count(*) OR count(DISTINCT version) <> count(*)
