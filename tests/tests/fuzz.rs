//! The bodies of `fuzz/` with made-up input, a few hundred of each in every run.

#[path = "../../fuzz/bodies.rs"]
mod bodies;

use proptest::prelude::*;

/// Bytes that edit a seed.
fn edits() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 5..60)
}

/// Text made of what dates are made of.
fn nearly_a_date() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "early",
            "late",
            "May",
            "June",
            "2025",
            "11",
            "9",
            "to",
            "-",
            "/",
            "or",
            "and",
            "Q1",
            "H2",
            "on a day",
            "in a month",
            "between",
            "before",
            "since",
            "?",
            "~",
            "[",
            "..",
            "]",
            ",",
            "X",
            "201X",
            "2025-06-11",
            "week of",
            "BC",
            "18:30",
            "UTC",
            "winter",
            "about",
            "until",
            "32",
        ]),
        0..7,
    )
    .prop_map(|words| words.join(" "))
}

/// The bytes of a seed are edited, so that much of it is still read.
fn check(seed: &[u8], edits: &[u8], body: fn(&[u8])) {
    body(edits);
    body(&bodies::edited(seed, edits));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_a_date_or_a_reason(text in nearly_a_date(), edits in edits()) {
        bodies::dates(text.as_bytes());
        check(text.as_bytes(), &edits, bodies::dates);
    }

    #[test]
    fn any_bytes_are_a_picture_or_refused(edits in edits()) {
        check(bodies::wire_seed(), &edits, bodies::wire);
    }

    #[test]
    fn any_bytes_are_a_workspace_in_json_or_refused(edits in edits()) {
        check(bodies::json_seed(), &edits, bodies::json);
    }

    #[test]
    fn any_bytes_are_a_series_or_refused(edits in edits()) {
        check(bodies::SERIES_SEED, &edits, bodies::series);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_bytes_are_saved_or_refused(edits in edits()) {
        check(bodies::file_seed(), &edits, bodies::salvaged);
    }
}

/// Without edits the seeds are read: what the properties start from is not refused at once.
#[test]
fn the_seeds_are_read() {
    assert!(scene::wire::decode(bodies::wire_seed()).is_ok());
    assert!(exchange::whole::from_json(bodies::json_seed()).is_ok());
    let read = exchange::series::read(bodies::SERIES_SEED, &exchange::series::Answers::default());
    assert_eq!(read.map(|it| it.offers.len()).ok(), Some(1));
    bodies::salvaged(bodies::file_seed());
}

/// Edits that once were saved as a file that was not whole.
#[test]
fn edits_that_were_found() {
    let edits: [u8; 10] = [0, 64, 0, 56, 0, 193, 111, 191, 128, 0];
    check(bodies::file_seed(), &edits, bodies::salvaged);
}
