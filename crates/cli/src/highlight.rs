//! What stands out on a chart, as it is typed: `path:E01..E32`, `loop:1`, `loop:E21`, `theme-loop:1`, `why:E21`, `follows:E01` or
//! `drivers`.

use api::Fault;
use api::dto::Highlight;
use app::Session;

use crate::ask::event;

/// Reads a highlight; `steps` is how far `why` and `follows` go.
pub(crate) fn highlight(
    session: &mut Session,
    words: &str,
    steps: Option<u8>,
) -> Result<Highlight, Fault> {
    let (answer, of) = words.split_once(':').unwrap_or((words, ""));
    let of = of.trim();
    match (answer.trim(), of) {
        ("path", _) => path(session, of),
        ("loop", _) if !of.is_empty() => Ok(match of.parse() {
            Ok(number) => Highlight::Loop { number },
            Err(_) => Highlight::LoopThrough {
                event: event(session, of)?.id,
            },
        }),
        ("theme-loop", _) => {
            let number = of.parse().map_err(|_| unknown(words))?;
            Ok(Highlight::ThemeLoop { number })
        }
        ("why", _) if !of.is_empty() => Ok(Highlight::Why {
            event: event(session, of)?.id,
            steps,
        }),
        ("follows", _) if !of.is_empty() => Ok(Highlight::Follows {
            event: event(session, of)?.id,
            steps,
        }),
        ("drivers", "") => Ok(Highlight::Drivers),
        _ => Err(unknown(words)),
    }
}

fn path(session: &mut Session, ends: &str) -> Result<Highlight, Fault> {
    let Some((from, to)) = ends.split_once("..") else {
        let message = format!("\"{ends}\" does not name two events");
        return Err(Fault::argument("highlight", message).help("write path:E01..E32"));
    };
    Ok(Highlight::Path {
        from: event(session, from.trim())?.id,
        to: event(session, to.trim())?.id,
        most: None,
    })
}

fn unknown(words: &str) -> Fault {
    let words: String = words.chars().take(40).collect();
    Fault::argument("highlight", format!("\"{words}\" is not a highlight"))
        .help("use path:E01..E32, loop:1, loop:E21, theme-loop:1, why:E21, follows:E01 or drivers")
}
