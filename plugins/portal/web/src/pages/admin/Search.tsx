import { Input } from "antd";
import { useEffect, useRef, useState } from "react";

const pause = 200;

interface Props {
  label: string;
  value: string;
  onChange: (words: string) => void;
}

/** Words to search by, written into the address once the fingers rest. */
export function Search({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const written = useRef(value);

  // Going back changes the address; what is typed meanwhile is not put back by its own trace.
  useEffect(() => {
    if (value !== written.current) setTyped(value);
    written.current = value;
  }, [value]);
  useEffect(() => {
    const words = typed.trim();
    if (words === written.current) return;
    const timer = setTimeout(() => {
      written.current = words;
      onChange(words);
    }, pause);
    return () => clearTimeout(timer);
    // `onChange` is made anew each time; what it does is the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);

  return <Input type="search" className="admin-search" aria-label={label} placeholder={label} value={typed} onChange={({ target }) => setTyped(target.value)} />;
}
