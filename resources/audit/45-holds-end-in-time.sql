-- No hold was confirmed after its time was over, and none expired before.
SELECT 'hold ' || h.id || ': ' || h.state || ' at ' || {iso c.at} || ', its time is ' || {iso h.expires_at}
FROM holds h
JOIN changes c ON c.entity = 'hold' AND c.key = CAST(h.id AS text) AND c.version = h.version
WHERE (h.state = 'confirmed' AND c.at > h.expires_at) OR (h.state = 'expired' AND c.at < h.expires_at)
