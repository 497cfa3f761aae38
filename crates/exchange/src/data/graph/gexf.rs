//! GEXF 1.2: a dynamic graph, in which an event exists on its possible days.

use model::Event;

use super::{
    Field, Picked, Xmls, edge_fields, edge_ids, is_number, node_fields, node_id, of_event, of_link,
    written,
};
use crate::data::days::{Stretch, stretches, xsd};
use crate::data::legible;

/// The graph as GEXF. An open side of a date has no attribute, which means unbounded in GEXF; the days of a set are
/// separate spells.
#[must_use]
pub fn gexf(picked: &Picked<'_>) -> String {
    written(|xml| {
        let root = xml.create_element("gexf").with_attributes([
            ("xmlns", "http://www.gexf.net/1.2draft"),
            ("version", "1.2"),
        ]);
        root.write_inner_content(|xml| {
            let graph = xml.create_element("graph").with_attributes([
                ("defaultedgetype", "directed"),
                ("mode", "dynamic"),
                ("timeformat", "date"),
            ]);
            graph.write_inner_content(|xml| {
                attributes(xml, "node", node_fields())?;
                attributes(xml, "edge", edge_fields())?;
                nodes(xml, picked)?;
                edges(xml, picked)
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

fn nodes(xml: &mut Xmls, picked: &Picked<'_>) -> std::io::Result<()> {
    xml.create_element("nodes").write_inner_content(|xml| {
        for it in &picked.events {
            let (id, label) = (node_id(it), legible(&it.title));
            let all = spells(it);
            let mut node = xml
                .create_element("node")
                .with_attributes([("id", id.as_str()), ("label", &label)]);
            if let [(start, end)] = all.as_slice() {
                node = node.with_attributes(sides(start, end));
            }
            node.write_inner_content(|xml| {
                values(xml, "node", &of_event(picked, it))?;
                match all.len() {
                    0 | 1 => Ok(()),
                    _ => write_spells(xml, &all),
                }
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

type Side = Option<String>;

/// The ranges of an event as pairs of days.
fn spells(it: &Event) -> Vec<(Side, Side)> {
    let pair = |it: Stretch| {
        (
            it.first.map(|it| xsd(it.day())),
            it.last.map(|it| xsd(it.day())),
        )
    };
    let all = it.date.as_ref().map(stretches).unwrap_or_default();
    all.into_iter().map(pair).collect()
}

fn sides<'a>(start: &'a Side, end: &'a Side) -> impl Iterator<Item = (&'a str, &'a str)> {
    let start = start.as_deref().map(|it| ("start", it));
    start
        .into_iter()
        .chain(end.as_deref().map(|it| ("end", it)))
}

fn write_spells(xml: &mut Xmls, all: &[(Side, Side)]) -> std::io::Result<()> {
    xml.create_element("spells").write_inner_content(|xml| {
        for (start, end) in all {
            xml.create_element("spell")
                .with_attributes(sides(start, end))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn edges(xml: &mut Xmls, picked: &Picked<'_>) -> std::io::Result<()> {
    xml.create_element("edges").write_inner_content(|xml| {
        for it in &picked.links {
            let [id, source, target] = edge_ids(it);
            let label = legible(picked.label(it));
            let edge = xml.create_element("edge").with_attributes([
                ("id", id.as_str()),
                ("source", &source),
                ("target", &target),
                ("label", &label),
            ]);
            edge.write_inner_content(|xml| values(xml, "edge", &of_link(picked, it)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn attributes(
    xml: &mut Xmls,
    class: &str,
    fields: impl Iterator<Item = &'static str>,
) -> std::io::Result<()> {
    let list = xml
        .create_element("attributes")
        .with_attributes([("class", class), ("mode", "static")]);
    list.write_inner_content(|xml| {
        for name in fields.filter(|it| *it != "label") {
            let id = format!("{class}_{name}");
            let kind = if is_number(name) { "integer" } else { "string" };
            xml.create_element("attribute")
                .with_attributes([("id", id.as_str()), ("title", name), ("type", kind)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn values(xml: &mut Xmls, class: &str, fields: &[Field]) -> std::io::Result<()> {
    xml.create_element("attvalues").write_inner_content(|xml| {
        // The label is on the node or the edge itself.
        for (name, value) in fields.iter().filter(|it| it.0 != "label") {
            let (id, value) = (format!("{class}_{name}"), legible(value));
            xml.create_element("attvalue")
                .with_attributes([("for", id.as_str()), ("value", &value)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
