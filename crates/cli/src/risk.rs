//! `index`, `study` and `import`: numbers over time, as text.

use api::Fault;
use api::dto::{
    CarLine, Done, IndexArgs, IndexPoint, IndexPointArgs, IndexReply, NoArgs, SeriesFile,
    SeriesOffer, SetWeightArgs, StudiedLine, StudyArgs, StudyReply, TakeOffer, TakeSeries,
    WeightsReply,
};
use app::Session;
use model::{EventId, Measure, Tone};
use serde::Serialize;

use crate::args::{Import, Index, Scaling, Study, Studying};
use crate::ask::{ask, call, event, open, pretty, read, session, word};
use crate::print::plain;
use crate::table::{number, table, words};
use crate::understood::done as told;
use crate::write::{fields, set_to};

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
    let by_blank = words
        .split_once(' ')
        .filter(|it| is_iso(it.0) && it.0.contains('-') && is_iso(it.1));
    words.split_once('/').or(by_blank).unwrap_or((words, words))
}

/// What is studied, as the verbs take it.
pub(crate) fn studying(
    session: &mut Session,
    events: &[String],
    series: &str,
    args: &Studying,
) -> Result<StudyArgs, Fault> {
    let mut ids = |names: &[String]| -> Result<Vec<EventId>, Fault> {
        names.iter().map(|it| Ok(event(session, it)?.id)).collect()
    };
    Ok(StudyArgs {
        events: ids(events)?,
        series: series.to_owned(),
        model: args.model.clone(),
        market: args.market.clone(),
        after_close: ids(&args.after_close)?,
    })
}

