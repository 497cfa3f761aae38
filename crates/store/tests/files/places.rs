//! Places that forbid things, and files that are moved while they are open.

use std::path::{Path, PathBuf};
use std::process::Command;

use model::{Event, EventId};
use store::{File, StoreError};

use crate::gulf::{gulf, gulf_before_3};
use crate::lying::{lying, well_said, whole};

fn rename(file: &mut File, title: &str) -> Result<(), StoreError> {
    let mut event = gulf().events[0].clone();
    title.clone_into(&mut event.title);
    file.change("Rename", |edit| edit.put_event(&event))
        .map(drop)
}

fn title(path: &Path) -> String {
    File::open(path).unwrap().read().unwrap().events[0]
        .title
        .clone()
}

#[test]
fn a_file_removed_while_open_takes_no_change() {
    let (folder, path) = lying(whole());
    let mut file = File::open(&path).unwrap();
    rename(&mut file, "Before").unwrap();
    std::fs::remove_file(&path).unwrap();
    let error = rename(&mut file, "After").unwrap_err();
    assert!(matches!(error, StoreError::Gone { .. }), "{error}");
    well_said(&error, &path);
    assert!(
        crate::lying::contents(folder.path()).is_empty(),
        "nothing is left"
    );
    assert_eq!(
        file.read().unwrap().events[0].title,
        "Before",
        "still readable, to save a copy"
    );
}

#[test]
fn a_file_moved_while_open_takes_no_change_until_it_is_back() {
    let (folder, path) = lying(whole());
    let elsewhere = folder.path().join("elsewhere.faultline");
    let mut file = File::open(&path).unwrap();
    std::fs::rename(&path, &elsewhere).unwrap();
    let error = rename(&mut file, "Lost").unwrap_err();
    assert!(matches!(error, StoreError::Gone { .. }), "{error}");
    assert!(std::fs::read(&elsewhere).unwrap() == whole());
    std::fs::rename(&elsewhere, &path).unwrap();
    rename(&mut file, "Back").unwrap();
    assert_eq!(title(&path), "Back");
}

/// As a synchronizing program does it.
#[test]
fn a_file_replaced_while_open_is_not_written_to() {
    let (folder, path) = lying(whole());
    let mut file = File::open(&path).unwrap();
    let stranger = folder.path().join("stranger");
    std::fs::write(&stranger, whole()).unwrap();
    std::fs::rename(&stranger, &path).unwrap();
    let error = rename(&mut file, "Lost").unwrap_err();
    assert!(matches!(error, StoreError::Gone { .. }), "{error}");
    assert!(
        std::fs::read(&path).unwrap() == whole(),
        "the stranger is as it was"
    );
    assert_eq!(crate::lying::contents(folder.path()).len(), 1);
}

/// Moved away between the first write of a change and its commit.
#[test]
fn a_file_moved_in_the_middle_of_a_change_keeps_nothing_of_it() {
    let (folder, path) = lying(whole());
    let elsewhere = folder.path().join("elsewhere.faultline");
    let mut file = File::open(&path).unwrap();
    let changed = file.change("Rename", |edit| {
        edit.put_event(&Event::titled(EventId(77), "E-77", "Lost"))?;
        std::fs::rename(&path, &elsewhere).unwrap();
        Ok(())
    });
    assert!(
        matches!(changed, Err(StoreError::Gone { .. })),
        "{changed:?}"
    );
    drop(file);
    assert_eq!(File::open(&elsewhere).unwrap().read().unwrap(), gulf());
}

#[test]
fn a_file_overwritten_in_place_is_not_taken_for_the_old_one() {
    for (bytes, what) in [
        (vec![7; 90_000], "noise"),
        (Vec::new(), "nothing"),
        (whole()[..70_000].to_vec(), "a part"),
    ] {
        let (_folder, path) = lying(whole());
        let mut file = File::open(&path).unwrap();
        std::fs::write(&path, &bytes).unwrap();
        let error = rename(&mut file, "Lost").unwrap_err();
        well_said(&error, &path);
        drop(file);
        assert!(std::fs::read(&path).unwrap() == bytes, "{what}: {error}");
    }
}

