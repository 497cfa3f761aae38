//! Finding in the index of the sample, and keeping it up to date.

use model::{Event, EventId, Workspace};

use super::Index;

fn sample() -> Workspace {
    crate::session::sample::workspace().unwrap()
}

fn in_words(workspace: &Workspace, ids: Vec<EventId>) -> String {
    let handle = |id: EventId| workspace.event(id).unwrap().handle.clone();
    ids.into_iter().map(handle).collect::<Vec<_>>().join(" ")
}

#[test]
fn completion_is_by_handle_beginnings_contents_and_slips() {
    let sample = sample();
    let index = Index::new(&sample);
    for (typed, wanted) in [
        ("e03", "E03"),
        ("E0", "E01 E02 E03 E04"),
        ("geneva", "X01 X02 E03"),
        ("baghd", "C05 E26 E21"),
        ("baghdad emb", "C05 E21"),
        ("embasy bagdad", "C05 E21"),
        ("hegesth", "E23"),
        ("clear", "X14 X13 E20 C04"),
        ("zzzz", ""),
    ] {
        assert_eq!(
            in_words(&sample, index.complete(typed, 4)),
            wanted,
            "{typed}"
        );
    }
    assert_eq!(index.complete("", 3).len(), 3);
}

#[test]
fn words_mean_the_events_that_have_them_all() {
    let sample = sample();
    let index = Index::new(&sample);
    for (typed, wanted) in [
        ("E21", "E21"),
        ("us-china trade war", "C03"),
        ("trade talks geneva", "E03"),
        ("baghdad", "C05 E26 E21"),
        ("bagdad", ""),
        ("Iranian strike", "H03"),
        ("", ""),
    ] {
        assert_eq!(in_words(&sample, index.meant(typed, 9)), wanted, "{typed}");
    }
}

#[test]
fn what_changed_is_found_again() {
    let mut workspace = sample();
    let mut index = Index::new(&workspace);
    let renamed = workspace.events[4].id;
    workspace.events[4].title = String::from("Zeppelins over Geneva");
    let gone = workspace.events.remove(7);
    let new = EventId(1_000_000);
    workspace
        .events
        .push(Event::titled(new, "E99", "Zeppelins land"));
    index.update(&workspace);
    assert_eq!(index.complete("zeppelins", 9), [new, renamed]);
    assert_eq!(index.complete("e99", 1), [new]);
    assert!(!index.complete(&gone.title, 9).contains(&gone.id));
    assert_eq!(index.len(), workspace.events.len());
    let again = Index::new(&workspace);
    for typed in ["geneva", "us", "iran nuclear", "e1"] {
        assert_eq!(
            index.complete(typed, 50),
            again.complete(typed, 50),
            "{typed}"
        );
    }
}
