-- Strategies are records like all master data; what the others need stays as it is.
ALTER FUNCTION api.apply_records_1 RENAME TO apply_other_records_1;

CREATE FUNCTION api.check_strategy_1(k jsonb, f jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_name text;
    v jsonb;
    t text;
BEGIN
    t := k->>'code';
    IF k - '{scope,code}'::text[] <> '{}' OR jsonb_typeof(k->'code') IS DISTINCT FROM 'string'
       OR coalesce(k->>'scope', '') <> ALL ('{named,company,partner,order}'::text[]) THEN
        PERFORM api.refuse_record_1('ShapeRefused', 'scope');
    ELSIF t = '' THEN
        PERFORM api.refuse_record_1('FieldMissing', 'code');
    ELSIF NOT api.printable_1(t, 50) OR t IS NOT NFC NORMALIZED THEN
        PERFORM api.refuse_record_1('InvalidCode', t);
    END IF;
    FOR v_name, v IN SELECT e.key, e.value FROM jsonb_each(f) e LOOP
        t := v #>> '{}';
        IF v_name = 'active' AND jsonb_typeof(v) = 'boolean' THEN
            NULL;
        ELSIF v_name NOT IN ('rules', 'uses') OR jsonb_typeof(v) <> 'string' THEN
            PERFORM api.refuse_record_1('ShapeRefused', v_name);
        ELSIF t <> '' AND v_name = 'uses' AND NOT api.printable_1(t, 200) THEN
            PERFORM api.refuse_record_1('InvalidName', t);
        -- Which rules there are is known to the programs; what they do not know they do not use.
        ELSIF t <> '' AND v_name = 'rules' AND (char_length(t) > 2000 OR t !~ '^\{.*\}$') THEN
            PERFORM api.refuse_record_1('ShapeRefused', v_name);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION api.apply_strategy_1(p_command uuid, p_at timestamptz, x jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    k jsonb := x->'key';
    f jsonb := x->'fields';
    v_key text := concat_ws('/', k->>'scope', k->>'code');
    v_before jsonb;
    v_version bigint;
    v_expected bigint := (x->>'expected')::bigint;
BEGIN
    PERFORM api.check_strategy_1(k, f);
    v_before := (SELECT to_jsonb(t) FROM strategies t WHERE t.scope = k->>'scope'
        AND t.code = k->>'code' FOR UPDATE);
    v_version := (v_before->>'version')::bigint;
    IF v_expected IS NULL AND v_before IS NOT NULL THEN
        PERFORM api.refuse_record_1('Exists', 'strategy ' || v_key);
    ELSIF v_expected IS NOT NULL AND v_before IS NULL THEN
        PERFORM api.refuse_record_1('Unknown', 'strategy ' || v_key);
    ELSIF v_expected <> v_version THEN
        RAISE EXCEPTION 'conflict' USING ERRCODE = 'TB001',
            DETAIL = format('r%s:%s:strategy %s', v_expected, v_version, v_key);
    END IF;
    v_version := coalesce(v_version, 0) + 1;
    f := f || k || jsonb_build_object('version', v_version);
    IF v_before IS NULL THEN
        INSERT INTO strategies SELECT scope, code, coalesce(rules, ''), coalesce(uses, ''),
            coalesce(active, true), version FROM jsonb_populate_record(NULL::strategies, f);
    ELSE
        UPDATE strategies t SET (rules, uses, active, version) = (SELECT rules, uses, active, version
            FROM jsonb_populate_record(t, f)) WHERE t.scope = k->>'scope' AND t.code = k->>'code';
    END IF;
    INSERT INTO changes (entity, key, version, command_id, actor, at, before, after)
        VALUES ('strategy', v_key, v_version, p_command, session_user, p_at,
                CASE WHEN v_before IS NULL THEN NULL ELSE (SELECT jsonb_object_agg(b.key, b.value)
                    FROM jsonb_each(v_before) b WHERE f ? b.key AND NOT k ? b.key AND b.key <> 'version') END,
                f - 'version');
END $$;

CREATE FUNCTION api.apply_records_1(p_command uuid, p_at timestamptz, p_allowed text[],
                                    p_records jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_others jsonb := coalesce((SELECT jsonb_agg(e.r ORDER BY e.n)
        FROM jsonb_array_elements(p_records) WITH ORDINALITY e (r, n)
        WHERE e.r->>'entity' IS DISTINCT FROM 'strategy'), '[]');
    x jsonb;
BEGIN
    IF v_others <> '[]' THEN
        PERFORM api.apply_other_records_1(p_command, p_at, p_allowed, v_others);
    END IF;
    FOR x IN SELECT e FROM jsonb_array_elements(p_records) e WHERE e->>'entity' = 'strategy'
        ORDER BY e->'key'->>'scope', e->'key'->>'code' LOOP
        IF 'strategy' <> ALL (p_allowed) THEN
            RAISE EXCEPTION 'shape: record strategy' USING ERRCODE = 'TB005';
        END IF;
        PERFORM api.apply_strategy_1(p_command, p_at, x);
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION api.check_strategy_1, api.apply_strategy_1, api.apply_records_1 FROM PUBLIC;
