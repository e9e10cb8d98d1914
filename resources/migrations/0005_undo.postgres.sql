-- What may be taken back: a command of one's own, of the kind that is named, within ten minutes,
-- once. In a trigger, so that commit_1 need not know; it costs other commands a comparison.
CREATE FUNCTION api.check_undo() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    c commands;
    v_rule text;
BEGIN
    IF EXISTS (SELECT FROM commands WHERE command_id = NEW.command_id) THEN
        RETURN NEW; -- sent again: commit_1 finds it
    END IF;
    IF NEW.undoes IS NULL OR NEW.kind NOT LIKE 'undo\_%' THEN
        RAISE EXCEPTION 'shape: undoes' USING ERRCODE = 'TB005';
    END IF;
    -- The lock makes two that take back the same thing wait for each other.
    SELECT * INTO c FROM commands WHERE command_id = NEW.undoes FOR UPDATE;
    v_rule := CASE
        WHEN c.command_id IS NULL OR c.outcome <> 'committed' OR c.actor <> NEW.actor
            OR NEW.kind <> 'undo_' || c.kind THEN 'NotUndoable'
        WHEN EXISTS (SELECT FROM commands u WHERE u.undoes = NEW.undoes
                     AND u.command_id <> NEW.command_id) THEN 'UndoneAlready'
        WHEN clock_timestamp() > c.at + interval '10 minutes' THEN 'TooLateToUndo' END;
    IF v_rule IS NOT NULL THEN
        RAISE EXCEPTION 'cannot be undone' USING ERRCODE = 'TB004',
            DETAIL = jsonb_build_object('rule', v_rule)::text;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER commands_undo BEFORE INSERT ON commands FOR EACH ROW
    WHEN (NEW.outcome = 'committed' AND (NEW.undoes IS NOT NULL OR NEW.kind LIKE 'undo\_%'))
    EXECUTE FUNCTION api.check_undo();

-- And exactly that: the opposite of every entry, seen when the command is complete.
CREATE FUNCTION api.check_undone() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT stock_id, on_hand_delta AS h, reserved_delta AS r FROM stock_events
                      WHERE command_id = NEW.command_id) a
        FULL JOIN (SELECT stock_id, on_hand_delta AS h, reserved_delta AS r FROM stock_events
                    WHERE command_id = NEW.undoes) b ON b.stock_id = a.stock_id
        WHERE (a.h + b.h = 0 AND a.r + b.r = 0) IS NOT TRUE) THEN
        RAISE EXCEPTION 'shape: undo' USING ERRCODE = 'TB005';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER commands_undone AFTER INSERT ON commands
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.outcome = 'committed' AND NEW.undoes IS NOT NULL)
    EXECUTE FUNCTION api.check_undone();

REVOKE ALL ON FUNCTION api.check_undo, api.check_undone FROM PUBLIC;

-- When goods come to one row, commit_1 wrote what a receipt changes. What comes back from a
-- shipment is reserved as well.
DO $do$
DECLARE
    v_text text := pg_get_functiondef(to_regproc('api.commit_1'));
    v_old text := 'UPDATE stock SET on_hand = r.on_hand + x.on_hand_delta, version = v_version,';
BEGIN
    IF position(v_old IN v_text) > 0 THEN
        EXECUTE replace(v_text, v_old, v_old || ' reserved = r.reserved + x.reserved_delta,');
    END IF;
END $do$;
