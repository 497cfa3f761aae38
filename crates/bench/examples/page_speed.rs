//! How long the questions of the page take on a large file: `page_speed FILE`.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

use std::time::Instant;

use api::Fault;
use app::{Session, call};
use serde_json::{Value, json};

fn main() -> Result<(), Fault> {
    let file = std::env::args().nth(1).unwrap_or_default();
    let started = Instant::now();
    let mut session = Session::open(&file)?;
    told("open", started);
    let middle = json!({ "offset": 500_000, "limit": 1 });
    let mut ask = |words: &str, verb: &str, args: Value| -> Result<Value, Fault> {
        let started = Instant::now();
        let reply = call(&mut session, verb, args)?;
        told(words, started);
        Ok(reply)
    };
    ask("workspace", "workspace", json!({}))?;
    ask("no filter", "filter", json!({}))?;
    ask("undated", "undated", json!({}))?;
    let reply = ask("page", "list", middle)?;
    let id = &reply["rows"][0]["id"];
    for (words, filter) in [
        ("severity", json!({ "severity_min": 4 })),
        ("words", json!({ "words": "tariffs" })),
        ("theme", json!({ "themes": ["2"], "actors": ["3"] })),
    ] {
        ask(
            &format!("{words}: counts"),
            "filter",
            json!({ "filter": filter }),
        )?;
        ask(
            &format!("{words}: page"),
            "list",
            json!({ "filter": filter, "around": id }),
        )?;
        let way = json!({ "id": id, "toward": "later", "filter": filter });
        ask(&format!("{words}: walk"), "walk", way)?;
    }
    for toward in ["below", "below", "above", "later"] {
        ask(toward, "walk", json!({ "id": id, "toward": toward }))?;
    }
    ask(
        "search",
        "search",
        json!({ "words": "tariffs", "limit": 12 }),
    )?;
    Ok(())
}

fn told(words: &str, started: Instant) {
    println!("{:8.1} ms  {words}", started.elapsed().as_secs_f64() * 1e3);
}
