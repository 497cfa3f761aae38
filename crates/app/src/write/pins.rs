//! The verbs `hold` and `let_go`: pinned nodes of a chart.

use api::bounds::id;
use api::dto::{Done, HoldArgs, LetGoArgs, RememberArgs, Remembered};
use api::{Fault, FaultCode};
use model::{ActorId, Board, EventId, Held, Hint, Pin, Slot, ThemeId};

use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{on_board, one_or_many};

/// Pins nodes of a chart where they are put.
pub(crate) fn hold(session: &mut Session, args: HoldArgs) -> Result<Done, Fault> {
    let board = args.on;
    session.write(|plan| {
        let mut names = Vec::new();
        for node in &args.nodes {
            let pin = pin(board, &node.id)?;
            names.push(name(plan, pin)?);
            let slot = Slot {
                row: node.row,
                after: after(board, node.after.as_deref())?.filter(|it| *it != pin.node),
            };
            plan.set_pin(pin, Some(slot));
        }
        let what = one_or_many(names.iter().map(String::as_str), nodes(board));
        Ok(format!("Pin {what} in place {}", on_board(board)))
    })
}

/// Unpins nodes of a chart; all of them if none is named.
pub(crate) fn let_go(session: &mut Session, args: LetGoArgs) -> Result<Done, Fault> {
    let board = args.on;
    session.write(|plan| {
        if args.ids.is_empty() {
            let all = plan.base().pins.all().map(|it| it.0);
            for pin in all.filter(|it| it.board == board).collect::<Vec<_>>() {
                plan.set_pin(pin, None);
            }
            return Ok(format!("Unpin all {}", on_board(board)));
        }
        let mut names = Vec::new();
        for node in &args.ids {
            let pin = pin(board, node)?;
            names.push(name(plan, pin)?);
            plan.set_pin(pin, None);
        }
        let what = one_or_many(names.iter().map(String::as_str), nodes(board));
        Ok(format!("Unpin {what} {}", on_board(board)))
    })
}

/// Keeps how a chart was laid out, so that one more entry moves few others. The analyst changed nothing, so it is no step of the
/// history.
pub(crate) fn remember(session: &mut Session, args: RememberArgs) -> Result<Remembered, Fault> {
    let held = |word: &String| {
        let held: Result<Held, _> = word.parse();
        held.map_err(|unknown| Fault::argument("parts", unknown.to_string()))
    };
    let row = |row: &Vec<String>| row.iter().map(held).collect();
    let part = |part: &Vec<Vec<String>>| part.iter().map(row).collect();
    let parts: Result<Vec<Vec<Vec<Held>>>, Fault> = args.parts.iter().map(part).collect();
    let written = session.remember(args.on, &Hint::of(parts?))?;
    Ok(Remembered { written })
}

/// The node before; on causes in time the date says who stands before whom.
fn after(board: Board, node: Option<&str>) -> Result<Option<i64>, Fault> {
    let Some(node) = node.filter(|_| board != Board::Causes) else {
        return Ok(None);
    };
    let EventId(node) = id("nodes.after", node)?;
    Ok(Some(node))
}

fn nodes(board: Board) -> &'static str {
    match board {
        Board::Causes | Board::CauseMap | Board::CauseMapDown => "events",
        Board::Themes => "themes",
        Board::Actors => "actors",
    }
}

fn pin(board: Board, node: &str) -> Result<Pin, Fault> {
    let EventId(node) = id("nodes", node)?;
    Ok(Pin { board, node })
}

