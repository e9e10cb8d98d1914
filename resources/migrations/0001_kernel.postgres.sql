-- The server believes no change set: everything people write goes through api.commit_1, which
-- checks rights, shape, conditions and rules under its own locks. Lock order: own command; zones;
-- orders; missing stock rows in key order; stock rows by id; then all conditions; then all writes.

ALTER TABLE stock SET (fillfactor = 80);
ALTER TABLE allocations SET (fillfactor = 90);

CREATE SCHEMA api;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA api;

-- Filled from resources/matrix.json whenever a database is made or upgraded.
CREATE TABLE api.matrix (
    kind text PRIMARY KEY,
    roles text[] NOT NULL,
    event text NOT NULL,
    on_hand_signs int[] NOT NULL,
    reserved_signs int[] NOT NULL,
    couple text NOT NULL,
    records text[] NOT NULL,
    allocations text[] NOT NULL,
    holds text[] NOT NULL,
    needs_reason boolean NOT NULL
);

CREATE TYPE api.stock_change AS (
    id bigint, expected bigint, kind text, on_hand_delta bigint, reserved_delta bigint,
    order_id bigint, warehouse_code text, zone_number int, bin text, product_code text, lot text,
    status text, received_at timestamptz, opening boolean);
CREATE TYPE api.allocation_change AS (
    id bigint, expected bigint, order_id bigint, line_number int, stock_id bigint,
    quantity bigint, from_state text, to_state text);
CREATE TYPE api.outcome AS (outcome text, at timestamptz, ids bigint[], versions bigint[]);

CREATE FUNCTION api.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'this table is append-only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER stock_events_append_only BEFORE UPDATE OR DELETE ON stock_events
    FOR EACH ROW EXECUTE FUNCTION api.refuse_change();
CREATE TRIGGER stock_events_no_truncate BEFORE TRUNCATE ON stock_events
    FOR EACH STATEMENT EXECUTE FUNCTION api.refuse_change();
CREATE TRIGGER changes_append_only BEFORE UPDATE OR DELETE ON changes
    FOR EACH ROW EXECUTE FUNCTION api.refuse_change();
CREATE TRIGGER changes_no_truncate BEFORE TRUNCATE ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION api.refuse_change();
CREATE TRIGGER commands_append_only BEFORE UPDATE OR DELETE ON commands
    FOR EACH ROW EXECUTE FUNCTION api.refuse_change();

-- A command id that was there already: 'claimed' when this very transaction took it (lock_1),
-- 'repeated' with the first outcome, or an error that tells nothing of other people's commands.
CREATE FUNCTION api.earlier_1(p_command uuid, p_kind text, p_hash bytea) RETURNS api.outcome
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    c record;
    v api.outcome;
BEGIN
    SELECT command_id, kind, content_hash, actor, at, outcome,
           (xmin::text::bigint = (pg_current_xact_id()::text::numeric % 4294967296)::bigint) AS mine
        INTO c FROM commands WHERE command_id = p_command;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF c.actor <> session_user OR c.kind <> p_kind OR c.content_hash <> p_hash THEN
        RAISE EXCEPTION 'this command id has been used already' USING ERRCODE = 'TB003';
    END IF;
    IF c.outcome = 'abandoned' THEN
        RAISE EXCEPTION 'this command was given up' USING ERRCODE = 'TB006';
    END IF;
    IF c.mine THEN
        v.outcome := 'claimed';
        RETURN v;
    END IF;
    SELECT 'repeated', coalesce(max(e.at), c.at), coalesce(array_agg(e.stock_id), '{}'),
           coalesce(array_agg(e.version), '{}')
        INTO v.outcome, v.at, v.ids, v.versions FROM stock_events e WHERE e.command_id = p_command;
    RETURN v;
END $$;

-- Puts a tombstone under a command id, so that a late first attempt dies on it.
CREATE FUNCTION api.abandon_1(p_command uuid, p_kind text, p_hash bytea) RETURNS api.outcome
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v api.outcome;
    v_setting text;
BEGIN
    v_setting := set_config('synchronous_commit', 'on', true);
    INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)
        VALUES (p_command, p_kind, p_hash, session_user, clock_timestamp(), 'abandoned')
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN api.earlier_1(p_command, p_kind, p_hash);
    END IF;
    v.outcome := 'abandoned';
    RETURN v;
END $$;

-- The last try of policy A: takes the command id and the rows' locks; what is decided next is
-- decided on rows that nobody else can move.
CREATE FUNCTION api.lock_1(p_command uuid, p_kind text, p_hash bytea, p_ids bigint[])
    RETURNS api.outcome
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    v api.outcome;
BEGIN
    IF NOT EXISTS (SELECT FROM people p JOIN api.matrix m ON p.role = ANY (m.roles)
                    WHERE p.login = session_user AND p.active AND m.kind = p_kind) THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = '42501';
    END IF;
    INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)
        VALUES (p_command, p_kind, p_hash, session_user, clock_timestamp(), 'committed')
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN api.earlier_1(p_command, p_kind, p_hash);
    END IF;
    -- Zones before stock, as in commit_1: which of them will gain is not known yet, so all.
    IF EXISTS (SELECT FROM api.matrix WHERE kind = p_kind AND 1 = ANY (on_hand_signs)) THEN
        PERFORM FROM zones ORDER BY warehouse_code, zone_number FOR NO KEY UPDATE;
    END IF;
    PERFORM FROM stock WHERE id = ANY (p_ids) ORDER BY id FOR UPDATE;
    v.outcome := 'locked';
    RETURN v;
END $$;

