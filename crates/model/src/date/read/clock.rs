//! Parsing times of day: "18:30", "at 6pm", "T18:00Z", "1800 GMT", "18:30 EST".

use super::token::Kind;
use super::typed::Typed;
use super::zone::minutes_east;

impl Typed {
    /// A time after a day, as EDTF; empty when there is none.
    pub(super) fn time(&mut self) -> String {
        self.attempt(|typed| {
            let _ = typed.eat_mark(',') || typed.eat("at");
            let from_iso = typed.eat("t");
            typed.clock(from_iso)
        })
        .unwrap_or_default()
    }

    /// A time with its offset.
    pub(super) fn clock(&mut self, from_iso: bool) -> Option<String> {
        let seconds = self.seconds()?;
        let _ = self.eat_any(&["local time", "local"]);
        let offset = self.offset(from_iso);
        Some(edtf_time(seconds) + &offset)
    }

    /// Seconds after midnight.
    fn seconds(&mut self) -> Option<u32> {
        if self.eat("noon") {
            return Some(12 * 3600);
        }
        let numbers = [
            Self::with_half,
            Self::with_colon,
            Self::with_h,
            Self::in_four_digits,
        ];
        numbers.into_iter().find_map(|read| self.attempt(read))
    }

    /// "6pm", "6.30 p.m.", "6:30 pm": the 12-hour clock.
    fn with_half(&mut self) -> Option<u32> {
        let seconds = match self.take()? {
            Kind::Number(hour @ 1..=12, 1..=2) => {
                let minute = self.attempt(|typed| {
                    typed.eat_mark('.').then_some(())?;
                    typed.two_digits(59)
                });
                u32::try_from(hour).ok()? * 3600 + minute.unwrap_or(0) * 60
            }
            Kind::Time(seconds) if (3600..13 * 3600).contains(&seconds) => seconds,
            _ => return None,
        };
        let is_after_noon = self.half()?;
        let on_the_dial = seconds % (12 * 3600);
        Some(on_the_dial + if is_after_noon { 12 * 3600 } else { 0 })
    }

    /// True for "pm", false for "am".
    fn half(&mut self) -> Option<bool> {
        let Kind::Word(word) = self.take()? else {
            return None;
        };
        match word.as_str() {
            "am" => Some(false),
            "pm" => Some(true),
            "a" | "p" if self.eat_mark('.') && self.eat("m") => {
                self.eat_mark('.');
                Some(word == "p")
            }
            _ => None,
        }
    }

    fn with_colon(&mut self) -> Option<u32> {
        let Kind::Time(seconds) = self.take()? else {
            return None;
        };
        let _ = self.eat_any(&["hrs", "hours", "h"]);
        Some(seconds)
    }

    /// "18h", "18h30".
    fn with_h(&mut self) -> Option<u32> {
        let hour = self.two_digits(23)?;
        self.eat("h").then_some(())?;
        let minute = self.attempt(|typed| typed.two_digits(59)).unwrap_or(0);
        Some(hour * 3600 + minute * 60)
    }

    /// "1800 GMT", "1800Z", "1800 hrs": only with a word that says it is a time.
    fn in_four_digits(&mut self) -> Option<u32> {
        let Kind::Number(number, 4) = self.take()? else {
            return None;
        };
        let (hour, minute) = (
            u32::try_from(number / 100).ok()?,
            u32::try_from(number % 100).ok()?,
        );
        let is_said = self.eat_any(&["hrs", "hours", "h"])
            || matches!(self.word(0), "utc" | "gmt" | "z")
            || !minutes_east(self.word(0), self.is_upper(0)).is_empty();
        (is_said && hour < 24 && minute < 60).then_some(hour * 3600 + minute * 60)
    }

    fn two_digits(&mut self, highest: u64) -> Option<u32> {
        match self.take()? {
            Kind::Number(number, 1..=2) if number <= highest => u32::try_from(number).ok(),
            _ => None,
        }
    }

    fn offset(&mut self, from_iso: bool) -> String {
        let zones = minutes_east(self.word(0), self.is_upper(0));
        if let Some(minutes) = zones.get(self.reading.zone.min(zones.len().saturating_sub(1))) {
            self.take();
            return in_offset(*minutes);
        }
        let is_named = self.eat_any(&["utc", "gmt", "z"]);
        // A dash after a plain time may lead to another time; after an ISO time it is the sign of the offset.
        let may_be_less = is_named || from_iso;
        let signed = self.attempt(|typed| {
            let sign = if typed.eat_mark('+') {
                '+'
            } else {
                (may_be_less && typed.eat_mark('-')).then_some('-')?
            };
            match typed.take()? {
                Kind::Number(hours, 1..=2) => Some(format!("{sign}{hours:02}")),
                Kind::Number(number, 4) => {
                    Some(format!("{sign}{:02}:{:02}", number / 100, number % 100))
                }
                Kind::Time(second) => Some(format!(
                    "{sign}{:02}:{:02}",
                    second / 3600,
                    second / 60 % 60
                )),
                _ => None,
            }
        });
        let utc = if is_named { "Z" } else { "" };
        signed.unwrap_or_else(|| utc.to_owned())
    }
}

/// `T18:30:00`.
fn edtf_time(seconds: u32) -> String {
    format!(
        "T{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// `-05:00`.
fn in_offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
