//! The reading form of EDTF.

use super::edtf::Edtf;

impl Edtf {
    /// What it means, for people: "11 June 2025", "14 May to 12 August 2025", "until 9 June 2025".
    #[must_use]
    pub fn in_words(&self) -> String {
        self.as_day()
            .map_or_else(|| self.to_string(), super::Day::in_words)
    }
}
