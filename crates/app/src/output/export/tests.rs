mod room;

use std::path::PathBuf;

use api::FaultCode;
use api::dto::ExportSettings;
use serde_json::{Value, json};

use super::*;
use crate::call;
use crate::tests::{export, preview, sample};

/// Every chart that needs nothing but the sample.
const CHARTS: [&str; 7] = [
    "timeline", "causes", "layers", "themes", "index", "heat", "outlook",
];

fn written(session: &Session, view: &str, args: &Value, name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    export(session, view, args, &path, false).unwrap();
    std::fs::read(path).unwrap()
}

fn text(session: &Session, view: &str, args: &Value) -> String {
    String::from_utf8(written(session, view, args, "a.svg")).unwrap()
}

/// Numbers that follow `before` in a text.
fn numbers_after(text: &str, before: &str) -> Vec<f32> {
    let parts = text.split(before).skip(1);
    parts
        .filter_map(|it| it.split(|c: char| c != '.' && !c.is_ascii_digit()).next())
        .filter_map(|it| it.parse().ok())
        .collect()
}

#[test]
fn a_timeline_on_a_sheet_keeps_to_it_and_tells_what_it_counts() {
    let session = sample();
    for preset in ["slide", "slide-4k", "a4-landscape", "letter-landscape"] {
        let svg = text(&session, "timeline", &json!({ "preset": preset }));
        let [width, height] = [" width=\"", " height=\""].map(|it| numbers_after(&svg, it)[0]);
        let paper = chart::preset_of(preset).unwrap().paper;
        let shape = height / width * paper.width_px / paper.height_px;
        assert!((shape - 1.0).abs() < 0.001, "{preset}: {shape}");
    }
    let svg = text(&session, "timeline", &json!({ "preset": "slide" }));
    assert!(svg.contains(" entries are shown only as counts"));
    // A poster has room, and with a lane for each actor a slide grows whatever is counted.
    for args in [json!({ "preset": "poster" }), json!({ "lanes": "actor" })] {
        assert!(!text(&session, "timeline", &args).contains("only as counts"));
    }
}

#[test]
fn every_chart_fits_every_page_with_readable_text() {
    let session = sample();
    for preset in chart::PRESETS {
        for view in CHARTS {
            let args = json!({ "preset": preset.word, "overview": true, "handling": "TLP:RED" });
            let svg = text(&session, view, &args);
            let is_map = ["layers", "themes"].contains(&view);
            let least = numbers_after(&svg, "font-size=\"")
                .into_iter()
                .fold(99.0, f32::min);
            // Ten logical pixels are what the page promises; see `Paper`.
            assert!(
                is_map || least >= 9.99,
                "{view} on {}: {least}",
                preset.word
            );
            let [width, height] = [" width=\"", " height=\""].map(|it| numbers_after(&svg, it)[0]);
            let wide = preset.paper.width_px * 96.0 / preset.paper.px_per_inch;
            assert!(
                (width - wide).abs() < 0.01 && height > 50.0,
                "{view} on {}",
                preset.word
            );
        }
    }
}

#[test]
fn an_explicit_size_is_kept_by_every_chart_in_every_format() {
    let session = sample();
    for view in CHARTS {
        for (width, height) in [(1920, 1080), (1280, 720), (640, 900), (320, 240)] {
            let args = json!({ "size_px": [width, height], "handling": "TLP:RED" });
            let svg = text(&session, view, &args);
            let (across, down) = (
                format!(" width=\"{width}\""),
                format!(" height=\"{height}\""),
            );
            assert!(svg.contains(&across) && svg.contains(&down), "{view}");
            if width == 1280 {
                continue;
            }
            let png = written(&session, view, &args, "a.png");
            let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
            assert_eq!((side(16), side(20)), (width, height), "{view}");
            let pages = boxes(&written(&session, view, &args, "a.pdf"));
            let points = |px: u32| px as f32 * 0.75;
            assert_eq!(pages.len(), 1, "{view}");
            assert!(
                (pages[0].0 - points(width)).abs() < 0.01,
                "{view}: {pages:?}"
            );
            assert!(
                (pages[0].1 - points(height)).abs() < 0.01,
                "{view}: {pages:?}"
            );
        }
    }
}

