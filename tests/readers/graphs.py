# GraphML and GEXF by networkx: nodes and edges with everything that they say.
import json
import sys

import networkx

path = sys.argv[1]
graph = networkx.read_graphml(path) if path.endswith(".graphml") else networkx.read_gexf(path)
assert graph.is_directed()
nodes = {node: it for node, it in graph.nodes(data=True)}
edges = [{"cause": cause, "effect": effect, **it} for cause, effect, it in graph.edges(data=True)]
print(json.dumps({"nodes": nodes, "edges": edges, "mode": graph.graph.get("mode", "")}))
