import type { Json } from "../builder/json-place";

export interface Duties {
  write: (text: string, policy: Json) => Promise<string>;
  /** The text as it came back. */
  onText: (text: string) => void;
  onState: (state: WriterState) => void;
}

export interface WriterState {
  /** Whether the text lacks something that was said in the forms. */
  isBehind: boolean;
  /** Why it could not be written; it is kept, and can be tried again. */
  problem: unknown;
}

/** Fingers rest so long before anything is sent. */
export const pause = 300;

/**
 * Brings what forms say into the text: one call at a time, each on the text that
 * the one before came to, and of what was said meanwhile only the last.
 */
export class Writer {
  private wish: Json | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  /** Grows with each text from elsewhere: answers that belong to another one are late. */
  private era = 0;

  constructor(
    private text: string,
    private readonly duties: Duties,
  ) {}

  /** What the forms say now. */
  change(policy: Json): void {
    this.wish = policy;
    this.duties.onState({ isBehind: true, problem: undefined });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run().catch(() => {}), pause);
  }

  /** The text with all that was said so far; fails where it cannot be written. */
  async settle(): Promise<string> {
    await this.run();
    return this.text;
  }

  /** Another text came from elsewhere, and nothing is left to be written. */
  reset(text: string): void {
    clearTimeout(this.timer);
    this.era += 1;
    this.text = text;
    this.wish = undefined;
    this.running = undefined;
    this.duties.onState({ isBehind: false, problem: undefined });
  }

  private run(): Promise<void> {
    clearTimeout(this.timer);
    if (this.wish === undefined && !this.running) return Promise.resolve();
    this.running ??= this.drain(this.era);
    return this.running;
  }

  private async drain(era: number): Promise<void> {
    try {
      while (this.wish !== undefined) {
        const sent = this.wish;
        const next = await this.duties.write(this.text, sent);
        if (era !== this.era) return;
        this.text = next;
        if (this.wish === sent) this.wish = undefined;
        this.duties.onText(next);
      }
      this.duties.onState({ isBehind: false, problem: undefined });
    } catch (problem) {
      if (era !== this.era) return;
      this.duties.onState({ isBehind: true, problem });
      throw problem;
    } finally {
      if (era === this.era) this.running = undefined;
    }
  }
}
