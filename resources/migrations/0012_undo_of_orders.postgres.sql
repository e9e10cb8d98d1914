CREATE INDEX changes_ended ON changes (command_id)
    WHERE entity = 'allocation' AND after ->> 'state' IN ('shipped', 'released');

-- Whoever had what was shipped or released has it again, orders too: exactly those allocations live
-- again that the command ended, as what they were before. (Until now: a new one, made by hand.)

-- The allocation that is to live again was ended by what this command takes back.
CREATE FUNCTION api.check_live_again_1(x api.allocation_change, a allocations, p_command uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_first uuid := (SELECT undoes FROM commands WHERE command_id = p_command);
    v_end changes;
    v_whole text; -- what it was a part of
    v_before text;
BEGIN
    SELECT * INTO v_end FROM changes
        WHERE entity = 'allocation' AND key = a.id::text AND version = a.version;
    v_whole := v_end.after->>'split_from';
    v_before := coalesce(v_end.before->>'state', (SELECT w.after->>'state' FROM changes w
        WHERE w.entity = 'allocation' AND w.key = v_whole AND w.after ? 'state'
          AND w.version < (SELECT max(v.version) FROM changes v WHERE v.entity = 'allocation'
                            AND v.key = v_whole AND v.command_id = v_first)
        ORDER BY w.version DESC LIMIT 1));
    IF (v_end.command_id = v_first AND v_before = x.to_state AND a.quantity = x.quantity) IS NOT TRUE THEN
        RAISE EXCEPTION 'shape: undo' USING ERRCODE = 'TB005';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION api.take_allocation_1(x api.allocation_change, p_command uuid, p_at timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    a allocations;
    v_part bigint;
BEGIN
    SELECT * INTO a FROM allocations WHERE id = x.id FOR UPDATE;
    IF NOT FOUND OR a.stock_id <> x.stock_id OR a.order_id IS DISTINCT FROM x.order_id
       OR a.line_number IS DISTINCT FROM x.line_number THEN
        RAISE EXCEPTION 'unknown allocation' USING ERRCODE = 'TB005';
    END IF;
    IF x.expected IS NOT NULL AND x.expected <> a.version THEN
        RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001',
            DETAIL = format('r%s:%s:allocation %s', x.expected, a.version, a.id);
    END IF;
    IF a.state <> x.from_state OR a.quantity < x.quantity THEN
        RAISE EXCEPTION 'allocation moved' USING ERRCODE = 'TB002', DETAIL = x.stock_id::text;
    END IF;
    IF a.state IN ('shipped', 'released') THEN
        PERFORM api.check_live_again_1(x, a, p_command);
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

-- An ended order stays as it is, but for one: whoever takes back what was sent to it opens it again, when
-- they were the last to change it, by completing it.
CREATE FUNCTION api.check_order_2(p_command uuid, p_number text, f jsonb, p_before jsonb, p_file boolean)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET jit = off AS $$
DECLARE
    v_first uuid := (SELECT undoes FROM commands WHERE command_id = p_command);
BEGIN
    IF v_first IS NULL THEN
        PERFORM api.check_order_1(p_number, f, p_before, p_file);
    ELSIF (p_before->>'state' = 'completed' AND f = '{"state": "open"}'
           AND session_user = (SELECT c.actor FROM changes c WHERE c.entity = 'order' AND c.key = p_number
                                AND c.version = (p_before->>'version')::bigint)
           AND EXISTS (SELECT FROM changes c JOIN allocations a ON a.id = c.key::bigint
                        WHERE c.command_id = v_first AND c.entity = 'allocation'
                          AND c.after->>'state' IN ('shipped', 'released')
                          AND a.order_id = (p_before->>'id')::bigint)) IS NOT TRUE THEN
        PERFORM api.refuse_record_1('OrderEnded', p_number);
    END IF;
END $$;

REVOKE ALL ON FUNCTION api.check_live_again_1, api.take_allocation_1, api.check_order_2, api.lock_2,
    api.check_order_1, api.check_order_values_1 FROM PUBLIC;

-- One place in a function that stays what it is otherwise.
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
-- What was sent of an order is no draft any more.
SELECT pg_temp.instead('api.check_order_1', 'IF NOT ''lines'' = ANY (v_changed) THEN',
    'IF ''state'' = ANY (v_changed) AND f->>''state'' = ''draft''
       AND EXISTS (SELECT FROM allocations WHERE order_id = v_id AND state = ''shipped'') THEN
        PERFORM api.refuse_record_1(''OrderWasSent'', p_number);
    END IF;
    IF NOT ''lines'' = ANY (v_changed) THEN');
SELECT pg_temp.instead('api.apply_other_records_1',
    'api.check_order_1(k->>''number'', f, v_before, ''product'' = ANY (p_allowed))',
    'api.check_order_2(p_command, k->>''number'', f, v_before, ''product'' = ANY (p_allowed))');
SELECT pg_temp.instead('api.commit_1', 'CASE WHEN id IS NULL THEN quantity
                        WHEN to_state',
    'CASE WHEN id IS NULL OR from_state IN (''shipped'', ''released'') THEN quantity
                        WHEN to_state');
SELECT pg_temp.instead('api.commit_1', 'FILTER (WHERE x.id IS NULL
                AND x.order_id',
    'FILTER (WHERE (x.id IS NULL OR x.from_state IN (''shipped'', ''released''))
                AND x.order_id');
-- Orders are told by their number, and an entry of the history names an order only when all that it
-- changes is of that one.
SELECT pg_temp.instead('api.commit_1', 'SELECT c.stock_id, sum(c.quantity) AS quantity FROM (
                    SELECT stock_id,',
    'SELECT c.stock_id, sum(c.quantity) AS quantity, min(c.order_id) AS first_order,
                       max(c.order_id) AS last_order, bool_or(c.order_id IS NULL) AS by_hand FROM (
                    SELECT stock_id, order_id,');
SELECT pg_temp.instead('api.commit_1', 'UNION ALL SELECT (h->>''stock_id'')::bigint, CASE',
    'UNION ALL SELECT (h->>''stock_id'')::bigint, (h->>''order_id'')::bigint, CASE');
SELECT pg_temp.instead('api.commit_1', 'OR (x.kind IS NULL AND p_kind <> ''review'')',
    'OR (x.kind IS NULL AND p_kind <> ''review'')
               OR (x.order_id IS NOT NULL AND (x.order_id = c.first_order AND x.order_id = c.last_order
                   AND NOT c.by_hand) IS NOT TRUE)');
SELECT pg_temp.instead('api.commit_1', 'coalesce(bool_and(o.state = ''open''), true) AS open INTO v_found
            FROM (SELECT state FROM',
    'coalesce(bool_and(o.state = ''open''), true) AS open,
               min(o.number) FILTER (WHERE o.state <> ''open'') AS closed INTO v_found
            FROM (SELECT state, number FROM');
SELECT pg_temp.instead('api.commit_1', 'DETAIL = ''{"rule":"OrderClosed"}''',
    'DETAIL = jsonb_build_object(''rule'', ''OrderClosed'', ''subject'', v_found.closed)::text');
SELECT pg_temp.instead('api.commit_1', 'min(format(''%s/%s'', x.order_id, x.line_number))',
    'min(format(''%s/%s'', (SELECT o.number FROM orders o WHERE o.id = x.order_id), x.line_number))');
SELECT pg_temp.instead('api.check_quantities_1', 'SELECT format(''%s/%s'', c.order_id, c.line_number) INTO',
    'SELECT format(''%s/%s'', (SELECT o.number FROM orders o WHERE o.id = c.order_id), c.line_number) INTO');

-- Nothing is carried out twice in one transaction, or changes nothing; an id that was only locked is
-- given up.
SELECT pg_temp.instead('api.earlier_1', '    IF c.mine THEN
        v.outcome := ''claimed'';
        RETURN v;
    END IF;
', '');
SELECT pg_temp.instead('api.earlier_1', 'IF c.outcome = ''abandoned'' THEN',
    'IF c.mine AND NOT EXISTS (SELECT FROM stock_events e WHERE e.command_id = p_command) THEN
        v.outcome := ''claimed'';
        RETURN v;
    END IF;
    IF c.outcome = ''abandoned'' THEN');
SELECT pg_temp.instead('api.lock_2', 'clock_timestamp(), ''committed'')', 'clock_timestamp(), ''abandoned'')');
SELECT pg_temp.instead('api.commit_1', 'IF v_out.outcome <> ''claimed'' THEN
            RETURN v_out;
        END IF;',
    'IF v_out.outcome <> ''claimed'' THEN
            RETURN v_out;
        END IF;
        IF p_undoes IS NOT NULL OR p_kind LIKE ''undo\_%'' THEN
            RAISE EXCEPTION ''shape: undoes'' USING ERRCODE = ''TB005'';
        END IF;
        UPDATE commands SET outcome = ''committed'' WHERE command_id = p_command AND outcome = ''abandoned'';');
SELECT pg_temp.instead('api.commit_1', 'v_setting := set_config(',
    'IF v_n = 0 AND p_alloc = ''{}'' AND v_held = ''[]'' AND coalesce(p_more->''records'', ''[]'') = ''[]'' THEN
        RAISE EXCEPTION ''shape: empty'' USING ERRCODE = ''TB005'';
    END IF;
    v_setting := set_config(');
DROP TRIGGER commands_append_only ON commands;
CREATE TRIGGER commands_append_only BEFORE DELETE ON commands
    FOR EACH ROW EXECUTE FUNCTION api.refuse_change();
CREATE TRIGGER commands_stay BEFORE UPDATE ON commands FOR EACH ROW
    WHEN (OLD.outcome <> 'abandoned' OR NEW.outcome <> 'committed' OR NEW.undoes IS NOT NULL
          OR (OLD.command_id, OLD.kind, OLD.content_hash, OLD.actor, OLD.at)
             IS DISTINCT FROM (NEW.command_id, NEW.kind, NEW.content_hash, NEW.actor, NEW.at))
    EXECUTE FUNCTION api.refuse_change();

-- Orders by id, all of them: also those that are opened again.
SELECT pg_temp.instead('api.commit_1', 'IF p_more ? ''records'' THEN',
    'IF p_more ? ''records'' THEN
        IF p_undoes IS NOT NULL THEN
            PERFORM FROM orders WHERE id IN (SELECT order_id FROM unnest(p_alloc)) ORDER BY id FOR UPDATE;
        END IF;');
DROP FUNCTION pg_temp.instead;
