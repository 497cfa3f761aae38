//! What a person does in the real window. `cargo xtask test` runs these on the release build; see `src/driver.rs`.

#[path = "window/adding.rs"]
mod adding;
#[path = "window/answers.rs"]
mod answers;
#[path = "window/brief.rs"]
mod brief;
#[path = "window/chain.rs"]
mod chain;
#[path = "window/closed.rs"]
mod closed;
#[path = "window/crowd.rs"]
mod crowd;
#[path = "window/entry.rs"]
mod entry;
#[path = "window/export.rs"]
mod export;
#[path = "window/folds.rs"]
mod folds;
#[path = "window/forms.rs"]
mod forms;
#[path = "window/hands.rs"]
mod hands;
#[path = "window/hostile.rs"]
mod hostile;
#[path = "window/lanes.rs"]
mod lanes;
#[path = "window/links.rs"]
mod links;
#[path = "window/looks.rs"]
mod looks;
#[path = "window/million.rs"]
mod million;
#[path = "window/panes.rs"]
mod panes;
#[path = "window/pins.rs"]
mod pins;
#[path = "window/quick.rs"]
mod quick;
#[path = "window/reading.rs"]
mod reading;
#[path = "window/relations.rs"]
mod relations;
#[path = "window/risk.rs"]
mod risk;
#[path = "window/safety.rs"]
mod safety;
#[path = "window/search.rs"]
mod search;
#[path = "window/titles.rs"]
mod titles;
