-- Step from version 1 to 2: a history that can be walked, and checksums. `seal.rs` fills in the seals after this ran.

-- Checksum of a row and of what is part of it; see `seal.rs` for what it is made of.
ALTER TABLE workspace ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE theme     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE category  ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actor     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE layer     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE scale     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link_type ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link      ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source    ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim     ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE citation  ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;

-- What was done, as a tree: a change made after an undo is a new branch, and the old one stays.
CREATE TABLE step (
    number        INTEGER PRIMARY KEY CHECK (number > 0),
    parent        INTEGER NOT NULL CHECK (parent BETWEEN 0 AND number - 1),  -- 0: the empty beginning
    name          TEXT NOT NULL,           -- what was done, in words
    at            INTEGER,                 -- seconds since 1970-01-01 UTC, if the caller said
    tables        TEXT NOT NULL,           -- tables touched, separated by spaces
    version       INTEGER NOT NULL,        -- of the file when it was done
    changes_bytes INTEGER,                 -- length of the changeset; NULL where none was kept
    changes_seal  INTEGER,                 -- checksum of the changeset
    seal          INTEGER NOT NULL,
    CHECK ((changes_bytes IS NULL) = (changes_seal IS NULL))
) STRICT;
CREATE INDEX step_parent ON step (parent);

-- The changeset of a step as SQLite's session extension writes it, cut into parts of a bounded size.
CREATE TABLE step_part (
    step  INTEGER NOT NULL REFERENCES step (number) DEFERRABLE INITIALLY DEFERRED,
    part  INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (step, part)
) STRICT, WITHOUT ROWID;

-- Which events a step is about; of a link both ends, of a claim or citation its event.
CREATE TABLE step_event (
    event INTEGER NOT NULL,
    step  INTEGER NOT NULL REFERENCES step (number) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (event, step)
) STRICT, WITHOUT ROWID;

-- Where in the history the file stands, and the largest id that was ever given.
CREATE TABLE standing (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    step    INTEGER NOT NULL CHECK (step >= 0),
    last_id INTEGER NOT NULL CHECK (last_id BETWEEN 0 AND 9007199254740991),
    seal    INTEGER NOT NULL
) STRICT;

-- Steps of version 1 kept no changes: they are listed, and undo ends at them.
INSERT INTO step (number, parent, name, at, tables, version, seal)
SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq), name, at, tables, 1, 0 FROM history;
INSERT INTO standing (id, step, last_id, seal)
SELECT 1, (SELECT coalesce(max(number), 0) FROM step),
    (SELECT max(coalesce((SELECT max(id) FROM event), 0), coalesce((SELECT max(id) FROM link), 0),
        coalesce((SELECT max(id) FROM source), 0), coalesce((SELECT max(id) FROM citation), 0),
        coalesce((SELECT max(id) FROM claim), 0), coalesce((SELECT max(id) FROM theme), 0),
        coalesce((SELECT max(id) FROM category), 0), coalesce((SELECT max(id) FROM actor), 0),
        coalesce((SELECT max(id) FROM place), 0), coalesce((SELECT max(id) FROM layer), 0))), 0;
DROP TABLE history;

-- The words of an event must end right in whatever order its rows, its actors' rows and the actors come and go, because
-- undo and redo write table by table. So every trigger takes them from what is there at that moment.
DROP TRIGGER event_text_insert;
DROP TRIGGER event_text_update;
DROP TRIGGER event_text_delete;
DROP TRIGGER event_text_actor_insert;
DROP TRIGGER event_text_actor_delete;
DROP TRIGGER event_text_actor_known;
DROP TRIGGER event_text_actor_renamed;

CREATE TRIGGER event_text_insert AFTER INSERT ON event BEGIN
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    VALUES (new.id, new.title, new.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = new.id),
        new.handle);
END;

CREATE TRIGGER event_text_update AFTER UPDATE OF title, summary, handle ON event
WHEN old.title <> new.title OR old.summary <> new.summary OR old.handle <> new.handle BEGIN
    DELETE FROM event_text WHERE rowid = new.id;
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    VALUES (new.id, new.title, new.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = new.id),
        new.handle);
END;

CREATE TRIGGER event_text_delete AFTER DELETE ON event BEGIN
    DELETE FROM event_text WHERE rowid = old.id;
END;

CREATE TRIGGER event_text_actor_insert AFTER INSERT ON event_actor
WHEN EXISTS (SELECT 1 FROM event WHERE id = new.event) BEGIN
    DELETE FROM event_text WHERE rowid = new.event;
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id = new.event;
END;

CREATE TRIGGER event_text_actor_update AFTER UPDATE ON event_actor
WHEN old.actor <> new.actor OR old.position <> new.position OR old.event <> new.event BEGIN
    DELETE FROM event_text WHERE rowid IN (old.event, new.event);
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id IN (old.event, new.event);
END;

CREATE TRIGGER event_text_actor_delete AFTER DELETE ON event_actor
WHEN EXISTS (SELECT 1 FROM event WHERE id = old.event) BEGIN
    DELETE FROM event_text WHERE rowid = old.event;
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id = old.event;
END;

CREATE TRIGGER event_text_actor_known AFTER INSERT ON actor BEGIN
    DELETE FROM event_text WHERE rowid IN (SELECT event FROM event_actor WHERE actor = new.id);
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id IN (SELECT event FROM event_actor WHERE actor = new.id);
END;

CREATE TRIGGER event_text_actor_renamed AFTER UPDATE OF name ON actor WHEN old.name <> new.name BEGIN
    DELETE FROM event_text WHERE rowid IN (SELECT event FROM event_actor WHERE actor = new.id);
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id IN (SELECT event FROM event_actor WHERE actor = new.id);
END;

INSERT INTO event_text (event_text) VALUES ('delete-all');
INSERT INTO event_text (rowid, title, summary, actors, handle)
SELECT event.id, event.title, event.summary,
    (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '') FROM event_actor
        JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
    event.handle
FROM event ORDER BY event.id;
