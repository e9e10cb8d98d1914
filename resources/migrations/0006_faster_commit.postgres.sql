-- Through this day nothing but the row itself has to be looked at before its goods are promised:
-- place, zone, warehouse and product are in use, the lot is good, and no hold is active on it.
-- Empty: not known, so look. A commit that has looked notes it on the rows that it writes; triggers
-- forget it whenever one of those things changes, so it is never later than the truth.
ALTER TABLE stock ADD COLUMN usable_until date;

-- What is out of use is rare: to find nothing among it is cheaper than to find what is in use.
CREATE INDEX zones_out_of_use ON zones (warehouse_code, zone_number) WHERE NOT active;
CREATE INDEX bins_out_of_use ON bins (warehouse_code, zone_number, code) WHERE NOT active;
CREATE INDEX products_out_of_use ON products (code) WHERE NOT active;

CREATE FUNCTION api.forget_usable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- The locks first, in order of ids: a commit that looked before us notes it before we forget.
    EXECUTE 'SELECT FROM stock s WHERE ' || TG_ARGV[0] || ' ORDER BY s.id FOR NO KEY UPDATE' USING NEW;
    EXECUTE 'UPDATE stock s SET usable_until = NULL WHERE s.usable_until IS NOT NULL AND '
            || TG_ARGV[0] USING NEW;
    RETURN NULL;
END $$;
CREATE TRIGGER warehouses_forget_usable AFTER UPDATE ON warehouses
    FOR EACH ROW WHEN (OLD.active <> NEW.active)
    EXECUTE FUNCTION api.forget_usable('s.warehouse_code = ($1).code');
CREATE TRIGGER zones_forget_usable AFTER UPDATE ON zones
    FOR EACH ROW WHEN (OLD.active <> NEW.active)
    EXECUTE FUNCTION api.forget_usable('(s.warehouse_code, s.zone_number) = (($1).warehouse_code, ($1).zone_number)');
CREATE TRIGGER bins_forget_usable AFTER UPDATE ON bins
    FOR EACH ROW WHEN (OLD.active <> NEW.active)
    EXECUTE FUNCTION api.forget_usable('(s.warehouse_code, s.zone_number, s.bin) = (($1).warehouse_code, ($1).zone_number, ($1).code)');
CREATE TRIGGER products_forget_usable AFTER UPDATE ON products
    FOR EACH ROW WHEN (OLD.active <> NEW.active)
    EXECUTE FUNCTION api.forget_usable('s.product_code = ($1).code');
CREATE TRIGGER lots_forget_usable AFTER UPDATE ON lots
    FOR EACH ROW WHEN (OLD.expires_on IS DISTINCT FROM NEW.expires_on)
    EXECUTE FUNCTION api.forget_usable('(s.product_code, s.lot) = (($1).product_code, ($1).lot)');
CREATE TRIGGER holds_forget_usable AFTER INSERT OR UPDATE ON holds
    FOR EACH ROW WHEN (NEW.state = 'active')
    EXECUTE FUNCTION api.forget_usable('s.id = ($1).stock_id');

