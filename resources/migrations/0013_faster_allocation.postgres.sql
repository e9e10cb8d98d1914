-- All that is decided here is decided on what is read once a lock is had. In a transaction that goes on
-- reading what was there before, expired goods would be given out and lines get more than was ordered.
CREATE FUNCTION api.refuse_isolation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'shape: only in READ COMMITTED' USING ERRCODE = 'TB005';
END $$;
CREATE TRIGGER commands_read_committed BEFORE INSERT ON commands FOR EACH ROW
    WHEN (current_setting('transaction_isolation') <> 'read committed')
    EXECUTE FUNCTION api.refuse_isolation();

-- Of locked stock rows those whose goods may be promised now, by id, and through which day nothing but
-- the row itself has to be looked at again (stock.usable_until; a hold on it: never).
CREATE FUNCTION api.usable_1(p_ids bigint[], p_now timestamptz, OUT ids bigint[], OUT until date[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
    SELECT array_agg(s.id ORDER BY s.id), array_agg(CASE
            WHEN EXISTS (SELECT FROM holds h WHERE h.stock_id = s.id AND h.state = 'active')
            THEN '-infinity' ELSE coalesce(l.expires_on, 'infinity') END ORDER BY s.id)
        INTO ids, until
        FROM stock s JOIN warehouses w ON w.code = s.warehouse_code
        JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot
        WHERE s.id = ANY (p_ids) AND s.status = 'available' AND w.active
          AND (l.expires_on IS NULL OR l.expires_on >= (p_now AT TIME ZONE w.time_zone)::date)
          AND NOT EXISTS (SELECT FROM products p WHERE p.code = s.product_code AND NOT p.active)
          AND NOT EXISTS (SELECT FROM zones z WHERE z.warehouse_code = s.warehouse_code
                          AND z.zone_number = s.zone_number AND NOT z.active)
          AND NOT EXISTS (SELECT FROM bins b WHERE b.warehouse_code = s.warehouse_code
                          AND b.zone_number = s.zone_number AND b.code = s.bin AND NOT b.active);
END $$;

-- Where goods arrive, they are looked at too: whoever promises them later, thousands of lines at once,
-- finds it noted on their rows. (Whoever changes a lot, product or place waits for the keys of a row
-- that is new, and then finds it.)
DO $do$
DECLARE
    v_text text := pg_get_functiondef(to_regproc('api.commit_1'));
    v_when text := 'IF m.event IN (''reserve'', ''ship'', ''hold'', ''confirm'') AND NOT v_known THEN';
    v_first int := position(v_when IN v_text);
    v_rest text := substr(v_text, v_first + length(v_when));
    v_last int := position('IF coalesce(cardinality(v_usable), 0) <> v_n THEN' IN v_rest);
BEGIN
    IF v_first = 0 OR v_last = 0 THEN
        RAISE EXCEPTION 'api.commit_1 is not as it was';
    END IF;
    EXECUTE left(v_text, v_first - 1)
        || 'IF m.event IN (''reserve'', ''ship'', ''hold'', ''confirm'', ''receive'', ''move'', ''status'')
       AND NOT v_known THEN
        SELECT u.ids, u.until INTO v_usable, v_until FROM api.usable_1(v_ids, v_now) u;
        '
        || replace(substr(v_rest, v_last), 'IF coalesce(cardinality(v_usable), 0) <> v_n THEN',
                   'IF m.event NOT IN (''receive'', ''move'', ''status'')
           AND coalesce(cardinality(v_usable), 0) <> v_n THEN');
END $do$;

-- A row that a transaction writes twice has its keys looked up again, and waits for whoever changes what
-- they point to, while that one may wait for the row. So a commit that holds goods notes that itself
-- (never: -infinity), which leaves forget_usable nothing to do; and whoever changes a lot and receives
-- goods of it takes the key of its product before any row.
CREATE FUNCTION pg_temp.instead(p_function text, p_old text, p_new text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    v_text text := pg_get_functiondef(to_regproc(p_function));
BEGIN
    IF position(p_old IN v_text) = 0 THEN
        RAISE EXCEPTION '% is not as it was', p_function;
    END IF;
    EXECUTE replace(v_text, p_old, p_new);
END $$;
SELECT pg_temp.instead('api.commit_1', 'usable_until = CASE WHEN x.usable = s.id',
    'usable_until = CASE WHEN m.event = ''hold'' THEN ''-infinity'' WHEN x.usable = s.id');
SELECT pg_temp.instead('api.forget_usable', 'WHERE s.usable_until IS NOT NULL AND ',
    'WHERE s.usable_until > ''''-infinity'''' AND ');
SELECT pg_temp.instead('api.apply_other_records_1', '-- Orders by id, as every commit does',
    'PERFORM FROM products p WHERE p.code IN (SELECT r->''key''->>''product_code''
            FROM jsonb_array_elements(p_records) r
            WHERE r->>''entity'' = ''lot'' AND r->>''expected'' IS NOT NULL)
        ORDER BY p.code FOR KEY SHARE;
    -- Orders by id, as every commit does');
DROP FUNCTION pg_temp.instead;

-- Goods for lines of orders, any number of them: what the allocation desk sends. It says yes, or leaves
-- everything, also every no, to commit_1. One UPDATE locks the rows by id, judges and writes them. By id,
-- because a scan of the whole table is off and of all conditions an index serves only that of the id: what
-- is left are the rows one by one as they are sorted here, or the whole index of the ids (for a hash in one
-- piece: work_mem), whatever the session has set.
CREATE FUNCTION api.allocate_1(p_command uuid, p_kind text, p_hash bytea,
        p_ids bigint[], p_expected bigint[], p_quantities bigint[], p_row_orders bigint[],
        p_orders bigint[], p_lines int[], p_stock bigint[], p_taken bigint[])
    RETURNS api.outcome LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off
    SET enable_nestloop = on SET enable_indexscan = on SET work_mem = '64MB' AS $$
#variable_conflict use_column
DECLARE
    v_out api.outcome;
    v_setting text;
    v_orders bigint[];
    v_products text[];
    v_unknown bigint[]; -- rows without a note
    v_usable record;
BEGIN
    v_setting := set_config('synchronous_commit', 'on', true);
    BEGIN
        IF p_command IS NULL OR p_hash IS NULL OR coalesce(cardinality(p_ids), 0) = 0 THEN
            RAISE SQLSTATE 'TB000';
        END IF;
        INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)
            SELECT p_command /*claim*/, m.kind, p_hash, session_user, clock_timestamp(), 'committed'
            FROM people p, api.matrix m
            WHERE p.login = session_user AND p.active AND m.kind = p_kind AND p.role = ANY (m.roles)
              AND m.event = 'reserve' AND 0 = ANY (m.on_hand_signs) AND 1 = ANY (m.reserved_signs)
              AND m.couple = 'none' AND '>open' = ANY (m.allocations) AND NOT m.needs_reason
            ON CONFLICT DO NOTHING;
        -- What is reserved of each row is what its allocations take, and names an order only when
        -- all of them are of that one.
        IF NOT FOUND OR EXISTS (
                SELECT FROM unnest(p_ids, p_quantities, p_row_orders, p_expected)
                    x (id, quantity, order_id, expected)
                FULL JOIN (SELECT a.stock_id, sum(a.quantity) AS quantity, min(a.order_id) AS first_order,
                        max(a.order_id) AS last_order,
                        bool_and((a.quantity > 0 AND a.line_number > 0 AND a.order_id > 0) IS TRUE) AS good
                        FROM unnest(p_stock, p_taken, p_orders, p_lines)
                            a (stock_id, quantity, order_id, line_number)
                        GROUP BY a.stock_id) c ON c.stock_id = x.id
                WHERE (x.quantity = c.quantity AND c.good AND c.quantity <= 1000000000
                       AND (x.order_id IS NULL OR (x.order_id = c.first_order
                            AND x.order_id = c.last_order))) IS NOT TRUE) THEN
            RAISE SQLSTATE 'TB000';
        END IF;
        -- Orders before stock.
        v_orders := ARRAY(SELECT DISTINCT o FROM unnest(p_orders) o);
        IF (SELECT count(*) FILTER (WHERE o.state = 'open') FROM
                (SELECT state FROM orders WHERE id = ANY (v_orders) ORDER BY id FOR UPDATE) o)
           <> cardinality(v_orders) THEN
            RAISE SQLSTATE 'TB000';
        END IF;
        -- The time is read once all rows are ours.
        WITH u AS (
            UPDATE stock s SET reserved = s.reserved + x.quantity, version = s.version + 1
                FROM (SELECT * FROM unnest(p_ids, p_expected, p_quantities, p_row_orders)
                        i (id, expected, quantity, order_id) ORDER BY i.id /*lock order*/) x
                WHERE s.id = x.id AND s.version = coalesce(x.expected, s.version) /*version check*/
                  AND s.reserved + x.quantity <= s.on_hand /*guard*/
                  AND (s.status = 'available') IS TRUE /*no index leads here*/
                RETURNING s.id, s.version, x.quantity, s.on_hand, s.reserved, x.order_id, s.product_code,
                          s.usable_until),
        t AS MATERIALIZED (SELECT count(*) AS n, clock_timestamp() AS at FROM u),
        e AS (INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,
                    on_hand_after, reserved_after, order_id, command_id, actor, at)
                SELECT u.id, u.version, 'reserve', 0, u.quantity, u.on_hand, u.reserved, u.order_id,
                    p_command, session_user, (SELECT at FROM t)
                FROM u /*event*/)
        SELECT array_agg(u.id), array_agg(u.version), array_agg(u.product_code), (SELECT at FROM t),
               array_agg(u.id) FILTER (WHERE (u.usable_until
                   > ((SELECT at FROM t) AT TIME ZONE 'UTC')::date + 1) IS NOT TRUE)
            INTO v_out.ids, v_out.versions, v_products, v_out.at, v_unknown FROM u;
        IF cardinality(v_out.ids) IS DISTINCT FROM cardinality(p_ids) THEN
            RAISE SQLSTATE 'TB000';
        END IF;
        -- It is not noted here: a row that is written twice has its keys looked up again, which takes
        -- longer than looking.
        IF v_unknown IS NOT NULL THEN
            v_usable := api.usable_1(v_unknown, v_out.at);
            IF cardinality(v_usable.ids) IS DISTINCT FROM cardinality(v_unknown)
               OR '-infinity' = ANY (v_usable.until) THEN
                RAISE SQLSTATE 'TB000';
            END IF;
        END IF;
        WITH n AS (
            INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)
                SELECT a.order_id, a.line_number, a.stock_id, a.quantity, 'open'
                FROM unnest(p_orders, p_lines, p_stock, p_taken)
                    a (order_id, line_number, stock_id, quantity)
                RETURNING id, order_id, line_number, stock_id, quantity)
        INSERT INTO changes (entity, key, version, command_id, actor, at, after)
            SELECT 'allocation', n.id::text, 1, p_command, session_user, v_out.at,
                jsonb_build_object('order_id', n.order_id, 'line_number', n.line_number,
                    'stock_id', n.stock_id, 'quantity', n.quantity, 'state', 'open') FROM n;
        -- No line gets more than was ordered (check_quantities_1), or another product. (FULL JOIN: see
        -- commit_1; what would not hold of missing rows would make another join of it.)
        IF EXISTS (WITH l AS MATERIALIZED (SELECT order_id, line_number, product_code, quantity
                        FROM order_lines WHERE order_id = ANY (v_orders))
                SELECT FROM (SELECT order_id, line_number, sum(quantity) AS quantity
                        FROM (SELECT order_id, line_number, quantity FROM allocations
                               WHERE order_id = ANY (v_orders) AND state IN ('pending', 'open', 'shipped')
                              UNION ALL SELECT order_id, line_number, quantity FROM holds
                               WHERE order_id = ANY (v_orders) AND state = 'active') c
                        GROUP BY order_id, line_number) c
                    FULL JOIN l USING (order_id, line_number)
                    WHERE coalesce(c.quantity, 0) > coalesce(l.quantity, 0)
                UNION ALL SELECT FROM unnest(p_orders, p_lines, p_stock) a (order_id, line_number, stock_id)
                    FULL JOIN unnest(v_out.ids, v_products) s (id, product_code) ON s.id = a.stock_id
                    FULL JOIN l ON l.order_id = a.order_id AND l.line_number = a.line_number
                    WHERE coalesce(a.stock_id, 0) <> 0 AND l.product_code IS DISTINCT FROM s.product_code) THEN
            RAISE SQLSTATE 'TB000';
        END IF;
        v_out.outcome := 'committed';
        RETURN v_out;
    EXCEPTION WHEN SQLSTATE 'TB000' THEN
        NULL; -- what was written is not
    END;
    RETURN api.commit_1(p_command, p_kind, p_hash, '', NULL,
        ARRAY(SELECT (x.id, x.expected, 'reserve', 0, x.quantity, x.order_id, NULL, NULL, NULL, NULL, NULL,
                      NULL, NULL, NULL)::api.stock_change
              FROM unnest(p_ids, p_expected, p_quantities, p_row_orders) x (id, expected, quantity, order_id)
              ORDER BY x.id),
        ARRAY(SELECT (NULL, NULL, a.order_id, a.line_number, a.stock_id, a.quantity, NULL, 'open')
                     ::api.allocation_change
              FROM unnest(p_orders, p_lines, p_stock, p_taken) a (order_id, line_number, stock_id, quantity)
              ORDER BY a.stock_id), NULL);
END $$;

REVOKE ALL ON FUNCTION api.refuse_isolation, api.usable_1, api.allocate_1 FROM PUBLIC;
