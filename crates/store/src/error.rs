//! What can go wrong with a workspace file, in words for the person who has it open.

use rusqlite::{ErrorCode, ffi};

/// Why a workspace file could not be opened, read or changed. `file` is its name, never its folder.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no file \"{file}\": check the name, or make it with \"new\"")]
    Missing {
        /// Name of the file.
        file: String,
    },
    /// A new workspace would take the place of something.
    #[error("\"{file}\" exists already: choose another name, or move it away first")]
    Exists {
        /// Name of the file.
        file: String,
    },
    /// Something else than a workspace.
    #[error(
        "\"{file}\" is not a Faultline workspace; it was left as it is. Choose a workspace (.faultline), \
         or make a new one; if this was one once, save what can be read of it with \"doctor\"; numbers by day are brought \
         into an open workspace as a series"
    )]
    NotAWorkspace {
        /// Name of the file.
        file: String,
    },
    /// Written by a later program.
    #[error(
        "\"{file}\" was written by a newer Faultline (file version {found}, this program reads up to {known}); \
         it was left as it is. Open it with the newer program"
    )]
    Newer {
        /// Name of the file.
        file: String,
        /// Its version.
        found: i64,
        /// The latest version that is known here.
        known: i64,
    },
    /// The file does not hold together.
    #[error(
        "\"{file}\" is damaged ({detail}); it was left as it is. Go back to a copy of it, or save what can be read with \"doctor\""
    )]
    Damaged {
        /// Name of the file.
        file: String,
        /// What was found.
        detail: String,
    },
    /// Its tables are not those of a workspace of its version.
    #[error(
        "\"{file}\" was altered by another program ({detail}); it was left as it is. Go back to a copy of it"
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
        "\"{file}\" was changed by another program meanwhile; nothing was written. Read it again, then repeat the change"
    )]
    ChangedElsewhere {
        /// Name of the file.
        file: String,
    },
    /// It may not be written to.
    #[error("\"{file}\" may only be read: copy it to a folder that you may write to")]
    ReadOnly {
        /// Name of the file.
        file: String,
    },
    /// No room left.
    #[error(
        "no room left on the disk for \"{file}\"; nothing was written. Make room, then repeat the change"
    )]
    Full {
        /// Name of the file.
        file: String,
    },
    /// Something refers to what is not there.
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
    /// Two things share what must differ.
    #[error("in \"{file}\", {field} is taken already; nothing was written. Choose another")]
    Taken {
        /// Name of the file.
        file: String,
        /// Which field, such as "event.handle".
        field: String,
    },
    /// A value is outside what the file admits.
    #[error(
        "a value does not fit into \"{file}\" ({detail}); nothing was written. Change it, then try again"
    )]
    Unfit {
        /// Name of the file.
        file: String,
        /// The rule that it broke.
        detail: String,
    },
    /// Anything else that the system reports.
    #[error(
        "\"{file}\" could not be used: {detail}. Check the disk and the permissions, then try again"
    )]
    System {
        /// Name of the file.
        file: String,
        /// What the system says.
        detail: String,
    },
    /// Too short for any workspace.
    #[error(
        "\"{file}\" has only {bytes} bytes: it is empty or was cut off; it was left as it is. Go back to a copy of it"
    )]
    TooShort {
        /// Name of the file.
        file: String,
        /// How long it is.
        bytes: u64,
    },
    /// A journal lies beside it that is not its own; SQLite would write it over the file.
    #[error(
        "beside \"{file}\" lies \"{log}\", which another program or another file left there; nothing was changed. \
         Close the other program, or move \"{log}\" to another folder, then try again"
    )]
    StrayLog {
        /// Name of the file.
        file: String,
        /// Name of what lies beside it.
        log: String,
    },
    /// What was opened does not lie there any more.
    #[error(
        "\"{file}\" was moved, removed or replaced while it was open; nothing was written. Save a copy elsewhere"
    )]
    Gone {
        /// Name of the file.
        file: String,
    },
    /// The file does not hold what a step of the history left.
    #[error(
        "\"{name}\" cannot be undone or redone in \"{file}\", because {row} is not as it was left; nothing was \
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
        "\"{file}\" has no step {step} in its history; nothing was changed. Look its number up in the history"
    )]
    NoStep {
        /// Name of the file.
        file: String,
        /// The number asked for.
        step: i64,
    },
    /// A step of which what it changed is damaged in the file.
    #[error(
        "\"{name}\" (step {step} of the history of \"{file}\") is damaged: what it changed cannot be undone, redone or \
         gone through; nothing was changed. Change it by hand, or go back to a later step"
    )]
    StepDamaged {
        /// Name of the file.
        file: String,
        /// Its number.
        step: i64,
        /// What it did.
        name: String,
    },
    /// The index of words is damaged; it can be built again from the entries.
    #[error(
        "the index for searching in \"{file}\" is damaged ({detail}); the entries are not touched by this. Build it again \
         with \"doctor FILE --rebuild\""
    )]
    Words {
        /// Name of the file.
        file: String,
        /// What was found.
        detail: String,
    },
    /// A state that steps lead to which kept no changes.
    #[error(
        "the state after step {step} of \"{file}\" cannot be had back, because an older Faultline did not keep what \
         changed; nothing was changed. Choose a later step"
    )]
    NotKept {
        /// Name of the file.
        file: String,
        /// The number asked for.
        step: i64,
    },
}

impl StoreError {
    /// Puts an SQLite error into words.
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
            // The hook on every commit looks whether the file is still there.
            _ if code.extended_code == ffi::SQLITE_CONSTRAINT_COMMITHOOK => Self::Gone { file },
            ErrorCode::OperationInterrupted => Self::System {
                file,
                detail: String::from("looking through it took too long"),
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

    /// As [`StoreError::of`], of what was done with the index of words.
    pub(crate) fn of_words(file: &str, error: &rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::Unknown) => Self::Words {
                file: file.to_owned(),
                detail: error.to_string(),
            },
            _ => Self::of(file, error),
        }
    }

    /// As [`StoreError::of`], for a file whose tables are not known yet: what SQLite cannot make sense of was not written
    /// by Faultline.
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
