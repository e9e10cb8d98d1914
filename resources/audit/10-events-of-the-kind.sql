-- An entry of the history is of a kind that its command may write.
SELECT 'stock ' || e.stock_id || ', version ' || e.version || ': ' || e.kind || ' by a command of kind '
       || c.kind
FROM stock_events e
JOIN commands c ON c.command_id = e.command_id
WHERE CASE
          WHEN e.kind = 'receive' THEN c.kind NOT IN ('receive', 'import', 'undo_receive')
          WHEN e.kind = 'reserve' THEN c.kind NOT IN ('reserve', 'allocate', 'undo_release')
          WHEN e.kind = 'release' THEN c.kind NOT IN ('release', 'hold_release', 'undo_reserve', 'undo_allocate')
          WHEN e.kind = 'confirm' THEN c.kind NOT IN ('hold_confirm', 'reassign')
          WHEN e.kind IN ('ship', 'move', 'adjust', 'status')
              THEN c.kind NOT IN (e.kind, 'undo_' || e.kind)
          ELSE c.kind <> e.kind
      END
