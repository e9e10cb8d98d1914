-- How stock is chosen for orders: rules that somebody saved by a name, and who uses which.
CREATE TABLE strategies (
    scope $text NOT NULL CHECK (scope IN ('named', 'company', 'partner', 'order')),
    code $text NOT NULL,
    rules $text NOT NULL DEFAULT '',
    uses $text NOT NULL DEFAULT '',
    active $bool NOT NULL DEFAULT $true,
    version $id NOT NULL DEFAULT 1 CHECK (version >= 1),
    PRIMARY KEY (scope, code)
) $table;
