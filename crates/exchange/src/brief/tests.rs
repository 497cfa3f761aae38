use scene::{Anchor, Face, Palette, Scene, Theme, text};

use super::{Block, Brief, Figure, Section, Span, docx, html, markdown, pages, pdf};

/// Words that would be markup somewhere.
const HOSTILE: &str = "<script>alert(1)</script> **a** [b](http://x) | `c` &amp; \u{1} \"'";

fn chart(height_px: f32) -> Figure {
    let color = Palette::of(Theme::Print).text_primary;
    Figure {
        caption: format!("Timeline {HOSTILE}"),
        scene: Scene {
            width_px: 640.0,
            height_px,
            items: vec![text::text(
                "inside the chart",
                10.0,
                20.0,
                Anchor::Start,
                12.0,
                Face::Regular,
                color,
            )],
            hits: Vec::new(),
        },
    }
}

/// A brief of `entries` entries, with a chart of that height.
fn brief(entries: usize, height_px: f32) -> Brief {
    let entry = |number: usize| {
        Block::Item(vec![
            Span::Strong(format!("{number} June 2025")),
            Span::plain(format!(" entry-{number} {HOSTILE}. ")),
            Span::plain("word ".repeat(number % 60)),
            Span::Missing(String::from("[no source]")),
            Span::plain(" "),
            Span::Cite(1, String::from("B2")),
        ])
    };
    Brief {
        title: format!("A brief {HOSTILE}"),
        author: format!("Analyst {HOSTILE}"),
        day: "2025-06-11".parse().ok(),
        subtitle: String::from("2 June 2025 to 11 June 2025"),
        handling: String::from("TLP:AMBER+STRICT"),
        parts: vec![
            Section {
                heading: String::from("What happened"),
                blocks: (1..=entries).map(entry).collect(),
            },
            Section {
                heading: String::from("Charts"),
                blocks: vec![Block::Figure(chart(height_px)), Block::Figure(chart(100.0))],
            },
            Section {
                heading: String::from("Sources"),
                blocks: vec![Block::Endnote(
                    1,
                    vec![Span::plain(format!("Agency {HOSTILE}"))],
                )],
            },
        ],
    }
}

#[test]
fn what_is_typed_stays_text() {
    let html = html(&brief(3, 300.0));
    assert!(!html.contains("<script") && !html.contains("</script"));
    assert!(html.contains("&lt;script&gt;alert(1)"));
    assert_eq!(html.matches("<svg").count(), 2);
    assert_eq!(html.matches("<strong>").count(), 3, "ours only");
    let markdown = markdown(&brief(3, 300.0));
    assert!(
        !markdown.contains("<script") && !markdown.contains("[b](") && !markdown.contains(" **a**")
    );
}

#[test]
fn drawings_of_one_file_do_not_share_names() {
    let mut two = brief(0, 50.0);
    for block in &mut two.parts[1].blocks {
        let Block::Figure(figure) = block else {
            continue;
        };
        figure.scene.items.insert(
            0,
            scene::Item::Clip {
                x: 0.0,
                y: 0.0,
                width: 9.0,
                height: 9.0,
            },
        );
    }
    let html = html(&two);
    for name in ["chart-1-clip_1", "chart-2-clip_1"] {
        assert_eq!(html.matches(&format!("id=\"{name}\"")).count(), 1);
        assert_eq!(html.matches(&format!("url(#{name})")).count(), 1);
    }
}

/// The texts of a page from top to bottom.
fn texts(page: &Scene) -> Vec<(f32, String)> {
    let mut texts: Vec<(f32, String)> = page
        .items
        .iter()
        .filter_map(|item| match item {
            scene::Item::Text { runs, y, .. } => {
                let words: Vec<&str> = runs.iter().map(|it| it.text.as_str()).collect();
                Some((*y, words.concat()))
            }
            _ => None,
        })
        .collect();
    texts.sort_by(|a, b| a.0.total_cmp(&b.0));
    texts
}

#[test]
fn pages_hold_everything_and_nothing_falls_off() {
    for entries in [1, 2, 7, 40, 150] {
        for height_px in [80.0, 500.0, 4_000.0] {
            let paper = pages(&brief(entries, height_px));
            // A4, upright, at 96 pixels to the inch.
            let is_a4 = |it: &Scene| (it.width_px, it.height_px) == (794.0, 1123.0);
            assert!(paper.pages.iter().all(is_a4));
            let count = paper.pages.len();
            let mut entries_told = 0;
            for (number, page) in (1..).zip(&paper.pages) {
                let texts = texts(page);
                assert!(
                    texts
                        .iter()
                        .any(|it| it.1 == format!("{number} of {count}"))
                );
                assert_eq!(
                    texts.iter().filter(|it| it.1 == "TLP:AMBER+STRICT").count(),
                    2
                );
                assert!(
                    texts
                        .iter()
                        .all(|it| it.0 > 20.0 && it.0 < page.height_px - 30.0),
                    "{texts:?}"
                );
                entries_told += texts.iter().filter(|it| it.1.contains("entry-")).count();
                // A heading is never the last of a page.
                let body: Vec<_> = texts
                    .iter()
                    .filter(|it| it.0 < page.height_px - 60.0)
                    .collect();
                let last = body.last().map_or("", |it| it.1.as_str());
                assert!(
                    !["What happened", "Charts", "Sources"].contains(&last),
                    "page {number} of {count}"
                );
            }
            assert_eq!(
                entries_told, entries,
                "{entries} entries, {height_px} pixels"
            );
            let headings: Vec<&str> = paper.headings.iter().map(|it| it.words.as_str()).collect();
            assert_eq!(headings, ["What happened", "Charts", "Sources"]);
        }
    }
}

#[test]
fn a_word_that_is_wider_than_the_page_breaks() {
    let mut long = brief(0, 50.0);
    let word = "q".repeat(600);
    long.parts[0].blocks = vec![Block::Paragraph(vec![
        Span::plain(&word),
        Span::plain(" 東京".repeat(200)),
    ])];
    let paper = pages(&long);
    let said: String = paper.pages.iter().flat_map(texts).map(|it| it.1).collect();
    assert_eq!(said.matches('q').count(), 600);
    assert_eq!(said.matches('東').count(), 200);
    for page in &paper.pages {
        for item in &page.items {
            let scene::Item::Text { runs, .. } = item else {
                continue;
            };
            assert!(
                runs.iter()
                    .all(|it| it.x >= 0.0 && it.x + it.width <= page.width_px - 70.0)
            );
        }
    }
}

#[test]
fn the_same_brief_gives_the_same_bytes() {
    let it = brief(20, 300.0);
    let (one, other) = (docx(&it).unwrap(), docx(&it).unwrap());
    assert!(one == other && one.starts_with(b"PK"));
    let (one, other) = (pdf(&it).unwrap(), pdf(&it).unwrap());
    assert!(one == other && one.starts_with(b"%PDF"));
}
