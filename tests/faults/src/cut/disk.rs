//! A folder on a disk whose power can be cut.
//!
//! A write is safe once a later sync of the same file has returned; until then it may be lost, kept or torn at the edge
//! of a sector, each on its own. Names are safe after a sync of the folder (a new one also after a sync of its file);
//! until then they survive as a prefix of what was done to them. That is what ext4 promises, at its worst.

use std::collections::BTreeMap;

use super::log::Operation;
use crate::dice::Dice;

/// What a disk writes whole or not at all, in bytes.
const SECTOR_BYTES: usize = 512;

/// Files by name.
pub(crate) type Image = BTreeMap<String, Vec<u8>>;

/// The folder in mid-work.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    nodes: Vec<Node>,
    names: BTreeMap<String, usize>,
    safe_names: BTreeMap<String, usize>,
    naming: Vec<Naming>,
}

#[derive(Debug, Default)]
struct Node {
    safe: Vec<u8>,
    pending: Vec<Pending>,
}

#[derive(Debug)]
enum Pending {
    Write(usize, Vec<u8>),
    Resize(usize),
}

#[derive(Debug, Clone)]
enum Naming {
    Create(String, usize),
    Remove(String),
    Rename(String, String),
}

/// How much of what is not safe survives a cut.
#[derive(Clone, Copy)]
enum Luck {
    None,
    All,
    /// The oldest of it.
    Prefix,
    /// Any of it.
    Some,
}

impl Disk {
    /// A folder whose files are all safe.
    #[must_use]
    pub(crate) fn with(image: Image) -> Self {
        let mut disk = Self::default();
        for (at, (name, safe)) in image.into_iter().enumerate() {
            let pending = Vec::new();
            disk.nodes.push(Node { safe, pending });
            disk.names.insert(name.clone(), at);
            disk.safe_names.insert(name, at);
        }
        disk
    }

    /// Does one operation.
    pub(crate) fn apply(&mut self, operation: &Operation) {
        match operation {
            Operation::Create(name) => self.create(name),
            Operation::Write(name, offset, bytes) => {
                self.hold(name, Pending::Write(*offset, bytes.clone()));
            }
            Operation::Resize(name, length) => self.hold(name, Pending::Resize(*length)),
            Operation::Sync(name) => self.sync(name),
            Operation::SyncFolder => self.settle_names(self.naming.len()),
            Operation::Remove(name) => {
                if self.names.remove(name).is_some() {
                    self.naming.push(Naming::Remove(name.clone()));
                }
            }
            Operation::Rename(from, to) => {
                if let Some(node) = self.names.remove(from) {
                    self.names.insert(to.clone(), node);
                    self.naming.push(Naming::Rename(from.clone(), to.clone()));
                }
            }
            Operation::Ack(_) => {}
        }
    }

    fn create(&mut self, name: &str) {
        if !self.names.contains_key(name) {
            let node = self.nodes.len();
            self.nodes.push(Node::default());
            self.names.insert(name.to_owned(), node);
            self.naming.push(Naming::Create(name.to_owned(), node));
        }
    }

    fn node(&mut self, name: &str) -> Option<&mut Node> {
        self.nodes.get_mut(*self.names.get(name)?)
    }

    fn hold(&mut self, name: &str, pending: Pending) {
        if let Some(node) = self.node(name) {
            node.pending.push(pending);
        }
    }

    fn sync(&mut self, name: &str) {
        let Some(node) = self.node(name) else { return };
        for pending in std::mem::take(&mut node.pending) {
            pending.write_to(&mut node.safe);
        }
        let synced = self.names.get(name).copied();
        let created = |it: &Naming| matches!(it, Naming::Create(_, node) if Some(*node) == synced);
        if let Some(at) = self.naming.iter().position(created) {
            self.settle_names(at + 1);
        }
    }

    fn settle_names(&mut self, count: usize) {
        for naming in self.naming.drain(..count) {
            naming.apply_to(&mut self.safe_names);
        }
    }

    /// One of the folders that a power cut at this moment could leave.
    #[must_use]
    pub(crate) fn cut(&self, dice: &mut Dice) -> Image {
        let luck = [Luck::None, Luck::All, Luck::Prefix, Luck::Some, Luck::Some];
        let luck = dice.pick(&luck).copied().unwrap_or(Luck::None);
        let mut names = self.safe_names.clone();
        let survive = match luck {
            Luck::None => 0,
            Luck::All => self.naming.len(),
            Luck::Prefix | Luck::Some => dice.below(self.naming.len() + 1),
        };
        for naming in self.naming.iter().take(survive) {
            naming.apply_to(&mut names);
        }
        let content = |node: usize, dice: &mut Dice| {
            let node = self.nodes.get(node);
            node.map_or_else(Vec::new, |it| it.cut(luck, dice))
        };
        let files = names.into_iter();
        files
            .map(|(name, node)| (name, content(node, dice)))
            .collect()
    }
}

