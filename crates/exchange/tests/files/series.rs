//! Files as publishers send them: small ones of our own for every trap, and the real ones of `../shared/data` where they are.

use exchange::series::{Answers, DayOrder, Offer, Read, SeriesError, read};
use model::date::Day;
use proptest::prelude::*;

fn plain(text: &str) -> Result<Read, SeriesError> {
    read(text.as_bytes(), &Answers::default())
}

fn only(text: &str) -> Offer {
    let mut read = plain(text).unwrap();
    assert_eq!(read.offers.len(), 1, "{read:?}");
    read.offers.remove(0)
}

fn told(offer: &Offer) -> Vec<(String, f64)> {
    let words = |day: &Day| {
        let (year, month, day) = day.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    };
    offer
        .points
        .days
        .iter()
        .map(words)
        .zip(offer.points.values.iter().copied())
        .collect()
}

fn are(offer: &Offer, expected: &[(&str, f64)]) {
    let expected: Vec<(String, f64)> = expected
        .iter()
        .map(|(day, value)| ((*day).to_owned(), *value))
        .collect();
    assert_eq!(told(offer), expected);
}

#[test]
fn fred_has_several_series_and_empty_or_dotted_gaps() {
    let read = plain("observation_date,DCOILBRENTEU,DGS10\n2025-06-09,68.7,4.4\n2025-06-10,,4.5\n2025-06-11,71.3,.\n").unwrap();
    assert_eq!(read.form, "FRED");
    assert_eq!(read.offers.len(), 2);
    are(
        &read.offers[0],
        &[("2025-06-09", 68.7), ("2025-06-11", 71.3)],
    );
    assert_eq!(
        (read.offers[0].name.as_str(), read.offers[0].missing),
        ("DCOILBRENTEU", 1)
    );
    are(&read.offers[1], &[("2025-06-09", 4.4), ("2025-06-10", 4.5)]);
    are(
        &only("DATE,GDP\n2025-01-01,5\n2025-04-01,6\n"),
        &[("2025-01-01", 5.0), ("2025-04-01", 6.0)],
    );
}

#[test]
fn stooq_comes_in_two_languages_and_sometimes_not_at_all() {
    let english = only("Date,Open,High,Low,Close,Volume\r\n2025-06-11,1,4,0.5,3,900\r\n");
    are(&english, &[("2025-06-11", 3.0)]);
    assert_eq!(
        (
            english.points.highs.as_slice(),
            english.points.lows.as_slice()
        ),
        (&[4.0][..], &[0.5][..])
    );
    let polish = "\u{feff}Data;Otwarcie;Najwyzszy;Najnizszy;Zamkniecie;Wolumen\n2025-06-11;1,5;4,25;0,5;3,75;900\n";
    are(&only(polish), &[("2025-06-11", 3.75)]);
    let cp1250 =
        b"Data,Otwarcie,Najwy\xbfszy,Najni\xbfszy,Zamkniecie,Wolumen\n2025-06-11,1,4,0.5,3,900\n";
    are(
        &read(cp1250, &Answers::default()).unwrap().offers[0],
        &[("2025-06-11", 3.0)],
    );
    assert!(matches!(plain("No data"), Err(SeriesError::NoData(_))));
    assert!(matches!(
        plain("Brak danych\n"),
        Err(SeriesError::NoData(_))
    ));
    assert_eq!(
        plain("<!DOCTYPE html><html><body>Sign in</body></html>"),
        Err(SeriesError::WebPage)
    );
    assert_eq!(plain(" \n"), Err(SeriesError::Empty));
    assert!(matches!(
        read(b"PK\x03\x04rest", &Answers::default()),
        Err(SeriesError::Workbook { .. })
    ));
    assert_eq!(
        read(b"\xd0\xcf\x11\xe0rest", &Answers::default()),
        Err(SeriesError::Spreadsheet)
    );
}

#[test]
fn yahoo_has_null_rows_and_an_adjusted_close() {
    let text = "Date,Open,High,Low,Close,Adj Close,Volume\n2025-06-10,1,2,1,2,1.9,5\n2025-06-11,null,null,null,null,null,null\n";
    let read = plain(text).unwrap();
    assert_eq!(read.form, "Yahoo");
    are(&read.offers[0], &[("2025-06-10", 2.0)]);
    assert_eq!(read.offers[0].missing, 1);
    assert_eq!(read.offers[1].name, "Adj Close");
    are(&read.offers[1], &[("2025-06-10", 1.9)]);
    let same = "Date,Open,High,Low,Close,Adj Close,Volume\n2025-06-10,1,2,1,2,2,5\n";
    assert_eq!(plain(same).unwrap().offers.len(), 1);
}

