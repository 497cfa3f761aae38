//! Reads the new value of a field. Every error names the field, says what is wrong and what would be right.

use std::fmt::Display;
use std::str::FromStr;

use api::{Fault, FaultCode};
use model::date::{Day, Understood};
use model::{FuzzyDate, UnknownWord};
use serde_json::Value;
use store::words::fold;
use unicode_normalization::UnicodeNormalization as _;

/// Characters of a title or another line.
pub(crate) const LINE: usize = 2_000;
/// Characters of a name or a handle.
pub(crate) const NAME: usize = 200;
/// Characters of a text of several lines.
pub(crate) const PROSE: usize = 100_000;
/// Entries of a list.
const MANY: usize = 200;

/// One line of text, tidied; null is empty.
pub(crate) fn line(field: &str, value: &Value, most: usize) -> Result<String, Fault> {
    let characters = text(field, value)?;
    let plain = characters
        .nfc()
        .map(|it| if it.is_control() { ' ' } else { it });
    let words: String = plain.collect();
    bounded(field, tidy(&words), most)
}

/// One line of text that may not be empty.
pub(crate) fn named_line(field: &str, value: &Value, most: usize) -> Result<String, Fault> {
    let line = line(field, value, most)?;
    if line.is_empty() {
        return Err(
            Fault::argument(field, format!("{field} is empty")).help("write at least one word")
        );
    }
    Ok(line)
}

/// Text of several lines; null is empty. Line ends become those of Unix, other control characters go.
pub(crate) fn prose(field: &str, value: &Value) -> Result<String, Fault> {
    let text = text(field, value)?
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let kept = text
        .nfc()
        .filter(|it| !it.is_control() || matches!(it, '\n' | '\t'));
    let words: String = kept.collect();
    bounded(field, words.trim().to_owned(), PROSE)
}

fn text(field: &str, value: &Value) -> Result<String, Fault> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(Fault::argument(field, format!("{field} is not text"))
            .help("give one text in quotation marks")),
    }
}

/// Trimmed, with single spaces.
fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bounded(field: &str, text: String, most: usize) -> Result<String, Fault> {
    if text.len() > most && text.chars().count() > most {
        let message = format!("{field} is too long: at most {most} characters");
        return Err(Fault::argument(field, message).help("shorten it"));
    }
    Ok(text)
}

/// True for what clears a field: null, an empty text or an empty list.
pub(crate) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    }
}

/// A word of a closed vocabulary; case does not matter.
pub(crate) fn word<T: FromStr<Err = UnknownWord>>(field: &str, value: &Value) -> Result<T, Fault> {
    let given = line(field, value, NAME)?;
    let forms = [given.clone(), given.to_lowercase(), given.to_uppercase()];
    if let Some(known) = forms.iter().find_map(|form| form.parse().ok()) {
        return Ok(known);
    }
    given.parse().map_err(|error: UnknownWord| {
        let message = match given.is_empty() {
            true => format!("{field} is empty"),
            false => format!("\"{}\" is not a {}", error.word, error.what),
        };
        Fault::argument(field, message).help(format!("use one of {}", error.known))
    })
}

/// A word of a closed vocabulary, or nothing.
pub(crate) fn word_if_any<T: FromStr<Err = UnknownWord>>(
    field: &str,
    value: &Value,
) -> Result<Option<T>, Fault> {
    if is_nothing(value) {
        return Ok(None);
    }
    word(field, value).map(Some)
}

/// A whole number from `low` to `high`, as a number or as its digits.
pub(crate) fn whole<T>(field: &str, value: &Value, low: T, high: T) -> Result<T, Fault>
where
    T: FromStr + PartialOrd + Display,
{
    let text = text(field, value)?;
    match text.trim().parse::<T>() {
        Ok(number) if low <= number && number <= high => Ok(number),
        _ => Err(Fault::argument(
            field,
            format!(
                "{field} is {}; it must be from {low} to {high}",
                shown(&text)
            ),
        )
        .help(format!("use a whole number from {low} to {high}"))),
    }
}

