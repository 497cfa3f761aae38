-- Words of events, for searching. Derived: triggers keep it, nothing else writes it, and it can be made anew.
-- Not INSERT OR REPLACE: in a trigger the conflict rule of the outer statement would win, and old words would stay.

CREATE VIRTUAL TABLE event_text USING fts5 (
    title, summary, actors, handle,
    content = '', contentless_delete = 1,
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER event_text_insert AFTER INSERT ON event BEGIN
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    VALUES (new.id, new.title, new.summary, '', new.handle);
END;

CREATE TRIGGER event_text_update AFTER UPDATE OF title, summary, handle ON event BEGIN
    DELETE FROM event_text WHERE rowid = new.id;
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    VALUES (new.id, new.title, new.summary,
        (SELECT coalesce(group_concat(actor.name, ' '), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = new.id),
        new.handle);
END;

CREATE TRIGGER event_text_delete AFTER DELETE ON event BEGIN
    DELETE FROM event_text WHERE rowid = old.id;
END;

CREATE TRIGGER event_text_actor_insert AFTER INSERT ON event_actor BEGIN
    DELETE FROM event_text WHERE rowid = new.event;
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' '), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id = new.event;
END;

CREATE TRIGGER event_text_actor_delete AFTER DELETE ON event_actor BEGIN
    DELETE FROM event_text WHERE rowid = old.event;
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' '), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id = old.event;
END;

-- An actor may be written after the events that name it, or change its name later.
CREATE TRIGGER event_text_actor_known AFTER INSERT ON actor BEGIN
    DELETE FROM event_text WHERE rowid IN (SELECT event FROM event_actor WHERE actor = new.id);
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' '), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id IN (SELECT event FROM event_actor WHERE actor = new.id);
END;

CREATE TRIGGER event_text_actor_renamed AFTER UPDATE OF name ON actor BEGIN
    DELETE FROM event_text WHERE rowid IN (SELECT event FROM event_actor WHERE actor = new.id);
    INSERT INTO event_text (rowid, title, summary, actors, handle)
    SELECT event.id, event.title, event.summary,
        (SELECT coalesce(group_concat(actor.name, ' '), '') FROM event_actor
            JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
        event.handle
    FROM event WHERE event.id IN (SELECT event FROM event_actor WHERE actor = new.id);
END;
