//! Prints the figures of charts of relations: `relations FOLDER [--elk FOLDER] [--north FOLDER]`. Files that are made up go
//! to the first folder; `cargo xtask bench relations` calls it.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

use std::error::Error;

use bench::relations::{Tools, relations, table};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let mut tools = Tools::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--elk" => tools.elk = words.next().map(Into::into),
            "--north" => tools.north = words.next().map(Into::into),
            _ => tools.folder = word.into(),
        }
    }
    let rows = relations(&tools).map_err(|it| it.message)?;
    println!("{}", table(&rows));
    Ok(())
}
