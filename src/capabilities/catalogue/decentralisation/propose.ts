import { record } from '#capabilities/audit';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf, notYours } from '../drafts/draft.ts';
import { knownCodes } from '../lists/queries.ts';
import { type MovableLevel, movableLevels } from './decentralisation.ts';
import { insertMove } from './queries.ts';

export interface NewMove {
  readonly number: string;
  readonly issuer: string;
  readonly decidedOn: string;
  readonly kind: string;
  readonly codes: readonly string[];
  /** A level, or one unit: one of the two. */
  readonly toLevel: string | null;
  readonly toUnit: UnitId | null;
  readonly from: string;
  /** First day on which it no longer holds; a delegation always has one. */
  readonly until: string | null;
  readonly openDossiers: string;
  readonly note: string;
}

const isLevel = (text: string): text is MovableLevel => (movableLevels as readonly string[]).includes(text);

/** Writes down a decision that moves authority. It holds once a second person has compared it with the paper and approved it. */
export async function proposeMove(ctx: Ctx, wanted: NewMove): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const fault = faultOf(wanted);
  if (fault) return refused(fault);
  const codes = [...new Set(wanted.codes)].sort();
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const known = new Set((await transactor.rows(knownCodes, { codes })).map(({ code }) => code));
    const stranger = codes.find((code) => !known.has(code));
    if (stranger !== undefined)
      return refused({ code: 'code-unknown', field: 'codes', details: { code: stranger } });
    const now = ctx.clock.now();
    const id = uuidv7(now);
    await transactor.get(insertMove, {
      id,
      number: cleanText(wanted.number),
      issuer: cleanText(wanted.issuer),
      decided_on: wanted.decidedOn,
      kind: wanted.kind,
      codes,
      to_level: wanted.toLevel,
      to_unit: wanted.toUnit,
      from_day: wanted.from,
      until_day: wanted.until,
      open_dossiers: wanted.openDossiers,
      note: cleanText(wanted.note),
      author: officer.officer,
      at: new Date(now).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.propose-move',
      subject: `decentralisation:${id}`,
      details: { codes: codes.length, from: wanted.from },
    });
    return done(id);
  });
}

function faultOf(wanted: NewMove): Refusal | undefined {
  const { decidedOn, kind, toLevel, toUnit, from, until, openDossiers } = wanted;
  if (cleanText(wanted.number) === '') return { code: 'decision-missing', field: 'number' };
  if (cleanText(wanted.issuer) === '') return { code: 'issuer-missing', field: 'issuer' };
  if (!isPlainDate(decidedOn)) return { code: 'date-missing', field: 'decidedOn' };
  if (kind !== 'decentralise' && kind !== 'delegate') return { code: 'kind-missing', field: 'kind' };
  if (wanted.codes.length === 0) return { code: 'codes-missing', field: 'codes' };
  if ((toLevel === null) === (toUnit === null)) return { code: 'authority-missing', field: 'to' };
  if (toLevel !== null && !isLevel(toLevel)) return { code: 'authority-missing', field: 'to' };
  if (!isPlainDate(from)) return { code: 'date-missing', field: 'from' };
  if (from < decidedOn) return { code: 'before-decision', field: 'from' };
  if (until !== null && !isPlainDate(until)) return { code: 'date-missing', field: 'until' };
  if (until !== null && until <= from) return { code: 'ends-before-begin', field: 'until' };
  // A delegation is for a time (Luật Tổ chức chính quyền địa phương 2025, điều 14).
  if (kind === 'delegate' && until === null) return { code: 'delegation-endless', field: 'until' };
  if (openDossiers !== 'stay' && openDossiers !== 'move')
    return { code: 'open-dossiers-missing', field: 'openDossiers' };
  return undefined;
}
