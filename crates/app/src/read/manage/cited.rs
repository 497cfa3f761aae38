//! What a source is cited for.

use api::dto::{CitedArgs, CitedLine};
use api::{Fault, FaultCode};
use model::{Citation, Event, Link, SourceId, Target, Workspace};

use crate::lookup::grade;
use crate::lookup::rows::event_ref;
use crate::session::Session;

/// Everything that a source is cited for, whatever the filter, in order of time.
pub(crate) fn cited(session: &Session, args: CitedArgs) -> Result<Vec<CitedLine>, Fault> {
    let workspace = session.workspace();
    let wanted = args.source;
    if workspace.source(wanted).is_none() {
        return Err(missing(wanted));
    }
    let citations = workspace.citations.iter();
    let mut told: Vec<_> = citations
        .filter(|it| it.source == wanted)
        .filter_map(|it| Some((it, statement(workspace, it.target)?)))
        .collect();
    told.sort_by_key(|(citation, said)| {
        let key = said.event.date.as_ref().map(model::FuzzyDate::sort_key);
        (key.is_none(), key, said.event.id, citation.id)
    });
    Ok(told
        .into_iter()
        .map(|(citation, said)| line(workspace, citation, said))
        .collect())
}

fn missing(id: SourceId) -> Fault {
    let mut fault = Fault::new(
        FaultCode::NotFound,
        format!("there is no source with the id {id}"),
    );
    fault.field = Some(String::from("source"));
    fault.help("it may have been deleted; list the sources to see what there is")
}

/// What is stated, and the event to show for it.
struct Statement<'a> {
    kind: &'static str,
    event: &'a Event,
    words: String,
}

fn statement(workspace: &Workspace, target: Target) -> Option<Statement<'_>> {
    let (kind, event, words) = match target {
        Target::Event(id) => ("event", id, workspace.event(id)?.title.clone()),
        Target::Claim(id) => {
            let claim = workspace.claims.iter().find(|it| it.id == id)?;
            (
                "claim",
                claim.event,
                format!("{}: {}", claim.field, claim.value),
            )
        }
        Target::Link(id) => {
            let link = workspace.links.iter().find(|it| it.id == id)?;
            ("link", link.effect, in_words(workspace, link)?)
        }
    };
    let event = workspace.event(event)?;
    Some(Statement { kind, event, words })
}

/// A link in one line: "Warning triggers Evacuation".
fn in_words(workspace: &Workspace, link: &Link) -> Option<String> {
    let label = workspace
        .link_type(link)
        .map_or(link.link_type.as_str(), |it| it.label.as_str());
    let how = if link.wording.is_empty() {
        label
    } else {
        &link.wording
    };
    let (cause, effect) = (workspace.event(link.cause)?, workspace.event(link.effect)?);
    Some(format!("{} {how} {}", cause.title, effect.title))
}

fn line(workspace: &Workspace, citation: &Citation, said: Statement<'_>) -> CitedLine {
    let source = workspace.source(citation.source);
    CitedLine {
        citation: citation.id,
        kind: said.kind.to_owned(),
        event: event_ref(said.event),
        words: said.words,
        quote: citation.quote.clone(),
        locator: citation.locator.clone(),
        grade: source.map(|it| grade::of(it, citation)).unwrap_or_default(),
        stance: citation.stance,
    }
}
