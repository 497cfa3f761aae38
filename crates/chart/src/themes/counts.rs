//! What is drawn and what is only counted, in words.

use super::content::Content;
use super::letters::counted;
use super::placed::Placed;

/// How much of the content is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub(super) blocks: usize,
    pub(super) partners: usize,
    /// Claims of the lines or cells that are drawn.
    pub(super) claims: usize,
    /// Texts that end with "…".
    pub(super) shortened: usize,
    /// Whether partners are drawn or named.
    pub(super) has_partners: bool,
}

impl Counts {
    pub(super) fn of(content: &Content<'_>, placed: &Placed) -> Self {
        let claims = placed
            .routes
            .iter()
            .map(|it| content.lines[it.line].claims.len());
        let names = placed
            .blocks
            .iter()
            .filter(|it| it.size.is_shortened)
            .count();
        let labels = placed.routes.iter().filter_map(|it| it.label.as_ref());
        Self {
            blocks: placed.blocks.len(),
            partners: placed.partners.len(),
            claims: claims.sum(),
            shortened: names + labels.filter(|it| it.is_shortened).count(),
            has_partners: !placed.names_partners,
        }
    }

    /// "6 of 12 themes, 5 of 11 actors" and "11 claims between themes, 31 within": what stands above the chart on screen.
    pub(super) fn heading(&self, content: &Content<'_>) -> (String, String) {
        let all = content.blocks.len() + content.never_first;
        let noun = content.noun();
        let mut first = format!("{} of {}", self.blocks, counted(all, noun));
        if self.partners > 0 {
            let partners = counted(content.partners.len(), content.partner_noun());
            first.push_str(&format!(", {} of {partners}", self.partners));
        }
        let (between, within) = claims(content);
        let second = format!(
            "{} between {noun}s, {within} within",
            counted(between, "claim")
        );
        (first, second)
    }

    /// Sentences for a note: how entries and claims are counted, and what is not drawn.
    pub(super) fn sentences(&self, content: &Content<'_>) -> String {
        let noun = content.noun();
        let mut words = format!("Each entry counts once, under its first {noun}");
        if content.never_first > 0 {
            let never = counted(content.never_first, noun);
            let verb = if content.never_first == 1 {
                "is"
            } else {
                "are"
            };
            words.push_str(&format!("; {never} {verb} never first"));
        }
        let (between, within) = claims(content);
        let all = counted(between + within, "claim");
        words.push_str(&format!(
            ". {between} of {all} run between {noun}s, {within} within one."
        ));
        let mut left_out = Vec::new();
        let mut leave = |count: usize, one: &str| {
            if count > 0 {
                left_out.push(counted(count, one));
            }
        };
        leave(content.blocks.len() - self.blocks, noun);
        leave(between - self.claims, "claim");
        if self.has_partners {
            leave(
                content.partners.len() - self.partners,
                content.partner_noun(),
            );
        }
        if !left_out.is_empty() {
            words.push_str(&format!(" Not drawn: {}.", left_out.join(", ")));
        }
        if self.shortened > 0 {
            words.push_str(&format!(" {} shortened.", counted(self.shortened, "text")));
        }
        words
    }
}

/// How many claims run between blocks, and how many within one.
pub(super) fn claims(content: &Content<'_>) -> (usize, usize) {
    let between = content.lines.iter().map(|it| it.claims.len()).sum();
    let within = content.blocks.iter().map(|it| it.within.len()).sum();
    (between, within)
}
