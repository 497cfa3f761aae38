//! x
use std::time::Instant;
use api::words::Preset;
use bench::relations::{charts, in_window, linked, on_page, session};

#[test]
fn explore() {
    let folder = tempfile::tempdir().unwrap();
    let sizes = [10, 12, 15, 18, 22, 26, 30, 36, 43, 50, 60, 70, 80, 95, 110, 130, 160, 200, 250, 300];
    let presets: Vec<Preset> = chart::PRESETS.iter().map(|it| it.word.parse().unwrap()).collect();
    let sample = app::Session::new_sample(folder.path().join("sample.faultline")).unwrap();
    let show = |name: &str, d: &bench::relations::Drawn, ms: u128| {
        println!("{name} {ms} ms {}x{} letters {:.1} fills {:.2?} crossings {} events {} counts {} ", d.scene.width_px * d.scale, d.scene.height_px * d.scale, d.letters(), d.fills(), d.legible.crossings, d.events(), d.counts);
        let f = d.faults();
        for it in f.iter().take(4) { println!("      {it}"); }
        if f.len() > 4 { println!("      ... {}", f.len()); }
    };
    for preset in &presets {
        for (name, chart) in charts() {
            let t = Instant::now();
            let d = on_page(&sample, &chart, *preset).unwrap();
            show(&format!("sample {preset:?} {name}"), &d, t.elapsed().as_millis());
        }
    }
    for size in [[862.0, 700.0], [484.0, 560.0], [1340.0, 1000.0]] {
        for (name, chart) in charts() {
            let t = Instant::now();
            let d = in_window(&sample, &chart, size).unwrap();
            show(&format!("sample {size:?} {name}"), &d, t.elapsed().as_millis());
        }
    }
    for (at, size) in sizes.into_iter().enumerate() {
        let s = session(&linked(size, at as u64 + 1).unwrap(), &folder.path().join("made.faultline")).unwrap();
        for preset in [Preset::Slide, presets[at % presets.len()]] {
            for (name, chart) in charts() {
                let t = Instant::now();
                let d = on_page(&s, &chart, preset).unwrap();
                show(&format!("{size} seed {} {preset:?} {name}", at + 1), &d, t.elapsed().as_millis());
            }
        }
    }
}
