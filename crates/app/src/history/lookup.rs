//! Names of what a step changed: of what is there now, and of what the step itself says about what is gone.

use std::collections::BTreeMap;

use model::{EventId, Workspace};
use store::RowChange;

use crate::write::titled;

/// Finds names by table and id.
pub(super) struct Lookup<'a> {
    workspace: &'a Workspace,
    /// What the step says of rows that it added, removed or renamed.
    said: BTreeMap<(&'a str, &'a str), &'a str>,
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
        Self { workspace, said }
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
            "layer" => &all.layers.iter().find(|it| it.id.0 == id)?.name,
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
    pub(super) fn link(&self, change: &RowChange) -> String {
        let now = self
            .workspace
            .links
            .iter()
            .find(|it| it.id.to_string() == change.row);
        let end = |column: &str, now: Option<EventId>| {
            let field = change.fields.iter().find(|it| it.field == column);
            let said = field.and_then(|it| it.after.clone().or_else(|| it.before.clone()));
            let id = now.map(|id| id.to_string()).or(said).unwrap_or_default();
            titled(&self.name("event", &id))
        };
        format!(
            "{} → {}",
            end("cause", now.map(|it| it.cause)),
            end("effect", now.map(|it| it.effect))
        )
    }
}

fn with_article(table: &str) -> String {
    let article = if table.starts_with(['a', 'e']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {}", table.replace('_', " "))
}
