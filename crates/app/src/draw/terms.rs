//! Words of the boundary, as the crates that draw say them.

use api::dto::{Arrange, PaletteWord};
use api::words::{Flow, GroupsBy, LanesBy};
use chart::{Lanes, Look};
use model::Board;

/// The room on the screen.
pub(crate) fn look(it: api::dto::Look) -> Look {
    Look {
        width_px: it.width_px,
        height_px: it.height_px,
        theme: palette(it.theme),
        scroll_px: it.scroll_px,
        fit: chart::Fit::Grows,
        is_page: false,
    }
}

/// How lanes are made and arranged.
pub(crate) fn lanes(by: LanesBy, arrange: &Arrange) -> Lanes {
    Lanes {
        by: lanes_by(by),
        folded: arrange.fold.iter().cloned().collect(),
        by_first: arrange.by_first,
        since: arrange.since.clone(),
    }
}

/// What lanes stand for.
fn lanes_by(by: LanesBy) -> chart::LanesBy {
    match by {
        LanesBy::Theme => chart::LanesBy::Theme,
        LanesBy::Category => chart::LanesBy::Category,
        LanesBy::Actor => chart::LanesBy::Actor,
        LanesBy::Country => chart::LanesBy::Country,
        LanesBy::Status => chart::LanesBy::Status,
        LanesBy::None => chart::LanesBy::None,
    }
}

/// What nodes stand for.
pub(crate) fn groups_by(by: GroupsBy) -> chart::GroupsBy {
    match by {
        GroupsBy::Theme => chart::GroupsBy::Theme,
        GroupsBy::Actor => chart::GroupsBy::Actor,
    }
}

/// A room that is so many times as wide as high is read from left to right: a map from the top down would name less there.
const STRIP: f32 = 3.0;

/// The direction of a cause map in a room.
pub(crate) fn flow(it: Flow, look: &Look) -> chart::Flow {
    match it {
        Flow::Right => chart::Flow::Right,
        Flow::Auto if look.width_px > STRIP * look.height_px => chart::Flow::Right,
        Flow::Auto | Flow::Down => chart::Flow::Down,
    }
}

/// The chart whose pins and layout a cause map has.
pub(crate) fn board(flow: chart::Flow) -> Board {
    match flow {
        chart::Flow::Down => Board::CauseMapDown,
        chart::Flow::Right => Board::CauseMap,
    }
}

/// The colors.
pub(crate) fn palette(word: PaletteWord) -> scene::Theme {
    match word {
        PaletteWord::Light => scene::Theme::Light,
        PaletteWord::Dark => scene::Theme::Dark,
        PaletteWord::Print => scene::Theme::Print,
    }
}
