//! Finding events by words.

use model::{Actor, ActorId, EventId, Participant};
use proptest::prelude::*;

use super::{event, new_file};
use crate::File;

fn found(file: &File, words: &str) -> Vec<i64> {
    let mut ids: Vec<_> = file
        .search(words, 50)
        .unwrap()
        .into_iter()
        .map(|it| it.0)
        .collect();
    ids.sort_unstable();
    ids
}

fn actor(name: &str) -> Actor {
    Actor {
        id: ActorId(1),
        handle: String::from("who"),
        name: name.to_owned(),
        parent: None,
        country: String::new(),
    }
}

#[test]
fn words_find_whatever_their_case_and_marks() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| {
        edit.put_event(&event(1, "Élysée warns Türkiye"))?;
        edit.put_event(&event(2, "Trade talks in Geneva"))?;
        edit.put_event(&event(3, "سفارة في بغداد"))
    })
    .unwrap();
    assert_eq!(found(&file, "elysee"), [1]);
    assert_eq!(found(&file, "TURK"), [1], "the last word is a beginning");
    assert_eq!(
        found(&file, "e\u{301}lyse\u{301}e"),
        [1],
        "marks apart from their letter"
    );
    assert_eq!(
        found(&file, "gen trade"),
        [] as [i64; 0],
        "only the last word is"
    );
    assert_eq!(found(&file, "trade gen"), [2]);
    assert_eq!(found(&file, "E3"), [3], "by handle");
    assert_eq!(found(&file, "بغداد"), [3]);
    assert_eq!(found(&file, "geneva baghdad"), [] as [i64; 0]);
}

#[test]
fn titles_come_before_summaries() {
    let (_folder, _path, mut file) = new_file();
    let mut aside = event(1, "Something else");
    aside.summary = String::from("Mentions Hormuz");
    file.change("Add", |edit| {
        edit.put_event(&aside)?;
        edit.put_event(&event(2, "Hormuz is closed"))
    })
    .unwrap();
    assert_eq!(file.search("hormuz", 9).unwrap(), [EventId(2), EventId(1)]);
    assert_eq!(file.search("hormuz", 1).unwrap(), [EventId(2)]);
}

#[test]
fn what_is_found_follows_every_change() {
    let (_folder, path, mut file) = new_file();
    let mut first = event(1, "Ships are seized");
    first.actors = vec![Participant {
        actor: ActorId(1),
        role: String::new(),
    }];
    file.change("Add, the actor last", |edit| {
        edit.put_event(&first)?;
        edit.put_actor(&actor("Aziz Nasirzadeh"))
    })
    .unwrap();
    assert_eq!(found(&file, "nasirz"), [1]);
    file.change("Rename", |edit| edit.put_actor(&actor("Defense minister")))
        .unwrap();
    assert_eq!(
        (found(&file, "nasirz"), found(&file, "minister")),
        (vec![], vec![1])
    );
    first.title = String::from("Tankers are boarded");
    first.actors.clear();
    file.change("Edit", |edit| edit.put_event(&first)).unwrap();
    assert_eq!(
        (
            found(&file, "ships"),
            found(&file, "minister"),
            found(&file, "tankers")
        ),
        (vec![], vec![], vec![1])
    );
    drop(file);
    assert_eq!(found(&File::open(path).unwrap(), "tankers"), [1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_words_are_an_error(words in ".*", mark in "[\"'*()^:+-]{0,6}(AND|OR|NOT|NEAR)?") {
        let (_folder, _path, file) = new_file();
        prop_assert!(file.search(&words, 9).is_ok());
        let marked = [mark.as_str(), " ", &words, &mark].concat();
        prop_assert!(file.search(&marked, 9).is_ok());
    }
}
