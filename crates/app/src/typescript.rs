//! The TypeScript side of the boundary, made from the Rust types (`ui/src/api/generated.ts`).

use std::fmt::Write as _;

use api::Fault;
use api::dto::{
    BriefArgs, DataArgs, ExportArgs, Exported, PictureFacts, PreviewInfo, SeriesFile,
    SeriesReading, TakeSeries,
};
use api::typescript::Declarations;

const HEAD: &str = "// Made from crates/app by its tests; do not edit. To renew it:\n\
                    //   FAULTLINE_UPDATE=1 cargo test -p app\n";

/// The whole generated file.
#[must_use]
pub fn typescript() -> String {
    let mut declarations = Declarations::default();
    declarations.add::<Fault>();
    declarations.add::<ExportArgs>();
    declarations.add::<Exported>();
    declarations.add::<PictureFacts>();
    declarations.add::<PreviewInfo>();
    declarations.add::<BriefArgs>();
    declarations.add::<DataArgs>();
    declarations.add::<SeriesFile>();
    declarations.add::<SeriesReading>();
    declarations.add::<TakeSeries>();
    let mut verbs = String::new();
    let mut pictures = String::new();
    for verb in crate::VERBS {
        let (args, reply) = (verb.types)(&mut declarations);
        let (into, reply) = match reply {
            Some(reply) => (&mut verbs, format!("; reply: {reply}")),
            None => (&mut pictures, String::new()),
        };
        let _ = writeln!(
            into,
            "  /** {} */\n  {}: {{ args: {args}{reply} }};",
            verb.help, verb.name
        );
    }
    let mut text = HEAD.to_owned();
    for declaration in declarations.texts() {
        let _ = write!(text, "\n{declaration}");
    }
    let _ = write!(
        text,
        "\n/** Verbs that answer with JSON. */\nexport interface Verbs {{\n{verbs}}}\n"
    );
    let _ = write!(
        text,
        "\n/** Verbs that answer with a picture's bytes. */\nexport interface Pictures {{\n{pictures}}}\n"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::typescript;

    #[test]
    fn generated_types_are_fresh() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/generated.ts");
        let fresh = typescript();
        if std::env::var_os("FAULTLINE_UPDATE").is_some() {
            std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api"))
                .unwrap();
            std::fs::write(path, &fresh).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == fresh,
            "ui/src/api/generated.ts is out of date: run FAULTLINE_UPDATE=1 cargo test -p app"
        );
    }
}
