// Reads boxes and links as JSON, lays them out with ELK's layered algorithm in several ways, and prints for each its name,
// width and height.
import ELK from 'elkjs/lib/elk.bundled.js';
import { readFileSync } from 'node:fs';

const { aspect, gaps, sizes, links } = JSON.parse(readFileSync(0, 'utf8'));
const elk = new ELK();
const found = [];
for (const direction of ['DOWN', 'RIGHT']) {
  for (const wrapping of ['OFF', 'SINGLE_EDGE', 'MULTI_EDGE']) {
    for (const ratio of [aspect / 2, aspect, aspect * 2]) {
      for (const [node, rank] of gaps) {
        const graph = {
          id: 'all',
          layoutOptions: {
            'elk.algorithm': 'layered',
            'elk.direction': direction,
            'elk.edgeRouting': 'ORTHOGONAL',
            'elk.aspectRatio': String(ratio),
            'elk.padding': '[top=0,left=0,bottom=0,right=0]',
            'elk.spacing.nodeNode': String(node),
            'elk.spacing.componentComponent': String(node),
            'elk.layered.spacing.nodeNodeBetweenLayers': String(rank),
            'elk.layered.wrapping.strategy': wrapping,
          },
          children: sizes.map(([width, height], at) => ({ id: `n${at}`, width, height })),
          edges: links.map(([from, to], at) => ({ id: `e${at}`, sources: [`n${from}`], targets: [`n${to}`] })),
        };
        try {
          const { width, height } = await elk.layout(graph);
          found.push([`${direction}, wrapping ${wrapping}, aspect ratio ${ratio.toFixed(2)}`, width, height]);
        } catch {
          // Some ways of wrapping fail on some graphs: then that way has no figure.
        }
      }
    }
  }
}
console.log(JSON.stringify(found));
