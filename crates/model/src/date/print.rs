//! Printing EDTF exactly as it was read.

use std::fmt::{self, Display, Formatter};

use super::edtf::{
    Date, DatePart, Digits, Doubt, Edge, Edtf, Member, Month, Offset, SetKind, Time, Year, YearForm,
};

impl Display for Edtf {
    /// Prints the text that was read.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval { start, end } => write!(f, "{start}/{end}"),
            Self::Set { kind, members } => {
                let (open, close) = kind.brackets();
                let texts: Vec<String> = members.iter().map(ToString::to_string).collect();
                write!(f, "{open}{}{close}", texts.join(","))
            }
        }
    }
}

impl SetKind {
    /// The brackets around it.
    pub(crate) fn brackets(self) -> (char, char) {
        match self {
            Self::OneOf => ('[', ']'),
            Self::AllOf => ('{', '}'),
        }
    }
}

impl Display for Edge {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(date) => date.fmt(f),
            Self::Range(first, last) => write!(f, "{first}..{last}"),
            Self::UpTo(last) => write!(f, "..{last}"),
            Self::From(first) => write!(f, "{first}.."),
        }
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.year.fmt(f)?;
        if let Some(month) = &self.month {
            write!(f, "-{month}")?;
        }
        if let Some(day) = &self.day {
            write!(f, "-{day}")?;
        }
        self.time.map_or(Ok(()), |time| time.fmt(f))
    }
}

impl<T: Display> Display for DatePart<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mark = |doubt: Option<Doubt>| doubt.map_or("", Doubt::mark);
        write!(f, "{}{}{}", mark(self.before), self.value, mark(self.after))
    }
}

impl Doubt {
    /// Its mark in EDTF.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Uncertain => "?",
            Self::Approximate => "~",
            Self::Both => "%",
        }
    }
}

impl<const N: usize> Display for Digits<N> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| match digit {
            Some(digit) => write!(f, "{digit}"),
            None => f.write_str("X"),
        })
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        match self.form {
            YearForm::Four(digits) => write!(f, "{sign}{digits}")?,
            YearForm::Long(size) => write!(f, "Y{sign}{size}")?,
            YearForm::Exponent { mantissa, zeros } => write!(f, "Y{sign}{mantissa}E{zeros}")?,
        }
        self.significant.map_or(Ok(()), |kept| write!(f, "S{kept}"))
    }
}

impl Display for Month {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits(digits) => digits.fmt(f),
            Self::Group(code) => write!(f, "{code}"),
        }
    }
}

impl Display for Time {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        write!(f, "T{hour:02}:{minute:02}:{second:02}")?;
        self.offset.map_or(Ok(()), |offset| offset.fmt(f))
    }
}

impl Display for Offset {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.minutes() < 0 { '-' } else { '+' };
        match self {
            Self::Utc => f.write_str("Z"),
            Self::Hours(hours) => write!(f, "{sign}{:02}", hours.unsigned_abs()),
            Self::Minutes(minutes) => {
                let size = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", size / 60, size % 60)
            }
        }
    }
}
