//! Measuring in the real window beside other programs: only where `FAULTLINE_BENCH` is set when it starts.

use api::{Fault, FaultCode};
use tauri::State;

use crate::opened::Opened;

/// Tells the page that it is measured.
const TOLD: &str = "Object.defineProperty(window, 'FAULTLINE_BENCH', { value: true });";

fn is_wanted() -> bool {
    std::env::var_os("FAULTLINE_BENCH").is_some()
}

/// The script to run in the page before it starts, if any.
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
    // One file, in place of that of the last time: whoever measures ends the program without a word.
    let path = std::env::temp_dir().join("faultline-bench.faultline");
    bench::peers::write(&path, count)?;
    opened.open_unnamed(&path)
}
