-- The words $id, $qty, … are those of docs/contract: each engine has its own column type.

CREATE TABLE warehouses (
    code $text PRIMARY KEY,
    name $text NOT NULL,
    time_zone $text NOT NULL,
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1)
) $table;

CREATE TABLE zones (
    warehouse_code $text NOT NULL REFERENCES warehouses (code),
    zone_number $int NOT NULL CHECK (zone_number > 0),
    name $text NOT NULL,
    storage_condition $text NOT NULL
        CHECK (storage_condition IN ('room_temperature', 'refrigerated', 'frozen')),
    capacity $qty CHECK (capacity >= 0),
    allocation_priority $int,
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    PRIMARY KEY (warehouse_code, zone_number),
    UNIQUE (warehouse_code, zone_number, storage_condition)
) $table;

CREATE TABLE bins (
    warehouse_code $text NOT NULL,
    zone_number $int NOT NULL,
    code $text NOT NULL,
    walk_order $int NOT NULL DEFAULT 0,
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    PRIMARY KEY (warehouse_code, zone_number, code),
    FOREIGN KEY (warehouse_code, zone_number) REFERENCES zones (warehouse_code, zone_number)
) $table;

CREATE TABLE products (
    code $text PRIMARY KEY,
    name $text NOT NULL,
    category $text NOT NULL DEFAULT '',
    barcode $text NOT NULL DEFAULT '',
    storage_condition $text NOT NULL
        CHECK (storage_condition IN ('room_temperature', 'refrigerated', 'frozen')),
    unit $text NOT NULL,
    quantity_decimals $int NOT NULL DEFAULT 0 CHECK (quantity_decimals BETWEEN 0 AND 3),
    reorder_point $qty CHECK (reorder_point >= 0),
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    UNIQUE (code, storage_condition)
) $table;
CREATE INDEX products_by_barcode ON products (barcode);

CREATE TABLE lots (
    product_code $text NOT NULL REFERENCES products (code),
    lot $text NOT NULL CHECK (lot <> ''),
    expires_on $date,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    PRIMARY KEY (product_code, lot)
) $table;
CREATE INDEX lots_by_lot ON lots (lot);

CREATE TABLE partners (
    code $text PRIMARY KEY,
    name $text NOT NULL,
    kind $text NOT NULL CHECK (kind IN ('customer', 'supplier')),
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1)
) $table;

CREATE TABLE people (
    login $text PRIMARY KEY,
    name $text NOT NULL,
    role $text NOT NULL CHECK (role IN ('viewer', 'staff', 'supervisor', 'admin')),
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1)
) $table;

CREATE TABLE commands (
    command_id $uuid NOT NULL PRIMARY KEY,
    kind $text NOT NULL,
    content_hash $blob NOT NULL,
    actor $text NOT NULL,
    at $time NOT NULL,
    outcome $text NOT NULL CHECK (outcome IN ('committed', 'abandoned')),
    undoes $uuid
) $clustered;

-- Goods in a zone of another condition are impossible: both foreign keys carry the condition.
CREATE TABLE stock (
    id $identity,
    warehouse_code $text NOT NULL,
    zone_number $int NOT NULL,
    bin $text NOT NULL,
    product_code $text NOT NULL,
    lot $text NOT NULL,
    status $text NOT NULL CHECK (status IN ('available', 'quarantined', 'damaged')),
    storage_condition $text NOT NULL,
    received_at $time NOT NULL,
    on_hand $qty NOT NULL,
    reserved $qty NOT NULL,
    version $id NOT NULL CHECK (version >= 1),
    CHECK (on_hand >= 0),
    CHECK (reserved >= 0 AND reserved <= on_hand),
    UNIQUE (warehouse_code, zone_number, bin, product_code, lot, status),
    FOREIGN KEY (warehouse_code, zone_number, storage_condition)
        REFERENCES zones (warehouse_code, zone_number, storage_condition),
    FOREIGN KEY (product_code, storage_condition) REFERENCES products (code, storage_condition),
    FOREIGN KEY (warehouse_code, zone_number, bin)
        REFERENCES bins (warehouse_code, zone_number, code),
    FOREIGN KEY (product_code, lot) REFERENCES lots (product_code, lot)
) $table;
CREATE INDEX stock_by_product ON stock (product_code, received_at, id);

-- The ledger. No foreign keys: only the commit writes it, from rows it has just locked, and
-- `verify` checks the rest; with them a batch is 1.7 times slower.
CREATE TABLE stock_events (
    stock_id $id NOT NULL,
    version $id NOT NULL CHECK (version >= 1),
    kind $text NOT NULL,
    on_hand_delta $qty NOT NULL,
    reserved_delta $qty NOT NULL,
    on_hand_after $qty NOT NULL,
    reserved_after $qty NOT NULL,
    order_id $id,
    command_id $uuid NOT NULL,
    actor $text NOT NULL,
    reason $text NOT NULL DEFAULT '',
    at $time NOT NULL,
    PRIMARY KEY (stock_id, version)
) $clustered;
CREATE INDEX stock_events_by_command ON stock_events (command_id);

CREATE TABLE orders (
    id $identity,
    number $text NOT NULL UNIQUE,
    partner_code $text NOT NULL REFERENCES partners (code),
    priority $int,
    due_on $date,
    state $text NOT NULL CHECK (state IN ('draft', 'open', 'completed', 'cancelled')),
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1)
) $table;

CREATE TABLE order_lines (
    order_id $id NOT NULL REFERENCES orders (id),
    line_number $int NOT NULL CHECK (line_number > 0),
    product_code $text NOT NULL REFERENCES products (code),
    quantity $qty NOT NULL CHECK (quantity > 0 AND quantity <= 1000000000),
    PRIMARY KEY (order_id, line_number)
) $clustered;
CREATE INDEX order_lines_by_product ON order_lines (product_code);

CREATE TABLE allocations (
    id $identity,
    order_id $id,
    line_number $int,
    stock_id $id NOT NULL,
    quantity $qty NOT NULL CHECK (quantity > 0),
    state $text NOT NULL CHECK (state IN ('pending', 'open', 'shipped', 'released')),
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    CHECK ((order_id IS NULL) = (line_number IS NULL))
) $table;
CREATE INDEX allocations_by_stock ON allocations (stock_id, id) WHERE state IN ('pending', 'open');
CREATE INDEX allocations_by_order ON allocations (order_id, line_number) WHERE order_id IS NOT NULL;

CREATE TABLE holds (
    id $identity,
    stock_id $id NOT NULL,
    order_id $id,
    line_number $int,
    quantity $qty NOT NULL CHECK (quantity > 0),
    expires_at $time NOT NULL,
    state $text NOT NULL CHECK (state IN ('active', 'confirmed', 'released', 'expired')),
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    CHECK ((order_id IS NULL) = (line_number IS NULL))
) $table;
CREATE INDEX holds_by_stock ON holds (stock_id) WHERE state = 'active';
CREATE INDEX holds_by_order ON holds (order_id, line_number) WHERE order_id IS NOT NULL;

CREATE TABLE changes (
    entity $text NOT NULL,
    key $text NOT NULL,
    version $id NOT NULL CHECK (version >= 1),
    command_id $uuid NOT NULL,
    actor $text NOT NULL,
    at $time NOT NULL,
    before $json,
    after $json NOT NULL,
    PRIMARY KEY (entity, key, version)
) $clustered;
