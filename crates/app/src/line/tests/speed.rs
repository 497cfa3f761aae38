//! How long the verbs take at 100,000 events. Not a timed test: it prints milliseconds for people.
//! `cargo test -p app --release quick::tests::speed -- --ignored --nocapture`

use std::time::Instant;

use model::{
    Actor, ActorId, Event, EventId, FuzzyDate, Participant, Place, PlaceId, Theme, ThemeId,
};
use serde_json::{Value, json};

use crate::call;
use crate::session::Session;

const EVENTS: i64 = 100_000;
const WORDS: u64 = 12_000;

/// Numbers by chance, the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// Small numbers come often, as common words do.
    fn skewed(&mut self, end: u64) -> u64 {
        let one = self.below(end);
        let two = self.below(end);
        one * two / end * self.below(100) / 100
    }
}

fn word(number: u64) -> String {
    const SYLLABLES: [&str; 20] = [
        "ta", "ri", "ff", "iran", "chi", "na", "em", "bas", "sy", "trade", "war", "oil", "port",
        "nu", "cle", "ar", "ship", "mo", "ve", "gas",
    ];
    let mut left = number + 7;
    let mut text = String::new();
    while left > 0 {
        text.push_str(SYLLABLES[usize::try_from(left % 20).unwrap()]);
        left /= 20;
    }
    text
}

fn title(chance: &mut Chance) -> String {
    let count = 6 + chance.below(8);
    let words = (0..count).map(|_| word(chance.skewed(WORDS)));
    words.collect::<Vec<_>>().join(" ")
}

fn event(number: i64, chance: &mut Chance) -> Event {
    let id = |number: u64| i64::try_from(number + 1).unwrap();
    let day = format!(
        "20{:02}-{:02}-{:02}",
        10 + chance.below(16),
        1 + chance.below(12),
        1 + chance.below(28)
    );
    Event {
        date: Some(FuzzyDate::from_edtf(&day).unwrap()),
        themes: vec![ThemeId(id(chance.below(40)))],
        actors: (0..2)
            .map(|_| ActorId(id(chance.below(2_000))))
            .map(|actor| Participant {
                actor,
                role: String::new(),
            })
            .collect(),
        places: vec![PlaceId(id(chance.below(2_000)))],
        ..Event::titled(EventId(number), format!("E{number:02}"), title(chance))
    }
}

fn workspace() -> model::Workspace {
    let mut chance = Chance(1);
    let mut all = crate::session::sample::basics().unwrap();
    all.themes = (1..=40)
        .map(|it| Theme {
            id: ThemeId(it),
            handle: format!("theme-{it}"),
            name: format!("Theme {it}"),
            parent: None,
            hue: String::from("blue"),
        })
        .collect();
    all.actors = (1..=2_000_i64)
        .map(|it| Actor {
            id: ActorId(it),
            handle: format!("actor-{it}"),
            name: format!("{} {it}", word(it.unsigned_abs())),
            parent: None,
            country: String::new(),
        })
        .collect();
    all.places = (1..=2_000_i64)
        .map(|it| Place {
            id: PlaceId(it),
            name: format!("{} {it}, XX", word(it.unsigned_abs() * 3)),
            latitude_deg: None,
            longitude_deg: None,
            country: String::new(),
        })
        .collect();
    all.events = (1..=EVENTS).map(|it| event(it, &mut chance)).collect();
    all
}

fn timed(session: &mut Session, verb: &str, args: &Value) -> f64 {
    let start = Instant::now();
    call(session, verb, args.clone()).unwrap();
    start.elapsed().as_secs_f64() * 1_000.0
}

#[test]
#[ignore = "prints milliseconds; run it by hand, in release"]
fn at_a_hundred_thousand_events() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace();
    let mut session = Session::create(folder.path().join("a.faultline")).unwrap();
    session
        .change("Fill", |edit| edit.put_workspace(&workspace))
        .unwrap();
    let some = &workspace.events[77_777];
    let slip = some.title.replacen('r', "rr", 1);
    let start = Instant::now();
    session
        .words()
        .with(&session.workspace().clone(), |index| index.len());
    println!(
        "index made                    {:8.1} ms",
        start.elapsed().as_secs_f64() * 1_000.0
    );
    let head = |count: usize| {
        some.title
            .split(' ')
            .take(count)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let complete = |kind: &str, words: &str| ("complete", json!({ "kind": kind, "words": words }));
    let line = |text: String| ("understand", json!({ "line": text }));
    let asks: Vec<(String, (&str, Value))> = vec![
        ("event, one letter".into(), complete("event", "t")),
        ("event, a common word".into(), complete("event", "trade")),
        ("event, two words".into(), complete("event", &head(2))),
        (
            "event, slips".into(),
            complete(
                "event",
                &slip.split(' ').take(3).collect::<Vec<_>>().join(" "),
            ),
        ),
        (
            "event, nothing like it".into(),
            complete("event", "zzzzqqqq xxxxyyyy"),
        ),
        ("event, handle".into(), complete("event", "E777")),
        ("actor".into(), complete("actor", "tar")),
        ("actor, slips".into(), complete("actor", "chinaaranir")),
        ("place".into(), complete("place", "")),
        (
            "line, its own title".into(),
            line(format!("11 June 2025 {} #theme-3 @actor-77", some.title)),
        ),
        (
            "line, cause by words".into(),
            line(format!("11 June 2025 {} <- {}", head(3), head(4))),
        ),
        (
            "line, common words".into(),
            line("tari trade war oil port ship move gas ta ri".to_owned()),
        ),
    ];
    for (what, (verb, args)) in &asks {
        let mut times: Vec<f64> = (0..9).map(|_| timed(&mut session, verb, args)).collect();
        times.sort_by(f64::total_cmp);
        println!("{what:30}{:8.1} ms, worst {:.1}", times[4], times[8]);
    }
    println!(
        "add                           {:8.1} ms",
        timed(
            &mut session,
            "add",
            &json!({ "line": "Zeppelins land <- E777" })
        )
    );
    println!(
        "the first line after it       {:8.1} ms",
        timed(&mut session, asks[9].1.0, &asks[9].1.1)
    );
    println!(
        "look-alikes of all            {:8.1} ms",
        timed(&mut session, "look_alikes", &json!({}))
    );
}
