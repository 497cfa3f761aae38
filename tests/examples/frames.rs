//! What `cargo xtask bench frames` runs: `frames EVENTS…` moves the real window over so many events, and prints what the
//! page did and how long each frame took, in milliseconds.
#![expect(clippy::print_stdout, reason = "its answer is read by people")]

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use tests::Setting;
use tests::driver::Driver;

/// Writing a million events takes most of it.
const PATIENCE: Duration = Duration::from_secs(180);

fn main() -> Result<()> {
    println!("| events | way | page p50, p95, most | engine | waiting | frame | hover |");
    println!("|---:|---|---:|---:|---:|---:|---:|");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for words in std::env::args().skip(1) {
        let events: u64 = words.parse().context("how many events?")?;
        let figures = runtime.block_on(measure(events))?;
        print(events, &figures)?;
    }
    Ok(())
}

async fn measure(events: u64) -> Result<Value> {
    let driver = Driver::start(&Setting {
        bench: true,
        ..Setting::default()
    })?;
    let client = driver.connect().await?;
    let patience = TimeoutConfiguration::new(Some(PATIENCE), None, None);
    client.update_timeouts(patience).await?;
    let ready = "return window.__bench !== undefined";
    while client.execute(ready, vec![]).await? != json!(true) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let script = include_str!("frames.js");
    let figures = client.execute_async(script, vec![json!(events)]).await?;
    client.close().await?;
    match figures.get("error") {
        Some(error) => bail!("the window could not be measured: {error}"),
        None => Ok(figures),
    }
}

fn print(events: u64, figures: &Value) -> Result<()> {
    let all = figures.as_object().context("the figures")?;
    let hover = &all["hover"];
    for (way, it) in all.iter().filter(|it| it.1.is_object()) {
        let three = |name: &str| {
            let list = it[name].as_array().into_iter().flatten();
            list.map(Value::to_string).collect::<Vec<_>>().join(", ")
        };
        let [page, engine, wait, frame] = ["page", "engine", "wait", "frame"].map(three);
        println!("| {events} | {way} | {page} | {engine} | {wait} | {frame} | {hover} |");
    }
    Ok(())
}
