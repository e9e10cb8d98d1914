-- A stock row's version is that of the last entry of its history.
SELECT 'stock ' || s.id || ': version ' || s.version || ', last entry ' || coalesce(e.last, 0)
FROM stock s
LEFT JOIN (SELECT stock_id, max(version) AS last FROM stock_events GROUP BY stock_id) e
    ON e.stock_id = s.id
WHERE e.last IS NULL OR e.last <> s.version
