//! Combining date phrases: how they complete each other, and how they are written in a span or a set.

use super::super::day::{Day, year_in_edtf};
use super::super::edtf::{Edtf, Month};
use super::super::error::DateError;
use super::super::moment::{Bounds, Moment};
use super::meaning::DatePhrase;
use super::what::{Form, What};

impl DatePhrase {
    /// As a date by itself.
    pub(super) fn alone(&self) -> Result<String, DateError> {
        let form = self.form()?;
        if form.joint == "/" {
            let mark = self.mark();
            return Ok(format!("{}{mark}/{}{mark}", form.first, form.last));
        }
        let member = self.member()?;
        Ok(if form.is_one() {
            member
        } else {
            format!("[{member}]")
        })
    }

    /// As a member of a set.
    pub(super) fn member(&self) -> Result<String, DateError> {
        let (form, mark) = (self.form()?, self.mark());
        let Form {
            first, last, joint, ..
        } = &form;
        Ok(if form.is_one() {
            format!("{first}{mark}")
        } else {
            let joint = if *joint == "/" { ".." } else { joint };
            format!("{first}{mark}{joint}{last}{mark}")
        })
    }

    /// The first date that it can mean, with its qualifier.
    pub(super) fn first_date(&self) -> Result<String, DateError> {
        Ok(self.form()?.first + self.mark())
    }

    /// The last date that it can mean, with its qualifier.
    pub(super) fn last_date(&self) -> Result<String, DateError> {
        Ok(self.form()?.last + self.mark())
    }

    /// As an end of a span. A part of a month or year cannot be written there, so it is "about" the whole one.
    fn edge(&self) -> Result<String, DateError> {
        let form = self.form()?;
        let mark = if form.is_one() || self.doubt.is_some() {
            self.mark()
        } else {
            "~"
        };
        Ok(form.coarse + mark)
    }

    /// The bounds that the EDTF of an end loses.
    fn narrowed(&self) -> Result<Option<(Moment, Moment)>, DateError> {
        if self.form()?.is_one() {
            return Ok(None);
        }
        let (first, last) = self.days()?;
        Ok(Some((first.into(), last.into())))
    }

    /// True when `next` begins at the latest on the day after this ends.
    pub(super) fn touches(&self, next: &Self) -> Result<bool, DateError> {
        let ((first, last), (next_first, _)) = (self.days()?, next.days()?);
        Ok(next_first > first && next_first <= last.plus(1))
    }

    /// The date just before (-1) or just after (1), with the same precision.
    pub(super) fn beside(&self, step: i64) -> Result<String, DateError> {
        let form = self.form()?;
        let (first, last) = self.days()?;
        let day = if step < 0 {
            first.plus(-1)
        } else {
            last.plus(1)
        };
        let (year, month, number) = day.ymd();
        let edtf: Edtf = form.first.parse()?;
        let precision = match &edtf {
            Edtf::Date(date) => (
                date.month.as_ref().map(|part| part.value),
                date.day.is_some(),
            ),
            _ => (None, false),
        };
        let year = year_in_edtf(year);
        let text = match precision {
            (None, _) => year,
            (Some(Month::Digits(_)), false) => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{number:02}"),
        };
        Ok(text + self.mark())
    }
}

/// A span; a missing end is written `open`.
pub(super) fn span(
    start: Option<&DatePhrase>,
    end: Option<&DatePhrase>,
    open: &str,
) -> Result<(String, Option<Bounds>), DateError> {
    let edge =
        |piece: Option<&DatePhrase>| piece.map_or_else(|| Ok(open.to_owned()), DatePhrase::edge);
    let text = format!("{}/{}", edge(start)?, edge(end)?);
    let narrowed = |piece: Option<&DatePhrase>| piece.map_or(Ok(None), DatePhrase::narrowed);
    let (first, last) = (narrowed(start)?, narrowed(end)?);
    if first.is_none() && last.is_none() {
        return Ok((text, None));
    }
    let at = start.or(end).map_or(0, |piece| piece.at);
    let mut bounds = text
        .parse::<Edtf>()
        .map_err(|error| DateError::new(at, error.reason))?
        .bounds();
    if let Some((earliest, latest)) = first {
        (bounds.start_earliest, bounds.start_latest) = (Some(earliest), Some(latest));
    }
    if let Some((earliest, latest)) = last {
        (bounds.end_earliest, bounds.end_latest) = (Some(earliest), Some(latest));
    }
    Ok((text, Some(bounds)))
}

/// Gives every phrase the month and year that are stated elsewhere, or the year nearest to today; in a deadline the next one.
pub(super) fn complete(pieces: &mut [DatePhrase], today: Option<Day>, is_deadline: bool) {
    for index in (0..pieces.len().saturating_sub(1)).rev() {
        lend_month(pieces, index, index + 1);
    }
    for index in 1..pieces.len() {
        lend_month(pieces, index, index - 1);
    }
    for index in (0..pieces.len().saturating_sub(1)).rev() {
        lend_year(pieces, index, index + 1);
    }
    for index in 0..pieces.len() {
        if index > 0 {
            lend_year(pieces, index, index - 1);
        }
        let lacks = pieces[index].year.is_none()
            && !matches!(pieces[index].what, What::Whole(_) | What::BareDay(_));
        if let (true, Some(today)) = (lacks, today) {
            if is_deadline {
                pieces[index].choose_next_year(today);
            } else {
                pieces[index].choose_year(today);
            }
        }
    }
}

fn lend_month(pieces: &mut [DatePhrase], to: usize, from: usize) {
    if let (What::BareDay(day), Some(month)) = (&pieces[to].what, pieces[from].what.month()) {
        pieces[to].what = What::Day(month, *day);
    }
}

/// The year of a neighbor; "December to February 2026" begins the year before.
fn lend_year(pieces: &mut [DatePhrase], to: usize, from: usize) {
    let (Some(year), None) = (pieces[from].year, pieces[to].year) else {
        return;
    };
    let turn = match (pieces[to].what.month(), pieces[from].what.month()) {
        (Some(mine), Some(other)) if to < from && mine > other => -1,
        (Some(mine), Some(other)) if to > from && mine < other => 1,
        _ => 0,
    };
    if !matches!(pieces[to].what, What::Whole(_)) {
        pieces[to].year = Some(year + turn);
    }
}
