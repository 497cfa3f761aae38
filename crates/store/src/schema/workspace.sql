-- The workspace itself and what was done to it.

CREATE TABLE workspace (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    name  TEXT NOT NULL CHECK (length(name) <= 500),
    as_of INTEGER                      -- days since 1970-01-01
) STRICT;

CREATE TABLE history (
    seq    INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,              -- what was done, in words
    at     INTEGER,                    -- seconds since 1970-01-01 UTC, if the caller said
    tables TEXT NOT NULL               -- tables touched, separated by spaces
) STRICT;