/// Degrees from `-most` to `most`, or nothing.
pub(crate) fn degrees(field: &str, value: &Value, most: f64) -> Result<Option<f64>, Fault> {
    if is_nothing(value) {
        return Ok(None);
    }
    let text = text(field, value)?;
    match text.trim().parse::<f64>() {
        Ok(number) if number.abs() <= most => Ok(Some(number)),
        _ => Err(Fault::argument(
            field,
            format!(
                "{field} is {}; it must be from -{most} to {most}",
                shown(&text)
            ),
        )
        .help("use decimal degrees, south and west below zero, such as 33.31")),
    }
}

/// Yes or no.
pub(crate) fn truth(field: &str, value: &Value) -> Result<bool, Fault> {
    match value {
        Value::Bool(truth) => return Ok(*truth),
        Value::String(text) => match fold(text.trim()).as_str() {
            "true" | "yes" | "on" => return Ok(true),
            "false" | "no" | "off" => return Ok(false),
            _ => {}
        },
        _ => {}
    }
    Err(Fault::argument(field, format!("{field} is neither yes nor no")).help("use yes or no"))
}

/// A text as it is shown in a message: in quotation marks and not too long.
pub(crate) fn shown(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|it| !it.is_control())
        .take(60)
        .collect();
    if kept.is_empty() {
        String::from("empty")
    } else {
        format!("\"{kept}\"")
    }
}

/// The entries of a list: a JSON list, or text separated by commas. Text that `is_one` recognizes as a whole is not split,
/// nor is text in quotation marks.
pub(crate) fn several(
    field: &str,
    value: &Value,
    is_one: impl Fn(&str) -> bool,
) -> Result<Vec<Value>, Fault> {
    let all = match value {
        Value::Null => Vec::new(),
        Value::Array(all) => all.clone(),
        Value::String(text) if is_one(text) => vec![value.clone()],
        Value::String(text) => {
            let parts = commas(text).into_iter();
            parts
                .filter(|it| !it.is_empty())
                .map(Value::String)
                .collect()
        }
        other => vec![other.clone()],
    };
    if all.len() > MANY {
        return Err(
            Fault::argument(field, format!("{field} has more than {MANY} entries"))
                .help("leave some out"),
        );
    }
    Ok(all)
}

/// The parts between commas outside quotation marks.
fn commas(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut quoted) = (Vec::new(), String::new(), false);
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => parts.push(std::mem::take(&mut part)),
            other => part.push(other),
        }
    }
    parts.push(part);
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// A date: its words, `{words, edtf}` when a reading was chosen, or nothing.
pub(crate) fn date(
    field: &str,
    value: &Value,
    today: Option<Day>,
) -> Result<Option<FuzzyDate>, Fault> {
    if is_nothing(value) {
        return Ok(None);
    }
    if let Value::Object(parts) = value {
        let part = |name: &str| line(field, parts.get(name).unwrap_or(&Value::Null), NAME);
        return chosen(field, &part("words")?, &part("edtf")?, today);
    }
    understood(field, &line(field, value, NAME)?, today).map(Some)
}

fn chosen(
    field: &str,
    words: &str,
    edtf: &str,
    today: Option<Day>,
) -> Result<Option<FuzzyDate>, Fault> {
    if edtf.is_empty() {
        return match words {
            "" => Ok(None),
            words => understood(field, words, today).map(Some),
        };
    }
    let mut date = FuzzyDate::from_edtf(edtf).map_err(|error| {
        Fault::argument(field, format!("{} is not EDTF", shown(edtf))).help(error.to_string())
    })?;
    if !words.is_empty() {
        words.clone_into(&mut date.words);
    }
    Ok(Some(date))
}

