-- Words of events, for searching, folded and cut by `words.rs`, so nothing is left to the tokenizer but to cut at blanks.
-- Derived: `search` keeps it, and it can be made again.
CREATE VIRTUAL TABLE event_text USING fts5 (
    title, summary, actors, handle, sources,
    content = '', contentless_delete = 1,
    prefix = '2 3',
    tokenize = 'ascii'
);
