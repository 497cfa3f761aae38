//! Lines about links and what they mean.

use super::read;

fn in_words(line: &str) -> String {
    let basics = crate::session::sample::basics().unwrap();
    let it = read(&basics, line).unwrap();
    let mut said = vec![format!("{} {}", it.link_type, it.sign)];
    said.extend(it.strength.map(|it| it.to_string()));
    said.push(format!("{} {}", it.confidence, it.basis));
    said.extend(it.lag_days.map(|days| format!("{days} days")));
    said.extend(
        Some(it.note)
            .filter(|note| !note.is_empty())
            .map(|note| format!("({note})")),
    );
    for problem in it.problems {
        let units: Vec<u16> = line.encode_utf16().collect();
        let words = String::from_utf16(&units[problem.from as usize..problem.to as usize]).unwrap();
        said.push(format!("?? [{words}] {}", problem.message));
    }
    said.join(" | ")
}

#[test]
fn a_line_about_a_link() {
    for (line, wanted) in [
        ("", "leads_to + | moderate judged"),
        (
            "triggers high because AP says so",
            "triggers + | high judged | (AP says so)",
        ),
        (
            "Triggers + strong, low confidence, reported, after 3 days",
            "triggers + | strong | low reported | 3 days",
        ),
        ("leads to", "leads_to + | moderate judged"),
        (
            "contributes to weak",
            "contributes_to + | weak | moderate judged",
        ),
        ("contributes", "contributes_to + | moderate judged"),
        (
            "contributes_to lag:2w",
            "contributes_to + | moderate judged | 14 days",
        ),
        ("could lead to assumed", "could_cause + | moderate assumed"),
        ("could cause", "could_cause + | moderate judged"),
        ("block -", "blocks - | moderate judged"),
        (
            "is the stated reason for because: the White House says so",
            "claimed_cause + | moderate judged | (the White House says so)",
        ),
        ("evidence 0 conf:high", "evidence_for 0 | high judged"),
        (
            "triggesr a week later",
            "triggers + | moderate judged | 7 days",
        ),
        (
            "goes with same day",
            "associated 0 | moderate judged | 0 days",
        ),
        (
            "mitigates medium moderate",
            "mitigates - | medium | moderate judged",
        ),
        (
            "because of the talks",
            "leads_to + | moderate judged | (of the talks)",
        ),
        (
            "motivates Because … 🚢",
            "motivates + | moderate judged | (… 🚢)",
        ),
    ] {
        assert_eq!(in_words(line), wanted, "{line}");
    }
}

#[test]
fn what_does_not_fit_is_said() {
    for (line, wanted) in [
        (
            "mitigates +",
            "mitigates - | moderate judged | ?? [+] \"mitigates\" has the sign -, not +",
        ),
        (
            "🚢 makes high",
            "leads_to + | high judged | ?? [🚢 makes] \"🚢 makes\" is not understood",
        ),
        (
            "triggers AP says so",
            "triggers + | moderate judged | ?? [AP says so] \"ap says so\" is not understood",
        ),
        (
            "triggers blocks",
            "triggers + | moderate judged | ?? [blocks] \"blocks\" is not understood",
        ),
        (
            "causes after lunch",
            "causes + | moderate judged | ?? [after lunch] \"after lunch\" is not understood",
        ),
    ] {
        assert_eq!(in_words(line), wanted, "{line}");
    }
}

proptest::proptest! {
    #[test]
    fn every_line_means_something(line in "(triggers|because|after 3|days|lag:|conf:|[+-]|\\PC{0,6}| ){0,12}") {
        let _ = in_words(&line);
    }
}
