//! Counts where there is little room.

/// A count in at most four characters: "128", "9.1k", "12k".
pub(crate) fn short_count(count: usize) -> String {
    match count {
        0..=999 => count.to_string(),
        1000..=9999 => format!("{}.{}k", count / 1000, count / 100 % 10),
        10_000..=999_999 => format!("{}k", count / 1000),
        _ => format!("{}.{}M", count / 1_000_000, count / 100_000 % 10),
    }
}
