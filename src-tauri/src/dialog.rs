//! Where files are chosen: always by the analyst, always here, never by the page.
//!
//! The environment variable `FAULTLINE_DIALOG_REPLY` answers instead of a dialog, for tests: a file, or a folder that
//! takes the suggested name.

use std::path::{Path, PathBuf};
use std::sync::mpsc;

use api::{Fault, FaultCode};
use rfd::{AsyncFileDialog, AsyncMessageDialog, FileHandle, MessageButtons, MessageDialogResult};
use tauri::WebviewWindow;

/// A place to write to.
pub(crate) struct Chosen {
    /// The file.
    pub(crate) path: PathBuf,
    /// The analyst has agreed to this very name, so that a file there may go.
    pub(crate) may_replace: bool,
}

/// Asks for a place to write, suggesting `file_name`, whose ending stands for the format.
pub(crate) async fn save_as(
    window: &WebviewWindow,
    file_name: &str,
) -> Result<Option<Chosen>, Fault> {
    let suggested = suggestion(file_name)?;
    if let Some(path) = reply(&suggested) {
        return Ok(Some(Chosen {
            path,
            may_replace: true,
        }));
    }
    let (name, ending) = (suggested.clone(), ending_of(&suggested));
    let picked = ask(window, move |dialog| {
        Box::pin(
            dialog
                .set_file_name(name)
                .add_filter(ending.to_uppercase(), &[&ending])
                .save_file(),
        )
    });
    Ok(picked
        .await?
        .map(|path| with_ending(path, &ending_of(&suggested))))
}

/// Asks for a workspace to open.
pub(crate) async fn open(window: &WebviewWindow) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = reply("") {
        return Ok(Some(path));
    }
    ask(window, |dialog| {
        Box::pin(
            dialog
                .add_filter("Faultline workspace", &["faultline"])
                .pick_file(),
        )
    })
    .await
}

/// Asks for a workspace that was exported as JSON.
pub(crate) async fn open_json(window: &WebviewWindow) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = reply("workspace.json") {
        return Ok(Some(path));
    }
    ask(window, |dialog| {
        Box::pin(dialog.add_filter("JSON", &["json"]).pick_file())
    })
    .await
}

/// Asks for a file with series to look at.
pub(crate) async fn open_series(window: &WebviewWindow) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = reply("series.csv") {
        return Ok(Some(path));
    }
    ask(window, |dialog| {
        Box::pin(
            dialog
                .add_filter("Series", &["csv", "txt", "tsv", "xlsx", "xlsm"])
                .pick_file(),
        )
    })
    .await
}

/// Asks for an image to take as the logo.
pub(crate) async fn open_logo(window: &WebviewWindow) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = reply("logo.svg") {
        return Ok(Some(path));
    }
    ask(window, |dialog| {
        Box::pin(
            dialog
                .add_filter("Image", &["png", "jpg", "jpeg", "svg"])
                .pick_file(),
        )
    })
    .await
}

/// Asks whether a file may be overwritten.
pub(crate) async fn may_replace(window: &WebviewWindow, file_name: &str) -> Result<bool, Fault> {
    if reply("").is_some() {
        return Ok(true);
    }
    let (send, receive) = mpsc::channel();
    let (parent, words) = (
        window.clone(),
        format!("Replace \u{201c}{file_name}\u{201d}?"),
    );
    window
        .run_on_main_thread(move || {
            let question = AsyncMessageDialog::new()
                .set_parent(&parent)
                .set_title("Faultline")
                .set_description(words)
                .set_buttons(MessageButtons::YesNo);
            // The other end is gone only when the program is closing.
            let _closing = send.send(question.show());
        })
        .map_err(|_closing| no_dialog())?;
    let answer = receive.recv().map_err(|_closing| no_dialog())?;
    Ok(answer.await == MessageDialogResult::Yes)
}

fn no_dialog() -> Fault {
    Fault::new(FaultCode::Internal, "The file dialog could not be opened").help("Try again")
}