/// What the node stands for, by its title or name.
fn name(plan: &Plan<'_>, Pin { board, node }: Pin) -> Result<String, Fault> {
    let base = plan.base();
    let found = match board {
        Board::Causes | Board::CauseMap | Board::CauseMapDown => {
            base.event(EventId(node)).map(|it| &it.title)
        }
        Board::Themes => base.theme(ThemeId(node)).map(|it| &it.name),
        Board::Actors => base.actor(ActorId(node)).map(|it| &it.name),
    };
    found.cloned().ok_or_else(|| {
        let message = format!("nothing with id {node} can be pinned {}", on_board(board));
        Fault::new(FaultCode::NotFound, message).help("it may have been deleted")
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::write::tests::Fixture;

    fn pins(fixture: &mut Fixture, on: &str) -> Value {
        fixture.reply("pins", json!({ "on": on }))
    }

    #[test]
    fn a_pin_holds_moves_goes_and_is_a_step_each_time() {
        let mut fixture = Fixture::new();
        let [one, two] = ["E01", "E09"].map(|it| fixture.id(it));
        let hold = |nodes: Value| json!({ "on": "layers-down", "nodes": nodes });
        let done = fixture.reply("hold", hold(json!([{ "id": one, "row": 1 }])));
        assert!(
            done["name"]
                .as_str()
                .unwrap()
                .ends_with("” in place on the cause map"),
            "{done}"
        );
        fixture.reply(
            "hold",
            hold(json!([{ "id": one, "row": 2, "after": two }, { "id": two, "row": 2 }])),
        );
        assert_eq!(
            pins(&mut fixture, "layers-down").as_array().unwrap().len(),
            2
        );
        assert_eq!(pins(&mut fixture, "causes"), json!([]));
        let done = fixture.reply("let_go", json!({ "on": "layers-down", "ids": [two] }));
        assert!(done["name"].as_str().unwrap().starts_with("Unpin “"));
        let done = fixture.reply("let_go", json!({ "on": "layers-down" }));
        assert_eq!(done["name"], "Unpin all on the cause map");
        assert_eq!(pins(&mut fixture, "layers-down"), json!([]));
        fixture.reply("undo", json!({}));
        fixture.reply("undo", json!({}));
        fixture.reply("undo", json!({}));
        let held = pins(&mut fixture, "layers-down");
        assert_eq!(held, json!([{ "id": one, "row": 1.0 }]));
    }

    #[test]
    fn a_pin_goes_with_its_event_and_comes_back_with_it() {
        let mut fixture = Fixture::new();
        let id = fixture.id("E09");
        fixture.reply(
            "hold",
            json!({ "on": "causes", "nodes": [{ "id": id, "row": 2.5, "after": "1" }] }),
        );
        fixture.reply("delete", json!({ "ids": [id] }));
        assert_eq!(pins(&mut fixture, "causes"), json!([]));
        fixture.reply("undo", json!({}));
        let held = pins(&mut fixture, "causes");
        assert_eq!(held, json!([{ "id": id, "row": 2.5 }]));
    }

    #[test]
    fn what_is_not_there_cannot_be_pinned() {
        let mut fixture = Fixture::new();
        let id = fixture.id("E09");
        let nodes = json!([{ "id": id, "row": 2 }]);
        assert_eq!(
            fixture
                .refused("hold", json!({ "on": "timeline", "nodes": nodes }))
                .0,
            "on"
        );
        let gone = json!([{ "id": "999999", "row": 1 }]);
        let (_, message, _) = fixture.refused("hold", json!({ "on": "themes", "nodes": gone }));
        assert!(message.contains("on the theme map"), "{message}");
        let far = json!([{ "id": id, "row": 2e9 }]);
        assert_eq!(
            fixture
                .refused("hold", json!({ "on": "causes", "nodes": far }))
                .0,
            "nodes.row"
        );
    }

    #[test]
    fn a_layout_is_kept_without_a_step_and_is_no_part_of_an_export() {
        let mut fixture = Fixture::new();
        let [one, two] = ["E01", "E09"].map(|it| fixture.id(it));
        let before = fixture.reply("history", json!({}));
        let json =
            |fixture: &Fixture| exchange::whole::to_json(fixture.session.workspace()).unwrap();
        let whole = json(&fixture);
        let keep = json!({ "on": "layers", "parts": [[[one, "1>2"], [two]], [[]]] });
        assert_eq!(fixture.reply("remember", keep.clone())["written"], true);
        assert_eq!(fixture.reply("remember", keep)["written"], false);
        assert_eq!(fixture.reply("history", json!({})), before);
        assert_eq!(json(&fixture), whole);
        let hint = |fixture: &Fixture| {
            let hints = &fixture.session.workspace().hints;
            hints.of(model::Board::CauseMap).cloned()
        };
        let kept = hint(&fixture).expect("it is kept");
        assert_eq!(kept.parts.len(), 1);
        assert_eq!(kept.parts[0].len(), 2);
        let (field, ..) =
            fixture.refused("remember", json!({ "on": "layers", "parts": [[["a"]]] }));
        assert_eq!(field, "parts");
        fixture.reply("remember", json!({ "on": "layers", "parts": [] }));
        assert_eq!(hint(&fixture), None);
    }
}
