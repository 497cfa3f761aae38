//! `study`: event studies as text.

use api::Fault;
use api::dto::{CarLine, StudiedLine, StudyArgs, StudyReply};
use app::Session;
use model::EventId;

use crate::args::{Study, Studying};
use crate::ask::{event, session};
use crate::numbers::{lines, reply_text, two};
use crate::print::plain;

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

/// An event study of a series.
pub(crate) fn study(args: &Study) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let asked = studying(&mut session, &args.events, &args.series, &args.studying)?;
    reply_text(&mut session, "study", &asked, args.json, study_text)
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
            "mean of these events (cross-sectional t)\n{}",
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
        "{}  {}\n   day 0 is {}\n   normal {:.3}{unit} a day{slope}, s {:.3}{unit}, estimated {}\n",
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
    format!("   by day (t-statistic): {}\n", days.join(", "))
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
