-- Every allocation and hold has its changes on record from the first, and stands at the last of them.
SELECT r.entity || ' ' || r.id || ': version ' || r.version || ', changes from '
       || coalesce(c.first, 0) || ' to ' || coalesce(c.last, 0)
FROM (SELECT 'allocation' AS entity, id, version FROM allocations
      UNION ALL SELECT 'hold', id, version FROM holds) r
LEFT JOIN (SELECT entity, key, min(version) AS first, max(version) AS last FROM changes
           WHERE entity IN ('allocation', 'hold') GROUP BY entity, key) c
    ON c.entity = r.entity AND c.key = CAST(r.id AS text)
WHERE c.last IS NULL OR c.last <> r.version OR c.first <> 1
