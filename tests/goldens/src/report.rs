//! The page that shows pictures that differ.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::difference::difference;
use crate::pixels::Pixels;

/// What is kept of each picture, in folders of their own.
const KINDS: [&str; 3] = ["expected", "actual", "difference"];

/// A folder of pictures that differ, with a page that shows them. Tests of several programs write to it at the same time: the
/// page is made from what is in the folder, whoever wrote it.
pub(crate) struct Report {
    folder: PathBuf,
}

impl Report {
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Adds a picture, or replaces it.
    pub(crate) fn add(&self, group: &str, name: &str, expected: &[u8], actual: &[u8]) {
        let pictures = [expected, actual].map(Pixels::read);
        let (picture, changed) = difference(pictures[0].as_ref(), pictures[1].as_ref());
        let difference = picture.png();
        for (kind, png) in KINDS.into_iter().zip([expected, actual, &difference]) {
            let file = self.file(kind, group, name);
            let folder = file.parent().expect("a file is in a folder");
            fs::create_dir_all(folder).expect("a folder of the report can be made");
            fs::write(&file, png).expect("a picture of the report can be written");
        }
        let words = if pictures[0].is_none() {
            String::from("new: there is no expected picture")
        } else {
            let of = picture.colors.len();
            format!("{changed} of {of} pixels differ")
        };
        let note = self.file(KINDS[2], group, name).with_extension("txt");
        fs::write(note, words).expect("a note of the report can be written");
        self.write_page();
    }

    /// Removes a picture that does not differ any more.
    pub(crate) fn remove(&self, group: &str, name: &str) {
        let difference = self.file(KINDS[2], group, name);
        if !difference.exists() {
            return;
        }
        for kind in KINDS {
            // Another test may have been faster.
            let _ = fs::remove_file(self.file(kind, group, name));
        }
        let _ = fs::remove_file(difference.with_extension("txt"));
        self.write_page();
    }

    fn file(&self, kind: &str, group: &str, name: &str) -> PathBuf {
        self.folder.join(kind).join(group).join(name)
    }

    /// Groups and names of the pictures that differ, in order.
    fn pictures(&self) -> Vec<(String, String)> {
        let entries = |folder: PathBuf| {
            let listed = fs::read_dir(folder).into_iter().flatten().flatten();
            listed.filter_map(|it| it.file_name().into_string().ok())
        };
        let differences = self.folder.join(KINDS[2]);
        let groups = entries(differences.clone());
        let of_group = |group: String| {
            let names = entries(differences.join(&group));
            let names = names.filter(|it| !it.ends_with(".txt"));
            names.map(move |name| (group.clone(), name))
        };
        let mut pictures: Vec<_> = groups.flat_map(of_group).collect();
        pictures.sort();
        pictures
    }

    fn write_page(&self) {
        let pictures = self.pictures();
        let page = self.folder.join("report.html");
        if pictures.is_empty() {
            let _ = fs::remove_file(page);
            return;
        }
        let mut html = format!(
            "{HEAD}<h1>Golden pictures that differ: {}</h1>\n",
            pictures.len()
        );
        for (group, name) in pictures {
            let note = self.file(KINDS[2], &group, &name).with_extension("txt");
            let note = fs::read_to_string(note).unwrap_or_default();
            let _ = write!(html, "<h2>{group}/{name}</h2>\n<p>{note}</p>\n<div>\n");
            for kind in KINDS {
                let _ = writeln!(
                    html,
                    "<figure><figcaption>{kind}</figcaption><img src=\"{kind}/{group}/{name}\" alt=\"{kind}\"></figure>"
                );
            }
            html.push_str("</div>\n");
        }
        // A reader never sees half of it.
        let draft = self
            .folder
            .join(format!("report-{}.tmp", std::process::id()));
        fs::write(&draft, html).expect("the report can be written");
        fs::rename(draft, page).expect("the report can be put in place");
    }
}

/// The beginning of the page. Pictures of the dark theme need a ground that is neither light nor dark.
const HEAD: &str = "<!doctype html>
<meta charset=\"utf-8\">
<title>Golden pictures that differ</title>
<style>
body { font: 14px system-ui, sans-serif; background: lightgray; margin: 24px }
div { display: flex; gap: 12px; overflow-x: auto }
figure { margin: 0; flex: 1 1 0; min-width: 300px }
img { max-width: 100%; border: 1px solid gray }
</style>
";

#[cfg(test)]
mod tests {
    use super::*;

    fn png(color: [u8; 4]) -> Vec<u8> {
        let picture = Pixels {
            width: 1,
            height: 1,
            colors: vec![color],
        };
        picture.png()
    }

    #[test]
    fn the_page_shows_what_differs_until_it_does_not() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let report = Report::in_folder(folder.path().to_owned());
        let page = || fs::read_to_string(folder.path().join("report.html")).unwrap_or_default();
        report.add("timeline", "b.png", &png([255; 4]), &png([0; 4]));
        report.add("numbers", "a.png", &[], &png([0; 4]));
        assert!(page().contains("<h2>timeline/b.png</h2>\n<p>1 of 1 pixels differ</p>"));
        assert!(
            page().contains("<h2>numbers/a.png</h2>\n<p>new: there is no expected picture</p>")
        );
        for kind in KINDS {
            assert!(page().contains(&format!("src=\"{kind}/timeline/b.png\"")));
            assert!(folder.path().join(kind).join("timeline/b.png").exists());
        }
        report.remove("timeline", "b.png");
        assert!(!page().contains("b.png") && page().contains("a.png"));
        report.remove("numbers", "a.png");
        assert_eq!(page(), "");
    }
}
