//! Themes, categories, actors, places and datasets.

use serde_json::{Value, json};

use super::Fixture;

fn set(fields: &[(&str, Value)]) -> Value {
    let rows = fields
        .iter()
        .map(|(field, value)| json!({ "field": field, "value": value }));
    rows.collect()
}

#[test]
fn every_list_can_be_added_to_edited_and_deleted_from() {
    let mut fixture = Fixture::new();
    for (list, what, other, value) in [
        ("themes", "theme", "hue", json!("teal")),
        ("categories", "category", "cameo", json!("036")),
        ("actors", "actor", "country", json!("om")),
        ("places", "place", "latitude_deg", json!(23.6)),
        ("datasets", "dataset", "on", json!(false)),
        // As the list was called before.
        ("layers", "dataset", "on", json!(true)),
    ] {
        let args =
            json!({ "list": list, "set": set(&[("name", json!("New  one")), (other, value)]) });
        let done = fixture.reply("add_item", args);
        assert_eq!(done["name"], format!("Add {what} “New one”"));
        assert_eq!(done["added"][0]["kind"], what);
        let id = done["added"][0]["id"].clone();
        let args = json!({ "list": list, "id": id, "set": set(&[("name", json!("Newer"))]) });
        let done = fixture.reply("edit_item", args);
        assert_eq!(done["name"], format!("Edit name of {what} “New one”"));
        let rows = fixture.reply("items", json!({ "list": list }));
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["id"] == id)
            .unwrap()
            .clone();
        assert_eq!(row["name"], "Newer");
        if list == "actors" {
            assert_eq!(
                (&row["country"], &row["handle"]),
                (&json!("OM"), &json!("new-one"))
            );
        }
        let done = fixture.reply("delete_item", json!({ "list": list, "id": id }));
        assert_eq!(done["name"], format!("Delete {what} “Newer”"));
        assert_eq!(
            fixture
                .refused("delete_item", json!({ "list": list, "id": id }))
                .0,
            "id"
        );
    }
}

#[test]
fn items_refuse_what_does_not_fit() {
    let mut fixture = Fixture::new();
    let rows = fixture.reply("items", json!({ "list": "actors" }));
    let actor = |name: &str| {
        let found = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["name"] == name);
        found.unwrap()["id"].clone()
    };
    let (us, state) = (actor("United States"), actor("State Department"));
    for (list, fields, field) in [
        ("themes", json!([]), "name"),
        ("themes", set(&[("name", json!(""))]), "name"),
        (
            "themes",
            set(&[("name", json!("x")), ("hue", json!("pink"))]),
            "hue",
        ),
        ("themes", set(&[("handle", json!("Tariffs"))]), "handle"),
        ("themes", set(&[("handle", json!("a b"))]), "handle"),
        ("themes", set(&[("parent", json!("nowhere"))]), "parent"),
        ("actors", set(&[("country", json!("USA"))]), "country"),
        (
            "places",
            set(&[("latitude_deg", json!(91))]),
            "latitude_deg",
        ),
        (
            "places",
            set(&[("longitude_deg", json!("-181"))]),
            "longitude_deg",
        ),
        ("datasets", set(&[("on", json!(2))]), "on"),
        ("datasets", set(&[("hue", json!("blue"))]), "hue"),
        ("colors", set(&[("name", json!("x"))]), "list"),
    ] {
        let args = json!({ "list": list, "set": fields });
        assert_eq!(fixture.refused("add_item", args.clone()).0, field, "{args}");
    }
    let within = json!({ "list": "actors", "id": us, "set": set(&[("parent", state)]) });
    let (field, message, _) = fixture.refused("edit_item", within);
    assert_eq!(field, "parent", "{message}");
    let itself = json!({ "list": "actors", "id": us, "set": set(&[("parent", json!("US"))]) });
    assert_eq!(fixture.refused("edit_item", itself).0, "parent");
    let (field, message, help) =
        fixture.refused("delete_item", json!({ "list": "actors", "id": us }));
    assert_eq!(field, "id");
    assert!(
        message.contains("events refer to it") && help.contains("merge"),
        "{message}; {help}"
    );
    assert_eq!(
        fixture.refused("edit_item", json!({ "list": "actors" })).0,
        "id"
    );
}

#[test]
fn themes_change_places_and_back() {
    let mut fixture = Fixture::new();
    let order = |fixture: &mut Fixture| {
        let all = fixture.reply("items", json!({ "list": "themes" }));
        let rows = all.as_array().unwrap().iter();
        rows.map(|it| it["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let before = order(&mut fixture);
    let swap = json!({ "ids": [before[2], before[0]] });
    let done = fixture.reply("order_themes", swap.clone());
    assert_eq!(done["name"], "Reorder the lanes of 2 themes");
    let mut swapped = before.clone();
    swapped.swap(0, 2);
    assert_eq!(order(&mut fixture), swapped);
    assert_eq!(
        *fixture.open().workspace().themes[0].id.to_string(),
        before[2]
    );
    assert!(fixture.reply("order_themes", swap)["step"].is_null());
    fixture.reply("undo", json!({}));
    assert_eq!(order(&mut fixture), before);
}
