//! `faultline`, the command-line twin of the window: the same verbs, for scripts and for tests.
//!
//! Tables by default, JSON with `--json`. Errors go to standard error and say what, where and what to
//! do; the exit code is then 1, or 2 when the command itself was not understood.

mod answers;
mod args;
mod ask;
mod bench;
mod chart;
mod doctor;
mod highlight;
mod history;
mod import;
mod index;
mod lines;
mod list;
mod logo;
mod numbers;
mod print;
mod settings;
mod show;
mod show_link;
mod study;
mod table;
mod understood;
mod write;

use std::process::ExitCode;

use api::Fault;
use api::dto::{BriefArgs, DataArgs, NoArgs, Overview};
use app::Session;
use clap::Parser as _;

use args::{Brief, Cli, Command, Export, New};
use print::{complain, say};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let file = cli.command.file().to_owned();
    match run(cli.command) {
        Ok(text) => say(&text),
        Err(fault) => complain(&fault, &file),
    }
}

/// The text to print.
fn run(command: Command) -> Result<String, Fault> {
    match command {
        Command::New(args) => new(&args),
        Command::List(args) => list::list(&args),
        Command::Show(args) => show::show(&args),
        Command::Search(args) => list::search(&args),
        Command::Chart(args) => chart::chart(&args),
        Command::Settings(args) => settings::settings(&args),
        Command::Logo(args) => logo::logo(&args),
        Command::Add(args) => write::add(&args),
        Command::Edit(args) => write::edit(&args),
        Command::Delete(args) => write::delete(&args),
        Command::Link(args) => write::link(&args),
        Command::Pin(args) => write::pin(&args),
        Command::Cite(args) => write::cite(&args),
        Command::Source(args) => write::source(&args),
        Command::Workspace(args) => write::workspace(&args),
        Command::Why(args) => answers::tree("why", &args),
        Command::Follows(args) => answers::tree("follows", &args),
        Command::Path(args) => answers::path(&args),
        Command::Drivers(args) => answers::drivers(&args),
        Command::Loops(args) => answers::loops(&args),
        Command::Check(args) => answers::check(&args),
        Command::Index(args) => index::index(&args),
        Command::Study(args) => study::study(&args),
        Command::Import(args) => import::import(&args),
        Command::Undo(args) => history::undo(&args),
        Command::Redo(args) => history::redo(&args),
        Command::History(args) => history::history(&args),
        Command::Restore(args) => history::restore(&args),
        Command::Brief(args) => brief(&args),
        Command::Doctor(args) => doctor::doctor(&args),
        Command::Export(args) => export(&args),
        Command::Bench(what) => bench::bench(&what),
    }
}

fn new(args: &New) -> Result<String, Fault> {
    let is_there = args.force && args.file.exists();
    let made = match (&args.from, is_there) {
        (Some(json), true) => Session::replace_from_json(&args.file, json),
        (Some(json), false) => Session::from_json(&args.file, json),
        (None, true) => Session::replace(&args.file, args.sample),
        (None, false) if args.sample => Session::new_sample(&args.file),
        (None, false) => Session::create(&args.file),
    };
    let mut session = made.map_err(chart::with_force)?;
    let overview: Overview = ask::ask(&mut session, "workspace", &NoArgs::default())?;
    Ok(format!(
        "{}: {} events, {} links\n",
        session.file_name(),
        overview.event_count,
        overview.link_count
    ))
}

fn export(args: &Export) -> Result<String, Fault> {
    let (session, filter) = ask::open(&args.file, &args.filter)?;
    let wanted = DataArgs {
        format: args.format.clone(),
        table: args.table.clone(),
        filter,
    };
    let done = app::export_data(&session, &args.output, &wanted, args.force);
    session.leave();
    done.map(|it| written(&it)).map_err(chart::with_force)
}

/// Name of the file, and below it what the format could not hold.
fn written(done: &api::dto::Exported) -> String {
    let mut text = format!("{}\n", done.file_name);
    for it in &done.left_out {
        text += &format!("  {}\n", print::plain(it));
    }
    text
}

fn brief(args: &Brief) -> Result<String, Fault> {
    let (session, filter) = ask::open(&args.file, &args.filter)?;
    let wanted = BriefArgs {
        since: args.since.clone(),
        until: args.until.clone(),
        parts: args.parts.clone(),
        handling: args.handling.clone(),
        title: args.title.clone(),
        author: args.author.clone(),
        filter,
    };
    let done = app::brief(&session, &args.output, &wanted, args.force);
    session.leave();
    done.map(|it| written(&it)).map_err(chart::with_force)
}