-- Per order line: pending + open + shipped + active holds never exceed what was ordered.
CREATE FUNCTION api.check_quantities_1(p_orders bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    v_bad text;
BEGIN
    SELECT format('%s/%s', c.order_id, c.line_number) INTO v_bad
        FROM (SELECT order_id, line_number, sum(quantity) AS quantity
                FROM (SELECT order_id, line_number, quantity FROM allocations
                       WHERE order_id = ANY (p_orders) AND state IN ('pending', 'open', 'shipped')
                      UNION ALL SELECT order_id, line_number, quantity FROM holds
                       WHERE order_id = ANY (p_orders) AND state = 'active') c
               GROUP BY order_id, line_number) c
        LEFT JOIN order_lines l USING (order_id, line_number)
        WHERE c.quantity > coalesce(l.quantity, 0) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'order line' USING ERRCODE = 'TB004',
            DETAIL = jsonb_build_object('rule', 'OrderLineExceeded', 'subject', v_bad)::text;
    END IF;
END $$;

-- The one commit. Holds of p_more: {"holds": […]}; master data and orders: {"records": […]}.
CREATE OR REPLACE FUNCTION api.commit_1(p_command uuid, p_kind text, p_hash bytea, p_reason text, p_undoes uuid,
                             p_stock api.stock_change[], p_alloc api.allocation_change[], p_more jsonb)
    RETURNS api.outcome LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    m record;
    v_shape record;
    v_rows stock[];
    v_found record;
    a api.allocation_change;
    v_out api.outcome;
    v_ids bigint[] := '{}';
    v_orders bigint[] := '{}';
    v_bad text;
    v_setting text;
    v_now timestamptz;
    v_n int := cardinality(p_stock);
    v_known boolean;
    v_usable bigint[];
    v_until date[];
    v_held jsonb := coalesce(p_more->'holds', '[]');
BEGIN
    IF p_command IS NULL OR p_hash IS NULL OR v_n IS NULL OR p_alloc IS NULL THEN
        RAISE EXCEPTION 'shape: empty' USING ERRCODE = 'TB005';
    END IF;
    v_setting := set_config('synchronous_commit', 'on', true);

    -- Right and shape.
    SELECT t.*, p.role INTO m FROM api.matrix t, people p
        WHERE t.kind = p_kind AND p.login = session_user AND p.active;
    IF NOT FOUND OR m.role <> ALL (m.roles) THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = '42501';
    END IF;
    IF m.needs_reason AND coalesce(p_reason, '') = '' THEN
        RAISE EXCEPTION 'reason' USING ERRCODE = 'TB004', DETAIL = '{"rule":"ReasonMissing"}';
    END IF;

    INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome, undoes)
        VALUES (p_command /*claim*/, p_kind, p_hash, session_user, clock_timestamp(), 'committed', p_undoes)
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        v_out := api.earlier_1(p_command, p_kind, p_hash);
        IF v_out.outcome <> 'claimed' THEN
            RETURN v_out;
        END IF;
    END IF;

    IF p_more ? 'records' THEN
        PERFORM api.apply_records_1(p_command, clock_timestamp(), m.records, p_more->'records');
    END IF;

    -- Shape of the stock changes and allocations; what is reserved moves only with an allocation
    -- or a hold, on the same row and by as much.
    SELECT count(*) FILTER (WHERE NOT coalesce(x.kind = m.event
                   AND sign(x.on_hand_delta)::int = ANY (m.on_hand_signs)
                   AND sign(x.reserved_delta)::int = ANY (m.reserved_signs)
                   AND (m.couple <> 'equal' OR x.on_hand_delta = x.reserved_delta)
                   AND x.on_hand_delta BETWEEN -1000000000 AND 1000000000
                   AND x.reserved_delta BETWEEN -1000000000 AND 1000000000, false)) AS bad,
           coalesce(bool_or(x.id IS NULL), false) AS opens,
           coalesce(bool_or(x.on_hand_delta > 0), false) AS arrives
        INTO v_shape FROM unnest(p_stock) x;
    IF v_shape.bad > 0 THEN
        RAISE EXCEPTION 'shape: stock' USING ERRCODE = 'TB005';
    END IF;
    IF EXISTS (SELECT FROM unnest(p_alloc) x WHERE NOT coalesce(
            CASE WHEN x.id IS NULL THEN '' ELSE x.from_state END || '>' || x.to_state = ANY (m.allocations)
            AND x.quantity BETWEEN 1 AND 1000000000 AND x.stock_id IS NOT NULL, false)) THEN
        RAISE EXCEPTION 'shape: allocation' USING ERRCODE = 'TB005';
    END IF;
    IF EXISTS (SELECT FROM unnest(p_stock) x FULL JOIN (
                SELECT c.stock_id, sum(c.quantity) AS quantity FROM (
                    SELECT stock_id, CASE WHEN id IS NULL THEN quantity
                        WHEN to_state IN ('shipped', 'released') THEN -quantity ELSE 0 END AS quantity
                        FROM unnest(p_alloc)
                    UNION ALL SELECT (h->>'stock_id')::bigint, CASE WHEN h->>'id' IS NULL THEN 1 ELSE -1 END
                        * (h->>'quantity')::bigint FROM jsonb_array_elements(v_held) h) c
                GROUP BY c.stock_id) c ON c.stock_id = x.id
            WHERE coalesce(x.reserved_delta, 0) <> coalesce(c.quantity, 0)
               OR (x.kind IS NULL AND p_kind <> 'review')) THEN
        RAISE EXCEPTION 'shape: reserved' USING ERRCODE = 'TB005';
    END IF;

    -- Orders before stock.
    v_orders := ARRAY(SELECT order_id FROM unnest(p_alloc) WHERE order_id IS NOT NULL
        UNION SELECT (h->>'order_id')::bigint FROM jsonb_array_elements(v_held) h WHERE h->>'order_id' IS NOT NULL);
    IF v_orders <> '{}' THEN
        SELECT count(*) AS n, coalesce(bool_and(o.state = 'open'), true) AS open INTO v_found
            FROM (SELECT state FROM orders WHERE id = ANY (v_orders) ORDER BY id FOR UPDATE) o;
        IF v_found.n <> cardinality(v_orders) THEN
            RAISE EXCEPTION 'unknown order' USING ERRCODE = 'TB004', DETAIL = '{"rule":"UnknownOrder"}';
        END IF;
        IF NOT v_found.open AND p_kind NOT IN ('release', 'hold_release') THEN
            RAISE EXCEPTION 'order closed' USING ERRCODE = 'TB004', DETAIL = '{"rule":"OrderClosed"}';
        END IF;
    END IF;

    -- Zones, then missing rows, then all rows by id in one statement, which judges them too.
    IF v_shape.opens THEN
        p_stock := api.place_rows_1(p_stock, p_command, p_hash);
    ELSIF v_shape.arrives THEN
        PERFORM FROM zones z WHERE (z.warehouse_code, z.zone_number) IN
            (SELECT s.warehouse_code, s.zone_number FROM unnest(p_stock) u JOIN stock s ON s.id = u.id
              WHERE u.on_hand_delta > 0) ORDER BY z.warehouse_code, z.zone_number FOR NO KEY UPDATE;
    END IF;
    v_ids := ARRAY(SELECT DISTINCT x.id FROM unnest(p_stock) x);
    IF cardinality(v_ids) <> v_n THEN
        RAISE EXCEPTION 'shape: stock' USING ERRCODE = 'TB005';
    END IF;
    v_rows := ARRAY(SELECT s FROM stock s WHERE s.id = ANY (v_ids) ORDER BY s.id FOR UPDATE);
    v_now := clock_timestamp();
    IF cardinality(v_rows) <> v_n THEN
        RAISE EXCEPTION 'unknown stock' USING ERRCODE = 'TB004', DETAIL = '{"rule":"UnknownStock"}';
    END IF;

    -- What a person looked at comes before everything else. (FULL JOIN, because what the planner
    -- believes of arrays must not lead it to comparing each with each.)
    SELECT string_agg(s.id::text, ',') FILTER (WHERE x.expected <> s.version /*version check*/) AS moved,
           string_agg(s.id::text, ',') FILTER (WHERE s.reserved + x.reserved_delta
               NOT BETWEEN 0 AND s.on_hand + x.on_hand_delta) AS short,
           min(coalesce(s.usable_until, '-infinity')) AS usable_until
        INTO v_found FROM unnest(v_rows) s FULL JOIN unnest(p_stock) x ON x.id = s.id;
    IF v_found.moved IS NOT NULL THEN
        RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001', DETAIL = v_found.moved;
    END IF;

    -- Nowhere on earth is it more than a day later than in UTC: until then the note on the rows says
    -- that their goods are usable; otherwise who needs usable goods looks.
    v_known := v_found.usable_until > (v_now AT TIME ZONE 'UTC')::date + 1;
    IF m.event IN ('reserve', 'ship', 'hold', 'confirm') AND NOT v_known THEN
        SELECT array_agg(s.id ORDER BY s.id), array_agg(CASE
                WHEN EXISTS (SELECT FROM holds h WHERE h.stock_id = s.id AND h.state = 'active')
                THEN '-infinity' ELSE coalesce(l.expires_on, 'infinity') END ORDER BY s.id)
            INTO v_usable, v_until
            FROM unnest(v_rows) s JOIN warehouses w ON w.code = s.warehouse_code
            JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot
            WHERE s.status = 'available' AND w.active
              AND (l.expires_on IS NULL OR l.expires_on >= (v_now AT TIME ZONE w.time_zone)::date)
              AND NOT EXISTS (SELECT FROM products p WHERE p.code = s.product_code AND NOT p.active)
              AND NOT EXISTS (SELECT FROM zones z WHERE z.warehouse_code = s.warehouse_code
                              AND z.zone_number = s.zone_number AND NOT z.active)
              AND NOT EXISTS (SELECT FROM bins b WHERE b.warehouse_code = s.warehouse_code
                              AND b.zone_number = s.zone_number AND b.code = s.bin AND NOT b.active);
        IF coalesce(cardinality(v_usable), 0) <> v_n THEN
            SELECT string_agg(i::text, ',') INTO v_bad FROM unnest(v_ids) i
                WHERE i <> ALL (coalesce(v_usable, '{}'));
            RAISE EXCEPTION 'not allocatable' USING ERRCODE = 'TB002', DETAIL = v_bad;
        END IF;
    END IF;
    IF v_shape.arrives AND m.event IN ('receive', 'move', 'status') THEN
        PERFORM api.check_places_1(p_stock, v_ids, m.event);
    END IF;
    -- Holds whose time is over end now.
    IF NOT v_known AND EXISTS (SELECT FROM holds h WHERE h.stock_id = ANY (v_ids) AND h.state = 'active'
                                AND h.expires_at <= v_now) THEN
        PERFORM api.expire_holds_1(v_ids, v_now);
        SELECT string_agg(s.id::text, ',') INTO v_found.short
            FROM stock s JOIN unnest(p_stock) x ON x.id = s.id
            WHERE s.reserved + x.reserved_delta NOT BETWEEN 0 AND s.on_hand + x.on_hand_delta;
    END IF;
    IF v_found.short IS NOT NULL /*guard*/ THEN
        RAISE EXCEPTION 'not enough' USING ERRCODE = 'TB002', DETAIL = v_found.short;
    END IF;
    IF m.couple = 'legs' AND (v_n < 2 OR EXISTS (
            SELECT FROM unnest(v_rows) s FULL JOIN unnest(p_stock) u ON u.id = s.id
            GROUP BY s.product_code, s.lot, CASE WHEN m.event = 'move' THEN s.status END,
                     CASE WHEN m.event = 'status' THEN (s.warehouse_code, s.zone_number, s.bin)::text END
            HAVING sum(u.on_hand_delta) <> 0)) THEN
        RAISE EXCEPTION 'shape: legs' USING ERRCODE = 'TB005';
    END IF;

    IF v_orders <> '{}' THEN
        SELECT min(format('%s/%s', x.order_id, x.line_number)) FILTER (WHERE x.id IS NULL
                AND x.order_id IS NOT NULL AND l.product_code IS DISTINCT FROM s.product_code)
            INTO v_bad FROM unnest(p_alloc) x FULL JOIN unnest(v_rows) s ON s.id = x.stock_id
            LEFT JOIN order_lines l ON l.order_id = x.order_id AND l.line_number = x.line_number;
        IF v_bad IS NOT NULL THEN
            RAISE EXCEPTION 'order line' USING ERRCODE = 'TB004',
                DETAIL = jsonb_build_object('rule', 'OrderLineExceeded', 'subject', v_bad)::text;
        END IF;
    END IF;

    -- All conditions hold: write.
    IF v_n > 0 THEN
        WITH u AS (
            UPDATE stock s SET on_hand = s.on_hand + x.on_hand_delta,
                    reserved = s.reserved + x.reserved_delta,
                    version = s.version + CASE WHEN x.opening THEN 0 ELSE 1 END,
                    received_at = CASE WHEN x.on_hand_delta <= 0 THEN s.received_at
                        WHEN s.on_hand = 0 THEN coalesce(x.received_at, v_now)
                        ELSE least(s.received_at, coalesce(x.received_at, v_now)) END,
                    usable_until = CASE WHEN x.usable = s.id THEN x.usable_until ELSE s.usable_until END
                FROM unnest(p_stock, v_usable, v_until) x (id, expected, kind, on_hand_delta,
                    reserved_delta, order_id, warehouse_code, zone_number, bin, product_code, lot,
                    status, received_at, opening, usable, usable_until)
                WHERE s.id = x.id
                RETURNING s.id, s.version, x.kind, x.on_hand_delta, x.reserved_delta, s.on_hand,
                          s.reserved, x.order_id),
        e AS (INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,
                    on_hand_after, reserved_after, order_id, command_id, actor, reason, at)
                SELECT u.id, u.version, u.kind, u.on_hand_delta, u.reserved_delta, u.on_hand,
                    u.reserved, u.order_id, p_command, session_user, coalesce(p_reason, ''), v_now
                FROM u /*event*/)
        SELECT array_agg(u.id), array_agg(u.version) INTO v_out.ids, v_out.versions FROM u;
    END IF;
    FOREACH a IN ARRAY p_alloc LOOP
        CONTINUE WHEN a.id IS NULL;
        PERFORM api.take_allocation_1(a, p_command, v_now);
    END LOOP;
    WITH n AS (
        INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)
            SELECT x.order_id, x.line_number, x.stock_id, x.quantity, x.to_state
            FROM unnest(p_alloc) x WHERE x.id IS NULL
            RETURNING id, order_id, line_number, stock_id, quantity, state)
    INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
        SELECT 'allocation', n.id::text, 1, p_command, session_user, v_now, NULL,
            jsonb_build_object('order_id', n.order_id, 'line_number', n.line_number,
                'stock_id', n.stock_id, 'quantity', n.quantity, 'state', n.state) FROM n;
    IF v_held <> '[]'::jsonb THEN
        PERFORM api.apply_holds_1(p_command, v_now, m.holds, v_held);
    END IF;
    IF v_orders <> '{}' THEN
        PERFORM api.check_quantities_1(v_orders);
    END IF;
    v_out.outcome := 'committed';
    v_out.at := v_now;
    RETURN v_out;
