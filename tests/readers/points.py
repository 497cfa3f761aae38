# GeoJSON by the package geojson: each point with the title of its event.
import json
import sys

import geojson

with open(sys.argv[1], encoding="utf-8") as file:
    features = geojson.load(file)
assert features.is_valid, features.errors()
points = [[*it.geometry.coordinates, it.properties["title"]] for it in features.features]
days = {it.properties["title"]: [it.properties["first_day"], it.properties["last_day"]] for it in features.features}
missing = [features["places_without_coordinates"], features["entries_not_on_the_map"]]
print(json.dumps({"points": points, "days": days, "missing": missing}))
