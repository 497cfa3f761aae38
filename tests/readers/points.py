# GeoJSON by the package geojson: each point with the title of its event.
import json
import sys

import geojson

with open(sys.argv[1], encoding="utf-8") as file:
    features = geojson.load(file)
assert features.is_valid, features.errors()
print(json.dumps([[*it.geometry.coordinates, it.properties["title"]] for it in features.features]))
