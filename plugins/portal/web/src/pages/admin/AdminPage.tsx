import { Redirect } from "wouter";
import { useMe } from "../../session/session";
import { Refused } from "./Frame";
import { sectionsFor } from "./sections";

/** `/admin` is the first of its parts that the viewer may see. */
export default function AdminPage() {
  const [first] = sectionsFor(useMe());
  return first ? <Redirect to={first.path} replace /> : <Refused />;
}
