//! The `link_detail` verb: one link with everything said about it.

use std::collections::{BTreeMap, BTreeSet};

use api::Fault;
use api::dto::{LinkDetail, LinkDetailArgs, LinkLine, SourceLine};
use api::words::DatesVerdict;
use graph::{Order, order};
use model::{Event, EventId, Link, OrderRule, Sign, Stance, Workspace};

use super::fits;
use crate::lookup::event_context::EventContext;
use crate::lookup::filter::CompiledFilter;
use crate::lookup::rows::{count, event_ref};
use crate::read::page::gone;
use crate::session::Session;

/// One link. Other causes and chains are those of what passes the filter.
pub(crate) fn link_detail(session: &Session, args: LinkDetailArgs) -> Result<LinkDetail, Fault> {
    let workspace = session.workspace();
    let missing = || gone("link", args.id);
    let link = workspace.link(args.id).ok_or_else(missing)?;
    let ends = workspace
        .event(link.cause)
        .zip(workspace.event(link.effect));
    let (cause, effect) = ends.ok_or_else(missing)?;
    let context = EventContext::all(workspace);
    let line = context.line(link, effect);
    let around = Around::of(session, &args);
    let other_causes = around.other_causes(&context, link);
    let is_rival = |it: &&LinkLine| !link.rivals.is_empty() && it.rivals == link.rivals;
    let (dates, dates_told) = verdict(workspace, link);
    Ok(LinkDetail {
        cause: event_ref(cause),
        claim: claim(cause, &line),
        standing: standing(&line),
        dates,
        dates_told,
        quote: best_quote(&line.citations).cloned(),
        beside: around.beside(&context, link, effect),
        rivals: other_causes.iter().filter(is_rival).cloned().collect(),
        other_causes,
        before: count(around.reached(link.cause, Way::Back)),
        after: count(around.reached(link.effect, Way::On)),
        link: line,
    })
}

/// `“Talks open” leads to “Curbs are eased”.`
fn claim(cause: &Event, line: &LinkLine) -> String {
    let words = if line.wording.is_empty() {
        &line.label
    } else {
        &line.wording
    };
    format!("“{}” {words} “{}”.", cause.title, line.event.title)
}

/// "Raises it; moderate confidence, reported, 3 days later."
fn standing(line: &LinkLine) -> String {
    let sign = match line.sign {
        Sign::Plus => "Raises it",
        Sign::Minus => "Lowers it",
        Sign::Zero => "No direction of effect",
    };
    let mut parts = vec![format!("{} confidence", line.confidence)];
    parts.extend(line.strength.map(|it| format!("{it} effect")));
    parts.push(line.basis.to_string());
    parts.extend((!line.lag_words.is_empty()).then(|| line.lag_words.clone()));
    format!("{sign}; {}.", parts.join(", "))
}

/// Whether the dates of its ends agree with a link, and why.
fn verdict(workspace: &Workspace, link: &Link) -> (DatesVerdict, String) {
    let demands_none = workspace
        .link_type(link)
        .is_none_or(|it| it.order == OrderRule::None);
    match order(workspace, link) {
        _ if demands_none => (
            DatesVerdict::Fits,
            String::from("Its type demands no order of dates."),
        ),
        Order::Fine => (DatesVerdict::Fits, String::from("The dates agree with it.")),
        Order::Unknown => (
            DatesVerdict::NotKnown,
            String::from("Loose or missing dates leave open whether the order is right."),
        ),
        Order::Impossible => {
            let told = fits::against(workspace, link);
            let plain = || String::from("The dates rule it out.");
            (DatesVerdict::Impossible, told.unwrap_or_else(plain))
        }
    }
}

/// The quote of the citation with the best grade, those for the link before those against it.
fn best_quote(citations: &[SourceLine]) -> Option<&SourceLine> {
    let quoted = citations.iter().filter(|it| !it.quote.trim().is_empty());
    quoted.min_by_key(|it| {
        let letter = it.reliability.map(model::Reliability::word);
        let digit = it.credibility.map(model::Credibility::word);
        (
            it.stance == Stance::Against,
            (letter.is_none(), letter),
            (digit.is_none(), digit),
            it.number,
        )
    })
}

/// Which way chains are followed.
#[derive(Clone, Copy)]
enum Way {
    /// To causes.
    Back,
    /// To effects.
    On,
}

/// What passes the filter around a link.
struct Around<'a> {
    workspace: &'a Workspace,
    compiled: CompiledFilter<'a>,
}

impl<'a> Around<'a> {
    fn of(session: &'a Session, args: &'a LinkDetailArgs) -> Self {
        let workspace = session.workspace();
        Self {
            workspace,
            compiled: CompiledFilter::new(workspace, &args.filter),
        }
    }

