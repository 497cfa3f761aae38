//! Sorts of files: dates as programs write them, heads below titles, workbooks, and chronologies, which are refused.

use exchange::series::{Answers, DayOrder, Read, SeriesError, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn days(text: &str, answers: &Answers) -> String {
    let read = read(text.as_bytes(), answers).unwrap_or_else(|error| panic!("{text}: {error}"));
    let days = read.offers[0].points.days.iter().map(ToString::to_string);
    days.collect::<Vec<_>>().join(" ")
}

#[test]
fn dates_are_read_as_programs_write_them() {
    for (text, expected) in [
        (
            "Date,A\n10-Jun-25,1\n11-Jun-25,2\n",
            "2025-06-10 2025-06-11",
        ),
        ("Date,A\n30-Dec-99,1\n3-Jan-00,2\n", "1999-12-30 2000-01-03"),
        // Years of two digits go one way through the centuries.
        (
            "Date,A\nJan-47,1\nFeb-68,2\nMar-99,3\nApr-24,4\n",
            "1947-01-01 1968-02-01 1999-03-01 2024-04-01",
        ),
        ("Date,A\n11.06.25,1\n", "2025-06-11"),
        ("Date,A\n06/13/25,1\n06/16/25,2\n", "2025-06-13 2025-06-16"),
        ("Year,A\n2023,1\n2024,2\n", "2023-01-01 2024-01-01"),
        ("Date;A\n1914;1,5\n1915;2,5\n", "1914-01-01 1915-01-01"),
        ("date,A\n45818,1\n45819,2\n", "2025-06-10 2025-06-11"),
        ("Date,A\n45819.75,1\n", "2025-06-11"),
        (
            "time,A\n1749513600,1\n1749600000,2\n",
            "2025-06-10 2025-06-11",
        ),
        ("timestamp,A\n1749600000000,2\n", "2025-06-11"),
        ("Period,A\n2025M04,1\n2025M05,2\n", "2025-04-01 2025-05-01"),
        ("Quarter,A\nQ1 2025,1\nQ2 2025,2\n", "2025-01-01 2025-04-01"),
        ("Week,A\n2025-W23,1\n2025-W24,2\n", "2025-06-02 2025-06-09"),
        ("sep=;\nDate;A\n11.06.2025;66,5\n", "2025-06-11"),
        ("Brent, dollars\n\nDate;A\n11.06.2025;66,5\n", "2025-06-11"),
        (
            "Back to contents\nSourcekey,RBRTE\nDate,Europe Brent Spot Price\n\"Jun 11, 2025\",66.5\n",
            "2025-06-11",
        ),
        ("2025-06-10,1\n2025-06-11,2\n", "2025-06-10 2025-06-11"),
        (
            "Year,When,A\n2025,2025-06-11,5\n2025,2025-06-12,6\n",
            "2025-06-11 2025-06-12",
        ),
    ] {
        assert_eq!(days(text, &Answers::default()), expected, "{text}");
    }
    for (text, remark) in [
        (
            "Date,A\n10-Jun-25,1\n",
            "two-digit years are read as 1969 to 2068",
        ),
        (
            "Date,A\nJan-47,1\nFeb-68,2\nMar-99,3\nApr-24,4\n",
            "two-digit years are read as 1925 to 2024",
        ),
        // Out of order nothing shows the century, so that what is assumed is told.
        (
            "Date,A\n05/13/65,1\n01/20/25,2\n06/30/99,3\n",
            "two-digit years are read as 1969 to 2068",
        ),
    ] {
        let read = read(text.as_bytes(), &Answers::default()).unwrap();
        assert_eq!(read.remarks, [remark], "{text}");
    }
    let open = "Date,A\n03/04/25,1\n04/04/25,2\n";
    assert!(matches!(
        read(open.as_bytes(), &Answers::default()),
        Err(SeriesError::DayOrder { .. })
    ));
    let answers = Answers {
        day_order: Some(DayOrder::DayFirst),
        ..Answers::default()
    };
    assert_eq!(days(open, &answers), "2025-04-03 2025-04-04");
    // Five digits are days only where the head says so.
    let index = read(
        b"Close,When\n23336,2025-06-11\n23401,2025-06-12\n",
        &Answers::default(),
    )
    .unwrap();
    assert_eq!(
        (index.date_column.as_str(), index.offers[0].points.values[0]),
        ("When", 23_336.0)
    );
}

/// A workbook of several sheets: a cover, numbers with dates, and what texts look like.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name("Cover").unwrap();
    cover.write_string(0, 0, "Prices, as of June 2025").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("Data").unwrap();
    sheet.write_string(0, 0, "Prices in dollars").unwrap();
    for (column, name) in (0..).zip(["Date", "Brent", "Text", "Note"]) {
        sheet.write_string(2, column, name).unwrap();
    }
    let format = Format::new().set_num_format("yyyy-mm-dd");
    for (row, (day, price, text)) in (3..).zip([(10, 1.234, "1.234,5"), (11, 66.5, "2,5")]) {
        let date = ExcelDateTime::from_ymd(2025, 6, day).unwrap();
        sheet
            .write_datetime_with_format(row, 0, &date, &format)
            .unwrap();
        sheet.write_number(row, 1, price).unwrap();
        sheet.write_string(row, 2, text).unwrap();
        sheet.write_string(row, 3, "Strike").unwrap();
    }
    let other = book.add_worksheet();
    other.set_name("Old").unwrap();
    for (row, (day, price)) in (0..).zip([("Date", "A"), ("2024-06-11", "5"), ("2024-06-12", "6")])
    {
        other.write_string(row, 0, day).unwrap();
        other.write_string(row, 1, price).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn values(read: &Read, at: usize) -> &[f64] {
    &read.offers[at].points.values
}

#[test]
fn workbooks_are_read() {
    let bytes = workbook();
    let found = read(&bytes, &Answers::default()).unwrap();
    assert_eq!((found.sheet.as_str(), found.sheets.len()), ("Data", 3));
    // A number of the workbook is what it is; only texts have marks.
    assert_eq!(values(&found, 0), [1.234, 66.5]);
    assert_eq!(values(&found, 1), [1234.5, 2.5]);
    assert_eq!(found.offers[0].points.days[1].to_string(), "2025-06-11");
    for remark in [
        "Note is left out: line 4, Note: \"Strike\" is not a number",
        "1 line above the header of the table is skipped",
        "read from the sheet Data; the other sheets are Cover, Old",
    ] {
        assert!(
            found.remarks.contains(&remark.to_owned()),
            "{:?}",
            found.remarks
        );
    }
    let of_sheet = |sheet: &str| Answers {
        sheet: Some(sheet.to_owned()),
        ..Answers::default()
    };
    let old = read(&bytes, &of_sheet("old")).unwrap();
    assert_eq!(values(&old, 0), [5.0, 6.0]);
    assert_eq!(
        read(&bytes, &of_sheet("New")).unwrap_err().to_string(),
        "there is no sheet \"New\": the workbook has Cover, Data, Old"
    );
    assert!(matches!(
        read(&bytes[..bytes.len() / 2], &Answers::default()),
        Err(SeriesError::Workbook { .. })
    ));
}

#[test]
fn a_chronology_is_not_a_series() {
    for text in [
        "Date,Event\n2025-06-11,Embassy staff ordered out of Baghdad\n2025-06-12,Talks in Oman are called off\n",
        "Date,Event\n2025-06-11,Talks begin\n2025-06-12,Strike ends\n",
        "日期,标题\n2018-03-22,特朗普签署对华备忘录\n2018-07-06,中国对美国商品加征关税\n",
        "Date,Severity,Event\n2025-06-11,4,Embassy staff ordered out of Baghdad\n2025-06-12,3,Talks in Oman are called off\n",
        "id;Datum;Ereignis\n1;11.06.2025;Botschaft in Bagdad wird zum Teil geräumt\n2;12.06.2025;Die Gespräche in Oman sind abgesagt\n",
        "When,What,Dead\n\"Jun 11, 2025\",\"Rockets hit a base near Erbil, two are hurt\",0\n\"Jun 12, 2025\",\"A tanker is seized in the Strait of Hormuz\",1\n",
    ] {
        let error = read(text.as_bytes(), &Answers::default()).unwrap_err();
        assert!(
            matches!(error, SeriesError::Chronology { .. }),
            "{text}: {error}"
        );
        let said = error.to_string();
        assert!(
            said.starts_with("this looks like a chronology (dates in "),
            "{said}"
        );
    }
    // One column may be a series all the same, if the analyst says so.
    let text = "Date,Severity,Event\n2025-06-11,4,Embassy staff ordered out of Baghdad\n2025-06-12,3,Talks in Oman are called off\n";
    let answers = Answers {
        value_columns: vec![String::from("Severity")],
        ..Answers::default()
    };
    assert_eq!(
        values(&read(text.as_bytes(), &answers).unwrap(), 0),
        [4.0, 3.0]
    );
    // Notes beside some numbers, and one name in every row, make no chronology.
    for text in [
        "Date,A,Note\n2025-06-11,1,\n2025-06-12,2,revised because of a late report\n2025-06-13,3,\n",
        "Date,A,Name\n2025-06-11,1,Europe Brent spot price in dollars\n2025-06-12,2,Europe Brent spot price in dollars\n",
    ] {
        assert_eq!(
            read(text.as_bytes(), &Answers::default())
                .unwrap()
                .offers
                .len(),
            1,
            "{text}"
        );
    }
}

#[test]
fn real_chronologies_are_not_series() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/import/");
    for (file, sentences) in [
        ("events/acled_2016_upper_case.csv", "NOTES"),
        ("events/acled_2020_data_id.csv", "notes"),
        ("events/acled_2023_benin.csv", "notes"),
        ("tables/library_annals.csv", "Topic"),
        ("tables/war_events_2023on.csv", "event"),
        ("tables/iraq_war_card_timeline.xlsx", "EVENT"),
        ("tables/us_china_trade_war_zh.xlsx", "事件"),
        ("tables/north_korea_missiles.csv", "content"),
        ("tables/schengen_border_controls.csv", "reasons_original"),
    ] {
        let Ok(bytes) = std::fs::read(format!("{folder}{file}")) else {
            eprintln!("skipped: ../shared/data/import/{file} is absent");
            continue;
        };
        let Err(SeriesError::Chronology {
            sentences: found, ..
        }) = read(&bytes, &Answers::default())
        else {
            panic!("{file} is taken for a series");
        };
        assert_eq!(found, sentences, "{file}");
    }
}
