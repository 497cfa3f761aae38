//! The TypeScript side of the boundary, made from the Rust types (`ui/src/api/generated.ts`).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::Fault;
use crate::dto::{BriefArgs, DataArgs, Exported, SeriesFile, SeriesReading, TakeSeries};
use crate::dto::{ExportArgs, PreviewInfo};

const HEAD: &str = "// Made from crates/app by its tests; do not edit. To renew it:\n\
                    //   FAULTLINE_UPDATE=1 cargo test -p app\n";

/// Declarations by name: a set in the order of the alphabet.
pub(crate) struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl Declarations {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            found: BTreeMap::new(),
        }
    }

    /// Adds `T` and what it is made of; gives the name that TypeScript uses for it.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.found.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let declaration = tidy(&format!("{docs}export {}", T::decl(&self.config)));
            self.found.insert(name, declaration);
            T::visit_dependencies(self);
        }
        // A list of something depends on what that depends on without naming it; what is generic in it does name it,
        // and comes to an end where a type holds itself.
        T::visit_generics(self);
    }
}

/// One line per field and per comment, without blanks at line ends, so that differences read well.
fn tidy(declaration: &str) -> String {
    let mut text = String::new();
    let mut comment: Vec<&str> = Vec::new();
    let mut depth = 0_usize;
    for line in declaration.lines().map(str::trim) {
        match line {
            "/**" => comment.clear(),
            // Between two paragraphs.
            "*" => {}
            "*/" => {
                let _ = writeln!(text, "{}/** {} */", "  ".repeat(depth), comment.join(" "));
            }
            _ if line.starts_with("* ") => comment.push(line.trim_start_matches("* ")),
            _ if line.ends_with(", };") => {
                let _ = writeln!(
                    text,
                    "{}{}\n}};",
                    "  ".repeat(depth),
                    line.trim_end_matches(" };")
                );
            }
            _ => {
                let _ = writeln!(text, "{}{line}", "  ".repeat(depth));
            }
        }
        depth += line.matches('{').count();
        depth = depth.saturating_sub(line.matches('}').count());
    }
    text
}

/// The whole generated file.
#[must_use]
pub fn typescript() -> String {
    let mut declarations = Declarations::new();
    declarations.add::<Fault>();
    declarations.add::<ExportArgs>();
    declarations.add::<Exported>();
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
    for declaration in declarations.found.values() {
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
