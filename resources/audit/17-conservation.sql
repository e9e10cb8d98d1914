-- Per product, quantity appears and disappears only by receiving, shipping and adjusting.
SELECT 'product ' || s.product_code || ': ' || sum(s.on_hand) || ' on hand, '
       || coalesce(sum(e.quantity), 0) || ' came and went'
FROM stock s
LEFT JOIN (SELECT stock_id, sum(on_hand_delta) AS quantity
           FROM stock_events WHERE kind IN ('receive', 'ship', 'adjust') GROUP BY stock_id) e
    ON e.stock_id = s.id
GROUP BY s.product_code
HAVING sum(s.on_hand) <> coalesce(sum(e.quantity), 0)
