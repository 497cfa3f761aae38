//! The clipboard, for pictures.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use api::{Fault, FaultCode};
use app::Picture;
use arboard::ImageData;

/// The clipboard, once it was used: on X11 whoever put something there must stay to hand it out.
#[derive(Default)]
pub(crate) struct Clipboard(Mutex<Option<arboard::Clipboard>>);

impl Clipboard {
    /// Puts a picture there.
    pub(crate) fn put(&self, picture: Picture) -> Result<(), Fault> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let image = ImageData {
            width: picture.width as usize,
            height: picture.height as usize,
            bytes: Cow::Owned(picture.rgba),
        };
        let mut clipboard = match held.take() {
            Some(clipboard) => clipboard,
            None => arboard::Clipboard::new().map_err(|error| refused(&error))?,
        };
        // A failed clipboard is dropped: the next attempt opens it again.
        clipboard
            .set_image(image)
            .map_err(|error| refused(&error))?;
        *held = Some(clipboard);
        Ok(())
    }
}

fn refused(error: &arboard::Error) -> Fault {
    let message = format!("The picture could not be copied: {error}");
    Fault::new(FaultCode::File, message).help("Save it as a file instead")
}
