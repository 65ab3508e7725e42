import { gunzipSync } from 'node:zlib';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { dateOfDayNumber, dayNumberOf, localDate, type PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import type { Job } from '#platform/jobs';
import type { SettlementLine, StatementLine } from '#ports/payments';
import {
  accountsOfUnit,
  closeDifference,
  endFile,
  replaceFile,
  storeLines,
  storeStatement,
  type TakenFile,
  takeFile,
  wantRun,
} from './queries/index.ts';
import type { MatchingServices } from './services.ts';

/** Longer than a million lines take: whoever began it is gone. */
const leaseMs = 300_000;
const mostTries = 3;
const linesAtOnce = 20_000;
const mostBytes = 200_000_000;

/** Reads files that were handed in, one at a time; somebody waits before the page. */
export const readMoneyFiles = (services: MatchingServices): Job => ({
  name: 'payments.read-money-files',
  wake: { everyMs: 1000 },
  run: (ctx) => readMoneyFile(ctx, services),
});

/** Reads one file, if one waits. @returns how many were. */
export async function readMoneyFile(ctx: Ctx, services: MatchingServices): Promise<number> {
  const now = ctx.clock.now();
  const scope = scopeOf(ctx.actor);
  const file = await ctx.db.transact(scope, (transactor) =>
    transactor.find(takeFile, { now: iso(now), until: iso(now + leaseMs) }),
  );
  if (!file) return 0;
  const stored = file.tries > mostTries ? refused({ code: 'file-slow' }) : await store(ctx, services, file);
  if (!stored.ok)
    await ctx.db.transact(scope, (transactor) => end(ctx, transactor, file.id, stored.refusal, null));
  return 1;
}

const iso = (at: number): string => new Date(at).toISOString();
const end = (ctx: Ctx, transactor: Transactor, id: string, refusal: Refusal | null, lines: number | null) =>
  transactor.get(endFile, {
    id,
    state: refusal ? 'refused' : 'read',
    refusal: refusal && json(readable(refusal)),
    lines,
    at: iso(ctx.clock.now()),
  });

/** A refusal quotes the file, which may hold what no text in the database may (NUL), and more than anybody reads. */
const readable = ({ details = {}, ...refusal }: Refusal) => ({
  ...refusal,
  details: Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value).slice(0, 500) : value,
    ]),
  ),
});

function unpacked(bytes: Uint8Array | null): Uint8Array | undefined {
  if (!bytes) return undefined;
  if (!(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}

async function store(ctx: Ctx, services: MatchingServices, file: TakenFile): Promise<Outcome<number>> {
  const bytes = unpacked(file.bytes);
  if (!bytes) return refused({ code: 'file-packed' });
  if (file.kind === 'settlement' && file.day) {
    const read = services.files.read(bytes);
    return read.ok ? importSettlement(ctx, { ...file, day: file.day }, read.value) : read;
  }
  const read = services.transfers.readStatement(bytes);
  return read.ok ? importStatement(ctx, file, read.value) : read;
}

const dayBeside = (day: PlainDate, by: number): PlainDate => dateOfDayNumber((dayNumberOf(day) ?? 0) + by);

/**
 * Stores the lines of a settlement file and wishes that its day be compared, all or nothing. A newer file of a day stands
 * for the day instead of the one before. Lines of the day before or after may be in it; others mean another file.
 */
export async function importSettlement(
  ctx: Ctx,
  file: {
    readonly id: string;
    readonly gateway: string;
    readonly day: PlainDate;
    readonly unit_id: TakenFile['unit_id'];
  },
  lines: readonly SettlementLine[],
): Promise<Outcome<number>> {
  const [first, last] = [dayBeside(file.day, -1), dayBeside(file.day, 1)];
  const days = new Map<number, boolean>();
  const fits = ({ at }: SettlementLine) => {
    // Millions of lines share few hours.
    const hour = Math.floor(at / 3_600_000);
    let known = days.get(hour);
    if (known === undefined) {
      const day = localDate(at);
      known = day >= first && day <= last;
      days.set(hour, known);
    }
    return known;
  };
  const other = lines.find((line) => !fits(line));
  if (other)
    return refused({
      code: 'file-day',
      details: { line: other.line, day: localDate(other.at) },
      field: 'day',
    });
  const now = iso(ctx.clock.now());
  await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    // The sum of the day must never be that of two files.
    await transactor.rows(replaceFile, { gateway: file.gateway, day: file.day });
    for (let from = 0; from < lines.length; from += linesAtOnce)
      await transactor.rows(storeLines, columnsOf(file.id, lines.slice(from, from + linesAtOnce)));
    await end(ctx, transactor, file.id, null, lines.length);
    await transactor.rows(closeDifference, {
      kind: 'file-missing',
      gateway: file.gateway,
      reference: file.day,
      now,
    });
    await transactor.get(wantRun, {
      id: uuidv7(ctx.clock.now()),
      gateway: file.gateway,
      from: file.day,
      to: file.day,
      unit: file.unit_id,
      at: now,
      by: '',
    });
  });
  return done(lines.length);
}

/** In the order of their references, which are chance: neighbours in a batch are neighbours in the index. */
function columnsOf(file: string, unordered: readonly SettlementLine[]) {
  const lines = [...unordered].sort((a, b) => (a.reference < b.reference ? -1 : 1));
  return {
    file,
    lines: lines.map(({ line }) => line),
    references: lines.map(({ reference }) => reference),
    transactions: lines.map(({ transaction }) => transaction),
    kinds: lines.map(({ kind }) => kind),
    amounts: lines.map(({ amount }) => amount),
    ats: lines.map(({ at }) => at),
    merchants: lines.map(({ merchant }) => merchant),
    banks: lines.map(({ bank }) => bank),
  };
}

/** Stores the lines of a statement of the unit's own accounts, each entry of the bank once, whatever files it stands in. */
async function importStatement(
  ctx: Ctx,
  file: TakenFile,
  lines: readonly StatementLine[],
): Promise<Outcome<number>> {
  return ctx.db.transact<Outcome<number>>(scopeOf(ctx.actor), async (transactor) => {
    const accounts = await transactor.rows(accountsOfUnit, { unit: file.unit_id });
    const own = new Set(accounts.map(({ number }) => number));
    const other = lines.find(({ account }) => !own.has(account));
    if (other)
      return refused({ code: 'statement-account', details: { line: other.line, account: other.account } });
    for (let from = 0; from < lines.length; from += linesAtOnce)
      await transactor.rows(storeStatement, {
        file: file.id,
        unit: file.unit_id,
        lines: json(
          lines
            .slice(from, from + linesAtOnce)
            .filter(({ amount }) => amount !== 0)
            .map((line) => ({ ...line, at: iso(line.at) })),
        ),
      });
    await end(ctx, transactor, file.id, null, lines.length);
    return done(lines.length);
  });
}
