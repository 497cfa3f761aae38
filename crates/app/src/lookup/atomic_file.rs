//! Writes a file completely or not at all: to a temporary name in the same folder, then renamed.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use api::{Fault, FaultCode};

/// Name of the file, without folders.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || String::from("(no name)"),
        |it| it.to_string_lossy().into_owned(),
    )
}

/// The fault for a file that exists already.
pub fn exists(name: &str) -> Fault {
    Fault::new(
        FaultCode::Exists,
        format!("\"{name}\" exists already and was left as it is"),
    )
    .help("choose another name, or allow overwriting")
}

/// A temporary file that is deleted on drop unless it was renamed.
struct Draft(PathBuf);

impl Drop for Draft {
    fn drop(&mut self) {
        // After a successful rename there is nothing left to delete, and that is not an error.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes `bytes` to `path`; without `force` only if nothing exists there.
pub(crate) fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Fault> {
    let name = file_name(path);
    let (mut file, draft) = draft(path).map_err(|error| failed(&name, &error))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| failed(&name, &error))?;
    drop(file);
    if force {
        return std::fs::rename(&draft.0, path).map_err(|error| failed(&name, &error));
    }
    // Reserving the name first ensures that a file created in the meantime is not overwritten.
    match File::create_new(path) {
        Ok(_) => std::fs::rename(&draft.0, path).map_err(|error| {
            let _ = std::fs::remove_file(path);
            failed(&name, &error)
        }),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(exists(&name)),
        Err(error) => Err(failed(&name, &error)),
    }
}

/// A file that was moved aside to make room.
pub struct Aside {
    from: PathBuf,
    to: PathBuf,
}

/// Moves the file at `path` aside.
pub fn put_aside(path: &Path) -> Result<Aside, Fault> {
    let name = file_name(path);
    let of = |error| failed(&name, &error);
    if path.is_dir() {
        return Err(of(std::io::Error::from(ErrorKind::IsADirectory)));
    }
    let to = path.with_file_name(format!(".{name}.{}.old", std::process::id()));
    std::fs::rename(path, &to).map_err(of)?;
    Ok(Aside {
        from: path.to_owned(),
        to,
    })
}

impl Aside {
    /// Deletes the old file if the new one was created, else restores it.
    pub fn settle<T>(self, made: Result<T, Fault>) -> Result<T, Fault> {
        let settled = match made {
            Ok(_) => std::fs::remove_file(&self.to),
            Err(_) => std::fs::rename(&self.to, &self.from),
        };
        let made = made?;
        settled.map_err(|error| failed(&file_name(&self.to), &error))?;
        Ok(made)
    }
}

fn draft(path: &Path) -> std::io::Result<(File, Draft)> {
    let name = file_name(path);
    for attempt in 0..100 {
        let beside = path.with_file_name(format!(".{name}.{}-{attempt}.part", std::process::id()));
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)
        {
            Ok(file) => return Ok((file, Draft(beside))),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::Error::from(ErrorKind::AlreadyExists))
}

fn failed(name: &str, error: &std::io::Error) -> Fault {
    let (what, help) = match error.kind() {
        ErrorKind::NotFound => (
            "its folder does not exist",
            "make the folder, or choose another",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            ("its folder may not be written to", "choose another folder")
        }
        ErrorKind::StorageFull => ("the disk is full", "make room, then try again"),
        ErrorKind::IsADirectory => ("there is a folder of that name", "choose another name"),
        _ => (
            "the operating system refused",
            "choose another name or folder",
        ),
    };
    Fault::new(
        FaultCode::File,
        format!("\"{name}\" was not written: {what}"),
    )
    .help(help)
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::{failed, write};
    use api::FaultCode;

    #[test]
    fn what_is_in_the_way_is_said_with_what_to_do() {
        let told = |kind| {
            let fault = failed("b.pdf", &Error::from(kind));
            format!("{}; {}", fault.message, fault.help.unwrap_or_default())
        };
        assert_eq!(
            told(ErrorKind::StorageFull),
            "\"b.pdf\" was not written: the disk is full; make room, then try again"
        );
        assert_eq!(
            told(ErrorKind::PermissionDenied),
            "\"b.pdf\" was not written: its folder may not be written to; choose another folder"
        );
        // Not even root may create a file there.
        let refused = write(Path::new("/proc/b.pdf"), b"one", true).unwrap_err();
        assert_eq!(refused.code, FaultCode::File);
        assert!(refused.message.starts_with("\"b.pdf\" was not written: "));
    }

    #[test]
    fn nothing_is_overwritten_unasked_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        write(&path, b"one", false).unwrap();
        assert_eq!(
            write(&path, b"two", false).unwrap_err().code,
            FaultCode::Exists
        );
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write(&path, b"three", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"three");
        let inside = folder.path().join("missing").join("a.svg");
        assert_eq!(
            write(&inside, b"four", true).unwrap_err().code,
            FaultCode::File
        );
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
