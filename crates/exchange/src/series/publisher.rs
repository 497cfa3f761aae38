//! Whose file it is, by its headers.

use super::columns::DateColumns;
use super::table::Table;

/// What sort of file it is, for people.
pub(super) fn name(table: &Table, date: DateColumns) -> &'static str {
    let has = |word: &str| table.headers.iter().any(|it| it.eq_ignore_ascii_case(word));
    let first = table
        .headers
        .first()
        .map(String::as_str)
        .unwrap_or_default();
    if table.tickers.is_some() {
        "Yahoo, three header lines"
    } else if has("Adj Close") {
        "Yahoo"
    } else if has("Vol.") || has("Change %") {
        "Investing.com"
    } else if has("daily_policy_index")
        || (matches!(date, DateColumns::Parts { .. }) && has("News_Based_Policy_Uncert_Index"))
    {
        "EPU"
    } else if has("GPRD") || has("GPR") {
        "GPR"
    } else if first == "DATE" && has("OPEN") && has("CLOSE") {
        "CBOE"
    } else if has("Zamkniecie")
        || has("Zamknięcie")
        || has("Zamkniêcie")
        || (has("Volume") && has("Close"))
    {
        "Stooq"
    } else if first.eq_ignore_ascii_case("observation_date")
        || (first == "DATE" && table.headers.len() >= 2)
    {
        "FRED"
    } else {
        "table with dates"
    }
}
