//! Errors of the store as faults.

use api::{Fault, FaultCode};
use store::StoreError;

/// A fault of the file.
#[must_use]
pub fn of_store(error: StoreError) -> Fault {
    let code = match error {
        StoreError::Exists { .. } => FaultCode::Exists,
        StoreError::NoStep { .. } => FaultCode::NotFound,
        StoreError::Damaged { .. } | StoreError::Altered { .. } => FaultCode::Damaged,
        _ => FaultCode::File,
    };
    let text = error.to_string();
    // The store's sentences end with what to do, after a colon or as a sentence of its own.
    let parts = text.rsplit_once(". ").or_else(|| text.rsplit_once(": "));
    match parts {
        Some((what, help)) => Fault::new(code, what).help(help),
        None => Fault::new(code, text),
    }
}
