// A simple layered drawing of a graph: each node lies one layer below the last
// of those that lead to it, and side by side in the order in which it was found.

export interface Way {
  from: string;
  to: string;
}

export interface Spot {
  id: string;
  x: number;
  y: number;
}

export interface Drawing {
  spots: Map<string, Spot>;
  width: number;
  height: number;
}

export const box = { width: 180, height: 54, across: 28, down: 46 };

export function layered(ids: string[], ways: Way[]): Drawing {
  const forward = withoutLoops(ids, ways);
  const depth = new Map(ids.map((id) => [id, 0]));
  // As often as there are nodes at most: the longest way has no more of them.
  for (let round = 0, moved = true; moved && round < ids.length; round++) {
    moved = false;
    for (const { from, to } of forward) {
      const below = (depth.get(from) ?? 0) + 1;
      if (below > (depth.get(to) ?? 0)) {
        depth.set(to, below);
        moved = true;
      }
    }
  }
  const layers: string[][] = [];
  for (const id of ids) (layers[depth.get(id) ?? 0] ??= []).push(id);
  const order = sorted(layers, forward);
  const widest = Math.max(1, ...order.map((layer) => layer.length));
  const width = widest * (box.width + box.across) - box.across;
  const spots = new Map<string, Spot>();
  order.forEach((layer, level) => {
    const own = layer.length * (box.width + box.across) - box.across;
    layer.forEach((id, place) =>
      spots.set(id, { id, x: (width - own) / 2 + place * (box.width + box.across), y: level * (box.height + box.down) }),
    );
  });
  return { spots, width, height: order.length * (box.height + box.down) - box.down };
}

/** Ways that lead back to where they came from are drawn, but do not push anything down. */
function withoutLoops(ids: string[], ways: Way[]): Way[] {
  const out = new Map<string, Way[]>();
  for (const way of ways) out.set(way.from, [...(out.get(way.from) ?? []), way]);
  const state = new Map<string, "open" | "done">();
  const kept: Way[] = [];
  const visit = (id: string) => {
    state.set(id, "open");
    for (const way of out.get(id) ?? []) {
      if (state.get(way.to) === "open") continue;
      kept.push(way);
      if (!state.has(way.to)) visit(way.to);
    }
    state.set(id, "done");
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return kept;
}

/** Within a layer each node comes near the middle of those above it, so that few ways cross. */
function sorted(layers: string[][], ways: Way[]): string[][] {
  const place = new Map<string, number>();
  return layers.map((layer) => {
    const middle = (id: string) => {
      const above = ways.filter((way) => way.to === id).map((way) => place.get(way.from)).filter((at) => at !== undefined);
      return above.length === 0 ? 0 : above.reduce((sum, at) => sum + at, 0) / above.length;
    };
    const order = layer.map((id) => ({ id, at: middle(id) })).sort((a, b) => a.at - b.at).map(({ id }) => id);
    order.forEach((id, at) => place.set(id, at - order.length / 2));
    return order;
  });
}
