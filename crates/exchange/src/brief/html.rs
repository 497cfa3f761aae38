//! A brief as one HTML file without scripts; charts are inline SVG.

use std::fmt::Write as _;

use super::{Block, Brief, Section, Span};

/// The style sheet, for screen and print. System fonts, because the file is self-contained.
const STYLE: &str = "body{font:15px/1.5 Inter,'Helvetica Neue',Arial,sans-serif;max-width:44em;margin:2.5em auto;padding:0 1em}\
h1{font-size:1.7em;line-height:1.2;margin:0 0 .2em}h2{font-size:1.15em;margin:1.8em 0 .5em}h3{font-size:1em;margin:1.2em 0 .3em}\
ul,ol{padding-left:1.3em;margin:.3em 0}li{margin:.35em 0}.mark{text-align:right;font-weight:600;letter-spacing:.04em}\
a{color:inherit;text-decoration:none}.cite,.small{font-size:.85em}.missing{font-style:italic}figure{margin:1em 0}\
svg{max-width:100%;height:auto}@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}figure,li{break-inside:avoid}}";

/// The brief as HTML.
#[must_use]
pub fn html(brief: &Brief) -> String {
    let title = escaped(&brief.title);
    let mark = match brief.handling.is_empty() {
        true => String::new(),
        false => format!("<p class=\"mark\">{}</p>\n", escaped(&brief.handling)),
    };
    let mut text = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{mark}<h1>{title}</h1>\n<p>{}</p>\n",
        escaped(&brief.subtitle)
    );
    let mut figures = 0;
    for part in &brief.parts {
        section(&mut text, part, &mut figures);
    }
    text + &mark + "</body>\n</html>\n"
}

fn section(text: &mut String, part: &Section, figures: &mut usize) {
    let _ = writeln!(text, "<section>\n<h2>{}</h2>", escaped(&part.heading));
    let mut open = "";
    for block in &part.blocks {
        let list = match block {
            Block::Item(_) => "ul",
            Block::Endnote(..) => "ol",
            _ => "",
        };
        if list != open {
            close(text, open);
            match list {
                "" => {}
                "ol" => text.push_str("<ol class=\"small\">\n"),
                list => drop(writeln!(text, "<{list}>")),
            }
            open = list;
        }
        set(text, block, figures);
    }
    close(text, open);
    text.push_str("</section>\n");
}

fn close(text: &mut String, list: &str) {
    if !list.is_empty() {
        let _ = writeln!(text, "</{list}>");
    }
}

fn set(text: &mut String, block: &Block, figures: &mut usize) {
    let _ = match block {
        Block::Heading(words) => writeln!(text, "<h3>{}</h3>", escaped(words)),
        Block::Paragraph(spans) => writeln!(text, "<p>{}</p>", inline(spans)),
        Block::Item(spans) => writeln!(text, "<li>{}</li>", inline(spans)),
        Block::Endnote(number, spans) => writeln!(
            text,
            "<li id=\"source-{number}\" value=\"{number}\">{}</li>",
            inline(spans)
        ),
        Block::Note(spans) => writeln!(text, "<p class=\"small\">{}</p>", inline(spans)),
        Block::Figure(figure) => {
            *figures += 1;
            writeln!(
                text,
                "<figure>\n{}</figure>",
                apart(&figure.svg(), *figures)
            )
        }
    };
}

/// The drawing with unique ids, because all drawings of the file share one namespace. Quotation marks within text are escaped
/// in SVG, so only attributes are changed.
fn apart(svg: &str, number: usize) -> String {
    svg.replace(" id=\"", &format!(" id=\"chart-{number}-"))
        .replace("=\"url(#", &format!("=\"url(#chart-{number}-"))
}

fn inline(spans: &[Span]) -> String {
    let set = |span: &Span| {
        let words = escaped(&span.words());
        match span {
            Span::Plain(_) => words,
            Span::Strong(_) => format!("<strong>{words}</strong>"),
            Span::Missing(_) => format!("<span class=\"missing\">{words}</span>"),
            Span::Cite(number, _) => {
                format!("<a class=\"cite\" href=\"#source-{number}\">{words}</a>")
            }
        }
    };
    spans.iter().map(set).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
