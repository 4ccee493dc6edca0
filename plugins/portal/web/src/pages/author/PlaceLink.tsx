import { useTranslation } from "react-i18next";

/** Where in the item's texts something stands. */
export interface TextPlace {
  file: string;
  line: number;
  column: number;
}

export interface Ways {
  /** Whether the file is one of the texts that can be opened here. */
  opens: (file: string) => boolean;
  to: (place: TextPlace) => void;
}

interface Props {
  place: TextPlace;
  ways: Ways;
  /** What stands there; its place where nothing is said. */
  children?: string;
}

/** A way to a place in one of the texts; only its name where the text is not open here. */
export function PlaceLink({ place, ways, children }: Props) {
  const { t } = useTranslation("author");
  const name = ways.opens(place.file) ? place.file.split("/").at(-1) : place.file;
  const text = children ?? (place.line > 0 ? t("findings.place", { file: name, line: place.line }) : name);
  if (!ways.opens(place.file)) return <span>{text}</span>;
  return (
    <button type="button" className="as-link" onClick={() => ways.to(place)}>
      {text}
    </button>
  );
}
