//! Errors of workspace files, in words for the person who uses them.

use rusqlite::{ErrorCode, ffi};

/// Why a workspace file could not be opened, read or changed. `file` is its name, never its folder.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no file \"{file}\": check the name, or create it with \"new\"")]
    Missing {
        /// Name of the file.
        file: String,
    },
    /// The path of a new workspace is in use.
    #[error("\"{file}\" already exists: choose another name, or move it away first")]
    Exists {
        /// Name of the file.
        file: String,
    },
    /// Not a workspace.
    #[error(
        "\"{file}\" is not a Faultline workspace; it was not changed. Choose a workspace (.faultline) \
         or create a new one; if it used to be a workspace, save what is readable with \"doctor\"; daily data can be loaded \
         into an open workspace as a series"
    )]
    NotAWorkspace {
        /// Name of the file.
        file: String,
    },
    /// Written by a newer program.
    #[error(
        "\"{file}\" was written by a newer Faultline (file version {found}, this program reads up to {known}); \
         it was not changed. Open it with the newer version"
    )]
    Newer {
        /// Name of the file.
        file: String,
        /// Its version.
        found: i64,
        /// The latest version that is known here.
        known: i64,
    },
    /// The file is corrupt.
    #[error(
        "\"{file}\" is damaged ({detail}); it was not changed. Restore a backup copy, or save what can be read with \"doctor\""
    )]
    Damaged {
        /// Name of the file.
        file: String,
        /// What was found.
        detail: String,
    },
    /// Its schema is not that of its version.
    #[error(
        "\"{file}\" was altered by another program ({detail}); it was not changed. Restore a backup copy"
    )]
    Altered {
        /// Name of the file.
        file: String,
        /// What differs.
        detail: String,
    },
    /// Another program is writing to it.
    #[error("\"{file}\" is being changed by another program: close it there, then try again")]
    Busy {
        /// Name of the file.
        file: String,
    },
    /// Another program has written to it since it was read.
    #[error(
        "\"{file}\" was changed by another program in the meantime; nothing was written. Reload it, then repeat the change"
    )]
    ChangedElsewhere {
        /// Name of the file.
        file: String,
    },
    /// It is read-only.
    #[error("\"{file}\" is read-only: copy it to a folder where you can write")]
    ReadOnly {
        /// Name of the file.
        file: String,
    },
    /// No room left.
    #[error(
        "the disk is full: nothing was written to \"{file}\". Free some space, then repeat the change"
    )]
    Full {
        /// Name of the file.
        file: String,
    },
    /// A reference to something that does not exist.
    #[error(
        "in \"{file}\", {table}{row} refers to {missing} that does not exist; nothing was written. Add it first"
    )]
    Dangling {
        /// Name of the file.
        file: String,
        /// The table with the reference.
        table: String,
        /// " 12" for row 12; empty where rows have no number.
        row: String,
        /// "a theme", "an event": what is referred to.
        missing: String,
    },
    /// A unique value is used twice.
    #[error("in \"{file}\", {field} is already in use; nothing was written. Choose another")]
    Taken {
        /// Name of the file.
        file: String,
        /// Which field, such as "event.handle".
        field: String,
    },
    /// A value breaks a constraint of the file.
    #[error(
        "a value is not allowed in \"{file}\" ({detail}); nothing was written. Change it, then try again"
    )]
    Unfit {
        /// Name of the file.
        file: String,
        /// The rule that it broke.
        detail: String,
    },
    /// Anything else that the system reports.
    #[error(
        "\"{file}\" could not be accessed: {detail}. Check the disk and the permissions, then try again"
    )]
    System {
        /// Name of the file.
        file: String,
        /// What the system says.
        detail: String,
    },
    /// Too short for any workspace.
    #[error(
        "\"{file}\" has only {bytes} bytes: it is empty or truncated; it was not changed. Restore a backup copy"
    )]
    TooShort {
        /// Name of the file.
        file: String,
        /// How long it is.
        bytes: u64,
    },
    /// A foreign journal is next to it; SQLite would write it over the file.
    #[error(
        "next to \"{file}\" is \"{log}\", which belongs to another program or another file; nothing was changed. \
         Close the other program, or move \"{log}\" to another folder, then try again"
    )]
    StrayLog {
        /// Name of the file.
        file: String,
        /// Name of what lies beside it.
        log: String,
    },
    /// The file that was opened is no longer there.
    #[error(
        "\"{file}\" was moved, deleted or replaced while it was open; nothing was written. Save a copy elsewhere"
    )]
    Gone {
        /// Name of the file.
        file: String,
    },
    /// The rows differ from what a step of the history wrote.
    #[error(
        "\"{name}\" cannot be undone or redone in \"{file}\", because {row} has changed since; nothing was \
         changed. Change it by hand"
    )]
    OutOfStep {
        /// Name of the file.
        file: String,
        /// What the step did.
        name: String,
        /// Which row differs, such as "event 12".
        row: String,
    },
    /// The history has no such step.
    #[error(
        "\"{file}\" has no step {step} in its history; nothing was changed. Check the number in the history"
    )]
    NoStep {
        /// Name of the file.
        file: String,
        /// The number asked for.
        step: i64,
    },
    /// The changes of a step are damaged in the file.
    #[error(
        "\"{name}\" (step {step} of the history of \"{file}\") is damaged: its changes cannot be undone or redone, \
         nor can earlier steps be reached through it; nothing was changed. Make the change by hand, or restore a later step"
    )]
    StepDamaged {
        /// Name of the file.
        file: String,
        /// Its number.
        step: i64,
        /// What it did.
        name: String,
    },
    /// The search index is damaged; it can be rebuilt from the entries.
    #[error(
        "the search index of \"{file}\" is damaged ({detail}); the entries are not affected. Rebuild it \
         with \"doctor FILE --rebuild\""
    )]
    Words {
        /// Name of the file.
        file: String,
        /// What was found.
        detail: String,
    },
    /// A state that is reached only through steps without recorded changes.
    #[error(
        "the state after step {step} of \"{file}\" cannot be restored, because an older version of Faultline did not record the \
         changes; nothing was changed. Choose a later step"
    )]
    NotKept {
        /// Name of the file.
        file: String,
        /// The number asked for.
        step: i64,
    },
}

