//! Sources, citations and claims.

use model::{Citation, CitationId, Claim, ClaimId, EventId, Source, SourceId, Target, Workspace};

use super::{Known, event, next_id};
use crate::session::sample::SampleError;
use crate::session::sample::text::{CiteText, ClaimText, SourceText};

pub(super) fn add_sources(
    workspace: &mut Workspace,
    list: &'static str,
    texts: Vec<SourceText>,
) -> Result<(), SampleError> {
    for it in texts {
        let id = SourceId(next_id(&workspace.sources));
        workspace.sources.push(Source {
            id,
            handle: it.handle,
            outlet: it.outlet,
            title: it.title,
            author: String::new(),
            published: it.published.map(|it| event::date(list, it)).transpose()?,
            read: None,
            address: String::new(),
            reliability: it.reliability,
        });
    }
    Ok(())
}

pub(super) fn add_citations(
    workspace: &mut Workspace,
    list: &'static str,
    target: Target,
    texts: &[CiteText],
    known: &Known,
) -> Result<(), SampleError> {
    for it in texts {
        let id = CitationId(next_id(&workspace.citations));
        workspace.citations.push(Citation {
            id,
            source: SourceId(known.sources.id(list, &it.source)?),
            target,
            quote: it.quote.clone(),
            locator: it.locator.clone(),
            credibility: Some(it.credibility),
            stance: it.stance,
        });
    }
    Ok(())
}

pub(super) fn add_claims(
    workspace: &mut Workspace,
    list: &'static str,
    texts: Vec<ClaimText>,
    known: &Known,
) -> Result<(), SampleError> {
    for it in texts {
        let id = ClaimId(next_id(&workspace.claims));
        add_citations(workspace, list, Target::Claim(id), &it.cites, known)?;
        workspace.claims.push(Claim {
            id,
            event: EventId(known.events.id(list, &it.event)?),
            field: it.field,
            value: it.value,
            adopted: it.adopted,
        });
    }
    Ok(())
}
