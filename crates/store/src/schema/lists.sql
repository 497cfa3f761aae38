-- What events are filed under. References are checked at commit, so that order of writing does not matter.

CREATE TABLE theme (
    id       INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    handle   TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 200),
    name     TEXT NOT NULL CHECK (length(name) <= 500),
    parent   INTEGER REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
    hue      TEXT NOT NULL,
    position INTEGER NOT NULL          -- order of lanes
) STRICT;
CREATE INDEX theme_parent ON theme (parent);

CREATE TABLE category (
    id     INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    handle TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 200),
    name   TEXT NOT NULL CHECK (length(name) <= 500),
    parent INTEGER REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
    cameo  TEXT NOT NULL,
    plover TEXT NOT NULL
) STRICT;
CREATE INDEX category_parent ON category (parent);

CREATE TABLE actor (
    id      INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    handle  TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 200),
    name    TEXT NOT NULL CHECK (length(name) <= 500),
    parent  INTEGER REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
    country TEXT NOT NULL
) STRICT;
CREATE INDEX actor_parent ON actor (parent);

CREATE TABLE place (
    id            INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    name          TEXT NOT NULL CHECK (length(name) <= 500),
    latitude_deg  REAL CHECK (latitude_deg BETWEEN -90 AND 90),
    longitude_deg REAL CHECK (longitude_deg BETWEEN -180 AND 180),
    country       TEXT NOT NULL
) STRICT;

CREATE TABLE layer (
    id   INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    name TEXT NOT NULL CHECK (length(name) <= 500),
    "on" INTEGER NOT NULL CHECK ("on" IN (0, 1))
) STRICT;

CREATE TABLE scale (
    name     TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scale_word (
    scale        TEXT NOT NULL REFERENCES scale (name) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position     INTEGER NOT NULL,
    word         TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 200),
    low_percent  INTEGER NOT NULL CHECK (low_percent BETWEEN 0 AND 100),
    high_percent INTEGER NOT NULL CHECK (high_percent BETWEEN low_percent AND 100),
    PRIMARY KEY (scale, position)
) STRICT, WITHOUT ROWID;
