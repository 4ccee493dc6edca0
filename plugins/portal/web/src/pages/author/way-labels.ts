import { box, type Drawing } from "./layered";

// Ways of a drawing: how each runs, and where its label stands, so that no two
// labels lie on each other and none on a box.

export interface Way {
  from: string;
  to: string;
  text: string;
}

interface Point {
  x: number;
  y: number;
}

export interface DrawnWay extends Way {
  line: string;
  label: Point;
}

/** Chinese signs are about twice as wide as letters. */
const widthOf = (text: string) => [...text].reduce((width, sign) => width + (sign > "\u2e7f" ? 12 : 6.4), 0);
const lineHeight = 15;

type Curve = [Point, Point, Point, Point];

/** From the bottom of a box to the top of another; over several layers, or back, round the boxes between. */
function curveOf({ from, to }: Way, { spots }: Drawing): Curve | undefined {
  const [a, b] = [spots.get(from), spots.get(to)];
  if (!a || !b) return undefined;
  const [x1, y1, x2, y2] = [a.x + box.width / 2, a.y + box.height, b.x + box.width / 2, b.y];
  const far = y2 - y1 > box.down + 1 || y2 < y1;
  const side = far && Math.abs(x1 - x2) < 1 ? box.width * 0.75 : 0;
  const bend = Math.max(box.down / 2, Math.abs(y2 - y1) / 3);
  return [
    { x: x1, y: y1 },
    { x: x1 + side, y: y1 + bend },
    { x: x2 + side, y: y2 - bend },
    { x: x2, y: y2 },
  ];
}

function pointAt([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const mix = (key: "x" | "y") => u ** 3 * a[key] + 3 * u ** 2 * t * b[key] + 3 * u * t ** 2 * c[key] + t ** 3 * d[key];
  return { x: mix("x"), y: mix("y") };
}

/** Where a label may stand on its way: near its begin first, where one looks for it. */
const places = [0.3, 0.4, 0.5, 0.2, 0.6, 0.7, 0.8];

interface Taken extends Point {
  width: number;
}

const meet = (a: Taken, b: Taken) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 4 && Math.abs(a.y - b.y) < lineHeight;

export function drawnWays(ways: Way[], drawing: Drawing): DrawnWay[] {
  const boxes = [...drawing.spots.values()];
  const onBox = ({ x, y, width }: Taken) =>
    boxes.some((spot) => x + width / 2 > spot.x && x - width / 2 < spot.x + box.width && y + 2 > spot.y && y - lineHeight + 3 < spot.y + box.height);
  const taken: Taken[] = [];
  return ways.flatMap((way) => {
    const curve = curveOf(way, drawing);
    if (!curve) return [];
    const width = widthOf(way.text);
    const offered = places.map((t) => pointAt(curve, t)).map(({ x, y }) => ({ x, y: y + 4, width }));
    const free = offered.filter((spot) => !taken.some((other) => meet(spot, other)));
    const label = free.find((spot) => !onBox(spot)) ?? free[0] ?? below(offered[0] as Taken, taken);
    if (way.text !== "") taken.push(label);
    const [a, b, c, d] = curve;
    return [{ ...way, line: `M${a.x} ${a.y} C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`, label: { x: label.x, y: label.y } }];
  });
}

/** The next line that is free. */
function below(spot: Taken, taken: Taken[]): Taken {
  let next = spot;
  while (taken.some((other) => meet(next, other))) next = { ...next, y: next.y + 2 };
  return next;
}
