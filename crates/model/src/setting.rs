//! Settings of a workspace: the logo and named settings of exports.

use std::collections::BTreeMap;

/// The key of the logo.
const LOGO: &str = "logo";
/// What the keys of named export settings begin with.
const EXPORT: &str = "export/";

/// Settings by key. Keys are "logo", an SVG, and "export/" with a name, the settings of an export as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<String, String>);

impl Settings {
    /// The key of the logo.
    #[must_use]
    pub const fn logo_key() -> &'static str {
        LOGO
    }

    /// The key of the export settings of this name.
    #[must_use]
    pub fn export_key(name: &str) -> String {
        format!("{EXPORT}{name}")
    }

    /// The name of export settings, from their key; `None` for another key.
    #[must_use]
    pub fn export_name(key: &str) -> Option<&str> {
        key.strip_prefix(EXPORT)
    }

    /// The text of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The logo, as SVG.
    #[must_use]
    pub fn logo(&self) -> Option<&str> {
        self.get(LOGO)
    }

    /// Named export settings with their names, in the order of names.
    pub fn exports(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all()
            .filter_map(|(key, value)| Some((Self::export_name(key)?, value)))
    }

    /// Sets a text.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<String>) {
        self.0.insert(key.into(), value.into());
    }

    /// All texts with their keys, in the order of keys.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn settings_of_exports_are_told_from_the_logo() {
        let mut settings = Settings::default();
        settings.set(Settings::logo_key(), "<svg/>");
        settings.set(Settings::export_key("Weekly"), "{}");
        assert_eq!(settings.logo(), Some("<svg/>"));
        let exports: Vec<_> = settings.exports().collect();
        assert_eq!(exports, [("Weekly", "{}")]);
    }
}