    fn passing(&self, id: EventId) -> Option<&'a Event> {
        let event = self.workspace.event(id);
        event.filter(|it| self.compiled.passes(it))
    }

    /// Other claims between the same ends.
    fn beside(&self, context: &EventContext<'_>, link: &Link, effect: &Event) -> Vec<LinkLine> {
        let same = self.workspace.links_from(link.cause);
        same.filter(|it| it.id != link.id && it.effect == link.effect)
            .map(|it| context.line(it, effect))
            .collect()
    }

    /// The links to the effect from other causes that pass.
    fn other_causes(&self, context: &EventContext<'_>, link: &Link) -> Vec<LinkLine> {
        let others = self.workspace.links_to(link.effect);
        others
            .filter(|it| it.cause != link.cause)
            .filter_map(|it| Some(context.line(it, self.passing(it.cause)?)))
            .collect()
    }

    /// How many events that pass are reached from `from`, itself not counted: over links with a direction of effect that the
    /// dates allow.
    fn reached(&self, from: EventId, way: Way) -> usize {
        let mut steps: BTreeMap<EventId, Vec<&Link>> = BTreeMap::new();
        for link in &self.workspace.links {
            let end = match way {
                Way::Back => link.effect,
                Way::On => link.cause,
            };
            steps.entry(end).or_default().push(link);
        }
        let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
        while let Some(at) = open.pop() {
            for link in steps.get(&at).into_iter().flatten() {
                let next = match way {
                    Way::Back => link.cause,
                    Way::On => link.effect,
                };
                if self.acts(link) && self.passing(next).is_some() && seen.insert(next) {
                    open.push(next);
                }
            }
        }
        seen.len() - 1
    }

    fn acts(&self, link: &Link) -> bool {
        let known = self.workspace.link_type(link);
        known.is_some_and(|it| it.sign != Sign::Zero)
            && order(self.workspace, link) != Order::Impossible
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::sample;

    fn detail(session: &Session, cause: &str, effect: &str) -> LinkDetail {
        let workspace = session.workspace();
        let handle = |id| workspace.event(id).map(|it| it.handle.as_str());
        let link = workspace
            .links
            .iter()
            .find(|it| handle(it.cause) == Some(cause) && handle(it.effect) == Some(effect))
            .expect("the sample has it");
        let filter = api::dto::Filter::default();
        link_detail(
            session,
            LinkDetailArgs {
                id: link.id,
                filter,
            },
        )
        .unwrap()
    }

    /// The events that a tree names.
    fn named(branches: &[api::dto::BranchLine], into: &mut BTreeSet<EventId>) {
        for it in branches {
            into.insert(it.event.id);
            named(&it.branches, into);
        }
    }

    #[test]
    fn chains_count_what_the_answers_name() {
        let session = sample();
        let reached = |verb: &str, id: EventId| {
            let args = serde_json::json!({ "id": id.to_string(), "steps": 9 });
            let reply = crate::ask(&session, verb, args).unwrap();
            let tree: api::dto::TreeReply = serde_json::from_value(reply).unwrap();
            let mut all = BTreeSet::new();
            named(&tree.branches, &mut all);
            // In a feedback loop it leads to itself.
            all.remove(&id);
            all.len()
        };
        for link in session.workspace().links.iter().take(20) {
            let filter = api::dto::Filter::default();
            let it = link_detail(
                &session,
                LinkDetailArgs {
                    id: link.id,
                    filter,
                },
            )
            .unwrap();
            assert_eq!(
                it.before as usize,
                reached("why", link.cause),
                "{}",
                it.claim
            );
            assert_eq!(
                it.after as usize,
                reached("follows", link.effect),
                "{}",
                it.claim
            );
        }
    }

    #[test]
    fn a_link_says_what_it_claims() {
        let session = sample();
        let link = &session.workspace().links[0];
        let handle = |id| session.workspace().event(id).unwrap().handle.clone();
        let it = detail(&session, &handle(link.cause), &handle(link.effect));
        assert!(
            it.claim.starts_with('“') && it.claim.ends_with("”."),
            "{}",
            it.claim
        );
        assert!(it.standing.contains("confidence"), "{}", it.standing);
        assert!(
            it.other_causes
                .iter()
                .all(|other| other.event.id != it.cause.id)
        );
    }

    #[test]
    fn the_best_quote_is_of_the_best_grade_and_for_it() {
        let session = sample();
        let all = session.workspace().links.iter().map(|link| {
            let filter = api::dto::Filter::default();
            link_detail(
                &session,
                LinkDetailArgs {
                    id: link.id,
                    filter,
                },
            )
            .unwrap()
        });
        let citations = all.flat_map(|it| it.link.citations);
        let mut some = citations.take(3).collect::<Vec<_>>();
        assert_eq!(some.len(), 3, "the sample cites links");
        let graded = [
            ("A2", Stance::Against),
            ("B1", Stance::For),
            ("C1", Stance::For),
        ];
        for (line, (grade, stance)) in some.iter_mut().zip(graded) {
            line.quote = grade.to_owned();
            (line.reliability, line.credibility) =
                (grade[..1].parse().ok(), grade[1..].parse().ok());
            line.stance = stance;
        }
        let best = |of: &[SourceLine]| best_quote(of).map(|it| it.quote.clone());
        assert_eq!(best(&some).as_deref(), Some("B1"));
        assert_eq!(best(&some[..1]).as_deref(), Some("A2"));
        some[1].quote = String::new();
        assert_eq!(best(&some).as_deref(), Some("C1"));
        assert_eq!(best(&[]), None);
    }
}
