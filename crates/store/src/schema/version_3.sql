-- Step from version 2 to 3: market and reference series, what the risk index weighs by, nodes pinned by hand, and how pictures
-- are dressed.

-- The numbers of a series stand in one value: they come and go together, and a history of a million rows would be slower
-- than the numbers are worth. `series.rs` says how they are packed.
CREATE TABLE series (
    id      INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    handle  TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 200),
    name    TEXT NOT NULL CHECK (length(name) <= 500),
    unit    TEXT NOT NULL CHECK (length(unit) <= 200),
    measure TEXT NOT NULL,
    closes  TEXT NOT NULL CHECK (length(closes) <= 100),
    origin  TEXT NOT NULL CHECK (length(origin) <= 2000),
    points  BLOB NOT NULL,
    seal    INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Only weights that differ from the usual ones.
CREATE TABLE weight (
    name  TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
    value REAL NOT NULL CHECK (value BETWEEN 0 AND 36500),
    seal  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Nodes that stand where they were put on a chart of relations, by chart and id: "causes 12". x and y mean what the chart
-- takes them for: `model::Spot`.
CREATE TABLE pin (
    node TEXT NOT NULL PRIMARY KEY CHECK (length(node) BETWEEN 1 AND 200),
    x    REAL NOT NULL CHECK (x BETWEEN -1000000 AND 1000000),
    y    REAL NOT NULL CHECK (y BETWEEN -1000000 AND 1000000),
    seal INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The logo and named settings of exports, by key; `model::Settings` says which there are.
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 300),
    value TEXT NOT NULL CHECK (length(value) <= 2000000),
    seal  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
