//! A series that is loaded again: which one it is, and what that changes, in words.

use exchange::series::Merged;
use model::Series;

/// The series with this handle, or else with this name.
pub(super) fn known<'a>(
    all: &[&'a Series],
    handle: &str,
    name: Option<&str>,
) -> Option<&'a Series> {
    let has_handle = |it: &&&Series| it.handle.eq_ignore_ascii_case(handle);
    let name = name.map(str::trim);
    let has_name = |it: &&&Series| name.is_some_and(|name| it.name.eq_ignore_ascii_case(name));
    let found = all.iter().find(has_handle);
    found.or_else(|| all.iter().find(has_name)).copied()
}

/// "5 days are new, 2 changed, 1 is not in the file and is kept".
pub(super) fn in_words(it: Merged) -> String {
    let days = |count: usize| match count {
        1 => String::from("1 day is"),
        many => format!("{many} days are"),
    };
    let mut parts = Vec::new();
    if it.new > 0 {
        parts.push(format!("{} new", days(it.new)));
    }
    if it.changed > 0 {
        parts.push(format!("{} changed", days(it.changed)));
    }
    if it.gone > 0 {
        let kept = if it.gone == 1 { "is" } else { "are" };
        parts.push(format!("{} not in the file and {kept} kept", days(it.gone)));
    }
    match parts.is_empty() {
        true => String::from("nothing is new"),
        false => parts.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use exchange::series::Merged;

    use super::in_words;

    #[test]
    fn what_changes_is_said_in_days() {
        for ([new, changed, gone], words) in [
            ([0, 0, 0], "nothing is new"),
            ([1, 0, 0], "1 day is new"),
            ([5, 0, 0], "5 days are new"),
            ([0, 1, 0], "1 day is changed"),
            ([0, 0, 1], "1 day is not in the file and is kept"),
            ([0, 0, 3], "3 days are not in the file and are kept"),
            (
                [5, 2, 1],
                "5 days are new, 2 days are changed, 1 day is not in the file and is kept",
            ),
        ] {
            assert_eq!(in_words(Merged { new, changed, gone }), words);
        }
    }
}
