//! Time zones by their abbreviations.

/// Abbreviations with the offsets in minutes east of UTC that each can mean. The names are those of the IANA time zone
/// database and of news; ambiguous ones are asked about. ET, CT, MT and PT are standard or daylight time.
const ZONES: &[(&str, &[i16])] = &[
    ("acdt", &[630]),
    ("acst", &[570]),
    ("aedt", &[660]),
    ("aest", &[600]),
    ("aft", &[270]),
    ("ast", &[-240, 180]),
    ("awst", &[480]),
    ("brt", &[-180]),
    ("bst", &[60, 360]),
    ("cdt", &[-300]),
    ("cest", &[120]),
    ("cet", &[60]),
    ("cst", &[-360, 480]),
    ("ct", &[-360, -300]),
    ("eat", &[180]),
    ("edt", &[-240]),
    ("eest", &[180]),
    ("eet", &[120]),
    ("est", &[-300]),
    ("et", &[-300, -240]),
    ("gst", &[240]),
    ("hkt", &[480]),
    ("ict", &[420]),
    ("idt", &[180]),
    ("irst", &[210]),
    ("ist", &[330, 120, 60]),
    ("jst", &[540]),
    ("kst", &[540]),
    ("mdt", &[-360]),
    ("mmt", &[390]),
    ("msk", &[180]),
    ("mst", &[-420]),
    ("mt", &[-420, -360]),
    ("myt", &[480]),
    ("npt", &[345]),
    ("nzdt", &[780]),
    ("nzst", &[720]),
    ("pdt", &[-420]),
    ("pht", &[480]),
    ("pkt", &[300]),
    ("pst", &[-480]),
    ("pt", &[-480, -420]),
    ("sast", &[120]),
    ("sgt", &[480]),
    ("trt", &[180]),
    ("uzt", &[300]),
    ("wat", &[60]),
    ("west", &[60]),
    ("wib", &[420]),
];

/// Minutes east of UTC that an abbreviation can mean. It must be in capitals, because "West" and "eat" are words of titles.
pub(super) fn minutes_east(word: &str, is_upper: bool) -> &'static [i16] {
    let found = ZONES.iter().find(|(name, _)| is_upper && *name == word);
    found.map_or(&[], |(_, minutes)| minutes)
}

/// True for an abbreviation of a time zone in capitals, UTC and GMT among them.
#[must_use]
pub fn is_zone(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_upper = word.chars().all(char::is_uppercase);
    is_upper && (matches!(lower.as_str(), "utc" | "gmt" | "z"))
        || !minutes_east(&lower, is_upper).is_empty()
}
