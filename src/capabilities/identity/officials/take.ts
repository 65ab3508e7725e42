import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import type { OfficerId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import { type PeopleDeps, refuseAndRecord, rightsChanged } from '../commands/deps.ts';
import { permissions } from '../permissions.ts';
import * as sql from '../queries/officials.ts';
import type { RoleWords } from './columns.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type OfficialsPlan, planOfficials } from './plan.ts';
import { type OfficialRow, readOfficials } from './read-file.ts';
import { Overtaken, type Written, writeOfficials } from './write.ts';

/** What a file would do, and a fingerprint of it: taking it asks whether it is still the same. */
export interface TriedOfficials extends OfficialsPlan {
  readonly fingerprint: string;
}

export interface TakingOfficials {
  readonly bytes: Uint8Array;
  readonly words: RoleWords;
  /** The file that was handed in; none at the command line. */
  readonly file?: string;
  /** Rows that are refused are left out; without it one of them refuses the file. */
  readonly goodRows?: boolean;
  /** What the actor looked at. */
  readonly seen?: string;
  /** Done in the transaction that takes the file. */
  readonly also?: (t: Parameters<typeof writeOfficials>[0], taken: Taken) => Promise<Outcome<unknown>>;
}

export interface Taken {
  readonly added: readonly OfficerId[];
  readonly changed: readonly OfficerId[];
  /** Persons of whom everything stood already as the file says. */
  readonly unchanged: number;
  /** Rows that were left out. */
  readonly left: number;
}

/** What taking a file would do, row by row; it changes nothing. */
export async function tryOfficials(
  ctx: Ctx,
  deps: Pick<PeopleDeps, 'units'>,
  bytes: Uint8Array,
  words: RoleWords,
): Promise<Outcome<TriedOfficials>> {
  if (!allows(ctx.actor, permissions.managePeople)) return refused({ code: 'not-allowed' });
  const read = readOfficials(bytes, words);
  if (!read.ok) return read;
  const plan = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    planOf(reader, ctx, deps, read.value, false),
  );
  return done({ ...plan, fingerprint: fingerprintOf(plan) });
}

/** Takes a file of officials, whole or its good rows, all in one transaction. Taken again it changes nothing. */
export async function takeOfficials(
  ctx: Ctx,
  deps: PeopleDeps,
  taking: TakingOfficials,
): Promise<Outcome<Taken>> {
  if (!allows(ctx.actor, permissions.managePeople)) {
    const attempt = { action: 'officer.import', subject: subjectOf(taking.file) };
    return refuseAndRecord(ctx, { code: 'not-allowed' }, attempt);
  }
  const read = readOfficials(taking.bytes, taking.words);
  if (!read.ok) return read;
  for (let attempt = 0; ; attempt++)
    try {
      return await takeOnce(ctx, deps, read.value, taking);
    } catch (error) {
      // An account was made between looking and writing: looked at again, it is there.
      if (!(error instanceof Overtaken) || attempt >= 2) throw error;
    }
}

const subjectOf = (file = 'command'): string => `officials-file:${file}`;

async function takeOnce(
  ctx: Ctx,
  deps: PeopleDeps,
  rows: readonly OfficialRow[],
  { goodRows = false, file, seen, also }: TakingOfficials,
): Promise<Outcome<Taken>> {
  let written: Written | undefined;
  const outcome = await ctx.db
    .transact(scopeOf(ctx.actor), async (t): Promise<Outcome<Taken>> => {
      const plan = await planOf(t, ctx, deps, rows, true);
      if (seen !== undefined && seen !== fingerprintOf(plan)) return refused({ code: 'officials-changed' });
      const left = plan.rows.filter(({ faults }) => faults.length > 0).length;
      if (left > 0 && !goodRows) return refused({ code: 'officials-refused', details: { rows: left } });
      if (plan.persons.length === 0) return refused({ code: 'officials-none-good' });
      written = await writeOfficials(t, ctx, plan.persons);
      const { added, changed } = written;
      const unchanged = plan.persons.length - added.length - changed.length;
      const taken: Taken = { added, changed, unchanged, left };
      await record(t, ctx, {
        action: 'officer.import',
        subject: subjectOf(file),
        details: { rows: rows.length, added: added.length, changed: changed.length, unchanged, left },
      });
      const more = await also?.(t, taken);
      if (more && !more.ok) throw new Refusing(more);
      return done(taken);
    })
    .catch((error: unknown) => {
      if (error instanceof Refusing) return error.outcome;
      throw error;
    });
  if (outcome.ok && written) await rightsChanged(deps, written.touched);
  return outcome;
}

/** Undoes what was written, with the refusal that undid it. */
class Refusing extends Error {
  readonly outcome: Extract<Outcome<never>, { ok: false }>;
  constructor(outcome: Extract<Outcome<never>, { ok: false }>) {
    super(outcome.refusal.code);
    this.outcome = outcome;
  }
}

async function planOf(
  reader: Reader,
  ctx: Ctx,
  { units }: Pick<PeopleDeps, 'units'>,
  rows: readonly OfficialRow[],
  lock: boolean,
): Promise<OfficialsPlan> {
  const now = ctx.clock.now();
  const texts = (pick: (row: OfficialRow) => string) =>
    [...new Set(rows.map(pick))].filter((each) => each !== '');
  const found = await reader.rows(sql.officersNamed, {
    numbers: texts(({ said }) => said.number),
    accounts: texts(({ said }) => said.account),
    now,
    lock,
  });
  const known = found.map(({ personal_number, ...each }) => ({ ...each, number: personal_number }));
  return planOfficials(rows, { actor: ctx.actor, directory: await units.directory(), now, known });
}
