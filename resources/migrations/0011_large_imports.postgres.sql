-- Thousands of lines in one commit. What the planner believes of an array or of a table that was empty
-- a moment ago must not lead it to comparing each with each.
CREATE OR REPLACE FUNCTION api.check_places_1(p_stock api.stock_change[], p_ids bigint[], p_event text)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    v_bad text;
BEGIN
    -- OFFSET 0: each row of stock by its id, whatever the tables look like.
    SELECT string_agg(s.id::text, ',') INTO v_bad
        FROM unnest(p_stock) x
        CROSS JOIN LATERAL (SELECT * FROM stock t WHERE t.id = x.id OFFSET 0) s
        CROSS JOIN LATERAL (SELECT w.active AND z.active AND b.active AS active
            FROM warehouses w, zones z, bins b WHERE w.code = s.warehouse_code
              AND z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
              AND b.warehouse_code = s.warehouse_code AND b.zone_number = s.zone_number
              AND b.code = s.bin OFFSET 0) p
        CROSS JOIN LATERAL (SELECT active FROM products t WHERE t.code = s.product_code OFFSET 0) g
        WHERE x.on_hand_delta > 0 AND NOT (p.active AND (g.active OR p_event <> 'receive'));
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'place not in use' USING ERRCODE = 'TB002', DETAIL = v_bad;
    END IF;
    IF p_event = 'status' THEN
        RETURN;
    END IF;
    -- Whole sales units, fractions rounded up per row. Only a zone that becomes fuller can become
    -- too full.
    WITH grown AS MATERIALIZED (
        SELECT z.warehouse_code, z.zone_number, z.capacity, string_agg(x.id::text, ',') AS ids,
               sum(ceil((s.on_hand + x.on_hand_delta) / u.size) - ceil(s.on_hand / u.size)) AS units
            FROM unnest(p_stock) x
            CROSS JOIN LATERAL (SELECT * FROM stock t WHERE t.id = x.id OFFSET 0) s
            CROSS JOIN LATERAL (SELECT * FROM zones t WHERE t.warehouse_code = s.warehouse_code
                AND t.zone_number = s.zone_number AND t.capacity IS NOT NULL OFFSET 0) z
            CROSS JOIN LATERAL (SELECT power(10::numeric, p.quantity_decimals) AS size
                FROM products p WHERE p.code = s.product_code OFFSET 0) u
            GROUP BY z.warehouse_code, z.zone_number, z.capacity)
    SELECT string_agg(g.ids, ',') INTO v_bad FROM grown g
        WHERE g.units > 0
          AND g.capacity - g.units < (SELECT sum(ceil(t.on_hand / power(10::numeric, p.quantity_decimals)))
               FROM stock t JOIN products p ON p.code = t.product_code
               WHERE t.warehouse_code = g.warehouse_code AND t.zone_number = g.zone_number);
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'zone full' USING ERRCODE = 'TB002', DETAIL = v_bad, HINT = 'ZoneFull';
    END IF;
END $$;

-- A record as it is, locked. One of eight queries, where apply_other_records_1 had an expression of all
-- eight: to get ready for those took most of its time.
CREATE FUNCTION api.record_now_1(p_entity text, k jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_now jsonb;
BEGIN
    CASE p_entity
    WHEN 'lot' THEN SELECT to_jsonb(t) INTO v_now FROM lots t WHERE t.product_code = k->>'product_code'
        AND t.lot = k->>'lot' FOR UPDATE;
    WHEN 'product' THEN SELECT to_jsonb(t) INTO v_now FROM products t WHERE t.code = k->>'code' FOR UPDATE;
    WHEN 'bin' THEN SELECT to_jsonb(t) INTO v_now FROM bins t WHERE t.warehouse_code = k->>'warehouse_code'
        AND t.zone_number = (k->>'zone_number')::int AND t.code = k->>'code' FOR UPDATE;
    WHEN 'zone' THEN SELECT to_jsonb(t) INTO v_now FROM zones t WHERE t.warehouse_code = k->>'warehouse_code'
        AND t.zone_number = (k->>'zone_number')::int FOR UPDATE;
    WHEN 'warehouse' THEN SELECT to_jsonb(t) INTO v_now FROM warehouses t WHERE t.code = k->>'code' FOR UPDATE;
    WHEN 'partner' THEN SELECT to_jsonb(t) INTO v_now FROM partners t WHERE t.code = k->>'code' FOR UPDATE;
    WHEN 'person' THEN SELECT to_jsonb(t) INTO v_now FROM people t WHERE t.login = k->>'login' FOR UPDATE;
    WHEN 'order' THEN SELECT to_jsonb(t) || jsonb_build_object('lines', coalesce((SELECT
            jsonb_agg(to_jsonb(l) - 'order_id' ORDER BY l.line_number)
            FROM order_lines l WHERE l.order_id = t.id), '[]'::jsonb)) INTO v_now
        FROM orders t WHERE t.number = k->>'number' FOR UPDATE OF t;
    END CASE;
    RETURN v_now;
END $$;

-- A lot that is to be new is not looked for first: its INSERT finds it. (A plan that was made while the
-- table was empty goes through all lots by their expiry, for each of half a million new ones.)
DO $do$
DECLARE
    v_text text := pg_get_functiondef(to_regproc('api.apply_other_records_1'));
    v_insert text := 'INSERT INTO lots SELECT product_code, lot, expires_on, version
                FROM jsonb_populate_record(NULL::lots, f);';
    v_first int := position('v_before := CASE v_entity' IN v_text);
    v_rest text := substr(v_text, v_first);
    v_last int := position(' FOR UPDATE OF t) END;' IN v_rest);
BEGIN
    IF v_first = 0 OR v_last = 0 OR position(v_insert IN v_rest) = 0 THEN
        RAISE EXCEPTION 'api.apply_other_records_1 is not as it was';
    END IF;
    v_rest := replace(substr(v_rest, v_last + length(' FOR UPDATE OF t) END;')), v_insert,
        rtrim(v_insert, ';') || ' ON CONFLICT DO NOTHING;
                IF NOT FOUND THEN
                    RAISE EXCEPTION ''exists'' USING ERRCODE = ''TB004'',
                        DETAIL = jsonb_build_object(''rule'', ''Exists'', ''subject'', ''lot '' || v_key)::text;
                END IF;');
    EXECUTE left(v_text, v_first - 1)
        || 'IF v_entity <> ''lot'' OR v_expected IS NOT NULL THEN
            v_before := api.record_now_1(v_entity, k);
        END IF;' || v_rest;
END $do$;

REVOKE ALL ON FUNCTION api.record_now_1 FROM PUBLIC;
