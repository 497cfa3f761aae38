//! The matrix: a row for what acts, a column for what is acted on. For many claims it reads better than lines.

mod draw;
mod grid;
mod sign;
mod table;

use model::Workspace;
use scene::Palette;

use super::content::Content;
use super::counts::{Counts, claims};
use super::drawn::Drawn;
use super::letters::Letters;
use crate::map::Map;
use crate::spec::ThemesSpec;
use draw::Matrix;
use grid::Grid;

/// The matrix in this room.
pub(super) fn matrix(
    workspace: &Workspace,
    content: &Content<'_>,
    (width_px, height_px): (f32, f32),
    letters: &Letters,
    spec: &ThemesSpec<'_>,
    palette: &Palette,
) -> Drawn {
    let (table, grid) = Grid::of(content, (width_px, height_px), letters);
    let counts = Counts {
        blocks: table.order.len(),
        partners: 0,
        claims: claims(content).0,
        shortened: grid.shortened,
        has_partners: false,
    };
    let mut map = Map::default();
    let matrix = Matrix {
        workspace,
        content,
        table: &table,
        grid: &grid,
        letters,
        palette,
        highlight: spec.highlight,
    };
    let (legend, cut) = matrix.draw(&mut map);
    let counts = Counts {
        shortened: counts.shortened + cut,
        ..counts
    };
    let below = table.below();
    let order = format!(
        "Rows act, columns are acted on, in the order with the fewest claims below the diagonal ({below}). "
    );
    Drawn {
        map,
        legend,
        counts: order + &counts.sentences(content),
        needed_px: grid.bottom(),
        is_complete: table.others == 0,
    }
}
