//! The verbs `hold` and `let_go`: pinned nodes of a chart.

use api::bounds::id;
use api::dto::{Done, HoldArgs, LetGoArgs};
use api::{Fault, FaultCode};
use model::{ActorId, Board, EventId, Pin, Spot, ThemeId};

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
            let x = if board == Board::Causes { 0.0 } else { node.x };
            plan.set_pin(pin, Some(Spot { x, y: node.y }));
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
        let hold = |nodes: Value| json!({ "on": "layers", "nodes": nodes });
        let done = fixture.reply("hold", hold(json!([{ "id": one, "x": 40.5, "y": 80 }])));
        assert!(
            done["name"]
                .as_str()
                .unwrap()
                .ends_with("” in place on the cause map"),
            "{done}"
        );
        fixture.reply(
            "hold",
            hold(json!([{ "id": one, "x": 60, "y": 80 }, { "id": two, "x": 0, "y": 9 }])),
        );
        assert_eq!(pins(&mut fixture, "layers").as_array().unwrap().len(), 2);
        assert_eq!(pins(&mut fixture, "causes"), json!([]));
        let done = fixture.reply("let_go", json!({ "on": "layers", "ids": [two] }));
        assert!(done["name"].as_str().unwrap().starts_with("Unpin “"));
        let done = fixture.reply("let_go", json!({ "on": "layers" }));
        assert_eq!(done["name"], "Unpin all on the cause map");
        assert_eq!(pins(&mut fixture, "layers"), json!([]));
        fixture.reply("undo", json!({}));
        fixture.reply("undo", json!({}));
        fixture.reply("undo", json!({}));
        let held = pins(&mut fixture, "layers");
        assert_eq!(held, json!([{ "id": one, "x": 40.5, "y": 80.0 }]));
    }

    #[test]
    fn a_pin_goes_with_its_event_and_comes_back_with_it() {
        let mut fixture = Fixture::new();
        let id = fixture.id("E09");
        fixture.reply(
            "hold",
            json!({ "on": "causes", "nodes": [{ "id": id, "y": 2.5 }] }),
        );
        fixture.reply("delete", json!({ "ids": [id] }));
        assert_eq!(pins(&mut fixture, "causes"), json!([]));
        fixture.reply("undo", json!({}));
        let held = pins(&mut fixture, "causes");
        assert_eq!(held, json!([{ "id": id, "x": 0.0, "y": 2.5 }]));
    }

    #[test]
    fn what_is_not_there_cannot_be_pinned() {
        let mut fixture = Fixture::new();
        let id = fixture.id("E09");
        let nodes = json!([{ "id": id, "y": 2 }]);
        assert_eq!(
            fixture
                .refused("hold", json!({ "on": "timeline", "nodes": nodes }))
                .0,
            "on"
        );
        let gone = json!([{ "id": "999999", "x": 1, "y": 2 }]);
        let (_, message, _) = fixture.refused("hold", json!({ "on": "themes", "nodes": gone }));
        assert!(message.contains("on the theme map"), "{message}");
        let far = json!([{ "id": id, "y": 2e9 }]);
        assert_eq!(
            fixture
                .refused("hold", json!({ "on": "causes", "nodes": far }))
                .0,
            "nodes.y"
        );
    }
}