#[test]
fn nothing_of_a_selection_is_exported_but_the_links_on_a_timeline() {
    let session = sample();
    let selected = call(&mut sample(), "find", json!({ "event": "E21" })).unwrap();
    for view in CHARTS {
        let plain = text(&session, view, &json!({ "overview": true }));
        let args = json!({ "overview": true, "selected": selected["id"] });
        let chosen = text(&session, view, &args);
        assert_eq!(plain == chosen, view != "timeline", "{view}");
        let accent = "stroke-width=\"2\"";
        assert_eq!(
            plain.matches(accent).count(),
            chosen.matches(accent).count(),
            "{view}"
        );
    }
}

#[test]
fn titles_that_no_font_can_draw_are_counted_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.faultline");
    let mut session = Session::new_sample(&path).unwrap();
    let add = |session: &mut Session, title: &str| {
        let line = format!("9 June 2025  {title}");
        call(session, "add", json!({ "line": line })).unwrap();
    };
    add(
        &mut session,
        "Talks in Seoul 서울, नई दिल्ली, กรุงเทพฯ, თბილისი, Երևան",
    );
    let session_note = |session: &Session, args: Value| {
        let (info, _) = preview(session, "timeline", &args, (1, 400.0)).unwrap();
        (info.note, info.lacking)
    };
    let args = json!({ "preset": "poster" });
    let (note, lacking) = session_note(&session, args.clone());
    assert!(
        !note.contains("cannot draw") && lacking.is_empty(),
        "{note}"
    );
    add(&mut session, "ᏣᎳᎩ talks");
    let (note, lacking) = session_note(&session, args.clone());
    assert!(
        note.contains("1 title has characters that these fonts cannot draw."),
        "{note}"
    );
    assert_eq!(lacking, ["ᏣᎳᎩ talks"]);
    let titled = json!({ "preset": "poster", "title": "ភ្នំពេញ" });
    let (note, lacking) = session_note(&session, titled);
    assert!(
        note.contains("2 titles have characters that these fonts cannot draw."),
        "{note}"
    );
    assert_eq!(lacking, ["ភ្នំពេញ", "ᏣᎳᎩ talks"]);
}

#[test]
fn a_png_says_how_large_it_is_on_paper() {
    let session = sample();
    for (preset, scale, width, per_meter) in [
        ("a4-landscape", 2.0, 3508, 11_811),
        ("column-85", 4.0, 2008, 23_622),
        ("slide", 1.0, 1920, 5_669),
    ] {
        let args = json!({ "preset": preset, "scale": scale });
        let file = written(&session, "outlook", &args, "a.png");
        let decoder = png::Decoder::new(std::io::Cursor::new(file));
        let reader = decoder.read_info().unwrap();
        let info = reader.info();
        assert_eq!(info.width, width, "{preset}");
        assert_eq!(info.pixel_dims.unwrap().xppu, per_meter, "{preset}");
        assert_eq!(
            info.color_type,
            png::ColorType::Rgb,
            "no pixel is half filled"
        );
    }
    let clear = written(
        &session,
        "outlook",
        &json!({ "transparent": true }),
        "a.png",
    );
    let decoder = png::Decoder::new(std::io::Cursor::new(clear));
    let reader = decoder.read_info().unwrap();
    assert_eq!(reader.info().color_type, png::ColorType::Rgba);
}

/// The sizes of the pages of a PDF, in points.
fn boxes(pdf: &[u8]) -> Vec<(f32, f32)> {
    let text = String::from_utf8_lossy(pdf);
    let parts = text.split("/MediaBox[0 0 ").skip(1);
    parts
        .filter_map(|it| {
            let (width, rest) = it.split_once(' ')?;
            Some((width.parse().ok()?, rest.split_once(']')?.0.parse().ok()?))
        })
        .collect()
}

