//! What marks decimals is decided for the file, or asked; what cannot be read is named.

use exchange::series::{Answers, Decimal, SeriesError, read};

/// "A 1234.5; B 1000" for the first numbers of each series, or the reason why there are none.
fn told(text: &str, answers: &Answers) -> String {
    match read(text.as_bytes(), answers) {
        Ok(read) => {
            let first = |it: &exchange::series::Offer| {
                let values = it.points.values.iter().map(ToString::to_string);
                format!("{} {}", it.name, values.collect::<Vec<_>>().join(" "))
            };
            let all = read.offers.iter().map(first);
            all.collect::<Vec<_>>().join("; ").trim().to_owned()
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn one_mark_holds_for_all_columns_of_a_file() {
    for (text, expected) in [
        // The column B alone could be either; A shows it.
        ("Date;A;B\n2025-06-11;1.234,56;1.000\n", "A 1234.56; B 1000"),
        ("Date;A;B\n2025-06-11;1,234.56;1,000\n", "A 1234.56; B 1000"),
        ("Date;A;B\n2025-06-11;66,5;1.000\n", "A 66.5; B 1000"),
        ("Date;A;B\n2025-06-11;66.5;1,000\n", "A 66.5; B 1000"),
        (
            "Date\tA\tB\n2025-06-11\t1.234.567\t2,5\n",
            "A 1234567; B 2.5",
        ),
        (
            "Date;A;B\n2025-06-11;1.000;\n2025-06-12;2.000;0,5\n",
            "A 1000 2000; B 0.5",
        ),
        // Quoted decimal commas in a file that commas cut.
        (
            "Date,A,B\n2025-06-11,\"66,5\",\"1.000\"\n",
            "A 66.5; B 1000",
        ),
        ("Date,A\n2025-06-11,\"1.234,56\"\n", "A 1234.56"),
        (
            "Date,A\n2025-06-11,\"3,412.50\"\n2025-06-12,\"3,400\"\n",
            "A 3412.5 3400",
        ),
        // A file that commas cut has points before decimals, unless it shows otherwise.
        (
            "Date,A\n2025-06-11,1.085\n2025-06-12,1.092\n",
            "A 1.085 1.092",
        ),
        ("Date;A\n2025-06-11;66\n2025-06-12;67\n", "A 66 67"),
        ("Date;A\n2025-06-11;1 234,5\n", "A 1234.5"),
        (
            "Date;A\n2025-06-11;0,123\n2025-06-12;1,234\n",
            "A 0.123 1.234",
        ),
        // What a name holds says nothing about numbers.
        ("Date;A;Place\n2025-06-11;66.5;Paris, France\n", "A 66.5"),
    ] {
        assert_eq!(told(text, &Answers::default()), expected, "{text}");
    }
}

#[test]
fn what_could_be_either_is_asked_with_both_readings() {
    let asked = |place: &str, point: &str, comma: &str| {
        format!(
            "{place} can be {point} or {comma}, and the file does not show which: say whether decimals are marked by a point or a comma"
        )
    };
    for (text, place, point, comma) in [
        (
            "Date;A\n2025-06-11;1,234\n",
            "line 2, A: \"1,234\"",
            "1234",
            "1.234",
        ),
        (
            "Date;A\n2025-06-11;1.234\n",
            "line 2, A: \"1.234\"",
            "1.234",
            "1234",
        ),
        (
            "Date\tA\n2025-06-11\t12.500\n",
            "line 2, A: \"12.500\"",
            "12.5",
            "12500",
        ),
        (
            "Date,A\n2025-06-11,\"1,234\"\n",
            "line 2, A: \"1,234\"",
            "1234",
            "1.234",
        ),
        (
            "Date;A;B\n2025-06-11;7;\n2025-06-12;8;2,000\n",
            "line 3, B: \"2,000\"",
            "2000",
            "2",
        ),
        (
            "sep=;\nDate;A\n2025-06-11;-1,234\n",
            "line 3, A: \"-1,234\"",
            "-1234",
            "-1.234",
        ),
    ] {
        let plain = told(text, &Answers::default());
        assert_eq!(plain, asked(place, point, comma), "{text}");
        for (decimal, value) in [(Decimal::Point, point), (Decimal::Comma, comma)] {
            let answers = Answers {
                decimal: Some(decimal),
                ..Answers::default()
            };
            let read = told(text, &answers);
            assert!(read.ends_with(&format!(" {value}")), "{text}: {read}");
        }
    }
    let both = "Date;A;B\n2025-06-11;66,5;66.5\n";
    assert!(matches!(
        read(both.as_bytes(), &Answers::default()),
        Err(SeriesError::BothDecimals { .. })
    ));
    assert_eq!(
        told(both, &Answers::default()),
        "line 2, A: \"66,5\" has a decimal comma, but line 2, B: \"66.5\" a decimal point: say which one the file uses; numbers with the other one are left out and listed"
    );
    // One slip among many is no question; it is named.
    let mut slip = String::from("Date;A\n");
    for day in 1..=28 {
        slip += &format!("2025-02-{day:02};6{},5\n", day % 10);
    }
    slip += "2025-03-01;66.5\n";
    let read = read(slip.as_bytes(), &Answers::default()).unwrap();
    assert_eq!(
        read.offers[0].unread,
        ["line 30, A: \"66.5\" is not a number"]
    );
}

#[test]
fn a_column_that_is_left_out_is_named_with_the_reason() {
    for (text, remark) in [
        (
            "Date,A,Comment\n2025-06-11,1,Strike\n2025-06-12,2,\n",
            "Comment is left out: line 2, Comment: \"Strike\" is not a number",
        ),
        ("Date,A,B\n2025-06-11,1,\n", "B is left out: it is empty"),
        (
            "Date,A,B\n2025-06-11,1,12abc\n2025-06-12,2,13abc\n",
            "B is left out: line 2, B: \"12abc\" is not a number",
        ),
        (
            "Date,Open,Close,Volume\n2025-06-11,1,2,3\n",
            "loaded only if you choose them: Open, Volume",
        ),
        (
            "Price,Close,Open\nTicker,^HSI,BZ=F\nDate,,\n2025-06-11,1,2\n",
            "BZ=F is left out: it has no column Close",
        ),
        (
            "Brent\nFrom EIA\nDate,A\n2025-06-11,1\n",
            "2 lines above the header of the table are skipped",
        ),
        (
            "Date,A\n2025-06-11,1\n2025-06-12,2\n2025-06-13,3,note\n",
            "line 4 has more cells than the header has columns: the extra cells are left out",
        ),
        (
            "Date,A,B\n2025-06-11,1,\n2025-06-12,1,\n2025-06-13,1,\n2025-06-16,1,\nTotal,,5\n",
            "B is left out: it contains no numbers",
        ),
    ] {
        let read = read(text.as_bytes(), &Answers::default()).unwrap();
        assert!(
            read.remarks.contains(&remark.to_owned()),
            "{text}: {:?}",
            read.remarks
        );
    }
    let plain = read(b"Date,A\n2025-06-11,1\n", &Answers::default()).unwrap();
    assert!(plain.remarks.is_empty(), "{:?}", plain.remarks);
}

#[test]
fn what_is_refused_says_which_column_and_row_and_why() {
    let named = |column: &str| Answers {
        value_columns: vec![column.to_owned()],
        ..Answers::default()
    };
    let dated = |column: &str| Answers {
        date_column: Some(column.to_owned()),
        ..Answers::default()
    };
    for (text, answers, error) in [
        (
            "Date,B\n2025-01-01,x\n2025-01-02,y\n",
            Answers::default(),
            "no column other than the dates contains numbers (line 2, B: \"x\" is not a number): choose one; the columns are Date, B",
        ),
        (
            "Date,A,B\n2025-01-01,1,x\n",
            named("B"),
            "line 2, B: \"x\" is not a number, nor is anything else in that column: choose a column that contains numbers",
        ),
        (
            "Date,A\n2025-01-01,71.2\n",
            dated("A"),
            "line 2, A: \"71.2\" is not a date, nor is most of that column: choose the column that contains dates",
        ),
        (
            "Date,A\n2025-01-01,66,5\n2025-01-02,66,7\n",
            Answers::default(),
            "line 2 has 3 cells, but the header has 2 columns, perhaps because numbers with a decimal comma are not in quotation marks: save the file with semicolons as separators",
        ),
        (
            "Date,A\n2025-01-01,1\n",
            named("C"),
            "there is no column \"C\": the columns are Date, A",
        ),
    ] {
        assert_eq!(told(text, &answers), error, "{text}");
    }
}
