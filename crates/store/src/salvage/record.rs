//! Rows as SQLite stores them: a length, then the type of each value, then the values.
//! After <https://www.sqlite.org/fileformat2.html#record_format>.

use rusqlite::types::Value;

/// A variable-length integer of 1 to 9 bytes at `at`, and where it ends.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut all = 0;
    for place in 0..8 {
        let byte = *bytes.get(at + place)?;
        all = all << 7 | u64::from(byte & 0x7f);
        if byte < 0x80 {
            return Some((all, at + place + 1));
        }
    }
    let last = *bytes.get(at + 8)?;
    Some((all << 8 | u64::from(last), at + 9))
}

/// The values of a row; `None` when its lengths are inconsistent.
pub(super) fn values(row: &[u8]) -> Option<Vec<Value>> {
    let (length, mut kinds_at) = number(row, 0)?;
    let mut at = usize::try_from(length).ok()?;
    let kinds = row.get(..at)?;
    let mut all = Vec::new();
    while kinds_at < kinds.len() {
        let (kind, next) = number(kinds, kinds_at)?;
        let (value, end) = value(row, at, kind)?;
        all.push(value);
        (kinds_at, at) = (next, end);
    }
    (at == row.len()).then_some(all)
}

/// True when the types of a row at `at` add up to its length. A quick check before anything is copied.
pub(super) fn adds_up(bytes: &[u8], at: usize, row_bytes: u64) -> bool {
    let sum = || -> Option<u64> {
        let (head_bytes, mut kind_at) = number(bytes, at)?;
        let end = at.checked_add(usize::try_from(head_bytes).ok()?)?;
        let mut sum = head_bytes;
        while kind_at < bytes.get(..end)?.len() {
            let (kind, next) = number(bytes, kind_at)?;
            sum = sum.checked_add(u64::try_from(length(kind)?).ok()?)?;
            kind_at = next;
        }
        Some(sum)
    };
    sum() == Some(row_bytes)
}

/// How many bytes a value of this kind takes.
fn length(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(kind).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => usize::try_from((kind - 12) / 2).ok(),
    }
}

fn value(row: &[u8], at: usize, kind: u64) -> Option<(Value, usize)> {
    let end = at.checked_add(length(kind)?)?;
    let bytes = row.get(at..end)?;
    let value = match kind {
        0 => Value::Null,
        7 => Value::Real(f64::from_bits(integer(bytes).cast_unsigned())),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        1..=6 => Value::Integer(integer(bytes)),
        // A damaged character is replaced; the seal will show it.
        _ if kind % 2 == 1 => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        _ => Value::Blob(bytes.to_vec()),
    };
    Some((value, end))
}

/// A signed big-endian integer of up to 8 bytes.
fn integer(bytes: &[u8]) -> i64 {
    let sign = bytes
        .first()
        .map_or(0, |it| i64::from(it.cast_signed() >> 7));
    bytes
        .iter()
        .fold(sign, |all, byte| all << 8 | i64::from(*byte))
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::{number, values};

    #[test]
    fn numbers_of_every_length() {
        assert_eq!(number(&[0x05], 0), Some((5, 1)));
        assert_eq!(number(&[0x81, 0x00], 0), Some((128, 2)));
        assert_eq!(number(&[0xff; 9], 0), Some((u64::MAX, 9)));
        assert_eq!(number(&[0xff; 8], 0), None);
    }

    #[test]
    fn rows_are_read_or_refused_whole() {
        let row = [6, 0, 1, 9, 2, 15, 0xfe, 0x80, 0x00, b'a'];
        let expected = [
            Value::Null,
            Value::Integer(-2),
            Value::Integer(1),
            Value::Integer(-32_768),
            Value::Text(String::from("a")),
        ];
        assert_eq!(values(&row), Some(expected.to_vec()));
        assert_eq!(values(&row[..9]), None);
        assert_eq!(values(&[2, 10]), None, "a kind that is not used");
        assert_eq!(values(&[200, 1]), None);
    }
}