/// The index: as rows, one point opened, or what it weighs by.
pub(crate) fn index(args: &Index) -> Result<String, Fault> {
    let theme = args
        .theme
        .as_ref()
        .map(|it| format!("theme:{it} "))
        .unwrap_or_default();
    let (mut session, filter) = open(&args.file, &format!("{theme}{}", args.filter))?;
    let mut text = String::new();
    for it in &args.weigh {
        text += &told(&ask::<Done>(&mut session, "set_weight", &weight(it)?)?);
    }
    if args.weights {
        return shown(
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
        return shown(&mut session, "index_point", &asked, args.json, point_text);
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
    shown(&mut session, "index", &asked, args.json, index_text)
}

/// "severity-5=8"; nothing after = is as usual.
fn weight(words: &str) -> Result<SetWeightArgs, Fault> {
    let wrong = || {
        Fault::argument("weigh", format!("\"{words}\" sets no weight"))
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

fn shown<T: serde::de::DeserializeOwned>(
    session: &mut Session,
    verb: &str,
    asked: &impl Serialize,
    is_json: bool,
    tell: impl Fn(&T) -> String,
) -> Result<String, Fault> {
    let reply = call(session, verb, asked)?;
    if is_json {
        Ok(pretty(&reply))
    } else {
        Ok(tell(&read(reply)?))
    }
}

fn two(value: f64) -> String {
    // A hair below nothing is nothing.
    let value = if value.abs() < 0.005 { 0.0 } else { value };
    format!("{value:.2}")
}

fn two_if_any(value: Option<f64>) -> String {
    value.map_or_else(|| String::from("-"), two)
}

fn lines(sentences: &[String]) -> String {
    sentences
        .iter()
        .map(|it| format!("{}\n", plain(it)))
        .collect()
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
            "{} earlier rows left out; use --from and --to\n",
            reply.earlier
        );
    }
    text + "\n" + &lines(&reply.formula) + &lines(&reply.left_out)
}

fn point_text(reply: &IndexPoint) -> String {
    let columns = [
        words("EVENT", 8),
        words("DATE", 30),
        words("PART", 13),
        number("AMOUNT"),
        number("% OF PART"),
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
            format!("{:.1}", it.percent),
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
        number("USUAL"),
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
    // Half-lives of single themes and categories are told where they are set.
    let told = reply
        .weights
        .iter()
        .filter(|it| it.is_set || it.usual.is_some());
    let rows: Vec<Vec<String>> = told.map(row).collect();
    table(&columns, &rows) + "\n" + &lines(&reply.formula)
}

/// What a series did around events.
pub(crate) fn study(args: &Study) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let asked = studying(&mut session, &args.events, &args.series, &args.studying)?;
    shown(&mut session, "study", &asked, args.json, study_text)
}

fn study_text(reply: &StudyReply) -> String {
    let head = |it: &[i32; 2]| format!("({},{})", signed(it[0]), signed(it[1]));
    let heads: Vec<String> = reply.windows.iter().map(head).collect();
    let mut text = String::new();
    for it in &reply.events {
        text += &event_text(it, &heads, reply.in_percent);
    }
    if !reply.average.is_empty() {
        text += &format!(
            "mean of these events, t across them\n{}",
            cars(&reply.average, &heads, reply.in_percent)
        );
    }
    text += &reply
        .left_out
        .iter()
        .map(|it| format!("not studied: {}\n", plain(it)))
        .collect::<String>();
    text + "\n" + &lines(&reply.method)
}

fn signed(day: i32) -> String {
    if day > 0 {
        format!("+{day}")
    } else {
        day.to_string()
    }
}

fn event_text(it: &StudiedLine, heads: &[String], in_percent: bool) -> String {
    let unit = if in_percent { " %" } else { "" };
    let slope = it
        .slope
        .map(|it| format!(", slope {it:.3}"))
        .unwrap_or_default();
    let mut text = format!(
        "{}  {}\n   day 0 is {}\n   normal {:.3}{unit} a day{slope}, s {:.3}{unit}, learned {}\n",
        plain(&it.event.handle),
        plain(&it.event.title),
        plain(&it.day_why),
        it.normal,
        it.deviation,
        it.learned
    );
    text += &cars(&it.cars, heads, in_percent);
    text += &abnormal(it);
    for other in &it.overlaps {
        text += &format!(
            "   overlaps with {}  {}\n",
            plain(&other.handle),
            plain(&other.title)
        );
    }
    text
}

/// The days from five before to five after, each with its t: "AR −1 0.35 (0.20), 0 4.24 (2.40)".
fn abnormal(it: &StudiedLine) -> String {
    let near = it.abnormal.iter().filter(|it| it.offset.abs() <= 5);
    let day = |it: &api::dto::AbnormalLine| {
        format!("{} {} ({})", signed(it.offset), two(it.change), two(it.t))
    };
    let days: Vec<String> = near.map(day).collect();
    format!("   by day, t in brackets: {}\n", days.join(", "))
}

fn cars(cars: &[CarLine], heads: &[String], in_percent: bool) -> String {
    let unit = if in_percent { " %" } else { "" };
    let line = |(head, it): (&String, &CarLine)| {
        let missing = match it.missing {
            0 => String::new(),
            days => format!(", {days} days missing"),
        };
        let t = it.t.map_or_else(|| String::from("-"), two);
        format!("   {head:<8} {:>8}{unit}  t {t:>6}{missing}\n", two(it.car))
    };
    heads.iter().zip(cars).map(line).collect()
}

/// Brings a file in.
pub(crate) fn import(args: &Import) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let reading = api::dto::SeriesReading {
        day_order: args.day_order.clone(),
        decimal: args.decimal.clone(),
        sheet: args.sheet.clone(),
        date_column: args.date_column.clone(),
        value_columns: args.columns.clone(),
    };
    let file = app::read_series(&session, &args.input, &reading)?;
    if let Some(question) = &file.question {
        let help = match question.about.as_str() {
            "day_order" => "say it with --day-order day or --day-order month",
            "decimal" => "say it with --decimal point or --decimal comma",
            _ => "say it with --date-column and --columns",
        };
        return Err(Fault::argument("input", question.words.clone()).help(help));
    }
    if args.dry_run {
        if args.json {
            return Ok(pretty(&serde_json::to_value(&file).unwrap_or_default()));
        }
        return Ok(file_text(&file));
    }
    let take = TakeSeries {
        offers: offers(args, &file)?,
        reading,
    };
    let done = app::take_series(&mut session, &args.input, &take)?;
    if args.json {
        return Ok(pretty(&serde_json::to_value(&done).unwrap_or_default()));
    }
    Ok(told(&done) + &file_text(&file))
}

/// The offers that are taken, with the fields that were set.
fn offers(args: &Import, file: &SeriesFile) -> Result<Vec<TakeOffer>, Fault> {
    let is_wanted = |it: &SeriesOffer| {
        args.take.is_empty()
            || args.take.iter().any(|word| {
                *word == it.number.to_string()
                    || word.eq_ignore_ascii_case(&it.name)
                    || *word == it.handle
            })
    };
    let wanted: Vec<&SeriesOffer> = file.offers.iter().filter(|it| is_wanted(it)).collect();
    if wanted.is_empty() {
        let names: Vec<&str> = file.offers.iter().map(|it| it.name.as_str()).collect();
        return Err(Fault::argument("take", "the file holds no such series")
            .help(format!("there are {}", names.join(", "))));
    }
    if wanted.len() > 1 && args.name.is_some() {
        return Err(
            Fault::argument("name", "several series cannot have one name")
                .help("choose one with --take"),
        );
    }
    let mut set = fields(&args.set)?;
    let name = args.name.iter().map(|it| set_to("handle", it));
    set.extend(name);
    let offer = |it: &SeriesOffer| TakeOffer {
        number: it.number,
        set: set.clone(),
    };
    Ok(wanted.into_iter().map(offer).collect())
}

fn file_text(file: &SeriesFile) -> String {
    let mut text = format!(
        "{}: {}, dates in {}\n",
        plain(&file.file_name),
        file.form,
        plain(&file.date_column)
    );
    for it in &file.offers {
        let extent = &it.extent;
        text += &format!(
            "   {} ({}): {} numbers from {} to {}, the last {}\n",
            plain(&it.name),
            plain(&it.handle),
            extent.count,
            extent.first,
            extent.last,
            two_if_any(extent.last_value)
        );
        if it.ask_measure {
            text += "      these look like changes, not levels: say --set measure=returns or --set measure=price\n";
        } else if it.measure != Measure::Price {
            text += &format!("      taken as {}\n", it.measure);
        }
        for gap in &extent.gaps {
            text += &format!("      gap: {gap}\n");
        }
        for remark in &it.remarks {
            text += &format!("      {}\n", plain(remark));
        }
        if let Some(joined) = &it.joined {
            text += &format!(
                "      joined to {}: {} days new, {} changed, {} not in the file and kept\n",
                plain(&it.joins),
                joined.new,
                joined.changed,
                joined.gone
            );
        }
    }
    for remark in &file.remarks {
        text += &format!("   {}\n", plain(remark));
    }
    text
}
