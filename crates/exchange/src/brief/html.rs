//! A brief as one HTML file without script: charts stand in it as SVG.

use std::fmt::Write as _;

use super::{Brief, Item, stopped};

/// Type, measure and room of the page; it prints as it reads. System fonts, because the file stands alone.
const STYLE: &str = "body{font:15px/1.5 Inter,'Helvetica Neue',Arial,sans-serif;max-width:46em;margin:2.5em auto;padding:0 1em}\
h1{font-size:1.7em;line-height:1.2;margin:0 0 .2em}h2{font-size:1.1em;margin:1.8em 0 .4em}ul,ol{padding-left:1.2em}li{margin:.35em 0}\
.date{font-weight:600}.small{font-size:.85em}sup a{text-decoration:none}figure{margin:1.5em 0}svg{max-width:100%;height:auto}\
.none{font-style:italic}@media print{body{margin:0;max-width:none}figure{break-inside:avoid}}";

/// The brief as HTML.
#[must_use]
pub fn html(brief: &Brief) -> String {
    let title = escaped(&brief.title);
    let mut text = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{}</p>\n",
        escaped(&brief.period)
    );
    section(
        &mut text,
        "What happened",
        &brief.happened,
        "Nothing was noted in this period.",
    );
    changes(&mut text, brief);
    section(
        &mut text,
        "What is coming",
        &brief.coming,
        "Nothing is planned or expected.",
    );
    for (name, svg) in &brief.charts {
        // The prolog of a document of its own does not belong inside another.
        let svg = svg.find("<svg").map_or("", |at| &svg[at..]);
        let _ = writeln!(
            text,
            "<figure aria-label=\"{}\">\n{svg}\n</figure>",
            escaped(name)
        );
    }
    sources(&mut text, brief);
    text + "</body>\n</html>\n"
}

fn section(text: &mut String, name: &str, items: &[Item], nothing: &str) {
    let _ = writeln!(text, "<h2>{name}</h2>");
    if items.is_empty() {
        let _ = writeln!(text, "<p class=\"none\">{nothing}</p>");
        return;
    }
    text.push_str("<ul>\n");
    for it in items {
        let status = if it.status.is_empty() {
            String::new()
        } else {
            format!(" ({})", it.status)
        };
        let _ = write!(
            text,
            "<li><span class=\"date\">{}</span> {}{status}",
            escaped(&it.date),
            escaped(&it.title)
        );
        for (at, sentence) in it.sentences().into_iter().enumerate() {
            let before = if at == 0 { ". " } else { " " };
            let _ = write!(text, "{before}{}", escaped(&stopped(sentence)));
        }
        if it.sources.is_empty() {
            text.push_str(" <span class=\"none\">[no source]</span>");
        }
        for (number, grade) in &it.sources {
            let grade = if grade.is_empty() {
                String::new()
            } else {
                format!(" {grade}")
            };
            let _ = write!(
                text,
                " <sup><a href=\"#source-{number}\">{number}{grade}</a></sup>"
            );
        }
        text.push_str("</li>\n");
    }
    text.push_str("</ul>\n");
}

fn changes(text: &mut String, brief: &Brief) {
    if brief.changed.is_empty() {
        return;
    }
    text.push_str("<h2>What changed in judgment</h2>\n<ul>\n");
    for it in &brief.changed {
        let (title, before, after) = (escaped(&it.title), escaped(&it.before), escaped(&it.after));
        let _ = writeln!(
            text,
            "<li>{title}: {} from {before} to {after} <span class=\"small\">({})</span></li>",
            it.field, it.day
        );
    }
    text.push_str("</ul>\n");
}

fn sources(text: &mut String, brief: &Brief) {
    if !brief.sources.is_empty() {
        text.push_str("<h2>Sources</h2>\n<ol class=\"small\">\n");
        for (number, source) in brief.sources.iter().enumerate() {
            let _ = writeln!(
                text,
                "<li id=\"source-{}\">{}</li>",
                number + 1,
                escaped(source)
            );
        }
        text.push_str("</ol>\n");
    }
    for note in &brief.notes {
        let _ = writeln!(text, "<p class=\"small\">{}</p>", escaped(note));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