END $$;

-- A reservation by hand on one row: what people do all day, without the arrays. It says yes, or
-- leaves everything, also every no, to commit_1. One UPDATE locks the row, judges it and writes it.
CREATE FUNCTION api.reserve_1(p_command uuid, p_hash bytea, p_stock bigint, p_expected bigint, p_quantity bigint)
    RETURNS api.outcome LANGUAGE plpgsql SECURITY DEFINER AS $$
#variable_conflict use_column
DECLARE
    v_out api.outcome;
    v_now timestamptz;
    v_version bigint;
    v_on_hand bigint;
    v_reserved bigint;
    v_alloc bigint;
BEGIN
    -- Our clients' sessions have the settings that commit_1 makes for itself, which costs a
    -- sixteenth of a reservation; whoever has others goes its way. Until that is known, nothing
    -- here may be looked up through the caller's search_path.
    IF pg_catalog.current_setting('search_path') OPERATOR(pg_catalog.=) 'pg_catalog, public, pg_temp'
       AND pg_catalog.current_setting('synchronous_commit') OPERATOR(pg_catalog.=) 'on' THEN
        IF p_quantity BETWEEN 1 AND 1000000000 AND p_command IS NOT NULL AND p_hash IS NOT NULL THEN
            INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)
                SELECT p_command /*claim*/, m.kind, p_hash, session_user, clock_timestamp(), 'committed'
                FROM people p, api.matrix m
                WHERE p.login = session_user AND p.active AND m.kind = 'reserve' AND p.role = ANY (m.roles)
                  AND m.event = 'reserve' AND 0 = ANY (m.on_hand_signs) AND 1 = ANY (m.reserved_signs)
                  AND m.couple = 'none' AND '>open' = ANY (m.allocations) AND NOT m.needs_reason
                ON CONFLICT DO NOTHING;
            IF FOUND THEN
                UPDATE stock SET reserved = reserved + p_quantity, version = version + 1
                    WHERE id = p_stock AND version = coalesce(p_expected, version) /*version check*/
                      AND reserved + p_quantity <= on_hand /*guard*/ AND status = 'available'
                      AND usable_until > (clock_timestamp() AT TIME ZONE 'UTC')::date + 1
                    RETURNING version, on_hand, reserved INTO v_version, v_on_hand, v_reserved;
                IF FOUND THEN
                    v_now := clock_timestamp();
                    /*event*/ INSERT INTO stock_events (stock_id, version, kind, on_hand_delta,
                            reserved_delta, on_hand_after, reserved_after, command_id, actor, at)
                        VALUES (p_stock, v_version, 'reserve', 0, p_quantity, v_on_hand, v_reserved,
                            p_command, session_user, v_now); /*event ends*/
                    INSERT INTO allocations (stock_id, quantity, state)
                        VALUES (p_stock, p_quantity, 'open') RETURNING id INTO v_alloc;
                    INSERT INTO changes (entity, key, version, command_id, actor, at, after)
                        VALUES ('allocation', v_alloc::text, 1, p_command, session_user, v_now,
                            jsonb_build_object('order_id', NULL, 'line_number', NULL, 'stock_id',
                                p_stock, 'quantity', p_quantity, 'state', 'open'));
                    v_out.outcome := 'committed';
                    v_out.at := v_now;
                    v_out.ids := ARRAY[p_stock];
                    v_out.versions := ARRAY[v_version];
                    RETURN v_out;
                END IF;
            END IF;
        END IF;
    END IF;
    RETURN api.commit_1(p_command, 'reserve', p_hash, '', NULL,
        ARRAY[(p_stock, p_expected, 'reserve', 0, p_quantity, NULL, NULL, NULL, NULL, NULL, NULL,
               NULL, NULL, NULL)::api.stock_change],
        ARRAY[(NULL, NULL, NULL, NULL, p_stock, p_quantity, NULL, 'open')::api.allocation_change], NULL);
END $$;
REVOKE ALL ON FUNCTION api.forget_usable, api.check_quantities_1, api.commit_1, api.reserve_1 FROM PUBLIC;
