//! `import`: series from files.

use api::Fault;
use api::dto::{SeriesFile, SeriesOffer, TakeOffer, TakeSeries};
use model::Measure;

use crate::args::Import;
use crate::ask::{pretty, session};
use crate::numbers::two_if_any;
use crate::print::plain;
use crate::understood::done as done_text;
use crate::write::{fields, set_to};

/// Imports a series.
pub(crate) fn import(args: &Import) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let reading = api::dto::SeriesReading {
        day_order: args.day_order.clone(),
        decimal: args.decimal.clone(),
        sheet: args.sheet.clone(),
        date_column: args.date_column.clone(),
        value_columns: args.columns.clone(),
    };
    let file = app::read_series(&session, &args.input, &reading)?;
    if let Some(question) = &file.question {
        let help = match question.about.as_str() {
            "day_order" => "use --day-order day or --day-order month",
            "decimal" => "use --decimal point or --decimal comma",
            _ => "use --date-column and --columns",
        };
        return Err(Fault::argument("input", question.words.clone()).help(help));
    }
    if args.dry_run {
        if args.json {
            return Ok(pretty(&serde_json::to_value(&file).unwrap_or_default()));
        }
        return Ok(file_text(&file));
    }
    let take = TakeSeries {
        offers: offers(args, &file)?,
        reading,
    };
    let done = app::take_series(&mut session, &args.input, &take)?;
    if args.json {
        return Ok(pretty(&serde_json::to_value(&done).unwrap_or_default()));
    }
    Ok(done_text(&done) + &file_text(&file))
}

/// The series to import, with the fields that were set.
fn offers(args: &Import, file: &SeriesFile) -> Result<Vec<TakeOffer>, Fault> {
    let is_wanted = |it: &SeriesOffer| {
        args.take.is_empty()
            || args.take.iter().any(|word| {
                *word == it.number.to_string()
                    || word.eq_ignore_ascii_case(&it.name)
                    || *word == it.handle
            })
    };
    let wanted: Vec<&SeriesOffer> = file.offers.iter().filter(|it| is_wanted(it)).collect();
    if wanted.is_empty() {
        let names: Vec<&str> = file.offers.iter().map(|it| it.name.as_str()).collect();
        return Err(Fault::argument("take", "the file holds no such series")
            .help(format!("there are {}", names.join(", "))));
    }
    if wanted.len() > 1 && args.name.is_some() {
        return Err(
            Fault::argument("name", "several series cannot have one name")
                .help("choose one with --take"),
        );
    }
    let mut set = fields(&args.set)?;
    let name = args.name.iter().map(|it| set_to("handle", it));
    set.extend(name);
    let offer = |it: &SeriesOffer| TakeOffer {
        number: it.number,
        set: set.clone(),
    };
    Ok(wanted.into_iter().map(offer).collect())
}

fn file_text(file: &SeriesFile) -> String {
    let mut text = format!(
        "{}: {}, dates in {}\n",
        plain(&file.file_name),
        file.form,
        plain(&file.date_column)
    );
    for it in &file.offers {
        let extent = &it.extent;
        text += &format!(
            "   {} ({}): {} numbers from {} to {}, the last {}\n",
            plain(&it.name),
            plain(&it.handle),
            extent.count,
            extent.first,
            extent.last,
            two_if_any(extent.last_value)
        );
        if it.ask_measure {
            text += "      these look like changes, not levels: use --set measure=returns or --set measure=price\n";
        } else if it.measure != Measure::Price {
            text += &format!("      taken as {}\n", it.measure);
        }
        for gap in &extent.gaps {
            text += &format!("      gap: {gap}\n");
        }
        for remark in &it.remarks {
            text += &format!("      {}\n", plain(remark));
        }
        if let Some(joined) = &it.joined {
            text += &format!(
                "      joined to {}: {} days new, {} changed, {} not in the file and kept\n",
                plain(&it.joins),
                joined.new,
                joined.changed,
                joined.gone
            );
        }
    }
    for remark in &file.remarks {
        text += &format!("   {}\n", plain(remark));
    }
    text
}