#[test]
fn two_in_one_program() {
    let (_folder, path) = lying(whole());
    let (mut first, mut second) = (File::open(&path).unwrap(), File::open(&path).unwrap());
    rename(&mut first, "First").unwrap();
    let error = rename(&mut second, "Second").unwrap_err();
    assert!(
        matches!(error, StoreError::ChangedElsewhere { .. }),
        "{error}"
    );
    second.read().unwrap();
    rename(&mut second, "Second").unwrap();
    drop(second);
    first.read().unwrap();
    rename(&mut first, "First again").unwrap();
    assert_eq!(title(&path), "First again");
}

#[cfg(unix)]
#[test]
fn a_link_stands_for_its_file() {
    let (folder, path) = lying(whole());
    let link = folder.path().join("link.faultline");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let mut file = File::open(&link).unwrap();
    rename(&mut file, "Through the link").unwrap();
    assert_eq!(title(&path), "Through the link");
    std::fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink("nowhere", &link).unwrap();
    assert!(matches!(
        rename(&mut file, "Lost"),
        Err(StoreError::Gone { .. })
    ));
    assert!(matches!(File::open(&link), Err(StoreError::Missing { .. })));
    assert!(matches!(
        File::create(&link),
        Err(StoreError::Exists { .. })
    ));
}

#[cfg(unix)]
#[test]
fn things_that_are_no_files_do_not_hang() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.faultline");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    assert!(matches!(
        refused_unread(&pipe),
        StoreError::NotAWorkspace { .. }
    ));
    assert!(matches!(
        refused_unread(Path::new("/dev/zero")),
        StoreError::NotAWorkspace { .. }
    ));
    assert!(matches!(
        refused_unread(folder.path()),
        StoreError::NotAWorkspace { .. }
    ));
}

/// As `refused`, for what cannot be compared by its bytes.
#[cfg(unix)]
fn refused_unread(path: &Path) -> StoreError {
    let error = File::open(path).unwrap_err();
    well_said(&error, path);
    error
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_a_name() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let name = std::ffi::OsStr::from_bytes(b"gulf \xff?x=1#%41.faultline");
    let path = folder.path().join(name);
    std::fs::write(&path, whole()).unwrap();
    let mut file = File::open(&path).unwrap();
    rename(&mut file, "Odd").unwrap();
    drop(file);
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(names, [name]);
}

/// What a test process of its own is to do with the file that it is given.
const TASK: &str = "FAULTLINE_TASK";
const FILE: &str = "FAULTLINE_FILE";

/// Runs `do_as_told` in a process of its own, begun by `shell`, in which `"$@"` stands for it.
#[cfg(unix)]
fn told(shell: &str, task: &str, path: &Path) -> String {
    let run = Command::new("sh")
        .args(["-c", shell, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "places::do_as_told", "--nocapture", "--ignored"])
        .env(TASK, task)
        .env(FILE, path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&run.stderr)
    );
    said
}

#[test]
#[ignore = "the other half of the tests below"]
fn do_as_told() {
    let path = std::env::var_os(FILE).unwrap();
    let path = Path::new(&path);
    match std::env::var(TASK).unwrap().as_str() {
        "read" => {
            let mut file = File::open(path).unwrap();
            assert!(file.is_read_only());
            let read = file.read().unwrap();
            assert!(read == gulf() || read == gulf_before_3());
            let error = rename(&mut file, "Lost").unwrap_err();
            assert!(matches!(error, StoreError::ReadOnly { .. }), "{error}");
            well_said(&error, path);
        }
        "fill" => fill(path),
        other => panic!("{other}?"),
    }
}

/// Something else on the disk that takes up room.
fn ballast(path: &Path) -> PathBuf {
    path.with_file_name("ballast")
}

