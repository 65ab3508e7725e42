import { closeSync, openSync, writeSync } from 'node:fs';

/** What a client wanted, written before it was asked. */
export interface Ask {
  readonly client: string;
  readonly what: 'submit' | 'act' | 'upload' | 'number' | 'look';
  /** Idempotency key: the draft of a submission. */
  readonly key?: string;
  /** Fingerprint of the body, so that a retry is told from another wish. */
  readonly body?: string;
  readonly [more: string]: unknown;
}

/** What came back. `done` is an acknowledgement: from here on the effect must never be lost. */
export interface Answer {
  readonly outcome: 'done' | 'refused' | 'unavailable' | 'lost';
  readonly status?: number;
  /** Code of the dossier, when the answer named it. */
  readonly code?: string;
  readonly [more: string]: unknown;
}

/**
 * The client's own record, one JSON object per line: each request before it is sent, each answer after it came, with
 * times of this machine's wall clock and of a clock that never jumps. The oracle joins it with the database.
 */
export class Journal {
  readonly file: string;
  readonly #handle: number;
  #count = 0;

  constructor(file: string) {
    this.file = file;
    this.#handle = openSync(file, 'a', 0o600);
  }

  #write(line: object): void {
    writeSync(this.#handle, `${JSON.stringify({ ...line, at: Date.now(), mono: performance.now() })}\n`);
  }

  ask(entry: Ask): number {
    const n = ++this.#count;
    this.#write({ line: 'ask', n, ...entry });
    return n;
  }

  answer(n: number, answer: Answer): void {
    this.#write({ line: 'answer', n, ...answer });
  }

  /** A planted text that must never be seen in a log. */
  canary(text: string): void {
    this.#write({ line: 'canary', text });
  }

  /** Something done to the system: `kill web`, `freeze`. */
  fault(what: string): void {
    this.#write({ line: 'fault', what });
  }

  close(): void {
    closeSync(this.#handle);
  }
}
