-- Claims of cause and effect. Two links between the same two events are two claims: no uniqueness here.

CREATE TABLE link_type (
    handle     TEXT NOT NULL PRIMARY KEY CHECK (length(handle) BETWEEN 1 AND 200),
    label      TEXT NOT NULL,
    sign       TEXT NOT NULL,
    order_rule TEXT NOT NULL,
    what_if    TEXT NOT NULL,
    meaning    TEXT NOT NULL,
    position   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    id         INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    cause      INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    effect     INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    link_type  TEXT NOT NULL REFERENCES link_type (handle) DEFERRABLE INITIALLY DEFERRED,
    wording    TEXT NOT NULL,
    strength   TEXT,
    confidence TEXT NOT NULL,
    lag_days   INTEGER,
    basis      TEXT NOT NULL,
    note       TEXT NOT NULL,
    rivals     TEXT NOT NULL,
    CHECK (cause <> effect)
) STRICT;
CREATE INDEX link_cause ON link (cause);
CREATE INDEX link_effect ON link (effect);
CREATE INDEX link_link_type ON link (link_type);