impl StoreError {
    /// An SQLite error in words.
    pub(crate) fn of(file: &str, error: &rusqlite::Error) -> Self {
        let file = file.to_owned();
        let rusqlite::Error::SqliteFailure(code, message) = error else {
            return Self::Damaged {
                file,
                detail: error.to_string(),
            };
        };
        let detail = message.clone().unwrap_or_else(|| code.to_string());
        match code.code {
            ErrorCode::ReadOnly if code.extended_code == ffi::SQLITE_READONLY_DBMOVED => {
                Self::Gone { file }
            }
            // The commit hook checks that the file is still there.
            _ if code.extended_code == ffi::SQLITE_CONSTRAINT_COMMITHOOK => Self::Gone { file },
            ErrorCode::OperationInterrupted => Self::System {
                file,
                detail: String::from("the check took too long"),
            },
            ErrorCode::NotADatabase => Self::NotAWorkspace { file },
            ErrorCode::DatabaseCorrupt => Self::Damaged { file, detail },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { file },
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly { file },
            ErrorCode::DiskFull => Self::Full { file },
            ErrorCode::ConstraintViolation => Self::of_constraint(file, &detail),
            ErrorCode::TooBig | ErrorCode::TypeMismatch => Self::Unfit { file, detail },
            _ => Self::System { file, detail },
        }
    }

    /// As [`StoreError::of`], for operations on the search index.
    pub(crate) fn of_words(file: &str, error: &rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::Unknown) => Self::Words {
                file: file.to_owned(),
                detail: error.to_string(),
            },
            _ => Self::of(file, error),
        }
    }

    /// As [`StoreError::of`], for a file whose schema is not known yet: what SQLite cannot read was not written by
    /// Faultline.
    pub(crate) fn of_foreign(file: &str, error: &rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::Unknown | ErrorCode::OperationAborted | ErrorCode::TooBig) => {
                Self::Altered {
                    file: file.to_owned(),
                    detail: error.to_string(),
                }
            }
            _ => Self::of(file, error),
        }
    }

    fn of_constraint(file: String, detail: &str) -> Self {
        match detail.split_once(" constraint failed: ") {
            Some(("UNIQUE", fields)) => Self::Taken {
                file,
                field: fields.to_owned(),
            },
            Some((_, rule)) => Self::Unfit {
                file,
                detail: rule.to_owned(),
            },
            None => Self::Unfit {
                file,
                detail: detail.to_owned(),
            },
        }
    }
}