#[test]
fn three_line_heads_may_hold_many_tickers_in_any_order() {
    let text = "Price,Adj Close,Close,Close,High\nTicker,^HSI,^HSI,BZ=F,^HSI\nDate,,,,\n2025-06-11,1,2,70,3\n";
    let read = plain(text).unwrap();
    assert_eq!(read.form, "Yahoo, three header lines");
    let names: Vec<&str> = read.offers.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["^HSI", "BZ=F"]);
    are(&read.offers[0], &[("2025-06-11", 2.0)]);
    assert_eq!(read.offers[0].points.highs, [3.0]);
    are(&read.offers[1], &[("2025-06-11", 70.0)]);
}

#[test]
fn investing_com_is_newest_first_in_three_orders_of_the_date() {
    let head = "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n";
    let row = |date: &str, price: &str| {
        format!("\"{date}\",\"{price}\",\"1\",\"9,999.00\",\"1\",\"32.94M\",\"-0.5%\"\n")
    };
    let expected = [("2026-01-12", 3400.0), ("2026-01-13", 3412.5)];
    for (late, early) in [
        ("01/13/2026", "01/12/2026"),
        ("Jan 13, 2026", "Jan 12, 2026"),
        ("13/01/2026", "12/01/2026"),
    ] {
        let offer = only(&format!(
            "{head}{}{}",
            row(late, "3,412.50"),
            row(early, "3,400.00")
        ));
        are(&offer, &expected);
        assert_eq!(offer.points.highs, [9999.0, 9999.0]);
    }
    let open = format!("{head}{}{}", row("02/01/2026", "1"), row("01/02/2026", "-"));
    assert_eq!(
        plain(&open),
        Err(SeriesError::DayOrder {
            example: String::from("02/01/2026")
        })
    );
    let answered = Answers {
        day_order: Some(DayOrder::MonthFirst),
        ..Answers::default()
    };
    are(
        &read(open.as_bytes(), &answered).unwrap().offers[0],
        &[("2026-02-01", 1.0)],
    );
}

#[test]
fn dates_may_stand_in_three_columns_or_be_months() {
    let epu =
        plain("day,month,year,daily_policy_index\n1,1,2025,103.83\n2,1,2025,296.43\n").unwrap();
    assert_eq!(
        (epu.form, epu.date_column.as_str()),
        ("EPU", "day, month, year")
    );
    are(
        &epu.offers[0],
        &[("2025-01-01", 103.83), ("2025-01-02", 296.43)],
    );
    are(
        &only("Year,Month,Index\n2025,4,1\n2025,5,2\n"),
        &[("2025-04-01", 1.0), ("2025-05-01", 2.0)],
    );
    let gpr = plain("DAY,GPRD,date,event,var_name,var_label\n20250611,177.4,2025-06-11,,DAY,Day\n20250612,168.2,2025-06-12,Strike,GPRD,Daily\n").unwrap();
    assert_eq!(gpr.offers.len(), 1);
    are(
        &gpr.offers[0],
        &[("2025-06-11", 177.4), ("2025-06-12", 168.2)],
    );
    let monthly = "month,GPR\n01/01/2025,1\n01/02/2025,2\n01/03/2025,3\n01/04/2025,4\n01/05/2025,5\n01/06/2025,6\n01/07/2025,7\n01/08/2025,8\n01/09/2025,9\n01/10/2025,10\n01/11/2025,11\n01/12/2025,12\n01/01/2026,13\n";
    assert_eq!(told(&only(monthly))[1], (String::from("2025-02-01"), 2.0));
}

#[test]
fn returns_and_steps_are_noticed_and_row_numbers_are_no_series() {
    let returns: String = (1..29)
        .map(|day| {
            format!(
                "2025-02-{day:02},{}\n",
                if day % 2 == 0 { 0.01 } else { -0.012 }
            )
        })
        .collect();
    assert!(only(&format!("caldt,sprtrn\n{returns}")).looks_like_returns);
    let steps: String = (0..60)
        .map(|at| {
            format!(
                "{at},2025-{:02}-{:02},{}\n",
                1 + at / 28,
                1 + at % 28,
                if at < 40 { 2.3 } else { 7.5 }
            )
        })
        .collect();
    let steps = only(&format!(",date,import_weighted_avg_tariff\n{steps}"));
    assert_eq!(
        (
            steps.name.as_str(),
            steps.holds_still,
            steps.looks_like_returns
        ),
        ("import_weighted_avg_tariff", true, false)
    );
}

