//! Measuring in the real window beside other programs: only where `FAULTLINE_BENCH` is set when it starts.

use app::{Fault, FaultCode};
use tauri::State;

use crate::opened::Opened;

/// Tells the page that it is measured.
const TOLD: &str = "Object.defineProperty(window, 'FAULTLINE_BENCH', { value: true });";

fn is_wanted() -> bool {
    std::env::var_os("FAULTLINE_BENCH").is_some()
}

/// What the page is to be told before it starts, if anything.
pub(crate) fn told() -> Option<&'static str> {
    is_wanted().then_some(TOLD)
}

/// Opens a workspace of so many of the events that other timelines are measured on.
#[tauri::command(async)]
pub(crate) fn bench_open(count: u64, opened: State<'_, Opened>) -> Result<(), Fault> {
    if !is_wanted() {
        return Err(
            Fault::new(FaultCode::UnknownVerb, "This window is not being measured")
                .help("Start it with FAULTLINE_BENCH set"),
        );
    }
    let path = std::env::temp_dir().join(format!("bench-{}.faultline", std::process::id()));
    app::bench::peers::write(&path, count)?;
    let outcome = opened.open_unnamed(&path);
    // Read by now; nothing is written to it while measuring.
    let _left = std::fs::remove_file(&path);
    outcome
}