/// Writes until there is no room; then everything written before is there, and the next change that finds room is made.
fn fill(path: &Path) {
    let mut file = File::open(path).unwrap();
    let mut written = 0;
    let error = loop {
        let mut event = gulf().events[0].clone();
        event.summary = "x".repeat(30_000 + written * 7_000);
        match file.change("Write", |edit| edit.put_event(&event)) {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
        assert!(written < 500, "the limit does not hold");
    };
    assert!(
        matches!(error, StoreError::Full { .. } | StoreError::System { .. }),
        "{error}"
    );
    well_said(&error, path);
    println!("{written} changes, then: {error}");
    let length = file.read().unwrap().events[0].summary.len();
    assert_eq!(
        length,
        30_000 + (written - 1) * 7_000,
        "what was said to be written is"
    );
    // Whatever takes up the room goes away.
    let _ = std::fs::remove_file(ballast(path));
    rename(&mut file, "Short").unwrap();
    drop(file);
    let again = File::open(path).unwrap().read().unwrap();
    assert_eq!(again.events[0].title, "Short");
    assert_eq!(again.events.len(), 12);
}

/// Root may write anywhere, so the test goes on as nobody.
#[cfg(unix)]
fn as_nobody() -> Option<&'static str> {
    let root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let exe = std::env::current_exe().unwrap();
    let try_it = "setpriv --reuid 65534 --clear-groups \"$@\"";
    let works = || {
        let seen = Command::new("sh")
            .args(["-c", try_it, "sh"])
            .arg(exe)
            .arg("--list")
            .output();
        seen.is_ok_and(|it| it.status.success())
    };
    match root {
        false => Some("exec \"$@\""),
        true if works() => Some("exec setpriv --reuid 65534 --clear-groups \"$@\""),
        true => {
            println!("skipped: root may write anywhere, and no other user can be taken on here");
            None
        }
    }
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[test]
fn files_and_folders_that_may_not_be_written_to() {
    let Some(shell) = as_nobody() else { return };
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/versions/1.faultline");
    let old = std::fs::read(old).unwrap();
    for (bytes, what) in [(whole(), "this version"), (&old, "version 1")] {
        for (file_mode, folder_mode) in [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)] {
            let (folder, path) = lying(bytes);
            set_mode(&path, file_mode);
            set_mode(folder.path(), folder_mode);
            told(shell, "read", &path);
            assert!(
                std::fs::read(&path).unwrap() == bytes,
                "{what}, {file_mode:o} in {folder_mode:o}"
            );
            set_mode(folder.path(), 0o777);
        }
    }
}

/// A program stopped in the middle of a change, then the disk may only be read.
#[cfg(unix)]
#[test]
fn a_change_that_was_cut_off_where_nothing_may_be_written() {
    let Some(shell) = as_nobody() else { return };
    for (file_mode, folder_mode) in [(0o444, 0o555), (0o444, 0o777)] {
        let (_first, path) = lying(whole());
        let (folder, copy) = crate::journals::cut_off(&path, "DELETE FROM citation");
        for it in std::fs::read_dir(folder.path()).unwrap() {
            set_mode(&it.unwrap().path(), file_mode);
        }
        let before = crate::lying::contents(folder.path());
        set_mode(folder.path(), folder_mode);
        told(shell, "read", &copy);
        set_mode(folder.path(), 0o777);
        assert!(crate::lying::contents(folder.path()) == before);
    }
}

#[cfg(unix)]
#[test]
fn a_limit_on_the_size_of_files() {
    let (_folder, path) = lying(whole());
    let blocks = whole().len() / 512 + 600;
    let shell = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    println!("{}", told(&shell, "fill", &path));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let folder = tempfile::tempdir().unwrap();
    let size = format!("size={}", whole().len() * 2 + 600_000);
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
        .arg(folder.path())
        .output();
    if !mount.is_ok_and(|it| it.status.success()) {
        println!(
            "skipped: no small disk can be made here; the limit on the size of files is tested"
        );
        return;
    }
    let path = folder.path().join("gulf.faultline");
    let done = std::panic::catch_unwind(|| {
        std::fs::write(&path, whole()).unwrap();
        // Not a byte is left: it opens all the same.
        assert!(std::fs::write(ballast(&path), vec![0; 9_000_000]).is_err());
        let mut file = File::open(&path).unwrap();
        assert_eq!(file.read().unwrap(), gulf());
        let error = rename(&mut file, "Lost").unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        assert_eq!(file.read().unwrap(), gulf());
        drop(file);

        std::fs::write(&path, whole()).unwrap();
        std::fs::write(ballast(&path), vec![0; 300_000]).unwrap();
        println!("{}", told("exec \"$@\"", "fill", &path));
    });
    assert!(
        Command::new("umount")
            .arg(folder.path())
            .status()
            .unwrap()
            .success()
    );
    assert!(done.is_ok());
}
