import { useRef, type ReactNode } from "react";

/** A button, given as a child that calls `choose`, with the browser's own choice of files behind it. */
export function FileChooser({ onFiles, children }: { onFiles: (files: File[]) => void; children: (choose: () => void) => ReactNode }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles(Array.from(target.files ?? []));
          // The same file can be chosen once more.
          target.value = "";
        }}
      />
    </>
  );
}
