//! New themes, actors and places added on the fly: a name is enough.

use std::collections::BTreeMap;

use model::{Actor, ActorId, Place, PlaceId, Theme, ThemeId};

use crate::lookup::names::slug;
use crate::lookup::vocabulary::hues;
use crate::session::plan::Plan;

/// Maximum characters of a name, as the file allows.
const LONGEST: usize = 500;
/// Steps through the hues from one new theme to the next: neighbors in the alphabet are not far apart, and this meets
/// all twelve before it comes back.
const HUE_STEP: usize = 5;

/// A new theme of this name, in a hue that few others have.
pub(crate) fn theme(plan: &mut Plan<'_>, name: &str) -> ThemeId {
    let name = cut(name);
    let handle = slug::handle(&name, "theme", plan.themes().map(|it| it.handle.as_str()));
    let it = Theme {
        id: ThemeId(plan.fresh()),
        hue: spare_hue(plan),
        handle,
        name,
        parent: None,
    };
    let id = it.id;
    plan.note_added("theme", id.0, &it.handle);
    plan.put_theme(it);
    id
}

/// A new actor of this name, on its own.
pub(crate) fn actor(plan: &mut Plan<'_>, name: &str) -> ActorId {
    let name = cut(name);
    let handle = slug::actor_handle(&name, plan.actors().map(|it| it.handle.as_str()));
    let it = Actor {
        id: ActorId(plan.fresh()),
        handle,
        name,
        parent: None,
        country: String::new(),
    };
    let id = it.id;
    plan.note_added("actor", id.0, &it.handle);
    plan.put_actor(it);
    id
}

/// A new place of this name, without a point on the map. "Baghdad, IQ" lies in the country IQ.
pub(crate) fn place(plan: &mut Plan<'_>, name: &str) -> PlaceId {
    let name = cut(name);
    let last = name.rsplit_once(", ").map_or("", |(_, last)| last);
    let is_code = last.len() == 2 && last.bytes().all(|it| it.is_ascii_uppercase());
    let it = Place {
        id: PlaceId(plan.fresh()),
        latitude_deg: None,
        longitude_deg: None,
        country: if is_code {
            last.to_owned()
        } else {
            String::new()
        },
        name,
    };
    let id = it.id;
    plan.note_added("place", id.0, &it.name);
    plan.put_place(it);
    id
}

fn cut(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(LONGEST)
        .collect()
}

/// The hue that the fewest themes have.
pub(crate) fn spare_hue(plan: &Plan<'_>) -> String {
    let hues = hues();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for theme in plan.themes() {
        *uses.entry(theme.hue.as_str()).or_default() += 1;
    }
    let count = hues.len().max(1);
    let order = (0..count).filter_map(|at| hues.get(at * HUE_STEP % count));
    order
        .min_by_key(|hue| uses.get(hue.as_str()).copied().unwrap_or(0))
        .cloned()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{actor, place, theme};
    use crate::session::plan::Plan;

    #[test]
    fn a_name_is_enough() {
        let sample = crate::session::sample::workspace().unwrap();
        let mut plan = Plan::new(&sample, None);
        let theme = theme(&mut plan, "Shadow  fleet");
        let made = plan.theme(theme).unwrap();
        assert_eq!(
            (made.handle.as_str(), made.name.as_str()),
            ("shadow-fleet", "Shadow fleet")
        );
        assert_eq!(
            made.hue, "blue",
            "all twelve are used once: the first again"
        );
        let actor = actor(&mut plan, "OPEC");
        assert_eq!(plan.actor(actor).unwrap().handle, "OPEC");
        let place = place(&mut plan, "Basra, IQ");
        assert_eq!(plan.place(place).unwrap().country, "IQ");
    }

    #[test]
    fn new_themes_differ_in_hue() {
        let empty = model::Workspace::default();
        let mut plan = Plan::new(&empty, None);
        let hues: std::collections::BTreeSet<String> = (0..12)
            .map(|number| {
                let id = theme(&mut plan, &format!("Theme {number}"));
                plan.theme(id).unwrap().hue.clone()
            })
            .collect();
        assert_eq!(hues.len(), 12);
    }
}
