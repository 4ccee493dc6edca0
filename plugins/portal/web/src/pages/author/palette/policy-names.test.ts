import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policyNames } from "./policy-names";

test("names are those of the policy's own tables", () => {
  const toml = `[roles] # beyond the built-in ones\nchange_manager = ["sam"]\n"data officer" = []\n[[sla]]\nname = "hardware" # first\n[sla.more]\nname = "none"\n[[sla]]\nname = 'password'\n[[sla]]\nname = "hardware"\n[other]\nname = "x"\n`;
  expect(policyNames(toml)).toEqual({ levels: ["hardware", "password"], roles: ["change_manager", "data officer"], currency: undefined });
});

test("the policy that is shipped has some", () => {
  const toml = readFileSync(new URL("../../../../../../../workflows/policy.toml", import.meta.url), "utf8");
  const { levels, roles, currency } = policyNames(toml);
  expect(currency).toBe("EUR");
  expect(levels).toContain("hardware");
  expect(roles).toContain("change_manager");
});
