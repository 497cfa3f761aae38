//! Events on the map (GeoJSON, RFC 7946).

use std::collections::BTreeSet;

use model::{Event, Place, PlaceId};
use serde_json::{Value, json};

use super::days::first_and_last;
use super::{Picked, Written, counted, words};

/// A point for each place of each event. What cannot be mapped is counted, also in the file. Longitude comes first.
#[must_use]
pub fn geojson(picked: &Picked<'_>) -> Written {
    let mut features: Vec<Value> = Vec::new();
    let mut nowhere: BTreeSet<PlaceId> = BTreeSet::new();
    let mut absent = 0;
    for event in &picked.events {
        let before = features.len();
        for place in event
            .places
            .iter()
            .filter_map(|id| picked.workspace.place(*id))
        {
            match (place.longitude_deg, place.latitude_deg) {
                (Some(longitude), Some(latitude)) => {
                    features.push(feature(picked, event, place, [longitude, latitude]));
                }
                _ => drop(nowhere.insert(place.id)),
            }
        }
        absent += usize::from(features.len() == before);
    }
    let left_out: Vec<String> = [
        counted(
            nowhere.len(),
            "place has no coordinates",
            "places have no coordinates",
        ),
        counted(
            absent,
            "entry is not on the map: it has no place with coordinates",
            "entries are not on the map: they have no place with coordinates",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    let whole = json!({
        "type": "FeatureCollection",
        "places_without_coordinates": nowhere.len(),
        "entries_not_on_the_map": absent,
        "features": features,
    });
    Written {
        bytes: format!("{whole:#}\n").into_bytes(),
        left_out,
    }
}

fn feature(picked: &Picked<'_>, event: &Event, place: &Place, coordinates: [f64; 2]) -> Value {
    let (first, last) = first_and_last(event);
    json!({
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": coordinates },
        "properties": {
            "id": event.id.to_string(), "handle": event.handle, "title": event.title, "date": words(event),
            "edtf": event.date.as_ref().map(|it| it.edtf.to_string()),
            "first_day": first.map(|it| it.to_string()), "last_day": last.map(|it| it.to_string()),
            "place": place.name, "tone": event.tone.word(), "severity": event.severity,
            "status": event.status.word(), "themes": picked.themes(event),
        },
    })
}
