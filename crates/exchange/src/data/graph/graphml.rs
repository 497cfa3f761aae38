//! GraphML (Brandes and others 2002), with the labels where yEd looks for them.

use quick_xml::events::BytesText;

use super::{
    Field, Picked, Xmls, edge_fields, edge_ids, is_number, node_fields, node_id, of_event, of_link,
    written,
};
use crate::data::legible;

/// Ids of the keys for yEd graphics: those that yEd itself uses, under which Gephi also expects labels.
const NODE_GRAPHICS: &str = "d3";
const EDGE_GRAPHICS: &str = "d7";
/// Boxes in yEd: size, spacing, and the fewest in a column.
const BOX_PX: [usize; 2] = [320, 36];
const APART_PX: [usize; 2] = [400, 60];
const LEAST_ROWS: usize = 12;

/// The graph as GraphML.
#[must_use]
pub fn graphml(picked: &Picked<'_>) -> String {
    written(|xml| {
        let root = xml.create_element("graphml").with_attributes([
            ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
            ("xmlns:y", "http://www.yworks.com/xml/graphml"),
        ]);
        root.write_inner_content(|xml| {
            keys(xml)?;
            let graph = xml
                .create_element("graph")
                .with_attributes([("id", "causes"), ("edgedefault", "directed")]);
            graph.write_inner_content(|xml| {
                nodes(xml, picked)?;
                edges(xml, picked)
            })?;
            Ok(())
        })?;
        Ok(())
    })
}

fn keys(xml: &mut Xmls) -> std::io::Result<()> {
    let nodes = node_fields().map(|it| (it, "node"));
    for (name, of) in nodes.chain(edge_fields().map(|it| (it, "edge"))) {
        let id = format!("{of}_{name}");
        let kind = if is_number(name) { "int" } else { "string" };
        let key = xml
            .create_element("key")
            .with_attributes([("id", id.as_str()), ("for", of)]);
        key.with_attributes([("attr.name", name), ("attr.type", kind)])
            .write_empty()?;
    }
    for (id, of, kind) in [
        (NODE_GRAPHICS, "node", "nodegraphics"),
        (EDGE_GRAPHICS, "edge", "edgegraphics"),
    ] {
        xml.create_element("key")
            .with_attributes([("id", id), ("for", of), ("yfiles.type", kind)])
            .write_empty()?;
    }
    Ok(())
}

fn nodes(xml: &mut Xmls, picked: &Picked<'_>) -> std::io::Result<()> {
    // In columns in order of time, so that they are readable before a layout is applied.
    let rows = picked.events.len().isqrt().max(LEAST_ROWS);
    for (at, it) in picked.events.iter().enumerate() {
        let node = xml
            .create_element("node")
            .with_attribute(("id", node_id(it).as_str()));
        let corner = [at / rows * APART_PX[0], at % rows * APART_PX[1]];
        node.write_inner_content(|xml| {
            data(xml, "node", &of_event(picked, it))?;
            node_graphics(xml, &it.title, corner)
        })?;
    }
    Ok(())
}

fn edges(xml: &mut Xmls, picked: &Picked<'_>) -> std::io::Result<()> {
    for it in &picked.links {
        let [id, source, target] = edge_ids(it);
        let edge = xml.create_element("edge").with_attributes([
            ("id", id.as_str()),
            ("source", &source),
            ("target", &target),
        ]);
        edge.write_inner_content(|xml| {
            data(xml, "edge", &of_link(picked, it))?;
            edge_graphics(xml, picked.label(it))
        })?;
    }
    Ok(())
}

fn data(xml: &mut Xmls, of: &str, fields: &[Field]) -> std::io::Result<()> {
    for (name, value) in fields {
        let key = format!("{of}_{name}");
        let element = xml
            .create_element("data")
            .with_attribute(("key", key.as_str()));
        element.write_text_content(BytesText::new(&legible(value)))?;
    }
    Ok(())
}

fn node_graphics(xml: &mut Xmls, label: &str, [x, y]: [usize; 2]) -> std::io::Result<()> {
    let data = xml
        .create_element("data")
        .with_attribute(("key", NODE_GRAPHICS));
    data.write_inner_content(|xml| {
        let shape = xml.create_element("y:ShapeNode");
        shape.write_inner_content(|xml| {
            let [x, y, width, height] = [x, y, BOX_PX[0], BOX_PX[1]].map(|it| it.to_string());
            xml.create_element("y:Geometry")
                .with_attributes([
                    ("x", x.as_str()),
                    ("y", &y),
                    ("width", &width),
                    ("height", &height),
                ])
                .write_empty()?;
            xml.create_element("y:NodeLabel")
                .write_text_content(BytesText::new(&legible(label)))?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn edge_graphics(xml: &mut Xmls, label: &str) -> std::io::Result<()> {
    let data = xml
        .create_element("data")
        .with_attribute(("key", EDGE_GRAPHICS));
    data.write_inner_content(|xml| {
        let line = xml.create_element("y:PolyLineEdge");
        line.write_inner_content(|xml| {
            xml.create_element("y:Arrows")
                .with_attributes([("source", "none"), ("target", "standard")])
                .write_empty()?;
            xml.create_element("y:EdgeLabel")
                .write_text_content(BytesText::new(&legible(label)))?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}
