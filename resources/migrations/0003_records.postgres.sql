-- Rules about master data that no client can be trusted with: they hold in the server, under locks.

-- 1 to p_longest printable characters without a space at either end.
CREATE FUNCTION api.printable_1(p_text text, p_longest int) RETURNS boolean
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT char_length(p_text) BETWEEN 1 AND p_longest
       AND p_text !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]'
       AND p_text !~ '^[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$'
$$;

CREATE FUNCTION api.refuse_record_1(p_rule text, p_subject text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'record: %', p_rule USING ERRCODE = 'TB004',
        DETAIL = jsonb_build_object('rule', p_rule, 'subject', p_subject)::text;
END $$;

-- Locks that a record's own row does not give, before any of those, in the order of all commits.
-- Whoever brings goods into a zone holds it; administrators are counted while nobody leaves.
CREATE FUNCTION api.lock_for_records_1(p_records jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM jsonb_array_elements(p_records) r
                   WHERE r->'fields' ? 'active' OR r->>'entity' = 'person') THEN
        RETURN;
    END IF;
    PERFORM FROM zones z WHERE EXISTS (SELECT FROM jsonb_array_elements(p_records) r
            WHERE r->'fields' ? 'active' AND r->>'expected' IS NOT NULL
              AND CASE r->>'entity'
                  WHEN 'warehouse' THEN z.warehouse_code = r->'key'->>'code'
                  WHEN 'zone' THEN z.warehouse_code = r->'key'->>'warehouse_code'
                      AND z.zone_number::text = r->'key'->>'zone_number'
                  WHEN 'bin' THEN z.warehouse_code = r->'key'->>'warehouse_code'
                      AND z.zone_number::text = r->'key'->>'zone_number'
                  ELSE false END)
        ORDER BY z.warehouse_code, z.zone_number FOR UPDATE;
    PERFORM FROM people p WHERE EXISTS (SELECT FROM jsonb_array_elements(p_records) r
            WHERE r->>'entity' = 'person' AND (p.role = 'admin' OR p.login = r->'key'->>'login'))
        ORDER BY p.login FOR UPDATE;
END $$;

-- The values alone, as model/recordfields.cpp has them.
CREATE FUNCTION api.check_values_1(p_entity text, k jsonb, f jsonb, p_new boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_name text;
    v jsonb;
    t text;
    v_known text[] := CASE p_entity
        WHEN 'warehouse' THEN '{name,time_zone,active}'
        WHEN 'zone' THEN '{name,storage_condition,capacity,allocation_priority,active}'
        WHEN 'bin' THEN '{walk_order,active}'
        WHEN 'product' THEN '{name,category,barcode,storage_condition,unit,quantity_decimals,reorder_point,active}'
        WHEN 'lot' THEN '{expires_on}'
        WHEN 'partner' THEN '{name,kind,active}'
        WHEN 'person' THEN '{name,role,active}' END;
BEGIN
    FOR v_name, v IN SELECT e.key, e.value FROM jsonb_each(k) e LOOP
        t := v #>> '{}';
        IF v_name = 'warehouse_code' OR (p_entity = 'warehouse' AND v_name = 'code') THEN
            IF coalesce(t, '') = '' THEN
                PERFORM api.refuse_record_1('FieldMissing', v_name);
            ELSIF t !~ '^[A-Z0-9-]{2,50}$' THEN
                PERFORM api.refuse_record_1('InvalidWarehouseCode', t);
            END IF;
        ELSIF v_name = 'zone_number' THEN
            IF jsonb_typeof(v) <> 'number' OR t !~ '^[0-9]{1,7}$' OR t::int NOT BETWEEN 1 AND 1000000 THEN
                PERFORM api.refuse_record_1('NumberOutOfRange', t);
            END IF;
        ELSIF v_name NOT IN ('code', 'lot', 'product_code', 'login') THEN
            PERFORM api.refuse_record_1('ShapeRefused', v_name);
        ELSIF p_entity = 'bin' AND NOT p_new AND t = '' THEN
            NULL; -- the zone itself, which comes with its zone
        ELSIF coalesce(t, '') = '' THEN
            PERFORM api.refuse_record_1('FieldMissing', v_name);
        ELSIF NOT api.printable_1(t, 50) OR t IS NOT NFC NORMALIZED THEN
            PERFORM api.refuse_record_1('InvalidCode', t);
        END IF;
    END LOOP;
    FOR v_name, v IN SELECT e.key, e.value FROM jsonb_each(f) e LOOP
        t := v #>> '{}';
        IF v_name <> ALL (v_known) THEN
            PERFORM api.refuse_record_1('ShapeRefused', v_name);
        ELSIF v_name = 'active' THEN
            IF jsonb_typeof(v) <> 'boolean' THEN
                PERFORM api.refuse_record_1('ShapeRefused', v_name);
            END IF;
        ELSIF v_name IN ('capacity', 'allocation_priority', 'walk_order', 'quantity_decimals', 'reorder_point') THEN
            IF t IS NULL AND v_name IN ('walk_order', 'quantity_decimals') THEN
                PERFORM api.refuse_record_1('FieldMissing', v_name);
            ELSIF t IS NOT NULL AND (jsonb_typeof(v) <> 'number' OR t !~ '^[0-9]{1,10}$' OR t::bigint >
                    CASE v_name WHEN 'quantity_decimals' THEN 3 WHEN 'allocation_priority' THEN 1000000
                        ELSE 1000000000 END) THEN
                PERFORM api.refuse_record_1('NumberOutOfRange', t);
            END IF;
        ELSIF v_name = 'expires_on' THEN
            IF t IS NOT NULL AND (t !~ '^\d{4}-\d\d-\d\d$' OR NOT api.is_date_1(t)) THEN
                PERFORM api.refuse_record_1('ShapeRefused', v_name);
            END IF;
        ELSIF jsonb_typeof(v) <> 'string' THEN
            PERFORM api.refuse_record_1('ShapeRefused', v_name);
        ELSIF v_name IN ('storage_condition', 'kind', 'role') THEN
            IF t = '' THEN
                PERFORM api.refuse_record_1('FieldMissing', v_name);
            ELSIF t <> ALL (CASE v_name
                    WHEN 'storage_condition' THEN '{room_temperature,refrigerated,frozen}'::text[]
                    WHEN 'kind' THEN '{customer,supplier}'
                    ELSE '{viewer,staff,supervisor,admin}' END) THEN
                PERFORM api.refuse_record_1('ShapeRefused', v_name);
            END IF;
        ELSIF t = '' THEN
            IF v_name NOT IN ('category', 'barcode') THEN
                PERFORM api.refuse_record_1('FieldMissing', v_name);
            END IF;
        ELSIF v_name = 'barcode' THEN
            IF NOT api.printable_1(t, 50) OR t IS NOT NFC NORMALIZED THEN
                PERFORM api.refuse_record_1('InvalidCode', t);
            END IF;
        ELSIF v_name = 'time_zone' THEN
            IF NOT EXISTS (SELECT FROM pg_timezone_names n WHERE n.name = t) THEN
                PERFORM api.refuse_record_1('UnknownTimeZone', t);
            END IF;
        ELSIF NOT api.printable_1(t, 200) THEN
            PERFORM api.refuse_record_1('InvalidName', t);
        END IF;
    END LOOP;
    SELECT n INTO v_name FROM unnest(v_known) n
        WHERE p_new AND NOT f ? n
          AND n IN ('name', 'time_zone', 'storage_condition', 'unit', 'kind', 'role') LIMIT 1;
    IF FOUND THEN
        PERFORM api.refuse_record_1('FieldMissing', v_name);
    END IF;
END $$;

CREATE FUNCTION api.is_date_1(p_text text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN p_text::date IS NOT NULL;
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
    RETURN false;
END $$;

-- What goods, orders and rights say to the change of a record that is there; its locks are held.
CREATE FUNCTION api.check_use_1(p_entity text, p_key text, k jsonb, f jsonb, p_before jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
DECLARE
    v_ends boolean := f->'active' = 'false' AND p_before->'active' = 'true';
    v_role boolean := f ? 'role' AND f->'role' <> p_before->'role';
BEGIN
    IF v_ends AND (CASE p_entity
            WHEN 'warehouse' THEN EXISTS (SELECT FROM stock WHERE warehouse_code = k->>'code' AND on_hand > 0)
            WHEN 'zone' THEN EXISTS (SELECT FROM stock WHERE warehouse_code = k->>'warehouse_code'
                AND zone_number = (k->>'zone_number')::int AND on_hand > 0)
            WHEN 'bin' THEN EXISTS (SELECT FROM stock WHERE warehouse_code = k->>'warehouse_code'
                AND zone_number = (k->>'zone_number')::int AND bin = k->>'code' AND on_hand > 0)
            ELSE false END) THEN
        PERFORM api.refuse_record_1('NotEmpty', rtrim(p_key, '/'));
    END IF;
    IF f ? 'storage_condition' AND f->'storage_condition' <> p_before->'storage_condition'
       AND (CASE p_entity
            WHEN 'zone' THEN EXISTS (SELECT FROM stock WHERE warehouse_code = k->>'warehouse_code'
                AND zone_number = (k->>'zone_number')::int)
            WHEN 'product' THEN EXISTS (SELECT FROM stock WHERE product_code = k->>'code')
            ELSE false END) THEN
        PERFORM api.refuse_record_1('ConditionFixed', p_key);
    END IF;
    IF f ? 'quantity_decimals' AND f->'quantity_decimals' <> p_before->'quantity_decimals'
       AND (EXISTS (SELECT FROM stock WHERE product_code = k->>'code')
            OR EXISTS (SELECT FROM order_lines WHERE product_code = k->>'code')) THEN
        PERFORM api.refuse_record_1('DecimalsFixed', p_key);
    END IF;
    IF p_entity = 'person' AND (v_ends OR v_role) THEN
        IF k->>'login' = session_user THEN
            PERFORM api.refuse_record_1('OwnRole', p_key);
        ELSIF p_before->>'role' = 'admin' AND p_before->'active' = 'true'
              AND NOT EXISTS (SELECT FROM people WHERE role = 'admin' AND active AND login <> k->>'login') THEN
            PERFORM api.refuse_record_1('LastAdmin', p_key);
        END IF;
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
        IF v_entity <> 'order' THEN
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
        IF v_before IS NOT NULL THEN
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
                        FROM jsonb_each(v_before) b WHERE f ? b.key AND NOT k ? b.key AND b.key <> 'version') END,
                    f - 'version');
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION api.printable_1, api.refuse_record_1, api.lock_for_records_1, api.check_values_1,
    api.is_date_1, api.check_use_1 FROM PUBLIC;
