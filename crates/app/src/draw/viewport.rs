//! The part of a map that is shown.

use api::dto::MapAt;
use chart::{At, Look};

/// A part of a map: what is looked at, and on how large a screen that was seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Viewport {
    at: At,
    seen_px: Option<[f32; 2]>,
}

impl Viewport {
    /// What was looked at on a screen of that size; `None`: on the one that it is drawn on.
    pub(crate) fn seen(said: MapAt, seen_px: Option<[f32; 2]>) -> Self {
        let MapAt { x_px, y_px, zoom } = said;
        Self {
            at: At { x_px, y_px, zoom },
            seen_px,
        }
    }

    /// How it is looked at in this room: what was seen, as large as there is room for, in the middle.
    pub(super) fn within(&self, look: &Look) -> At {
        let Some([width_px, height_px]) = self.seen_px else {
            return self.at;
        };
        let At { x_px, y_px, zoom } = self.at;
        let larger = zoom * (look.width_px / width_px).min(look.height_px / height_px);
        At {
            x_px: x_px + (width_px / zoom - look.width_px / larger) / 2.0,
            y_px: y_px + (height_px / zoom - look.height_px / larger) / 2.0,
            zoom: larger,
        }
    }
}

impl Viewport {
    /// How a map is looked at that is laid out for its room: at the same zoom, at the same part of the whole.
    pub(super) fn of_room(&self, look: &Look) -> At {
        let Some([width_px, height_px]) = self.seen_px else {
            return self.at;
        };
        At {
            x_px: self.at.x_px * look.width_px / width_px,
            y_px: self.at.y_px * look.height_px / height_px,
            zoom: self.at.zoom,
        }
    }
}

#[cfg(test)]
mod tests {
    use scene::Theme;

    use super::{Look, MapAt, Viewport};

    fn look(width_px: f32, height_px: f32) -> Look {
        Look {
            width_px,
            height_px,
            theme: Theme::Print,
            scroll_px: 0.0,
            fit: chart::Fit::Grows,
            is_page: false,
        }
    }

    const AT: MapAt = MapAt {
        x_px: 100.0,
        y_px: -20.0,
        zoom: 2.0,
    };

    #[test]
    fn a_page_twice_as_large_shows_the_same_twice_as_large() {
        let part = Viewport::seen(AT, Some([600.0, 400.0]));
        let at = part.within(&look(1200.0, 800.0));
        assert_eq!((at.x_px, at.y_px, at.zoom), (100.0, -20.0, 4.0));
    }

    #[test]
    fn a_page_of_another_shape_shows_more_beside_it() {
        let part = Viewport::seen(AT, Some([600.0, 400.0]));
        let at = part.within(&look(1200.0, 400.0));
        // 300 by 200 pixels of the map were seen; of the 600 by 200 that show now these are the middle.
        assert_eq!((at.x_px, at.y_px, at.zoom), (-50.0, -20.0, 2.0));
    }

    #[test]
    fn what_is_laid_out_for_its_room_keeps_zoom_and_place() {
        let part = Viewport::seen(AT, Some([600.0, 400.0]));
        let at = part.of_room(&look(1200.0, 400.0));
        assert_eq!((at.x_px, at.y_px, at.zoom), (200.0, -20.0, 2.0));
    }

    #[test]
    fn without_a_screen_it_is_as_large_as_it_says() {
        let at = Viewport::seen(AT, None).within(&look(1200.0, 400.0));
        assert_eq!((at.x_px, at.y_px, at.zoom), (100.0, -20.0, 2.0));
    }
}
