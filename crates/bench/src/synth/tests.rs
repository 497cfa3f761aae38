//! What is made up is the same each time and shaped as it says.

use api::FaultCode;
use app::Session;

use super::{Recipe, Synth};

const RECIPE: Recipe = Recipe {
    events: 4000,
    seed: 7,
};

#[test]
fn it_is_the_same_each_time_and_opens_as_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("some.faultline");
    let synth = Synth::new(RECIPE).unwrap();
    synth.write(&path, false, |_| {}).unwrap();
    let again = Synth::new(RECIPE).unwrap();
    assert_eq!(
        **Session::open(&path).unwrap().workspace(),
        again.workspace()
    );
    let other = Synth::new(Recipe { seed: 8, ..RECIPE }).unwrap();
    assert_ne!(other.workspace().events, again.workspace().events);

    let refused = synth.write(&path, false, |_| {}).unwrap_err();
    assert_eq!(refused.code, FaultCode::Exists);
    synth.write(&path, true, |_| {}).unwrap();
}

#[test]
fn it_is_shaped_like_real_data() {
    let all = Synth::new(RECIPE).unwrap().workspace();
    assert_eq!((all.events.len(), all.links.len()), (4000, 1200));
    let share = |count: usize| count as f64 / all.events.len() as f64;
    let spans = all.events.iter().filter(|it| {
        let date = it.date.as_ref();
        date.is_some_and(|it| it.edtf.to_string().contains('/'))
    });
    assert!((0.25..0.35).contains(&share(spans.count())));
    let undated = all.events.iter().filter(|it| it.date.is_none()).count();
    assert!((0.001..0.03).contains(&share(undated)), "{undated}");
    let grave = all.events.iter().filter(|it| it.severity == 5).count();
    assert!((1..80).contains(&grave));
    assert!(all.links.iter().all(|it| it.cause < it.effect));
    let mut degrees = vec![0; 4001];
    for link in &all.links {
        degrees[usize::try_from(link.cause.0).unwrap()] += 1;
    }
    assert!(degrees.iter().max() >= Some(&20), "no hub");
}
