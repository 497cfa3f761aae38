-- Events. A date is its words, its EDTF and its bounds: days since 1970-01-01 and, where said, seconds of the day.
-- Bounds are kept although they follow from the EDTF, because an analyst may know more than the EDTF can say.

CREATE TABLE event (
    id                    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    handle                TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 200),
    kind                  TEXT NOT NULL,
    status                TEXT NOT NULL,
    title                 TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 2000),
    summary               TEXT NOT NULL CHECK (length(summary) <= 1000000),
    date_words            TEXT,
    date_edtf             TEXT,
    start_earliest_day    INTEGER,
    start_earliest_second INTEGER CHECK (start_earliest_second BETWEEN 0 AND 86399),
    start_latest_day      INTEGER,
    start_latest_second   INTEGER CHECK (start_latest_second BETWEEN 0 AND 86399),
    end_earliest_day      INTEGER,
    end_earliest_second   INTEGER CHECK (end_earliest_second BETWEEN 0 AND 86399),
    end_latest_day        INTEGER,
    end_latest_second     INTEGER CHECK (end_latest_second BETWEEN 0 AND 86399),
    date_note             TEXT NOT NULL,
    category              INTEGER REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
    cameo                 TEXT NOT NULL,
    plover                TEXT NOT NULL,
    severity              INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 5),
    tone                  TEXT NOT NULL,
    likelihood            TEXT,
    confidence            TEXT,
    layer                 INTEGER REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
    concerns              INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((date_words IS NULL) = (date_edtf IS NULL)),
    CHECK (concerns IS NULL OR concerns <> id)
) STRICT;
CREATE INDEX event_category ON event (category);
CREATE INDEX event_layer ON event (layer);
CREATE INDEX event_concerns ON event (concerns);
CREATE INDEX event_start ON event (start_earliest_day);

CREATE TABLE event_theme (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    theme    INTEGER NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_theme_theme ON event_theme (theme);

CREATE TABLE event_actor (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    actor    INTEGER NOT NULL REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
    role     TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actor_actor ON event_actor (actor);

CREATE TABLE event_place (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    place    INTEGER NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_place_place ON event_place (place);

CREATE TABLE event_figure (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    unit     TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_tag (
    event    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    tag      TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
