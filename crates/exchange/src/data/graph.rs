//! The graph of causes for programs of graphs: GraphML, GEXF and DOT. Claims between the same two events stay apart.

use std::fmt::Write as _;

use model::{Confidence, Event, Link, Tone};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event as Xml};

use super::{Picked, days, legible, words};

type Xmls = Writer<Vec<u8>>;

/// What is told of an event: the name of the field, and its value.
fn of_event(picked: &Picked<'_>, it: &Event) -> [(&'static str, String); 9] {
    let (first, last) = days(it).map_or((String::new(), String::new()), |(a, b)| {
        (a.to_string(), b.to_string())
    });
    [
        ("label", it.title.clone()),
        ("handle", it.handle.clone()),
        ("date", words(it).to_owned()),
        ("first_day", first),
        ("last_day", last),
        ("tone", it.tone.word().to_owned()),
        ("severity", it.severity.to_string()),
        ("status", it.status.word().to_owned()),
        (
            "theme",
            picked
                .themes(it)
                .first()
                .copied()
                .unwrap_or_default()
                .to_owned(),
        ),
    ]
}

/// What is told of a link.
fn of_link(picked: &Picked<'_>, it: &Link) -> [(&'static str, String); 6] {
    [
        ("type", it.link_type.clone()),
        ("label", picked.label(it).to_owned()),
        ("sign", picked.sign(it).to_owned()),
        ("confidence", it.confidence.word().to_owned()),
        ("basis", it.basis.word().to_owned()),
        ("sources", picked.handles(model::Target::Link(it.id))),
    ]
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

/// GraphML (Brandes and others 2002).
#[must_use]
pub fn graphml(picked: &Picked<'_>) -> String {
    written(|xml| {
        let root = xml
            .create_element("graphml")
            .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
        root.write_inner_content(|xml| {
            for (name, of) in keys() {
                let id = format!("{of}_{name}");
                let kind = if name == "severity" { "int" } else { "string" };
                let key = xml
                    .create_element("key")
                    .with_attributes([("id", id.as_str()), ("for", of)]);
                key.with_attributes([("attr.name", name), ("attr.type", kind)])
                    .write_empty()?;
            }
            let graph = xml
                .create_element("graph")
                .with_attributes([("id", "causes"), ("edgedefault", "directed")]);
            graph.write_inner_content(|xml| {
                for it in &picked.events {
                    let node = xml
                        .create_element("node")
                        .with_attribute(("id", node_id(it).as_str()));
                    node.write_inner_content(|xml| data(xml, "node", &of_event(picked, it)))?;
                }
                for it in &picked.links {
                    let [id, source, target] = edge_ids(it);
                    let edge = xml.create_element("edge").with_attributes([
                        ("id", id.as_str()),
                        ("source", &source),
                        ("target", &target),
                    ]);
                    edge.write_inner_content(|xml| data(xml, "edge", &of_link(picked, it)))?;
                }
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

/// Names of the fields with what they are of.
fn keys() -> Vec<(&'static str, &'static str)> {
    let nodes = [
        "label",
        "handle",
        "date",
        "first_day",
        "last_day",
        "tone",
        "severity",
        "status",
        "theme",
    ];
    let edges = ["type", "label", "sign", "confidence", "basis", "sources"];
    nodes
        .map(|it| (it, "node"))
        .into_iter()
        .chain(edges.map(|it| (it, "edge")))
        .collect()
}

fn data(xml: &mut Xmls, of: &str, fields: &[(&'static str, String)]) -> std::io::Result<()> {
    for (name, value) in fields.iter().filter(|it| !it.1.is_empty()) {
        let key = format!("{of}_{name}");
        let element = xml
            .create_element("data")
            .with_attribute(("key", key.as_str()));
        element.write_text_content(BytesText::new(&legible(value)))?;
    }
    Ok(())
}

/// GEXF 1.2, with the days that events touch.
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
                ("mode", "static"),
                ("timeformat", "date"),
            ]);
            graph.write_inner_content(|xml| {
                attributes(xml, "node")?;
                attributes(xml, "edge")?;
                xml.create_element("nodes").write_inner_content(|xml| {
                    for it in &picked.events {
                        let (id, label) = (node_id(it), legible(&it.title));
                        let node = xml
                            .create_element("node")
                            .with_attributes([("id", id.as_str()), ("label", &label)]);
                        node.write_inner_content(|xml| values(xml, "node", &of_event(picked, it)))?;
                    }
                    Ok(())
                })?;
                xml.create_element("edges").write_inner_content(|xml| {
                    for it in &picked.links {
                        let [id, source, target] = edge_ids(it);
                        let edge = xml.create_element("edge").with_attributes([
                            ("id", id.as_str()),
                            ("source", &source),
                            ("target", &target),
                        ]);
                        let label = legible(picked.label(it));
                        let edge = edge.with_attribute(("label", label.as_str()));
                        edge.write_inner_content(|xml| values(xml, "edge", &of_link(picked, it)))?;
                    }
                    Ok(())
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

fn attributes(xml: &mut Xmls, class: &str) -> std::io::Result<()> {
    let list = xml
        .create_element("attributes")
        .with_attribute(("class", class));
    list.write_inner_content(|xml| {
        for (name, _) in keys().into_iter().filter(|it| it.1 == class) {
            let id = format!("{class}_{name}");
            let kind = if name == "severity" {
                "integer"
            } else {
                "string"
            };
            xml.create_element("attribute")
                .with_attributes([("id", id.as_str()), ("title", name), ("type", kind)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn values(xml: &mut Xmls, class: &str, fields: &[(&'static str, String)]) -> std::io::Result<()> {
    xml.create_element("attvalues").write_inner_content(|xml| {
        for (name, value) in fields.iter().filter(|it| !it.1.is_empty()) {
            let (id, value) = (format!("{class}_{name}"), legible(value));
            xml.create_element("attvalue")
                .with_attributes([("for", id.as_str()), ("value", &value)])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// A document with its head.
fn written(body: impl FnOnce(&mut Xmls) -> std::io::Result<()>) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    // A vector takes whatever is written.
    let _ = xml.write_event(Xml::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = body(&mut xml);
    String::from_utf8(xml.into_inner()).unwrap_or_default() + "\n"
}

/// DOT, as graphviz reads it: shape by tone, line by confidence, arrow by sign.
#[must_use]
pub fn dot(picked: &Picked<'_>) -> String {
    let mut text = String::from(
        "digraph causes {\n  rankdir=LR;\n  node [fontname=\"Helvetica\", fontsize=10];\n  edge [fontname=\"Helvetica\", fontsize=8];\n",
    );
    for it in &picked.events {
        let shape = match it.tone {
            Tone::Escalatory => "house",
            Tone::Neutral => "box",
            Tone::Deescalatory => "invhouse",
        };
        let label = format!("{}\n{}", it.title, words(it));
        let (id, label, tooltip) = (node_id(it), quoted(&label), quoted(&it.handle));
        let width = f32::from(it.severity) * 0.5;
        let _ = writeln!(
            text,
            "  {id} [label={label}, shape={shape}, tooltip={tooltip}, penwidth={width}];"
        );
    }
    for it in &picked.links {
        let style = match it.confidence {
            Confidence::High => "solid",
            Confidence::Moderate => "dashed",
            Confidence::Low => "dotted",
        };
        let head = if picked.sign(it) == "-" {
            "tee"
        } else {
            "normal"
        };
        let label = quoted(picked.label(it));
        let _ = writeln!(
            text,
            "  e{} -> e{} [label={label}, style={style}, arrowhead={head}];",
            it.cause, it.effect
        );
    }
    text + "}\n"
}

/// A string of DOT: quotation marks and backslashes are escaped, line ends are breaks.
fn quoted(text: &str) -> String {
    let escaped = legible(text)
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{escaped}\"")
}
