import { use, type ComponentType } from "react";

export type Prompt<P> = ComponentType<P> & {
  /** Fetches the script before anybody asks for the part. */
  ahead: () => Promise<unknown>;
  /** Whether the script is there. */
  isFetched: () => boolean;
};

/** How long a failure is what there is to say; who tries again later fetches anew. */
const memory = 1000;

/**
 * A part whose script is fetched when first needed. `lazy` of React makes a page
 * wait even for a script that is there, and a page that has once shown its sign of
 * waiting keeps it for 300 ms; what was fetched ahead of this is drawn at once.
 */
export function prompt<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Prompt<P> {
  let found: ComponentType<P> | undefined;
  let coming: Promise<ComponentType<P>> | undefined;
  const fetched = () => {
    coming ??= load().then(
      (script) => (found = script.default),
      (failure: unknown) => {
        setTimeout(() => (coming = undefined), memory);
        throw failure;
      },
    );
    return coming;
  };
  function Part(props: P) {
    const Found = found ?? use(fetched());
    return <Found {...props} />;
  }
  return Object.assign(Part, { ahead: fetched, isFetched: () => found !== undefined });
}
