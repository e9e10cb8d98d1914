-- In the stead of lock_1, also for decisions about orders: they are locked before any stock, in the
-- order of all commits.
DROP FUNCTION api.lock_1(uuid, text, bytea, bigint[]);
CREATE FUNCTION api.lock_2(p_command uuid, p_kind text, p_hash bytea, p_orders bigint[], p_ids bigint[])
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
    PERFORM FROM orders WHERE id = ANY (p_orders) ORDER BY id FOR UPDATE;
    -- Zones before stock, as in commit_1: which of them will gain is not known yet, so all.
    IF EXISTS (SELECT FROM api.matrix WHERE kind = p_kind AND 1 = ANY (on_hand_signs)) THEN
        PERFORM FROM zones ORDER BY warehouse_code, zone_number FOR NO KEY UPDATE;
    END IF;
    PERFORM FROM stock WHERE id = ANY (p_ids) ORDER BY id FOR UPDATE;
    v.outcome := 'locked';
    RETURN v;
END $$;
