//! `why`, `follows`, `path`, `drivers`, `loops` and `check`: what the links answer, as text.

use api::Fault;
use api::dto::{
    BranchLine, ChainLine, EventRef, FitReply, LinkLine, LinkRow, ListArgs, LoopLine, LoopsReply,
    PathArgs, PathReply, RoleLine, RolesReply, TreeArgs, TreeReply,
};
use app::Session;
use model::Sign;
use serde::Serialize;

use crate::args::{About, FromTo, Tree};
use crate::ask::{call, event, open, pretty, read};
use crate::print::plain;

/// Asks a verb and prints its reply as JSON, or as the text that `tell` makes of it.
fn answer<T: serde::de::DeserializeOwned>(
    session: &mut Session,
    verb: &str,
    args: &impl Serialize,
    is_json: bool,
    tell: impl Fn(&T) -> String,
) -> Result<String, Fault> {
    let reply = call(session, verb, args)?;
    if is_json {
        return Ok(pretty(&reply));
    }
    Ok(tell(&read(reply)?))
}

/// What led to an event, or what follows from it.
pub(crate) fn tree(verb: &str, args: &Tree) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let id = event(&mut session, &args.event)?.id;
    let asked = TreeArgs {
        id,
        steps: Some(args.steps),
        filter,
    };
    answer(&mut session, verb, &asked, args.json, tree_text)
}

/// The strongest chains from one event to another.
pub(crate) fn path(args: &FromTo) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let from = event(&mut session, &args.from)?.id;
    let to = event(&mut session, &args.to)?.id;
    let asked = PathArgs {
        from,
        to,
        most: Some(args.most),
        filter,
    };
    answer(&mut session, "path", &asked, args.json, path_text)
}

/// Drivers, outcomes, bridges and bottlenecks.
pub(crate) fn drivers(args: &About) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let asked = ListArgs { filter };
    answer(&mut session, "drivers", &asked, args.json, roles_text)
}

/// Feedback loops.
pub(crate) fn loops(args: &About) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let asked = ListArgs { filter };
    answer(&mut session, "loops", &asked, args.json, loops_text)
}

/// Contradictions.
pub(crate) fn check(args: &About) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let asked = ListArgs { filter };
    answer(&mut session, "check", &asked, args.json, fit_text)
}

/// "E31  Neo opens a plant (11 June 2025)".
fn named(event: &EventRef) -> String {
    let date = if event.date_words.is_empty() {
        String::from("no date")
    } else {
        plain(&event.date_words)
    };
    format!("{}  {} ({date})", plain(&event.handle), plain(&event.title))
}

fn tree_text(reply: &TreeReply) -> String {
    let mut text = format!("{}\n", named(&reply.event));
    for branch in &reply.branches {
        put_branch(&mut text, branch, 1);
    }
    put_left_out(&mut text, reply.left_out, 1);
    text + &reply.told + "\n"
}

fn put_branch(text: &mut String, branch: &BranchLine, depth: usize) {
    let indent = "   ".repeat(depth);
    let again = if branch.is_again { " … as above" } else { "" };
    text.push_str(&format!(
        "{indent}{} {}{again}\n{indent}     {}\n",
        branch.through,
        named(&branch.event),
        step(branch)
    ));
    for it in &branch.branches {
        put_branch(text, it, depth + 1);
    }
    put_left_out(text, branch.left_out, depth + 1);
}

fn put_left_out(text: &mut String, left_out: u32, depth: usize) {
    if left_out > 0 {
        text.push_str(&format!("{}+{left_out} more\n", "   ".repeat(depth)));
    }
}

/// "triggers (moderate, reported, A3), rival; firm, order not known".
fn step(branch: &BranchLine) -> String {
    let Some(first) = branch.claims.first() else {
        return String::new();
    };
    let mut text = claim(first);
    if !branch.bundle.is_empty() {
        text.push_str(&format!(", {}", branch.bundle));
    }
    if !first.rivals.is_empty() {
        text.push_str(", one of several rival explanations");
    }
    text.push_str(&format!("; {}", branch.carried));
    if branch.order != "fits" {
        text.push_str(&format!(", {}", branch.order));
    }
    text
}

/// "triggers (moderate confidence, reported, A3)".
fn claim(line: &LinkLine) -> String {
    let words = if line.wording.is_empty() {
        &line.label
    } else {
        &line.wording
    };
    let cited: Vec<String> = line.citations.iter().map(|it| plain(&it.handle)).collect();
    let cited = if cited.is_empty() {
        String::from("no source")
    } else {
        cited.join(" ")
    };
    let (confidence, basis) = (&line.confidence, &line.basis);
    format!(
        "{} ({confidence} confidence, {basis}, {cited})",
        plain(words)
    )
}

