//! Names of what a step changed: current names, or names from the step itself for what has been deleted.

use std::collections::BTreeMap;

use model::{EventId, Target, Workspace};
use store::RowChange;

use crate::session::step_names::titled;

/// Finds names by table and id.
pub(super) struct Lookup<'a> {
    workspace: &'a Workspace,
    /// What the step says of rows that it added, removed or renamed.
    said: BTreeMap<(&'a str, &'a str), &'a str>,
    changes: &'a [RowChange],
}

impl<'a> Lookup<'a> {
    pub(super) fn new(workspace: &'a Workspace, changes: &'a [RowChange]) -> Self {
        let mut said = BTreeMap::new();
        for change in changes {
            let column = match change.table.as_str() {
                "event" | "source" => "title",
                _ => "name",
            };
            let field = change.fields.iter().find(|it| it.field == column);
            let name = field.and_then(|it| it.after.as_deref().or(it.before.as_deref()));
            if let Some(name) = name {
                said.insert((change.table.as_str(), change.row.as_str()), name);
            }
        }
        Self {
            workspace,
            said,
            changes,
        }
    }

    pub(super) fn workspace(&self) -> &'a Workspace {
        self.workspace
    }

    /// The name of row `id` of `table`.
    pub(super) fn name(&self, table: &str, id: &str) -> String {
        let now = id.parse().ok().and_then(|id| self.name_now(table, id));
        let then = || self.said.get(&(table, id)).copied();
        match now.or_else(then) {
            Some(name) => name.to_owned(),
            None => format!("{} that is gone", with_article(table)),
        }
    }

    fn name_now(&self, table: &str, id: i64) -> Option<&'a str> {
        let all = self.workspace;
        Some(match table {
            "event" => &all.event(EventId(id))?.title,
            "theme" => &all.themes.iter().find(|it| it.id.0 == id)?.name,
            "category" => &all.categories.iter().find(|it| it.id.0 == id)?.name,
            "actor" => &all.actors.iter().find(|it| it.id.0 == id)?.name,
            "place" => &all.places.iter().find(|it| it.id.0 == id)?.name,
            "layer" => &all.datasets.iter().find(|it| it.id.0 == id)?.name,
            "series" => &all.series.iter().find(|it| it.id.0 == id)?.name,
            "source" => {
                let source = all.sources.iter().find(|it| it.id.0 == id)?;
                if source.title.is_empty() {
                    &source.outlet
                } else {
                    &source.title
                }
            }
            _ => return None,
        })
    }

    /// "event E21, State Department orders …".
    pub(super) fn event(&self, id: EventId) -> String {
        let handle = self.workspace.event(id).map(|it| it.handle.as_str());
        let title = self.name("event", &id.to_string());
        match handle {
            Some(handle) => format!("event {handle}, {title}"),
            None => format!("event {}", titled(&title)),
        }
    }

    /// "“A” → “B”".
    pub(super) fn link(&self, id: &str) -> String {
        let now = at(&self.workspace.links, id, |it| it.id.0);
        let end = |column: &str, now: Option<EventId>| {
            let now = now.map(|id| id.to_string());
            let id = now
                .or_else(|| self.said_of("link", id, column))
                .unwrap_or_default();
            titled(&self.name("event", &id))
        };
        format!(
            "{} → {}",
            end("cause", now.map(|it| it.cause)),
            end("effect", now.map(|it| it.effect))
        )
    }

    /// "date of event E08, Xi and Trump …": what a claim is about.
    pub(super) fn claim(&self, id: &str) -> String {
        let now = at(&self.workspace.claims, id, |it| it.id.0);
        let field = now.map(|it| it.field.clone());
        let field = field
            .or_else(|| self.said_of("claim", id, "field"))
            .unwrap_or_default();
        let said = || self.said_of("claim", id, "event")?.parse().ok();
        match now.map(|it| it.event).or_else(said) {
            Some(event) => format!("{field} of {}", self.event(event)),
            None => field,
        }
    }

    /// What a citation is about.
    pub(super) fn cited(&self, id: &str) -> String {
        let now = at(&self.workspace.citations, id, |it| it.id.0);
        let said = |column| self.said_of("citation", id, column);
        let target = match now.map(|it| it.target) {
            Some(Target::Event(id)) => ("event", Some(id.to_string())),
            Some(Target::Claim(id)) => ("claim", Some(id.to_string())),
            Some(Target::Link(id)) => ("link", Some(id.to_string())),
            None => ["event", "claim", "link"]
                .map(|column| (column, said(column)))
                .into_iter()
                .find(|(_, id)| id.is_some())
                .unwrap_or(("event", None)),
        };
        match target {
            ("claim", Some(id)) => self.claim(&id),
            ("link", Some(id)) => format!("link {}", self.link(&id)),
            (_, Some(id)) => id
                .parse()
                .map_or_else(|_| String::new(), |id| self.event(id)),
            (_, None) => String::new(),
        }
    }

    /// What the step says that a row holds or held.
    fn said_of(&self, table: &str, row: &str, column: &str) -> Option<String> {
        let change = self
            .changes
            .iter()
            .find(|it| it.table == table && it.row == row)?;
        let field = change.fields.iter().find(|it| it.field == column)?;
        field.after.clone().or_else(|| field.before.clone())
    }
}

/// The one with this id; these lists are in the order of ids.
fn at<'a, T>(list: &'a [T], id: &str, id_of: impl Fn(&T) -> i64) -> Option<&'a T> {
    let at = list.binary_search_by_key(&id.parse().ok()?, id_of).ok()?;
    list.get(at)
}

/// What a row of `table` is called. Datasets are stored under their first name.
pub(super) fn thing_word(table: &str) -> String {
    match table {
        "layer" => String::from("dataset"),
        other => other.replace('_', " "),
    }
}

fn with_article(table: &str) -> String {
    let article = if table.starts_with(['a', 'e']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {}", thing_word(table))
}
