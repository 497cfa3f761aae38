# GraphML and GEXF by networkx: nodes with what they say, and edges with their type.
import json
import sys

import networkx

path = sys.argv[1]
graph = networkx.read_graphml(path) if path.endswith(".graphml") else networkx.read_gexf(path)
assert graph.is_directed()
nodes = {node: {"label": it.get("label"), "severity": it["severity"], "date": it.get("date", "")} for node, it in graph.nodes(data=True)}
edges = sorted([cause, effect, it["type"]] for cause, effect, it in graph.edges(data=True))
print(json.dumps({"nodes": nodes, "edges": edges}))
