-- Step from version 3 to 4: words are folded and cut by the program, sources that are cited are found too; pins hold a row and
-- a neighbor instead of pixels. The table of words follows this file; the program fills it after, and converts the pins.

DROP TRIGGER event_text_insert;
DROP TRIGGER event_text_update;
DROP TRIGGER event_text_delete;
DROP TRIGGER event_text_actor_insert;
DROP TRIGGER event_text_actor_update;
DROP TRIGGER event_text_actor_delete;
DROP TRIGGER event_text_actor_known;
DROP TRIGGER event_text_actor_renamed;
DROP TABLE event_text;

-- Nodes pinned on a chart of relations, by chart and id ("causes 12"), with the row and the node before it there; see
-- `model::Slot`. The table "pin" had pixels. The program converts them, as a step, and leaves it empty; it stays for the steps
-- of version 3 that wrote to it.
CREATE TABLE pin_slot (
    node  TEXT NOT NULL PRIMARY KEY CHECK (length(node) BETWEEN 1 AND 200),
    "row" REAL NOT NULL CHECK ("row" BETWEEN -1000000 AND 1000000),
    after INTEGER CHECK (after BETWEEN 1 AND 9007199254740991),
    seal  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- How a chart of relations was laid out last; see `model::Hint`. Ids with spaces between them, a line for each row, an empty
-- line between parts. No step of the history: the program writes it, and can do without it.
CREATE TABLE hint (
    board TEXT NOT NULL PRIMARY KEY CHECK (length(board) BETWEEN 1 AND 200),
    rows  TEXT NOT NULL CHECK (length(rows) <= 100000000),
    seal  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