fn understood(field: &str, words: &str, today: Option<Day>) -> Result<FuzzyDate, Fault> {
    match model::date::read(words, today) {
        Ok(Understood::Date(date)) => Ok(date),
        Ok(Understood::Ask { question, choices }) => {
            let forms: Vec<_> = choices.iter().map(|it| it.edtf.to_string()).collect();
            let mut fault = Fault::new(FaultCode::Ambiguous, question.trim_end_matches('?'));
            fault.field = Some(field.to_owned());
            Err(fault.help(format!("write {}", forms.join(" or "))))
        }
        Err(error) => Err(Fault::argument(
            field,
            format!("{} is not understood as a date", shown(words)),
        )
        .help(error.reason)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{commas, date, line, prose, several, truth, whole, word};

    #[test]
    fn text_is_tidied() {
        let in_words = |text: &str| line("title", &json!(text), 20).unwrap();
        assert_eq!(in_words("  a\u{0}b \n c  "), "a b c");
        assert_eq!(in_words("Erdog\u{306}an"), "Erdo\u{11f}an");
        assert_eq!(
            prose("summary", &json!("a\r\nb\u{1b}[1m\n\n c ")).unwrap(),
            "a\nb[1m\n\n c"
        );
        let fault = line("title", &json!("x".repeat(21)), 20).unwrap_err();
        assert_eq!(fault.field.as_deref(), Some("title"));
        assert!(fault.message.contains("at most 20"));
        assert!(line("title", &json!(["a"]), 20).is_err());
    }

    #[test]
    fn words_numbers_and_truths_are_refused_by_name() {
        let status = word::<model::Status>("status", &json!("Planned")).unwrap();
        assert_eq!(status, model::Status::Planned);
        let character = word::<model::Reliability>("reliability", &json!("b")).unwrap();
        assert_eq!(character, model::Reliability::B);
        let fault = word::<model::Status>("status", &json!("done")).unwrap_err();
        assert_eq!(fault.message, "\"done\" is not a status");
        assert!(fault.help.unwrap().contains("happened, ongoing"));
        assert_eq!(whole("severity", &json!("4"), 1_u8, 5).unwrap(), 4);
        for bad in [json!(0), json!(6), json!(2.5), json!("high"), json!(null)] {
            assert!(whole("severity", &bad, 1_u8, 5).is_err(), "{bad}");
        }
        assert!(truth("on", &json!("Yes")).unwrap());
        assert!(truth("on", &json!(1)).is_err());
    }

    #[test]
    fn lists_are_cut_at_commas_outside_of_quotation_marks() {
        assert_eq!(
            commas("a, \"Baghdad, IQ\" ,b"),
            ["a", "Baghdad, IQ", "b"].map(str::to_owned)
        );
        let all = |value: Value| several("places", &value, |it| it == "Baghdad, IQ").unwrap();
        assert_eq!(all(json!("Baghdad, IQ")), [json!("Baghdad, IQ")]);
        assert_eq!(all(json!(["a, b"])), [json!("a, b")]);
        assert!(all(json!("")).is_empty() && all(Value::Null).is_empty());
    }

    #[test]
    fn dates_are_words_or_a_chosen_reading() {
        let in_words =
            |value: Value| date("date", &value, None).map(|it| it.map(|it| it.edtf.to_string()));
        assert_eq!(
            in_words(json!("early May 2025")).unwrap().unwrap(),
            "[2025-05-01..2025-05-15]"
        );
        assert_eq!(in_words(json!("")).unwrap(), None);
        let chosen = json!({ "words": "6/11/2025", "edtf": "2025-06-11" });
        assert_eq!(in_words(chosen).unwrap().unwrap(), "2025-06-11");
        let fault = in_words(json!("6/11/2025")).unwrap_err();
        assert_eq!(fault.code, api::FaultCode::Ambiguous);
        assert_eq!(fault.field.as_deref(), Some("date"));
        assert!(fault.help.unwrap().contains("2025-11-06"));
        let fault = in_words(json!("soonish")).unwrap_err();
        assert!(!fault.help.unwrap().is_empty());
    }
}
