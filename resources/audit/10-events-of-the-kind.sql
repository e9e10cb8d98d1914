-- An entry of the history is of a kind that its command may write.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': ' || e.kind || ' by a command of kind '
       || c.kind
FROM stock_events e
JOIN commands c ON c.command_id = e.command_id
WHERE CASE e.kind
          WHEN 'receive' THEN c.kind NOT IN ('receive', 'import')
          WHEN 'reserve' THEN c.kind NOT IN ('reserve', 'allocate')
          WHEN 'release' THEN c.kind NOT IN ('release', 'hold_release')
          WHEN 'confirm' THEN c.kind <> 'hold_confirm'
          ELSE c.kind <> e.kind
      END
