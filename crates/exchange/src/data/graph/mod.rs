//! The graph of causes for graph programs: GraphML, GEXF and DOT. Claims between the same two events stay separate, and
//! nodes and edges have the fields of the tables.

mod dot;
mod gexf;
mod graphml;

pub use dot::dot;
pub use gexf::gexf;
pub use graphml::graphml;

use model::{Event, Link};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event as Xml};

use super::Picked;
use super::days::first_and_last;
use super::table::{Cell, EVENTS, LINKS, NUMBERS, event, link};

type Xmls = Writer<Vec<u8>>;
/// A field of a node or an edge: name and value.
type Field = (&'static str, String);

/// Columns of the tables that nodes and edges have as their own: ids, ends and labels.
const OWN: [&str; 6] = [
    "id",
    "title",
    "cause",
    "cause_title",
    "effect",
    "effect_title",
];
/// Additional fields of a node: its first and last day, if any, and its main theme.
const OF_NODES: [&str; 3] = ["first_day", "last_day", "theme"];

/// The fields of nodes, in their order.
fn node_fields() -> impl Iterator<Item = &'static str> {
    let columns = EVENTS.into_iter().filter(|it| !OWN.contains(it));
    ["label"].into_iter().chain(columns).chain(OF_NODES)
}

/// The fields of edges, in their order.
fn edge_fields() -> impl Iterator<Item = &'static str> {
    let columns = LINKS.into_iter().filter(|it| !OWN.contains(it));
    ["label"].into_iter().chain(columns)
}

/// True for fields that hold whole numbers.
fn is_number(field: &str) -> bool {
    NUMBERS.contains(&field)
}

/// The non-empty fields of an event.
fn of_event(picked: &Picked<'_>, it: &Event) -> Vec<Field> {
    let (first, last) = first_and_last(it);
    let day = |it: Option<model::date::Day>| it.map(|it| it.to_string()).unwrap_or_default();
    let theme = picked.themes(it).first().copied().unwrap_or_default();
    let besides = [day(first), day(last), theme.to_owned()];
    let columns = EVENTS.into_iter().zip(event(picked, it));
    said(&it.title, columns, OF_NODES.into_iter().zip(besides))
}

/// The non-empty fields of a link.
fn of_link(picked: &Picked<'_>, it: &Link) -> Vec<Field> {
    let columns = LINKS.into_iter().zip(link(picked, it));
    said(picked.label(it), columns, std::iter::empty())
}

fn said(
    label: &str,
    columns: impl Iterator<Item = (&'static str, Cell)>,
    besides: impl Iterator<Item = Field>,
) -> Vec<Field> {
    let columns = columns.filter(|it| !OWN.contains(&it.0));
    let columns = columns.map(|(name, cell)| (name, cell.words()));
    let all = [("label", label.to_owned())].into_iter().chain(columns);
    all.chain(besides).filter(|it| !it.1.is_empty()).collect()
}

/// Ids of an edge and of the nodes at its ends.
fn edge_ids(it: &Link) -> [String; 3] {
    [
        format!("l{}", it.id),
        format!("e{}", it.cause),
        format!("e{}", it.effect),
    ]
}

fn node_id(it: &Event) -> String {
    format!("e{}", it.id)
}

/// A document with its head.
fn written(body: impl FnOnce(&mut Xmls) -> std::io::Result<()>) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    // A vector takes whatever is written.
    let _ = xml.write_event(Xml::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = body(&mut xml);
    String::from_utf8(xml.into_inner()).unwrap_or_default() + "\n"
}