fn path_text(reply: &PathReply) -> String {
    let mut text = format!("{}\n→ {}\n", named(&reply.from), named(&reply.to));
    for (at, chain) in reply.chains.iter().enumerate() {
        text.push_str(&format!("\n{}. {}\n", at + 1, chain_text(chain)));
        put_steps(&mut text, chain);
    }
    if !reply.breaks.is_empty() {
        text.push_str("\nwould break all chains:\n");
        for link in &reply.breaks {
            text.push_str(&format!("   {}\n", link_text(link)));
        }
    }
    format!("{text}\n{}\n", reply.told)
}

fn chain_text(chain: &ChainLine) -> String {
    let lowers = if chain.sign == Sign::Minus {
        ", lowers it"
    } else {
        ""
    };
    format!("{}{lowers}: {}", chain.carried, chain.told)
}

fn put_steps(text: &mut String, chain: &ChainLine) {
    if let Some(first) = chain.events.first() {
        text.push_str(&format!("   {}\n", named(first)));
    }
    for (at, claims) in chain.steps.iter().enumerate() {
        let Some(first) = claims.first() else {
            continue;
        };
        let weakest = if at == chain.weakest as usize && chain.steps.len() > 1 {
            ", the weakest step"
        } else {
            ""
        };
        let more = match claims.len() {
            1 => String::new(),
            more => format!(", {more} claims"),
        };
        text.push_str(&format!(
            "     {} {}{more}{weakest}\n   {}\n",
            first.sign,
            claim(first),
            named(&first.event)
        ));
    }
}

/// `“Oil rises” (E02) causes “Strike at the port” (E01)`.
fn link_text(link: &LinkRow) -> String {
    let words = if link.wording.is_empty() {
        &link.label
    } else {
        &link.wording
    };
    let end = |title: &str, handle: &str| format!("“{}” ({})", plain(title), plain(handle));
    format!(
        "{} {} {}",
        end(&link.cause_title, &link.cause_handle),
        plain(words),
        end(&link.effect_title, &link.effect_handle)
    )
}

fn roles_text(reply: &RolesReply) -> String {
    let part = |head: &str, lines: &[RoleLine]| {
        if lines.is_empty() {
            return String::new();
        }
        let line = |it: &RoleLine| format!("   {}\n      {}\n", named(&it.event), it.because);
        format!("{head}\n{}", lines.iter().map(line).collect::<String>())
    };
    let sampled = if reply.is_sampled {
        "Only the events with the most links were measured.\n"
    } else {
        ""
    };
    let text = part("drivers", &reply.drivers)
        + &part("outcomes", &reply.outcomes)
        + &part("bridges", &reply.bridges)
        + &part("bottlenecks", &reply.single_points);
    if text.is_empty() {
        return String::from("No links.\n");
    }
    text + sampled
}

fn loops_text(reply: &LoopsReply) -> String {
    let line = |it: &LoopLine| {
        let back = it.names.first().cloned().unwrap_or_default();
        let round = [it.names.as_slice(), &[back]].concat().join(" → ");
        let mut text = format!("   {}, {}\n", plain(&round), it.kind);
        for step in it.steps.iter().filter_map(|claims| claims.first()) {
            text.push_str(&format!("      {} {}\n", step.sign, link_text(step)));
        }
        format!("{text}      {}\n", it.told)
    };
    let part = |head: &str, loops: &[LoopLine]| match loops {
        [] => format!("{head}: none\n"),
        _ => format!("{head}\n{}", loops.iter().map(line).collect::<String>()),
    };
    part("loops among events", &reply.events) + &part("loops among themes", &reply.themes)
}

fn fit_text(reply: &FitReply) -> String {
    let mut text = String::new();
    for (at, it) in reply.contradictions.iter().enumerate() {
        text.push_str(&format!("{}. {}\n", at + 1, plain(&it.told)));
        for fix in &it.fixes {
            text.push_str(&format!("      fix: {}\n", plain(&fix.told)));
        }
    }
    if !reply.unknown.is_empty() {
        text.push_str("order not known\n");
        for link in &reply.unknown {
            text.push_str(&format!("   {}\n", link_text(link)));
        }
    }
    if !reply.follows.is_empty() {
        text.push_str("implied by the links\n");
        for it in &reply.follows {
            text.push_str(&format!("   {} {}\n", named(&it.event), it.told));
        }
    }
    text + &reply.told + "\n"
}
