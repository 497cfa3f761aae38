-- Who said so, where, and on what sources disagree. Dates are kept as in event.

CREATE TABLE source (
    id                              INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    handle                          TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 200),
    outlet                          TEXT NOT NULL,
    title                           TEXT NOT NULL,
    author                          TEXT NOT NULL,
    published_words                 TEXT,
    published_edtf                  TEXT,
    published_start_earliest_day    INTEGER,
    published_start_earliest_second INTEGER CHECK (published_start_earliest_second BETWEEN 0 AND 86399),
    published_start_latest_day      INTEGER,
    published_start_latest_second   INTEGER CHECK (published_start_latest_second BETWEEN 0 AND 86399),
    published_end_earliest_day      INTEGER,
    published_end_earliest_second   INTEGER CHECK (published_end_earliest_second BETWEEN 0 AND 86399),
    published_end_latest_day        INTEGER,
    published_end_latest_second     INTEGER CHECK (published_end_latest_second BETWEEN 0 AND 86399),
    read_words                      TEXT,
    read_edtf                       TEXT,
    read_start_earliest_day         INTEGER,
    read_start_earliest_second      INTEGER CHECK (read_start_earliest_second BETWEEN 0 AND 86399),
    read_start_latest_day           INTEGER,
    read_start_latest_second        INTEGER CHECK (read_start_latest_second BETWEEN 0 AND 86399),
    read_end_earliest_day           INTEGER,
    read_end_earliest_second        INTEGER CHECK (read_end_earliest_second BETWEEN 0 AND 86399),
    read_end_latest_day             INTEGER,
    read_end_latest_second          INTEGER CHECK (read_end_latest_second BETWEEN 0 AND 86399),
    address                         TEXT NOT NULL,
    reliability                     TEXT,
    CHECK ((published_words IS NULL) = (published_edtf IS NULL)),
    CHECK ((read_words IS NULL) = (read_edtf IS NULL))
) STRICT;

CREATE TABLE claim (
    id      INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    event   INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    field   TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 200),
    value   TEXT NOT NULL,
    adopted INTEGER NOT NULL CHECK (adopted IN (0, 1))
) STRICT;
CREATE INDEX claim_event ON claim (event);
CREATE UNIQUE INDEX claim_adopted ON claim (event, field) WHERE adopted = 1;

-- A citation is about exactly one thing: an event, a claim or a link.
CREATE TABLE citation (
    id          INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    source      INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    event       INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    claim       INTEGER REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    link        INTEGER REFERENCES link (id) DEFERRABLE INITIALLY DEFERRED,
    quote       TEXT NOT NULL,
    locator     TEXT NOT NULL,
    credibility TEXT,
    stance      TEXT NOT NULL,
    CHECK ((event IS NOT NULL) + (claim IS NOT NULL) + (link IS NOT NULL) = 1)
) STRICT;
CREATE INDEX citation_source ON citation (source);
CREATE INDEX citation_event ON citation (event);
CREATE INDEX citation_claim ON citation (claim);
CREATE INDEX citation_link ON citation (link);
