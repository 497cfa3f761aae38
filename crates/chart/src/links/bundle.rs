//! Bundles: claims between the same two events, drawn as one link but kept as separate claims.

use std::collections::{BTreeMap, BTreeSet};

use model::{EventId, Link, Stance, Target, Workspace};

use super::style::sign_of;

/// The claims from one cause to one effect with the same sign.
#[derive(Debug, Clone)]
pub(crate) struct Bundle<'a> {
    /// The cause.
    pub(crate) cause: EventId,
    /// The effect.
    pub(crate) effect: EventId,
    /// The claims, the most certain first.
    pub(crate) claims: Vec<&'a Link>,
}

/// Groups `links` by their two ends, sign and type, in order of the first claim's id. Contradictory claims are never
/// drawn as one line.
pub(crate) fn bundles<'a>(
    workspace: &Workspace,
    links: impl IntoIterator<Item = &'a Link>,
) -> Vec<Bundle<'a>> {
    let mut groups: BTreeMap<_, Vec<&Link>> = BTreeMap::new();
    for link in links {
        let key = (
            link.cause,
            link.effect,
            sign_of(workspace, link),
            link.link_type.as_str(),
        );
        groups.entry(key).or_default().push(link);
    }
    let mut bundles: Vec<Bundle<'_>> = groups
        .into_iter()
        .map(|((cause, effect, ..), mut claims)| {
            claims.sort_by_key(|link| (std::cmp::Reverse(link.confidence), link.id));
            Bundle {
                cause,
                effect,
                claims,
            }
        })
        .collect();
    bundles.sort_by_key(|bundle| bundle.claims.iter().map(|link| link.id).min());
    bundles
}

impl Bundle<'_> {
    /// Whether it touches `event`.
    pub(crate) fn touches(&self, event: EventId) -> bool {
        self.cause == event || self.effect == event
    }

    /// Its id for hits: the ids of its claims, separated by spaces.
    pub(crate) fn hit_id(&self) -> String {
        let ids: Vec<String> = self.claims.iter().map(|link| link.id.to_string()).collect();
        ids.join(" ")
    }

    /// A description for readers of the picture's text: the wording and, for several claims, "3 claims · 2 sources · 1
    /// against".
    pub(crate) fn says(&self, workspace: &Workspace) -> String {
        let Some(first) = self.claims.first() else {
            return String::new();
        };
        let wording = wording(workspace, first);
        let confidence = first.confidence;
        match self.claims.len() {
            1 => format!("{wording} ({confidence} confidence)"),
            _ => format!("{wording}: {}", self.counts(workspace)),
        }
    }

    /// Its wording, for a label: "triggers", or "triggers ×3" for several claims.
    pub(crate) fn words(&self, workspace: &Workspace) -> String {
        let Some(first) = self.claims.first() else {
            return String::new();
        };
        let wording = wording(workspace, first);
        match self.claims.len() {
            1 => wording.to_owned(),
            more => format!("{wording} ×{more}"),
        }
    }

    /// "3 claims · 2 sources · 1 against".
    fn counts(&self, workspace: &Workspace) -> String {
        let (mut sources, mut against) = (BTreeSet::new(), 0_usize);
        for citation in self
            .claims
            .iter()
            .flat_map(|link| workspace.citations_of(Target::Link(link.id)))
        {
            sources.insert(citation.source);
            against += usize::from(citation.stance == Stance::Against);
        }
        let plural = if sources.len() == 1 {
            "source"
        } else {
            "sources"
        };
        let mut text = format!("{} claims · {} {plural}", self.claims.len(), sources.len());
        if against > 0 {
            text.push_str(&format!(" · {against} against"));
        }
        text
    }
}

/// The analyst's own words for a link, or those of its type.
fn wording<'a>(workspace: &'a Workspace, link: &'a Link) -> &'a str {
    if !link.wording.is_empty() {
        return &link.wording;
    }
    let known = workspace.link_type(link);
    known.map_or(link.link_type.as_str(), |it| &it.label)
}
