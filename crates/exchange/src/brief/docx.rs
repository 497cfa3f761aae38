//! A brief as an Office Open XML document, for Word and compatible programs.
//!
//! Headings are the built-in styles, so that they appear in the navigation pane and a table of contents; lists are real
//! lists; citations link to their sources; charts are pictures with alternative text.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, Footer, Header, Hyperlink, HyperlinkType, IndentLevel,
    Level, LevelJc, LevelText, LineSpacing, NumPages, NumberFormat, Numbering, NumberingId,
    PageMargin, PageNum, Paragraph, Pic, Run, RunFonts, SpecialIndentType, Start, Style, StyleType,
};
use scene::png::{self, Raster};

use super::{Block, Brief, Figure, Span};
use crate::data::legible;

/// A4, in twentieths of a point.
const A4: (u32, u32) = (11_906, 16_838);
/// 20 mm at the sides, 22 above and below.
const MARGIN: PageMargin = PageMargin {
    top: 1247,
    left: 1134,
    bottom: 1247,
    right: 1134,
    header: 620,
    footer: 620,
    gutter: 0,
};
/// Height of the text, in the pixels of a scene (96 to the inch).
const TEXT_HEIGHT_PX: f32 = 860.0;
/// English Metric Units in a pixel.
const EMU_PER_PX: f32 = 9525.0;
/// Pixels of a chart's picture per pixel of its scene.
const SHARP: Raster = Raster {
    scale: 2.0,
    px_per_inch: None,
};
/// The list of bullets, and that of the sources.
const BULLETS: usize = 2;
const SOURCES: usize = 3;

/// The brief as a DOCX file. The same brief gives the same bytes.
///
/// # Errors
/// Why the file cannot be made, such as a chart that is too large for a picture.
pub fn docx(brief: &Brief) -> Result<Vec<u8>, String> {
    let mut document = styled(Docx::new())
        .page_size(A4.0, A4.1)
        .page_margin(MARGIN)
        .footer(footer(brief));
    if !brief.handling.is_empty() {
        document = document.header(Header::new().add_paragraph(mark(brief)));
    }
    let mut pen = Pen::default();
    document = pen.put(document, "Title", &[Span::plain(&brief.title)]);
    document = pen.put(document, "Subtitle", &[Span::plain(&brief.subtitle)]);
    for part in &brief.parts {
        document = pen.put(document, "Heading1", &[Span::plain(&part.heading)]);
        for block in &part.blocks {
            document = pen.block(document, block)?;
        }
    }
    let mut parts = document.build();
    parts.document = described(&parts.document, &pen.captions);
    parts.doc_props.core = properties(brief);
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
}

/// The styles and lists of the document.
fn styled(document: Docx) -> Docx {
    let style = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
    };
    let room = |before, after| LineSpacing::new().before(before).after(after);
    let fonts = RunFonts::new()
        .ascii("Calibri")
        .hi_ansi("Calibri")
        .cs("Arial");
    document
        .default_fonts(fonts)
        .default_size(21)
        .add_style(
            style("Title", "Title")
                .size(40)
                .bold()
                .line_spacing(room(0, 60)),
        )
        .add_style(style("Subtitle", "Subtitle").line_spacing(room(0, 120)))
        .add_style(
            style("Heading1", "heading 1")
                .size(28)
                .bold()
                .outline_lvl(0)
                .line_spacing(room(320, 80)),
        )
        .add_style(
            style("Heading2", "heading 2")
                .size(22)
                .bold()
                .outline_lvl(1)
                .line_spacing(room(200, 60)),
        )
        .add_style(style("Entry", "Entry").line_spacing(room(0, 80)))
        .add_style(style("Source", "Source").size(18).line_spacing(room(0, 40)))
        .add_style(
            style("SmallPrint", "Small print")
                .size(18)
                .line_spacing(room(60, 40)),
        )
        .add_abstract_numbering(list(BULLETS, "bullet", "•", 284))
        .add_abstract_numbering(list(SOURCES, "decimal", "%1.", 426))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_numbering(Numbering::new(SOURCES, SOURCES))
}

/// A list of one level whose signs hang `indent` twentieths of a point before its text.
fn list(id: usize, format: &str, sign: &str, indent: i32) -> AbstractNumbering {
    let level = Level::new(
        0,
        Start::new(1),
        NumberFormat::new(format),
        LevelText::new(sign),
        LevelJc::new("left"),
    );
    let level = level.indent(
        Some(indent),
        Some(SpecialIndentType::Hanging(indent)),
        None,
        None,
    );
    AbstractNumbering::new(id).add_level(level)
}

/// The handling mark, such as TLP, at the right.
fn mark(brief: &Brief) -> Paragraph {
    let words = Run::new().add_text(legible(&brief.handling)).bold();
    Paragraph::new().align(AlignmentType::Right).add_run(words)
}

