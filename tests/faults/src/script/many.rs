//! Edits of up to a thousand rows in one step.

use store::StoreError;

use super::Fixture;

const MOST_ROWS: usize = 1000;

type Done = Result<(), StoreError>;

impl Fixture<'_, '_> {
    /// As an import does: events, and links between those that were there.
    pub(super) fn add_many(&mut self) -> Done {
        for _ in 0..self.dice.magnitude(MOST_ROWS) {
            let id = self.next_id();
            if self.dice.chance(20) {
                self.link(id).map_or(Ok(()), |it| self.edit.put_link(&it))?;
            } else {
                let event = self.event(id);
                self.edit.put_event(&event)?;
            }
        }
        Ok(())
    }

    pub(super) fn edit_many(&mut self) -> Done {
        let rows = self.dice.magnitude(MOST_ROWS);
        let first = self.dice.below(self.workspace.events.len());
        for event in self.workspace.events.iter().skip(first).take(rows) {
            let mut event = event.clone();
            event.severity = 1 + event.severity % 5;
            event.tags = vec![self.words(1)];
            self.edit.put_event(&event)?;
        }
        Ok(())
    }

    pub(super) fn delete_many(&mut self) -> Done {
        let rows = self.dice.magnitude(MOST_ROWS);
        let first = self.dice.below(self.workspace.events.len());
        for event in self.workspace.events.iter().skip(first).take(rows) {
            self.edit.delete_event(event.id)?;
        }
        Ok(())
    }
}