#[test]
fn a_pdf_has_sheets_of_their_real_size() {
    let session = sample();
    let sheets = |view: &str, args: Value| boxes(&written(&session, view, &args, "a.pdf"));
    let a4 = sheets("timeline", json!({ "preset": "a4-landscape" }));
    assert!(a4.len() > 1, "it goes on on a second sheet");
    assert!(
        a4.iter()
            .all(|it| (it.0 - 841.89).abs() < 0.02 && (it.1 - 595.28).abs() < 0.02),
        "{a4:?}"
    );
    assert_eq!(
        sheets("themes", json!({ "preset": "slide" })),
        [(960.0, 540.0)]
    );
    let column = sheets("timeline", json!({ "preset": "column-85" }));
    assert!(column.len() == 1 && (column[0].0 - 240.94).abs() < 0.02);
    let poster = sheets("timeline", json!({ "preset": "poster" }));
    assert!((poster[0].0 - 2383.94).abs() < 0.1, "{poster:?}");
    let tiles = sheets("timeline", json!({ "preset": "poster", "tiles": true }));
    assert!(
        tiles.len() >= 9 && tiles.iter().all(|it| *it == (841.89, 595.28)),
        "{tiles:?}"
    );
    let all = sheets("all", json!({ "preset": "a4-portrait" }));
    assert!(all.len() >= CHARTS.len(), "{}", all.len());
}

#[test]
fn only_a_pdf_holds_several_charts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    let refused = export(&sample(), "all", &json!({}), path, false).unwrap_err();
    assert_eq!(refused.code, FaultCode::BadArgument);
    assert!(refused.help.unwrap().contains(".pdf"));
}

fn note(args: Value) -> String {
    preview(&sample(), "timeline", &args, (1, 200.0))
        .unwrap()
        .0
        .note
}

#[test]
fn what_is_left_out_is_said() {
    let june = json!({ "from_days": 20_240.0, "to_days": 20_250.0, "note": "A draft",
        "filter": { "severity_min": 4 } });
    let said = note(june);
    assert!(said.starts_with("A draft. Not shown: "), "{said}");
    for part in ["before", "filtered out", "hidden"] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let (info, _) = preview(
        &sample(),
        "layers",
        &json!({ "preset": "column-85" }),
        (1, 200.0),
    )
    .unwrap();
    let counted = ["43 of 43 linked entries named", "1 indirect link hidden"];
    for part in counted {
        assert!(info.note.contains(part), "{}", info.note);
    }
}

#[test]
fn a_preview_is_the_export() {
    let session = sample();
    let args = json!({ "preset": "a4-landscape", "format": "pdf" });
    let (info, png) = preview(&session, "timeline", &args, (2, 300.0)).unwrap();
    assert_eq!(
        info.pages as usize,
        boxes(&written(&session, "timeline", &args, "a.pdf")).len()
    );
    assert_eq!(info.page, 2);
    assert!(png.starts_with(b"\x89PNG"));
    let whole = json!({ "preset": "slide", "scale": 1.0 });
    let (_, shown) = preview(&session, "outlook", &whole, (1, 1920.0)).unwrap();
    let pixels = |file: &[u8]| {
        let mut reader = png::Decoder::new(std::io::Cursor::new(file))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    };
    assert!(pixels(&shown) == pixels(&written(&session, "outlook", &whole, "a.png")));
}

#[test]
fn titles_in_any_script_and_of_any_length_are_whole() {
    let session = sample();
    for words in [
        "中美两国在伦敦举行贸易谈判".repeat(23),
        "محادثات أمريكية إيرانية في مسقط ".repeat(10),
        "Переговоры о тарифах в Женеве ".repeat(10),
        "Talks 🤝 📈 🇨🇳 resume ".repeat(15),
        "x".repeat(300),
    ] {
        let svg = text(
            &session,
            "timeline",
            &json!({ "title": words.trim(), "preset": "column-85" }),
        );
        let drawn: String = svg
            .split("<text ")
            .skip(1)
            .filter_map(|it| Some(it.split_once('>')?.1.split_once('<')?.0))
            .collect();
        for character in words.chars().filter(|it| !it.is_whitespace()) {
            let (asked, found) = (
                words.matches(character).count(),
                drawn.matches(character).count(),
            );
            assert!(found >= asked, "{character}: {found} of {asked}");
        }
        let pdf = written(
            &session,
            "timeline",
            &json!({ "title": words.trim() }),
            "a.pdf",
        );
        assert!(pdf.starts_with(b"%PDF"));
    }
}

#[test]
fn outlines_hold_no_text() {
    let session = sample();
    let args = json!({ "outlines": true, "title": "محادثات 🤝 谈判" });
    let svg = text(&session, "timeline", &args);
    assert!(!svg.contains("<text") && !svg.contains("font-family"));
    assert!(svg.contains("<title>محادثات 🤝 谈判</title>") && svg.len() > 100_000);
}

