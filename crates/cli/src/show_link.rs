//! `show FILE CAUSE EFFECT`: the links from one event to another as text.

use api::dto::{EventArgs, EventDetail, LinkDetail, LinkDetailArgs, LinkLine};
use api::{Fault, FaultCode};
use app::Session;

use crate::ask::{ask, event, pretty};
use crate::lines::{Lines, source};

/// Every link from `cause` to `effect`.
pub(crate) fn show(
    session: &mut Session,
    (cause, effect): (&str, &str),
    json: bool,
) -> Result<String, Fault> {
    let cause = event(session, cause)?;
    let effect = event(session, effect)?;
    let asked = EventArgs {
        id: cause.id,
        datasets: None,
    };
    let detail: EventDetail = ask(session, "event", &asked)?;
    let links = detail.effects.iter().filter(|it| it.event.id == effect.id);
    let mut found: Vec<LinkDetail> = Vec::new();
    for link in links {
        let asked = LinkDetailArgs {
            id: link.id,
            filter: api::dto::Filter::default(),
        };
        found.push(ask(session, "link_detail", &asked)?);
    }
    if found.is_empty() {
        let message = format!("no link leads from {} to {}", cause.handle, effect.handle);
        let help = "swap the two events, or list the links of one with \"faultline show\"";
        return Err(Fault::new(FaultCode::NotFound, message).help(help));
    }
    if json {
        return Ok(pretty(&serde_json::json!(found)));
    }
    let texts: Vec<String> = found.iter().map(text).collect();
    Ok(texts.join("\n"))
}

fn text(it: &LinkDetail) -> String {
    let link = &it.link;
    let mut lines = Lines::titled(&it.claim);
    lines.put("cause", &named(&it.cause.handle, &it.cause.date_words));
    lines.put("effect", &named(&link.event.handle, &link.event.date_words));
    lines.put("type", &format!("{} {}", link.sign, link.label));
    lines.put("standing", &it.standing);
    lines.put("dates", &it.dates_told);
    lines.put("note", &link.note);
    lines.list("beside", it.beside.iter().map(|it| it.label.clone()));
    lines.list("rivals", it.rivals.iter().map(other));
    lines.list("others", it.other_causes.iter().map(other));
    let chains = format!(
        "{} before its cause, {} after its effect",
        it.before, it.after
    );
    lines.put("chains", &chains);
    lines.list("sources", link.citations.iter().map(source));
    lines.text()
}

fn named(handle: &str, date: &str) -> String {
    format!("{handle}  {date}")
}

fn other(line: &LinkLine) -> String {
    let (handle, title) = (&line.event.handle, &line.event.title);
    format!("{handle} {title} ({})", line.label)
}
