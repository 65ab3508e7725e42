import { fault } from '../fault.ts';
import type { Box } from '../file/pages.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { type PdfRef, type PdfValue, refsIn } from '../syntax/values.ts';

/** What a later revision added, and may add. */
export interface Change {
  readonly kind: 'signature' | 'document-time-stamp' | 'validation-data' | 'dates';
  readonly revision: number;
  readonly field?: string;
  /** From 1, and where on it, when the signature is to be seen. */
  readonly page?: number;
  readonly box?: Box;
}

/** The work on one revision: what it defines, and what of it has been found to be right. */
export class Explaining {
  readonly file: PdfFile;
  readonly before: number;
  readonly after: number;
  readonly changes: Change[] = [];
  /** Widgets that the revision added. */
  readonly widgets: PdfRef[] = [];
  readonly #left: Set<number>;
  readonly #dangling: ReadonlySet<number>;

  constructor(file: PdfFile, index: number, dangling: ReadonlySet<number>) {
    this.file = file;
    this.before = index - 1;
    this.after = index;
    this.#left = new Set([...(file.revisions[index]?.entries.keys() ?? [])].filter((number) => number !== 0));
    this.#dangling = dangling;
  }

  get left(): readonly number[] {
    return [...this.#left];
  }
  isNew(number: number): boolean {
    return this.#left.has(number) && !this.file.entry(number, this.before);
  }
  isReplaced(number: number): boolean {
    return this.#left.has(number) && this.file.entry(number, this.before) !== undefined;
  }
  /** This object may be as it is. */
  explain(number: number): void {
    this.#left.delete(number);
  }

  /** Everything new that hangs on a value is there because of it; what was there before is left to be explained. */
  claim(value: PdfValue | undefined): void {
    const waiting = [...refsIn(value ?? null)];
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      if (!this.isNew(one.number)) continue;
      if (this.#dangling.has(one.number))
        fault('changed-hidden', 'an object that was already referred to', { number: one.number });
      this.explain(one.number);
      waiting.push(...refsIn(this.file.object(one, this.after)?.value ?? null));
    }
  }
}

export function refTo(file: PdfFile, number: number, revision: number): PdfRef {
  const entry = file.entry(number, revision);
  return { is: 'ref', number, generation: entry?.is === 'plain' ? entry.generation : 0 };
}