-- Ends the holds of these locked rows whose time is over, each as a command of its own.
CREATE FUNCTION api.expire_holds_1(p_ids bigint[], p_now timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    h holds;
    v_command uuid;
BEGIN
    FOR h IN SELECT * FROM holds WHERE stock_id = ANY (p_ids) AND state = 'active'
                AND expires_at <= p_now ORDER BY id FOR UPDATE LOOP
        v_command := api.derived_id('hold/' || h.id || '/expire');
        INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)
            VALUES (v_command, 'expire', sha256(convert_to('expire ' || h.id, 'UTF8')), 'system',
                    p_now, 'committed');
        UPDATE holds SET state = 'expired', version = version + 1 WHERE id = h.id;
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            VALUES ('hold', h.id::text, h.version + 1, v_command, 'system', p_now,
                    jsonb_build_object('state', 'active'), jsonb_build_object('state', 'expired'));
        WITH u AS (UPDATE stock SET reserved = reserved - h.quantity, version = version + 1
                    WHERE id = h.stock_id RETURNING id, version, on_hand, reserved)
        INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,
                                  on_hand_after, reserved_after, order_id, command_id, actor, at)
            SELECT u.id, u.version, 'expire', 0, -h.quantity, u.on_hand, u.reserved, h.order_id,
                   v_command, 'system', p_now FROM u;
    END LOOP;
END $$;

-- UUIDv5 of a row and a word: the same on every client and engine.
CREATE FUNCTION api.derived_id(p_name text) RETURNS uuid
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT api.uuid_generate_v5('54616e61-6261-6e00-8000-74616e616261'::uuid, p_name);
$$;

