//! The sample with titles of one's own.

use anyhow::Result;
use app::Session;
use model::Event;
use tempfile::TempDir;
use tests::Setting;

/// The sample in a folder of its own, in which its first events have these titles, as summaries too.
pub(crate) struct Titled {
    /// The events that have them.
    pub(crate) events: Vec<Event>,
    /// Opens the window on it.
    pub(crate) setting: Setting,
    _folder: TempDir,
}

/// Makes the sample with these titles: as many events get one as there are titles and events.
pub(crate) fn titled(titles: impl Iterator<Item = &'static str>) -> Result<Titled> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("titled.faultline");
    let mut session = Session::new_sample(&file)?;
    let mut events = Vec::new();
    for (event, title) in session.workspace().events.iter().zip(titles) {
        events.push(Event {
            title: title.to_owned(),
            summary: title.to_owned(),
            ..event.clone()
        });
    }
    session.change("titles", |edit| {
        events.iter().try_for_each(|event| edit.put_event(event))
    })?;
    Ok(Titled {
        events,
        setting: Setting {
            workspace: Some(file),
            ..Setting::default()
        },
        _folder: folder,
    })
}
