import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#kernel/time';
import { citizensOfHouse } from '../../support/pages/cast.ts';
import { readyDrafts } from './drafts.ts';
import type { Answer, Journal } from './journal.ts';
import { patient } from './patience.ts';
import type { Product, Visitor } from './product.ts';
import type { Chance } from './seed.ts';

/** Passport records: its legal time does not hang on the answers, so the oracle can reckon it too. */
export const code = '1.004873';

export interface Errand {
  readonly draft: string;
  readonly hash: string;
  readonly visitor: Visitor;
}

/** Drafts that wait for the button, each in the hands of a person who is signed in. */
export async function errands(product: Product, count: number): Promise<readonly Errand[]> {
  const citizens = Object.values(citizensOfHouse);
  const { drafts, hash } = await readyDrafts(
    { ...product.rooms, sql: product.ground.sql, db: product.db, clock: systemClock },
    {
      code,
      count,
      persons: citizens.map((each) => each.id),
    },
  );
  const visitors = new Map<string, Visitor>();
  for (const { id, name } of citizens)
    visitors.set(id, await product.signIn('citizen', id, { name, guest: false }));
  return drafts.map(({ person, id }) => {
    const visitor = visitors.get(person);
    if (!visitor) throw new Error(`Nobody is signed in as ${person}`);
    return { draft: id, hash, visitor };
  });
}

export const submitPath = (draft: string): string => `/nop-ho-so/${draft}/nop`;

/** Presses the button once; what came back as the journal keeps it. */
export async function press(
  product: Product,
  journal: Journal,
  client: string,
  { draft, hash, visitor }: Errand,
  timeoutMs = 5000,
): Promise<Answer & { readonly ms: number; readonly retryAfter?: string | undefined }> {
  const n = journal.ask({ client, what: 'submit', key: draft, body: hash });
  const begun = performance.now();
  try {
    const { status, headers, ms } = await product.request('POST', submitPath(draft), {
      cookie: visitor.cookie,
      form: { _csrf: visitor.csrf, 'noi-dung': hash },
      timeoutMs,
    });
    const outcome = status === 303 ? 'done' : status === 503 ? 'unavailable' : 'refused';
    const answer = { outcome, status } as const;
    journal.answer(n, answer);
    return { ...answer, ms, retryAfter: headers['retry-after'] };
  } catch (error) {
    const answer = { outcome: 'lost', error: (error as Error).message } as const;
    journal.answer(n, answer);
    return { ...answer, ms: performance.now() - begun };
  }
}

/** The code that the confirmation page shows. */
export async function codeOf(product: Product, { draft, visitor }: Errand): Promise<string | undefined> {
  const page = await product.request('GET', `/nop-ho-so/${draft}/xong`, { cookie: visitor.cookie });
  return /H01[\d.]*-\d{6}-\d{4,}/.exec(page.text)?.[0];
}

export interface Run {
  /** From the first press to the acknowledgement, in ms, for each errand. */
  readonly waits: readonly number[];
  readonly tries: number;
  readonly unavailable: number;
  /** Answers of 503 that did not say when to come again. */
  readonly withoutRetryAfter: number;
  /** Neither acknowledged nor unavailable: what a person must never see. */
  readonly refused: readonly number[];
}

/**
 * So many clients work the errands off, each pressing again with the same key until it is acknowledged.
 * Bounded: an errand that takes longer than `giveUpMs` (of a quiet machine) ends the run.
 */
export async function submitAll(
  product: Product,
  journal: Journal,
  luck: Chance,
  all: readonly Errand[],
  options: { readonly clients: number; readonly giveUpMs: number; readonly timeoutMs?: number },
): Promise<Run> {
  const giveUpMs = patient(options.giveUpMs);
  const queue = all.values();
  const waits: number[] = [];
  const refused: number[] = [];
  const counts = { tries: 0, unavailable: 0, withoutRetryAfter: 0 };
  const work = async (_: unknown, n: number): Promise<void> => {
    for (const errand of queue) {
      const begun = performance.now();
      for (;;) {
        counts.tries++;
        const answer = await press(product, journal, `client ${n}`, errand, options.timeoutMs);
        if (answer.outcome === 'done') break;
        if (answer.outcome === 'unavailable') {
          counts.unavailable++;
          if (!answer.retryAfter) counts.withoutRetryAfter++;
        } else if (answer.outcome === 'refused') refused.push(answer.status ?? 0);
        if (performance.now() - begun > giveUpMs)
          throw new Error(`${errand.draft} was not acknowledged in ${giveUpMs} ms`);
        await sleep(50 + luck.whole(0, 100));
      }
      waits.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, work));
  return { waits, refused, ...counts };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