type Answer = std::pin::Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// Dialogs must be made on the main thread; the answer is waited for off it.
async fn ask(
    window: &WebviewWindow,
    open: impl FnOnce(AsyncFileDialog) -> Answer + Send + 'static,
) -> Result<Option<PathBuf>, Fault> {
    let (send, receive) = mpsc::channel();
    let parent = window.clone();
    window
        .run_on_main_thread(move || {
            // The other end is gone only when the program is closing.
            let _closing = send.send(open(AsyncFileDialog::new().set_parent(&parent)));
        })
        .map_err(|_closing| no_dialog())?;
    let answer = receive.recv().map_err(|_closing| no_dialog())?;
    Ok(answer.await.map(|file| file.path().to_owned()))
}

fn reply(suggested: &str) -> Option<PathBuf> {
    let reply = PathBuf::from(std::env::var_os("FAULTLINE_DIALOG_REPLY")?);
    Some(if reply.is_dir() {
        reply.join(suggested)
    } else {
        reply
    })
}

/// The page suggests a name, never a place.
fn suggestion(file_name: &str) -> Result<String, Fault> {
    let plain = file_name
        .chars()
        .all(|it| !it.is_control() && !r#"/\:*?"<>|"#.contains(it));
    if plain && !file_name.starts_with('.') && (1..=200).contains(&file_name.len()) {
        Ok(file_name.to_owned())
    } else {
        Err(
            Fault::argument("file_name", "That is not a valid file name")
                .help("Use letters, digits, spaces and dashes"),
        )
    }
}

/// Name of a file, without folders.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// What a copy of this file is called at first.
pub(crate) fn copy_name(file_name: &str) -> String {
    named_after(file_name, "copy")
}

/// What is read out of this damaged file is called at first.
pub(crate) fn rescued_name(file_name: &str) -> String {
    named_after(file_name, "rescued")
}

/// The workspace that is made of this JSON is called at first.
pub(crate) fn named_like(file_name: &str) -> String {
    let stem = Path::new(file_name).file_stem().unwrap_or_default();
    let name = format!("{}.faultline", stem.to_string_lossy());
    suggestion(&name).unwrap_or_else(|_unfit| String::from("Untitled.faultline"))
}

fn named_after(file_name: &str, word: &str) -> String {
    let stem: String = Path::new(file_name)
        .file_stem()
        .map(|it| it.to_string_lossy().into_owned())
        .unwrap_or_default();
    // No name at all, or one that the dialog would not take, however it came about.
    let name = match stem.trim() {
        "" => None,
        stem => suggestion(&format!("{stem} {word}.faultline")).ok(),
    };
    name.unwrap_or_else(|| format!("Workspace {word}.faultline"))
}

fn ending_of(file_name: &str) -> String {
    Path::new(file_name)
        .extension()
        .map(|it| it.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Adds the ending when it was left off; the dialog asked about replacing another name then, so nothing may be replaced.
fn with_ending(path: PathBuf, ending: &str) -> Chosen {
    if path.extension().is_some() {
        return Chosen {
            path,
            may_replace: true,
        };
    }
    Chosen {
        path: path.with_extension(ending),
        may_replace: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_a_name_and_not_a_place() {
        assert_eq!(
            suggestion("Timeline 2025–26.png").unwrap(),
            "Timeline 2025–26.png"
        );
        for name in [
            "",
            "../../x.png",
            "/tmp/x.png",
            ".bashrc",
            "a\0.png",
            "C:x.png",
        ] {
            assert_eq!(
                suggestion(name).unwrap_err().code,
                FaultCode::BadArgument,
                "{name}"
            );
        }
    }

    #[test]
    fn a_copy_is_named_after_its_original() {
        assert_eq!(copy_name("Iran 2025.faultline"), "Iran 2025 copy.faultline");
        assert_eq!(rescued_name(".."), "Workspace rescued.faultline");
        assert_eq!(named_like("Iran 2025.json"), "Iran 2025.faultline");
        assert_eq!(named_like(".json"), "Untitled.faultline");
    }

    #[test]
    fn a_name_without_ending_gets_one_and_replaces_nothing() {
        let chosen = with_ending(PathBuf::from("folder/picture"), "png");
        assert_eq!(
            (chosen.path, chosen.may_replace),
            (PathBuf::from("folder/picture.png"), false)
        );
        assert!(with_ending(PathBuf::from("folder/picture.svg"), "png").may_replace);
    }
}
