//! The edge that every call passes: its arguments are read and bounded, and a mistake of ours ends there.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bounds::Bounded;
use crate::{Fault, FaultCode};

/// Runs a verb so that a mistake of ours ends as a fault, not as the end of the program.
pub fn edge<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    // A verb that reads leaves nothing half done.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(
            Fault::new(FaultCode::Internal, "internal error; nothing was changed")
                .help("please report what you did just before"),
        )
    })
}

/// Arguments of the type that the verb takes. `null` stands for no arguments.
pub fn typed<T: DeserializeOwned + Bounded>(args: Value) -> Result<T, Fault> {
    let args = match args {
        Value::Null => Value::Object(serde_json::Map::new()),
        Value::Object(_) => args,
        // A list would be read as the fields in their order, which is never meant.
        _ => {
            return Err(
                Fault::new(FaultCode::BadArgument, "the arguments are not an object")
                    .help("name each argument, as in {\"words\": \"Geneva\"}"),
            );
        }
    };
    let args: T = serde_path_to_error::deserialize(args).map_err(|error| refused(&error))?;
    args.check_bounds()?;
    Ok(args)
}

/// What is wrong with the shape of the arguments. A word that is none of a vocabulary says itself what would do.
fn refused(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let words: String = error.inner().to_string().chars().take(300).collect();
    let path = error.path().to_string();
    // Of a list the whole field is named, as bounds do.
    let field = path
        .split('[')
        .next()
        .filter(|it| !it.is_empty() && *it != ".");
    let (what, help) = words.split_once(": ").unwrap_or((
        &words,
        "the arguments of every verb are listed in ui/src/api/generated.ts",
    ));
    Fault {
        field: field.map(str::to_owned),
        ..Fault::new(FaultCode::BadArgument, what).help(help)
    }
}
