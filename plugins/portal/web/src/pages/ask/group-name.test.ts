import { expect, test } from "vitest";
import { groupName } from "./group-name";

test.each([
  ["service-desk", "Service desk"],
  ["line-2", "Line 2"],
  ["finance", "Finance"],
  ["hr", "HR"],
  ["Sales", "Sales"],
  ["财务部门同事", "财务部门同事"],
])("%s is read as %s", (key, name) => expect(groupName(key)).toBe(name));
