-- Orders as people and files make them: the rules of model/recordrules.cpp, under the lock.

CREATE FUNCTION api.check_order_values_1(k jsonb, f jsonb, p_new boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_name text;
    v jsonb;
    t text;
    v_numbers bigint[] := '{}';
BEGIN
    t := k->>'number';
    IF k - 'number' <> '{}' OR jsonb_typeof(k->'number') IS DISTINCT FROM 'string' THEN
        PERFORM api.refuse_record_1('ShapeRefused', 'number');
    ELSIF t = '' THEN
        PERFORM api.refuse_record_1('FieldMissing', 'number');
    ELSIF NOT api.printable_1(t, 50) OR t IS NOT NFC NORMALIZED THEN
        PERFORM api.refuse_record_1('InvalidCode', t);
    END IF;
    FOR v_name, v IN SELECT e.key, e.value FROM jsonb_each(f) e LOOP
        t := v #>> '{}';
        IF v_name = 'lines' THEN
            IF jsonb_typeof(v) <> 'array' OR jsonb_array_length(v) > 10000 THEN
                PERFORM api.refuse_record_1('ShapeRefused', v_name);
            END IF;
        ELSIF v_name = 'priority' THEN
            IF t IS NOT NULL AND (jsonb_typeof(v) <> 'number' OR t !~ '^[0-9]{1,7}$' OR t::bigint > 1000000) THEN
                PERFORM api.refuse_record_1('NumberOutOfRange', t);
            END IF;
        ELSIF v_name = 'due_on' THEN
            IF t IS NOT NULL AND (t !~ '^\d{4}-\d\d-\d\d$' OR NOT api.is_date_1(t)) THEN
                PERFORM api.refuse_record_1('ShapeRefused', v_name);
            END IF;
        ELSIF v_name = 'state' THEN
            IF coalesce(t, '') <> ALL ('{draft,open,completed,cancelled}'::text[]) THEN
                PERFORM api.refuse_record_1('ShapeRefused', v_name);
            END IF;
        ELSIF v_name <> 'partner_code' OR jsonb_typeof(v) <> 'string' THEN
            PERFORM api.refuse_record_1('ShapeRefused', v_name);
        ELSIF t = '' THEN
            PERFORM api.refuse_record_1('FieldMissing', v_name);
        ELSIF NOT api.printable_1(t, 50) OR t IS NOT NFC NORMALIZED THEN
            PERFORM api.refuse_record_1('InvalidCode', t);
        END IF;
    END LOOP;
    IF p_new AND NOT f ? 'partner_code' THEN
        PERFORM api.refuse_record_1('FieldMissing', 'partner_code');
    END IF;
    FOR v IN SELECT e FROM jsonb_array_elements(CASE WHEN f ? 'lines' THEN f->'lines' ELSE '[]' END) e LOOP
        IF jsonb_typeof(v) <> 'object' OR v - '{line_number,product_code,quantity}'::text[] <> '{}'
           OR NOT v ?& '{line_number,product_code,quantity}' OR jsonb_typeof(v->'product_code') <> 'string' THEN
            PERFORM api.refuse_record_1('ShapeRefused', 'lines');
        ELSIF jsonb_typeof(v->'line_number') <> 'number' OR jsonb_typeof(v->'quantity') <> 'number'
              OR v->>'line_number' !~ '^[0-9]{1,5}$' OR (v->>'line_number')::int NOT BETWEEN 1 AND 10000
              OR v->>'quantity' !~ '^[0-9]{1,10}$' OR (v->>'quantity')::bigint NOT BETWEEN 1 AND 1000000000 THEN
            PERFORM api.refuse_record_1('NumberOutOfRange', v->>'quantity');
        ELSIF (v->>'line_number')::bigint = ANY (v_numbers) THEN
            PERFORM api.refuse_record_1('ShapeRefused', 'lines');
        END IF;
        v_numbers := v_numbers || (v->>'line_number')::bigint;
    END LOOP;
END $$;

-- What its partner, its products and its goods say to an order; p_before: locked, null for a new one.
CREATE FUNCTION api.check_order_1(p_number text, f jsonb, p_before jsonb, p_file boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
DECLARE
    t text;
    v_id bigint := (p_before->>'id')::bigint;
    v_ended boolean := p_before->>'state' IN ('completed', 'cancelled');
    v_changed text[];
BEGIN
    IF f ? 'partner_code' AND NOT EXISTS (SELECT FROM partners WHERE code = f->>'partner_code') THEN
        PERFORM api.refuse_record_1('Unknown', f->>'partner_code');
    END IF;
    IF f ? 'lines' THEN
        SELECT string_agg(u.code, ', ') INTO t FROM (SELECT DISTINCT e->>'product_code' COLLATE "C" AS code
            FROM jsonb_array_elements(f->'lines') e
            WHERE NOT EXISTS (SELECT FROM products p WHERE p.code = e->>'product_code') ORDER BY 1 LIMIT 5) u;
        IF t IS NOT NULL THEN
            PERFORM api.refuse_record_1('UnknownProduct', t);
        END IF;
    END IF;
    IF p_before IS NULL THEN
        IF f->>'state' IN ('completed', 'cancelled') AND NOT p_file THEN
            PERFORM api.refuse_record_1('OrderBegins', p_number);
        END IF;
        RETURN;
    END IF;
    SELECT coalesce(array_agg(e.key), '{}') INTO v_changed FROM jsonb_each(f) e
        WHERE e.value IS DISTINCT FROM p_before->e.key;
    IF v_ended THEN
        IF v_changed <> '{}' AND NOT (p_file AND p_before->'lines' = '[]' AND v_changed = '{lines}') THEN
            PERFORM api.refuse_record_1('OrderEnded', p_number);
        END IF;
        RETURN;
    END IF;
    IF 'state' = ANY (v_changed) AND f->>'state' <> 'open'
       AND (EXISTS (SELECT FROM allocations WHERE order_id = v_id AND state IN ('pending', 'open'))
            OR EXISTS (SELECT FROM holds WHERE order_id = v_id AND state = 'active')) THEN
        PERFORM api.refuse_record_1('OrderHasClaims', p_number);
    END IF;
    IF NOT 'lines' = ANY (v_changed) THEN
        RETURN;
    END IF;
    SELECT c.line_number::text INTO t
        FROM (SELECT line_number, sum(quantity) AS quantity FROM (
                SELECT line_number, quantity FROM allocations
                    WHERE order_id = v_id AND state IN ('pending', 'open', 'shipped')
                UNION ALL SELECT line_number, quantity FROM holds WHERE order_id = v_id AND state = 'active') x
              GROUP BY line_number) c
        LEFT JOIN order_lines b ON b.order_id = v_id AND b.line_number = c.line_number
        LEFT JOIN LATERAL (SELECT e->>'product_code' AS product_code, (e->>'quantity')::bigint AS quantity
            FROM jsonb_array_elements(f->'lines') e WHERE (e->>'line_number')::int = c.line_number) l ON true
        WHERE l.quantity IS NULL OR l.quantity < c.quantity OR l.product_code <> b.product_code
        ORDER BY c.line_number LIMIT 1;
    IF t IS NOT NULL THEN
        PERFORM api.refuse_record_1('OrderLineExceeded', p_number || '/' || t);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION api.apply_records_1(p_command uuid, p_at timestamptz, p_allowed text[],
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
    PERFORM api.lock_for_records_1(p_records);
    -- Orders by id, as every commit does, and not as the change set happens to name them.
    PERFORM FROM orders o WHERE o.number IN (SELECT r->'key'->>'number'
            FROM jsonb_array_elements(p_records) r WHERE r->>'entity' = 'order')
        ORDER BY o.id FOR UPDATE;
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
        IF v_entity = 'order' THEN
            PERFORM api.check_order_values_1(k, f, v_expected IS NULL);
        ELSE
            PERFORM api.check_values_1(v_entity, k, f, v_expected IS NULL);
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
        IF v_entity = 'order' THEN
            -- Only an import may bring orders and master data.
            PERFORM api.check_order_1(k->>'number', f, v_before, 'product' = ANY (p_allowed));
        ELSIF v_before IS NOT NULL THEN
            PERFORM api.check_use_1(v_entity, v_key, k, f, v_before);
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
            -- A place that goes out of use is empty, and its zone is locked: nothing to wait for.
            CASE v_entity
            WHEN 'warehouse' THEN
                UPDATE warehouses t SET (name, time_zone, active, version) = (SELECT name, time_zone,
                    active, version FROM jsonb_populate_record(t, f)) WHERE t.code = k->>'code';
            WHEN 'zone' THEN
                UPDATE zones t SET (name, storage_condition, capacity, allocation_priority, active, version) =
                    (SELECT name, storage_condition, capacity, allocation_priority, active, version
                     FROM jsonb_populate_record(t, f)) WHERE t.warehouse_code = k->>'warehouse_code'
                    AND t.zone_number = (k->>'zone_number')::int;
            WHEN 'bin' THEN
                UPDATE bins t SET (walk_order, active, version) = (SELECT walk_order, active, version
                    FROM jsonb_populate_record(t, f)) WHERE t.warehouse_code = k->>'warehouse_code'
                    AND t.zone_number = (k->>'zone_number')::int AND t.code = k->>'code';
            WHEN 'product' THEN
                IF f ? 'active' THEN
                    PERFORM FROM stock WHERE product_code = k->>'code' ORDER BY id FOR UPDATE;
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
            PERFORM api.check_lines_1(ARRAY[v_order]);
        END IF;
        INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
            VALUES (v_entity, v_key, v_version, p_command, session_user, p_at,
                    CASE WHEN v_before IS NULL THEN NULL ELSE (SELECT jsonb_object_agg(b.key, b.value)
                        FROM jsonb_each(v_before) b WHERE f ? b.key AND NOT k ? b.key AND b.key <> 'version') END,
                    f - 'version');
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION api.printable_1, api.refuse_record_1, api.lock_for_records_1, api.check_values_1,
    api.is_date_1, api.check_use_1 FROM PUBLIC;
