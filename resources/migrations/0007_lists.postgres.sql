
-- The guards that read other tables, as in 0001. A zone becomes fuller also without gaining goods:
-- when a sales unit is split within it. So what is compared is its load before and after, as the
-- decision does.
CREATE OR REPLACE FUNCTION api.check_places_1(p_stock api.stock_change[], p_ids bigint[], p_event text)
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
    -- Whole sales units, fractions rounded up per row. Only a zone that becomes fuller can become
    -- too full.
    WITH grown AS MATERIALIZED (
        SELECT z.warehouse_code, z.zone_number, z.capacity, string_agg(x.id::text, ',') AS ids,
               sum(ceil((s.on_hand + x.on_hand_delta) / u.size) - ceil(s.on_hand / u.size)) AS units
            FROM unnest(p_stock) x JOIN stock s ON s.id = x.id
            JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number
            JOIN products p ON p.code = s.product_code
            CROSS JOIN LATERAL (SELECT power(10::numeric, p.quantity_decimals) AS size) u
            WHERE z.capacity IS NOT NULL
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
