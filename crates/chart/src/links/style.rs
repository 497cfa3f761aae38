//! The appearance of a link, derived from what it claims.

use graph::Order;
use model::{Confidence, Link, Sign, Strength, Workspace};
use scene::{Dash, Palette, Rgba};

/// The sign at the effect's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Head {
    /// Raises.
    Arrow,
    /// Lowers.
    Bar,
    /// Blocks.
    DoubleBar,
    /// No direction of effect.
    Ring,
}

/// The sign on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// None.
    Plain,
    /// Chevron: a step of a process.
    LeadsTo,
    /// Diamond at the tail: makes possible.
    Enables,
    /// Double line: people act on what they expect.
    Anticipates,
    /// Quotation mark: a cause that somebody claims.
    Claimed,
}

/// How much a link stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Emphasis {
    /// As usual.
    Normal,
    /// Part of the selection.
    Strong,
    /// Something else is selected.
    Faded,
}

/// Everything needed to draw a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// The sign at the effect's end.
    pub(crate) head: Head,
    /// The sign on the line.
    pub(crate) family: Family,
    /// Two strokes: the effect follows after a stated time.
    pub(crate) lagged: bool,
    /// No dates within those of its ends allow the order that its type requires.
    pub(crate) impossible: bool,
    /// Certainty.
    pub(crate) confidence: Confidence,
    /// Width of the line.
    pub(crate) width_px: f32,
    /// Color of line and head.
    pub(crate) color: Rgba,
    /// The color under it, for hollow signs.
    pub(crate) background: Rgba,
}

impl Style {
    /// The style of these claims, all from one cause to one effect; the first decides everything except the width.
    pub(crate) fn of(
        workspace: &Workspace,
        claims: &[&Link],
        palette: &Palette,
        emphasis: Emphasis,
    ) -> Self {
        let first = claims.first();
        let sign = first.map_or(Sign::Plus, |link| sign_of(workspace, link));
        let word = first.map_or("", |link| link.link_type.as_str());
        let impossible = claims
            .iter()
            .any(|link| graph::order(workspace, link) == Order::Impossible);
        let color = if impossible {
            palette.contradiction
        } else {
            color_of(sign, palette, emphasis)
        };
        Self {
            head: head_of(sign, word),
            family: family_of(word),
            lagged: claims
                .iter()
                .any(|link| link.lag_days.is_some_and(|days| days != 0)),
            confidence: first.map_or(Confidence::Moderate, |link| link.confidence),
            width_px: width_of(claims, emphasis),
            impossible,
            color,
            background: palette.surface_canvas,
        }
    }

    /// A number that is the same for links that may share a line: those drawn alike but for the sign of their family.
    pub(crate) fn line_key(&self) -> u32 {
        let flags = [self.family == Family::Anticipates, self.impossible];
        let flags = flags.iter().fold(0, |all, it| 2 * all + u32::from(*it));
        4 * (4 * (self.head as u32) + self.confidence as u32) + flags
    }

    /// The dash pattern of the line.
    pub(crate) fn dash(&self) -> Dash {
        match self.confidence {
            Confidence::High => Dash::Solid,
            Confidence::Moderate => Dash::Moderate,
            Confidence::Low => Dash::Low,
        }
    }
}

/// The sign of a link's type; an unknown type is assumed to raise, as most do.
pub(crate) fn sign_of(workspace: &Workspace, link: &Link) -> Sign {
    workspace.link_type(link).map_or(Sign::Plus, |it| it.sign)
}

fn head_of(sign: Sign, word: &str) -> Head {
    match sign {
        Sign::Plus => Head::Arrow,
        Sign::Minus if word == "blocks" => Head::DoubleBar,
        Sign::Minus => Head::Bar,
        Sign::Zero => Head::Ring,
    }
}

fn family_of(word: &str) -> Family {
    match word {
        "leads_to" => Family::LeadsTo,
        "enables" => Family::Enables,
        "anticipates" => Family::Anticipates,
        "claimed_cause" => Family::Claimed,
        _ => Family::Plain,
    }
}

/// Strength sets the width of one claim; each further claim drawn with it adds to that, up to a limit.
fn width_of(claims: &[&Link], emphasis: Emphasis) -> f32 {
    let strongest = claims.iter().filter_map(|link| link.strength).max();
    let one = match strongest {
        Some(Strength::Weak) => 1.0,
        None | Some(Strength::Medium) => 1.4,
        Some(Strength::Strong) => 2.2,
    };
    let more = u8::try_from(claims.len().saturating_sub(1))
        .unwrap_or(u8::MAX)
        .min(3);
    let width = one + 0.9 * f32::from(more);
    match emphasis {
        Emphasis::Normal => width,
        Emphasis::Strong => width + 0.4,
        Emphasis::Faded => width.min(1.0),
    }
}

fn color_of(sign: Sign, palette: &Palette, emphasis: Emphasis) -> Rgba {
    match (emphasis, sign) {
        (Emphasis::Faded, _) => palette.line_strong.with_alpha(200),
        (_, Sign::Plus) => palette.link_plus,
        (_, Sign::Minus) => palette.link_minus,
        (_, Sign::Zero) => palette.link_zero,
    }
}
