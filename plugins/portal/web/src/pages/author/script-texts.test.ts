import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textsOfScript } from "./script-texts";

test("names of steps, messages and what their options say are found, each once", () => {
  const script = `//! Stand
    // task("Not this")
    handle("Build the stand", group("x"), #{ text: "Mind the \\"door\\"", checklist: ["Screen", "Power"], form: "offer" });
    notify(requester, "Your stand {number} is " + form.where + ".", #{ number: ticket.number });
    let a = if x { task(\`Fetch \${item.tag}\`, owner) } else { task("Screen", owner) };
    lookup("rooms", "Room"); thing.note("no"); note(form.why); sla("hardware");
    resolve("Delivered " + a.tag);`;
  expect(textsOfScript(script)).toEqual(["Build the stand", 'Mind the "door"', "Screen", "Power", "Your stand {number} is {}.", "Fetch {}", "Delivered {}"]);
});

const root = new URL("../../../../../../", import.meta.url);

test("what shipped scripts show has its translations", () => {
  const known = JSON.parse(readFileSync(new URL("schemas/texts/ru.json", root), "utf8")) as Record<string, string>;
  const files = readdirSync(new URL("workflows", root)).filter((file) => file.endsWith(".rhai"));
  const shown = files.flatMap((file) => textsOfScript(readFileSync(new URL(`workflows/${file}`, root), "utf8")));
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.filter((text) => known[text] === undefined)).toEqual([]);
});
