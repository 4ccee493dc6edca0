import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { usePolicyCodes } from "../../api/codes";
import { box, layered } from "./layered";
import { drawnWays } from "./way-labels";

type Node = Schemas["Node"];

interface Props {
  graph: Schemas["Graph"];
  /** Somebody chose a node whose place in the script is known. */
  onPlace: (place: Schemas["Place"]) => void;
}

/** All ways that a ticket may take: drawn, and as a list for who cannot see the drawing. */
export function PathGraph({ graph, onPlace }: Props) {
  const { t } = useTranslation("author");
  const drawing = useMemo(() => layered(graph.nodes.map(({ id }) => id), graph.edges), [graph]);
  const ways = useMemo(() => drawnWays(joined(graph.edges).map(({ from, to, labels }) => ({ from, to, text: labels.map((label) => outcome(t, label)).join(", ") })), drawing), [graph, drawing, t]);
  const name = useNodeText();
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    <>
      <div className="path-graph" role="group" tabIndex={0} aria-label={t("graph.drawn")}>
        <svg
          aria-hidden
          width={drawing.width + 24}
          height={drawing.height + 24}
          viewBox={`-12 -12 ${drawing.width + 24} ${drawing.height + 24}`}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path d="M0 0 8 4 0 8z" className="path-arrow" />
            </marker>
          </defs>
          {ways.map((way) => (
            <path key={`${way.from} ${way.to}`} className="path-way" d={way.line} markerEnd="url(#arrow)" />
          ))}
          {/* Above all lines, so that none runs through a word. */}
          {ways.map(({ from, to, text, label }) => (
            <text key={`${from} ${to}`} className="path-label" x={label.x} y={label.y}>
              {text}
            </text>
          ))}
          {graph.nodes.map((node) => {
            const spot = drawing.spots.get(node.id);
            if (!spot) return null;
            const place = node.place;
            return (
              <g
                key={node.id}
                transform={`translate(${spot.x} ${spot.y})`}
                className={`path-node path-${node.kind}${place ? " path-linked" : ""}`}
                onClick={place ? () => onPlace(place) : undefined}
              >
                <title>{[name(node), about(node)].filter(Boolean).join("\n")}</title>
                <rect width={box.width} height={box.height} rx={node.kind === "condition" ? 4 : 10} />
                <text x={box.width / 2} y={about(node) ? 22 : 32}>
                  {short(name(node), 24)}
                </text>
                {about(node) && (
                  <text x={box.width / 2} y={40} className="path-about">
                    {short(about(node), 28)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <details className="path-list">
        <summary>{t("graph.asList")}</summary>
        <ol>
          {graph.nodes.map((node) => (
            <li key={node.id}>
              {node.place ? (
                <button type="button" className="as-link" onClick={() => node.place && onPlace(node.place)}>
                  {name(node)}
                </button>
              ) : (
                <strong>{name(node)}</strong>
              )}
              {about(node) && <span className="quiet"> · {about(node)}</span>}
              <ul>
                {graph.edges
                  .filter((edge) => edge.from === node.id)
                  .map((edge) => (
                    <li key={`${edge.to} ${edge.label}`}>
                      {edge.label && `${outcome(t, edge.label)}: `}→ {name(byId.get(edge.to))}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** For whom and how long; of an end what the script says of it. */
const about = (node: Node) => (node.kind === "end" ? saidOf(node.label) : [node.for?.join(", "), node.due_in].filter(Boolean).join(" · "));
const saidOf = (label: string) => label.split(": ").slice(1).join(": ");
const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

const outcomes = ["approved", "rejected", "confirmed", "declined", "done", "failed", "refused", "expired", "answered", "yes", "no", "skipped", "elapsed", "arrived", "succeeded", "cancelled"] as const;

/** An outcome in the words of the viewer. */
export function outcome(t: TFunction<"author">, label: string): string {
  const known = outcomes.find((name) => name === label);
  return known ? t(`graph.outcome.${known}`) : label;
}

/** What a node is called. */
export function useNodeText(): (node: Node | undefined) => string {
  const { t } = useTranslation("author");
  const closures = usePolicyCodes()?.closures;
  return (node) => {
    if (!node) return "";
    if (node.kind === "end") return ending(node.label, closures ?? []);
    if (node.kind === "start") return t("graph.start");
    if (node.kind === "fork") return t("graph.fork");
    if (node.kind === "join") return t("graph.join");
    if (node.label) return node.label;
    return node.step === "cost" ? t("graph.cost") : node.step === "wait" ? t("graph.wait") : (node.step ?? node.kind);
  };
}

/** How a ticket ends, in the words of the policy. */
export function ending(label: string, closures: { code: string; label: string }[]): string {
  const [code = ""] = label.split(": ");
  return closures.find((closure) => closure.code === code)?.label ?? code;
}

/** Several outcomes that lead to the same place are one way with several names. */
function joined(edges: Schemas["Edge"][]): { from: string; to: string; labels: string[] }[] {
  const ways = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const { from, to, label } of edges) {
    const way = ways.get(`${from} ${to}`) ?? { from, to, labels: [] };
    if (label) way.labels.push(label);
    ways.set(`${from} ${to}`, way);
  }
  return [...ways.values()];
}