fn footer(brief: &Brief) -> Footer {
    let number = Paragraph::new()
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new());
    let footer = Footer::new().add_paragraph(number);
    match brief.handling.is_empty() {
        true => footer,
        false => footer.add_paragraph(mark(brief)),
    }
}

/// Writes blocks in sequence.
#[derive(Default)]
struct Pen {
    /// Captions of the charts written so far.
    captions: Vec<String>,
}

impl Pen {
    fn put(&self, document: Docx, style: &str, spans: &[Span]) -> Docx {
        document.add_paragraph(paragraph(style, spans))
    }

    fn block(&mut self, document: Docx, block: &Block) -> Result<Docx, String> {
        let listed = |style: &str, spans: &[Span], list: usize| {
            paragraph(style, spans).numbering(NumberingId::new(list), IndentLevel::new(0))
        };
        Ok(match block {
            Block::Heading(words) => self.put(document, "Heading2", &[Span::plain(words)]),
            Block::Paragraph(spans) => self.put(document, "Entry", spans),
            Block::Note(spans) => self.put(document, "SmallPrint", spans),
            Block::Item(spans) => document.add_paragraph(listed("Entry", spans, BULLETS)),
            Block::Endnote(number, spans) => document.add_paragraph(
                // The bookmark encloses the existing runs.
                listed("Source", &[], SOURCES)
                    .add_bookmark_start(*number, place(*number))
                    .add_run(Run::new().add_text(legible(&words(spans))))
                    .add_bookmark_end(*number),
            ),
            Block::Figure(figure) => {
                let drawn = Run::new().add_image(self.picture(figure)?);
                document.add_paragraph(Paragraph::new().style("Entry").add_run(drawn))
            }
        })
    }

    fn picture(&mut self, figure: &Figure) -> Result<Pic, String> {
        let png = png::from_svg(&figure.svg(), SHARP).map_err(|error| error.to_string())?;
        self.captions.push(figure.caption.clone());
        let (width_px, height_px) = (figure.scene.width_px, figure.scene.height_px);
        let scale = (super::FIGURE_WIDTH_PX / width_px).min(TEXT_HEIGHT_PX / height_px);
        let emu = |px: f32| (px * scale * EMU_PER_PX) as u32;
        // The size is set below; a fixed id makes the bytes reproducible.
        Ok(Pic::new_with_dimensions(png, 1, 1)
            .id(format!("rIdChart{}", self.captions.len()))
            .size(emu(width_px), emu(height_px)))
    }
}

fn paragraph(style: &str, spans: &[Span]) -> Paragraph {
    let all = Paragraph::new().style(style);
    // A heading stays on the page of what follows it.
    let all = all.keep_next(style.starts_with("Heading"));
    spans.iter().fold(all, |all, span| {
        let run = Run::new().add_text(legible(&span.words()));
        match span {
            Span::Plain(_) => all.add_run(run),
            Span::Strong(_) => all.add_run(run.bold()),
            Span::Missing(_) => all.add_run(run.italic()),
            Span::Cite(number, _) => all.add_hyperlink(
                Hyperlink::new(place(*number), HyperlinkType::Anchor).add_run(run.size(18)),
            ),
        }
    })
}

/// The bookmark of a source; Word allows no hyphens.
fn place(number: usize) -> String {
    format!("source_{number}")
}

fn words(spans: &[Span]) -> String {
    spans.iter().map(Span::words).collect()
}

/// Title, author and date of the document, which the library cannot set. The date is that of the brief, so that the same brief
/// gives the same bytes.
fn properties(brief: &Brief) -> Vec<u8> {
    let text = |words: &str| quick_xml::escape::escape(legible(words)).into_owned();
    let (title, author) = (text(&brief.title), text(&brief.author));
    let day = brief.day.map(|it| it.ymd());
    // Document properties allow four-digit years only.
    let day = day.filter(|it| (1..=9999).contains(&it.0));
    let (year, month, of_month) = day.unwrap_or((1970, 1, 1));
    let at = format!("{year:04}-{month:02}-{of_month:02}T00:00:00Z");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
        xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
        <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>\
        <cp:revision>1</cp:revision>\
        <dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created>\
        <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified></cp:coreProperties>"
    )
    .into_bytes()
}

/// Gives each picture its own number and its caption as alternative text, which the library cannot set.
fn described(xml: &[u8], captions: &[String]) -> Vec<u8> {
    const UNSAID: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
    let xml = String::from_utf8_lossy(xml);
    // Quotation marks within text are escaped, so a match is an element.
    let mut pieces = xml.split(UNSAID);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for ((number, piece), caption) in (1..).zip(pieces).zip(captions) {
        let caption = quick_xml::escape::escape(legible(caption)).into_owned();
        text.push_str(&format!(
            "<wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\"{caption}\" />{piece}"
        ));
    }
    text.into_bytes()
}
