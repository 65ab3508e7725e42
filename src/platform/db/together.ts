import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import { json, type ParamsMark, params, type Query, query } from './query.ts';
import type { Reader } from './reader.ts';

/**
 * A statement for many who ask at once: `$asked` holds what each asks as a JSON array of objects numbered by `n`, each row
 * of the answer says by `n` whose it is.
 */
export interface SharedQuery<P extends object, R extends { n: number }> extends Query<{ asked: string }, R> {
  readonly each: ParamsMark<P>;
  readonly sideBySide: number;
}

/**
 * A statement in the same kind of file; `each` names what one asker gives. While one statement is at work in the database,
 * this process reads the answers of another and prepares the next. What writes much goes one after the other: the larger
 * groups spare commits, which is worth more than working side by side (docs/operating/performance.md).
 */
export function sharedQuery<P extends object, R extends { n: number }>(definition: {
  readonly file: URL;
  readonly each: ParamsMark<P>;
  readonly row: z.ZodType<R>;
  readonly sideBySide?: number;
}): SharedQuery<P, R> {
  const { file, each, row, sideBySide = 2 } = definition;
  return { ...query({ file, params: params<{ asked: string }>(), row }), each, sideBySide };
}

/** Asks statements that serve many at once. */
export interface SharedReader {
  /** *find* may be absent. */
  find<P extends object, R extends { n: number }>(asked: SharedQuery<P, R>, one: P): Promise<R | undefined>;
  /** *get* must exist. */
  get<P extends object, R extends { n: number }>(asked: SharedQuery<P, R>, one: P): Promise<R>;
}

type Find = SharedReader['find'];
const reading = (find: Find): SharedReader => ({
  find,
  async get(asked, one) {
    const row = await find(asked, one);
    if (row === undefined) throw new Error(`Query ${asked.name} found no row`);
    return row;
  },
});

/** Each asks with its own text: what came while others were served is written down before its turn. */
const numbered = (texts: readonly string[]): string =>
  `[${texts.map((text, n) => (text === '{}' ? json({ n }) : `{"n":${n},${text.slice(1)}`)).join(',')}]`;

/** Nobody else is there, as inside one transaction: each asks alone. */
export const sharedAlone = (reader: Pick<Reader, 'rows'>): SharedReader =>
  reading(async (asked, one) => (await reader.rows(asked, { asked: numbered([json(one)]) }))[0]);

/** Everybody of this process asks together. */
export function sharedByAll(
  reader: Pick<Reader, 'rows'>,
  isUnavailable: (error: unknown) => boolean,
): SharedReader {
  const known = new Map<string, unknown>();
  const of = <P extends object, R extends { n: number }>(asked: SharedQuery<P, R>): Together<string, R> => {
    let together = known.get(asked.name) as Together<string, R> | undefined;
    if (!together) {
      const run = (all: readonly string[]) => reader.rows(asked, { asked: numbered(all) });
      together = new Together(run, isUnavailable, asked.sideBySide);
      known.set(asked.name, together);
    }
    return together;
  };
  return reading((asked, one) => of(asked).ask(json(one)));
}

/** At most so many travel in one statement: its answer is held back for all of them until the last is done. */
const most = 64;
/** A statement that is held up (a locked row, a slow disk) holds up only those inside it: after this, in ms, others go. */
const patience = 4;
const mostOnTheWay = 8;

interface Asking<P, R> {
  readonly one: P;
  readonly resolve: (answer: R | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One shared statement and who waits for it. Whoever asks alone is served at once; those who ask while statements are on
 * their way travel together in the next one: under load fewer commits and fewer round trips, measured in
 * docs/operating/performance.md.
 */
export class Together<P, R extends { n: number }> {
  readonly #run: (all: readonly P[]) => Promise<readonly R[]>;
  readonly #isUnavailable: (error: unknown) => boolean;
  readonly #sideBySide: number;
  #waiting: Asking<P, R>[] = [];
  #onTheWay = 0;
  #leaving: NodeJS.Immediate | undefined;
  #tired: NodeJS.Timeout | undefined;

  constructor(
    run: (all: readonly P[]) => Promise<readonly R[]>,
    isUnavailable: (error: unknown) => boolean,
    sideBySide: number,
  ) {
    this.#run = run;
    this.#isUnavailable = isUnavailable;
    this.#sideBySide = sideBySide;
  }

  /** @returns undefined when the statement had no answer for this asker. */
  ask(one: P): Promise<R | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ one, resolve, reject });
      this.#plan();
    });
  }

  #plan(): void {
    if (this.#waiting.length === 0) return;
    // Whatever is read from the sockets in this turn of the loop travels together.
    if (this.#onTheWay < this.#sideBySide) this.#leaving ??= setImmediate(() => this.#leave());
    else if (this.#onTheWay < mostOnTheWay) this.#tired ??= setTimeout(() => this.#leave(), patience);
  }

  #leave(): void {
    clearImmediate(this.#leaving);
    clearTimeout(this.#tired);
    this.#leaving = undefined;
    this.#tired = undefined;
    const group = this.#waiting.splice(0, most);
    if (group.length === 0) return;
    this.#onTheWay++;
    void this.#ask(group);
    this.#plan();
  }

  async #ask(group: readonly Asking<P, R>[]): Promise<void> {
    let rows: readonly R[];
    try {
      rows = await this.#run(group.map(({ one }) => one));
    } catch (error) {
      await this.#refuse(group, error);
      this.#passOn();
      return;
    }
    this.#passOn();
    // The next statement is on its way before this process turns to the answers of this one.
    if (this.#onTheWay > 0) await nextTurn();
    answer(group, rows);
  }

  /** One statement has come back: those who wait go at once. */
  #passOn(): void {
    this.#onTheWay--;
    if (this.#waiting.length > 0 && this.#onTheWay < this.#sideBySide) this.#leave();
    else this.#plan();
  }

  async #refuse(group: readonly Asking<P, R>[], error: unknown): Promise<void> {
    const away = this.#isUnavailable(error);
    // Nothing comes back any more: whoever waited for room need not wait as long once more to hear the same.
    const hear = away && this.#onTheWay >= mostOnTheWay ? [...group, ...this.#waiting.splice(0)] : group;
    if (away || group.length === 1) for (const { reject } of hear) reject(error);
    // Somebody's rows were refused and with them the whole statement: each alone, so that only that one hears of it.
    else
      for (const each of group)
        await this.#run([each.one]).then(
          (rows) => answer([each], rows),
          (again) => this.#refuse([each], again),
        );
  }
}

function answer<P, R extends { n: number }>(group: readonly Asking<P, R>[], rows: readonly R[]): void {
  const answers = new Map(rows.map((row) => [row.n, row]));
  group.forEach(({ resolve }, n) => {
    resolve(answers.get(n));
  });
}
