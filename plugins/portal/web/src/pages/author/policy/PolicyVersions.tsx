import { Versions } from "../Versions";
import { path } from "./api";
import { SectionHead } from "./SectionHead";

interface Props {
  /** An earlier text becomes the one that is being written. */
  onTake: (text: string) => void;
  onRolledBack: () => void;
}

/** What the rules were before, and the way back. */
export function PolicyVersions({ onTake, onRolledBack }: Props) {
  return (
    <div className="policy-section">
      <SectionHead name="versions" />
      <Versions kind="file" name="policy" path={path} onTake={onTake} onRolledBack={onRolledBack} />
    </div>
  );
}