#[test]
fn marks_of_the_traffic_light_protocol_are_written_as_its_standard_does() {
    for (typed, drawn) in [
        ("tlp:amber+strict", "TLP:AMBER+STRICT"),
        ("TLP RED", "TLP:RED"),
        ("House only", "House only"),
    ] {
        let svg = text(&sample(), "outlook", &json!({ "handling": typed }));
        assert_eq!(svg.matches(&format!(">{drawn}<")).count(), 2, "{typed}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.svg");
    let refused = export(
        &sample(),
        "outlook",
        &json!({ "handling": "TLP:PINK" }),
        path,
        false,
    );
    assert_eq!(refused.unwrap_err().field.as_deref(), Some("handling"));
}

#[test]
fn the_same_settings_give_the_same_bytes_and_can_be_undone() {
    let mut session = sample();
    let args = json!({ "preset": "column-180", "theme": "dark", "title": "Weekly", "handling": "TLP:GREEN",
        "filter": { "severity_min": 3 }, "from_days": 20_200.0, "to_days": 20_300.0 });
    let now = settings::of_flat("causes", &args).unwrap();
    let setting = json!({ "name": "Weekly", "args": now });
    call(&mut session, "save_export_settings", setting.clone()).unwrap();
    let kept = call(&mut session, "export_settings", Value::Null).unwrap();
    let kept: ExportSettings = serde_json::from_value(kept).unwrap();
    assert_eq!(kept.settings[0].name, "Weekly");
    assert!(kept.settings[0].args == now);
    call(&mut session, "undo", Value::Null).unwrap();
    assert_eq!(
        call(&mut session, "export_settings", Value::Null).unwrap(),
        json!({ "settings": [], "unreadable": [] })
    );
    let mut other = setting;
    other["args"]["chart"]["chart"]["kind"] = json!("no such");
    assert!(call(&mut session, "save_export_settings", other).is_err());
    assert!(
        call(
            &mut session,
            "delete_export_settings",
            json!({ "name": "Weekly" })
        )
        .is_err()
    );
}

fn logo_file(folder: &tempfile::TempDir, svg: &str) -> PathBuf {
    let path = folder.path().join("logo.svg");
    std::fs::write(&path, svg).unwrap();
    path
}

#[test]
fn a_logo_is_drawn_where_it_is_asked_for_and_can_be_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = sample();
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><rect width='80' height='20' fill='#123456'/></svg>";
    let file = logo_file(&folder, svg);
    assert!(!text(&session, "outlook", &json!({ "logo": true })).contains("#123456"));
    take_logo(&mut session, &file).unwrap();
    let has_logo =
        |session: &mut Session| call(session, "workspace", json!({})).unwrap()["has_logo"] == true;
    assert!(has_logo(&mut session));
    assert!(text(&session, "outlook", &json!({ "logo": true })).contains("#123456"));
    assert!(!text(&session, "outlook", &json!({})).contains("#123456"));
    assert!(written(&session, "outlook", &json!({ "logo": true }), "a.pdf").starts_with(b"%PDF"));
    call(&mut session, "remove_logo", Value::Null).unwrap();
    assert!(!has_logo(&mut session));
    let bad = logo_file(&folder, "no image");
    assert_eq!(
        take_logo(&mut session, bad).unwrap_err().field.as_deref(),
        Some("logo")
    );
}

#[test]
fn settings_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("a.faultline")).unwrap();
    for (name, text) in [
        ("Old", r#"{"name":"Old","view":"heat","args":{}}"#),
        ("New", r#"{"version":9,"args":{}}"#),
    ] {
        let key = model::Settings::export_key(name);
        session
            .change("Put", |edit| edit.set_setting(&key, Some(text)))
            .unwrap();
    }
    let kept = call(&mut session, "export_settings", Value::Null).unwrap();
    assert_eq!(
        kept["settings"][0]["args"]["chart"]["chart"]["kind"],
        "heat"
    );
    assert_eq!(kept["unreadable"][0]["name"], "New");
    let reason = kept["unreadable"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("newer version"), "{reason}");
}