-- Master data and orders of a change set. Returns the keys of records whose version differs.
CREATE FUNCTION api.apply_records_1(p_command uuid, p_at timestamptz, p_allowed text[],
                                    p_records jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    x jsonb;
    v_entity text;
    f jsonb;
    k jsonb;
    v_key text;
    v_before jsonb;
    v_version bigint;
    v_expected bigint;
    v_order bigint;
BEGIN
    FOR x IN SELECT * FROM jsonb_array_elements(p_records) LOOP
        v_entity := x->>'entity';
        k := x->'key';
        f := x->'fields';
        v_expected := (x->>'expected')::bigint;
        v_before := NULL;
        v_version := NULL;
        IF v_entity <> ALL (p_allowed) THEN
            RAISE EXCEPTION 'shape: record %', v_entity USING ERRCODE = 'TB005';
        END IF;
        v_key := CASE v_entity
            WHEN 'zone' THEN concat_ws('/', k->>'warehouse_code', k->>'zone_number')
            WHEN 'bin' THEN concat_ws('/', k->>'warehouse_code', k->>'zone_number', k->>'code')
            WHEN 'lot' THEN concat_ws('/', k->>'product_code', k->>'lot')
            WHEN 'person' THEN k->>'login'
            WHEN 'order' THEN k->>'number'
            ELSE k->>'code' END;
        v_before := CASE v_entity
            WHEN 'warehouse' THEN (SELECT to_jsonb(t) FROM warehouses t WHERE t.code = k->>'code' FOR UPDATE)
            WHEN 'zone' THEN (SELECT to_jsonb(t) FROM zones t WHERE t.warehouse_code = k->>'warehouse_code'
                AND t.zone_number = (k->>'zone_number')::int FOR UPDATE)
            WHEN 'bin' THEN (SELECT to_jsonb(t) FROM bins t WHERE t.warehouse_code = k->>'warehouse_code'
                AND t.zone_number = (k->>'zone_number')::int AND t.code = k->>'code' FOR UPDATE)
            WHEN 'product' THEN (SELECT to_jsonb(t) FROM products t WHERE t.code = k->>'code' FOR UPDATE)
            WHEN 'lot' THEN (SELECT to_jsonb(t) FROM lots t WHERE t.product_code = k->>'product_code'
                AND t.lot = k->>'lot' FOR UPDATE)
            WHEN 'partner' THEN (SELECT to_jsonb(t) FROM partners t WHERE t.code = k->>'code' FOR UPDATE)
            WHEN 'person' THEN (SELECT to_jsonb(t) FROM people t WHERE t.login = k->>'login' FOR UPDATE)
            WHEN 'order' THEN (SELECT to_jsonb(t) || jsonb_build_object('lines', coalesce((SELECT
                    jsonb_agg(to_jsonb(l) - 'order_id' ORDER BY l.line_number)
                    FROM order_lines l WHERE l.order_id = t.id), '[]'::jsonb))
                FROM orders t WHERE t.number = k->>'number' FOR UPDATE OF t) END;
        v_version := (v_before->>'version')::bigint;
        IF v_expected IS NULL AND v_before IS NOT NULL THEN
            RAISE EXCEPTION 'exists' USING ERRCODE = 'TB004',
                DETAIL = jsonb_build_object('rule', 'Exists', 'subject', v_entity || ' ' || v_key)::text;
        ELSIF v_expected IS NOT NULL AND v_before IS NULL THEN
            RAISE EXCEPTION 'unknown' USING ERRCODE = 'TB004',
                DETAIL = jsonb_build_object('rule', 'Unknown', 'subject', v_entity || ' ' || v_key)::text;
        ELSIF v_expected IS NOT NULL AND v_expected <> v_version THEN
            RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001',
                DETAIL = format('r%s:%s:%s %s', v_expected, v_version, v_entity, v_key);
        END IF;
        v_version := coalesce(v_version, 0) + 1;
        f := f || k || jsonb_build_object('version', v_version);
        IF v_before IS NULL THEN
            CASE v_entity
            WHEN 'warehouse' THEN INSERT INTO warehouses SELECT code, name, time_zone,
                coalesce(active, true), version FROM jsonb_populate_record(NULL::warehouses, f);
            WHEN 'zone' THEN
                INSERT INTO zones SELECT warehouse_code, zone_number, name, storage_condition,
                    capacity, allocation_priority, coalesce(active, true), version
                    FROM jsonb_populate_record(NULL::zones, f);
            WHEN 'bin' THEN INSERT INTO bins SELECT warehouse_code, zone_number, code,
                coalesce(walk_order, 0), coalesce(active, true), version
                FROM jsonb_populate_record(NULL::bins, f);
            WHEN 'product' THEN INSERT INTO products SELECT code, name, coalesce(category, ''),
                coalesce(barcode, ''), storage_condition, unit, coalesce(quantity_decimals, 0),
                reorder_point, coalesce(active, true), version
                FROM jsonb_populate_record(NULL::products, f);
            WHEN 'lot' THEN INSERT INTO lots SELECT product_code, lot, expires_on, version
                FROM jsonb_populate_record(NULL::lots, f);
            WHEN 'partner' THEN INSERT INTO partners SELECT code, name, kind,
                coalesce(active, true), version FROM jsonb_populate_record(NULL::partners, f);
            WHEN 'person' THEN INSERT INTO people SELECT login, name, role,
                coalesce(active, true), version FROM jsonb_populate_record(NULL::people, f);
            WHEN 'order' THEN
                INSERT INTO orders (number, partner_code, priority, due_on, state, version)
                    SELECT number, partner_code, priority, due_on, coalesce(state, 'draft'), version
                    FROM jsonb_populate_record(NULL::orders, f) RETURNING id INTO v_order;
            END CASE;
        ELSE
            -- Whoever decides about goods holds their stock rows; so a change that makes goods
            -- usable or not waits for them, and they see it afterwards (docs/architecture.md).
            CASE v_entity
            WHEN 'warehouse' THEN
                PERFORM FROM stock WHERE warehouse_code = k->>'code' ORDER BY id FOR UPDATE;
                UPDATE warehouses t SET (name, time_zone, active, version) = (SELECT name, time_zone,
                    active, version FROM jsonb_populate_record(t, f)) WHERE t.code = k->>'code';
            WHEN 'zone' THEN
                PERFORM FROM stock WHERE warehouse_code = k->>'warehouse_code'
                    AND zone_number = (k->>'zone_number')::int ORDER BY id FOR UPDATE;
                UPDATE zones t SET (name, storage_condition, capacity, allocation_priority, active, version) =
                    (SELECT name, storage_condition, capacity, allocation_priority, active, version
                     FROM jsonb_populate_record(t, f)) WHERE t.warehouse_code = k->>'warehouse_code'
                    AND t.zone_number = (k->>'zone_number')::int;
            WHEN 'bin' THEN
                PERFORM FROM stock WHERE warehouse_code = k->>'warehouse_code'
                    AND zone_number = (k->>'zone_number')::int AND bin = k->>'code' ORDER BY id FOR UPDATE;
                UPDATE bins t SET (walk_order, active, version) = (SELECT walk_order, active, version
                    FROM jsonb_populate_record(t, f)) WHERE t.warehouse_code = k->>'warehouse_code'
                    AND t.zone_number = (k->>'zone_number')::int AND t.code = k->>'code';
            WHEN 'product' THEN
                PERFORM FROM stock WHERE product_code = k->>'code' ORDER BY id FOR UPDATE;
                IF f ? 'quantity_decimals' AND f->'quantity_decimals' <> v_before->'quantity_decimals'
                   AND (EXISTS (SELECT FROM stock WHERE product_code = k->>'code')
                        OR EXISTS (SELECT FROM order_lines WHERE product_code = k->>'code')) THEN
                    RAISE EXCEPTION 'decimals' USING ERRCODE = 'TB004',
                        DETAIL = jsonb_build_object('rule', 'TooManyDecimals', 'subject', v_key)::text;
                END IF;
                UPDATE products t SET (name, category, barcode, storage_condition, unit,
                    quantity_decimals, reorder_point, active, version) = (SELECT name, category,
                    barcode, storage_condition, unit, quantity_decimals, reorder_point, active, version
                    FROM jsonb_populate_record(t, f)) WHERE t.code = k->>'code';
            WHEN 'lot' THEN
                PERFORM FROM stock WHERE product_code = k->>'product_code' AND lot = k->>'lot'
                    ORDER BY id FOR UPDATE;
                UPDATE lots t SET (expires_on, version) = (SELECT expires_on, version
                    FROM jsonb_populate_record(t, f)) WHERE t.product_code = k->>'product_code'
                    AND t.lot = k->>'lot';
            WHEN 'partner' THEN
                UPDATE partners t SET (name, kind, active, version) = (SELECT name, kind, active, version
                    FROM jsonb_populate_record(t, f)) WHERE t.code = k->>'code';
            WHEN 'person' THEN
                UPDATE people t SET (name, role, active, version) = (SELECT name, role, active, version
                    FROM jsonb_populate_record(t, f)) WHERE t.login = k->>'login';
            WHEN 'order' THEN
                v_order := (v_before->>'id')::bigint;
                UPDATE orders t SET (partner_code, priority, due_on, state, version) = (SELECT
                    partner_code, priority, due_on, state, version FROM jsonb_populate_record(t, f))
                    WHERE t.id = v_order;
            END CASE;
        END IF;
        IF v_entity = 'zone' AND v_before IS NULL THEN
            INSERT INTO bins (warehouse_code, zone_number, code)
                VALUES (k->>'warehouse_code', (k->>'zone_number')::int, '') ON CONFLICT DO NOTHING;
        END IF;
        IF v_entity = 'order' AND f ? 'lines' THEN
            DELETE FROM order_lines l WHERE l.order_id = v_order AND l.line_number NOT IN
                (SELECT (e->>'line_number')::int FROM jsonb_array_elements(f->'lines') e);
            INSERT INTO order_lines (order_id, line_number, product_code, quantity)
                SELECT v_order, (e->>'line_number')::int, e->>'product_code', (e->>'quantity')::bigint
                FROM jsonb_array_elements(f->'lines') e
                ON CONFLICT (order_id, line_number) DO UPDATE
                    SET product_code = excluded.product_code, quantity = excluded.quantity;
            IF EXISTS (SELECT FROM allocations a LEFT JOIN order_lines l
                        ON l.order_id = a.order_id AND l.line_number = a.line_number
                        WHERE a.order_id = v_order AND a.state <> 'released' AND l.order_id IS NULL) THEN
                RAISE EXCEPTION 'line in use' USING ERRCODE = 'TB004',
                    DETAIL = jsonb_build_object('rule', 'OrderLineExceeded', 'subject', v_key)::text;
            END IF;
            PERFORM api.check_lines_1(ARRAY[v_order]);
        END IF;
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            VALUES (v_entity, v_key, v_version, p_command, session_user, p_at,
                    CASE WHEN v_before IS NULL THEN NULL ELSE (SELECT jsonb_object_agg(b.key, b.value)
                        FROM jsonb_each(v_before) b WHERE f ? b.key AND b.key <> 'version') END,
                    f - 'version');
    END LOOP;
END $$;

-- Per order line: pending + open + shipped + active holds never exceed what was ordered, and the
-- goods are of the ordered product.
CREATE FUNCTION api.check_lines_1(p_orders bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    v_bad text;
BEGIN
    SELECT format('%s/%s', l.order_id, l.line_number) INTO v_bad
        FROM order_lines l
        CROSS JOIN LATERAL (SELECT sum(a.quantity) AS quantity,
                                   bool_or(s.product_code <> l.product_code) AS wrong
            FROM allocations a JOIN stock s ON s.id = a.stock_id
            WHERE a.order_id = l.order_id AND a.line_number = l.line_number
              AND a.state IN ('pending', 'open', 'shipped')) a
        CROSS JOIN LATERAL (SELECT sum(h.quantity) AS quantity FROM holds h
            WHERE h.order_id = l.order_id AND h.line_number = l.line_number AND h.state = 'active') h
        WHERE l.order_id = ANY (p_orders)
          AND (coalesce(a.quantity, 0) + coalesce(h.quantity, 0) > l.quantity OR a.wrong) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'order line' USING ERRCODE = 'TB004',
            DETAIL = jsonb_build_object('rule', 'OrderLineExceeded', 'subject', v_bad)::text;
    END IF;
END $$;

-- Holds of a change set: new ones and the end of existing ones. The stock rows are locked.
CREATE FUNCTION api.apply_holds_1(p_command uuid, p_at timestamptz, p_allowed text[], p_holds jsonb)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    x record;
    h holds;
    v_id bigint;
BEGIN
    FOR x IN SELECT * FROM jsonb_to_recordset(p_holds) AS r (id bigint, expected bigint,
            order_id bigint, line_number int, stock_id bigint, quantity bigint, minutes int, "to" text) LOOP
        IF (CASE WHEN x.id IS NULL THEN '>' ELSE 'active>' END || x."to") <> ALL (p_allowed)
           OR x.quantity NOT BETWEEN 1 AND 1000000000 OR (x.id IS NULL AND x.minutes NOT BETWEEN 1 AND 525600) THEN
            RAISE EXCEPTION 'shape: hold' USING ERRCODE = 'TB005';
        END IF;
        IF x.id IS NULL THEN
            INSERT INTO holds (stock_id, order_id, line_number, quantity, expires_at, state)
                VALUES (x.stock_id, x.order_id, x.line_number, x.quantity,
                        p_at + make_interval(mins => x.minutes), 'active') RETURNING * INTO h;
            INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
                VALUES ('hold', h.id::text, 1, p_command, session_user, p_at, NULL,
                        to_jsonb(h) - 'id' - 'version');
            CONTINUE;
        END IF;
        SELECT * INTO h FROM holds WHERE id = x.id FOR UPDATE;
        IF NOT FOUND OR h.stock_id <> x.stock_id THEN
            RAISE EXCEPTION 'unknown hold' USING ERRCODE = 'TB005';
        END IF;
        IF x.expected IS NOT NULL AND x.expected <> h.version THEN
            RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001',
                DETAIL = format('r%s:%s:hold %s', x.expected, h.version, h.id);
        END IF;
        IF h.state <> 'active' OR h.quantity <> x.quantity THEN
            RAISE EXCEPTION 'hold has ended' USING ERRCODE = 'TB002', DETAIL = x.stock_id::text;
        END IF;
        UPDATE holds SET state = x."to", version = version + 1 WHERE id = h.id;
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            VALUES ('hold', h.id::text, h.version + 1, p_command, session_user, p_at,
                    jsonb_build_object('state', h.state), jsonb_build_object('state', x."to"));
    END LOOP;
END $$;

-- Takes quantity out of existing allocations. The stock rows are locked already, so a look without
-- an own lock could only be overtaken by a review that changes no stock: hence FOR UPDATE.
CREATE FUNCTION api.take_allocation_1(x api.allocation_change, p_command uuid, p_at timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    a allocations;
    v_part bigint;
BEGIN
    SELECT * INTO a FROM allocations WHERE id = x.id FOR UPDATE;
    IF NOT FOUND OR a.stock_id <> x.stock_id THEN
        RAISE EXCEPTION 'unknown allocation' USING ERRCODE = 'TB005';
    END IF;
    IF x.expected IS NOT NULL AND x.expected <> a.version THEN
        RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001',
            DETAIL = format('r%s:%s:allocation %s', x.expected, a.version, a.id);
    END IF;
    IF a.state <> x.from_state OR a.quantity < x.quantity THEN
        RAISE EXCEPTION 'allocation moved' USING ERRCODE = 'TB002', DETAIL = x.stock_id::text;
    END IF;
    IF a.quantity = x.quantity THEN
        UPDATE allocations SET state = x.to_state, version = version + 1 WHERE id = a.id;
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            VALUES ('allocation', a.id::text, a.version + 1, p_command, session_user, p_at,
                    jsonb_build_object('state', a.state), jsonb_build_object('state', x.to_state));
        RETURN;
    END IF;
    UPDATE allocations SET quantity = quantity - x.quantity, version = version + 1 WHERE id = a.id;
    INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)
        VALUES (a.order_id, a.line_number, a.stock_id, x.quantity, x.to_state) RETURNING id INTO v_part;
    INSERT INTO changes (entity, key, version, command_id, actor, at, before, after) VALUES
        ('allocation', a.id::text, a.version + 1, p_command, session_user, p_at,
         jsonb_build_object('quantity', a.quantity), jsonb_build_object('quantity', a.quantity - x.quantity)),
        ('allocation', v_part::text, 1, p_command, session_user, p_at, NULL,
         jsonb_build_object('order_id', a.order_id, 'line_number', a.line_number, 'stock_id', a.stock_id,
                            'quantity', x.quantity, 'state', x.to_state, 'split_from', a.id));
END $$;

-- Finds or makes the rows that are named by key, zones locked first, in key order; returns the
-- stock changes with their ids, sorted by id.
CREATE FUNCTION api.place_rows_1(p_stock api.stock_change[], p_command uuid, p_hash bytea)
    RETURNS api.stock_change[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    x api.stock_change;
    v_opened bigint[] := '{}';
    v_open uuid := api.derived_id('command/' || p_command || '/open');
    i int;
BEGIN
    PERFORM FROM zones z WHERE (z.warehouse_code, z.zone_number) IN
        (SELECT u.warehouse_code, u.zone_number FROM unnest(p_stock) u WHERE u.id IS NULL)
        ORDER BY z.warehouse_code, z.zone_number FOR NO KEY UPDATE;
    p_stock := ARRAY(SELECT u FROM unnest(p_stock) u ORDER BY u.id IS NULL, u.id, u.warehouse_code,
                     u.zone_number, u.bin, u.product_code, u.lot, u.status);
    FOR i IN 1 .. cardinality(p_stock) LOOP
        x := p_stock[i];
        CONTINUE WHEN x.id IS NOT NULL;
        INSERT INTO stock (warehouse_code, zone_number, bin, product_code, lot, status,
                           storage_condition, received_at, on_hand, reserved, version)
            SELECT x.warehouse_code, x.zone_number, x.bin, x.product_code, x.lot, x.status,
                   p.storage_condition, coalesce(x.received_at, clock_timestamp()), 0, 0, 1
            FROM products p WHERE p.code = x.product_code
            ON CONFLICT DO NOTHING RETURNING id INTO x.id;
        x.opening := x.id IS NOT NULL;
        IF NOT x.opening THEN
            SELECT id INTO x.id FROM stock WHERE warehouse_code = x.warehouse_code
                AND zone_number = x.zone_number AND bin = x.bin AND product_code = x.product_code
                AND lot = x.lot AND status = x.status;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'unknown product' USING ERRCODE = 'TB004',
                    DETAIL = jsonb_build_object('rule', 'UnknownProduct', 'subject', x.product_code)::text;
            END IF;
        ELSIF x.kind <> 'receive' THEN
            -- Only a receipt opens a row with its quantity; everything else opens it at 0/0 first,
            -- as a command of its own, because a command touches a row at most once.
            v_opened := v_opened || x.id;
            x.opening := false;
        END IF;
        p_stock[i] := x;
    END LOOP;
    IF v_opened <> '{}' THEN
        INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)
            VALUES (v_open, 'open', p_hash, session_user, clock_timestamp(), 'committed');
        INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,
                                  on_hand_after, reserved_after, command_id, actor, at)
            SELECT o, 1, 'open', 0, 0, 0, 0, v_open, session_user, clock_timestamp()
            FROM unnest(v_opened) o;
    END IF;
    RETURN ARRAY(SELECT u FROM unnest(p_stock) u ORDER BY u.id);
END $$;

-- The guards that read other tables, evaluated while the stock rows are locked: whoever changes
-- those tables takes the rows' locks first (apply_records_1), so what is read here stays true.
CREATE FUNCTION api.check_places_1(p_stock api.stock_change[], p_ids bigint[], p_event text)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    v_bad text;
BEGIN
    SELECT string_agg(s.id::text, ',') INTO v_bad
        FROM unnest(p_stock) x JOIN stock s ON s.id = x.id
        JOIN warehouses w ON w.code = s.warehouse_code
        JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
        JOIN bins b ON b.warehouse_code = s.warehouse_code AND b.zone_number = s.zone_number
            AND b.code = s.bin
        JOIN products p ON p.code = s.product_code
        WHERE x.on_hand_delta > 0
          AND NOT (w.active AND z.active AND b.active AND (p.active OR p_event <> 'receive'));
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'place not in use' USING ERRCODE = 'TB002', DETAIL = v_bad;
    END IF;
    IF p_event = 'status' THEN
        RETURN;
    END IF;
    -- Whole sales units, fractions rounded up per row. Only a zone that gains can become too full.
    SELECT string_agg(x.id::text, ',') INTO v_bad
        FROM unnest(p_stock) x JOIN stock s ON s.id = x.id
        JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
        WHERE x.on_hand_delta > 0 AND z.capacity IS NOT NULL
          AND (SELECT sum(y.on_hand_delta) FROM unnest(p_stock) y JOIN stock t ON t.id = y.id
               WHERE t.warehouse_code = z.warehouse_code AND t.zone_number = z.zone_number) > 0
          AND z.capacity < (SELECT sum(ceil((t.on_hand + coalesce((SELECT y.on_hand_delta
                    FROM unnest(p_stock) y WHERE y.id = t.id), 0)) / power(10::numeric, p.quantity_decimals)))
               FROM stock t JOIN products p ON p.code = t.product_code
               WHERE t.warehouse_code = z.warehouse_code AND t.zone_number = z.zone_number);
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'zone full' USING ERRCODE = 'TB002', DETAIL = v_bad, HINT = 'ZoneFull';
    END IF;
END $$;

-- The one commit. p_stock sorted by id, p_alloc by stock id; p_more holds the rare parts:
-- {"records": […], "holds": […]}.
CREATE FUNCTION api.commit_1(p_command uuid, p_kind text, p_hash bytea, p_reason text, p_undoes uuid,
                             p_stock api.stock_change[], p_alloc api.allocation_change[], p_more jsonb)
    RETURNS api.outcome LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    m record;
    x api.stock_change;
    a api.allocation_change;
    r stock;
    v_out api.outcome;
    v_rows stock[];
    v_ids bigint[];
    v_orders bigint[] := '{}';
    v_conflicts text := '';
    v_setting text;
    v_now timestamptz;
    v_n int := cardinality(p_stock);
    v_an int := cardinality(p_alloc);
    v_j int := 1;
    v_sum bigint;
    v_hold_sum bigint;
    v_last bigint := 0;
    v_version bigint;
    v_alloc bigint;
    v_new boolean := false;
    v_arrives boolean := false;
    v_held jsonb := coalesce(p_more->'holds', '[]');
BEGIN
    IF p_command IS NULL OR p_hash IS NULL OR v_n IS NULL OR v_an IS NULL THEN
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
        VALUES (p_command, p_kind, p_hash, session_user, clock_timestamp(), 'committed', p_undoes)
        ON CONFLICT DO NOTHING; /*claim*/
    IF NOT FOUND THEN
        v_out := api.earlier_1(p_command, p_kind, p_hash);
        IF v_out.outcome <> 'claimed' THEN
            RETURN v_out;
        END IF;
    END IF;

    IF p_more ? 'records' THEN
        PERFORM api.apply_records_1(p_command, clock_timestamp(), m.records, p_more->'records');
    END IF;

    -- Orders before stock.
    FOREACH a IN ARRAY p_alloc LOOP
        IF (CASE WHEN a.id IS NULL THEN '' ELSE a.from_state END || '>' || a.to_state) <> ALL (m.allocations)
           OR a.quantity NOT BETWEEN 1 AND 1000000000 OR a.stock_id IS NULL THEN
            RAISE EXCEPTION 'shape: allocation' USING ERRCODE = 'TB005';
        END IF;
        IF a.order_id IS NOT NULL THEN
            v_orders := v_orders || a.order_id;
        END IF;
    END LOOP;
    IF v_held <> '[]'::jsonb THEN
        v_orders := v_orders || ARRAY(SELECT (h->>'order_id')::bigint FROM jsonb_array_elements(v_held) h
                                      WHERE h->>'order_id' IS NOT NULL);
    END IF;
    IF v_orders <> '{}' THEN
        PERFORM FROM orders WHERE id = ANY (v_orders) ORDER BY id FOR UPDATE;
        IF p_kind NOT IN ('release', 'hold_release')
           AND EXISTS (SELECT FROM orders WHERE id = ANY (v_orders) AND state <> 'open') THEN
            RAISE EXCEPTION 'order closed' USING ERRCODE = 'TB004', DETAIL = '{"rule":"OrderClosed"}';
        END IF;
    END IF;

    -- Shape of the stock changes; what is reserved moves only with an allocation or a hold.
    FOREACH x IN ARRAY p_stock LOOP
        v_new := v_new OR x.id IS NULL;
        v_arrives := v_arrives OR x.on_hand_delta > 0;
        IF x.kind <> m.event OR sign(x.on_hand_delta)::int <> ALL (m.on_hand_signs)
           OR sign(x.reserved_delta)::int <> ALL (m.reserved_signs)
           OR (m.couple = 'equal' AND x.on_hand_delta <> x.reserved_delta)
           OR abs(x.on_hand_delta) > 1000000000 OR abs(x.reserved_delta) > 1000000000
           OR x.kind IS NULL OR x.on_hand_delta IS NULL OR x.reserved_delta IS NULL
           OR (x.id IS NOT NULL AND x.id <= v_last) THEN
            RAISE EXCEPTION 'shape: stock' USING ERRCODE = 'TB005';
        END IF;
        v_last := coalesce(x.id, v_last);
        v_sum := 0;
        WHILE v_j <= v_an AND p_alloc[v_j].stock_id = x.id LOOP
            a := p_alloc[v_j];
            v_sum := v_sum + CASE
                WHEN a.id IS NULL THEN a.quantity
                WHEN a.to_state IN ('shipped', 'released') THEN -a.quantity ELSE 0 END;
            v_j := v_j + 1;
        END LOOP;
        IF v_held <> '[]'::jsonb THEN
            SELECT coalesce(sum(CASE WHEN h->>'id' IS NULL THEN (h->>'quantity')::bigint
                                     ELSE -(h->>'quantity')::bigint END), 0) INTO v_hold_sum
                FROM jsonb_array_elements(v_held) h WHERE (h->>'stock_id')::bigint = x.id;
            v_sum := v_sum + v_hold_sum;
        END IF;
        IF v_sum <> x.reserved_delta THEN
            RAISE EXCEPTION 'shape: reserved' USING ERRCODE = 'TB005';
        END IF;
    END LOOP;
    IF v_j <= v_an AND p_kind <> 'review' THEN
        RAISE EXCEPTION 'shape: allocation without stock' USING ERRCODE = 'TB005';
    END IF;

    -- Zones, then missing rows, then all rows by id in one statement.
    IF v_new THEN
        p_stock := api.place_rows_1(p_stock, p_command, p_hash);
    ELSIF v_arrives THEN
        PERFORM FROM zones z WHERE (z.warehouse_code, z.zone_number) IN
            (SELECT s.warehouse_code, s.zone_number FROM unnest(p_stock) u JOIN stock s ON s.id = u.id
              WHERE u.on_hand_delta > 0) ORDER BY z.warehouse_code, z.zone_number FOR NO KEY UPDATE;
    END IF;
    IF v_n = 1 THEN
        x := p_stock[1];
        v_ids := ARRAY[x.id];
        SELECT * INTO r FROM stock s WHERE s.id = x.id FOR UPDATE;
        v_rows := ARRAY[r];
    ELSE
        v_ids := ARRAY(SELECT u.id FROM unnest(p_stock) u ORDER BY u.id);
        v_rows := ARRAY(SELECT s FROM stock s WHERE s.id = ANY (v_ids) ORDER BY s.id FOR UPDATE);
    END IF;
    v_now := clock_timestamp();
    IF v_n > 0 AND (cardinality(v_rows) <> v_n OR v_rows[1].id IS NULL) THEN
        RAISE EXCEPTION 'unknown stock' USING ERRCODE = 'TB004', DETAIL = '{"rule":"UnknownStock"}';
    END IF;

    -- What a person looked at comes before everything else.
    FOR i IN 1 .. v_n LOOP
        IF p_stock[i].expected <> v_rows[i].version /*version check*/ THEN
            v_conflicts := concat_ws(',', NULLIF(v_conflicts, ''), v_rows[i].id);
        END IF;
    END LOOP;
    IF v_conflicts <> '' THEN
        RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001', DETAIL = v_conflicts;
    END IF;

    -- Holds whose time is over end now; usable goods stay usable or the guard fails.
    IF m.event IN ('reserve', 'ship', 'hold', 'confirm') THEN
        -- One row is what people reserve all day; five look-ups by key cost half of the join.
        IF v_n = 1 THEN
            SELECT CASE WHEN NOT (r.status = 'available' AND p.active AND z.active AND w.active
                    AND b.active AND (l.expires_on IS NULL
                        OR l.expires_on >= (v_now AT TIME ZONE w.time_zone)::date))
                    THEN r.id::text END INTO v_conflicts
                FROM products p, zones z, warehouses w, bins b, lots l
                WHERE p.code = r.product_code AND w.code = r.warehouse_code
                  AND z.warehouse_code = r.warehouse_code AND z.zone_number = r.zone_number
                  AND b.warehouse_code = r.warehouse_code AND b.zone_number = r.zone_number
                  AND b.code = r.bin AND l.product_code = r.product_code AND l.lot = r.lot;
        ELSE
            SELECT string_agg(s.id::text, ',') INTO v_conflicts FROM stock s
                JOIN products p ON p.code = s.product_code
                JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
                JOIN warehouses w ON w.code = s.warehouse_code
                JOIN bins b ON b.warehouse_code = s.warehouse_code AND b.zone_number = s.zone_number
                    AND b.code = s.bin
                JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot
                WHERE s.id = ANY (v_ids) AND NOT (s.status = 'available' AND p.active AND z.active
                    AND w.active AND b.active AND (l.expires_on IS NULL
                        OR l.expires_on >= (v_now AT TIME ZONE w.time_zone)::date));
        END IF;
        IF v_conflicts IS NOT NULL THEN
            RAISE EXCEPTION 'not allocatable' USING ERRCODE = 'TB002', DETAIL = v_conflicts;
        END IF;
    END IF;
    IF v_arrives AND m.event IN ('receive', 'move', 'status') THEN
        PERFORM api.check_places_1(p_stock, v_ids, m.event);
    END IF;
    IF EXISTS (SELECT FROM holds h WHERE h.stock_id = ANY (v_ids) AND h.state = 'active'
                AND h.expires_at <= v_now) THEN
        PERFORM api.expire_holds_1(v_ids, v_now);
        v_rows := ARRAY(SELECT s FROM stock s WHERE s.id = ANY (v_ids) ORDER BY s.id);
    END IF;
    v_conflicts := '';
    FOR i IN 1 .. v_n LOOP
        IF NOT (v_rows[i].reserved + p_stock[i].reserved_delta BETWEEN 0
                AND v_rows[i].on_hand + p_stock[i].on_hand_delta) THEN
            v_conflicts := concat_ws(',', NULLIF(v_conflicts, ''), v_rows[i].id);
        END IF;
    END LOOP;
    IF v_conflicts <> '' THEN
        RAISE EXCEPTION 'not enough' USING ERRCODE = 'TB002', DETAIL = v_conflicts; /*guard*/
    END IF;
    IF m.couple = 'legs' AND (v_n < 2 OR EXISTS (
            SELECT FROM unnest(p_stock) u JOIN stock s ON s.id = u.id
            GROUP BY s.product_code, s.lot, CASE WHEN m.event = 'move' THEN s.status END,
                     CASE WHEN m.event = 'status' THEN (s.warehouse_code, s.zone_number, s.bin)::text END
            HAVING sum(u.on_hand_delta) <> 0)) THEN
        RAISE EXCEPTION 'shape: legs' USING ERRCODE = 'TB005';
    END IF;

    -- All conditions hold: write.
    IF v_n = 1 THEN
        x := p_stock[1];
        r := v_rows[1];
        v_version := r.version + CASE WHEN x.opening THEN 0 ELSE 1 END;
        IF x.on_hand_delta > 0 THEN
            UPDATE stock SET on_hand = r.on_hand + x.on_hand_delta, version = v_version,
                received_at = CASE WHEN r.on_hand = 0 THEN coalesce(x.received_at, v_now)
                                   ELSE least(r.received_at, coalesce(x.received_at, v_now)) END
                WHERE id = x.id;
        ELSE
            UPDATE stock SET on_hand = r.on_hand + x.on_hand_delta,
                reserved = r.reserved + x.reserved_delta, version = v_version WHERE id = x.id;
        END IF;
        INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,
                on_hand_after, reserved_after, order_id, command_id, actor, reason, at) /*event*/
            VALUES (x.id, v_version, x.kind, x.on_hand_delta, x.reserved_delta,
                r.on_hand + x.on_hand_delta, r.reserved + x.reserved_delta, x.order_id, p_command,
                session_user, coalesce(p_reason, ''), v_now);
        v_out.ids := v_ids;
        v_out.versions := ARRAY[v_version];
    ELSIF v_n > 1 THEN
        WITH u AS (
            UPDATE stock s SET on_hand = s.on_hand + d.on_hand_delta,
                    reserved = s.reserved + d.reserved_delta,
                    version = s.version + CASE WHEN d.opening THEN 0 ELSE 1 END,
                    received_at = CASE WHEN d.on_hand_delta <= 0 THEN s.received_at
                        WHEN s.on_hand = 0 THEN coalesce(d.received_at, v_now)
                        ELSE least(s.received_at, coalesce(d.received_at, v_now)) END
                FROM unnest(p_stock) d WHERE s.id = d.id
                RETURNING s.id, s.version, d.kind, d.on_hand_delta, d.reserved_delta, s.on_hand,
                          s.reserved, d.order_id),
        e AS (INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,
                    on_hand_after, reserved_after, order_id, command_id, actor, reason, at)
                SELECT u.id, u.version, u.kind, u.on_hand_delta, u.reserved_delta, u.on_hand,
                    u.reserved, u.order_id, p_command, session_user, coalesce(p_reason, ''), v_now
                FROM u)
        SELECT array_agg(u.id), array_agg(u.version) INTO v_out.ids, v_out.versions FROM u;
    END IF;
    IF v_an = 1 AND p_alloc[1].id IS NULL THEN
        a := p_alloc[1];
        INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)
            VALUES (a.order_id, a.line_number, a.stock_id, a.quantity, a.to_state)
            RETURNING id INTO v_alloc;
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            VALUES ('allocation', v_alloc::text, 1, p_command, session_user, v_now, NULL,
                jsonb_build_object('order_id', a.order_id, 'line_number', a.line_number,
                    'stock_id', a.stock_id, 'quantity', a.quantity, 'state', a.to_state));
    ELSIF v_an > 0 THEN
        FOR i IN 1 .. v_an LOOP
            IF p_alloc[i].id IS NOT NULL THEN
                PERFORM api.take_allocation_1(p_alloc[i], p_command, v_now);
            END IF;
        END LOOP;
        WITH n AS (
            INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)
                SELECT d.order_id, d.line_number, d.stock_id, d.quantity, d.to_state
                FROM unnest(p_alloc) d WHERE d.id IS NULL
                RETURNING id, order_id, line_number, stock_id, quantity, state)
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            SELECT 'allocation', n.id::text, 1, p_command, session_user, v_now, NULL,
                jsonb_build_object('order_id', n.order_id, 'line_number', n.line_number,
                    'stock_id', n.stock_id, 'quantity', n.quantity, 'state', n.state) FROM n;
    END IF;
    IF v_held <> '[]'::jsonb THEN
        PERFORM api.apply_holds_1(p_command, v_now, m.holds, v_held);
    END IF;
    IF v_orders <> '{}' THEN
        PERFORM api.check_lines_1(v_orders);
    END IF;
    v_out.outcome := 'committed';
    v_out.at := v_now;
    RETURN v_out;
END $$;

REVOKE ALL ON FUNCTION api.earlier_1, api.abandon_1, api.lock_1, api.expire_holds_1, api.derived_id,
    api.apply_records_1, api.check_lines_1, api.apply_holds_1, api.take_allocation_1,
    api.place_rows_1, api.check_places_1, api.commit_1 FROM PUBLIC;