impl Node {
    fn cut(&self, luck: Luck, dice: &mut Dice) -> Vec<u8> {
        let mut content = self.safe.clone();
        let most = match luck {
            Luck::None => 0,
            Luck::Prefix => dice.below(self.pending.len() + 1),
            Luck::All | Luck::Some => self.pending.len(),
        };
        for pending in self.pending.iter().take(most) {
            match (luck, pending) {
                (Luck::Some, _) if dice.chance(50) => {}
                (Luck::Some | Luck::Prefix, Pending::Write(offset, bytes)) if dice.chance(25) => {
                    tear(&mut content, *offset, bytes, dice);
                }
                _ => pending.write_to(&mut content),
            }
        }
        content
    }
}

/// Writes only some sectors: the first, the last, or any.
fn tear(content: &mut Vec<u8>, offset: usize, bytes: &[u8], dice: &mut Dice) {
    let sectors = bytes.len().div_ceil(SECTOR_BYTES);
    let (shape, edge) = (dice.below(3), dice.below(sectors + 1));
    for (at, sector) in bytes.chunks(SECTOR_BYTES).enumerate() {
        let kept = match shape {
            0 => at < edge,
            1 => at >= edge,
            _ => dice.chance(50),
        };
        if kept {
            write(content, offset + at * SECTOR_BYTES, sector);
        }
    }
}

fn write(content: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    if let Some(place) = content.get_mut(offset..end) {
        place.copy_from_slice(bytes);
    }
}

impl Pending {
    fn write_to(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write(offset, bytes) => write(content, *offset, bytes),
            Self::Resize(length) => content.resize(*length, 0),
        }
    }
}

impl Naming {
    fn apply_to(&self, names: &mut BTreeMap<String, usize>) {
        match self {
            Self::Create(name, node) => {
                names.insert(name.clone(), *node);
            }
            Self::Remove(name) => {
                names.remove(name);
            }
            Self::Rename(from, to) => {
                if let Some(node) = names.remove(from) {
                    names.insert(to.clone(), node);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Disk, Image, Operation};
    use crate::dice::Dice;

    fn images(operations: &[Operation]) -> Vec<Image> {
        let mut disk = Disk::default();
        operations.iter().for_each(|it| disk.apply(it));
        let mut dice = Dice::of(1, 1);
        (0..300).map(|_| disk.cut(&mut dice)).collect()
    }

    fn write(name: &str, offset: usize, letter: u8) -> Operation {
        Operation::Write(name.to_owned(), offset, vec![letter; 1024])
    }

    #[test]
    fn what_was_synced_is_there_and_the_rest_may_be() {
        let file = String::from("a");
        let images = images(&[
            Operation::Create(file.clone()),
            write("a", 0, b'x'),
            Operation::Sync(file.clone()),
            write("a", 1024, b'y'),
            write("a", 2048, b'z'),
        ]);
        assert!(images.iter().all(|it| it["a"].starts_with(&[b'x'; 1024])));
        let holds = |letter: u8, count: usize| {
            let of = |it: &&Image| it["a"].iter().filter(|byte| **byte == letter).count() == count;
            images.iter().any(|it| of(&it))
        };
        for letter in [b'y', b'z'] {
            assert!(holds(letter, 0) && holds(letter, 512) && holds(letter, 1024));
        }
    }

    #[test]
    fn a_removed_file_may_come_back_until_the_folder_is_synced() {
        let file = String::from("a");
        let mut done = vec![
            Operation::Create(file.clone()),
            Operation::Sync(file.clone()),
            Operation::Remove(file.clone()),
        ];
        assert!(images(&done).iter().any(|it| it.contains_key("a")));
        assert!(images(&done).iter().any(Image::is_empty));
        done.push(Operation::SyncFolder);
        assert!(images(&done).iter().all(Image::is_empty));
    }

    #[test]
    fn a_renamed_file_has_one_of_its_names() {
        let images = images(&[
            Operation::Create(String::from("a")),
            write("a", 0, b'x'),
            Operation::Sync(String::from("a")),
            Operation::Rename(String::from("a"), String::from("b")),
        ]);
        assert!(images.iter().all(|it| it.len() == 1));
        assert!(images.iter().any(|it| it.contains_key("a")));
        assert!(images.iter().any(|it| it.contains_key("b")));
    }
}
