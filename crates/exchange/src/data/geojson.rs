//! Events on the map (GeoJSON, RFC 7946).

use serde_json::{Value, json};

use super::{Picked, days, words};

/// A point for each place of each event; what has no place is left out. Longitude comes first.
#[must_use]
pub fn geojson(picked: &Picked<'_>) -> String {
    let mut features: Vec<Value> = Vec::new();
    for event in &picked.events {
        for place in event
            .places
            .iter()
            .filter_map(|id| picked.workspace.place(*id))
        {
            let (Some(latitude), Some(longitude)) = (place.latitude_deg, place.longitude_deg)
            else {
                continue;
            };
            let days = days(event);
            features.push(json!({
                "type": "Feature",
                "geometry": { "type": "Point", "coordinates": [longitude, latitude] },
                "properties": {
                    "id": event.id.to_string(), "handle": event.handle, "title": event.title, "date": words(event),
                    "first_day": days.map(|it| it.0.to_string()), "last_day": days.map(|it| it.1.to_string()),
                    "place": place.name, "tone": event.tone.word(), "severity": event.severity,
                    "status": event.status.word(), "themes": picked.themes(event),
                },
            }));
        }
    }
    format!(
        "{:#}\n",
        json!({ "type": "FeatureCollection", "features": features })
    )
}
