-- Step from version 3 to 4: words are folded and cut by the program, sources that are cited are found too. The table of
-- words follows this file; the program fills it after.

DROP TRIGGER event_text_insert;
DROP TRIGGER event_text_update;
DROP TRIGGER event_text_delete;
DROP TRIGGER event_text_actor_insert;
DROP TRIGGER event_text_actor_update;
DROP TRIGGER event_text_actor_delete;
DROP TRIGGER event_text_actor_known;
DROP TRIGGER event_text_actor_renamed;
DROP TABLE event_text;
