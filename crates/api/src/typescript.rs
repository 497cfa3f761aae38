//! TypeScript declarations of the types of the boundary.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name: a set in alphabetical order.
pub struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl Default for Declarations {
    /// None yet.
    fn default() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            found: BTreeMap::new(),
        }
    }
}

impl Declarations {
    /// The declarations, in alphabetical order of their names.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.found.values().map(String::as_str)
    }

    /// Adds `T` and what it is made of; gives the name that TypeScript uses for it.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
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

/// One line per field and per comment, without trailing spaces, so that differences read well.
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
