//! The claims from one theme or actor to another, as one line: what they say and what they rest on.

use std::collections::{BTreeMap, BTreeSet};

use graph::{Between, Groups};
use model::{Citation, Confidence, Link, LinkId, Sign, Stance, Target, Workspace};
use scene::Palette;

use super::letters::counted;
use crate::links::{Emphasis, Family, Style};
use crate::spec::ThemesSpec;

/// Width of a line for one claim, what each further one adds, and the limit.
const ONE_PX: f32 = 1.6;
const MORE_PX: f32 = 1.7;
const WIDEST_PX: f32 = 10.0;
/// So many kinds of claims are named, the rest is counted.
const NAMED: usize = 2;

/// A line between two blocks.
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) claims: Vec<LinkId>,
    /// What the claims say: "causes, anticipation moves".
    pub(super) kinds: String,
    /// "4 claims, 1 source".
    pub(super) evidence: String,
    /// "raises".
    pub(super) effect: &'static str,
    pub(super) style: Style,
    pub(super) is_faded: bool,
    /// Whether it belongs to what is under the pointer.
    pub(super) is_brought_out: bool,
}

impl Line {
    /// The lines between groups; those of the groups at `brought_out` stand out.
    pub(super) fn all(
        workspace: &Workspace,
        spec: &ThemesSpec<'_>,
        groups: &Groups<i64, i64>,
        brought_out: &[usize],
        palette: &Palette,
    ) -> Vec<Self> {
        let cited = cited(workspace);
        let line = |it: &Between| {
            let claims = it.claims.iter().filter_map(|id| workspace.link(*id));
            let claims: Vec<&Link> = claims.collect();
            let touches = brought_out.contains(&it.from) || brought_out.contains(&it.to);
            let lit = |highlight: &crate::spec::Highlight| {
                it.claims.iter().any(|id| highlight.links.contains(id))
            };
            Self {
                from: it.from,
                to: it.to,
                claims: it.claims.clone(),
                kinds: kinds(workspace, &claims, NAMED),
                evidence: evidence(&it.claims, &cited),
                effect: match it.sign {
                    Sign::Plus => "raises",
                    Sign::Minus => "lowers",
                    Sign::Zero => "no direction",
                },
                style: style(workspace, &claims, it.sign, palette),
                is_faded: spec.highlight.is_some_and(|it| !lit(it))
                    || (!brought_out.is_empty() && !touches),
                is_brought_out: touches,
            }
        };
        groups.between.iter().map(line).collect()
    }

    /// Its id for hits: the ids of its claims, separated by spaces.
    pub(super) fn hit_id(&self) -> String {
        ids(&self.claims)
    }
}

/// Ids separated by spaces.
pub(super) fn ids(claims: &[LinkId]) -> String {
    let ids: Vec<String> = claims.iter().map(ToString::to_string).collect();
    ids.join(" ")
}

/// The kinds of these claims, the most frequent first, so many of them named: "motivates 3, enables, 2 other".
pub(super) fn kinds_counted(workspace: &Workspace, claims: &[&Link], named: usize) -> String {
    let all = frequent(workspace, claims);
    let with_count = |(label, count): &(&str, usize)| match count {
        1 => (*label).to_owned(),
        more => format!("{label} {more}"),
    };
    joined(&all, named, with_count)
}

fn kinds(workspace: &Workspace, claims: &[&Link], named: usize) -> String {
    joined(&frequent(workspace, claims), named, |it| it.0.to_owned())
}

fn joined(all: &[(&str, usize)], named: usize, word: impl Fn(&(&str, usize)) -> String) -> String {
    // A count of one takes as much room as the name that it stands for.
    let named = if all.len() == named + 1 {
        all.len()
    } else {
        named
    };
    let mut words: Vec<String> = all.iter().take(named).map(word).collect();
    let rest: usize = all.iter().skip(named).map(|it| it.1).sum();
    if rest > 0 {
        words.push(format!("{rest} other"));
    }
    words.join(", ")
}

/// The labels of the types of these claims and how many there are of each, the most frequent first.
fn frequent<'a>(workspace: &'a Workspace, claims: &[&'a Link]) -> Vec<(&'a str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for link in claims {
        let known = workspace.link_type(link);
        let label = known.map_or(link.link_type.as_str(), |it| it.label.as_str());
        match found.iter_mut().find(|it| it.0 == label) {
            Some(it) => it.1 += 1,
            None => found.push((label, 1)),
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.1));
    found
}

/// The citations of every link.
fn cited(workspace: &Workspace) -> BTreeMap<LinkId, Vec<&Citation>> {
    let mut cited: BTreeMap<LinkId, Vec<&Citation>> = BTreeMap::new();
    for citation in &workspace.citations {
        if let Target::Link(id) = citation.target {
            cited.entry(id).or_default().push(citation);
        }
    }
    cited
}

/// "3 claims, 2 sources, 1 against".
fn evidence(claims: &[LinkId], cited: &BTreeMap<LinkId, Vec<&Citation>>) -> String {
    let all = || claims.iter().filter_map(|id| cited.get(id)).flatten();
    let sources: BTreeSet<_> = all().map(|it| it.source).collect();
    let against = all().filter(|it| it.stance == Stance::Against).count();
    let mut words = format!(
        "{}, {}",
        counted(claims.len(), "claim"),
        counted(sources.len(), "source")
    );
    if against > 0 {
        words.push_str(&format!(", {against} against"));
    }
    words
}

/// The line is as certain as the most certain of its claims.
fn style(workspace: &Workspace, claims: &[&Link], sign: Sign, palette: &Palette) -> Style {
    let color = match sign {
        Sign::Plus => palette.link_plus,
        Sign::Minus => palette.link_minus,
        Sign::Zero => palette.link_zero,
    };
    let more = claims.len().saturating_sub(1) as f32;
    let certain = claims.iter().map(|it| it.confidence).max();
    Style {
        confidence: certain.unwrap_or(Confidence::Moderate),
        lagged: false,
        impossible: false,
        family: Family::Plain,
        color,
        width_px: (ONE_PX + MORE_PX * more).min(WIDEST_PX),
        ..Style::of(workspace, claims, palette, Emphasis::Normal)
    }
}
