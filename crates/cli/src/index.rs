//! `index`: the risk index as text.

use api::Fault;
use api::dto::{
    Done, IndexArgs, IndexPoint, IndexPointArgs, IndexReply, NoArgs, SetWeightArgs, WeightsReply,
};
use model::Tone;

use crate::args::{Index, Scaling};
use crate::ask::{ask, open, word};
use crate::numbers::{lines, reply_text, two, two_if_any};
use crate::print::plain;
use crate::table::{number, table, words};
use crate::understood::done;

/// The scale that is asked for, as the verbs take it.
pub(crate) fn scaling(args: &Scaling) -> Result<api::dto::Scaling, Fault> {
    let ends = args.base.as_deref().map(ends_of);
    Ok(api::dto::Scaling {
        scale: word("index-scale", &args.index_scale)?,
        base_from: ends.map(|it| it.0.trim().to_owned()),
        base_to: ends.map(|it| it.1.trim().to_owned()),
        window_days: args.window_days,
        known_on: args.known_on.clone(),
    })
}

/// The two ends of a base: "2025-04-01/2025-05-31", "April 2025/May 2025", or one date for both, such as "April 2025" or
/// "1 April to 31 May 2025".
fn ends_of(words: &str) -> (&str, &str) {
    let is_iso = |it: &str| it.chars().all(|it| it.is_ascii_digit() || it == '-');
    let by_space = words
        .split_once(' ')
        .filter(|it| is_iso(it.0) && it.0.contains('-') && is_iso(it.1));
    words.split_once('/').or(by_space).unwrap_or((words, words))
}

/// The index as rows, the entries behind one value, or the weights.
pub(crate) fn index(args: &Index) -> Result<String, Fault> {
    let theme = args
        .theme
        .as_ref()
        .map(|it| format!("theme:{it} "))
        .unwrap_or_default();
    let (mut session, filter) = open(&args.file, &format!("{theme}{}", args.filter))?;
    let mut text = String::new();
    for it in &args.weigh {
        text += &done(&ask::<Done>(&mut session, "set_weight", &weight(it)?)?);
    }
    if args.weights {
        return reply_text(
            &mut session,
            "weights",
            &NoArgs::default(),
            args.json,
            weights_text,
        );
    }
    if let Some(day) = &args.on {
        let asked = IndexPointArgs {
            day: day.clone(),
            filter,
            known_on: args.scaling.known_on.clone(),
            most: None,
        };
        return reply_text(&mut session, "index_point", &asked, args.json, point_text);
    }
    if !args.weigh.is_empty() {
        return Ok(text);
    }
    let asked = IndexArgs {
        filter,
        scaling: scaling(&args.scaling)?,
        from: args.from.clone(),
        to: args.to.clone(),
        by: word("by", &args.by)?,
    };
    reply_text(&mut session, "index", &asked, args.json, index_text)
}

/// "severity-5=8"; an empty value resets the weight.
fn weight(words: &str) -> Result<SetWeightArgs, Fault> {
    let wrong = || {
        Fault::argument("weigh", format!("\"{words}\" is not a weight"))
            .help("write severity-5=8, half-life=14 or half-life-theme-tariffs=60")
    };
    let (weight, value) = words.split_once('=').ok_or_else(wrong)?;
    let value = match value.trim() {
        "" => None,
        text => Some(text.parse::<f64>().map_err(|_| wrong())?),
    };
    Ok(SetWeightArgs {
        weight: weight.trim().to_owned(),
        value,
    })
}

fn index_text(reply: &IndexReply) -> String {
    let columns = [
        words("UNTIL", 10),
        number("ESCALATION"),
        number("DE-ESCAL."),
        number("NET"),
        number("ENTRIES/WEEK"),
    ];
    let row = |it: &api::dto::IndexRow| {
        vec![
            it.day.clone(),
            two_if_any(it.escalation),
            two_if_any(it.deescalation),
            two_if_any(it.net),
            two(it.attention),
        ]
    };
    let rows: Vec<Vec<String>> = reply.rows.iter().map(row).collect();
    let mut text = format!("{}\n{}", plain(&reply.unit), table(&columns, &rows));
    if reply.earlier > 0 {
        text += &format!(
            "{} earlier rows not shown; use --from and --to\n",
            reply.earlier
        );
    }
    text + "\n" + &lines(&reply.formula) + &lines(&reply.left_out)
}

fn point_text(reply: &IndexPoint) -> String {
    let columns = [
        words("EVENT", 8),
        words("DATE", 30),
        words("TONE", 13),
        number("AMOUNT"),
        number("SHARE"),
        words("TITLE", 64),
    ];
    let row = |it: &api::dto::ShareLine| {
        vec![
            it.event.handle.clone(),
            it.event.date_words.clone(),
            if it.tone == Tone::Escalatory {
                "escalation"
            } else {
                "de-escalation"
            }
            .to_owned(),
            two(it.amount),
            format!("{:.1} %", it.percent),
            it.event.title.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = reply.shares.iter().map(row).collect();
    let today = reply
        .net_today
        .map(|it| format!(" (as known today {})", two(it)));
    let head = format!(
        "{}: escalation {}, de-escalation {}, net {}{}\n",
        reply.day_words,
        two(reply.escalation),
        two(reply.deescalation),
        two(reply.net),
        today.unwrap_or_default()
    );
    let more = match reply.more {
        0 => String::new(),
        more => format!(
            "+{more} more: escalation {}, de-escalation {}\n",
            two(reply.more_escalation),
            two(reply.more_deescalation)
        ),
    };
    head + &table(&columns, &rows) + &more
}

fn weights_text(reply: &WeightsReply) -> String {
    let columns = [
        words("WEIGHT", 40),
        number("VALUE"),
        number("DEFAULT"),
        words("", 3),
        words("WHAT", 60),
    ];
    let row = |it: &api::dto::WeightRow| {
        let usual = it
            .usual
            .map_or_else(|| String::from("general"), |it| it.to_string());
        let set = if it.is_set { "set" } else { "" };
        vec![
            it.weight.clone(),
            it.value.to_string(),
            usual,
            set.to_owned(),
            it.name.clone(),
        ]
    };
    // Half-lives of single themes and categories are listed only where they are set.
    let listed = reply
        .weights
        .iter()
        .filter(|it| it.is_set || it.usual.is_some());
    let rows: Vec<Vec<String>> = listed.map(row).collect();
    table(&columns, &rows) + "\n" + &lines(&reply.formula)
}
