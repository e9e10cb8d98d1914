-- Whoever plans for orders asks what each line has already: all of it comes from the index.
DROP INDEX allocations_by_order;
CREATE INDEX allocations_by_order ON allocations (order_id, line_number, state, quantity)
    WHERE order_id IS NOT NULL;

-- What waits for somebody to agree: few of many.
CREATE INDEX allocations_pending ON allocations (id) WHERE state = 'pending';
