//! Numbers in their shortest form.

/// The number, rounded to hundredths of a pixel, without unneeded digits. NaN and infinity become 0: one bad coordinate
/// must not make the file unreadable.
pub(super) fn short(value: f32) -> String {
    if !value.is_finite() {
        return "0".into();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.strip_prefix('-') {
        Some("0") => "0".into(),
        _ => text.into(),
    }
}

/// An opacity of 0 to 255 as a fraction.
pub(super) fn opacity(alpha: u8) -> String {
    let text = format!("{:.3}", f32::from(alpha) / 255.0);
    text.trim_end_matches('0').trim_end_matches('.').into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (0.5, "0.5"),
            (1.239, "1.24"),
            (-100.1, "-100.1"),
            (f32::NAN, "0"),
        ];
        for (value, want) in cases {
            assert_eq!(short(value), want);
        }
        assert_eq!(
            [opacity(255), opacity(0), opacity(128)],
            ["1", "0", "0.502"]
        );
    }
}