#[test]
fn what_is_doubled_or_not_read_is_said() {
    let offer =
        only("Date,Price\n2025-06-12,3\n2025-06-11,1\n2025-06-11,2\n2025-06-13,abc\nTotal,6\n");
    are(&offer, &[("2025-06-11", 2.0), ("2025-06-12", 3.0)]);
    assert_eq!((offer.doubled, offer.unread_count), (1, 2));
    assert_eq!(
        offer.unread,
        [
            "line 5, Price: \"abc\" is not a number",
            "line 6, Date: \"Total\" is not a date"
        ]
    );
}

#[test]
fn columns_can_be_picked() {
    let answers = Answers {
        date_column: Some(String::from("When")),
        value_columns: vec![String::from("B")],
        ..Answers::default()
    };
    let read = read(b"A,When,B\n1,2025-06-11,5\n", &answers).unwrap();
    assert_eq!(
        (
            read.offers.len(),
            read.offers[0].name.as_str(),
            read.date_column.as_str()
        ),
        (1, "B", "When")
    );
    let wrong = Answers {
        value_columns: vec![String::from("C")],
        ..Answers::default()
    };
    assert!(matches!(
        exchange::series::read(b"A,When,B\n1,2025-06-11,5\n", &wrong),
        Err(SeriesError::NoColumn { .. })
    ));
    assert!(matches!(
        plain("A,B\n1,x\n2,y\n"),
        Err(SeriesError::NoDates { .. })
    ));
    assert!(matches!(
        plain("Date,B\n2025-01-01,x\n2025-01-02,y\n"),
        Err(SeriesError::NoNumbers { .. })
    ));
}

#[test]
fn real_files_are_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/");
    for (file, form, offers, count, last) in [
        (
            "market/brent-daily.csv",
            "table with dates",
            1,
            9958,
            ("2026-08-18", 95.29),
        ),
        (
            "market/wti-daily.csv",
            "table with dates",
            1,
            10_226,
            ("2026-08-18", 86.48),
        ),
        (
            "market/vix-daily.csv",
            "CBOE",
            1,
            9235,
            ("2026-07-23", 18.70),
        ),
        (
            "market/HSI_yfinance_multiheader.csv",
            "Yahoo, three header lines",
            1,
            1226,
            ("2026-06-23", 23_336.279_296_875),
        ),
        (
            "market/SPX_yfinance_multiheader.csv",
            "Yahoo, three header lines",
            1,
            1799,
            ("2026-02-27", 6_878.879_882_812_5),
        ),
        (
            "market/YINN_yahoo_classic.csv",
            "Yahoo",
            2,
            311,
            ("2024-03-28", 19.09),
        ),
        (
            "market/SP_500_Data.csv",
            "table with dates",
            1,
            6289,
            ("2024-12-31", -0.004_285),
        ),
        (
            "indexes/epu_daily.csv",
            "EPU",
            1,
            14_844,
            ("2025-08-22", 166.59),
        ),
        (
            "indexes/gpr_daily_2019on.csv",
            "GPR",
            5,
            2703,
            ("2026-05-26", 165.23),
        ),
    ] {
        let Ok(bytes) = std::fs::read(format!("{folder}{file}")) else {
            eprintln!("skipped: ../shared/data/{file} is absent");
            continue;
        };
        let read =
            read(&bytes, &Answers::default()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!((read.form, read.offers.len()), (form, offers), "{file}");
        let points = told(&read.offers[0]);
        let (found, (day, value)) = (points.len(), points.last().unwrap().clone());
        assert!(found == count, "{file}: {found} points");
        assert_eq!((day.as_str(), value), last, "{file}");
    }
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Answers::default());
    }

    #[test]
    fn no_table_breaks_it(cells in prop::collection::vec("[0-9a-zA-Z/., -]{0,12}", 0..60)) {
        let rows: Vec<String> = cells.chunks(3).map(|it| it.join(";")).collect();
        let _ = plain(&format!("Date;Close;X\n{}", rows.join("\n")));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(values in prop::collection::vec(0.01..1e6_f64, 2..60).prop_shuffle()) {
        let rows: Vec<String> = values.iter().enumerate().map(|(at, it)| format!("{},{it}", 20_250_101 + at % 28 + at / 28 * 100)).collect();
        let mut shuffled = rows.clone();
        shuffled.reverse();
        let points = |rows: &[String]| plain(&format!("Date,Price\n{}\n", rows.join("\n"))).unwrap().offers[0].points.clone();
        prop_assert_eq!(points(&rows), points(&shuffled));
    }
}
